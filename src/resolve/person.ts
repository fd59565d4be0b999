import { fold, sameGiven, sameSurname } from "./fold.ts";
import { PARTICLES } from "./lexicon/closed.ts";
import { usualGender } from "./lexicon/given.ts";
import { memo } from "./memo.ts";

/** A person's name in parts. A single word may be surname or given name: then `given` is []. */
export interface PersonName {
  given: string[];
  surname: string;
  suffix: string | null;
  full: string;
}

const SUFFIX = /^(?:Jr\.?|Sr\.?|II|III|IV)$/i;

/** Reads a name without titles: "Rex W. Tillerson", "Ludwig van der Berg Jr.". */
export const parsePerson = memo((words: string): PersonName => {
  const parts = words.replaceAll(",", " ").split(/\s+/).filter(Boolean);
  const full = parts.join(" ");
  let suffix: string | null = null;
  if (parts.length > 1 && SUFFIX.test(parts.at(-1)!)) suffix = parts.pop()!;
  let cut = parts.length - 1;
  while (cut > 0 && PARTICLES.has(parts[cut - 1]!) && parts[cut - 1] !== "y") cut--;
  return { given: parts.slice(0, cut), surname: parts.slice(cut).join(" "), suffix, full };
});

/** True where two names can be one person's, as far as the names go; single words fit surname or given name. */
export function namesFit(a: PersonName, b: PersonName): boolean {
  if (a.suffix && b.suffix && fold(a.suffix) !== fold(b.suffix)) return false;
  if (a.given.length > 0 && b.given.length > 0) {
    if (!surnamesFit(a.surname, b.surname)) return false;
    if (!sameGiven(a.given[0]!, b.given[0]!)) {
      // "J. Robert Ames" and "Robert Ames"
      return a.given.concat(b.given).some((name) => fold(name).length === 1)
        ? a.given.some((x) => b.given.some((y) => fold(x).length > 1 && fold(x) === fold(y)))
        : false;
    }
    const [m, n] = [a.given[1], b.given[1]];
    return m === undefined || n === undefined || sameGiven(m, n);
  }
  if (a.given.length === 0 && b.given.length === 0) return sameSurname(a.surname, b.surname);
  const [single, whole] = a.given.length === 0 ? [a, b] : [b, a];
  return surnamesFit(single.surname, whole.surname) || fold(single.surname) === fold(whole.given[0]!);
}

/** "Okafor-Lund" is also "Lund" or "Okafor"; "van der Berg" is also "Berg". */
function surnamesFit(a: string, b: string): boolean {
  if (sameSurname(a, b)) return true;
  const bare = (name: string) =>
    name
      .split(" ")
      .filter((part) => !PARTICLES.has(part))
      .join(" ");
  return sameSurname(bare(a), bare(b));
}

/** True where the single word of `short` is the surname, not the given name, of `whole`. */
export function isSurnameOf(short: PersonName, whole: PersonName): boolean {
  return surnamesFit(short.surname, whole.surname);
}

/** What the given name suggests; weak evidence. */
export function givenGender(name: PersonName): "m" | "f" | null {
  const first =
    name.given.find((part) => fold(part).length > 1) ?? (name.given.length === 0 ? name.surname : undefined);
  return first === undefined ? null : usualGender(fold(first));
}

/** The fuller of two names: more given names, then longer. */
export function fuller(a: string, b: string): string {
  const [x, y] = [parsePerson(a), parsePerson(b)];
  if (x.given.length !== y.given.length) return x.given.length > y.given.length ? a : b;
  if (a.length !== b.length) return a.length > b.length ? a : b;
  // the spelling with its diacritics
  const marks = (name: string) => name.normalize("NFD").length;
  if (marks(a) !== marks(b)) return marks(a) > marks(b) ? a : b;
  return a <= b ? a : b;
}
