import type { ArticleSource, Span } from "../model.ts";
import { fold } from "./fold.ts";
import { PREPOSITIONS, SAYING } from "./lexicon/closed.ts";
import { isGivenName } from "./lexicon/given.ts";
import { endOf } from "./links.ts";
import type { Mentions, MentionType } from "./mention.ts";
import { demonymKey, isKnownCountry, placeKey, seatKey } from "./places.ts";
import { ownSide, tiesOf } from "./ties.ts";

interface Evidence {
  person: number;
  body: number;
  place: number;
}

const COMPANY_ENDING = /(?:ical|ics|tech|soft|corp|works|net|sys|gen|bank|air|gas|oil|mart|com)$/;
const PERSON_HEADS =
  /^(?:wife|husband|son|daughter|father|mother|brother|sister|widow|lawyer|attorney|aide|friend|family|denial|remarks?|neighbor|neighbour|girlfriend|boyfriend|coach|agent|doctor)$/;
const STATE_HEADS =
  /^(?:president|minister|premier|king|queen|chancellor|ambassador|government|parliament|envoy|embassy|border|capital|people|army|economy)$/;

/**
 * What each name of a document names, from all its uses together: titles and given names for people, heads and
 * articles for bodies, prepositions, state offices and demonyms for places.
 */
