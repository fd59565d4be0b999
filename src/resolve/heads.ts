import type { Span, Statement } from "../model.ts";
import { contains } from "../span.ts";
import { LEGAL_FORM } from "./bodyName.ts";
import { fold } from "./fold.ts";
import { CONJUNCTIONS, DETERMINERS, FINITE, PREPOSITIONS } from "./lexicon/closed.ts";
import { isGivenName } from "./lexicon/given.ts";
import { isPersonNoun, singular } from "./lexicon/nouns.ts";
import { endOf } from "./links.ts";
import type { Mention, Mentions } from "./mention.ts";
import { isKnownNoun } from "./name-words.ts";
import { tokenAt } from "./tokens.ts";

const LIST = /^(?:and|or|&|,|nor|plus)$/;

/**
 * The mentions that a source's words name: one, or several where "and" joins them. What stands in apposition or as a
 * complement of another is no head: "Tom Ferris, a spokesman for the office" has one.
 */
export function sourceHeads(statement: Statement, mentions: Mentions): Mention[] {
  const heads: Mention[] = [];
  const [only] = statement.source;
  const named = only && statement.source.length === 1 ? namedWithin(only, mentions) : null;
  if (named) return [named];
  for (const passage of statement.source) {
    const first = tokenAt(mentions.tokens, passage.start);
    let taken = -1;
    for (let k = lowerBound(mentions.list, first); k < mentions.list.length; k++) {
      const mention = mentions.list[k]!;
      if (mention.start >= passage.end) break;
      if (!contains(passage, mention) && !(mention.start >= passage.start && mention.start < passage.end))
        continue;
      if (mention.last <= taken) continue;
      // what a relative clause tells of the head is no head; "who" alone is one
      if (mention.form === "relative" && mention.first > first) break;
      if (heads.length === 0 && unread(mentions, mention, first, passage.end)) return [];
      const bearer = heads.length === 0 ? behind(mentions, mention, passage.end) : null;
      if (bearer) {
        heads.push(bearer);
        taken = endOf(bearer, mentions);
        continue;
      }
      // what stands before a title: "Kestria President Vasarin", "Dell police Chief Jordan"
      const outer = mention.inside >= 0 ? mentions.list[mention.inside]! : null;
      if (outer?.owner === mention.id && outer.form === "name") continue;
      const last = heads.at(-1);
      // an apposition carries the head on: "Tom Ferris, a spokesman for the office, and Ana Ruiz"
      if (last && mention.apposed === last.id) {
        taken = Math.max(taken, endOf(mention, mentions));
        continue;
      }
      // "Keeper Ade Bello and winger Luis Prado": the role's name is no second head, and the list goes on behind it
      if (last && last.apposed === mention.id) {
        taken = Math.max(taken, endOf(mention, mentions));
        continue;
      }
      if (last && !joined(mentions, taken, mention)) continue;
      // "the presidents of Arland and Kestria": both places belong to the noun
      if (last?.plural && last.complement >= 0 && mention.form === "name" && last.form === "description") {
        taken = mention.last;
        continue;
      }
      heads.push(mention);
      taken = Math.max(taken, endOf(mention, mentions));
    }
  }
  // "a spokeswoman, Marit Solke": the description and its name are one
  return heads.filter((head) => !(head.apposed >= 0 && heads.some((other) => other.id === head.apposed)));
}

/** "One of them, Sigrid Paz of Tollhouse,": the name behind, whatever follows it. */
function oneOfThem({ tokens, startingAt }: Mentions, first: number, end: number): Mention | null {
  if (!/^(?:one|another)$/.test(tokens[first]!.lower) || tokens[first + 1]?.lower !== "of") return null;
  if (!/^(?:them|these|those)$/.test(tokens[first + 2]?.lower ?? "") || tokens[first + 3]?.text !== ",")
    return null;
  const name = startingAt.get(first + 4);
  return name?.form === "name" && name.type !== "place" && name.type !== "body" && name.end <= end
    ? name
    : null;
}

const CALLED = /^(?:as|by)$/;

/**
 * The name that a source's description leads to: "one of them, Mrs Abel", "Mortgage lender Husbo", "Mother of five Memory
 * Tembo", "a shearer who gave his name as Dingo". Null where the source begins with a person's name or joins several.
 */
