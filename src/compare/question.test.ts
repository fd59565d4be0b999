import { describe, expect, it } from "vitest";
import type { Article, Passage, Speaker, Statement } from "../model.ts";
import type { Claim } from "./claim.ts";
import { claimsOfSentence } from "./clause-claims.ts";
import { EntityIndex } from "./entity.ts";
import { quantityQuestion } from "./figure-question.ts";
import { yesNoQuestion } from "./question.ts";

const COMMON = new Set("firing losses two soldiers workers the payment talks water ministers".split(" "));

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

const YES_NO: [string, string, string?][] = [
  ["Mr. Sand had accepted Ms. Roe’s denial.", "Did Mr. Sand accept Ms. Roe’s denial?"],
  ["The patrol crossed the line.", "Did the patrol cross the line?"],
  ["No soldier crossed the line.", "Did any soldier cross the line?"],
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
  ["I take that as a sign.", "Does Ann Roe take that as a sign?", "Ann Roe"],
  ["Firing ceased at dawn.", "Did firing cease at dawn?"],
  ["Ann Roe, the mayor, opened the bridge.", "Did Ann Roe open the bridge?"],
  ["At no time did the council know about the leak.", "Did the council know about the leak?"],
  ["Babies will no longer be born there.", "Will babies still be born there?"],
  ["The board turned the bid down.", "Did the board turn the bid down?"],
  ["On Monday the minister tendered his resignation.", "Did the minister tender his resignation?"],
  ["The leaders, who met for two hours, agreed to work together.", "Did the leaders agree to work together?"],
];

describe("yesNoQuestion", () => {
  it.each(YES_NO)("%s → %s", (text, question, holder) => {
    const claim = claimOf(text, holder ?? null);
    expect(yesNoQuestion(claim, holder ?? null, null, new Set([...COMMON, "babies"]))?.text).toBe(question);
  });

  it.each(["The end of the affair.", "which were closed for years"])("%s: no clause to ask about", (text) => {
    const claim = claimOf(text);
    const question = claim ? yesNoQuestion(claim, null, null, COMMON) : null;
    expect(question === null || question.cost >= 9).toBe(true);
  });
});

const WHICH: [string, string][] = [
  ["Fourteen workers were injured in the blast.", "How many workers were injured in the blast?"],
  ["The hospital has 140 beds.", "How many beds does the hospital have?"],
  ["Two of the soldiers were wounded.", "How many soldiers were wounded?"],
  ["The flow at the gauge fell 38 percent.", "By how much did the flow at the gauge fall?"],
  ["The filling will begin on July 1.", "When will the filling begin?"],
  ["81 percent said that they felt safe.", "What share said that they felt safe?"],
];

describe("quantityQuestion", () => {
  it.each(WHICH)("%s → %s", (text, question) => {
    const claim = claimOf(text);
    const quantity = claim.quantities.find((one) => !one.name)!;
    expect(quantityQuestion(claim, quantity, null, null, COMMON)?.text).toBe(question);
  });
});
