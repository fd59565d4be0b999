import { describe, expect, it } from "vitest";
import { type PairSide, relatePair } from "./relate.ts";

type Row = [string | PairSide, string | PairSide, string | null, string?];

const side = (one: string | PairSide, speaker: string): PairSide =>
  typeof one === "string" ? { text: one, speaker } : { speaker, ...one };

/** Two speakers on one matter: what they say, and what the two statements are to each other (null: other questions). */
const ROWS: Row[] = [
  // Negation of the same predicate and arguments.
  ["The mayor took the money.", "The mayor did not take the money.", "conflict", "negation"],
  ["The dam leaked in May.", "The dam never leaked in May.", "conflict", "negation"],
  ["The patrol crossed the river.", "No patrol crossed the river.", "conflict", "negation"],
  [
    "The envoy promised to hold off the filling.",
    "The envoy made no promise to hold off the filling.",
    "conflict",
    "negation",
  ],
  ["The plant had warned the town.", "The plant failed to warn the town.", "conflict", "negation"],
  [
    "The council knew about the leak.",
    "At no time did the council know about the leak.",
    "conflict",
    "negation",
  ],
  [
    "The payment arrived before midnight.",
    "The payment did not arrive before midnight.",
    "conflict",
    "negation",
  ],
  // The act carries the denial.
  [{ text: "the mayor took the money", act: "deny" }, "The mayor took the money.", "conflict", "negation"],
  [{ text: "the mayor took the money", act: "deny" }, "The mayor did not take the money.", "agree"],
  [{ text: "the mayor took the money", act: "confirm" }, "The mayor took the money.", "agree"],
  [{ text: "the mayor took the money", act: "decline" }, "The mayor took the money.", "unclear"],
  [{ text: "the mayor took the money", act: "ask" }, "The mayor did not take the money.", "unclear"],
  [{ text: "the mayor took the money", negated: true }, "The mayor did not take the money.", "unclear"],
  [{ text: "that the mayor took the money", act: "doubt" }, "The mayor took the money.", "diverge", "hedged"],
  [
    { text: "the guild's claim that the crane could lift 30 tonnes", act: "reject" },
    "The crane can lift 30 tonnes.",
    "conflict",
    "negation",
  ],
  // A figure denied does not stand against another figure.
  [{ text: "that 30 people died in the fire", act: "deny" }, "12 people died in the fire.", "unclear"],
  // Opposites.
  ["The board accepted the offer.", "The board rejected the offer.", "conflict", "negation"],
  [
    "Prices in the harbour district rose in March.",
    "Prices in the harbour district fell in March.",
    "conflict",
    "negation",
  ],
  ["The bridge was open on Sunday.", "The bridge was closed on Sunday.", "conflict", "negation"],
  ["The bridge was not open on Sunday.", "The bridge was closed on Sunday.", "agree"],
  ["The board turned the bid down.", "The board rejected the bid.", "agree"],
  ["The court found the captain guilty.", "The court found the captain innocent.", "conflict", "negation"],
  // Agreement in other words.
  [
    "The company will pay the full cost of the repairs.",
    "The full cost of the repairs will be paid by the company.",
    "agree",
  ],
  ["The soldiers opened fire on the truck.", "The truck was shot at by the soldiers.", "agree"],
  ["The minister resigned on Monday.", "On Monday the minister tendered his resignation.", "agree"],
  ["The firm apologised to the families.", "The firm offered the families an apology.", "agree"],
  // Figures.
  ["Fourteen workers were injured in the blast.", "14 workers were hurt in the blast.", "agree", "number"],
  ["About 40 workers were injured in the blast.", "42 workers were injured in the blast.", "agree", "number"],
  ["12 workers were injured in the blast.", "31 workers were injured in the blast.", "conflict", "number"],
  [
    "More than 30 workers were injured in the blast.",
    "31 workers were injured in the blast.",
    "agree",
    "number",
  ],
  ["The repairs will cost $5 million.", "The repairs will cost $9 million.", "conflict", "number"],
  ["The repairs will cost $5 million.", "The repairs will cost about $4.9 million.", "agree", "number"],
  ["The deficit is 4.8 percent next year.", "The deficit is 5.1 percent this year.", "unclear", "time"],
  [
    "12 workers were seriously injured in the blast.",
    "31 workers were injured in the blast.",
    "unclear",
    "scope",
  ],
  [
    { text: "12 workers were injured in the blast.", date: "2025-03-01" },
    { text: "31 workers were injured in the blast.", date: "2025-03-04" },
    "unclear",
    "time",
  ],
  ["The filling will begin on July 1.", "The filling will begin on September 1.", "conflict", "date"],
  ["The filling will begin on July 1.", "The filling will begin in July.", "agree"],
  ["The shooting ended at 4 a.m.", "The shooting ended at about 04.00.", "agree"],
  ["The shooting ended at 4 a.m.", "The shooting ended at 9 a.m.", "conflict", "date"],
  [
    "Nine in 10 of the voters backed the plan.",
    "90 percent of the voters backed the plan.",
    "agree",
    "number",
  ],
  [
    "Nine in 10 of the 640 people did not clock in.",
    "347 of 640 employees reported for the shift.",
    "conflict",
    "number",
  ],
  ["347 of the 640 people clocked in.", "347 of 640 employees reported for the shift.", "agree", "number"],
  // Who did it.
  ["The Norrans were the first to shoot.", "The Velians were the first to shoot.", "conflict", "attribution"],
  ["Ms. Roe met Mr. Sand in the capital.", "Mr. Sand met Ms. Roe in the capital.", "agree"],
  // Time and hedges.
  ["The bridge was open on 3 May.", "The bridge was closed on 9 August.", "unclear", "time"],
  ["The patrol may have crossed the river.", "The patrol did not cross the river.", "diverge", "hedged"],
  // Other questions, however alike.
  ["The mayor took the money.", "The mayor opened the new library in June.", null],
  ["The dam will be finished in October.", "The river carried less water in October.", null],
  ["The company hired forty workers.", "The company sold its lorries.", null],
  ["The union rejected the wage offer.", "The union has elected a new president.", null],
  ["Police arrested two men near the station.", "The station will be closed for repairs.", null],
  ["The minister praised the engineers.", "The minister will visit the school on Friday.", null],
  ["86 percent say no to the plan.", "81 percent said that they felt safe at work.", null],
  ["It was a hard conversation.", "The old man was hard of hearing.", null],
  ["The hospital is not closing.", "The maternity ward is closing.", null],
];

