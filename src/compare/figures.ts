import type { ReasonCode } from "../model.ts";
import type { Claim } from "./claim.ts";
import type { Decision, Evidence } from "./pair.ts";
import type { PredicateMatch } from "./predicate.ts";
import type { Quantity } from "./quantity.ts";
import { relateQuantities } from "./quantity-relation.ts";
import { rootOf } from "./vocabulary.ts";

/** How much figures in common add to "one question": a telling value, or the same time of the same event. */
export function sharedFigures(a: Claim, b: Claim, match: PredicateMatch | null): number {
  let best = 0;
  for (const x of a.quantities) {
    for (const y of b.quantities) {
      const relation = relateQuantities(x, y);
      // "347 of 640" twice is hardly chance; one whole alone says that the same people are counted.
      if (x.whole !== null && x.whole === y.whole) best = Math.max(best, relation === "same" ? 0.45 : 0.15);
      if (relation !== "same" && relation !== "rounded") continue;
      const alike = match !== null && match.predicate > 0;
      const clock = x.dimension === "time" || (x.dimension === "date" && !x.open && x.high - x.low < 1);
      const telling =
        x.dimension === "count" ? x.low >= 13 : x.dimension !== "date" && x.dimension !== "time";
      best = Math.max(best, clock ? (alike ? 0.2 : 0.05) : telling ? (alike ? 0.15 : 0.08) : 0);
    }
  }
  return best;
}

/** What the figures of two claims decide; `differ` where figures of one kind stand beside each other and none agrees. */
export function compareFigures(
  a: Claim,
  b: Claim,
  evidence: Evidence,
): { decision: Decision | null; differ: boolean } {
  const decision = compareNumbers(a, b, evidence);
  let differ = false;
  let agree = false;
  for (const x of a.quantities)
    for (const y of b.quantities) {
      if (x.dimension === "date" || x.dimension === "duration") continue;
      const relation = relateQuantities(x, y);
      if (relation === "different") differ = true;
      else if (relation !== null) agree = true;
    }
  return { decision, differ: differ && !agree };
}

/** The same measure with figures that agree or exclude each other. */
function compareNumbers(a: Claim, b: Claim, evidence: Evidence): Decision | null {
  let best: Decision | null = null;
  for (const x of a.quantities) {
    for (const y of b.quantities) {
      // "nine in ten did not come" is one in ten who did.
      const turned = x.dimension === "ratio" && a.heads[0]?.negative !== b.heads[0]?.negative;
      const value = turned ? complement(x) : x;
      const relation = relateQuantities(value, y);
      const oneWhole = x.whole !== null && x.whole === y.whole;
      if (relation === null) continue;
      // Somebody else's figure, or the roles turned round: no rival values of one measure.
      if (evidence.match?.rivals || evidence.match?.swapped) continue;
      const fit = Math.max(oneWhole ? 0.6 : 0, sameMeasure(x, y, evidence));
      if (fit < 0.5) continue;
      const one: [Quantity, Quantity] = [x, y];
      if (a.polarity !== b.polarity) {
        // A figure denied is no other figure; who denies the one that the other gives stands against him.
        const told = evidence.match !== null && evidence.match.predicate >= 0.85 ? 0.35 : 0.45;
        if (relation === "same" && evidence.topic >= told)
          best = better(best, {
            verdict: "conflict",
            code: "negation",
            score: Math.min(0.9, 0.4 + 0.5 * fit),
            quantities: one,
          });
        continue;
      }
      if (relation === "different") {
        const matched = evidence.match?.anchored && evidence.match.predicate >= 0.85;
        // Figures far apart are hardly two answers to one question, unless predicate and arguments say so.
        if (!matched && x.dimension !== "date" && x.dimension !== "time" && farApart(value, y)) continue;
        const alike =
          evidence.cosine === null
            ? evidence.lexical >= 0.5
            : evidence.cosine >= 0.5 && evidence.lexical >= 0.25;
        if (!matched && !alike && !oneWhole) continue;
        const rival =
          a.quantities.some((z) => relateQuantities(z, y) === "same") ||
          b.quantities.some((z) => relateQuantities(z, x) === "same");
        if (rival) continue;
        const code = x.dimension === "date" || x.dimension === "time" ? "date" : "number";
        // Two counts of one whole are no update of each other.
        const scope = oneWhole ? null : scopeDiffers(a, b, x, y);
        const loose =
          x.dimension === "count" && x.noun !== y.noun && x.noun !== "" && y.noun !== "" && !peopleBoth(x, y);
        if (loose && !scope && rootOf(singular(x.noun)) !== rootOf(singular(y.noun))) continue;
        if (scope) best = better(best, { verdict: "unclear", code: scope, score: 0.5, quantities: one });
        else
          best = better(best, {
            verdict: "conflict",
            code,
            score: Math.min(0.9, 0.45 + 0.5 * fit),
            quantities: one,
          });
      } else {
        // "two presidents" here and there is no agreement about anything.
        const alike = evidence.match !== null && evidence.match.predicate >= 0.85;
        if (!alike && x.dimension === "count" && x.high <= 12 && (evidence.cosine ?? 0) < 0.7) continue;
        best = better(best, {
          verdict: "agree",
          code: x.dimension === "date" ? "date" : "number",
          score: Math.min(0.9, (relation === "same" ? 0.45 : 0.35) + 0.5 * evidence.topic),
          quantities: one,
        });
      }
    }
  }
  return best;
}

function better(old: Decision | null, next: Decision): Decision {
  if (old === null) return next;
  const rank = (d: Decision) => (d.verdict === "conflict" ? 2 : d.verdict === "agree" ? 1 : 0);
  return rank(next) > rank(old) ? next : old;
}