function namedWithin(source: Span, mentions: Mentions): Mention | null {
  const { tokens, list } = mentions;
  const first = tokenAt(tokens, source.start);
  let last = tokenAt(tokens, source.end - 1);
  while (last > first && !tokens[last]!.word && tokens[last]!.text !== ")") last--;
  // "…, 54," and "… (Dell)" say more of the name before
  if (/^\d{1,3}$/.test(tokens[last]!.text) && tokens[last - 1]?.text === ",") last -= 2;
  const oneOf = oneOfThem(mentions, first, source.end);
  if (oneOf) return oneOf;
  let name: Mention | null = null;
  for (let k = lowerBound(list, first); k < list.length && list[k]!.start < source.end; k++) {
    const mention = list[k]!;
    if (mention.first === first && mention.form === "name" && mention.last < last) {
      if (mention.type === "person" || mention.titles.length > 0) return null;
    }
    if (
      mention.form === "name" &&
      mention.last === last &&
      mention.first > first &&
      (!name || mention.first < name.first)
    )
      name = mention;
  }
  if (!name) return null;
  const whole = name.name.includes(" ") || name.titles.length > 0;
  const given = name.titles.length > 0 || isGivenName(fold(name.name.split(" ")[0]!));
  const before = tokens[name.first - 1]!;
  const words = tokens.slice(first, name.first);
  const relative = words.findIndex((token) => /^(?:who|which|that|whose|whom)$/.test(token.lower));
  if (CALLED.test(before.lower)) {
    const verb = words
      .slice(-5)
      .map((token) => token.lower)
      .join(" ");
    return /\b(?:name|names|called|known|identified|goes|went|gave)\b/.test(verb) ? name : null;
  }
  if (/^(?:called|named)$/.test(before.lower)) return name;
  if (relative >= 0 || words.some((token) => /^(?:and|or|&)$/.test(token.lower))) return null;
  const head = list.find(
    (mention) => mention.first >= first && mention.last < name.first && mention.form === "description",
  );
  const owner = /^['’]s?$/.test(before.text) && tokens[name.first - 3]?.text === ",";
  if (owner && head?.type === "person" && whole) return name;
  if (/^[,(–—:]$/.test(before.text)) {
    // "a company in Dell, Ohio" names a place
    const place = list.some((mention) => mention.form === "name" && mention.last === name.first - 2);
    if (place && !given) return null;
    if (head?.type === "person" && (name.type === "body" || name.type === "place") && !head.plural)
      return null;
    return head || words.length > 1 ? name : null;
  }
  if (
    !before.word ||
    before.capital ||
    PREPOSITIONS.has(before.lower) ||
    DETERMINERS.has(before.lower) ||
    CONJUNCTIONS.has(before.lower) ||
    FINITE.has(before.lower) ||
    /ly$/.test(before.lower)
  )
    return null;
  const preposition = words.some((token) => /^(?:of|for|at|in|from|by|with|to|about|on)$/.test(token.lower));
  if (preposition)
    return whole &&
      given &&
      /^(?:mother|father|mum|dad|leader|chief|head)$/.test(
        words[0]!.lower.replace(/^the$/, words[1]?.lower ?? ""),
      )
      ? name
      : null;
  const noun = singular(before.lower);
  if (name.type === "person" || given) return isPersonNoun(noun) || whole ? name : null;
  return isKnownNoun(before.lower) &&
    (DETERMINERS.has(words[0]!.lower) || words[0]!.first || isPersonNoun(noun))
    ? name
    : null;
}

/**
 * True where the source's head is a word that was not read as a mention: "somebody in head office", "most of the holders
 * contacted by this magazine", "the Orchard Street merchants", "residents’ bodies". Then the mentions in it are only parts.
 */
function unread(mentions: Mentions, mention: Mention, first: number, end: number): boolean {
  const { tokens } = mentions;
  if (partitive(mentions, first, mention)) return true;
  if (mention.type === "document" || mention.form === "pronoun" || mention.apposed >= 0) return false;
  // "nobody at Thornmere Town" speaks, or doesn't, for the body
  if (/^(?:nobody|none|no)$/.test(tokens[first]!.lower) && mention.form === "name") return false;
  let words = false;
  for (let k = first; k < mention.first; k++) {
    const { lower, word } = tokens[k]!;
    if (/^(?:of|in|at|from|by|on|around|among)$/.test(lower) && words)
      return !PARTS.test(tokens[k - 1]!.lower);
    if (word && !DETERMINERS.has(lower)) words = true;
  }
  const next = tokens[mention.last + 1];
  if (!next || next.end > end || mention.complement >= 0) return false;
  const after = /^['’]s?$/.test(next.text) && mention.inside < 0 ? tokens[mention.last + 2] : undefined;
  if (after && after.end <= end)
    return !after.capital && after.word && mentions.startingAt.get(mention.last + 2) === undefined;
  const bare = mention.form === "name" && mention.type !== "person" && mention.titles.length === 0;
  return (
    bare &&
    next.word &&
    !next.capital &&
    /^\p{Ll}{3,}s$/u.test(next.text) &&
    !FINITE.has(next.lower) &&
    (tokens[mention.last + 2]?.end ?? end + 1) > end
  );
}

/** "one of the diplomats", "another of them": one or some of those named, not they. */
function partitive({ tokens }: Mentions, first: number, mention: Mention): boolean {
  if (mention.first <= first || tokens[mention.first - 1]?.lower === undefined) return false;
  const of = /^(?:the|these|those|his|her|its|their|our|my)$/.test(tokens[mention.first - 1]!.lower)
    ? mention.first - 2
    : mention.first - 1;
  if (tokens[of]?.lower !== "of" || of <= first || of - first > 3 || /^(?:you|us)$/.test(mention.head))
    return false;
  return tokens.slice(first, of).every((token) => SOME.test(token.lower));
}

const SOME =
  /^(?:the|a|at|least|only|just|about|nearly|almost|one|another|other|others|some|many|most|several|few|half|two|three|four|five|six|seven|eight|nine|ten|dozens)$/;

const PARTS =
  /^(?:page|part|section|passage|paragraph|chapter|version|view|position|opinion|words?|side|office|account)$/;

/**
 * The person whom a body's name only introduces: "Labour’s Tess Ormerod", "Rovers legend Bobby Stride", "House Transport
 * chair Odell Pruitt". Null where a name stands for itself.
 */
function behind(mentions: Mentions, mention: Mention, end: number): Mention | null {
  if (mention.form !== "name" || mention.titles.length > 0) return null;
  const { tokens, startingAt } = mentions;
  let k = mention.last + 1;
  if (/^['’]s?$/.test(tokens[k]?.text ?? "")) k++;
  else {
    const from = k;
    while (
      k < from + 3 &&
      tokens[k]?.word &&
      !tokens[k]!.capital &&
      !PREPOSITIONS.has(tokens[k]!.lower) &&
      !CONJUNCTIONS.has(tokens[k]!.lower) &&
      !/^(?:and|or|who|which|that|whose|is|was|has|had)$|(?:ed|ly)$/.test(tokens[k]!.lower)
    )
      k++;
    if (k === from) return null;
  }
  const name = startingAt.get(k);
  if (name?.form !== "name" || name.type === "body" || name.end > end || name.sentence !== mention.sentence)
    return null;
  const whole = name.titles.length > 0 || name.name.includes(" ");
  return whole || name.type === "person" ? name : null;
}

function joined(mentions: Mentions, taken: number, mention: Mention): boolean {
  let coordinated = false;
  for (let k = taken + 1; k < mention.first; k++) {
    const token = mentions.tokens[k]!;
    // "Brenn Steel plc (“Brenn”) and Tarsk", "Ivo Lasker, 58, and Petra Moll, 51,"
    if (token.text === "(") {
      while (k < mention.first && mentions.tokens[k]!.text !== ")") k++;
      continue;
    }
    if (!LIST.test(token.lower) && !ASIDE.test(token.lower) && !LEGAL_FORM.test(token.text)) return false;
    if (/^(?:and|or|&|nor|well)$/.test(token.lower)) coordinated = true;
  }
  if (coordinated) return true;
  // a list: the comma only counts where an "and" follows later in the source
  if (mentions.tokens[taken + 1]?.text !== "," || mention.form !== "name") return false;
  const after = mentions.tokens[mention.last + 1];
  return (
    after?.lower === "and" || (after?.text === "," && mentions.tokens[mention.last + 2]?.lower === "and")
  );
}

const ASIDE = /^(?:both|also|well|as|his|her|the|\d{1,3})$/;

/** Index of the first mention that begins at or after a token. */
function lowerBound(list: readonly Mention[], token: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
