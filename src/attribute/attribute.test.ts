import { expect, test } from "vitest";
import { checkPassage } from "../span.ts";
import { attribute } from "./attribute.ts";
import { tagged } from "./by-hand.ts";
import { partsOf } from "./statement.ts";

const TALK = `MS. ORSIK: Thank you. And we have President Reker’s word that nothing will be held back until August.

I want to add something.

MR. DAHLMO: I was in the same room and did not hear it. There was no such promise.

Q. Will you withdraw the case?

MS. ORSIK: I am not going to discuss litigation here.

(Ms. Orsik leaves the room.)

Q. Did President Vasarin accept that the dam had nothing to do with it?

A. She did. She thanked him.

Q. And did you lie?

A. No. Nobody lied.

Q. Good evening. Yesterday you said that the pump was new.

A. That is not true.`;

test("turns become direct statements, one a paragraph", () => {
  const { statements } = attribute(tagged(TALK, { turns: true, kind: "transcript" }));
  const top = statements.filter((s) => s.parent === null);
  expect(top.map((s) => [s.source[0]?.text, s.act])).toEqual([
    ["MS. ORSIK", "assert"],
    ["MS. ORSIK", "assert"],
    ["MR. DAHLMO", "assert"],
    ["Q", "ask"],
    ["MS. ORSIK", "decline"],
    ["Q", "ask"],
    ["A", "confirm"],
    ["Q", "ask"],
    ["A", "deny"],
    ["Q", "ask"],
    ["A", "deny"],
  ]);
  expect(top.at(-1)?.refersTo[0]?.text).toBe("that the pump was new");
  expect(top.every((s) => s.form === "direct" && s.cue.length === 0)).toBe(true);
  expect(top[6]?.refersTo[0]?.text).toMatch(/^Did President Vasarin/);
  // "no such promise" is the word given above.
  expect(top[2]?.refersTo[0]?.text).toBe("that nothing will be held back until August");
});

test("what the model finds in a turn is nested in it; what takes the label is left to the turn", () => {
  const { statements } = attribute(
    tagged("[S1 MS. ORSIK][C1 :] [T1 Hello there.] [S2 My president] [C2 told] him [T2 that it leaks].", {
      turns: true,
    }),
  );
  expect(statements).toHaveLength(2);
  expect(statements[1]?.parent).toBe(statements[0]?.id);
  expect(statements[1]?.cue[0]?.text).toBe("told");
});

test("split roles keep all their passages", () => {
  const [only] = attribute(tagged("[T “Yes,”] [S he] [C said], [T “we agree.”]")).statements;
  expect(only?.content.map((c) => c.text)).toEqual(["“Yes,”", "“we agree.”"]);
});

test("a quotation that is its own paragraph stands by itself; a title or a scare quote does not", () => {
  const doc = tagged(
    "[S Mr. Ruiz] [C spoke] [T of the water].\n\n“It came over the wall at four in the morning.”\n\nHe read “The Long Road to the Sea at Night” aloud.\n\n“The Long Road to the Sea”",
  );
  const floating = attribute(doc).statements.filter((s) => s.cue.length === 0);
  expect(floating.map((s) => s.content[0]?.text)).toEqual([
    "“It came over the wall at four in the morning.”",
  ]);
  // The voice that was heard last goes on.
  expect(floating[0]?.source.map((s) => s.text)).toEqual(["Mr. Ruiz"]);
});

test.each([
  [
    "[S1 Ms. Orsik] [C1 said] [T1 that Mr. Reker had promised to wait]. [S2 Mr. Dahlmo] [C2 flatly denied] [T2 it].",
    "that Mr. Reker had promised to wait",
  ],
  [
    "[S1 A clerk] [C1 alleged] [T1 that he took $500].\n\n[T1 “That is a lie,”] [S1 he] [C1 said].",
    "that he took $500",
  ],
  [
    "[S1 Mr. Orlov] [C1 denied] [T1 any part in the raid]. [S2 The envoy] [C2 accepted] [T2 the denial].",
    "any part in the raid",
  ],
  [
    "[S1 She] [C1 warned] [T1 that the dam could fail]. It rained. [S2 He] [C2 dismissed] [T2 the warning as noise].",
    "that the dam could fail",
  ],
])("refers to: %s", (marked, want) => {
  const { statements } = attribute(tagged(marked));
  expect(statements.at(-1)?.refersTo.map((p) => p.text)).toEqual([want]);
});

test.each([
  "[S He] [C rejected] [T the claim that the dam leaks].",
  "[S He] [C said] [T it was raining].",
  "[S He] [C denied] [T it].",
])("refers to nothing plain: %s", (marked) => {
  expect(attribute(tagged(marked)).statements[0]?.refersTo).toEqual([]);
});

test("every passage proves itself, ids are unique, links in any order give the same", () => {
  const doc = tagged(`${TALK}\n\n[S1 He] [C1 said] [T1 Mr. Orlov’s denial was “thin”].`, { turns: true });
  const shuffled = { ...doc, links: [...doc.links].reverse() };
  const result = attribute(doc);
  for (const statement of result.statements) {
    for (const p of [
      ...partsOf(statement),
      ...statement.refersTo,
      ...statement.addressee,
      ...statement.medium,
    ])
      checkPassage(doc.article.text, p, statement.id);
  }
  expect(new Set(result.statements.map((s) => s.id)).size).toBe(result.statements.length);
  expect(attribute(shuffled).statements).toEqual(result.statements);
  expect(JSON.parse(JSON.stringify(result.statements))).toEqual(result.statements);
});

test("an empty document gives nothing", () => expect(attribute(tagged("")).statements).toEqual([]));
