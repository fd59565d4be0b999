/** Evidence found again where another checkpoint of the model, or other rules, read the same text: what real ones gave. */
import { describe, expect, test } from "vitest";
import type { Article, MentionTarget, Passage, Speaker, SpeakerKind, Statement } from "../model.ts";
import { byHand } from "../resolve/by-hand.ts";
import { segment } from "../segment/segment.ts";
import { passage } from "../span.ts";
import { Desk } from "./desk.ts";
import { anchorAt } from "./find-words.ts";
import { anchorMention } from "./mention-target.ts";
import { anchorStatement, describeStatement } from "./statement-target.ts";

/** One reading of a text; keys differ between the two, so that nothing is found by its id. */
function read(marked: string): Article {
  const { doc } = byHand(marked, segment);
  return { ...doc.article, speakers: [], statements: doc.statements, narrated: [] };
}

/** Contents of what the first statement of one reading is found as in another. */
function found(before: string, after: string): string[] | undefined {
  const [here, there] = [read(before), read(after)];
  expect(there.text).toBe(here.text);
  const target = describeStatement(here, here.statements[0]!);
  const anchored = anchorStatement(there.text, new Desk(there).entries, target);
  return anchored?.statement.statement.content.map((p) => p.text);
}

const bothWays = (a: string, b: string) => [found(a, b), found(b, a)];

describe("a statement whose content another reading takes to reach elsewhere", () => {
  test("much further: the same cue of the same source", () => {
    expect(
      bothWays(
        "{s1 She} {q1 raised} {c1 the case} of Lena Marsk, whom the court at Kesh has held since 2021.",
        "{s2 She} {q2 raised} {c2 the case of Lena Marsk, whom the court at Kesh has held since 2021}.",
      ),
    ).toEqual([["the case of Lena Marsk, whom the court at Kesh has held since 2021"], ["the case"]]);
  });

  test("nowhere, since the cue says it all: with another end of the cue", () => {
    expect(
      bothWays(
        "It rests on {s1 Columbra’s} {q1 commitment} to the security of its allies.",
        "It rests on {s2 Columbra’s} {q2 commitment to} {c2 the security of its allies}.",
      ),
    ).toEqual([["the security of its allies"], []]);
  });

  test("not where nothing is in common but who says it by which word", () => {
    expect(
      bothWays(
        "{s1 We} {q1 have heard} {c1 it} from all sides: the Orsk collection is worth ninety million.",
        "{s2 We} {q2 have heard} it from all sides: {c2 the Orsk collection is worth ninety million}.",
      ),
    ).toEqual([undefined, undefined]);
  });

  test("not by a cue of that name from another source", () => {
    expect(
      bothWays(
        "{s1 Dole} and Marl {q1 accept} {c1 the finding} of the inquiry into the ferry that sank off the quay, down to its last line.",
        "Dole and {s2 Marl} {q2 accept} {c2 the finding of the inquiry into the ferry that sank off the quay, down to its last line}.",
      ),
    ).toEqual([undefined, undefined]);
  });
});

test("what is told within a turn is not the turn, though it fills it; nor the other way round", () => {
  expect(
    bothWays(
      "{s1 INTERVIEWER}: {c1 Fathom says it is too early to talk about the supply of malt.}",
      "INTERVIEWER: {s2 Fathom} {q2 says} {c2 it is too early to talk about the supply of malt}.",
    ),
  ).toEqual([undefined, undefined]);
});

test("another cue of the same words by the same source is the same", () => {
  expect(
    bothWays(
      "{q1 In} {s1 his} view {c1 the mission could be sent as early as December}.",
      "In {s2 his} {q2 view} {c2 the mission could be sent as early as December}.",
    ),
  ).toEqual([
    ["the mission could be sent as early as December"],
    ["the mission could be sent as early as December"],
  ]);
});

