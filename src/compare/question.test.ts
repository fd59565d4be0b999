import { describe, expect, it } from "vitest";
import type { Article, Passage, Speaker, Statement } from "../model.ts";
import type { Voices } from "./called.ts";
import type { Claim } from "./claim.ts";
import { claimsOfSentence } from "./clause-claims.ts";
import { EntityIndex } from "./entity.ts";
import { quantityQuestion } from "./figure-question.ts";
import { yesNoQuestion } from "./question.ts";
import { faultsOf } from "./question-check.ts";

const COMMON = new Set(
  "firing losses two soldiers workers the payment talks water ministers babies".split(" "),
);
const NAMES = new Set("ann roe bo sand nerolis tirnau".split(" "));

function voices(holder: string | null = null, given: Partial<Voices> = {}): Voices {
  return {
    holder,
    person: true,
    gender: null,
    side: null,
    he: null,
    she: null,
    they: null,
    persons: new Set(["roe", "sand"]),
    common: COMMON,
    names: NAMES,
    ...given,
  };
}

function claimOf(text: string, holder: string | null = null): Claim {
  const people: Speaker[] = ["Ann Roe", "Bo Sand"].map((name) => ({
    id: name,
    name,
    kind: "person",
    aliases: [name, `M${name === "Ann Roe" ? "s" : "r"}. ${name.split(" ")[1]}`],
    role: null,
    side: null,
    members: [],
  }));
  const index = new EntityIndex(people, [], COMMON);
  const article = {
    id: "a",
    text,
    publishedAt: "2025-06-01",
    kind: "report",
    title: null,
    statements: [],
    speakers: [],
  } as unknown as Article;
  const passage: Passage = { start: 0, end: text.length, text };
  const statement = {
    id: "s",
    content: [passage],
    cue: [],
    source: [],
    act: "assert",
    form: "indirect",
    saidAt: null,
  } as unknown as Statement;
  const voice = { holder, side: null, index };
  return claimsOfSentence(passage, statement, {
    article,
    voice,
    holders: holder ? [holder] : [],
    sides: [],
    standing: "spoken",
  })[0]!;
}

const asks = (text: string, holder: string | null = null, given: Partial<Voices> = {}) => {
  const claim = claimOf(text, holder);
  return claim ? yesNoQuestion(claim, voices(holder, given)) : null;
};

const YES_NO: [string, string, string?][] = [
  ["Mr. Sand had accepted Ms. Roe’s denial.", "Did Mr. Sand accept Ms. Roe’s denial?"],
  ["The patrol crossed the line.", "Did the patrol cross the line?"],
  ["No soldier crossed the line.", "Did any soldier cross the line?"],
  [
    "Mr. Sand had accepted Ms. Roe’s explanation that a dry winter, and not the dam, was to blame",
    "Did Mr. Sand accept Ms. Roe’s explanation that a dry winter, and not the dam, was to blame?",
  ],
  ["Rain, rather than neglect, caused the flood.", "Did rain cause the flood?"],
  [
    "President Bo Sand met President Ann Roe in Tirnau.",
    "Did President Bo Sand meet President Ann Roe in Tirnau?",
  ],
  ["The patrol did not cross the line.", "Did the patrol cross the line?"],
  ["The bridge was closed by the police.", "Was the bridge closed by the police?"],
  ["The line had been isolated.", "Was the line isolated?"],
  ["The workers had been warned twice.", "Were the workers warned twice?"],
  ["The ministry has approved the plan.", "Has the ministry approved the plan?"],
  ["The ministry has not approved the plan.", "Has the ministry approved the plan?"],
  ["The dam will be finished in October.", "Will the dam be finished in October?"],
  ["No water will be impounded before the harvest.", "Will any water be impounded before the harvest?"],
  ["The talks could resume on Monday.", "Could the talks resume on Monday?"],
  ["The company denies the claim.", "Does the company deny the claim?"],
  ["The ministers deny the claim.", "Do the ministers deny the claim?"],
  ["The offer is final.", "Is the offer final?"],
  ["There was no such promise.", "Was there any such promise?"],
  ["I did not resign.", "Did Ann Roe resign?", "Ann Roe"],
  ["I have written no letter of resignation.", "Has Ann Roe written any letter of resignation?", "Ann Roe"],
  ["Firing ceased at dawn.", "Did firing cease at dawn?"],
  ["Ann Roe, the mayor, opened the bridge.", "Did Ann Roe open the bridge?"],
  ["At no time did the council know about the leak.", "Did the council know about the leak?"],
  ["Babies will no longer be born there.", "Will babies still be born there?"],
  ["The board turned the bid down.", "Did the board turn the bid down?"],
  ["The leaders, who met for two hours, agreed to work together.", "Did the leaders agree to work together?"],
];

