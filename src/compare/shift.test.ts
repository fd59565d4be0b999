import { describe, expect, it } from "vitest";
import { eventByHand, type HandEvent } from "./by-hand.ts";
import { compareArticles } from "./compare.ts";

const SPEAKERS = {
  "Ida Brenn": "Lomar",
  "Karel Voss": "Tarn",
  "Lomar Ministry": "Lomar",
  "Petra Sund": null,
};
const two = (earlier: string, later: string): HandEvent => ({
  documents: [
    { name: "one.txt", outlet: "Morrow Post", date: "2031-03-04", text: earlier },
    { name: "two.txt", outlet: "Fjord Courier", date: "2031-03-09", text: later },
  ],
  speakers: SPEAKERS,
});

/** "Speaker: earlier words → later words". */
function shifts(hand: HandEvent): string[] {
  const { articles, shifts: found } = compareArticles({ ...eventByHand(hand), vectors: null });
  const words = new Map(
    articles.flatMap((article) =>
      [...article.statements, ...article.narrated].map(
        (one) => [one.id, one.content.map((p) => p.text).join(" ")] as const,
      ),
    ),
  );
  return found.map(
    (one) => `${one.speaker.replace("k_", "")}: ${words.get(one.from)} → ${words.get(one.to)}`,
  );
}

describe("a position that moves", () => {
  it("is told by the report, and the first words stand in an earlier document", () => {
    expect(
      shifts(
        two(
          "[S Ida Brenn] [C said] on Tuesday: “[T None of our boats has left the harbour.]”",
          "[S1 Ida Brenn] [C1 acknowledged]{accept} on Sunday [T1 that two boats may have left the harbour], which [S2 she] [C2 had denied]{deny@Ida Brenn} [T2 it] five days earlier.",
        ),
      ),
    ).toEqual([
      "Ida Brenn: None of our boats has left the harbour. → that two boats may have left the harbour",
    ]);
  });

  it("excludes what the same holder said before", () => {
    expect(
      shifts(
        two(
          "[S Ida Brenn] [C said]: “[T I will not sell the ferry.]”",
          "[S Ida Brenn] [C said]: “[T I will sell the ferry.]”",
        ),
      ),
    ).toHaveLength(1);
  });

  it("denies and affirms one rare verb, though the thing has another name", () => {
    const told = (earlier: string, later: string) =>
      shifts(
        two(
          `[S Ida Brenn] [C said] [T that ${earlier}].`,
          `[S Ida Brenn] [C said]: “[T ${later}]” The pit has been flooded.`,
        ),
      );
    expect(told("Harrowdeep would not be closed", "The mine is closed from today.")).toEqual([
      "Ida Brenn: that Harrowdeep would not be closed → The mine is closed from today.",
    ]);
    expect(told("Harrowdeep would be closed", "The mine is closed from today.")).toEqual([]);
    expect(told("the guards would not be armed", "The mine is closed from today.")).toEqual([]);
    expect(told("Harrowdeep might not be closed", "The mine is closed from today.")).toEqual([]);
  });

  it("votes against what it would vote for", () => {
    const hand = (later: string) =>
      two("[S Ida Brenn] [C said] [T that she would vote for the sale of the ferry].", later);
    expect(
      shifts(hand("[S Ida Brenn] [C said] [T that she would vote against the sale of the ferry].")),
    ).toHaveLength(1);
    expect(
      shifts(hand("[S Karel Voss] [C said] [T that he would vote against the sale of the ferry].")),
    ).toEqual([]);
  });

  it("shows old words where they were quoted first", () => {
    const hand = two(
      "[S Karel Voss] [C said]: “[T None of the crews will ever get a third boat from us.]”",
      "[S Karel Voss] [C said]: “[T None of the crews will ever get a third boat from us.]”",
    );
    hand.documents.push({
      name: "three.txt",
      outlet: "Morrow Post",
      date: "2031-03-12",
      text: "Three days after his last word Karel Voss has given way. [S He] [C told]{@Karel Voss} the crews [T that they would have their third boat by May].",
    });
    const { shifts: found, articles } = compareArticles({ ...eventByHand(hand), vectors: null });
    expect(found).toHaveLength(1);
    expect(articles.find((one) => one.statements.some(({ id }) => id === found[0]!.from))?.outlet).toBe(
      "Morrow Post",
    );
  });

  it("stands in one document: then and now", () => {
    expect(
      shifts({
        documents: [
          {
            name: "one.txt",
            outlet: "Morrow Post",
            date: "2031-03-09",
            text: "[S Karel Voss] [C said]{@Karel Voss} on Sunday [T that the dam needed repairs].\n\nHe has changed his account. On Monday [S he] [C had said]{@Karel Voss} [T that the dam needed no repairs].",
          },
        ],
        speakers: SPEAKERS,
      }),
    ).toEqual(["Karel Voss: that the dam needed no repairs → that the dam needed repairs"]);
  });

  it.each([
    [
      "backed away",
      "[S Karel Voss] [C told]{@Karel Voss} reporters [T that the crews might get a third boat], backing away from his position of Tuesday.",
    ],
    [
      "reversed himself",
      "In a reversal, [S Karel Voss] [C said]{@Karel Voss} on Sunday [T that the crews would have a third boat].",
    ],
    [
      "gave way",
      "Karel Voss has given way. [S He] [C told]{@Karel Voss} the crews [T that they would have their third boat by May].",
    ],
    [
      "another tone",
      "The tone has changed. [S Karel Voss] [C told]{@Karel Voss} the crews [T that they would have their third boat].",
    ],
    [
      "withdrew",
      "[S Karel Voss] [C withdrew]{reject@Karel Voss} [T his refusal of a third boat for the crews] on Sunday.",
    ],
  ])("a report says so: %s", (_, later) => {
    const earlier = "[S Karel Voss] [C said]{@Karel Voss}: “[T There will be no third boat for the crews.]”";
    expect(shifts(two(earlier, later))).toHaveLength(1);
    // Somebody else's change of mind is not his.
    expect(shifts(two(earlier.replaceAll("Karel Voss", "Petra Sund"), later))).toEqual([]);
  });

  it("tells it of himself", () => {
    expect(
      shifts({
        documents: [
          {
            name: "one.txt",
            outlet: "Morrow Post",
            date: "2031-03-04",
            text: "[S Petra Sund] [C said]: “[T The lighthouse will stay dark at any price.]”",
          },
          {
            name: "two.txt",
            outlet: "House record",
            kind: "transcript",
            date: "2031-03-09",
            text: "SUND: [T I spoke too hastily on Tuesday. At a fair price the lighthouse could be lit.]{@Petra Sund}",
          },
        ],
        speakers: SPEAKERS,
      }),
    ).toHaveLength(1);
  });
});

