/**
 * A quotation with its reference, ready to be printed. Quotation marks stand around words of somebody only where the
 * document has them as that person's direct words; all else is quoted as the outlet's words about the speaker.
 * Every word shown is checked against the article's text first.
 */
import { hashId } from "../id.ts";
import type { Article, ArticleKind, Passage, Span, Statement } from "../model.ts";
import { bySpan, checkPassage, contains, passage } from "../span.ts";
import { addressOf } from "./text-fragment.ts";
import { type Found, type Holder, holdingOf, NOT_NAMED, placeOf, type View, voiceOf } from "./view.ts";
import { bare, isOwnSpeech, quotedStretches } from "./words.ts";

/** Somebody named in a reference. */
export interface QuotedHolder {
  name: string;
  role: string | null;
  side: string | null;
  /** False where this is the best guess. */
  sure: boolean;
}

/** A quotation and where it stands. `null` where something is not known. */
export interface Quotation {
  /** The statement's id, or one of its own where the words stand in no statement. */
  id: string;
  statement: string | null;
  article: string;
  /** As printed: the exact words with quotation marks around them, " … " between pieces that stand apart. */
  words: string;
  /** The exact words and their places in the article's text. */
  exact: Passage[];
  /** What "it" or "the claim" in the words stands for, in the document's own words. */
  refersTo: Passage[];
  /** True where these are the speaker's own words; false where they are the document's words. */
  direct: boolean;
  speakers: QuotedHolder[];
  /** Through whom it is told, innermost first. */
  reportedBy: QuotedHolder[][];
  /** Whose words these are: "quoted by Northline", "in Northline’s words", "Northline’s own words", "transcript". */
  wording: string;
  /** Whoever speaks through the document: its outlet, or the body that a readout speaks for. */
  outlet: string;
  kind: ArticleKind;
  language: string | null;
  byline: string | null;
  title: string | null;
  publishedAt: string | null;
  saidAt: string | null;
  /** The page's printed label. */
  page: string | null;
  /** Seconds from the beginning of the recording. */
  time: number | null;
  /** File and line, page, time or paragraph. */
  place: string;
  url: string | null;
  /** The page's address with a text fragment that leads to the words. */
  address: string | null;
}

/** Longest stretch around a statement that is quoted whole as the outlet's words. */
const MAX_AROUND = 700;
/** How far back a quotation that is still open is looked for. */
const MAX_PARAGRAPH = 4000;
/** Longest content that is given whole where somebody looks for some words of it. */
const MAX_WHOLE = 500;

