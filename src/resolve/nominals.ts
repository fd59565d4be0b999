import { CONJUNCTIONS, DETERMINERS, FINITE, PREPOSITIONS, SAYING } from "./lexicon/closed.ts";
import {
  BODY_NOUNS,
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  isPersonNoun,
  isPlural,
  nounGender,
  PLACE_BODIES,
  singular,
  TITLE_MODIFIERS,
  TITLES,
} from "./lexicon/nouns.ts";
import type { Gender, MentionType } from "./mention.ts";
import { isDemonym, isGroupName, isKnownNoun, type NameRun } from "./name-words.ts";
import { byOrigin } from "./nominal-origin.ts";
import { ALONE, BEFORE_BARE, NAME_ONLY, POSSESSIVES, PRONOUNS, QUANTIFIERS, SHY } from "./nominal-words.ts";
import { demonymKey } from "./places.ts";
import type { Token } from "./tokens.ts";

/** A description before it becomes a mention: "the Kestrian foreign minister", "Arland's minister", "officials". */
export interface Nominal {
  first: number;
  last: number;
  head: string;
  type: MentionType;
  gender: Gender;
  plural: boolean;
  determiner: string;
  modifiers: string[];
  /** Token index of the last token of the owner (before 's), or of a possessive pronoun; -1 for none. */
  ownerToken: number;
  country: string | null;
}

/**
 * Finds descriptions. Heads come from the noun lists; a head must end its noun phrase, and doubtful ones need a
 * determiner, an owner or a known modifier before them.
 * @param runs the names found, which descriptions may hold ("the Justice Department lawyer")
 * @param cues tokens of cues, which are verbs or what is said, and no holders
 * @param sources spans of sources as token ranges: the first noun there may be any word
 */
