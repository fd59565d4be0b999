import { joinCues } from "./cues.ts";
import { makeDocument, type ReadDocument } from "./document.ts";
import { languageTag, NOTHING } from "./front-matter.ts";
import type { Hints } from "./text.ts";
import { timedTranscript } from "./timed-json.ts";

/** A timed transcript in JSON, with `times`; null where the JSON is none. */
export function fromTimedJson(json: unknown, hints: Hints = {}): ReadDocument | null {
  const found = timedTranscript(json);
  if (!found) return null;
  const { text, times } = joinCues(found.cues);
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  return makeDocument({
    input: hints.input ?? "-",
    path: hints.path ?? null,
    text,
    times,
    metadata: { ...NOTHING, kind: "transcript", title: found.title },
    claimedLanguage: languageTag(found.language ?? ""),
  });
}