/** What used to come out wrong: each line is one cause. */
const MENDED: [string, string | null, string?][] = [
  // What stands before the subject goes to the end, or away where it points to the day of the report.
  ["Yesterday the board held a meeting with the union.", "Did the board hold a meeting with the union?"],
  ["The board yesterday evening approved the new hall.", "Did the board approve the new hall?"],
  ["On Monday the minister tendered his resignation.", "Did the minister tender his resignation on Monday?"],
  ["In March, the council sold the quarry.", "Did the council sell the quarry in March?"],
  ["The bell was tested yesterday.", "Was the bell tested?"],
  // Capitals of the sentence's beginning.
  ["Twelve pieces stay in the museum.", "Do twelve pieces stay in the museum?"],
  ["Every child left the school.", "Did every child leave the school?"],
  ["Rescuers pulled three bodies from the bus.", "Did rescuers pull three bodies from the bus?"],
  ["Nerolis welcomed the statement.", "Did Nerolis welcome the statement?"],
  // The right verb.
  ["Today’s strike concerned both hospitals.", "Did today’s strike concern both hospitals?"],
  [
    "Ms. Roe made it clear that the contract will not be renewed.",
    "Did Ms. Roe make it clear that the contract will not be renewed?",
  ],
  ["A dam that is not relieved is a danger.", "Is a dam that is not relieved a danger?"],
  [
    "Workers injured in the blast were treated at home.",
    "Were workers injured in the blast treated at home?",
  ],
  ["The agreement has therefore lapsed.", "Has the agreement lapsed?"],
  ["The company needn’t sell the land.", "Does the company need to sell the land?"],
  ["An afternoon spent on tariffs.", null],
  ["The ledge known as the Sow.", null],
  // Only the clause in dispute.
  ["The officer voiced regret and suggested an inquiry.", "Did the officer voice regret?"],
  ["The talks were held in a cordial, open spirit.", "Were the talks held in a cordial, open spirit?"],
  [
    "The firm pays for the crates, the ship and the insurance.",
    "Does the firm pay for the crates, the ship and the insurance?",
  ],
  ["The minister received the mayor, Bo Sand, in the castle.", "Did the minister receive the mayor?"],
  ["The shop is open, Mr Sand.", "Is the shop open?"],
  // Persons: a name once, then a pronoun; nobody is spoken to.
  [
    "I had the letter in a drawer I could open with my left hand.",
    "Did Bo Sand have the letter in a drawer he could open with his left hand?",
    "Bo Sand",
  ],
  ["I take that as a sign.", null, "Ann Roe"],
  ["You said that no stone would be moved.", null],
  ["It lasted four minutes.", null],
  ["They put down their drills.", null],
  ["The director told him the truth.", null],
  ["We are neighbours.", null, "Ann Roe"],
  // Short forms and marks.
  ["The guild said it’d seen nothing.", "Did the guild say it had seen nothing?"],
  ["‘A radar sees driftwood.’", "Does a radar see driftwood?"],
  ["The papers came in at 11.52pm.", "Did the papers come in at 11.52pm?"],
  ["The “second” gate is shut.", "Is the second gate shut?"],
  ["The club has signed the keeper (27) from Bo Sand.", "Has the club signed the keeper from Bo Sand?"],
  // What may be is no permission.
  ["The offer may be withdrawn.", "Could the offer be withdrawn?"],
  ["We shall appeal.", "Will Ann Roe appeal?", "Ann Roe"],
  // A negation that is not the clause's stays.
  [
    "The clerk recalled that the court had found no fault.",
    "Did the clerk recall that the court had found no fault?",
  ],
  ["Bo Sand said no to a ride.", "Did Bo Sand say no to a ride?"],
];

describe("yesNoQuestion", () => {
  it.each(YES_NO)("%s → %s", (text, question, holder) => {
    expect(asks(text, holder ?? null)?.text).toBe(question);
  });

  it.each(MENDED)("%s → %s", (text, question, holder) => {
    const made = asks(text, holder ?? null, holder === "Bo Sand" ? { gender: "he" } : {});
    // From six on the wording step asks for the topic instead.
    expect(made && made.cost < 6 ? made.text : null).toBe(question);
  });

  it.each(["The end of the affair.", "which were closed for years"])("%s: no clause to ask about", (text) => {
    const made = asks(text);
    expect(made === null || made.cost >= 6).toBe(true);
  });
});

