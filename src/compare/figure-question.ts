/** Questions that a figure answers: "How many workers were injured?", "When will the filling begin?". */
import { askedClause, range, type Stretch } from "./asked-clause.ts";
import { Caller, lowered, type Voices } from "./called.ts";
import type { Claim } from "./claim.ts";
import { conceptsOf } from "./concepts.ts";
import type { Token } from "./language.ts";
import { isQuote, plain, printed, type Word } from "./printed.ts";
import type { Quantity } from "./quantity.ts";
import { asked, piecesOf, type Question } from "./question.ts";
import { faultsOf } from "./question-check.ts";
import { tailOf } from "./question-tail.ts";
import { conjugated } from "./turned.ts";
import { isVerbal } from "./verb-group.ts";
import { rootOf } from "./vocabulary.ts";

/** "How many workers were injured?" for a claim that gives a figure; null where its clause does not allow it. */
export function quantityQuestion(claim: Claim, quantity: Quantity, voices: Voices): Question | null {
  const { tokens } = claim.frame;
  const inside = range(claim.from, claim.to).filter(
    (k) => tokens[k]!.start < quantity.end && tokens[k]!.end > quantity.start,
  );
  if (inside.length === 0) return null;
  const figure = { from: inside[0]!, to: inside.at(-1)! };
  const clause = askedClause(claim);
  switch (quantity.dimension) {
    case "date":
    case "time":
      return clause && whenQuestion(claim, figure, voices);
    case "duration":
      return clause && lastingQuestion(claim, figure, voices, clause.group);
    case "ratio":
    case "count":
    case "money":
      break;
    default:
      return topicQuestion(claim, figure, voices);
  }
  const question =
    clause === null
      ? null
      : figure.from >= clause.subject.from && figure.from <= clause.subject.to
        ? subjectQuestion(claim, quantity, figure, clause, voices)
        : (objectQuestion(claim, quantity, figure, clause.group.last, voices) ??
          changeQuestion(claim, quantity, figure, clause.group, voices));
  return question ?? topicQuestion(claim, figure, voices);
}

const APPROXIMATE =
  /^(?:about|around|some|roughly|nearly|almost|over|under|only|just|approximately|exactly|at|least|most|more|fewer|less|than|up|to|the|an?|a|estimated|another|its|their|all|perhaps|as|many|much|of)$/;

/** A figure with what tells how exact it is: "at least 40". */
function widened(tokens: readonly Token[], { from, to }: Stretch, lowest: number): Stretch {
  let start = from;
  while (
    start > lowest &&
    (APPROXIMATE.test(tokens[start - 1]!.lower) || tokens[start - 1]!.pos === "SYM") &&
    tokens[start - 1]!.lower !== "of"
  )
    start--;
  return { from: start, to };
}

/** The phrase with the preposition that a time stands in: "on July 1", "at about noon". */
function whenQuestion(claim: Claim, figure: Stretch, voices: Voices): Question | null {
  const { tokens } = claim.frame;
  let { from } = widened(tokens, figure, claim.from);
  if (
    tokens[from - 1]?.pos === "ADP" ||
    /^(?:by|on|at|in|since|until|from|before|after|till)$/.test(tokens[from - 1]?.lower ?? "")
  )
    from--;
  else if (
    tokens[from]?.lower !== "at" &&
    !/^(?:today|yesterday|tomorrow|last|next)$/.test(tokens[from]!.lower)
  )
    return null;
  let { to } = figure;
  if (/^(?:morning|evening|afternoon|night|as)$/.test(tokens[to + 1]?.lower ?? ""))
    to += tokens[to + 1]!.lower === "as" ? 2 : 1;
  if (/^(?:to|until|and|or|,)$/.test(tokens[to + 1]?.lower ?? "") && tokens[to + 2]?.pos === "NUM")
    return null;
  // "since", "until": the phrase asks for more than a moment.
  if (/^(?:since|until|till|between)$/.test(tokens[from]!.lower)) return null;
  const pieces = piecesOf(claim, voices, { omit: { from, to } });
  return pieces === null ||
    pieces.tail.some((word) => word.at > figure.to && /^(?:and|or|at|on)$/.test(word.text))
    ? null
    : asked(pieces, "When");
}

