import { expect, test } from "vitest";
import type { Statement } from "../model.ts";
import { attribute } from "./attribute.ts";
import { tagged } from "./by-hand.ts";

const only = (marked: string, publishedAt = "2026-06-12"): Statement =>
  attribute(tagged(marked, { publishedAt })).statements[0]!;
const words = (passages: { text: string }[]) => passages.map((p) => p.text);

test.each([
  ["[S He] [C told] reporters [T that the dam leaks].", ["reporters"]],
  ["[T “No,”] [S he] [C told] reporters outside the hotel.", ["reporters"]],
  ["[S She] [C told] the committee’s chairman on Friday [T that it was over].", ["the committee’s chairman"]],
  ["[S She] [C told] members of Congress [T that it was over].", ["members of Congress"]],
  ["[S She] [C told] The Lissen Herald [T that it was over].", ["The Lissen Herald"]],
  ["[S She] [C told] him [T that it was over].", ["him"]],
  ["[S She] [C told reporters] [T that it was over].", ["reporters"]],
  ["[S He] [C said] to Ms. Orsik [T that it was over].", ["Ms. Orsik"]],
  ["[S He] [C wrote] in a letter to the board [T that it was over].", ["the board"]],
  ["In an email to Ms. Orsik on Monday, [S he] [C said] [T that it was over].", ["Ms. Orsik"]],
  ["[S The council] [C urged] [T lawmakers to pass the bill].", ["lawmakers"]],
  ["[S The judge] [C asked] Mr. Voss [T whether he had paid].", ["Mr. Voss"]],
  ["[S The firm] [C assured] its customers [T that the water was safe].", ["its customers"]],
  ["[C Asked] [T whether it was over], Mr. Voss shrugged.", ["Mr. Voss"]],
  ["The boatmen [C were told] [T that it was over].", ["The boatmen"]],
  ["I[C ’m told] [T that it is over].", ["I"]],
  ["[S She] [C told] the Harbour’s agents [T that it was over].", ["the Harbour’s agents"]],
  ["[S The harbour] [C is urging] anyone with a boat [T to move it].", ["anyone with a boat"]],
  ["[S The union] [C called on] the President [T to step in].", ["the President"]],
  ["[S She] [C told] our station this morning: [T “It is over.”]", ["our station"]],
  ["[S He] [C was told] [T that it was over].", []],
  ["[S The court] [C ordered] [T a new trial].", []],
  ["[S He] [C said] [T that he had told reporters everything].", []],
  ["[S She] [C warned] [T that the dam could fail].", []],
])("to whom: %s", (marked, want) => expect(words(only(marked).addressee)).toEqual(want));

test.each([
  ["[S She] [C said] in a statement [T that it was over].", ["in a statement"]],
  ["[S She] [C said in a statement] [T that it was over].", ["in a statement"]],
  ["In a written statement, [S she] [C said] [T that it was over].", ["In a written statement"]],
  ["[S He] [C wrote] on Twitter: [T “It is over.”]", ["on Twitter"]],
  ["[S He] [C wrote] on X [T that it was over].", ["on X"]],
  [
    "[S He] [C told] reporters at a news conference in Lissen [T that it was over].",
    ["at a news conference"],
  ],
  ["[S He] [C said] by phone [T that it was over].", ["by phone"]],
  [
    "[T “It is over,”] [S she] [C said] in an interview with the Courier.",
    ["in an interview with the Courier"],
  ],
  ["[S He] [C wrote] in a letter to the board [T that it was over].", ["in a letter"]],
  ["[S He] [C testified] under oath [T that it was over].", ["under oath"]],
  ["[S He] [C said] through a lawyer [T that it was over].", ["through a lawyer"]],
  ["[S He] [C said] during a televised debate [T that it was over].", ["during a televised debate"]],
  [
    "In a study published on Monday, [S they] [C said] [T that it was over].",
    ["In a study published on Monday"],
  ],
  ["[S He] [C said] on the steps of the town hall [T that it was over].", ["on the steps of the town hall"]],
  ["Under cross-examination, [S he] [C said] [T that it was over].", ["Under cross-examination"]],
  ["[S He] [C said] in Lissen [T that it was over].", []],
  ["[S He] [C said] [T that he read it in a statement].", []],
  ["[S1 He] [C1 said] [T1 it was over], while [S2 she] [C2 said] in a statement [T2 it was not].", []],
])("on what: %s", (marked, want) => expect(words(only(marked).medium)).toEqual(want));

// 12 June 2026 is a Friday.
test.each([
  ["[S She] [C said] on Thursday [T that it was over].", "2026-06-11"],
  ["[S She] [C said] on Friday [T that it was over].", "2026-06-12"],
  ["[S She] [C said Saturday] [T that it was over].", "2026-06-06"],
  ["On Monday, [S she] [C told] him [T that it was over].", "2026-06-08"],
  ["[T “It is over,”] [S she] [C said] yesterday.", "2026-06-11"],
  ["[S She] [C said] earlier today [T that it was over].", "2026-06-12"],
  ["[S She] [C said] on June 3 [T that it was over].", "2026-06-03"],
  ["[S She] [C said] on 3 June [T that it was over].", "2026-06-03"],
  ["[S She] [C said] on December 20 [T that it was over].", "2025-12-20"],
  ["[S She] [C wrote] on March 2, 2019, [T that it was over].", "2019-03-02"],
  ["[S She] [C said] two days ago [T that it was over].", "2026-06-10"],
  ["[S She] [C said] last month [T that it was over].", "2026-05"],
  ["[S She] [C said] in March [T that it was over].", "2026-03"],
  ["[S She] [C said] in September [T that it was over].", "2025-09"],
  ["[S She] [C said] in 2021 [T that it was over].", "2021"],
  ["[S She] [C said] last week [T that it was over].", null],
  ["[S She] [C said] [T the talks on Thursday were over].", null],
  ["[S She] [C said] after Thursday’s meeting [T that it was over].", null],
  ["[S She] [C said] before the vote on next Monday [T that it was over].", null],
  ["In a statement on Tuesday, [S she] [C said] [T that it was over].", "2026-06-09"],
  ["The horn was tested on June 3, and [S two crews] [C showed] [T signs of strain].", null],
  ["[S She], who joined in 2014, [C said] [T that it was over].", null],
  ["The two met on Thursday. [S He] [C had said] the day before [T that it was over].", "2026-06-10"],
  ["[S He], who [C had wavered] as recently as the day before [T over the date], spoke.", "2026-06-11"],
])("when: %s", (marked, want) => expect(only(marked).saidAt).toBe(want));

test("without the article's date nothing is resolved", () => {
  expect(
    attribute(tagged("[S She] [C said] on Thursday [T that it was over].")).statements[0]?.saidAt,
  ).toBeNull();
});

test.each([
  ["[T “It is over,”] [S she] [C said].", "direct"],
  ["[T “It is over,”] [S she] [C said], [T “and I am glad.”]", "direct"],
  ["[S She] [C said] [T that it was over].", "indirect"],
  ["[S She] [C said] [T that it was “a long talk”].", "mixed"],
  ["[S She] [C said] [T “a long talk” had helped].", "mixed"],
  ["[T It is over], [S she] [C said].", "indirect"],
])("form: %s", (marked, want) => expect(only(marked).form).toBe(want));
