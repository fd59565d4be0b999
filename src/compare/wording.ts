import type { Claim } from "./claim.ts";
import { headOf } from "./clause.ts";
import { quantityQuestion } from "./figure-question.ts";
import { keysOf, type Voice } from "./frame.ts";
import type { Prepared } from "./prepare.ts";
import { join, lowerFirst, type Question, yesNoQuestion } from "./question.ts";
import type { Dimension } from "./unit.ts";
import type { Weights } from "./weight.ts";

/** The best question for a group of claims, and the claim it was made of. */
export interface Asked extends Question {
  from: Claim;
  /** "yesno": answers can be yes or no; "which": they give a figure, a time, a name. */
  kind: "yesno" | "which";
}

const voiceOf = (claim: Claim, prepared: Prepared): Voice => ({
  holder: claim.holders.length === 1 ? claim.holders[0]! : null,
  side: claim.sides.length === 1 ? claim.sides[0]! : null,
  index: prepared.index,
});

/** Names for "I" and "we" in a claim's words. */
function namesOf(claim: Claim, prepared: Prepared): { holder: string | null; side: string | null } {
  const holder = claim.holders.length === 1 ? (prepared.index.nameOf.get(claim.holders[0]!) ?? null) : null;
  return { holder, side: prepared.sideName(claim.sides.length === 1 ? claim.sides[0]! : null) };
}

/** Asks what a group of claims answers, in the words of the one that reads best. */
export function ask(
  group: readonly Claim[],
  decisive: { a: Claim; b: Claim; figure: Dimension | null } | null,
  prepared: Prepared,
  backing: (claim: Claim) => number = () => 0,
): Asked {
  const options: Asked[] = [];
  for (const claim of group) {
    const { holder, side } = namesOf(claim, prepared);
    const favour = decisive && (claim === decisive.a || claim === decisive.b) ? 0 : 1.5;
    const many = -0.4 * Math.min(3, backing(claim));
    const standing = many + (claim.standing === "nested" ? 3 : claim.standing === "narrated" ? 0.5 : 0);
    if (decisive?.figure) {
      for (const quantity of claim.quantities) {
        if (quantity.name || quantity.dimension !== decisive.figure) continue;
        const question = quantityQuestion(claim, quantity, holder, side, prepared.common);
        if (question)
          options.push({ ...question, cost: question.cost + favour + standing, from: claim, kind: "which" });
      }
    }
    const question = yesNoQuestion(claim, holder, side, prepared.common);
    if (question) {
      const negative = signOf(claim) < 0 ? 1 : 0;
      options.push({
        ...question,
        cost: question.cost + favour + standing + negative + (decisive?.figure ? 6 : 0),
        from: claim,
        kind: "yesno",
      });
    }
  }
  options.sort((a, b) => a.cost - b.cost || (a.text < b.text ? -1 : 1));
  const best = options[0];
  if (best && best.cost < 9) return best;
  const from = group[0]!;
  return {
    text: `What do the accounts say about ${lowerThe(labelOf(group, prepared, null))}?`,
    cost: 10,
    from,
    kind: "which",
  };
}

export function signOf(claim: Claim): number {
  return claim.polarity * (claim.heads[0]?.negative ? -1 : 1);
}

const lowerThe = (label: string) =>
  /^(?:The|A|An|His|Her|Its|Their) /.test(label) ? lowerFirst(label) : label;

/** A short noun phrase of the documents for what a group is about: the one whose words the group shares most. */
export function labelOf(group: readonly Claim[], prepared: Prepared, weights: Weights | null): string {
  const shared = new Map<string, number>();
  for (const claim of group) for (const key of claim.keys) shared.set(key, (shared.get(key) ?? 0) + 1);
  let best = "";
  let top = -1;
  for (const claim of group) {
    for (const phrase of nounPhrases(claim)) {
      const tokens = claim.frame.tokens.slice(phrase.from, phrase.to + 1);
      const keys = new Set(keysOf(tokens, voiceOf(claim, prepared)).flat());
      let worth = 0;
      for (const key of keys) {
        const weight = /^[#@]/.test(key) ? 0.3 : (weights?.of(key) ?? 1);
        worth += weight * (shared.get(key) ?? 0);
      }
      if (!tokens.some((token) => token.pos === "NOUN")) worth *= 0.5;
      worth /= Math.sqrt(tokens.length + 1);
      const text = join(tokens.map((token) => token.text)).replace(
        /^(?:the|a|an|any|no|some|this|that|these|those|such) /i,
        "",
      );
      if (text.length < 3 || /^(?:i|we|he|she|it|they|you)$/i.test(text)) continue;
      if (worth > top + 1e-9 || (Math.abs(worth - top) < 1e-9 && text < best)) {
        top = worth;
        best = text;
      }
    }
  }
  return best === "" ? group[0]!.text.split(" ").slice(0, 6).join(" ") : best;
}

/** Noun phrases of up to six words, with one "of" inside. */
function nounPhrases(claim: Claim): { from: number; to: number }[] {
  const { tokens } = claim.frame;
  const found: { from: number; to: number }[] = [];
  const inside = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/;
  for (let k = claim.from; k <= claim.to; ) {
    if (!inside.test(tokens[k]!.pos)) {
      k++;
      continue;
    }
    const from = k;
    while (k <= claim.to && (inside.test(tokens[k]!.pos) || (tokens[k]!.lower === "'s" && k > from))) k++;
    let to = k - 1;
    while (to > from && !/^(?:NOUN|PROPN)$/.test(tokens[to]!.pos)) to--;
    if (headOf(tokens, from, to) < 0 || to - from > 5) continue;
    found.push({ from, to });
    if (tokens[k]?.lower === "of" && k + 1 <= claim.to) {
      let end = k + 1;
      while (end <= claim.to && inside.test(tokens[end]!.pos)) end++;
      if (end - 1 > k && end - from <= 7 && /^(?:NOUN|PROPN)$/.test(tokens[end - 1]!.pos))
        found.push({ from, to: end - 1 });
    }
  }
  return found;
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
