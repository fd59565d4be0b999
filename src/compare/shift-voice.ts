import type { Act, Article, Statement } from "../model.ts";
import { extentOf } from "../span.ts";
import type { Claim } from "./claim.ts";
import { kinOf } from "./kin.ts";
import { dayOf } from "./moment.ts";
import type { PairResult } from "./pair.ts";
import type { PointContext } from "./point.ts";
import { EARLIER_CUE } from "./shift-marker.ts";

/** A change of position before it is a Shift. */
export interface Change {
  from: { statement: string; article: string };
  to: { statement: string; article: string };
  holder: string;
  worth: number;
}

/** Where a claim stands, as an end of a change. */
export const placeOf = ({ statement, article }: Claim): Change["from"] => ({ statement, article });

/** What a holder says at one place. */
export interface Voice {
  statement: Statement;
  article: Article;
  start: number;
  end: number;
  day: number | null;
  /** The report itself puts it earlier: "had pledged". */
  earlier: boolean;
  direct: boolean;
  /** Some of it at least stands in quotation marks. */
  quoted: boolean;
  /** Numbers of its claims. */
  claims: number[];
}

/** Where somebody says something, as an end of a change. */
export const placeOfVoice = ({ statement, article }: Voice): Change["from"] => ({
  statement: statement.id,
  article: article.id,
});

/** All that a statement gives as said. */
export const wordsOf = ({ content }: Statement) => content.map((p) => p.text).join(" ");

/** Claims of one turn that are compared. */
const MOST_CLAIMS = 12;

/** Acts that take a position; thanks, questions and hopes are none to go back on. */
const POSITIONS: ReadonlySet<Act> = new Set<Act>(
  "assert deny confirm accept reject doubt allege accuse warn announce promise threaten demand propose agree believe want".split(
    " ",
  ) as Act[],
);

/** What each holder says, in order of the documents. */
export function voicesOf({ prepared, claimsOf, numberOf }: PointContext): Map<string, Voice[]> {
  const found = new Map<string, Voice[]>();
  const kin = kinOf(prepared);
  for (const { statement, article, standing, holders } of prepared.statements.values()) {
    if (standing === "nested" || standing === "narrated" || statement.content.length === 0) continue;
    if (!POSITIONS.has(statement.act)) continue;
    const own = (claimsOf.get(statement.id) ?? []).filter((claim) => claim.asserts);
    const claims =
      own.length > 0 ? own : answered(statement, article).flatMap((id) => claimsOf.get(id) ?? []);
    if (claims.length === 0) continue;
    const voice: Voice = {
      statement,
      article,
      ...extentOf(statement),
      day: dayOf((statement.saidAt?.length ?? 0) >= 10 ? statement.saidAt : article.publishedAt),
      earlier: EARLIER_CUE.test(statement.cue.map((p) => p.text).join(" ")),
      direct: statement.form === "direct",
      quoted: statement.form !== "indirect",
      claims: claims.slice(0, MOST_CLAIMS).map((claim) => numberOf.get(claim)!),
    };
    for (const holder of new Set(holders.map((id) => kin(id, article)))) {
      const list = found.get(holder);
      if (list) list.push(voice);
      else found.set(holder, [voice]);
    }
  }
  return found;
}

/** The turn that ends before a place, or null. */
export function turnBefore(article: Article, at: number): Statement | null {
  let turn: Statement | null = null;
  for (const one of article.statements) {
    const end = one.content.at(-1)?.end ?? Number.POSITIVE_INFINITY;
    if (one.parent === null && end <= at && end > (turn?.content.at(-1)?.end ?? -1)) turn = one;
  }
  return turn;
}

/** "It did not.": the question before says what. */
function answered(statement: Statement, article: Article): string[] {
  if (article.kind !== "transcript" || statement.parent !== null) return [];
  if (wordsOf(statement).split(/\s+/).length > 5) return [];
  const asked = turnBefore(article, statement.content[0]!.start);
  return asked && /\?\W*$/.test(wordsOf(asked)) ? [asked.id] : [];
}

/** How near two statements are in matter, and how far apart in what they say of it. */
interface Nearness {
  topic: number;
  clash: number;
  agree: number;
}

export function nearness(a: Voice, b: Voice, { table, claims }: PointContext): Nearness {
  const near: Nearness = { topic: 0, clash: 0, agree: 0 };
  for (const i of a.claims)
    for (const j of b.claims) {
      if (claims[i]!.statement === claims[j]!.statement) continue;
      const result = table.get(i, j);
      near.topic = Math.max(near.topic, result.topic);
      near.clash = Math.max(near.clash, result.topic * clashOf(result));
      near.agree = Math.max(
        near.agree,
        result.topic * (result.chances?.agree ?? (result.verdict === "agree" ? result.score : 0)),
      );
    }
  return near;
}

function clashOf({ chances, verdict, score }: PairResult): number {
  if (chances) return chances.conflict + 0.5 * chances.diverge;
  return verdict === "conflict" ? score : verdict === "diverge" ? 0.5 * score : 0;
}

/** Words that leave no room, the kind that people go back on. */
const FIRM =
  /\b(?:not|no|never|nobody|none|nothing|nowhere|neither|without|cannot|any|always|every|all|will|shall|must|under no|at no)\b|n['’]t\b/i;

export const isFirm = ({ statement }: Voice): boolean =>
  statement.act === "deny" ||
  statement.act === "reject" ||
  FIRM.test(statement.content.map((p) => p.text.replace(/\w+-\w+/g, " ")).join(" "));

const NEGATIVE = /\b(?:not|no|never|nobody|none|nothing|neither|nor|cannot)\b|n['’]t\b/i;
export const isNegative = ({ statement }: Voice) =>
  (statement.act === "deny" || statement.act === "reject") !== NEGATIVE.test(wordsOf(statement));

const NOBODY = /\b(?:nobody|no one|none|not one|not a single)\b/i;
const SOMEBODY = /\b(?:everybody|everyone|somebody|someone|some|most|all|each|many)\b/i;

/** Does one speak of nobody where the other speaks of somebody? */
export function isOpposed(a: Voice, b: Voice): boolean {
  const [x, y] = [wordsOf(a.statement), wordsOf(b.statement)];
  return (
    (NOBODY.test(x) && SOMEBODY.test(y) && !NOBODY.test(y)) ||
    (NOBODY.test(y) && SOMEBODY.test(x) && !NOBODY.test(x))
  );
}

/** Were the words of `a` said before those of `b`, as far as the texts tell? */
export function isBefore(a: Voice, b: Voice): boolean {
  if (a.article.id === b.article.id) {
    // A transcript goes on as it was spoken.
    if (a.article.kind === "transcript") return a.end <= b.start;
    return a.earlier && !b.earlier;
  }
  if (a.day !== null && b.day !== null && a.day !== b.day) return a.day < b.day;
  const [x, y] = [a.article.publishedAt, b.article.publishedAt];
  return x !== null && y !== null && x.length > 10 && y.length > 10 && Date.parse(x) < Date.parse(y);
}
