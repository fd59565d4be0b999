import type { Span } from "../model.ts";
import { fold } from "./fold.ts";
import { FINITE, PREPOSITIONS, SAYING } from "./lexicon/closed.ts";
import { isGivenName } from "./lexicon/given.ts";
import { endOf } from "./links.ts";
import type { Mention, Mentions } from "./mention.ts";
import { tokenAt } from "./tokens.ts";

/** Ties roles to the names that they stand beside: "Ana Ruiz, the mayor", "the mayor, Ana Ruiz", "Ana Ruiz is the mayor". */
export function linkAppositions(mentions: Mentions): void {
  for (const mention of mentions.list) linkApposition(mention, mentions);
  for (const mention of mentions.list) linkThrough(mention, mentions);
}

/** "her challenger, the former general Hugo Balmaceda": two roles of one name. */
function linkThrough(mention: Mention, mentions: Mentions): void {
  if (mention.form !== "description" || mention.type !== "person" || mention.apposed >= 0 || mention.plural)
    return;
  const end = endOf(mention, mentions);
  if (mentions.tokens[end + 1]?.text !== "," || mention.grammar === "oblique") return;
  const role = mentions.startingAt.get(end + 2);
  if (role?.form !== "description" || role.apposed < 0 || role.type !== "person") return;
  const name = mentions.list[role.apposed]!;
  const after = mentions.tokens[name.last + 1];
  if (name.first === role.last + 1 && couldBeOne(name, mention) && !/^(?:and|or)$/.test(after?.lower ?? ""))
    mention.apposed = name.id;
}

/**
 * The same within the words of a source, which are one noun phrase: "Lettmark’s own minister of defence, K. Jorens", "its
 * chair, a mild man called Roy" have one person's name at their end.
 * @param cues the tokens of cues, by index
 */