const WHICH: [string, string][] = [
  ["Fourteen workers were injured in the blast.", "How many workers were injured in the blast?"],
  ["The hospital has 140 beds.", "How many beds does the hospital have?"],
  ["The clinic put off 22 operations.", "How many operations did the clinic put off?"],
  ["The flow at the gauge fell 38 percent.", "By how much did the flow at the gauge fall?"],
  ["The filling will begin on July 1.", "When will the filling begin?"],
  ["81 percent said that they felt safe.", "What share said that they felt safe?"],
  ["The vaccine prevented 71 percent of all cases.", "What share of all cases did the vaccine prevent?"],
  ["The talks took 95 minutes.", "How long did the talks take?"],
  ["The budget provides for a deficit of 4.8 percent.", "What figure is given for the deficit?"],
];

describe("quantityQuestion", () => {
  it.each(WHICH)("%s → %s", (text, question) => {
    const claim = claimOf(text);
    const quantity = claim.quantities.find((one) => !one.name)!;
    expect(quantityQuestion(claim, quantity, voices())?.text).toBe(question);
  });
});

describe("faultsOf", () => {
  it.each([
    ["Did Yesterday the board meet?", "stray capital"],
    ["Do Twelve pieces stay here?", "stray capital"],
    ["Did Bo Sand have a drawer Bo Sand could open?", "name told twice"],
    ["Did you say so?", "first or second person"],
    ["Does the Minister have the?", "phrase left open"],
    ["Does ‘A radar see driftwood?", "quotation mark"],
    ["Do a check valve close?", "number of subject and verb"],
    ["Do they was here?", "two finite verbs"],
    ["The board met?", "opens with no auxiliary or question word"],
    ["Is the gate: shut?", "mark inside"],
    ["Did the the board meet?", "words that clash"],
    ["Did the board (27 meet?", "bracket left open"],
  ])("%s: %s", (text, fault) => {
    expect(faultsOf(text)).toContain(fault);
  });

  it.each([
    "Did Mr. Sand accept Ms. Roe’s denial?",
    "How many beds does the hospital have?",
    "Is the workers’ hall in St. Ann’s Road?",
    "What did the Country Party say about the budget?",
  ])("%s: sound", (text) => {
    expect(faultsOf(text)).toEqual([]);
  });
});

const SUBJECTS = [
  "The harbour master",
  "Two divers",
  "Nobody at the mill",
  "Every lamp",
  "We",
  "I",
  "Ann Roe",
  "A number of tenants",
  "The clerk and the cook",
  "Children",
  "Half of the bridges",
  "It",
  "You",
  "The keys that were lost",
  "Yesterday the glazier",
  "In June, the orchard",
];
const VERBS = [
  "has",
  "have",
  "was",
  "were",
  "is",
  "are",
  "will be",
  "had been",
  "may be",
  "did not",
  "needs",
  "sold",
  "crossed",
  "put",
  "said that it had",
  "denies",
  "deny",
  "shall",
];
const ENDS = [
  "the old boat.",
  "seen near the weir, and the dogs barked.",
  "no sign of rust (see page 3).",
  "ready, in part, for 12 guests.",
  "moved by you.",
  "“safe” since 1990.",
  "what my neighbours’ uncle called a gift",
  "given to him, to her and to them",
];

describe("any question", () => {
  it("is sound or not made at all, whatever words are put together", () => {
    let made = 0;
    for (const [i, subject] of SUBJECTS.entries())
      for (const [j, verb] of VERBS.entries())
        for (const [n, end] of ENDS.entries()) {
          // A third of all combinations, so that every pair comes up.
          if ((i + j + n) % 3 !== 0) continue;
          const text = `${subject} ${verb} ${end}`;
          const claim = claimOf(text, "Ann Roe");
          const question = claim ? yesNoQuestion(claim, voices("Ann Roe", { gender: "she" })) : null;
          if (!question || question.cost >= 6) continue;
          made++;
          expect(faultsOf(question.text), `${text} → ${question.text}`).toEqual([]);
          expect(question.text.split(" ").length).toBeGreaterThan(2);
        }
    // Not for want of questions.
    expect(made).toBeGreaterThan(100);
  });
});
