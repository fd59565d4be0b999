import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { ArticleKind, Speaker } from "../model.ts";
import { segment } from "../segment/segment.ts";
import { byHand } from "./by-hand.ts";
import { resolveDocument } from "./document.ts";
import { mergeSpeakers } from "./merge.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "fixtures", "speakers");

interface Expected {
  holders: Record<string, Record<string, string>>;
  speakers: Record<string, [kind: string, side: string | null]>;
}

function documentOf(marked: string) {
  const [header = "", ...rest] = marked.split("\n\n");
  const about = Object.fromEntries(header.split("\n").map((line) => line.split(": ") as [string, string]));
  return byHand(rest.join("\n\n").trim(), segment, {
    outlet: about.outlet ?? null,
    side: about.side ?? null,
    kind: (about.kind as ArticleKind | undefined) ?? "report",
  });
}

for (const name of readdirSync(root).filter((entry) => !entry.includes("."))) {
  describe(name, () => {
    const expected = JSON.parse(readFileSync(join(root, name, "expected.json"), "utf8")) as Expected;
    const files = readdirSync(join(root, name)).filter((file) => file.endsWith(".txt"));
    const read = files.map((file) => documentOf(readFileSync(join(root, name, file), "utf8")));
    const { speakers, sides, articles } = mergeSpeakers(read.map(({ doc }) => resolveDocument(doc)));
    const byMember = new Map<string, Speaker>();
    for (const speaker of speakers) for (const member of speaker.members) byMember.set(member, speaker);

    test.each(files)("holders of %s", (file) => {
      const index = files.indexOf(file);
      const found = Object.fromEntries(
        Object.keys(expected.holders[file]!).map((key) => {
          const statement = articles[index]!.statements.find(
            (item) => item.id === read[index]!.ids.get(key),
          )!;
          const names = statement.speakers.map((id) => byMember.get(id)!.name).sort();
          return [key, names.join(" + ") || "?"];
        }),
      );
      expect(found).toEqual(expected.holders[file]);
    });

    test("speakers and sides", () => {
      const found = Object.fromEntries(
        speakers.map((speaker) => [
          speaker.name,
          [speaker.kind, sides.find((side) => side.id === speaker.side)?.name ?? null],
        ]),
      );
      expect(found).toMatchObject(expected.speakers);
    });
  });
}
