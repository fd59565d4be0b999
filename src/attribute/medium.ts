/**
 * On what a statement is made: "in a statement", "on Twitter", "at a news conference", "by phone".
 */
import type { Passage, Statement } from "../model.ts";
import { bySpan, passage } from "../span.ts";
import { phraseFrom } from "./holder.ts";
import type { Page } from "./page.ts";
import type { Word } from "./words.ts";
import type { Zone } from "./zones.ts";

const set = (words: string) => new Set(words.split(/\s+/));
const NOUNS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "in",
    set(
      `statement statements interview interviews letter letters email e-mail emails memo memorandum speech speeches address
      report reports tweet tweets post posts message messages briefing filing filings petition affidavit testimony op-ed
      article book essay column editorial note text video release readout communique communiqué remarks comments court
      papers documents complaint lawsuit ruling opinion decision brief transcript podcast broadcast debate hearing telegram
      announcement newsletter bulletin blog advertisement ad presentation call conversation exchange submission appearance
      notice motion deposition webcast writing thread caption dispatch memoir review paper papers study commentary notes
      parliament chamber evidence cross-examination journal circular leaflet voicemail keynote`,
    ),
  ],
  [
    "on",
    set(
      `twitter facebook instagram telegram x youtube tiktok linkedin weibo whatsapp reddit snapchat threads bluesky
      mastodon television tv radio air camera media website site page program programme show podcast channel phone
      telephone blog floor stage broadcast feed account call cross-examination oath record steps doorstep sign service
      line stand platform livestream`,
    ),
  ],
  [
    "at",
    set(
      `conference briefing hearing rally event debate speech interview forum gathering ceremony appearance trial inquest
      summit luncheon dinner vigil protest meeting podium lectern assembly launch`,
    ),
  ],
  ["by", set("phone telephone radio post email e-mail text letter fax video videoconference statement")],
  [
    "via",
    set("email e-mail twitter telegram text video phone telephone message spokesman spokeswoman facebook"),
  ],
  [
    "through",
    set(
      "spokesman spokeswoman spokesperson lawyer attorney representative interpreter translator statement attaché attache",
    ),
  ],
  [
    "during",
    set(
      "interview conference briefing hearing debate speech call rally appearance broadcast address testimony",
    ),
  ],
  ["before", set("committee court parliament senate congress inquiry panel")],
  ["under", set("oath cross-examination questioning interrogation")],
  ["from", set("podium stage stand")],
  ["over", set("phone telephone radio tannoy")],
]);
/** Nouns of occasions of which another may follow: "news conference", "court filing". */
const CUT =
  /^(?:that|since|about|around|amid|because|than|which|who|where|when|while|and|but|after|before|as|he|she|they|it|i|we|was|is|said|saying|[.;:,“”"—–])$/;
const TRAIL = new Set(["with", "for", "of"]);

/** The media of a statement in text order; `[]` where none is named. */
export function mediumOf(page: Page, statement: Statement, zones: Zone[]): Passage[] {
  const found: Passage[] = [];
  for (const zone of zones) {
    const words = page.within(zone);
    for (let at = 0; at < words.length; at++) {
      const nouns = NOUNS.get(words[at]?.lower ?? "");
      if (!nouns) continue;
      const end = mediumEnd(words, at, nouns);
      if (end < 0) continue;
      // "on record" with "put" and "place" is no medium.
      if (words[end]!.lower === "record" && /\b(?:plac|put)\w*/i.test(statement.cue[0]?.text ?? "")) continue;
      const start = words[at]!.start;
      const whole = widened(words, end);
      const stop = words[whole]!.end;
      if (!statement.source.some((s) => s.start < stop && start < s.end))
        found.push(passage(page.text, start, stop));
      at = whole;
    }
  }
  return found.sort(bySpan);
}

/** "in a study | published on Monday", "on the steps | of the town hall": what says which one it is belongs to it. */
function widened(words: Word[], head: number): number {
  const next = words[head + 1]?.lower ?? "";
  const of = next === "of" ? phraseEnd(words, head + 2) : -1;
  if (of > 0) return of;
  const last = words[head]!;
  // A number or a name: "on page 44".
  if (words[head + 1] && /^\d+$/.test(next) && /^(?:page|line|channel)$/.test(last.lower)) return head + 1;
  if (
    !/^(?:published|posted|filed|signed|released|issued|circulated|appearing|broadcast|aired|leaked|dated|seen|obtained)$/.test(
      next,
    )
  )
    return head;
  let end = head + 1;
  while (words[end + 1]?.lexical && end - head < 12) end++;
  return end;
}

/** Index of the last word of a plain noun phrase, or -1. */
function phraseEnd(words: Word[], from: number): number {
  let at = from;
  while (
    words[at]?.lexical &&
    at - from < 6 &&
    !CUT.test(words[at]!.lower) &&
    !NOUNS.has(words[at]!.lower) &&
    words[at]!.lower !== "to"
  )
    at++;
  return at > from ? at - 1 : -1;
}

/** Index of the last word of the medium phrase that the preposition at `from` opens, or -1. */
function mediumEnd(words: Word[], from: number, nouns: ReadonlySet<string>): number {
  let head = -1;
  for (let at = from + 1; at < Math.min(words.length, from + 8); at++) {
    const lower = words[at]?.lower ?? "";
    if (CUT.test(lower) || (at > from + 1 && NOUNS.has(lower)) || lower === "to" || TRAIL.has(lower)) break;
    if (nouns.has(lower)) head = at;
    else if (head >= 0) break;
  }
  if (head < 0) return -1;
  const noun = words[head]?.lower ?? "";
  // "on X": the letter must be the service, not an unknown.
  if (noun === "x" && words[head]?.text !== "X") return -1;
  if ((noun === "court" || noun === "air" || noun === "camera" || noun === "writing") && head > from + 3)
    return -1;
  // "in an interview with the Post": whose medium it is belongs to it.
  if (
    words[head + 1] &&
    /^(?:interviews?|call|conversation|exchange|with)$/.test(noun) &&
    words[head + 1]!.lower === "with"
  ) {
    const phrase = phraseFrom(words, head + 2);
    if (phrase) return phrase.next - 1;
  }
  return head;
}
