import type { Article, Passage, Statement } from "../model.ts";
import { sharedLength } from "../span.ts";
import type { Claim, Standing } from "./claim.ts";
import { clausesOf } from "./clause.ts";
import { conceptsOf } from "./concepts.ts";
import { type Frame, frameOf, keysOf, type Predication, type Voice } from "./frame.ts";
import { type Token, words } from "./language.ts";
import { dayOf } from "./moment.ts";
import { quantitiesIn } from "./quantity.ts";
import { REPORTING_VERBS, rootOf } from "./vocabulary.ts";

/** What "the claim", "his denial" and the like are called. */
const SAYINGS =
  "claims?|charges?|allegations?|accusations?|assertions?|reports?|suggestions?|statements?|denials?|versions?|accounts?|story|idea|notion|remarks?|criticism|figures?|promise|pledge|offer|proposal|bid|point";
/** A content that only points to words elsewhere: "it", "the charge", "these statements", "Mr. Sand’s denial". */
const POINTERS = [
  /^(?:it|this|that|so|them|these|those|as much|otherwise|any of (?:it|this|that|them))\.?$/i,
  new RegExp(
    `^(?:the|that|this|these|those|such|any|all|both|his|her|their|its) (?:\\w+ )?(?:${SAYINGS})\\.?$`,
    "i",
  ),
  new RegExp(`^\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*)*['’]s (?:\\w+ )?(?:${SAYINGS})\\.?$`, "u"),
];
const isPointer = (content: string) => POINTERS.some((pattern) => pattern.test(content));
const DENIAL = /\bdenials?\.?$/i;
const CLAIM_NOUN =
  /^(?:the |any |that |this |these |those |all |such |as |talk|.{0,20}['’]s )*(?:\w+ )?(?:claims?|charges?|allegations?|accusations?|assertions?|reports?|suggestions?|talk|idea|notion|rumou?rs?|version|account|criticism|speculation)\b/i;
const ACTS_AS_EVENTS: Record<string, string> = {
  accept: "accept",
  agree: "agree",
  promise: "promise",
  threaten: "threaten",
  reject: "reject",
  propose: "offer",
  accuse: "accuse",
  praise: "praise",
  criticise: "criticise",
  warn: "warn",
  deny: "deny",
};

export interface ClaimContext {
  article: Article;
  voice: Voice;
  holders: string[];
  sides: string[];
  standing: Standing;
}

/** A text put together of passages, with the way back to the article. */
class Mosaic {
  readonly text: string;
  private readonly pieces: { at: number; passage: Passage }[] = [];

  constructor(
    private readonly source: string,
    passages: readonly Passage[],
  ) {
    let text = "";
    for (const passage of passages) {
      // Pieces from two sentences stay two: a stop between them is kept.
      const before = this.pieces.at(-1)?.passage;
      const stop =
        before &&
        passage.start > before.end &&
        /[.!?]/.test(source.slice(before.end - 1, passage.start)) &&
        /^\p{Lu}|^[“"‘']/u.test(passage.text);
      if (text !== "") text += stop && !/[.!?]["”’']?$/.test(text) ? ". " : " ";
      this.pieces.push({ at: text.length, passage });
      text += passage.text;
    }
    this.text = text;
  }

  /** The article's words behind a stretch; of a stretch over several pieces the longest part. */
  passageAt(start: number, end: number): Passage | null {
    let best: Passage | null = null;
    for (const { at, passage } of this.pieces) {
      const from = Math.max(start, at);
      const to = Math.min(end, at + passage.text.length);
      if (to <= from || (best && to - from <= best.end - best.start)) continue;
      let a = passage.start + from - at;
      let b = passage.start + to - at;
      while (a < b && /[\s,;:–—“”"‘]/.test(this.source.charAt(a))) a++;
      while (b > a && /[\s,;:–—“”"]/.test(this.source.charAt(b - 1))) b--;
      if (b > a) best = { start: a, end: b, text: this.source.slice(a, b) };
    }
    return best;
  }
}

/** The claims of one attribution. */
export function claimsOfStatement(statement: Statement, context: ClaimContext): Claim[] {
  const { article } = context;
  const contentText = statement.content
    .map((p) => p.text)
    .join(" ")
    .replace(/^[“"‘'«\s]+|[”"’'»\s]+$/g, "");
  let polarity: 1 | -1 = 1;
  let asserts = true;
  let hedged = false;
  const claimish = statement.content.length === 0 || isPointer(contentText) || CLAIM_NOUN.test(contentText);
  switch (statement.act) {
    case "deny":
      polarity = -1;
      break;
    case "reject":
      if (claimish || clausalContent(contentText)) polarity = -1;
      break;
    case "doubt":
      polarity = -1;
      hedged = true;
      break;
    case "ask":
      // Of a turn of several sentences only the questions ask; their marks tell.
      asserts = statement.form === "direct" && /[.!]\s/.test(contentText);
      break;
    case "decline":
      asserts = false;
      break;
    default:
  }
  if (statement.negated) asserts = false;
  let passages: Passage[] = statement.content;
  let answers: string[] = [];
  const pointer = contentText === "" || isPointer(contentText);
  if (pointer) {
    const referents = statement.refersTo.length > 0 ? statement.refersTo : referentBefore(statement, article);
    if (referents.length > 0) {
      passages = referents;
      if (DENIAL.test(contentText)) polarity = polarity === 1 ? -1 : 1;
    }
    answers = article.statements
      .filter(
        (other) =>
          other.id !== statement.id &&
          other.content.some((c) => referents.some((r) => sharedLength(c, r) > 0)),
      )
      .map((other) => other.id);
  }
  const event = pointer || polarity < 0 || !asserts ? null : asEvent(statement, contentText, article);
  const mosaic = new Mosaic(article.text, event ? event.pieces : passages);
  const cue = statement.cue.map((p) => p.text).join(" ");
  if (
    /\b(?:may|might|appear|suggest|hint|suspect|believe|think|fear|hope)/i.test(cue) ||
    statement.kind === "belief"
  )
    hedged ||= statement.act !== "deny" && statement.act !== "accept";
  const wish =
    statement.kind === "intention" ||
    /^(?:demand|propose|want)$/.test(statement.act) ||
    (statement.act === "ask" && statement.form !== "direct");
  const own = statement.content[0] ?? statement.cue[0] ?? statement.source[0];
  const claims = claimsOfText(
    mosaic.text,
    context,
    statement,
    (start, end) => event?.whole ?? (pointer ? ownPassage(statement, article) : mosaic.passageAt(start, end)),
  );
  const referent = pointer ? [] : statement.refersTo;
  const contextKeys = new Set<string>();
  for (const passage of referent)
    for (const key of keysOf(words(passage.text), context.voice).flat()) contextKeys.add(key);
  const doing = event ? null : eventOf(statement, context, claims[0], cue);
  for (const claim of claims) {
    claim.polarity = polarity;
    claim.asserts &&= asserts;
    claim.hedged ||= hedged;
    claim.wish = wish;
    claim.answers = answers;
    for (const key of contextKeys) claim.context.add(key);
    if (own) claim.start = own.start;
  }
  if (doing && claims[0]) claims[0].heads.push({ ...doing, negative: statement.negated });
  return claims;
}

/**
 * "She supported the aim of a higher pension": where the content is no clause, the claim is the whole attribution. Null where
 * the content says enough, or the parts stand too far apart.
 */
function asEvent(
  statement: Statement,
  content: string,
  article: Article,
): { pieces: Passage[]; whole: Passage } | null {
  const [source, cue] = [statement.source[0], statement.cue[0]];
  if (statement.form === "direct" || !source || !cue || source.start > cue.start) return null;
  const clauses = clausesOf(words(content));
  const first = clauses[0];
  if (first && first.kind === "main" && first.subject !== null) return null;
  if (clauses.some((clause) => clause.kind === "complement" && clause.subject !== null && clause.from <= 2))
    return null;
  const all = [...statement.source, ...statement.cue, ...statement.content];
  const start = Math.min(...all.map((p) => p.start));
  const end = Math.max(...all.map((p) => p.end));
  if (
    end - start > 320 ||
    /\b(?:nor|neither|never)\s+\w+\s*$/i.test(article.text.slice(Math.max(0, start - 24), start))
  )
    return null;
  // Who the source is comes without what a relative clause or apposition adds.
  const border = /,\s|\s(?:who|whose|which)\b/.exec(source.text)?.index ?? source.text.length;
  const name = { start: source.start, end: source.start + border, text: source.text.slice(0, border) };
  return {
    pieces: [name, ...statement.cue, ...statement.content],
    whole: { start, end, text: article.text.slice(start, end) },
  };
}

/** "denied it", "Putin's denial": the words from source to cue, which carry the stance. */
function ownPassage(statement: Statement, article: Article): Passage | null {
  const all = [...statement.source, ...statement.cue, ...statement.content];
  const start = Math.min(...all.map((p) => p.start));
  const end = Math.max(...all.map((p) => p.end));
  if (end - start < 200) return { start, end, text: article.text.slice(start, end) };
  return statement.cue[0] ?? statement.content[0] ?? null;
}

const clausalContent = (text: string) => /^(?:that \w+ \w+ |having\b|being\b|any\b|\w+ing\b)/i.test(text);

/** Where nothing says what "it" stands for: what somebody else said last, in this or the sentence before. */
function referentBefore(statement: Statement, article: Article): Passage[] {
  const at = Math.min(...[...statement.cue, ...statement.content, ...statement.source].map((p) => p.start));
  let best: Statement | null = null;
  for (const other of article.statements) {
    const end = other.content.at(-1)?.end ?? -1;
    if (other.id === statement.id || other.parent !== null || end < 0 || end > at || at - end > 300) continue;
    if (other.speakers.some((id) => statement.speakers.includes(id))) continue;
    if (!best || end > best.content.at(-1)!.end) best = other;
  }
  return best ? best.content : [];
}

/** The doing that the cue itself reports ("accepted", "threatened"), as something others may contest. */
function eventOf(
  statement: Statement,
  context: ClaimContext,
  first: Claim | undefined,
  cue: string,
): Predication | null {
  const root = ACTS_AS_EVENTS[statement.act];
  if (root === undefined || !first) return null;
  const roots = [rootOf(root)];
  for (const token of words(cue))
    if (token.pos === "VERB" || token.pos === "NOUN") roots.push(rootOf(token.lemma));
  return {
    roots: [...new Set(roots)],
    concepts: [...new Set(roots.flatMap((r) => [...conceptsOf(r)]))],
    negative: false,
    hedged: false,
    future: false,
    agent: new Set(context.holders.map((id) => `@${id}`)),
    others: new Set(first.keys),
    main: true,
    passive: false,
    light: false,
    unique: false,
    foremost: false,
    at: -1,
  };
}

/** Claims of the own voice: one sentence or the rest of one. */
export function claimsOfSentence(passage: Passage, statement: Statement, context: ClaimContext): Claim[] {
  const mosaic = new Mosaic(context.article.text, [passage]);
  return claimsOfText(mosaic.text, context, statement, (start, end) => mosaic.passageAt(start, end));
}

function claimsOfText(
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
        referent: { he: nameFor("he", voice), she: nameFor("she", voice) },
        together:
          context.holders.length < 2
            ? null
            : context.holders.map((id) => voice.index.nameOf.get(id) ?? "others").join(" and "),
        day: dayOf(now),
        start: passage.start,
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

interface Part {
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

/** "failed to warn": the warning, negated. */
function undone(frame: Frame, clause: number): Predication[] {
  const main = frame.clauses[clause];
  if (!main || !/^(?:fail|refuse|neglect|forget|avoid|decline|omit)$/.test(frame.tokens[main.verb]!.lemma))
    return [];
  const above = frame.predications[clause]!;
  return frame.clauses.flatMap((inner, n) =>
    inner.parent === clause && (inner.kind === "infinitive" || inner.kind === "participle")
      ? [{ ...frame.predications[n]!, agent: above.agent, main: true, negative: !above.negative }]
      : [],
  );
}

const ENCOUNTER =
  /\b(?:meetings?|talks|calls?|telephone[ds]?|phone[ds]?|conversations?|dinner|lunch|breakfast|summit|session|exchange|discussions?|met|negotiations?|visit|encounter)\b/i;

function paragraphOf(text: string, at: number): string {
  const from = text.lastIndexOf("\n\n", at);
  const to = text.indexOf("\n\n", at);
  return text.slice(Math.max(from, 0), to < 0 ? text.length : to);
}

/** "the trust had denied that it had any plan": what it says that others said, denial and content composed. */
function reportedIn(frame: Frame, clause: number): Predication[] {
  const main = frame.clauses[clause];
  if (!main || !REPORTING_VERBS.has(frame.tokens[main.verb]!.lemma)) return [];
  const denies = /^(?:deny|reject|dispute|dismiss)$/.test(frame.tokens[main.verb]!.lemma);
  const found: Predication[] = [];
  for (const [n, inner] of frame.clauses.entries()) {
    if (inner.kind !== "complement" || inner.parent !== clause) continue;
    const head = frame.predications[n]!;
    const agent = new Set([...head.agent, ...frame.predications[clause]!.agent]);
    found.push({ ...head, agent, negative: head.negative !== denies, main: true });
  }
  return found;
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

/** What a sentence encoder reads: full names make any two texts about one person look alike, so surnames only. */
function encodable(frame: Frame, part: Part, voice: Voice, text: string): string {
  const { tokens } = frame;
  const range = (from: number, to: number) => {
    let out = "";
    for (let k = from; k <= to; k++) {
      const token = tokens[k]!;
      const mention = mentions.find((one) => k >= one.from && k <= one.to);
      const gap = k > from ? text.slice(tokens[k - 1]!.end, token.start) : "";
      if (mention && k < mention.to && voice.index.kindOf.get(mention.id) === "person") continue;
      out += gap + token.text;
    }
    return out;
  };
  const mentions = voice.index.mentions(tokens);
  const outside = part.subject && (part.subject.from < part.from || part.subject.from > part.to);
  const shared = outside ? `${range(part.subject!.from, part.subject!.to)} ` : "";
  return (
    shared +
    range(part.from, part.to)
      .replace(/^(?:and|but|or|,)\s+/i, "")
      .replace(/^that\s+/i, "")
  )
    .replace(/[“”"]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The clause as a reader without context would need it: own subject, "I" and "we" by name. */
function readable(frame: Frame, part: Part, voice: Voice, text: string): string {
  const tokens = frame.tokens;
  const name = voice.holder ? voice.index.nameOf.get(voice.holder) : undefined;
  let told = false;
  const piece = (from: number, to: number) => {
    let out = "";
    for (let k = from; k <= to; k++) {
      const token = tokens[k]!;
      const gap = k > from ? text.slice(tokens[k - 1]!.end, token.start) : "";
      const own = name !== undefined && /^(?:i|we|me|us|my|our|mine|ours)$/.test(token.lower);
      out += gap + (own ? standIn(token.lower, name, told) : token.text);
      told ||= own;
    }
    return out;
  };
  const own =
    part.subject &&
    name &&
    part.subject.from === part.subject.to &&
    /^(?:i|we)$/.test(tokens[part.subject.from]!.lower);
  const body = (
    own ? agree(piece(part.from, part.to), name, presentVerb(frame, part)) : piece(part.from, part.to)
  )
    .replace(/^(?:and|but|or|that|,)\s+/i, "")
    .replace(/^that\s+/i, "");
  const shared =
    part.subject && (part.subject.from < part.from || part.subject.from > part.to)
      ? `${piece(part.subject.from, part.subject.to)} `
      : "";
  return (shared + body).replace(/\s+/g, " ").trim();
}

/** "Ana Ruiz have written" → "Ana Ruiz has written": a name in place of "I" or "we". */
function agree(text: string, name: string, verb: string | null): string {
  const at = text.indexOf(name);
  if (at < 0) return text;
  const rest = text
    .slice(at + name.length)
    .replace(
      /^( (?:never |also |already |now |still )?)(have|am|are|were|'m|’m|'re|’re|'ve|’ve)\b/,
      (_, gap: string, verb: string) => gap + SINGULAR[verb.replace(/^['’]/, "")],
    );
  const inflected =
    verb === null
      ? rest
      : rest.replace(
          new RegExp(`^( (?:never |also |already |now |still )?)${verb}\\b`),
          (_, gap: string) => gap + thirdPerson(verb),
        );
  return text.slice(0, at + name.length) + inflected;
}

/** The plain present verb of a clause without auxiliary ("I take that as a sign"), or null. */
function presentVerb(frame: Frame, part: Part): string | null {
  const clause = frame.clauses[part.clause];
  const verb = clause ? frame.tokens[clause.verb] : undefined;
  return clause &&
    verb &&
    clause.first === clause.verb &&
    verb.pos === "VERB" &&
    verb.lower === verb.lemma &&
    !PAST_ALIKE.test(verb.lower)
    ? verb.lower
    : null;
}

const PAST_ALIKE = /^(?:put|cut|hit|set|shut|hurt|let|cost|read|beat|spread|burst|cast|bid|quit|shed|split)$/;

function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return verb === "have" ? "has" : `${verb}s`;
}

const SINGULAR: Record<string, string> = {
  have: "has",
  am: "is",
  are: "is",
  were: "was",
  m: " is",
  re: " is",
  ve: " has",
};

/** The speaker's name for "I", "we", "our"; a pronoun from the second time on. */
export function standIn(word: string, name: string, again: boolean): string {
  const many = /^(?:we|us|our|ours)$/.test(word);
  const short = again && !many ? (name.split(" ").at(-1) ?? name) : name;
  if (/^(?:my|our|mine|ours)$/.test(word)) return again && many ? "their" : `${short}’s`;
  return again && many ? (word === "us" ? "them" : "they") : short;
}