describe("relatePair", () => {
  it.each(ROWS)("%j | %j: %s %s", (a, b, verdict, code) => {
    const one = relatePair(side(a, "Ann Roe"), side(b, "Bo Sand"));
    const other = relatePair(side(b, "Bo Sand"), side(a, "Ann Roe"));
    expect(one.verdict).toBe(verdict);
    expect(one.sameQuestion).toBe(verdict !== null);
    if (code !== undefined) expect(one.reason?.code).toBe(code);
    expect(other.verdict).toBe(one.verdict);
    expect(other.score).toBe(one.score);
  });
});

describe("relatePair with vectors", () => {
  const [a, b] = [side("It was a hard conversation.", "Ann Roe"), side("They had a good talk.", "Bo Sand")];
  const question = "What was the conversation like?";

  it("takes what the vectors say where the rules see no clear relation", () => {
    expect(relatePair(a, b, question)).toMatchObject({ verdict: "unclear" });
    const logs = (most: number) => [0, 1, 2, 3].map((k) => Math.log(k === most ? 0.97 : 0.01));
    expect(relatePair(a, b, question, { cosine: 0.7, relation: logs(0) }).verdict).toBe("agree");
    expect(relatePair(a, b, question, { cosine: 0.3, relation: logs(1) }).verdict).toMatch(
      /^(?:conflict|diverge)$/,
    );
  });

  it("leaves what the rules see clearly", () => {
    const likeness = { cosine: 0.9, relation: [0, -5, -5, -5] };
    const [open, shut] = ["The bridge was closed on Monday.", "The bridge was not closed on Monday."];
    expect(relatePair(side(open, "Ann Roe"), side(shut, "Bo Sand"), null, likeness).verdict).toBe("conflict");
  });
});