/** 0..1: do both figures measure the same thing in the same event? */
function sameMeasure(x: Quantity, y: Quantity, evidence: Evidence): number {
  const { match, topic, lexical } = evidence;
  const predicate = match && match.predicate > 0 ? match.predicate : 0;
  const nouns =
    x.noun !== "" && y.noun !== ""
      ? rootOf(singular(x.noun)) === rootOf(singular(y.noun))
        ? 1
        : peopleBoth(x, y)
          ? 0.7
          : 0
      : 0.5;
  if (x.dimension === "count") {
    // "8,000 names" and "11,400 people" under one petition: other words for the count, the same thing counted.
    if (nouns === 0) return topic >= 0.38 && evidence.shared >= 0.7 && figureful(x) && figureful(y) ? 0.5 : 0;
    return (nouns >= 0.7 ? 0.35 : 0.1) + 0.35 * predicate + 0.4 * Math.max(topic, lexical);
  }
  if (x.dimension === "date" || x.dimension === "time") {
    // A date belongs to what happened on it: only the same event makes two dates rivals.
    if (predicate < 0.85 || !match || match.agent + match.others < 1.2) return 0;
    return 0.3 + 0.5 * topic;
  }
  const measured = x.about.some((root) => y.about.includes(root))
    ? 0.3
    : x.about.length > 0 && y.about.length > 0 && predicate < 0.85
      ? -0.3
      : nouns === 1
        ? 0.15
        : 0;
  const shares = x.dimension === "ratio" && x.ofWhole && y.ofWhole && topic >= 0.45 ? 0.15 : 0;
  return 0.15 + shares + 0.3 * predicate + 0.5 * Math.max(topic, lexical) + measured;
}

const farApart = (x: Quantity, y: Quantity) =>
  Math.max(Math.abs(x.high), Math.abs(y.high)) >
  20 * Math.max(1e-9, Math.min(Math.abs(x.low), Math.abs(y.low)));

function complement(q: Quantity): Quantity {
  const bound = q.bound === "above" ? "below" : q.bound === "below" ? "above" : "exact";
  return { ...q, low: 1 - q.high, high: 1 - q.low, bound };
}

const figureful = (q: Quantity) => q.low >= 100;

/** "112 staffed beds" beside "140 beds": a word that narrows one of them, and that the other account does not use. */
function restricted(x: Quantity, other: Claim): boolean {
  return x.modifiers
    .split(" ")
    .some((word) => word.length > 3 && !PLAIN.test(word) && !other.keys.has(rootOf(word)));
}

const PLAIN = /^(?:other|more|total|whole|people|about|young|local|their|these|those|such|same)$/;

const singular = (noun: string) => noun.replace(/ies$/, "y").replace(/(?<=[^s])s$/, "");
const PEOPLE =
  /^(?:people|persons?|workers?|men|women|soldiers?|employees|civilians?|residents?|members|victims|patients|passengers|colleagues|dead|children|students|protesters|demonstrators|marchers|supporters|staff|officers|voters|volunteers|families|farmers)$/;
const peopleBoth = (x: Quantity, y: Quantity) => PEOPLE.test(x.noun) && PEOPLE.test(y.noun);

/** Another period, place, population or measure: what differs besides the figure, or null. */
function scopeDiffers(a: Claim, b: Claim, x: Quantity, y: Quantity): ReasonCode | null {
  // Two polls ask two samples.
  if (POLL.test(a.text) || POLL.test(b.text)) return "scope";
  if (differentPeriods(a, b, x, y)) return "time";
  if (
    a.day !== null &&
    b.day !== null &&
    Math.abs(a.day - b.day) >= 1 &&
    (x.dimension === "count" || x.dimension === "ratio")
  )
    return "time";
  if (restricted(x, b) || restricted(y, a)) return "scope";
  if (x.ofWhole !== y.ofWhole && x.dimension === "count") return "scope";
  if (SCOPE.test(a.text) !== SCOPE.test(b.text)) return "scope";
  return null;
}

const POLL = /\b(?:polls?|polled|survey(?:ed|s)?|respondents|likely voters|average of)\b/i;

/** Words that widen or narrow what a figure counts. */
const SCOPE =
  /\b(?:in all|in total|overall|altogether|including|excluding|not counting|once .{3,40} (?:is|are) counted|if you count|severe(?:ly)?|serious(?:ly)?|critical(?:ly)?|minor|mild|net of|gross|so far|initial(?:ly)?|at first|per (?:day|week|month|year)|a (?:day|week|month|year))\b/i;

function differentPeriods(a: Claim, b: Claim, x: Quantity, y: Quantity): boolean {
  const dates = (claim: Claim, self: Quantity) =>
    claim.quantities.filter(
      (q) => (q.dimension === "date" || q.dimension === "duration") && q !== self && !q.name,
    );
  const as = dates(a, x);
  const bs = dates(b, y);
  const apart =
    as.length > 0 &&
    bs.length > 0 &&
    as.every((p) => bs.every((q) => p.dimension === q.dimension && relateQuantities(p, q) === "different"));
  if (apart) return true;
  // April against January to May: one period inside a longer one.
  if (as.length > 0 && bs.length > 0 && as.length !== bs.length) {
    const months = (list: Quantity[]) =>
      list.filter((q) => q.dimension === "date" && q.high - q.low >= 27).length;
    if (months(as) !== months(bs)) return true;
  }
  const period = /\b(?:this|next|last|coming|previous|first|second) (?:year|month|quarter|week|season)\b/i;
  const p = period.exec(a.text)?.[0].toLowerCase();
  const q = period.exec(b.text)?.[0].toLowerCase();
  return p !== undefined && q !== undefined && p !== q;
}
