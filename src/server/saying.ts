/** A statement's words on one line, so that they say what the holder said: denied words never stand bare. */
import type { Act, Passage } from "../model.ts";
import type { Found } from "../report/view.ts";
import { leadOf, wordsOf } from "../report/words.ts";
import type { Saying } from "./contract.ts";

/** Longest stretch of one passage that a line shows, in UTF-16 units. */
const LONGEST = 240;

/** Where the document gives no cue ahead of the words, or a person set another act: what was done with them. */
const DONE: Partial<Record<Act, string>> = {
  deny: "denied:",
  reject: "rejected:",
  doubt: "doubted:",
  decline: "declined:",
};

/** @param evidence passages of the same document that decide; [] where nothing stands out */
export function sayingOf(found: Found, evidence: Passage[] = []): Saying {
  const { statement, narrated } = found;
  const words = wordsOf(found, evidence, LONGEST).map(({ text, decisive }) => ({ text, decisive }));
  const bare = !narrated && statement.form !== "direct" && statement.content.length > 0;
  return { lead: leadOf(found) ?? (bare ? (DONE[statement.act] ?? null) : null), words };
}