/** "The talks took 95 minutes", "closed for three weeks". */
function lastingQuestion(
  claim: Claim,
  figure: Stretch,
  voices: Voices,
  group: { verb: number; last: number },
): Question | null {
  const { tokens } = claim.frame;
  const wide = widened(tokens, figure, group.last + 1);
  const verb = tokens[group.verb]!.lemma;
  const direct = wide.from === group.last + 1 && /^(?:take|last|run|wait|stay|need|continue|go)$/.test(verb);
  const phrase = /^(?:for|within)$/.test(tokens[wide.from - 1]?.lower ?? "") && wide.from - 1 > group.last;
  if (!direct && !phrase) return null;
  if (!direct && tokens[wide.from - 1]!.lower !== "for") return null;
  const omit = { from: direct ? wide.from : wide.from - 1, to: figure.to };
  const pieces = piecesOf(claim, voices, { omit });
  return pieces === null ? null : asked(pieces, "How long");
}

/** "Fourteen workers were injured" → "How many workers were injured?": the verb follows as it stands. */
function subjectQuestion(
  claim: Claim,
  quantity: Quantity,
  figure: Stretch,
  clause: NonNullable<ReturnType<typeof askedClause>>,
  voices: Voices,
): Question | null {
  const { tokens } = claim.frame;
  const { subject, group } = clause;
  const wide = widened(tokens, figure, subject.from);
  if (wide.from !== subject.from || clause.inverted) return null;
  const caller = new Caller(voices);
  const rest: Word[] = [];
  const us =
    /^(?:us|them|you)$/.test(tokens[figure.to + 2]?.lower ?? "") && tokens[figure.to + 1]!.lower === "of";
  if (us) rest.push({ text: "people", at: -1 });
  for (const k of range(figure.to + (us ? 3 : 1), subject.to)) {
    if (isQuote(tokens, k)) continue;
    const stand = caller.word(tokens, k);
    if (stand && stand.cost > 1) return null;
    rest.push(stand ? { text: stand.text, at: -1 } : { text: plain(tokens[k]!), at: k });
  }
  const counting = quantity.dimension === "count";
  if (counting && rest.length === 0) return null;
  const opener = quantity.dimension === "money" ? "How much" : counting ? "How many" : "What share";
  if (quantity.dimension === "money" && rest.length > 0) return null;
  caller.mention("many");
  const verbs = standing(tokens, group, counting);
  if (!verbs) return null;
  const auxiliary = tokens[group.first]!.pos === "AUX";
  const tail = tailOf({ tokens, from: group.last + 1, to: claim.to, omit: null, caller, voices, auxiliary });
  if (!tail || (tail.words.length === 0 && group.copular)) return null;
  const text = `${opener} ${printed([...rest, ...verbs, ...tail.words], tokens)}?`;
  return faultsOf(text).length > 0 ? null : { text, cost: 1 + tail.cost + clause.cost };
}