/** The words without the marks around them; a mark whose partner stands inside belongs to the words. */
function unmarked(text: string): Span {
  const { start, end } = bare(text);
  const inside = text.slice(start, end);
  const partner = /["“”„«»]/u.test(inside);
  const balanced = (inside.match(/[“„]/gu)?.length ?? 0) === (inside.match(/”/gu)?.length ?? 0);
  if (partner && (!balanced || start > 0 !== end < text.length)) return { start: 0, end: text.length };
  return { start, end };
}

/**
 * True where the document really gives a passage as speech: in a transcript's turn, or inside quotation marks. The form
 * of a statement is the machine's or a person's reading; marks around words must have a ground in the text.
 */
function standsAsSpeech({ article, statement }: Found, p: Passage): boolean {
  if (article.kind === "transcript") return true;
  const { text } = article;
  const before = text.slice(Math.max(0, p.start - MAX_PARAGRAPH), p.start);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  // "MS. LEE: …", "Q. …"; a later paragraph of a turn has neither cue nor label.
  if (/^[^\n]{1,80}[:.]\s*$/u.test(line) || statement.cue.length === 0) return true;
  if (/^(?:``|["“„«»'‘‚‹])/u.test(p.text) || /["“„«‘`']\s?$/u.test(before)) return true;
  const paragraph = before.slice(before.lastIndexOf("\n\n") + 1);
  const count = (marks: RegExp) => paragraph.match(marks)?.length ?? 0;
  return count(/[“„«]|``/gu) > count(/[”»]|''/gu) || count(/"/gu) % 2 === 1 || count(/(?<!\p{L})[‘']/gu) > 0;
}

/** Pieces of a statement that are its holder's direct words, without their marks. */
function directPieces(found: Found): Span[] {
  const { statement } = found;
  if (!isOwnSpeech(found) || statement.form === "indirect") return [];
  if (statement.form === "direct" && !statement.content.every((p) => standsAsSpeech(found, p))) return [];
  return statement.content.flatMap((p) => {
    if (statement.form === "direct") {
      const inner = unmarked(p.text);
      return [{ start: p.start + inner.start, end: p.start + inner.end }];
    }
    return quotedStretches(p.text).map((s) => {
      const inner = unmarked(p.text.slice(s.start, s.end));
      return { start: p.start + s.start + inner.start, end: p.start + s.start + inner.end };
    });
  });
}

/** A span without white space at its edges, and, for speech, without the comma that led back to the sentence. */
function piece(text: string, span: Span, speech: boolean): Passage | null {
  let { start, end } = span;
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && (/\s/u.test(text.charAt(end - 1)) || (speech && text.charAt(end - 1) === ","))) end--;
  return start < end ? passage(text, start, end) : null;
}

function isPiece(p: Passage | null): p is Passage {
  return p !== null;
}

/** From a statement's first word to its last, its tellers included, where that is one stretch worth quoting. */
function around(v: View, found: Found): Span | null {
  const { article } = found;
  let outer: Statement = found.statement;
  const seen = new Set([outer.id]);
  while (outer.parent !== null && !seen.has(outer.parent)) {
    const next = v.statements.get(outer.parent);
    if (!next || next.article.id !== article.id) break;
    outer = next.statement;
    seen.add(outer.id);
  }
  const all = [...outer.source, ...outer.cue, ...outer.content, ...found.statement.content].sort(bySpan);
  if (all.length === 0) return null;
  const span = { start: all[0]!.start, end: Math.max(...all.map((p) => p.end)) };
  const words = article.text.slice(span.start, span.end);
  return words.length <= MAX_AROUND && !/\n[^\S\n]*\n/u.test(words) ? closed(article.text, span) : null;
}

/** A span that ends just before a closing mark takes it in, so that marks inside it are whole. */
function closed(text: string, span: Span): Span {
  const opens = (s: string) => (s.match(/[“„«]/gu)?.length ?? 0) - (s.match(/[”»]/gu)?.length ?? 0);
  const rest = /^[.,!?]?[”»]/u.exec(text.slice(span.end, span.end + 2))?.[0] ?? "";
  return opens(text.slice(span.start, span.end)) === 1 && rest !== ""
    ? { start: span.start, end: span.end + rest.length }
    : span;
}

/** False for a holder whom the document doesn't name at all. */
function isNamed(h: Holder): boolean {
  return h.name !== NOT_NAMED;
}

function quoted(h: Holder): QuotedHolder {
  return { name: h.name, role: h.role, side: h.side?.name ?? null, sure: h.sure };
}

/** Marks around the exact words; double marks inside become single ones, as in print. */
function inMarks(words: string): string {
  const flat = words.replace(/\s+/gu, " ");
  if (!/["“”„«»]/u.test(flat)) return `“${flat}”`;
  const balanced =
    (flat.match(/“/gu)?.length ?? 0) === (flat.match(/”/gu)?.length ?? 0) &&
    (flat.match(/"/gu)?.length ?? 0) % 2 === 0 &&
    !/[„«»]/u.test(flat);
  if (!balanced) return flat;
  let open = false;
  const single = flat.replace(/["“”]/gu, (mark) => {
    if (mark !== '"') return mark === "“" ? "‘" : "’";
    open = !open;
    return open ? "‘" : "’";
  });
  return `“${single}”`;
}

interface Choice {
  statement: Statement | null;
  pieces: Passage[];
  direct: boolean;
  wording: string;
  speakers: Holder[];
  reportedBy: Holder[][];
}

function finish(v: View, article: Article, choice: Choice): Quotation | null {
  const { statement, pieces } = choice;
  if (pieces.length === 0) return null;
  for (const p of pieces) checkPassage(article.text, p, `quotation from ${article.id}`);
  const first = pieces[0]!;
  const span = { start: first.start, end: pieces.at(-1)!.end };
  const within = (s: Span) => s.start <= first.start && first.start < s.end;
  const pageIndex = article.pages.findIndex(within);
  const time = article.times.find(within);
  const refersTo = choice.direct && first.text.length <= 40 ? (statement?.refersTo ?? []) : [];
  return {
    id: statement?.id ?? hashId("q", article.id, span.start, span.end),
    statement: statement?.id ?? null,
    article: article.id,
    words: pieces.map((p) => inMarks(p.text)).join(" … "),
    exact: pieces,
    refersTo,
    direct: choice.direct,
    speakers: choice.speakers.filter(isNamed).map(quoted),
    reportedBy: choice.reportedBy.map((hs) => hs.map(quoted)),
    wording: choice.wording,
    outlet: voiceOf(v, article).name,
    kind: article.kind,
    language: article.language,
    byline: article.byline,
    title: article.title,
    publishedAt: article.publishedAt,
    saidAt: statement?.saidAt ?? null,
    page: pageIndex === -1 ? null : article.pages[pageIndex]!.label,
    time: time?.from ?? null,
    place: placeOf(v, article, first.start),
    url: article.url,
    address:
      pageAddress(article, pageIndex) ??
      addressOf(article.url, article.text, pieces.length > 1 ? first : span),
  };
}

/** A PDF's page has an address of its own (RFC 8118); text fragments don't work in most viewers. */
function pageAddress(article: Article, index: number): string | null {
  if (index === -1 || article.url === null || !/^https?:\/\/[^#]+$/iu.test(article.url)) return null;
  return `${article.url}#page=${index + 1}`;
}

/** Sorts quoted pieces into what is asked for: those that touch it, cut to it where they are long or `exactly`. */
function narrow(text: string, pieces: Span[], part: Span | null, exactly: boolean): Span[] {
  if (part === null) return pieces;
  const length = pieces.reduce((n, p) => n + p.end - p.start, 0);
  if (!exactly && length <= MAX_WHOLE) return pieces;
  return pieces.flatMap((p) => {
    const start = Math.max(p.start, part.start);
    const end = Math.min(p.end, part.end);
    return start < end && text.slice(start, end).trim() !== "" ? [{ start, end }] : [];
  });
}

export interface QuoteOptions {
  /** The words asked for; the statement's own extent where left out. */
  part?: Span;
  /** Gives `part` alone even where the whole is short. */
  exactly?: boolean;
}

/**
 * The quotation of a statement; null where it has no words at all.
 * @param found the statement in its document
 * @throws ReadoutError PASSAGE_MISMATCH where words and offsets of the statement differ
 */
export function quotationOf(v: View, found: Found, options: QuoteOptions = {}): Quotation | null {
  const { article, statement, narrated } = found;
  const { text } = article;
  for (const p of [...statement.source, ...statement.cue, ...statement.content])
    checkPassage(text, p, `statement ${statement.id}`);
  const part = options.part ?? null;
  const holding = holdingOf(v, found);
  const voice = voiceOf(v, article);
  // The document itself is named as the one whose words these are; it need not be named as a teller too.
  const reportedBy = holding.reportedBy.filter((hs) => hs.some((h) => h.name !== voice.name));
  const shared = { statement, speakers: holding.holders, reportedBy };
  const spoken = directPieces(found);
  const inSpeech = spoken.some((s) => part !== null && contains(s, part));
  if (spoken.length > 0 && (statement.form === "direct" ? part === null || inSpeech : inSpeech)) {
    // Of a partly quoted statement only the quoted words are the speaker's; of a direct one all of them.
    const own = statement.form === "direct" ? spoken : spoken.filter((s) => part && contains(s, part));
    const spans = narrow(text, own, part, options.exactly ?? false);
    const pieces = spans.map((s) => piece(text, s, true)).filter(isPiece);
    const wording = article.kind === "transcript" ? "transcript" : `quoted by ${voice.name}`;
    if (pieces.length > 0) return finish(v, article, { ...shared, pieces, direct: true, wording });
  }
  if (narrated) {
    const spans = part !== null && options.exactly ? [part] : statement.content;
    const pieces = spans.map((s) => piece(text, s, false)).filter(isPiece);
    const wording = `${voice.name}’s own words`;
    return finish(v, article, {
      ...shared,
      speakers: [voice],
      reportedBy: [],
      pieces,
      direct: false,
      wording,
    });
  }
  const whole = around(v, found);
  const fallback =
    part === null ? (statement.content.length > 0 ? statement.content : statement.cue) : [part];
  const spans = part !== null && options.exactly ? [part] : whole !== null ? [whole] : fallback;
  const pieces = spans.map((s) => piece(text, s, false)).filter(isPiece);
  return finish(v, article, { ...shared, pieces, direct: false, wording: `in ${voice.name}’s words` });
}

/**
 * The quotation at a place of a document: as somebody's words where a statement holds them (the innermost one), else as
 * the document's own.
 */
export function quotationAt(v: View, article: Article, span: Span, exactly = false): Quotation | null {
  const length = (ps: readonly Span[]) => ps.reduce((n, p) => n + p.end - p.start, 0);
  const innermost = (all: Statement[]) => [...all].sort((a, b) => length(a.content) - length(b.content))[0];
  const touches = (ps: readonly Span[]) => ps.some((p) => contains(p, span));
  const extent = (s: Statement): Span[] => {
    const all = [...s.source, ...s.cue, ...s.content];
    return all.length === 0
      ? []
      : [{ start: Math.min(...all.map((p) => p.start)), end: Math.max(...all.map((p) => p.end)) }];
  };
  const statement =
    innermost(article.statements.filter((s) => touches(s.content))) ??
    innermost(article.statements.filter((s) => touches(extent(s))));
  const narrator = article.narrated.find((s) => touches(s.content));
  const chosen = statement ?? narrator;
  if (chosen !== undefined) {
    const found = { statement: chosen, article, narrated: statement === undefined };
    return quotationOf(v, found, { part: span, exactly });
  }
  const voice = voiceOf(v, article);
  return finish(v, article, {
    statement: null,
    pieces: [piece(article.text, span, false)].filter(isPiece),
    direct: false,
    wording: `${voice.name}’s own words`,
    speakers: [voice],
    reportedBy: [],
  });
}

/** The quotation of the statement with this id, or null where the collection holds none. */
export function quotationById(v: View, id: string): Quotation | null {
  const found = v.statements.get(id);
  return found ? quotationOf(v, found) : null;
}
