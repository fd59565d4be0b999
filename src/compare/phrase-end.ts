/** Where a question can end behind its verb, and what goes on across a comma or an "and". Rules over part-of-speech tags. */
import { NEGATIVE } from "./asked-clause.ts";
import { closingOfContrast } from "./contrast.ts";
import type { Token } from "./language.ts";
import { PAST_SAME } from "./turned.ts";
import { isVerbal } from "./verb-group.ts";

/** Prepositions that a clause may end with: "put off", "turned down". */
const PARTICLE =
  /^(?:up|out|off|down|in|on|over|away|back|through|by|round|around|together|apart|aside|ahead|home|again|as well)$/;

/** Verbs that don't end a question: their object is missing. */
const OPEN_VERB =
  /^(?:lay|give|make|put|bring|send|take|have|want|let|get|use|find|call|consider|left|keep|kept)$/;

/**
 * True where a question may end behind a word: no article, no adjective that still wants its noun.
 * @param natural the sentence itself ends there
 * @param loose something before takes a stranded preposition: "the telephone they knocked with"
 */
export function endsPhrase(tokens: readonly Token[], k: number, natural: boolean, loose: boolean): boolean {
  const token = tokens[k]!;
  const before = tokens[k - 1];
  if (token.lower === "his" || token.lower === "hers") return before !== undefined && isVerbal(before);
  if (token.pos === "SYM") return /[\p{L}\p{N}%]/u.test(token.text);
  if (/^(?:DET|CCONJ|SCONJ)$/.test(token.pos))
    return natural && /^(?:all|both|this|that|these|those|each|some|any|none)$/.test(token.lower);
  if (
    /^(?:to|not|my|our|her|its|their|your|whose|which|who|very|so|than|as|mr|mrs|ms|dr|sir|no)\.?$/.test(
      token.lower,
    )
  )
    return natural && /^(?:her|so)$/.test(token.lower);
  if (token.pos === "ADP" || token.pos === "PART") return PARTICLE.test(token.lower) || (natural && loose);
  if (token.pos === "AUX") return natural && loose;
  // "in a cordial, open talk": the tagger takes the first adjective for a noun.
  if (
    /^(?:a|an)$/.test(before?.lower ?? "") &&
    /^(?:,|and)$/.test(tokens[k + 1]?.lower ?? "") &&
    tokens[k + 2]?.pos === "ADJ"
  )
    return false;
  if (token.pos === "VERB" && OPEN_VERB.test(token.lower)) return false;
  if (token.pos === "ADJ")
    return !(before && /^(?:DET|ADP|ADJ)$/.test(before.pos)) || (natural && before?.lower !== "a");
  if (token.pos === "NUM") return natural || !/^(?:one|two|three)$/.test(token.lower);
  return true;
}

/** Whether a comma or "and" goes on with the phrase that it stands in. */
export function joins(tokens: readonly Token[], k: number, to: number, open: boolean): boolean {
  const token = tokens[k]!;
  const before = tokens[k - 1];
  const next = tokens[k + 1];
  if (!before || !next || k + 1 > to) return false;
  if (token.text === ",") {
    if (open) return true;
    if (
      before.pos === "ADJ" &&
      (next.pos === "ADJ" || (next.pos === "CCONJ" && tokens[k + 2]?.pos === "ADJ"))
    )
      return true;
    if (next.pos === "ADJ" && /^(?:a|an)$/.test(tokens[k - 2]?.lower ?? "")) return true;
    if (next.pos === "CCONJ") return false;
    if (before.pos === "NUM" && next.pos === "NUM") return true;
    return /^(?:NOUN|PROPN|NUM)$/.test(before.pos) && inList(tokens, k, to);
  }
  if (open && closingOfContrast(tokens, k - 1) > 0) return true;
  if (token.lower === "but" || token.lower === "yet") return false;
  const at = next.pos === "ADV" && tokens[k + 2] ? k + 2 : k + 1;
  const word = tokens[at]!;
  if (word.pos === "AUX") return open;
  if (word.pos === "VERB" && isPast(word)) {
    // "voiced regret and suggested an inquiry": a clause of its own; "signed and sealed": none.
    const object = /^(?:DET|PRON|PROPN|NOUN|NUM)$/.test(tokens[at + 1]?.pos ?? "");
    return open || (before.pos === "VERB" && !object);
  }
  if (word.pos === "VERB" && word.lower === word.lemma && before.pos === "VERB") return true;
  if (NEGATIVE.test(word.lower) && word.lower !== "no") return false;
  if (word.pos === "SCONJ" || /^(?:that|who|which|when|where|if|then|so|to)$/.test(word.lower))
    return word.lower === "to" || word.lower === "that";
  // "and the dogs barked": a clause of its own.
  return open || !clauseAfter(tokens, at + 1, to);
}