describe("a speaker", () => {
  const speakerOf = (name: string, kind: SpeakerKind): Speaker => {
    return { id: `h_${name}`, name, kind, aliases: [], role: null, side: null, members: [] };
  };
  const at = (text: string, words: string): Passage => {
    const start = text.indexOf(words);
    return passage(text, start, start + words.length);
  };
  /** Who it is in a reading that has one speaker, with that source, where another had one of another name in those words. */
  function named(
    text: string,
    [name, words, kind]: [string, string, SpeakerKind],
    [other, source, otherKind]: [string, string, SpeakerKind],
  ): string | null {
    const speaker = speakerOf(other, otherKind);
    const said = { source: [at(text, source)], via: [], speakers: [speaker.id] } as unknown as Statement;
    const target: MentionTarget = {
      type: "mention",
      id: `h_${name}_before`,
      article: "a_1",
      name,
      kind,
      passage: anchorAt(text, at(text, words)),
    };
    return anchorMention({ text, speakers: [speaker], statements: [said] }, target)?.speaker.name ?? null;
  }

  test.each<[string, Parameters<typeof named>]>([
    [
      "whose name had taken in a title, and who speaks elsewhere",
      [
        "Minister Shri Devan Kurel met the guests. Later he spoke of rice.",
        ["Shri Devan Kurel", "Minister Shri Devan Kurel", "person"],
        ["Devan Kurel", "he", "person"],
      ],
    ],
    [
      "who was called by a title only",
      [
        "Smt. Leela Sampal, General Secretary of the Union, left. She was content.",
        ["Smt", "Smt. Leela Sampal, General Secretary of the Union", "person"],
        ["Leela Sampal", "She", "person"],
      ],
    ],
    [
      "whose name is now taken from what follows it",
      [
        "A spokesman for the town, Cuthbert Adel, said no.",
        ["Spokesman for the town", "A spokesman for the town", "unnamed"],
        ["Cuthbert Adel", "A spokesman for the town, Cuthbert Adel,", "person"],
      ],
    ],
    [
      "whose words now reach further",
      [
        "Valdero, who have told the winger to report on Wednesday, said no.",
        ["Valdero Athletic", "Valdero", "body"],
        ["Valdero FC", "Valdero, who have told the winger to report on Wednesday,", "body"],
      ],
    ],
    [
      "whom a pronoun stands for, in the same place",
      ["He said no to the mill.", ["Ilo Brant", "He", "person"], ["Anders Wull", "He", "person"]],
    ],
  ])("%s", (_, [text, before, after]) => {
    expect(named(text, before, after)).toBe(after[0]);
  });

  test.each<[string, Parameters<typeof named>]>([
    [
      "one who speaks for her",
      [
        "An aide to Teodora Vasil, the prime minister, said no.",
        ["Teodora Vasil", "Teodora Vasil, the prime minister,", "person"],
        ["Aide to Teodora Vasil", "An aide to Teodora Vasil, the prime minister,", "unnamed"],
      ],
    ],
    [
      "what is his",
      [
        "President Ilon Vasar’s office said no.",
        ["Ilon Vasar", "President Ilon Vasar’s office", "person"],
        ["Ilon Vasar’s office", "President Ilon Vasar’s office", "body"],
      ],
    ],
    [
      "one who leads it",
      [
        "Amparo Tseg, who leads the Starch Workers’ Union, said no.",
        ["Starch Workers’ Union", "Amparo Tseg, who leads the Starch Workers’ Union", "body"],
        ["Amparo Tseg", "Amparo Tseg, who leads the Starch Workers’ Union", "person"],
      ],
    ],
    [
      "one whose words touch those that named it",
      [
        "Beldam Mechanical, the contractor the company blames, was silent.",
        ["Beldam Mechanical", "Beldam Mechanical, the contractor the company", "body"],
        ["Corrin Chemicals", "the company", "body"],
      ],
    ],
  ])("is not taken for %s", (_, [text, before, after]) => {
    expect(named(text, before, after)).toBeNull();
  });
});
