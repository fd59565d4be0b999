import { expect, test } from "vitest";
import type { Statement } from "../model.ts";
import { attribute } from "./attribute.ts";
import { type ByHand, tagged } from "./by-hand.ts";

/** The statement whose cue or content has the words, and what it refers to. */
function refersTo(marked: string, options: ByHand = {}): string[] {
  const { statements } = attribute(tagged(marked, options));
  const top = statements.filter((s: Statement) => s.parent === null);
  return top.at(-1)!.refersTo.map((p) => p.text);
}

test.each([
  // what was said just before
  [
    "[S1 A clerk] [C1 said] [T1 the seals had been cut]. [S2 The firm] [C2 disagreed].",
    ["the seals had been cut"],
  ],
  [
    "[S1 A clerk] [C1 said] [T1 the seals had been cut]. [S2 The foreman] [C2 said] [T2 otherwise].",
    ["the seals had been cut"],
  ],
  [
    "[S1 Mr. Dahl] [C1 thought] [T1 the wall would hold]. [S2 The inspectors] [C2 were less sure].",
    ["the wall would hold"],
  ],
  // what the narrator told
  ["The pumps failed twice in June. [S The firm] [C knew] [T it].", ["The pumps failed twice in June."]],
  ["The pumps failed twice, but [S the firm] [C denies] [T it].", ["The pumps failed twice"]],
  [
    "The mill has shut its last line, [T a step] [S the union] [C called] [T “reckless”].",
    ["The mill has shut its last line"],
  ],
  // a noun phrase with its relative
  [
    "He showed a copy of the ledger, [T which] [S the clerk] [C said] [T had been altered].",
    ["a copy of the ledger"],
  ],
  ["They opened a new mill in Sarn, [T which] [S she] [C expects] [T to close].", ["a new mill in Sarn"]],
  // a noun of saying
  [
    "[S1 Ms. Orsik] [C1 promised] [T1 to mend the lock]. It rained for a week. [S2 The boatmen] [C2 doubt] [T2 the promise].",
    ["to mend the lock"],
  ],
  [
    "[S1 He] [C1 alleged] [T1 that two guards slept]. [S2 The firm] [C2 said] [T2 no such allegation had reached it].",
    ["that two guards slept"],
  ],
  // one of what was brought up
  ["The ferrymen had asked for a second lock. [S The firm] [C refused] [T to build one].", ["a second lock"]],
  // what was said further off, past a sentence that has nothing to do with it
  [
    "[S1 A weigher] [C1 alleged] [T1 that the scales were filed]. The market was shut that day. [S2 The owner] [C2 denied] [T2 it].",
    ["that the scales were filed"],
  ],
  // a demonstrative by itself
  [
    "[S1 Mr. Dahl] [C1 said] [T1 the seals had been cut twice]. [S2 The inspectors] [C2 considered] [T2 this unlikely].",
    ["the seals had been cut twice"],
  ],
])("refers to: %s", (marked, want) => expect(refersTo(marked)).toEqual(want));

test.each([
  "[S The clerk] [C could not be reached].",
  "[S1 She] [C1 said] [T1 the lock was safe]. [S2 The firm] [C2 declined to comment].",
  "[S1 She] [C1 asked] [T1 “Who cut the seals?”]. [S2 He] [C2 called] [T2 that] [T2 a lie].",
  "It rained. [S The boatmen] [C like] [T the new lock].",
  "[S The boatmen] [C said] [T they had agreed to it].",
  "[S The clerk] [C said] [T one of them had left].",
  "[S The clerk] [C said] [T this lock leaks].",
])("refers to nothing plain: %s", (marked) => expect(refersTo(marked)).toEqual([]));

test("inside a quotation the narrator's words are not meant", () => {
  const { statements } = attribute(
    tagged("The lock failed. [S Mr. Dahl] [C said], [T “The firm denies it.”]"),
  );
  for (const s of statements) expect(s.refersTo).toEqual([]);
});

test("in talk a refusal between does not hide what was asked", () => {
  const talk =
    "Q. The envoy says the two ferries were never insured.\n\nMS. ORSIK: I am not going to get into that.\n\nQ. So you [C1 deny] [T1 it]?";
  const { statements } = attribute(tagged(talk.replace("you [C1", "[S1 you] [C1"), { turns: true }));
  expect(statements.find((s) => s.cue[0]?.text === "deny")?.refersTo.map((p) => p.text)).toEqual([
    "the two ferries were never insured",
  ]);
});

test("a short answer stands on the question, and on what the question stands on", () => {
  const { statements } = attribute(
    tagged("Q. Marla, did the firm cut the seals? Marla?\n\nA. It did.", { turns: true }),
  );
  expect(statements.at(-1)?.refersTo.map((p) => p.text)).toEqual(["Marla, did the firm cut the seals?"]);
});
