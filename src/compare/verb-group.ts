import type { Token } from "./language.ts";

export type ClauseKind = "main" | "complement" | "relative" | "subordinate" | "infinitive" | "participle";

/** One verb with what belongs to it. Indexes are those of the sentence's tokens, `to` and `last` inclusive. */
export interface Clause {
  kind: ClauseKind;
  /** First and last token of the verb group ("had not been told"). */
  first: number;
  last: number;
  /** The verb that carries the meaning; the copula itself in "was open". */
  verb: number;
  /** "turn | down": index of the particle, or -1. */
  particle: number;
  passive: boolean;
  /** A form of be (become, remain) with a complement. */
  copular: boolean;
  /** Tokens of the subject; null where it has none of its own (then see `shares`). */
  subject: { from: number; to: number } | null;
  /** Index of the clause whose subject this one shares, or -1. */
  shares: number;
  /** Extent: from its own beginning to the beginning of the next clause of the same level. */
  from: number;
  to: number;
  /** Index of the clause above, -1 for main ones. */
  parent: number;
}

const PARTICLES = new Set("up down out off over back away aside ahead apart".split(" "));

const COPULAS = new Set("be become remain seem appear stay".split(" "));

/** Between subject and verb these say when, not who. */
export const WHEN =
  /^(?:today|yesterday|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|also|now|then)$/;

export const isVerbal = (token: Token | undefined) =>
  token !== undefined && (token.pos === "VERB" || token.pos === "AUX");

export function verbGroup(tokens: readonly Token[], first: number): Clause {
  let verb = first;
  let last = first;
  let subject: Clause["subject"] = null;
  // "did the President undertake", "Has the company paid": the subject stands inside the group.
  const inside = inversion(tokens, first);
  if (inside) {
    subject = { from: first + 1, to: inside - 1 };
    verb = inside;
    last = inside;
  } else {
    while (tokens[verb]!.pos === "AUX") {
      let next = verb + 1;
      while (
        next < tokens.length &&
        (/^(?:ADV|PART)$/.test(tokens[next]!.pos) ||
          WHEN.test(tokens[next]!.lower) ||
          (tokens[next]!.lower === "no" && tokens[next + 1]?.lower === "longer") ||
          tokens[next]!.lower === "both")
      ) {
        if (tokens[next]!.lower === "to" || tokens[next]!.lower === "'s") break;
        next++;
      }
      if (!isVerbal(tokens[next]) || (tokens[next]!.pos === "VERB" && isAttributive(tokens, next))) break;
      verb = next;
      last = next;
    }
  }
  const head = tokens[verb]!;
  const auxiliaries = tokens.slice(first, verb).filter((token) => token.pos === "AUX");
  const passive =
    head.pos === "VERB" &&
    auxiliaries.at(-1)?.lemma === "be" &&
    !/ing$/.test(head.lower) &&
    head.lower !== head.lemma
      ? true
      : head.pos === "VERB" &&
        auxiliaries.at(-1)?.lemma === "be" &&
        /^(?:put|cut|hit|set|shut|hurt|shot|held|told|let|beset|run|read|overrun)$/.test(head.lower);
  let particle = -1;
  for (let k = last + 1; k < Math.min(tokens.length, last + 6); k++) {
    const token = tokens[k]!;
    if (PARTICLES.has(token.lower) && (token.pos === "ADP" || token.pos === "ADV" || token.pos === "PART")) {
      const after = tokens[k + 1];
      if (k === last + 1 || !after || after.pos === "PUNCT" || after.pos === "ADP" || after.pos === "CCONJ")
        particle = k;
      break;
    }
    if (!/^(?:DET|NOUN|PROPN|PRON|ADJ|PART)$/.test(token.pos)) break;
  }
  return {
    kind: "main",
    first,
    last,
    verb,
    particle,
    passive,
    copular: COPULAS.has(head.lemma),
    subject,
    shares: -1,
    from: first,
    to: tokens.length - 1,
    parent: -1,
  };
}

/** "was an injured man": a participle before a noun is no verb of the group. */
function isAttributive(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && /^(?:DET|ADJ)$/.test(before.pos);
}

/** Index of the verb in "AUX subject verb", or 0. Only after a negation, "nor", "only", or at the beginning. */
function inversion(tokens: readonly Token[], at: number): number {
  const aux = tokens[at]!;
  if (!/^(?:do|have|be|will|would|can|could|shall|should|may|might|must)$/.test(aux.lemma)) return 0;
  const opening = tokens.slice(0, at).every((token) => token.pos === "PUNCT" || token.pos === "CCONJ");
  const negative = tokens
    .slice(Math.max(0, at - 8), at)
    .some((token) => /^(?:nor|neither|never|no|only|not|rarely|hardly)$/.test(token.lower));
  if (!opening && !negative) return 0;
  const next = tokens[at + 1];
  if (!next || !/^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/.test(next.pos)) return 0;
  if (negative && !opening && nominalBetween(tokens, at)) return 0;
  for (let k = at + 2; k < Math.min(tokens.length, at + 9); k++) {
    const token = tokens[k]!;
    if (token.pos === "VERB") return k;
    if (!/^(?:DET|NOUN|PROPN|PRON|NUM|ADJ|ADP|PART|ADV)$/.test(token.pos)) return 0;
  }
  return 0;
}

/** "no soldier of mine did": a bare subject before the auxiliary means no inversion. */
function nominalBetween(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0; k--) {
    const token = tokens[k]!;
    if (token.pos === "PUNCT") return false;
    if (/^(?:no|never|neither|nor|only|not)$/.test(token.lower)) {
      const lead = tokens[k - 1];
      return token.lower === "no" ? lead?.pos !== "ADP" : false;
    }
  }
  return true;
}
