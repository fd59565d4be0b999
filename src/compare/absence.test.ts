import { describe, expect, it } from "vitest";
import type { Absence } from "../model.ts";
import { eventByHand, type HandEvent } from "./by-hand.ts";
import { compareArticles } from "./compare.ts";

const SPEAKERS = {
  "Ida Brenn": "Lomar",
  "Karel Voss": "Tarn",
  "Port Authority": "Tarn",
  "Ministry of Roads": "Lomar",
  "Nils Orre": null,
};
const event = (text: string, kind: "report" | "transcript" = "report"): HandEvent => ({
  documents: [{ name: "one.txt", kind, outlet: "Morrow Post", date: "2031-03-04", text }],
  speakers: SPEAKERS,
});

const absences = (hand: HandEvent): Absence[] =>
  compareArticles({ ...eventByHand(hand), vectors: null }).absences;
/** "kind Speaker: evidence", for a table. */
const told = (text: string, kind?: "report" | "transcript") =>
  absences(event(text, kind))
    .filter((one) => one.kind !== "not-mentioned")
    .map((one) => `${one.kind} ${one.speaker?.replace("k_", "") ?? "nobody"}`)
    .sort();

describe("refusals of several, and of a house", () => {
  it("takes both names", () => {
    expect(told("Neither Ida Brenn nor Karel Voss would say anything as they left.")).toEqual([
      "declined Ida Brenn",
      "declined Karel Voss",
    ]);
  });
  it("counts a refusal that is told and quoted once", () => {
    expect(
      told(
        "How it began Ida Brenn would not guess. [T “Ask me when the fog lifts,”] [S she] [C said]{assert@Ida Brenn}.",
      ),
    ).toEqual(["declined Ida Brenn"]);
  });
});

