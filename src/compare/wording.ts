import { voicesOf } from "./called.ts";
import type { Claim } from "./claim.ts";
import { quantityQuestion } from "./figure-question.ts";
import { topicOf } from "./label.ts";
import type { Prepared } from "./prepare.ts";
import { type Question, yesNoQuestion } from "./question.ts";
import { faultsOf } from "./question-check.ts";
import type { Dimension } from "./unit.ts";

export { labelOf } from "./label.ts";

/** The best question for a group of claims, and the claim it was made of. */
export interface Asked extends Question {
  from: Claim;
  /** "yesno": answers can be yes or no; "which": they give a figure, a time, a name. */
  kind: "yesno" | "which";
}

/** From here on a question about the topic reads better than one made of a claim. */
const TOO_DEAR = 6;

/** What a claim of a group says for itself, where a question is to be made of one. */
export interface Bearing {
  /** Statements that give its answer. */
  backing: (claim: Claim) => number;
  /** How near it stands to what the point is about, 0 to 1; null where only words can tell. */
  nearness: ((claim: Claim) => number) | null;
}

/** Costs of a claim that stands off what the point is about: more than any roughness of the words. */
const AWAY = 4;

/** Asks what a group of claims answers, in the words of the one that reads best and stands nearest to what decides. */
export function ask(
  group: readonly Claim[],
  decisive: { a: Claim; b: Claim; figure: Dimension | null } | null,
  prepared: Prepared,
  { backing, nearness }: Bearing,
): Asked {
  const options: Asked[] = [];
  const shared = new Map<string, number>();
  for (const claim of group) for (const key of claim.keys) shared.set(key, (shared.get(key) ?? 0) + 1);
  const figure = decisive === null ? null : differing(decisive);
  for (const claim of group) {
    const voices = voicesOf(claim, prepared);
    const favour = decisive && (claim === decisive.a || claim === decisive.b) ? 0 : 1.5;
    const many = -0.4 * Math.min(3, backing(claim));
    const apart =
      group.length < 2 ? 0 : nearness === null ? 1 - likeness(claim, shared) : AWAY * (1 - nearness(claim));
    const standing =
      many + apart + (claim.standing === "nested" ? 3 : claim.standing === "narrated" ? 0.5 : 0);
    if (figure !== null) {
      for (const quantity of claim.quantities) {
        if (quantity.name || quantity.dimension !== figure) continue;
        const question = quantityQuestion(claim, quantity, voices);
        if (question && question.cost < TOO_DEAR)
          options.push({ ...question, cost: question.cost + favour + standing, from: claim, kind: "which" });
      }
    }
    const question = yesNoQuestion(claim, voices);
    if (question && question.cost < TOO_DEAR) {
      const negative = signOf(claim) < 0 ? 1 : 0;
      options.push({
        ...question,
        cost: question.cost + favour + standing + negative + (figure === null ? 0 : 4) + figurative(claim),
        from: claim,
        kind: "yesno",
      });
    }
  }
  options.sort((a, b) => a.cost - b.cost || (a.text < b.text ? -1 : 1));
  return options[0] ?? aboutTopic(group, prepared);
}

/** How much of a claim's words the others of the group have, too. */
function likeness(claim: Claim, shared: ReadonlyMap<string, number>): number {
  let met = 0;
  for (const key of claim.keys) if ((shared.get(key) ?? 0) > 1) met++;
  return claim.keys.size === 0 ? 0 : met / claim.keys.size;
}

/** The measure in which two claims' figures really differ; null where none does. */
function differing({ a, b, figure }: { a: Claim; b: Claim; figure: Dimension | null }): Dimension | null {
  if (figure === null) return null;
  const of = (claim: Claim) => claim.quantities.filter((one) => one.dimension === figure && !one.name);
  const apart = of(a).some((x) => of(b).some((y) => x.low > y.high || y.low > x.high));
  return apart ? figure : null;
}

/** "A good host forgets who rang first", "like a wolf": said to strike, not to be asked. */
function figurative(claim: Claim): number {
  const { tokens } = claim.frame;
  const first = claim.subject === null ? undefined : tokens[claim.subject.from];
  const verb = tokens[claim.frame.clauses[claim.clause]?.first ?? -1];
  const proverb =
    /^(?:an?|one|you)$/.test(first?.lower ?? "") &&
    verb !== undefined &&
    /s$/.test(verb.lower) &&
    !/^(?:was|has)$/.test(verb.lower);
  return (proverb ? 2 : 0) + (LIKENING.test(claim.text) ? 1.5 : 0);
}

const LIKENING = /\b(?:like an?|as if|as though|fairy tale)\b|\bas \w+ as (?:an?|ever)\b/i;

/** Where no claim can be turned into a question that reads well: asks what is said of the topic, or by whom. */
function aboutTopic(group: readonly Claim[], prepared: Prepared): Asked {
  const from = group[0]!;
  const phrase =
    (topicOf(group, prepared, null) ?? topicOf(group, prepared, null, { any: true }))?.phrase ?? null;
  const told = group.every((claim) => claim.standing !== "narrated");
  const holders = [...new Set(group.flatMap((claim) => claim.holders))];
  const names = [...new Set(group.map((claim) => voicesOf(claim, prepared).holder))].filter(
    (name) => name !== null,
  );
  const name = holders.length === 1 && told ? (names[0] ?? null) : null;
  const all = names.length === 0 || names.length > 3 || names.length < holders.length ? null : list(names);
  const texts = [
    name !== null && phrase !== null && `What did ${name} say about ${phrase}?`,
    phrase !== null && `What do the accounts say about ${phrase}?`,
    all !== null && `What did ${all} ${told ? "say" : "report"}?`,
  ];
  const text =
    texts.find((one) => one !== false && faultsOf(one).length === 0) ||
    "What do the accounts say about this?";
  return { text, cost: 10, from, kind: "which" };
}

const list = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

export function signOf(claim: Claim): number {
  return claim.polarity * (claim.heads[0]?.negative ? -1 : 1);
}

/** What a position answers, in its claim's words: never meant as a quotation. */
export function answerOf(claim: Claim, cue: string | null): string {
  const text = claim.text
    .replace(/[“”"]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, "")
    .replace(/[.]$/, "");
  const short = text.length > 180 ? `${text.slice(0, 180).replace(/\s+\S*$/, "")} …` : text;
  if (claim.polarity < 0) return `${cue ? cue.replace(/[“”"]/g, "") : "denied"}: ${short}`;
  return short.charAt(0).toUpperCase() + short.slice(1);
}
