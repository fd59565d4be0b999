import type { Article, Passage, Statement } from "../model.ts";
import type { Claim, Standing } from "./claim.ts";
import { conceptsOf } from "./concepts.ts";
import { type Frame, frameOf, keysOf, type Predication, type Voice } from "./frame.ts";
import { type Token, words } from "./language.ts";
import { dayOf } from "./moment.ts";
import { Mosaic } from "./mosaic.ts";
import { quantitiesIn } from "./quantity.ts";
import { encodable, readable } from "./readable.ts";
import { reportedIn, undone } from "./second-hand.ts";
import { REPORTING_VERBS } from "./vocabulary.ts";

export interface ClaimContext {
  article: Article;
  voice: Voice;
  holders: string[];
  sides: string[];
  standing: Standing;
}

/** Claims of the own voice: one sentence or the rest of one. */
export function claimsOfSentence(passage: Passage, statement: Statement, context: ClaimContext): Claim[] {
  const mosaic = new Mosaic(context.article.text, [passage]);
  return claimsOfText(mosaic.text, context, statement, (start, end) => mosaic.passageAt(start, end));
}

export function claimsOfText(
  text: string,
  context: ClaimContext,
  statement: Statement,
  place: (start: number, end: number) => Passage | null,
): Claim[] {
  const { article } = context;
  const now = statement.saidAt ?? article.publishedAt;
  const quantities = quantitiesIn(text, article.publishedAt);
  const claims: Claim[] = [];
  const persons: string[] = [];
  const voice = withPersons(context.voice, statement, persons);
  for (const sentence of sentences(words(text))) {
    const tokens = opened(sentence);
    if (tokens.length === 0) continue;
    const open =
      /^(?:whether|if|who|why|how|when|where|what)$/.test(tokens[0]!.lower) &&
      tokens[0]!.pos !== "ADV" &&
      statement.cue.length > 0;
    const frame = frameOf(tokens, voice);
    const question = tokens.at(-1)?.text === "?" || tokens.at(-2)?.text === "?";
    for (const key of keysOf(tokens, voice).flat()) {
      if (key.startsWith("@") && voice.index.kindOf.get(key.slice(1)) === "person")
        persons.unshift(key.slice(1));
    }
    const parts = partsOf(frame);
    for (const part of parts) {
      const first = tokens[part.from]!;
      const last = tokens[part.to]!;
      const passage = place(first.start, last.end);
      if (!passage) continue;
      const head = part.head ?? nominal(tokens, part.from, part.to, voice);
      if (head.agent.size === 0 && (part.head === null || !part.subject)) {
        // "denied having worked there", "denied any meddling": the holder is the one who did or did not.
        for (const id of context.holders) head.agent.add(`@${id}`);
      }
      const keys = new Set(keysOf(tokens.slice(part.from, part.to + 1), voice).flat());
      for (const key of head.agent) keys.add(key);
      const telling = [...keys].filter((key) => !/^[@#]/.test(key) && !COURTESY.has(key));
      if (telling.length === 0 || (telling.length === 1 && keys.size < 2 && part.clause < 0)) continue;
      claims.push({
        key: `${statement.id}/${claims.length}`,
        statement: statement.id,
        article: article.id,
        holders: context.holders,
        sides: context.sides,
        standing: context.standing,
        act: statement.act,
        negated: statement.negated,
        told: false,
        refers: [],
        polarity: 1,
        asserts: !question && !open,
        wish: false,
        hedged: head.hedged,
        text: readable(frame, part, voice, text),
        encoded: encodable(frame, part, voice, text),
        passage,
        frame,
        source: text,
        from: part.from,
        to: part.to,
        clause: part.clause,
        subject: part.subject,
        heads: [head, ...undone(frame, part.clause)],
        reported: reportedIn(frame, part.clause),
        encounter:
          ENCOUNTER.test(paragraphOf(article.text, passage.start)) ||
          (article.kind === "readout" &&
            ENCOUNTER.test(`${article.title ?? ""} ${article.text.slice(0, 500)}`)),
        keys,
        context: new Set(),
        anaphoric: tokens.some(
          (t, k) =>
            k >= part.from &&
            k <= part.to &&
            /^(?:such|this|that|these|those)$/.test(t.lower) &&
            /^(?:NOUN|ADJ)$/.test(tokens[k + 1]?.pos ?? ""),
        ),
        quantities: quantities
          .filter((q) => q.start >= first.start && q.end <= last.end + 1)
          .map((q) => ({ ...q })),
        // Who was named before is looked for only where a pronoun asks: it means reading what stands before.
        referent: {
          he: /\b(?:he|him|his)\b/i.test(text) ? nameFor("he", voice) : null,
          she: /\b(?:she|her)\b/i.test(text) ? nameFor("she", voice) : null,
        },
        together:
          context.holders.length < 2
            ? null
            : context.holders.map((id) => voice.index.nameOf.get(id) ?? "others").join(" and "),
        day: dayOf(now),
        start: passage.start,
        depth: passage.start / article.text.length,
        answers: [],
      });
    }
  }
  return claims;
}

/** "He" and "she" in direct speech mean whom the speaker named last, before anyone the report named. */
function withPersons(voice: Voice, statement: Statement, persons: readonly string[]): Voice {
  const { pronoun, genderOf } = voice;
  if (!pronoun || !genderOf) return voice;
  const inside = (word: string) => persons.find((id) => genderOf(id) === word && id !== voice.holder) ?? null;
  return {
    ...voice,
    pronoun: (word) => {
      const outside = pronoun(word);
      return statement.form !== "direct" && outside !== null && outside === voice.holder
        ? outside
        : (inside(word) ?? outside);
    },
  };
}

function nameFor(word: "he" | "she", voice: Voice): string | null {
  const id = voice.pronoun?.(word) ?? null;
  return id === null ? null : (voice.index.nameOf.get(id) ?? null);
}

/** Roots of what people say without claiming anything. */
const COURTESY = new Set([
  "thank",
  "welcom",
  "good",
  "even",
  "morn",
  "ladi",
  "gentleman",
  "question",
  "sorri",
  "pleas",
]);

export interface Part {
  from: number;
  to: number;
  clause: number;
  head: Predication | null;
  subject: { from: number; to: number } | null;
}

/** The clauses that stand on their own; a fragment without a verb is one part. */
function partsOf(frame: Frame): Part[] {
  const parts: Part[] = [];
  for (const [n, clause] of frame.clauses.entries()) {
    if (clause.kind !== "main") continue;
    const subject =
      clause.subject ?? (clause.shares >= 0 ? (frame.clauses[clause.shares]?.subject ?? null) : null);
    // "…, he said" inside a text is no claim of its own.
    const verb = frame.tokens[clause.verb]!;
    if (
      REPORTING_VERBS.has(verb.lemma) &&
      clause.to - clause.last <= 1 &&
      clause.first - clause.from <= 3 &&
      frame.clauses.filter((c) => c.kind === "main").length > 1
    )
      continue;
    parts.push({
      from: clause.from,
      to: Math.max(clause.to, clause.last),
      clause: n,
      head: frame.predications[n]!,
      subject,
    });
  }
  // "…, killing six": a figure in a trailing participle is a claim of its own.
  for (const [n, clause] of frame.clauses.entries()) {
    const tokens = frame.tokens;
    if (
      clause.kind !== "participle" ||
      !/ing$/.test(tokens[clause.verb]!.lower) ||
      tokens[clause.first - 1]?.text !== ","
    )
      continue;
    let to = clause.last;
    while (to < tokens.length - 1 && to < clause.to && !/^[,;:.—–]$/.test(tokens[to + 1]!.text)) to++;
    if (!tokens.slice(clause.last, to + 1).some((token) => token.pos === "NUM")) continue;
    parts.push({
      from: clause.first,
      to,
      clause: n,
      head: { ...frame.predications[n]!, main: true },
      subject: null,
    });
  }
  if (parts.length === 0 && frame.tokens.length > 0) {
    const only = frame.clauses[0];
    const wide = frame.clauses.length > 0 && only !== undefined && only.first <= 3;
    parts.push({
      from: 0,
      to: frame.tokens.length - 1,
      clause: wide ? 0 : -1,
      head: wide ? { ...frame.predications[0]!, main: true } : null,
      subject: null,
    });
  }
  return parts;
}

const ENCOUNTER =
  /\b(?:meetings?|talks|calls?|telephone[ds]?|phone[ds]?|conversations?|dinner|lunch|breakfast|summit|session|exchange|discussions?|met|negotiations?|visit|encounter)\b/i;

function paragraphOf(text: string, at: number): string {
  const from = text.lastIndexOf("\n\n", at);
  const to = text.indexOf("\n\n", at);
  return text.slice(Math.max(from, 0), to < 0 ? text.length : to);
}

/** "any meddling", "a leak": a noun phrase as what is said to be. */
function nominal(tokens: readonly Token[], from: number, to: number, voice: Voice): Predication {
  const keys = keysOf(tokens, voice);
  const roots = new Set<string>();
  for (let k = from; k <= to; k++) {
    if (tokens[k]!.pos === "NOUN") for (const key of keys[k]!) if (!/^[@#]/.test(key)) roots.add(key);
    if (roots.size > 0 && tokens[k]!.pos === "ADP") break;
  }
  const others = new Set<string>();
  for (let k = from; k <= to; k++) for (const key of keys[k]!) others.add(key);
  for (const root of roots) others.delete(root);
  return {
    roots: [...roots],
    concepts: [...new Set([...roots].flatMap((root) => [...conceptsOf(root)]))],
    negative: /^(?:no|not|never|none|nothing)$/.test(tokens[from]?.lower ?? ""),
    hedged: false,
    future: false,
    agent: new Set(),
    others,
    main: true,
    passive: false,
    light: false,
    unique: false,
    foremost: false,
    at: from,
  };
}

/** Without what only opens a content: quotation marks, "that". */
function opened(tokens: readonly Token[]): Token[] {
  let from = 0;
  while (
    from < tokens.length &&
    (tokens[from]!.pos === "PUNCT" ||
      (from < 3 &&
        tokens[from]!.lower === "that" &&
        !/^(?:NOUN|AUX|VERB)$/.test(tokens[from + 1]?.pos ?? "")))
  )
    from++;
  return tokens.slice(from);
}

function sentences(tokens: readonly Token[]): Token[][] {
  const found: Token[][] = [];
  let current: Token[] = [];
  for (const token of tokens) {
    current.push(token);
    if (token.pos === "PUNCT" && /^[.?!]+$/.test(token.text)) {
      if (current.length > 1) found.push(current);
      current = [];
    }
  }
  if (current.some((token) => token.pos !== "PUNCT")) found.push(current);
  return found;
}
