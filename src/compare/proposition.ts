import type { Article, Passage, Statement } from "../model.ts";
import { extentOf, sharedLength } from "../span.ts";
import type { Claim } from "./claim.ts";
import { clausesOf } from "./clause.ts";
import { type ClaimContext, claimsOfText } from "./clause-claims.ts";
import { conceptsOf } from "./concepts.ts";
import { keysOf, type Predication } from "./frame.ts";
import { words } from "./language.ts";
import { Mosaic } from "./mosaic.ts";
import { rootOf } from "./vocabulary.ts";

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
    claim.told = event !== null;
    claim.refers = referent.map((p) => p.text);
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
  if (
    statement.cue.length === 1 &&
    /^(?:(?:had|has|have) )?(?:said|says|say|told|tells|stated|states|added|adds|according to)\b/i.test(
      cue?.text ?? "",
    )
  )
    return null;
  if (statement.form === "direct" || !source || !cue || source.start > cue.start) return null;
  const clauses = clausesOf(words(content));
  const first = clauses[0];
  if (first && first.kind === "main" && first.subject !== null) return null;
  if (clauses.some((clause) => clause.kind === "complement" && clause.subject !== null && clause.from <= 2))
    return null;
  const { start, end } = extentOf(statement);
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
  const { start, end } = extentOf(statement);
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