export function linkSourceAppositions(
  mentions: Mentions,
  sources: readonly Span[],
  cues: ReadonlySet<number>,
): void {
  const { tokens, list } = mentions;
  for (const source of sources) {
    const first = tokenAt(tokens, source.start);
    const role = mentions.startingAt.get(first) ?? mentions.startingAt.get(first + 1);
    // "Washington, a senior diplomat noted, had said nothing": the clause puts itself in, and the name is another
    if (role?.form === "description" && role.apposed >= 0 && list[role.apposed]!.end <= source.start) {
      const next = tokens[endOf(role, mentions) + 1];
      if (next?.text !== "," && cues.has(tokenAt(tokens, source.end - 1) + 1)) role.apposed = -1;
    }
    if (role?.form !== "description" || role.plural || role.apposed >= 0) continue;
    const last = closing(role, source, mentions);
    if (last) {
      role.apposed = last.id;
      if (last.type !== "body" && role.type !== "body") role.type = "person";
      continue;
    }
    if (role.type === "body") continue;
    for (let k = role.id + 1; k < list.length; k++) {
      const name = list[k]!;
      if (name.start >= source.end) break;
      if (
        name.form !== "name" ||
        name.last <= role.last ||
        name.end > source.end ||
        !(couldBeOne(name, role) || isPersonByGivenName(name, role))
      )
        continue;
      if (name.id === role.complement || name.id === role.owner) continue;
      // "Prime Minister of Tonuku, the Rt Hon. Fia Matavao"
      const styled = name.titles.length > 0 && tokens[name.first - 1]!.lower === "the";
      const before = tokens[name.first - (styled ? 2 : 1)]!;
      const called = /^(?:called|named)$/.test(before.lower);
      const inserted = list.some(
        (other) => other.apposed === name.id && other.first > role.last && other.last < name.first,
      );
      if (!called && !inserted && !/^[,(:–—]$/.test(before.text)) continue;
      const between = tokens.slice(role.last + 1, name.first);
      if (between.some((token) => /^(?:who|which|whose|that|and|or)$/.test(token.lower))) break;
      // a company or a place after "of" is no holder of the office
      if (name.type === "body" && role.type === "person") continue;
      role.apposed = name.id;
      role.type = "person";
      break;
    }
  }
}

/**
 * The name that a source ends with, behind a comma and perhaps words of its own: "His captain, the German Clara Finch,", "The firm that bought
 * the rest, Ibera,". Not where what stands before the comma may be called so: "The clerk who called the mayor, Ana Ruiz,".
 */
function closing(role: Mention, source: Span, mentions: Mentions): Mention | null {
  const { tokens, list } = mentions;
  let name: Mention | null = null;
  let end = role.id + 1;
  for (; end < list.length && list[end]!.start < source.end; end++) {
    const one = list[end]!;
    if (one.form === "name" && one.start > role.end && one.end <= source.end && one.inside < 0) name = one;
  }
  if (!name || name.id === role.complement || name.id === role.owner || name.type === "place") return null;
  const after = tokens[name.last + 1];
  if (after && after.start < source.end && after.text !== ",") return null;
  const called = couldBeOne(name, role) || isPersonByGivenName(name, role);
  if (!called && !(role.type === "document" && name.type === "body")) return null;
  let at = name.first - 1;
  while (at > role.last && at > name.first - 4 && isAttribute(tokens[at]!)) at--;
  if (tokens[at]?.text !== "," || at <= role.last) return null;
  const between = tokens.slice(role.last + 1, at);
  if (between.some((token) => token.text === "," || /^(?:and|or)$/.test(token.lower))) return null;
  const own = at < name.first - 1;
  const clause = between.some((token) => /^(?:who|which|that)$/.test(token.lower));
  // the plain case is told apart elsewhere
  if (!own && !clause) return null;
  const rival = list
    .slice(role.id + 1, end)
    .some((one) => one.form === "description" && one.last === at - 1 && couldBeOne(name, one));
  return rival ? null : name;
}

/** A word that may stand between a comma and the name it introduces: "the German", "smoothie solicitor". */
const isAttribute = (token: Mentions["tokens"][number]) =>
  token.word && !PREPOSITIONS.has(token.lower) && !SAYING.has(token.lower) && !FINITE.has(token.lower);

/** The mention that begins at a token, with its owner's words in it: "the conductor’s brother", not "the conductor". */
function phraseAt({ list, startingAt }: Mentions, at: number): Mention | undefined {
  let mention = startingAt.get(at);
  for (
    let outer = list[mention?.inside ?? -1];
    mention && outer?.owner === mention.id;
    outer = list[mention.inside]
  )
    mention = outer;
  return mention;
}

function couldBeOne(name: Mention, role: Mention): boolean {
  if (role.determiner === "whose") return false;
  if (role.type === "body" && name.type === null && isGivenName(fold(name.name.split(" ")[0]!))) return false;
  if (role.plural || role.type === "document" || role.form !== "description") return false;
  if (/^(?:both|two|some|many|no|every|each|all|any)$/.test(role.determiner)) return false;
  if (name.type === "body")
    return (
      role.type === "body" ||
      /^(?:contractor|developer|maker|regulator|supplier|operator|owner|publisher|insurer|trader|producer|manufacturer|employer|sponsor|rival|applicant|plaintiff|defendant|claimant|respondent|petitioner|appellant|bidder|buyer|seller|tenant|landlord|suitor|competitor|client|partner|creditor|shareholder|investor)$/.test(
        role.head,
      )
    );
  if (name.type === "person") return role.type === "person";
  return role.type === "person" || role.type === "body";
}

function linkApposition(mention: Mention, mentions: Mentions): void {
  const { tokens, list, startingAt } = mentions;
  if (
    mention.inside >= 0 &&
    list[mention.inside]!.form === "description" &&
    list[mention.inside]!.owner !== mention.id
  ) {
    // "union president Dolores Oyelaran" is two mentions side by side, never one inside the other
  }
  const end = endOf(mention, mentions);
  const after = tokens[end + 1];
  if (mention.form === "name") {
    if (after?.text === "," || after?.text === "(" || after?.text === "–" || after?.text === "—") {
      const role = phraseAt(mentions, end + 2);
      const office = role && secondOffice(mention, role, mentions);
      // "PORT SELJE — The foreign minister": a dateline says where
      const dateline =
        after.text !== "," &&
        tokens[mention.first - 1]?.paragraph !== mention.paragraph &&
        mention.titles.length === 0;
      if (
        role &&
        !dateline &&
        !opensNext(mention, role, mentions) &&
        role.apposed < 0 &&
        role.sentence === mention.sentence &&
        couldBeOne(mention, role) &&
        closes(office ?? role, mentions, after.text) &&
        !isFronted(mention, role, mentions)
      ) {
        role.apposed = mention.id;
        if (office) office.apposed = mention.id;
        // a second apposition: "X, president of Y, a former coach,"
        const next = tokens[endOf(role, mentions) + 1];
        const second = next?.text === "," ? phraseAt(mentions, endOf(role, mentions) + 2) : undefined;
        if (
          second &&
          second.apposed < 0 &&
          couldBeOne(mention, second) &&
          closes(second, mentions, ",") &&
          !behindOffice(second, mentions)
        )
          second.apposed = mention.id;
      }
    }
    copula(mention, mentions, end);
    return;
  }
  if (mention.form !== "description" || mention.apposed >= 0) return;
  // "the summit in Hamburg, Germany": the comma belongs to the place
  if (
    mention.complement >= 0 &&
    after?.text === "," &&
    /^(?:in|at|on|from|to)$/.test(tokens[mention.last + 1]?.lower ?? "")
  )
    return;
  const official = mention.type === "person" ? behindOffice(mention, mentions) : undefined;
  if (official) {
    mention.apposed = official.id;
    return;
  }
  let next =
    after?.text === "," || after?.text === ":" ? startingAt.get(end + 2) : startingAt.get(mention.last + 1);
  // "the Minister, Her Excellency Mrs. Diabaré"
  if (after?.text === "," && opensStyle(end + 2, tokens)) next = startingAt.get(end + 3);
  if (after?.text === ",") next ??= startingAt.get(behindStyle(end + 2, tokens, startingAt));
  // "His opposite number, Ardmore's Callum Strachan": the owner is not the one
  if (next?.form === "name" && /^['’]s?$/.test(tokens[next.last + 1]?.text ?? "")) {
    const owned = startingAt.get(next.last + 2);
    if (owned?.form === "name" && mention.type === "person") next = owned;
  }
  if (next?.form !== "name" || next.sentence !== mention.sentence || !couldBeOne(next, mention)) return;
  if (after?.text === ",") {
    const close = tokens[endOf(next, mentions) + 1];
    const listed =
      close?.lower === "and" ||
      (close?.text === "," && startingAt.get(endOf(next, mentions) + 2)?.form === "name");
    if (listed || /^(?:a|an|the|his|her|its|their|our|my|your|'s|)$/.test(mention.determiner) === false)
      return;
    if (
      close?.word &&
      !SAYING.has(close.lower) &&
      !PREPOSITIONS.has(close.lower) &&
      mention.determiner === ""
    )
      return;
    if (
      !close ||
      (close.word && !SAYING.has(close.lower) && !FINITE.has(close.lower) && !PREPOSITIONS.has(close.lower))
    )
      return;
    // "After the talks with the president, Ruiz said": the comma ends a phrase that a preposition opened
    if (mention.grammar === "oblique" && close.word) return;
  }
  mention.apposed = next.id;
}

/** "Ana Ruiz, the deputy prime minister and leader of the Greens,": one article, one person with two offices. */
function secondOffice(name: Mention, role: Mention, mentions: Mentions): Mention | null {
  const { tokens, startingAt } = mentions;
  const at = endOf(role, mentions) + 1;
  const office = tokens[at]?.lower === "and" ? startingAt.get(at + 1) : undefined;
  return office && office.determiner === "" && office.apposed < 0 && couldBeOne(name, office) ? office : null;
}

/** "The President, Ana Ruiz, the Premier, Ben Okafor, and …": who has a role before the name leaves the next to the next name. */
function opensNext(name: Mention, role: Mention, mentions: Mentions): boolean {
  const { list, tokens, startingAt } = mentions;
  const own = list.slice(Math.max(0, name.id - 6), name.id).some((before) => before.apposed === name.id);
  const at = endOf(role, mentions) + 1;
  if (!own || tokens[at]?.text !== ",") return false;
  const next = startingAt.get(behindStyle(at + 1, tokens, startingAt)) ?? startingAt.get(at + 2);
  return (
    next?.form === "name" && next.sentence === name.sentence && couldBeOne(next, role) && next.type !== "body"
  );
}

/** What comes before a dignitary's name: "His Excellency", "Her Majesty". */
const STYLE = /^(?:excellency|majesty|highness|eminence|holiness|honou?r)$/;

/** True at "Her" in "Her Excellency"; a Dame may be called Honor. */
const opensStyle = (at: number, tokens: Mentions["tokens"]) =>
  /^(?:his|her|their|your)$/.test(tokens[at]?.lower ?? "") && STYLE.test(tokens[at + 1]?.lower ?? "");

/** A role that no list has ("an undergraduate, Pearl Tan") is one beside a whole name that begins with a given name. */
function isPersonByGivenName(name: Mention, role: Mention): boolean {
  return (
    role.type === "document" &&
    name.name.includes(" ") &&
    isGivenName(fold(name.name.split(" ")[0]!)) &&
    !role.plural
  );
}

/** Where the titled name begins in "the Hon. Fia Matavao", "the Rt. Hon. Fia Matavao"; `at` itself where there is none. */
function behindStyle(
  at: number,
  tokens: Mentions["tokens"],
  startingAt: ReadonlyMap<number, Mention>,
): number {
  if (tokens[at]?.lower !== "the") return at;
  let k = at + 1;
  while (k < at + 4 && /^(?:rt\.?|right|most|very|\.)$/.test(tokens[k]?.lower ?? "")) k++;
  const name = startingAt.get(k);
  return name?.form === "name" && name.titles.length > 0 ? k : at;
}

/** "President of the Republic Anzor Lemeshi", "Prime Minister of Oskaria Brigitte Vandael": the name right behind the place. */
function behindOffice(role: Mention, { tokens, list, startingAt }: Mentions): Mention | undefined {
  if (
    !/^(?:president|minister|king|queen|chancellor|premier|secretary|ambassador|governor|speaker|chair|chairman|chairwoman|head|envoy|representative|commissioner|coordinator|commander)$/.test(
      role.head,
    )
  )
    return undefined;
  let k = role.last + 1;
  if (!/^(?:of|for)$/.test(tokens[k]?.lower ?? "")) return undefined;
  for (k++; k < role.last + 14; k++) {
    const token = tokens[k];
    // "the Minister of Water of the Republic of Khorvan, H.E. Leyla Tamrazi,"
    if (token?.text === ",") {
      const at = opensStyle(k + 1, tokens) ? k + 2 : behindStyle(k + 1, tokens, startingAt);
      const behind = startingAt.get(at);
      if (behind?.form !== "name" || behind.type === "body" || behind.sentence !== role.sentence)
        return undefined;
      const close = tokens[behind.last + 1];
      const person = behind.titles.length > 0 || isGivenName(fold(behind.name.split(" ")[0]!));
      return person && (!close?.word || SAYING.has(close.lower) || FINITE.has(close.lower))
        ? behind
        : undefined;
    }
    if (!token?.word || token.sentence !== role.sentence) return undefined;
    const name = startingAt.get(k);
    const place = list.some((item) => item.form === "name" && item.last === k - 1);
    const behind = tokens[k - 1]!.capital && !/^(?:of|the|for|and)$/.test(tokens[k - 1]!.lower);
    if (name?.form === "name" && name.type !== "body" && behind && (place || k > role.last + 2)) {
      return name.name.includes(" ") || name.titles.length > 0 ? name : undefined;
    }
    if (!token.capital && !/^(?:of|the|for|and)$/.test(token.lower)) return undefined;
  }
  return undefined;
}

/** "In a paper filed before the High Court, the department has": the comma ends what a preposition opened. */
function isFronted(name: Mention, role: Mention, mentions: Mentions): boolean {
  const { tokens } = mentions;
  if (name.grammar !== "oblique" || role.determiner !== "the") return false;
  const next = tokens[endOf(role, mentions) + 1];
  if (!next?.word || !(FINITE.has(next.lower) || SAYING.has(next.lower) || /ed$/.test(next.lower)))
    return false;
  let k = name.first;
  while (k > 0 && tokens[k - 1]!.sentence === name.sentence) {
    k--;
    if (tokens[k]!.text === ",") return false;
  }
  return PREPOSITIONS.has(tokens[k]!.lower) || tokens[k]!.lower === "according";
}

/** The apposition ends where a comma, full stop, verb or relative follows; "and" makes it a list. */
function closes(role: Mention, mentions: Mentions, opener: string): boolean {
  const next = mentions.tokens[endOf(role, mentions) + 1];
  if (!next || next.sentence !== role.sentence) return true;
  if (role.determiner === "" && role.type === "person") return next.lower !== "and" || opener !== ",";
  if (!next.word) return true;
  return next.lower !== "and" && next.lower !== "or";
}

/** "Ana Ruiz is the mayor of Dell": the role is hers. */
function copula(mention: Mention, mentions: Mentions, end: number): void {
  const { tokens } = mentions;
  if (!/^(?:is|was|became|remains|isn't)$/.test(tokens[end + 1]?.lower ?? "")) return;
  let at = end + 2;
  while (/^(?:no|longer|still|now|also|not|once|currently)$/.test(tokens[at]?.lower ?? "")) at++;
  const role = phraseAt(mentions, at);
  if (role?.form !== "description" || role.type !== "person" || role.plural || role.apposed >= 0) return;
  if (/^(?:the|a|an|'s|his|her|its|their|our)$/.test(role.determiner)) role.apposed = mention.id;
}
