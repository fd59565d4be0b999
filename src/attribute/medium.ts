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
      notice motion deposition webcast writing thread caption dispatch memoir`,
    ),
  ],
  [
    "on",
    set(
      `twitter facebook instagram telegram x youtube tiktok linkedin weibo whatsapp reddit snapchat threads bluesky
      mastodon television tv radio air camera media website site page program programme show podcast channel phone
      telephone blog floor stage broadcast feed account`,
    ),
  ],
  [
    "at",
    set(
      `conference briefing hearing rally event debate speech interview forum gathering ceremony appearance trial inquest
      summit luncheon dinner vigil protest`,
    ),
  ],
  ["by", set("phone telephone email e-mail text letter fax video videoconference statement")],
  [
    "via",
    set("email e-mail twitter telegram text video phone telephone message spokesman spokeswoman facebook"),
  ],
  [
    "through",
    set("spokesman spokeswoman spokesperson lawyer attorney representative interpreter translator statement"),
  ],
  [
    "during",
    set(
      "interview conference briefing hearing debate speech call rally appearance broadcast address testimony",
    ),
  ],
  ["before", set("committee court parliament senate congress inquiry panel")],
  ["under", set("oath")],
  ["from", set("podium stage stand")],
  ["over", set("phone telephone")],
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
      const start = words[at]!.start;
      const stop = words[end]!.end;
      if (!statement.source.some((s) => s.start < stop && start < s.end))
        found.push(passage(page.text, start, stop));
      at = end;
    }
  }
  return found.sort(bySpan);
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