describe("who would not answer, and who could not be asked", () => {
  it.each([
    ["Ida Brenn, the mayor of Lomar, would not be drawn on the date.", "declined Ida Brenn"],
    ["The Port Authority referred questions to the police.", "declined Port Authority"],
    ["Karel Voss had no comment beyond a statement put out on Monday.", "declined Karel Voss"],
    [
      "Whether the quay is safe is another matter, and on that Karel Voss stayed silent.",
      "declined Karel Voss",
    ],
    [
      "The Ministry of Roads, which paid for the bridge, did not return calls.",
      "no-answer Ministry of Roads",
    ],
    ["Calls and messages to Ida Brenn went unanswered on Tuesday.", "no-answer Ida Brenn"],
    ["Attempts to reach Karel Voss for comment were unsuccessful.", "no-answer Karel Voss"],
    ["Ida Brenn was travelling and could not immediately be reached.", "no-answer Ida Brenn"],
    ["How it came by the figure, the Port Authority did not say.", "no-answer Port Authority"],
    ["Asked twice whether he had signed, Karel Voss changed the subject.", "no-answer Karel Voss"],
    ["[S Karel Voss] [C declined]{decline} [T to discuss the price].", "declined Karel Voss"],
    ["Of the second bridge Karel Voss would not speak on Friday.", "declined Karel Voss"],
    ["Ida Brenn would not describe the letter.", "declined Ida Brenn"],
    ["How the barge came loose Nils Orre would not guess.", "declined Nils Orre"],
    ["Ida Brenn sat by the window and did not wish to talk.", "declined Ida Brenn"],
    ["The Port Authority will give no interviews before the vote.", "declined Port Authority"],
    ["Ida Brenn gave nothing away.", "declined Ida Brenn"],
    [
      "[S Karel Voss] may speak in May, [C he said]{announce}, [T and not a word before].",
      "declined Karel Voss",
    ],
    ["[T “I will leave that to the coroner,”]{assert@Ida Brenn} said Ida Brenn.", "declined Ida Brenn"],
    ["[T “Ask me again in a week,”]{assert@Ida Brenn} said Ida Brenn.", "declined Ida Brenn"],
    ["[T “I can’t talk about that,”]{assert@Ida Brenn} said Ida Brenn.", "declined Ida Brenn"],
    [
      "[T “I shall say nothing more about the ferry,”]{assert@Ida Brenn} said Ida Brenn.",
      "declined Ida Brenn",
    ],
    ["[T “I read a letter before I discuss it,”]{assert@Ida Brenn} said Ida Brenn.", "declined Ida Brenn"],
    ["[T “That is a matter for the court,”]{assert@Ida Brenn} said Ida Brenn.", "declined Ida Brenn"],
    ["The police arrested Karel Voss. He is silent.", "no-answer Karel Voss"],
    ["Letters to Karel Voss brought no reply.", "no-answer Karel Voss"],
    ["Messages left for Mr. Karel Voss at the inn went unanswered.", "no-answer Karel Voss"],
    ["The Port Authority said that it never comments on wages.", "declined Port Authority"],
    ["At the Port Authority nobody wished to add anything.", "declined Port Authority"],
    ["On the second bridge Ida Brenn would rather not comment.", "declined Ida Brenn"],
    [
      "Asked why the lamp was out, Karel Voss talked for some time about the price of oil.",
      "no-answer Karel Voss",
    ],
    ["Ida Brenn let the question pass.", "no-answer Ida Brenn"],
    [
      "Asked how many boats had sunk, [S Karel Voss] [C said]{assert} that [T the harbour had always been a friendly place].",
      "no-answer Karel Voss",
    ],
    [
      "Asked when the crane was last greased, [S Karel Voss] [C replied]{assert} that [T the quay was the pride of the coast].",
      "no-answer Karel Voss",
    ],
    [
      "I asked Karel Voss whether the quay would be sealed. [S He] [C told me]{assert@Karel Voss} that [T good rope is hard to find].",
      "no-answer Karel Voss",
    ],
    [
      "A reporter asked Ida Brenn about the missing ferry. She wished everybody good night.",
      "no-answer Ida Brenn",
    ],
    ["Karel Voss, told of this, went to fetch his hat.", "no-answer Karel Voss"],
    [
      "Ida Brenn was asked why she had sold the ferry. She admired the reporter’s hat.",
      "no-answer Ida Brenn",
    ],
  ])("%s", (text, wanted) => {
    expect(told(text)).toEqual([wanted]);
  });

  it.each([
    // A refusal of something else than an answer.
    "[S Ida Brenn] [C said] that [T she never speaks up at meetings].",
    "[T “Rain, I suppose, and a rusty bolt. Ask me in a month,”]{assert@Ida Brenn} said Ida Brenn.",
    "I asked what had loosened the bolt. It rained for nine days.",
    "Karel Voss declined the invitation and sailed home.",
    "The engine would not answer to the helm, Nils Orre wrote.",
    // Somebody who did answer, though asked.
    "Asked whether the quay was safe, Ida Brenn said that it was.",
    "Ida Brenn was asked whether the quay was safe. It was, she said.",
    "Asked how many boats had sunk, [S Karel Voss] [C said]{assert} that [T four had].",
    "Asked when the crane was last greased, [S Karel Voss] [C said]{assert} that [T nobody kept such lists].",
    "Asked whether the quay was safe, [S Ida Brenn] [C said]{assert} that [T it had been tested].",
    "Ida Brenn was asked whether she had signed. She nodded.",
    "Karel Voss would not speak to his brother.",
    "The telephone was on all night, Ida Brenn wrote, and it had stayed silent.",
    // What was not reached is no person.
    "The village could not be reached by road on Tuesday, Ida Brenn said.",
    // Words that only look like a refusal.
    "[T “I can’t describe how glad we are,”]{assert@Ida Brenn} said Ida Brenn.",
    "[T “I would say nothing has changed here,”]{assert@Ida Brenn} said Ida Brenn.",
    // No silence of a source: silence as an event.
    "The engine is silent and the harbour is dark.",
    "The square stayed silent for a minute in memory of the drowned.",
    "Ida Brenn did not return to the hall until four.",
    "The two crews did not speak the same language.",
  ])("not: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    [
      "QUESTION: [T1 “Did you sign, Mayor?”]{ask@Nils Orre}\n\nBRENN: [T2 “I am not going to talk about papers.”]{assert@Ida Brenn}",
      ["declined Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Did you sell the ferry to your brother?”]{ask@Nils Orre}\n\nBRENN: [T2 “What fine weather the valley has had this spring.”]{assert@Ida Brenn}",
      ["no-answer Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Did you sell the ferry?”]{ask@Nils Orre}\n\nBRENN: [T2 “Certainly the harbour is a busy place.”]{assert@Ida Brenn}\n\nQUESTION: [T3 “That is not an answer.”]{assert@Nils Orre}",
      ["no-answer Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Did you sell the ferry?”]{ask@Nils Orre}\n\nBRENN: [T2 “The office has a stamp for those.”]{assert@Ida Brenn}\n\nQUESTION: [T3 “That was not the question.”]{assert@Nils Orre}",
      ["no-answer Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Minister, who closed the lock?”]{ask@Nils Orre}\n\nBRENN: [T2 “Ask the pilot.”]{assert@Ida Brenn}",
      ["declined Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Will we see the log?”]{ask@Nils Orre}\n\nBRENN: [T2 “That is for the judge. Thank you.”]{assert@Ida Brenn}",
      ["declined Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Did he throw the lamp?”]{ask@Nils Orre}\n\nBRENN: [T2 “I was not on the quay.”]{assert@Ida Brenn}",
      ["no-answer Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Was there a second lamp?”]{ask@Nils Orre}\n\nBRENN: [T2 “I’m a baker. The rest is for the harbour office to know.”]{assert@Ida Brenn}",
      ["no-answer Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “And whose idea was the toll?”]{ask@Nils Orre}\n\nBRENN: [T2 “You have the statement.”]{assert@Ida Brenn}",
      ["no-answer Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Who sealed the crate?”]{ask@Nils Orre}\n\nBRENN: [T2 “I leave cranes to the crane drivers.”]{assert@Ida Brenn}",
      ["no-answer Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “And will the council answer in kind?”]{ask@Nils Orre}\n\nBRENN: [T2 “We have a drawer full of plans, and the drawer is shut.”]{assert@Ida Brenn}",
      ["no-answer Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Have people asked for their fare?”]{ask@Nils Orre}\n\nBRENN: [T2 “As of last night, forty passengers. We carried nine hundred.”]{assert@Ida Brenn}",
      [],
    ],
    [
      "QUESTION: [T1 “Were you on the quay?”]{ask@Nils Orre}\n\nBRENN: [T2 “I was not on the quay.”]{assert@Ida Brenn}",
      [],
    ],
    [
      "QUESTION: [T1 “Did you sell the ferry?”]{ask@Nils Orre}\n\nBRENN: [T2 “There is a court for that, and it sits in May.”]{assert@Ida Brenn}",
      ["no-answer Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Did you sell the ferry?”]{ask@Nils Orre}\n\nBRENN: [T2 “Next question, please.”]{assert@Ida Brenn}",
      ["declined Ida Brenn"],
    ],
    [
      "QUESTION: [T1 “Did you sell the ferry?”]{ask@Nils Orre}\n\nBRENN: [T2 “We did, in April, and at a good price.”]{assert@Ida Brenn}",
      [],
    ],
    [
      "QUESTION: [T1 “What did the ferry fetch?”]{ask@Nils Orre}\n\nBRENN: [T2 “Forty thousand crowns.”]{assert@Ida Brenn}",
      [],
    ],
  ])("in a transcript: %s", (text, wanted) => {
    expect(told(text, "transcript")).toEqual(wanted);
  });
});