export function nameTypes(
  mentions: Mentions,
  article: ArticleSource,
  people: readonly Span[] = [],
): Map<string, MentionType> {
  const { tokens, list } = mentions;
  const evidence = new Map<string, Evidence>();
  const demonyms = new Set<string>();
  for (const token of tokens) {
    if (!token.capital) continue;
    const key = demonymKey(token.text);
    if (key && placeKey(token.text) !== key) demonyms.add(key);
  }
  const lowerWords = new Set(
    tokens.filter((token) => token.word && !token.capital).map((token) => token.lower),
  );
  const outlet = article.outlet ? fold(article.outlet.replace(/^the /i, "")) : null;

  const ofSide = new Set(tiesOf(ownSide(article)).countries);
  for (const mention of list) {
    if (mention.form !== "name") continue;
    const key = fold(mention.name);
    const scores = evidence.get(key) ?? { person: 0, body: 0, place: 0 };
    evidence.set(key, scores);
    const parts = mention.name.split(" ");
    const before = tokens[mention.first - 1];
    const after = tokens[mention.last + 1];
    const sameSentence = before?.sentence === mention.sentence ? before : undefined;

    if (people.some((span) => span.start < mention.end && mention.start < span.end)) scores.person += 9;
    if (mention.titles.length > 0) scores.person += 5;
    if (parts.length > 1 && isGivenName(fold(parts[0]!))) scores.person += 3;
    if (parts.length === 1 && isGivenName(fold(parts[0]!))) scores.person += 1.5;
    if (parts.length > 1 && parts.slice(0, -1).some((part) => /^\p{Lu}\.$/u.test(part))) scores.person += 3;
    if (/ (?:Jr|Sr)\.?$/.test(mention.name)) scores.person += 4;
    if (after && /^(?:who|whom)$/.test(after.lower)) scores.person += 2;
    if (after?.text === "," && /^(?:who|whom)$/.test(tokens[mention.last + 2]?.lower ?? ""))
      scores.person += 2;
    if (
      after?.text === "," &&
      /^\d{1,2}$/.test(tokens[mention.last + 2]?.text ?? "") &&
      /^[,.]$/.test(tokens[mention.last + 3]?.text ?? "")
    )
      scores.person += 3;
    if (after && SAYING.has(after.lower)) scores.person += 0.4;
    if (sameSentence && /^(?:said|says|added|asked)$/.test(sameSentence.lower)) scores.person += 0.6;

    if (pluralVerb(mentions, mention.first, mention.last)) scores.body += 2.5;
    if (sameSentence && /^(?:runs|owns|chairs|heads|founded|chaired|headed)$/.test(sameSentence.lower))
      scores.body += 2.5;
    // "the Corrin-Voss chemical plant"
    const outer = mention.inside >= 0 ? list[mention.inside]! : undefined;
    if (
      outer?.form === "description" &&
      outer.owner !== mention.id &&
      outer.last > mention.last &&
      outer.type === "body"
    )
      scores.body += 1;
    if (
      /^(?:plant|factory|mine|mill|headquarters|shares?|stock|workers|employees|chemical)$/.test(
        after?.lower ?? "",
      )
    )
      scores.body += 1.5;
    if (mention.type === "body") scores.body += 4;
    if (sameSentence?.lower === "the" && mention.titles.length === 0) scores.body += 2;
    if (/^[\p{Lu}&]{2,6}$/u.test(mention.name) && sameSentence?.text !== "(") scores.body += 3;
    if (/^[\p{Lu}&]{2,6}$/u.test(mention.name) && sameSentence?.text === "(") scores.body += 1;
    if (mention.name.includes("&")) scores.body += 3;
    if (after?.text === "," && tokens[mention.last + 2]?.lower === "which") scores.body += 1.5;
    if (outlet !== null && key === outlet) scores.body += 5;
    // "Port Calder", "Fenner Lane": two words that no titled or given name makes a person
    if (parts.length > 1 && mention.titles.length === 0 && !isGivenName(fold(parts[0]!)))
      if (CAMPAIGN.test(parts[0]!)) scores.body += 3;
      else if (PLACE_OPENS.test(parts[0]!) || PLACE_ENDS.test(parts.at(-1)!)) scores.place += 2.5;
    const tail = parts.at(-1)!;
    if (parts.length > 1 && COMPANY_ENDING.test(tail.toLowerCase()) && !isGivenName(fold(parts[0]!)))
      scores.body += 1.5;
    if (parts.length > 1 && lowerWords.has(tail.toLowerCase())) scores.body += 1;

    if (ofSide.has(placeKey(mention.name)) && parts.length <= 2) scores.place += 3;
    if (isKnownCountry(mention.name)) scores.place += 5;
    if (seatKey(mention.name)) scores.place += 4;
    if (demonyms.has(placeKey(mention.name)) && parts.length <= 2) scores.place += 3;
    if (sameSentence && /^(?:in|near|across|throughout|outside|inside)$/.test(sameSentence.lower))
      scores.place += 1.4;
    else if (sameSentence && /^(?:at|from|to|on|over|into|between)$/.test(sameSentence.lower))
      scores.place += 0.4;
    else if (
      sameSentence &&
      PREPOSITIONS.has(sameSentence.lower) &&
      sameSentence.lower === "of" &&
      /(?:ity|ic|own|dom|ge)$/.test(tokens[mention.first - 2]?.lower ?? "")
    )
      scores.place += 2;
    if (dateline(mentions, mention.first, mention.last)) scores.place += 3;
  }

  for (const mention of list) {
    if (mention.form !== "description") {
      if (mention.form === "name" && mention.owner >= 0) {
        const office = mention.titles.at(-1)?.toLowerCase() ?? "";
        bump(evidence, list[mention.owner]!.name, STATE_HEADS.test(office) ? "place" : "body", 3);
      }
      if (mention.form === "name" && mention.complement >= 0) {
        const place = list[mention.complement]!;
        if (place.form === "name" && place.type === null && mention.type === "person")
          bump(evidence, place.name, "place", 3);
      }
      continue;
    }
    if (mention.apposed >= 0) {
      const name = list[mention.apposed]!;
      if (EITHER.test(mention.head) && / \p{Lu}[\p{L}'’-]+[^siu]s$/u.test(name.name))
        bump(evidence, name.name, "body", 1.5);
      if (name.form === "name")
        bump(
          evidence,
          name.name,
          mention.type === "body" ? "body" : "person",
          EITHER.test(mention.head) ? 0 : mention.type === "body" ? 3 : 2.5,
        );
    }
    const owner = mention.owner >= 0 ? list[mention.owner] : undefined;
    if (owner?.form === "name") {
      if (PERSON_HEADS.test(mention.head)) bump(evidence, owner.name, "person", 2);
      else if (STATE_HEADS.test(mention.head) || mention.modifiers.some((word) => word === "foreign"))
        bump(evidence, owner.name, "place", 3);
      else if (
        /^(?:spokeswoman|spokesman|spokesperson|executive|director|chairman|employee|worker|shareholder|office|lawyer)$/.test(
          mention.head,
        )
      )
        bump(evidence, owner.name, "body", 0.4);
    }
    if (
      mention.complement >= 0 &&
      /^(?:executive|chairman|chairwoman|director|founder|owner|employee|spokesman|spokeswoman|spokesperson|manager|head)$/.test(
        mention.head,
      )
    ) {
      const body = list[mention.complement]!;
      if (body.form === "name" && body.type === null) bump(evidence, body.name, "body", 1.5);
    }
    if (mention.complement >= 0 && STATE_HEADS.test(mention.head)) {
      let place = list[mention.complement]!;
      if (place.complement >= 0 && place.form === "name" && list[place.complement]!.form === "name")
        place = list[place.complement]!;
      const second =
        tokens[endOf(place, mentions) + 1]?.lower === "of"
          ? mentions.startingAt.get(endOf(place, mentions) + 2)
          : undefined;
      if (second?.form === "name") place = second;
      if (place.form === "name" && place.type === null) bump(evidence, place.name, "place", 3);
    }
  }
  together(mentions, evidence);
  const types = new Map<string, MentionType>();
  for (const [key, scores] of evidence) {
    const best = Math.max(scores.person, scores.body, scores.place);
    if (best < 0.5) continue;
    types.set(key, best === scores.person ? "person" : best === scores.place ? "place" : "body");
  }
  return types;
}

const PLACE_OPENS =
  /^(?:Port|Fort|Lake|Mount|Mt\.?|Cape|Point|Bay|Isle|San|Santa|Santo|São|Saint|New|Old|North|South|East|West|Upper|Lower|Great|Little|Villa|Puerto|Rio|El|Los|Las)$/;
const PLACE_ENDS =
  /^(?:Bay|Bridge|Hills?|Valley|River|Street|Road|Lane|Avenue|Square|Park|Point|Crossing|Islands?|Isles?|Harbou?r|Falls|Springs|Heights|Gate|Beach|Coast|Creek|Quay|Wharf|Dock|Docks|Green|Farm|Strait|Sea|Lake|Canal|Forest|Pass|Peninsula|Mountains?|North|South|East|West|Avenue|Boulevard|Terrace|Fields|Common|Mews|Close)$/;
const CAMPAIGN =
  /^(?:Save|Stop|Keep|Protect|Friends|Hands|Reclaim|Justice|Campaign|Citizens|Residents|Mothers|Parents)$/;
/** Roles that companies have as well as people. */
const EITHER =
  /^(?:contractor|developer|maker|regulator|supplier|operator|owner|publisher|insurer|producer|manufacturer|employer|sponsor|rival|applicant|plaintiff|defendant|claimant|respondent|bidder|buyer|seller|landlord|tenant|retailer|lender|partner|client|creditor|shareholder|investor)$/;
const LANDS = /(?:land|lands|stan|burg|grad|ville|shire|ford|mouth|haven|ton|bury|stadt|dorf)$/;

/**
 * What names show about each other and what follows them: people come with their whole names once, so that a single word that is no part
 * of one is rather no person; "Torvia and Ketland" are of one kind; "Its minister" goes on about a country or a body.
 */
function together({ list, tokens, bySentence }: Mentions, evidence: Map<string, Evidence>): void {
  const whole = new Set<string>();
  const titled = new Set<string>();
  for (const mention of list) {
    if (mention.form !== "name") continue;
    if (mention.titles.length > 0) for (const part of mention.name.split(" ")) titled.add(fold(part));
    const scores = evidence.get(fold(mention.name))!;
    const parts = mention.name.split(" ");
    if (parts.length > 1 && scores.person >= scores.body && scores.person >= scores.place)
      for (const part of parts) whole.add(fold(part));
  }
  const single = new Set<string>();
  for (const mention of list) {
    if (mention.form !== "name" || mention.name.includes(" ")) continue;
    const key = fold(mention.name);
    const scores = evidence.get(key)!;
    if (!single.has(key) && !whole.has(key) && !titled.has(key) && !isGivenName(key)) {
      scores.person -= 0.8;
      if (LANDS.test(key)) scores.place += 0.6;
    }
    single.add(key);
    const next = tokens[endOfSentence(tokens, mention.last) + 1];
    if (
      next?.lower === "its" &&
      next.paragraph === mention.paragraph &&
      mention.grammar === "subject" &&
      bySentence.get(mention.sentence)?.[0] === mention
    ) {
      const owned = (bySentence.get(next.sentence) ?? []).find((other) => other.form === "description");
      if (owned && STATE_HEADS.test(owned.head)) scores.place += 2;
      else scores.body += 1;
    }
  }
  for (const mention of list) {
    if (mention.form !== "name" || tokens[mention.last + 1]?.lower !== "and") continue;
    const other = bySentence
      .get(mention.sentence)!
      .find((one) => one.form === "name" && one.first === mention.last + 2);
    if (!other) continue;
    const [a, b] = [evidence.get(fold(mention.name))!, evidence.get(fold(other.name))!];
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      if (x.place >= 2 && x.place > x.person && x.place > x.body && y.person < 1.5 && y.place < 2)
        y.place += 1.2;
  }
}

function endOfSentence(tokens: Mentions["tokens"], from: number): number {
  let k = from;
  while (tokens[k + 1]?.sentence === tokens[from]!.sentence) k++;
  return k;
}

/** "Corrane say": British English treats bodies as plurals, never one person. */
export function pluralVerb({ tokens }: Mentions, first: number, last: number): boolean {
  const after = tokens[last + 1];
  if (!after || !/^(?:say|have|are|were|insist|claim|deny|believe|hope|maintain|argue)$/.test(after.lower))
    return false;
  // "Ruiz and Okafor say", "did Ruiz say", "what Ruiz have"
  for (
    let k = first - 1;
    k >= Math.max(0, first - 8) && tokens[k]!.sentence === tokens[first]!.sentence;
    k--
  ) {
    if (
      /^(?:and|or|nor|did|do|does|will|would|could|should|can|may|must|to|let|if|when)$/.test(
        tokens[k]!.lower,
      )
    )
      return false;
  }
  return true;
}

function bump(evidence: Map<string, Evidence>, name: string, field: keyof Evidence, by: number): void {
  const scores = evidence.get(fold(name));
  if (scores) scores[field] += by;
}

/** "MADDOCK, Westmark, June 5 (Northline) —": names before the dash that opens a report. */
function dateline({ tokens }: Mentions, first: number, last: number): boolean {
  const paragraph = tokens[first]!.paragraph;
  let start = first;
  while (start > 0 && tokens[start - 1]!.paragraph === paragraph) {
    start--;
    if (first - start > 6) return false;
  }
  if (!/^\p{Lu}{2,}/u.test(tokens[start]!.text)) return false;
  for (let k = last + 1; k < last + 14; k++) {
    const token = tokens[k];
    if (!token || token.paragraph !== paragraph) return false;
    if (/^[—–-]$/.test(token.text)) return true;
    if (token.word && !token.capital && !/^\d/.test(token.text)) return false;
  }
  return false;
}
