import type { Speaker } from "../model.ts";
import type { SpeakerRow } from "./contract.ts";
import type { Digest, StatementDigest } from "./digest.ts";
import type { Views } from "./views.ts";

/** The statements of each of the collection's speakers; sentences in documents' own voice left out. */
export function statementsBySpeaker(digest: Digest): Map<string, StatementDigest[]> {
  const by = new Map<string, StatementDigest[]>();
  for (const s of digest.statements.values()) {
    if (s.narrated) continue;
    for (const id of s.speakers) {
      const list = by.get(id);
      if (list) list.push(s);
      else by.set(id, [s]);
    }
  }
  return by;
}

/** A speaker as lists show it. */
export function speakerRow(views: Views, speaker: Speaker, own: readonly StatementDigest[]): SpeakerRow {
  const { digest } = views;
  const dates = own
    .map((s) => s.date)
    .filter((d) => d !== null)
    .sort();
  return {
    ...views.speaker(speaker.id),
    id: speaker.id,
    aliases: speaker.aliases,
    statements: own.length,
    documents: new Set(own.map((s) => s.article)).size,
    points: new Set(own.flatMap((s) => s.points)).size,
    shifts: digest.rest.shifts.filter((s) => s.speaker === speaker.id).length,
    checked: own.filter((s) => s.checking.status !== "machine").length,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
  };
}
