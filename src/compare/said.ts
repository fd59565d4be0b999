import type { Act, Said } from "../model.ts";
import type { Claim } from "./claim.ts";
import type { Prepared } from "./prepare.ts";

/** What of an event the model is told of a claim's holder. */
export interface HolderNotes {
  /** Name, and role after a comma. */
  speaker: (id: string) => string | null;
  sideName: (id: string) => string | null;
}

/** Words of a role that tell who somebody is; the rest only lengthens the input. */
const ROLE_WORDS = 8;

export function holderNotes(prepared: Prepared): HolderNotes {
  const { index } = prepared;
  return {
    speaker(id) {
      const name = index.nameOf.get(id);
      if (name === undefined) return null;
      const role = prepared.roleOf.get(id);
      const short = role?.split(/\s+/).slice(0, ROLE_WORDS).join(" ");
      return short && !name.includes(short) ? `${name}, ${short}` : name;
    },
    sideName(id) {
      const side = index.sideOf.get(id);
      return side === undefined ? null : (prepared.namesOfSides.get(side) ?? null);
    },
  };
}

/**
 * A claim as the pair model reads it: the words of the document, what their pronouns stand for beside them. What a claim denies by
 * its act comes as that act, since the model learnt act and words together.
 */
export function saidOf(claim: Claim, notes: HolderNotes): Said {
  const holder = claim.holders[0];
  return {
    text: wordsOf(claim),
    refers: referenceOf(claim),
    speaker: holder === undefined ? null : notes.speaker(holder),
    side: holder === undefined ? null : notes.sideName(holder),
    date: claim.day === null ? null : new Date(claim.day * 86_400_000).toISOString().slice(0, 10),
    act: actOf(claim),
    negated: claim.negated,
    reporter: claim.standing === "nested" ? "another" : null,
  };
}

/** The clause as it stands, with the subject it shares with the clause before. */
function wordsOf(claim: Claim): string {
  const { tokens } = claim.frame;
  const cut = (from: number, to: number) => claim.source.slice(tokens[from]!.start, tokens[to]!.end);
  const { subject } = claim;
  const shared =
    subject && (subject.to < claim.from || subject.from > claim.to)
      ? `${cut(subject.from, subject.to)} `
      : "";
  return (shared + cut(claim.from, claim.to)).replace(/\s+/g, " ").trim();
}

function actOf(claim: Claim): Act {
  const denies = claim.act === "deny" || claim.act === "reject" || claim.act === "doubt";
  if (claim.polarity < 0) return denies ? claim.act : "deny";
  // "rejected the offer" told as what happened: its words carry the rejection.
  return claim.told || (denies && claim.polarity > 0) ? "assert" : claim.act;
}

/** "he: Petar Husz; the offer: to withdraw": pronouns that the words hold, and what the statement refers to. */
function referenceOf(claim: Claim): string | null {
  const words = ` ${wordsOf(claim).toLowerCase()} `;
  const notes: string[] = [];
  if (claim.referent.he !== null && /\b(?:he|him|his)\b/.test(words)) notes.push(`he: ${claim.referent.he}`);
  if (claim.referent.she !== null && /\b(?:she|her)\b/.test(words)) notes.push(`she: ${claim.referent.she}`);
  if (claim.together !== null && /\b(?:they|them|we|us|our|their)\b/.test(words))
    notes.push(`they: ${claim.together}`);
  const pointing = /\b(?:it|this|that|these|those|such|them|they)\b/.test(words);
  for (const text of pointing ? claim.refers.slice(0, 1) : [])
    if (!words.includes(text.toLowerCase())) notes.push(clipped(text));
  return notes.length > 0 ? notes.join("; ") : null;
}

function clipped(text: string): string {
  const words = text.replace(/\s+/g, " ").split(" ");
  return words.length > 16 ? words.slice(0, 16).join(" ") : words.join(" ");
}