const isPast = (token: Token) => token.lower !== token.lemma && !/ing$/.test(token.lower);

/** "the crates, the ship and the insurance": only nouns till the "and" that closes the list. */
function inList(tokens: readonly Token[], k: number, to: number): boolean {
  for (let n = k + 1; n <= Math.min(to, k + 16); n++) {
    const token = tokens[n]!;
    if (/^(?:and|or)$/.test(token.lower)) {
      const after = tokens[n + 1];
      return (
        after !== undefined &&
        n > k + 1 &&
        /^(?:DET|NOUN|PROPN|NUM|ADJ)$/.test(after.pos) &&
        !clauseAfter(tokens, n + 1, to)
      );
    }
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|PART)$/.test(token.pos) && token.text !== "," && token.lower !== "of")
      return false;
  }
  return false;
}

/** A noun phrase with a finite verb behind it. */
function clauseAfter(tokens: readonly Token[], from: number, to: number): boolean {
  for (let n = from; n <= Math.min(to, from + 7); n++) {
    const token = tokens[n]!;
    if (isVerbal(token)) return token.pos === "AUX" || isPast(token);
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|PART|ADV|ADP)$/.test(token.pos)) return false;
    if (/^(?:who|which|that|whom|whose|where|what)$/.test(token.lower)) return false;
  }
  return false;
}

/** A verb of its own stands behind a subordinating word. */
export function clauseFollows(tokens: readonly Token[], from: number, to: number): boolean {
  for (let n = from; n <= Math.min(to, from + 12); n++) {
    const closing = closingOfContrast(tokens, n);
    if (closing > 0) {
      n = closing;
      continue;
    }
    const token = tokens[n]!;
    if (/^[,;:.—–]$/.test(token.text)) return false;
    if (isVerbal(token) && tokens[n - 1]?.lower !== "to" && !/ing$/.test(token.lower)) return true;
  }
  return false;
}

/** A finite verb without a subject of its own: "that A is late and has left". */
export function finiteFollows(tokens: readonly Token[], from: number): boolean {
  const at = tokens[from]?.pos === "ADV" ? from + 1 : from;
  const token = tokens[at];
  return token !== undefined && isVerbal(token) && (token.pos === "AUX" || isPast(token));
}

/** Whether a verb carries a clause, or hangs on a word before it. */
export function carriesClause(
  tokens: readonly Token[],
  k: number,
  auxiliary: boolean,
  previous: Token | null,
): boolean {
  const token = tokens[k]!;
  if (/ing$/.test(token.lower) || previous?.lower === "to") return false;
  if (token.pos === "AUX") return token.lower !== "be" && token.lower !== "been";
  const after = tokens[k + 1];
  const participle = isPast(token) && /(?:ed|en|wn|ght|ld|nt|ne|ut|id|de|ung|um|own)$/.test(token.lower);
  // "letters signed by the guild", "and written": a participle.
  if (participle && (!after || !/^(?:DET|PRON|PROPN)$/.test(after.pos))) return false;
  if (participle && auxiliary && tokens[k - 1]?.pos === "CCONJ") return false;
  if (token.lower === token.lemma) {
    // "let him go", "made it clear": a plain form behind an object.
    if (PAST_SAME.has(token.lower) || !previous) return false;
    return previous.pos === "PRON" && !/^(?:him|her|them|us|me|it)$/.test(previous.lower);
  }
  return !/^(?:DET|ADJ|ADP)$/.test(tokens[k - 1]?.pos ?? "");
}