/** A verb group behind its own subject, in the plural where things are counted, out of reported speech. */
function standing(
  tokens: readonly Token[],
  { first, last }: { first: number; last: number },
  many: boolean,
): Word[] | null {
  const words = range(first, last)
    .filter((k) => !/^(?:not|n't|never|also|already|now)$/.test(tokens[k]!.lower))
    .map((k): Word => ({ text: plain(tokens[k]!).toLowerCase(), at: k }));
  const head = words[0]!;
  if (/^’/.test(head.text)) return null;
  if (head.text === "had" && words.length > 1) {
    if (words[1]!.text === "been") return [{ text: "were", at: -1 }, ...words.slice(2)];
    return /ed$/.test(words[1]!.text) ? words.slice(1) : words;
  }
  if (many) head.text = conjugated(head.text, "many");
  return words;
}

/** "The hospital has 140 beds" → "How many beds does the hospital have?": what is counted comes first. */
function objectQuestion(
  claim: Claim,
  quantity: Quantity,
  figure: Stretch,
  last: number,
  voices: Voices,
): Question | null {
  const { tokens } = claim.frame;
  const wide = widened(tokens, figure, last + 1);
  const particle = /^(?:up|out|off|down|in|over|back|away)$/.test(tokens[last + 1]?.lower ?? "") ? 1 : 0;
  if (wide.from !== last + 1 + particle) return null;
  let end = figure.to;
  let noun: Word[] = [];
  if (quantity.dimension === "count" || tokens[end + 1]?.lower === "of") {
    const stop = phraseEnd(tokens, figure.to + 1, claim.to, quantity.dimension !== "count");
    if (stop < 0) return null;
    end = stop;
    noun = range(figure.to + 1, end).map((k) => ({ text: lowered(tokens, k, voices), at: k }));
    if (noun.some((word) => /^(?:his|her|its|their|our|my|your|them|us|it)$/.test(word.text))) return null;
  }
  if (quantity.dimension === "money" && noun.length > 0) return null;
  const opener =
    quantity.dimension === "count"
      ? "How many"
      : quantity.dimension === "money"
        ? "How much"
        : noun.length > 0
          ? "What share"
          : null;
  if (opener === null) return null;
  const pieces = piecesOf(claim, voices, { omit: { from: wide.from, to: end } });
  if (!pieces || /^(?:Is|Are|Was|Were)$/.test(pieces.lead)) return null;
  return asked(pieces, noun.length === 0 ? opener : `${opener} ${printed(noun, tokens)}`);
}

/** Where a counted phrase ends: "planned operations", "of all cases of marsh fever"; -1 where no noun stands there. */
function phraseEnd(tokens: readonly Token[], from: number, to: number, more: boolean): number {
  let end = -1;
  for (let k = from; k <= to; k++) {
    const token = tokens[k]!;
    if (/^(?:NOUN|PROPN)$/.test(token.pos)) end = k;
    else if (
      !/^(?:ADJ|DET)$/.test(token.pos) &&
      !(token.lower === "of" && (k === from || more)) &&
      !(token.pos === "VERB" && /(?:ed|ing)$/.test(token.lower) && end < 0)
    )
      break;
    if (end >= 0 && end < k - 1) break;
  }
  return end;
}

/** "fell 38 percent": by how much. */
function changeQuestion(
  claim: Claim,
  quantity: Quantity,
  figure: Stretch,
  group: { verb: number; last: number },
  voices: Voices,
): Question | null {
  const { tokens } = claim.frame;
  let { from } = widened(tokens, figure, group.last + 1);
  if (tokens[from - 1]?.lower === "by" && from - 1 > group.last) from--;
  if (from !== group.last + 1 || !CHANGES.test(tokens[group.verb]!.lemma)) return null;
  if (quantity.dimension === "count" || conceptsOf(rootOf(tokens[group.verb]!.lemma)).length === 0)
    return null;
  const pieces = piecesOf(claim, voices, { omit: { from, to: figure.to } });
  return pieces === null || tokens[figure.to + 1]?.lower === "of" ? null : asked(pieces, "By how much");
}

const CHANGES =
  /^(?:rise|fall|increase|decrease|drop|grow|decline|shrink|climb|gain|jump|soar|sink|slump|plunge|raise|cut|reduce|lower|widen|narrow)$/;

/** "a deficit of 5.1 percent", "the speed was six knots" → "What figure is given for the deficit?" */
function topicQuestion(claim: Claim, figure: Stretch, voices: Voices): Question | null {
  const { tokens } = claim.frame;
  let at = widened(tokens, figure, claim.from).from - 1;
  while (at > claim.from && /^(?:of|at|by|to|is|was|stood|put|be|as|with)$/.test(tokens[at]!.lower)) at--;
  if (at < claim.from || tokens[at]!.pos !== "NOUN" || isVerbal(tokens[at])) return null;
  let from = at;
  while (from > claim.from && /^(?:ADJ|NOUN|PROPN)$/.test(tokens[from - 1]!.pos)) from--;
  const noun = printed(
    range(from, at).map((k) => ({ text: lowered(tokens, k, voices), at: k })),
    tokens,
  );
  const text = `What figure is given for the ${noun}?`;
  return faultsOf(text).length > 0 || VAGUE.test(noun) ? null : { text, cost: 3 };
}

const VAGUE =
  /^(?:hour|day|week|month|year|time|way|thing|minute|part|half|share|number|night|morning|evening|page|case)s?$/;
