/** What a document shows of given names: their short forms, titles before them, the gender of who bears them. */
import { fold } from "./fold.ts";
import type { Mention, Mentions } from "./mention.ts";
import type { PersonName } from "./person.ts";

/** "Corinne Lascelles, 58, is accused of shooting her husband": the first such pronoun behind a subject, nobody else named before it. */
export function genderBehind(mention: Mention, { bySentence, list }: Mentions): "m" | "f" | null {
  if (mention.grammar !== "subject" || mention.inside >= 0) return null;
  const first = (bySentence.get(mention.sentence) ?? [])[0];
  if (first !== mention) return null;
  for (let k = mention.id + 1; k < list.length && list[k]!.sentence === mention.sentence; k++) {
    const next = list[k]!;
    if (next.form === "relative" || next.quotation !== mention.quotation) continue;
    if (next.form === "pronoun")
      return /^(?:his|her|he|she|himself|herself)$/.test(next.head) ? next.gender : null;
    const owner = next.owner >= 0 ? list[next.owner]! : null;
    if (owner?.form === "pronoun" && next.apposed < 0) return owner.gender;
    if (next.form === "name" && next.type !== "place" && next.type !== "body") return null;
    if (next.type === "person" && next.apposed !== mention.id) return null;
  }
  return null;
}

/** Titles that stand before a given name as well. */
export const BEFORE_GIVEN =
  /^(?:sir|dame|lord|lady|king|queen|prince|princess|pope|father|mother|sister|brother|uncle|aunt|auntie|don|doña)$/i;

/** "Dom" for Dominic Sharpe: a given name cut short. */
export function isShortGiven(short: string, { given }: PersonName): boolean {
  const first = given[0] === undefined ? "" : fold(given[0]);
  const cut = fold(short);
  return cut.length >= 3 && first.length >= cut.length + 2 && first.startsWith(cut);
}