describe("old words recalled beside new ones", () => {
  const earlier = "[S Karel Voss] [C said]: “[T I did not lay a hand on the boatman.]”";
  it("by a report", () => {
    expect(
      shifts(
        two(
          earlier,
          "[S Karel Voss] [C said]{@Karel Voss} on Sunday [T that he may have held him by the collar]. Last Monday he had not laid “a hand on the boatman”.",
        ),
      ),
    ).toEqual(["Karel Voss: I did not lay a hand on the boatman. → that he may have held him by the collar"]);
  });

  it("by who asks", () => {
    const hand = two(
      "[S Karel Voss] [C said]: “[T Not one tree on the quay will be felled before you have voted.]”",
      "SUND: [T1 You stood on a cart in May and said that not one tree on the quay would be felled before we had voted. When do we vote?]{ask@Petra Sund}\n\nVOSS: [T2 What people were promised was a hearing, and a hearing took place.]{@Karel Voss}",
    );
    hand.documents[1]!.kind = "transcript";
    expect(shifts(hand)).toHaveLength(1);
  });

  /** A press conference five days after the words. */
  function press(words: string, conference: string): HandEvent {
    const hand = two(words, conference);
    hand.documents[1]!.kind = "transcript";
    return hand;
  }

  it("by who only points to them: what was answered before is the new position", () => {
    const words = "[S Karel Voss] [C said]: “[T No shot was fired at the boat at any time.]”";
    const asked =
      "VOSS: [T1 One guard fired at the boat, high over the mast.]{@Karel Voss}\n\nSUND: [T2 On Tuesday you told us otherwise.]{assert@Petra Sund}\n\nVOSS: [T3 I have had a longer report since.]{@Karel Voss}";
    expect(shifts(press(words, asked))).toEqual([
      "Karel Voss: No shot was fired at the boat at any time. → One guard fired at the boat, high over the mast.",
    ]);
  });

  it("by nobody: denied altogether, and granted on a later day", () => {
    const words = "[S Karel Voss] [C said] [T that there had been no other offer for the ferry].";
    expect(
      shifts(press(words, "VOSS: [T A second offer for the ferry did come in.]{@Karel Voss}")),
    ).toHaveLength(1);
    expect(
      shifts(press(words, "VOSS: [T There was never a second offer for the ferry.]{@Karel Voss}")),
    ).toEqual([]);
  });

  it("nor where a report quotes the new words again, whatever stood around them", () => {
    const hand = two(
      "[S Karel Voss] [C said]: “[T I have thought about it. I glanced at the letter in May, as one glances at a bill. It played no part in what the council did with the ferry.]”",
      "Karel Voss gave way. “[T I glanced at the letter in May],” [S he] [C said]{@Karel Voss}.",
    );
    expect(shifts(hand)).toEqual([]);
  });

  it("not where they are said again", () => {
    expect(
      shifts(
        two(
          earlier,
          "[S Karel Voss] [C said]{@Karel Voss} on Sunday [T that he had not laid a hand on the boatman]. He had said on Monday that he did not lay a hand on the boatman.",
        ),
      ),
    ).toEqual([]);
  });
});