export function findNominals(
  tokens: readonly Token[],
  runs: readonly NameRun[],
  sources: readonly { first: number; last: number }[],
  cues: ReadonlySet<number> = new Set(),
): Nominal[] {
  const inName = new Uint8Array(tokens.length);
  for (const run of runs) for (let k = run.first; k <= run.last; k++) inName[k] = 1;
  const found: Nominal[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (inName[i] || !tokens[i]!.word || cues.has(i)) continue;
    const nominal = at(tokens, inName, i, false, cues);
    if (nominal) found.push(nominal);
  }
  // heads were visited in order, so `found` is in order of `last`
  const dropped = new Set<Nominal>();
  const added: Nominal[] = [];
  for (const source of [...sources].sort((a, b) => a.first - b.first || a.last - b.last)) {
    let touched = false;
    for (let k = firstEndingAt(found, source.first); k < found.length; k++) {
      const nominal = found[k]!;
      if (nominal.last > source.last + 8) break;
      if (nominal.first > source.last) continue;
      // one that runs on beyond the source was read wrongly: its last words are no part of it
      if (nominal.last > source.last && nominal.first >= source.first) dropped.add(nominal);
      else touched = true;
    }
    // sources are in order: only the last one added can overlap
    const before = added.at(-1);
    if (touched || (before && before.last >= source.first && before.first <= source.last)) continue;
    const head = headOf(tokens, inName, source.first, source.last);
    const nominal = head < 0 ? null : at(tokens, inName, head, true, cues);
    if (!nominal) continue;
    added.push(nominal);
  }
  return [...found, ...added]
    .filter((nominal) => !dropped.has(nominal))
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

function firstEndingAt(list: readonly Nominal[], token: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.last < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The head of an unknown noun phrase: its last word before a preposition, comma or relative. */
function headOf(tokens: readonly Token[], inName: Uint8Array, first: number, last: number): number {
  let head = -1;
  for (let k = first; k <= last; k++) {
    const token = tokens[k]!;
    if (inName[k]) {
      // "Mr Sarrant’s circle": go on behind the owner
      let end = k;
      while (end + 1 <= last && inName[end + 1]) end++;
      if (end + 2 > last || !/^['’]s?$/.test(tokens[end + 1]!.text)) return -1;
      k = end + 1;
      continue;
    }
    if (!token.word) {
      if (head >= 0) return head;
      continue;
    }
    if (PRONOUNS.has(token.lower.replace(/'(?:s|d|ll|re|ve|m)$/, ""))) return -1;
    if (head >= 0 && (PREPOSITIONS.has(token.lower) || CONJUNCTIONS.has(token.lower))) return head;
    // "messages passed around": the participle tells more of the head
    if (head >= 0 && isKnownNoun(tokens[head]!.lower) && /(?:ed|ing)$/.test(token.lower)) return head;
    if (!DETERMINERS.has(token.lower) && !PREPOSITIONS.has(token.lower)) head = k;
  }
  return head;
}

function typeOf(noun: string, form: string): MentionType | null {
  const plural = isPlural(form);
  if (form === "officials" || GROUP_NOUNS.has(form)) return "group";
  if (
    form === "records" ||
    form === "documents" ||
    form === "filings" ||
    form === "results" ||
    form === "findings"
  )
    return "document";
  if (BODY_NOUNS.has(noun) && (PLACE_BODIES.has(noun) || !isPersonNoun(noun)) && !DOCUMENT_NOUNS.has(noun))
    return "body";
  if (isPersonNoun(noun)) return plural ? "group" : "person";
  if (DOCUMENT_NOUNS.has(noun) || DOCUMENT_NOUNS.has(form)) return "document";
  return BODY_NOUNS.has(noun) ? "body" : null;
}

function at(
  tokens: readonly Token[],
  inName: Uint8Array,
  index: number,
  anyNoun: boolean,
  cues: ReadonlySet<number>,
): Nominal | null {
  const token = tokens[index]!;
  if (
    token.capital &&
    !token.first &&
    !anyNoun &&
    !isGroupName(tokens, index) &&
    !BODY_NOUNS.has(singular(token.lower)) &&
    !TITLES.has(singular(token.lower))
  )
    return null;
  const origin = byOrigin(tokens, index);
  if (origin) return origin;
  const noun = singular(token.lower);
  let type = isGroupName(tokens, index) ? "group" : typeOf(noun, token.lower);
  if (!type && anyNoun) type = WAS.test(tokens[index - 1]?.lower ?? "") ? "person" : unknownType(token.lower);
  if (!type) return null;
  const seat =
    token.lower === "capital" &&
    (/^['’]s?$/.test(tokens[index - 1]?.text ?? "") || tokens[index + 1]?.lower === "of");
  if (!anyNoun && NAME_ONLY.has(token.lower) && !seat) return null;
  if (cuesAsNouns(tokens, index)) return null;
  const next = tokens[index + 1];
  // "the ruling Homeland Union": what stands right before a name is no document
  if (
    !anyNoun &&
    type === "document" &&
    next?.capital &&
    inName[index + 1] &&
    next.sentence === token.sentence
  )
    return null;
  if (next?.word && next.sentence === token.sentence && !anyNoun && !endsPhrase(tokens, inName, index))
    return null;

  // "the secretary of state", "chief of staff", "minister of finance": the words after "of" are part of the title
  let first = index;
  const modifiers: string[] = [];
  let determiner = "";
  let ownerToken = -1;
  let country: string | null = null;
  for (let k = index - 1; k >= 0 && index - k <= 7; k--) {
    const before = tokens[k]!;
    if (
      before.sentence !== token.sentence ||
      before.paragraph !== token.paragraph ||
      before.quotation !== token.quotation
    )
      break;
    if (
      /^['’]s$/.test(before.text) ||
      (/^['’]$/.test(before.text) &&
        tokens[k - 1]?.lower.endsWith("s") &&
        tokens[k - 1]!.end === before.start)
    ) {
      ownerToken = k - 1;
      determiner = "'s";
      first = k;
      break;
    }
    // "a New York Times/CBS News poll"
    if (before.text === "/" && inName[k - 1]) continue;
    if (!before.word || cues.has(k)) break;
    if (POSSESSIVES.has(before.lower)) {
      ownerToken = k;
      determiner = before.lower;
      first = k;
      break;
    }
    if (DETERMINERS.has(before.lower) || QUANTIFIERS.has(before.lower)) {
      if (QUANTIFIERS.has(before.lower) && determiner === "") {
        // "the two leaders", "his two sons", "both of the ministers": go on to the left
        modifiers.unshift(before.lower);
        first = k;
        const left = tokens[k - 1];
        if (
          left &&
          left.sentence === token.sentence &&
          (DETERMINERS.has(left.lower) || /^['’]s$/.test(left.text) || BEFORE_BARE.has(left.lower))
        )
          continue;
        determiner = before.lower;
        break;
      }
      determiner = before.lower;
      first = k;
      break;
    }
    if (inName[k] || (before.capital && !before.first)) {
      if (isDemonym(tokens, k)) {
        country ??= demonymKey(before.text);
        modifiers.unshift(before.lower);
        first = k;
        continue;
      }
      // "the Rovers gaffer": a word for a body that is no name by itself
      if (inName[k] || BODY_NOUNS.has(before.lower)) {
        modifiers.unshift(before.lower);
        first = k;
        continue;
      }
      break;
    }
    if (isDemonym(tokens, k)) {
      country ??= demonymKey(before.text);
      modifiers.unshift(before.lower);
      first = k;
      continue;
    }
    if (isStop(before)) break;
    modifiers.unshift(before.lower);
    first = k;
  }
  // Without a determiner only known modifiers are surely part of the phrase.
  if (determiner === "") {
    let start = index;
    for (let k = index - 1; k >= first; k--) {
      const before = tokens[k]!;
      if (
        !(
          isDemonym(tokens, k) ||
          inName[k] ||
          BEFORE_BARE.has(before.lower) ||
          TITLE_MODIFIERS.has(before.lower) ||
          isKnownNoun(before.lower) ||
          /^\d/.test(before.text) ||
          QUANTIFIERS.has(before.lower)
        )
      )
        break;
      start = k;
    }
    modifiers.splice(0, modifiers.length - (index - start));
    first = start;
    const bare = first === index;
    if (!anyNoun && !bare && /ing$/.test(token.lower) && inName[index - 1]) return null;
    if (!anyNoun && SHY.has(noun) && (bare || country === null)) return null;
    if (!anyNoun && bare && token.capital && type === "group") {
      return {
        first,
        last: index,
        head: noun,
        type,
        gender: null,
        plural: true,
        determiner,
        modifiers,
        ownerToken,
        country,
      };
    }
    if (!anyNoun && bare && !ALONE.has(token.lower) && !isPersonNoun(noun)) return null;
    if (!anyNoun && bare && type === "body") return null;
  }
  const plural =
    type === "group" ||
    (isPlural(token.lower) && type !== "document") ||
    /^(?:both|two|three|several|many|few)$/.test(determiner);
  return {
    first,
    last: index,
    head: noun === "person" ? token.lower : noun,
    type: plural && type === "person" ? "group" : type,
    gender: nounGender(noun),
    plural,
    determiner,
    modifiers,
    ownerToken,
    country,
  };
}

/** What stands before a word for a person only: "the former international", "a retired postmistress". */
const WAS = /^(?:former|retired|veteran|ex|late|jailed|disgraced|sacked|bearded|elderly|\d+-year-old)$/;

/** "nobody", "everyone": no holder at all. */
function cuesAsNouns(tokens: readonly Token[], index: number): boolean {
  return /^(?:nobody|everybody|everyone|anyone|anybody|somebody|someone|none|nothing|one|latter|former)$/.test(
    tokens[index]!.lower,
  );
}

const NUMBER =
  /^(?:\d.*|percent|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|hundreds?|thousands?|dozens|millions?|half|most|many|some|several|few|others?|circle|circles|household|club|choir|generation)$/;

/** What an unknown noun in a source stands for: numbers and plurals are people, "-er" and the like one person, the rest a text. */
function unknownType(lower: string): MentionType {
  if (lower === "body") return "body";
  if (NUMBER.test(lower)) return "group";
  if (isPlural(lower)) return "group";
  return /(?:er|or|ist|ian|ant|ent|ee|man|woman|yst|ic|ive|ard|mate|folk|ess|ario|star|hand|legend|kid|maestro|guru)$/.test(
    lower,
  ) && !/(?:ment|ture|per|wer|tter)$/.test(lower)
    ? "person"
    : "document";
}

/** A noun ends its phrase unless another noun follows ("company | spokeswoman"). */
function endsPhrase(tokens: readonly Token[], inName: Uint8Array, index: number): boolean {
  const next = tokens[index + 1]!;
  if (inName[index + 1] || next.capital) return true;
  if (
    SAYING.has(next.lower) ||
    FINITE.has(next.lower) ||
    PREPOSITIONS.has(next.lower) ||
    CONJUNCTIONS.has(next.lower) ||
    DETERMINERS.has(next.lower)
  )
    return true;
  const after = tokens[index + 2];
  if (isKnownNoun(next.lower)) {
    // "the company plans to" is a verb: what follows a plural-looking word tells
    return (
      after !== undefined &&
      /^(?:to|that|the|a|an|his|her|its|their|it|he|she)$/.test(after.lower) &&
      next.lower.endsWith("s")
    );
  }
  return true;
}

function isStop(token: Token): boolean {
  const word = token.lower;
  return (
    PREPOSITIONS.has(word) ||
    CONJUNCTIONS.has(word) ||
    FINITE.has(word) ||
    SAYING.has(word) ||
    PRONOUNS.has(word) ||
    (/^(?:not|be|been|being|to|than|too|very|only)$/.test(word) && word !== "only")
  );
}
