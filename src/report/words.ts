/**
 * The exact words of a statement, as they may be shown. Quotation marks stand only around words that stand in
 * quotation marks (or in a transcript's turn) in the source; everything else is the document's own wording and
 * is labelled so. Left-out words are marked […].
 */
import type { Passage } from "../model.ts";
import { type Found, type Holder, holderOf, holdingOf, type View, voiceOf } from "./view.ts";

/** Some of the shown words. `decisive` ones lie in the evidence; `added` ones (marks, […]) are not the source's. */
export interface Word {
  text: string;
  decisive: boolean;
  added: boolean;
}

/** Longest content ("it", "these statements") beside which its referent is shown. */
const MAX_POINTING = 40;
/** Share of decisive words above which marking them helps nobody. */
const MOST_DECISIVE = 0.75;
const OPEN = "“";
const CLOSE = "”";
const EDGE_OPEN = /^(?:``|["“„«»'‘‚‹]{1,2})/u;
const EDGE_CLOSE = /(?:''|["”“»«'’‘›]{1,2})$/u;

/**
 * The inner part of a quoted passage: one pair of marks at its edges taken off, and a single edge mark whose
 * partner is in another piece. An apostrophe that ends a word ("the growers’") stays where nothing opened.
 */
export function bare(text: string): { start: number; end: number } {
  const open = EDGE_OPEN.exec(text)?.[0] ?? "";
  let start = open.length > 1 && !/^(?:``|'')$/u.test(open) ? 1 : open.length;
  const close = EDGE_CLOSE.exec(text)?.[0] ?? "";
  let end = text.length;
  if (close !== "") {
    const double = /["”“»«]|''/u.test(close);
    if (double || start > 0) end -= close === "''" ? 2 : 1;
  }
  if (start >= end) {
    start = 0;
    end = text.length;
  }
  return { start, end };
}

/** Stretches in double quotation marks, marks included; an opened one that is not closed runs to the end. */
export function quotedStretches(text: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  let open = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === OPEN || (c === '"' && open < 0)) {
      if (open < 0) open = i;
    } else if ((c === CLOSE || c === '"') && open >= 0) {
      out.push({ start: open, end: i + 1 });
      open = -1;
    }
  }
  if (open >= 0) out.push({ start: open, end: text.length });
  return out;
}

/** The part of `text` to show when it is longer than `max`: around `focus`, cut at word borders. */
function windowOf(text: string, focus: { start: number; end: number } | null, max: number) {
  if (text.length <= max) return { start: 0, end: text.length };
  const center = focus ?? { start: 0, end: Math.min(text.length, max) };
  const spare = Math.max(0, max - (center.end - center.start));
  let start = Math.max(0, center.start - Math.floor(spare / 3));
  let end = Math.min(text.length, Math.max(center.end, start + max));
  if (focus === null || focus.end - focus.start > max) end = Math.min(text.length, start + max);
  if (start < 25) start = 0;
  if (text.length - end < 25) end = text.length;
  while (start > 0 && start < center.start && !/\s/u.test(text.charAt(start - 1))) start++;
  while (end < text.length && end > start + 1 && !/\s/u.test(text.charAt(end))) end--;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function add(out: Word[], text: string, decisive: boolean, added: boolean): void {
  if (text === "") return;
  const last = out.at(-1);
  if (last && last.decisive === decisive && last.added === added) last.text += text;
  else out.push({ text, decisive, added });
}

/** The words of one passage from `from` to `to`, cut where they lie in the evidence. */
function cut(out: Word[], p: Passage, from: number, to: number, evidence: Passage[]): void {
  let at = from;
  while (at < to) {
    const offset = p.start + at;
    const inside = evidence.some((e) => e.start <= offset && offset < e.end);
    let next = to;
    for (const e of evidence) {
      for (const border of [e.start - p.start, e.end - p.start]) {
        if (border > at && border < next) next = border;
      }
    }
    add(out, p.text.slice(at, next), inside, false);
    at = next;
  }
}

/**
 * What to show of a statement's content.
 * @param evidence passages of the same document that decide; [] where nothing stands out
 * @param max longest stretch of one passage in UTF-16 units before it is cut, […] for the rest
 */
export function wordsOf(found: Found, evidence: Passage[], max: number): Word[] {
  const { statement } = found;
  const quoted = statement.form === "direct" && !found.narrated;
  const out: Word[] = [];
  const shown = statement.content.length > 0 ? statement.content : statement.cue;
  for (const [index, p] of shown.entries()) {
    const inner = quoted ? bare(p.text) : { start: 0, end: p.text.length };
    const text = p.text.slice(inner.start, inner.end);
    const hit = evidence.find((e) => e.start < p.end && p.start < e.end);
    const focus = hit
      ? {
          start: Math.max(0, hit.start - p.start - inner.start),
          end: Math.min(text.length, hit.end - p.start - inner.start),
        }
      : null;
    const part = windowOf(text, focus, max);
    const stretches = quoted ? [] : quotedStretches(text);
    const cutIn = (i: number) => stretches.some((s) => s.start < i && i < s.end);
    if (index > 0) add(out, " … ", false, true);
    if (quoted) add(out, OPEN, false, true);
    if (part.start > 0) add(out, `[…] ${cutIn(part.start) ? OPEN : ""}`, false, true);
    cut(out, p, inner.start + part.start, inner.start + part.end, evidence);
    if (part.end < text.length) add(out, `${cutIn(part.end) ? CLOSE : ""} […]`, false, true);
    if (quoted) add(out, CLOSE, false, true);
  }
  const length = shown.reduce((n, p) => n + p.text.length, 0);
  if (length <= MAX_POINTING && statement.refersTo.length > 0) {
    // "denied it" says nothing by itself: the words that "it" stands for are the document's own.
    const meant = statement.refersTo.map((p) => p.text).join(" … ");
    const part = windowOf(meant, null, max);
    add(out, ` [${meant.slice(part.start, part.end)}${part.end < meant.length ? " …" : ""}]`, false, true);
  }
  return standingOut(out);
}

/** Where nearly all of the words decide, none stands out. */
function standingOut(words: Word[]): Word[] {
  const length = (some: Word[]) => some.reduce((n, w) => n + w.text.length, 0);
  const source = words.filter((w) => !w.added);
  if (length(source.filter((w) => w.decisive)) <= MOST_DECISIVE * length(source)) return words;
  return words.map((w) => ({ ...w, decisive: false }));
}

/**
 * A reason's words. Quotation marks stay only around words that one of the compared statements quotes; other words
 * of a document are set in brackets, so that nobody takes a paraphrase for a quotation.
 */
export function reasonWords(v: View, text: string, pair: readonly string[]): string {
  const quoted = pair.flatMap((id) => {
    const found = v.statements.get(id);
    if (!found || found.narrated) return [];
    const { statement } = found;
    const content = statement.content.map((p) => p.text).join(" ");
    if (statement.form === "direct") return [content];
    return quotedStretches(content).map((s) => content.slice(s.start, s.end));
  });
  const flat = (s: string) => s.replace(/\s+/gu, " ");
  const all = quoted.map(flat);
  return text.replace(/“([^“”]*)”/gu, (whole, words: string) => {
    const core = flat(words)
      .replace(/^[\s…]+|[\s…]+$/gu, "")
      .trim();
    return core !== "" && all.some((q) => q.includes(core)) ? whole : `[${words}]`;
  });
}

/** Acts in which quoted words are what somebody would not have said. */
const AGAINST = new Set(["deny", "reject", "doubt", "decline"]);
const PLAIN_CUE =
  /\b(?:sa(?:y|ys|id|ying)|t(?:old|ell|ells|elling)|add(?:s|ed|ing)?|wr(?:ote|ites?|itten)|repl(?:y|ies|ied)|answer(?:s|ed)?|insist(?:s|ed)?|stat(?:e|es|ed)|respond(?:s|ed)?|explain(?:s|ed)?|tweet(?:s|ed)?|post(?:s|ed)?)\b/iu;

/** True where the statement's quoted words are what its holder really said: not so in "denied “any deal”". */
export function isOwnSpeech({ statement, narrated }: Found): boolean {
  if (narrated || statement.negated || statement.content.length === 0) return false;
  const cue = statement.cue.map((p) => p.text).join(" ");
  return !AGAINST.has(statement.act) || cue === "" || PLAIN_CUE.test(cue);
}

/**
 * The cue as it stands before words that are not quoted, or that the holder did not say himself, null where there is none to show. "said that …" runs on as
 * in the document; where something stands between the two, or the cue comes after, a colon parts them ("added: …").
 */
export function leadOf(found: Found): string | null {
  const { statement, article } = found;
  const content = statement.content[0];
  const last = statement.cue.at(-1);
  if (found.narrated || content === undefined || last === undefined) return null;
  if (statement.form === "direct" && isOwnSpeech(found)) return null;
  const cue = statement.cue
    .map((p) => p.text)
    .join(" … ")
    .replace(/[\s:,]+$/u, "");
  // "According to" stands after the holder here; "I" and names in capitals keep theirs.
  const lowered = /^[A-Z][a-z]+\b/u.test(cue) ? cue.charAt(0).toLowerCase() + cue.slice(1) : cue;
  const runsOn =
    !last.text.endsWith(":") &&
    last.end <= content.start &&
    article.text.slice(last.end, content.start).trim() === "";
  return runsOn ? lowered : `${lowered}:`;
}

/** How the words come to us: whose wording they are. */
export function wordingOf(v: View, found: Found): string {
  const { article, statement, narrated } = found;
  const voice = voiceOf(v, article);
  if (narrated) return article.kind === "readout" ? "own text" : `${voice.name}’s own voice`;
  if (article.kind === "transcript") return "transcript";
  const own = article.kind === "readout" && statement.parent === null && speaksFor(v, found, voice);
  if (own) return "own text";
  const outer = statement.parent === null ? undefined : v.statements.get(statement.parent);
  if (outer?.statement.form === "direct" && statement.form === "indirect") {
    const [teller] = holdingOf(v, outer).holders;
    if (teller && teller.id !== null) return `in ${teller.name}’s words, quoted by ${voice.name}`;
  }
  if (statement.form === "direct") return `quoted by ${voice.name}`;
  if (statement.form === "mixed") return `partly quoted by ${voice.name}`;
  return `in ${voice.name}’s words`;
}

/** True where a readout's statement is held by the very body that issues it. */
function speaksFor(v: View, found: Found, voice: Holder): boolean {
  return found.statement.speakers.some((id) => {
    const holder = holderOf(v, id);
    return holder.name === voice.name || holder.name === voice.side?.name;
  });
}