describe("whose words", () => {
  it("takes what stands right behind a sentence that names who moved", () => {
    const hand = two(
      "[S Karel Voss] [C said]: “[T There will be no third boat for the crews.]”",
      "Two hours earlier Karel Voss had moved. [S The mayor] [C told]{@Ida Brenn} the crews [T that they would have their third boat by May].",
    );
    expect(shifts(hand)).toEqual([
      "Karel Voss: There will be no third boat for the crews. → that they would have their third boat by May",
    ]);
  });

  it("shows new words as the record has them that a report quotes", () => {
    const hand = two(
      "[S Karel Voss] [C said] [T that he had never seen the letter].",
      "VOSS: [T “I glanced at the letter in May, as one glances at a newspaper.”]{@Karel Voss}",
    );
    hand.documents[1]!.kind = "transcript";
    hand.documents.push({
      name: "three.txt",
      outlet: "Morrow Post",
      date: "2031-03-10",
      text: "Karel Voss gave way. “[T I glanced at the letter in May],” [S he] [C said]{@Karel Voss}.",
    });
    expect(shifts(hand)).toEqual([
      "Karel Voss: that he had never seen the letter → “I glanced at the letter in May, as one glances at a newspaper.”",
    ]);
  });
});

describe("no shift", () => {
  it.each([
    [
      "a count that grows",
      "[S Lomar Ministry] [C said] [T that 12 people had been hurt].",
      "[S Lomar Ministry] [C said] [T that 19 people had been hurt], up from 12 earlier.",
    ],
    [
      "another scope",
      "[S Ida Brenn] [C said] [T that the northern ferry would not run in winter].",
      "[S Ida Brenn] [C said] [T that the southern ferry would run in summer].",
    ],
    [
      "another person",
      "[S Ida Brenn] [C said]: “[T I will not sell the ferry.]”",
      "[S Karel Voss] [C said]: “[T I will sell the ferry.]”",
    ],
    [
      "the same again",
      "[S Ida Brenn] [C said]: “[T I will not sell the ferry.]”",
      "[S Ida Brenn] [C repeated] [T that she would not sell the ferry], as [S2 she] [C2 had said]{@Ida Brenn} [T2 on Tuesday].",
    ],
    [
      "a change of something else",
      "[S Ida Brenn] [C said] [T that the school would open in May].",
      "The wind reversed in the night. [S Ida Brenn] [C said] [T that the harbour was calm].",
    ],
    [
      "other words that the report recalls",
      "[S Karel Voss] [C said]: “[T I would buy the old ferry tomorrow.]” [S2 He] [C2 said]{@Karel Voss} [T2 that nobody had spoken of the price].",
      "[S Karel Voss], who [C had told]{@Karel Voss} us on Monday [T that he would buy the old ferry], [C2 said]{@Karel Voss} [T2 that the price was fair].",
    ],
    [
      "a reported earlier event",
      "[S Karel Voss] [C said] [T that the talks had been friendly].",
      "A week earlier the two had met in Tarn. [S Karel Voss] [C said] [T that he looked forward to the spring].",
    ],
  ])("%s", (_, earlier, later) => {
    expect(shifts(two(earlier, later))).toEqual([]);
  });
});
