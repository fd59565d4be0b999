import type { Claim } from "./claim.ts";
import { conceptsOf } from "./concepts.ts";
import type { Token } from "./language.ts";
import type { Quantity } from "./quantity.ts";
import { join, lowerFirst, namer, type Question, range, THIRD_PERSON, yesNoQuestion } from "./question.ts";
import { rootOf } from "./vocabulary.ts";

/** "How many workers were injured?" for a claim that gives a figure; null where its clause does not allow it. */
export function quantityQuestion(
  claim: Claim,
  quantity: Quantity,
  nameOf: string | null,
  sideName: string | null,
  common: ReadonlySet<string>,
): Question | null {
  const { tokens } = claim.frame;
  const clause = claim.frame.clauses[claim.clause];
  const at = tokens.findIndex((token) => token.start >= quantity.start && token.start < quantity.end);
  if (at < 0) return null;
  if (quantity.dimension === "date" || quantity.dimension === "time") {
    const base = yesNoQuestion(claim, nameOf, sideName, common);
    if (!base) return null;
    // Ask for the time instead: drop the phrase that gives it.
    const phrase = new RegExp(
      `(?:,? (?:on|at|by|from|in|since|until|before|after|about|around|for)){0,2}(?: the (?:end|beginning|start|middle) of)? ${escaped(quantity.text)}(?: (?:morning|evening|afternoon|night|as planned))?`,
      "i",
    );
    if (!phrase.test(base.text)) return null;
    const question = base.text.replace(phrase, "").replace(/ today\b/, "");
    return { text: `When ${lowerFirst(question)}`.replace(/\s+/g, " ").replace(/ \?/, "?"), cost: base.cost };
  }
  if (clause && claim.subject && at === clause.last + 1 && quantity.dimension !== "count") {
    // "fell 38 percent": by how much.
    const without = yesNoQuestion({ ...claim, to: clause.last }, nameOf, sideName, common);
    const after = range(tokens, at, claim.to).find((k) => tokens[k]!.start >= quantity.end);
    if (without && conceptsOf(rootOf(tokens[clause.verb]!.lemma)).length > 0) {
      const rest =
        after === undefined
          ? []
          : range(tokens, after, Math.min(claim.to, after + 8)).map((k) => tokens[k]!.text);
      const text = join([`By how much ${lowerFirst(without.text.replace(/\?$/, ""))}`, ...rest]).replace(
        /[.,;:]+$/,
        "",
      );
      return { text: `${text}?`, cost: without.cost };
    }
  }
  const noun = counted(tokens, at, quantity);
  if (noun === null) return null;
  const how =
    quantity.dimension === "money" ||
    (quantity.dimension === "mass" && noun === "") ||
    quantity.dimension === "ratio"
      ? "How much"
      : "How many";
  if (!clause || !claim.subject || clause.kind !== "main")
    return noun === "" ? null : { text: `How many ${noun} were there?`, cost: 4 };
  const naming = namer(claim, nameOf, sideName);
  const inSubject = at >= claim.subject.from && at <= claim.subject.to;
  if (quantity.dimension === "ratio" && inSubject) {
    const rest = range(tokens, clause.first, Math.min(claim.to, clause.last + 9)).map((k) => tokens[k]!);
    const end = rest.findIndex((token, k) => k > 1 && /^[,.;:]$/.test(token.text));
    const words = rest.slice(0, end < 0 ? rest.length : end).map((token) => naming(token, token.text));
    const of = quantity.noun === "" ? "What share" : `What share of ${quantity.noun}`;
    return { text: `${of} ${join(words)}?`, cost: 1.5 };
  }
  if (quantity.dimension === "count" && inSubject && noun !== "") {
    const rest = range(tokens, clause.first, Math.min(claim.to, clause.last + 9)).map((k) => tokens[k]!);
    const end = rest.findIndex((token, k) => k > 1 && /^[,.;:]$/.test(token.text));
    const words = rest.slice(0, end < 0 ? rest.length : end).map((token) => naming(token, token.text));
    return { text: `${how} ${noun} ${join(backshifted(words))}?`, cost: 1 };
  }
  if (quantity.dimension === "count" && noun !== "") {
    const base = yesNoQuestion(
      { ...claim, to: Math.max(clause.last, Math.min(claim.to, at - 1)) },
      nameOf,
      sideName,
      common,
    );
    if (base) {
      const head = base.text
        .replace(/\?$/, "")
        .replace(
          /\s+(?:about|some|nearly|almost|over|at least|more than|fewer than|only|the|its|their|around)$/i,
          "",
        )
        .replace(/\b(?:about|some|nearly|at least|more than)$/i, "");
      return { text: `How many ${noun} ${lowerFirst(head).trim()}?`, cost: base.cost + 0.5 };
    }
  }
  const topic = topicOf(claim, at);
  return topic === null
    ? null
    : {
        text:
          quantity.dimension === "count" ? `How many ${noun || topic} were there?` : `How large is ${topic}?`,
        cost: 3,
      };
}

/** A pluperfect only marks reported speech: "had been injured" asks "were injured". */
function backshifted(words: readonly string[]): string[] {
  const [first, second] = words;
  if (first !== "had" || second === undefined) return [...words];
  if (second === "been") return ["were", ...words.slice(2)];
  return /ed$/.test(second) ? words.slice(1) : [...words];
}

/** The noun phrase that a figure measures: "a deficit of 5.1 percent" → "the deficit". */
function topicOf(claim: Claim, at: number): string | null {
  const { tokens } = claim.frame;
  for (let k = at - 1; k >= Math.max(claim.from, at - 7); k--) {
    if (tokens[k]!.pos !== "NOUN") continue;
    let from = k;
    while (from > claim.from && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[from - 1]!.pos)) from--;
    return `the ${join(range(tokens, from, k).map((n) => tokens[n]!.text))}`;
  }
  if (claim.subject) {
    const words = range(tokens, claim.subject.from, claim.subject.to).map((k) => tokens[k]!.text);
    if (!THIRD_PERSON.test(words.join(" ").toLowerCase()) && words.length <= 7)
      return lowerFirst(join(words));
  }
  return null;
}

/** The counted noun with its adjectives, plural: "badly injured workers"; "" where none stands there, null where it can't. */
function counted(tokens: readonly Token[], at: number, quantity: Quantity): string | null {
  if (quantity.dimension !== "count") return "";
  if (quantity.noun === "") return "";
  let k = at + 1;
  while (k < tokens.length && tokens[k]!.start < quantity.end) k++;
  const words: string[] = [];
  for (let steps = 0; k < tokens.length && steps < 8; k++, steps++) {
    const token = tokens[k]!;
    if (/^(?:of|the|its|their|our|us|those|these)$/.test(token.lower) && words.length === 0) {
      if (token.lower === "us") return "people";
      continue;
    }
    if (!/^(?:NOUN|ADJ|PROPN|VERB)$/.test(token.pos)) break;
    if (token.pos === "VERB" && words.length > 0) break;
    words.push(token.text);
    if (token.lower === quantity.noun) break;
  }
  const phrase = words.join(" ");
  return phrase === "" ? quantity.noun : phrase;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
