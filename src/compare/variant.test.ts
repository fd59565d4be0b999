import { describe, expect, it } from "vitest";
import { eventByHand } from "./by-hand.ts";
import { prepare } from "./prepare.ts";
import { variantsOf } from "./variant.ts";

/** Variants between two documents in which Ida Brenn (and where marked another) speaks. */
function variants(a: string, b: string) {
  const input = eventByHand({
    documents: [
      { name: "one.txt", outlet: "Morrow Post", date: "2031-03-04", text: a },
      { name: "two.txt", outlet: "Fjord Courier", date: "2031-03-05", text: b },
    ],
    speakers: { "Ida Brenn": "Lomar", "Karel Voss": "Tarn", "Tarn Radio": null },
  });
  return variantsOf(prepare(input));
}
const says = (words: string) => `[S Ida Brenn] [C said]: [T “${words}”]`;
const reports = (words: string) => `[S Ida Brenn] [C said] [T ${words}].`;

describe("one utterance in two documents", () => {
  it.each([
    ["same", says("We keep the boats."), says("We keep the boats.")],
    ["same", says("The harbour won’t close this labour day."), says("The harbor won't close this labor day")],
    ["truncated", says("We are not for sale."), says("We are not for sale, now or ever, and to nobody.")],
    [
      "truncated",
      says("The tide waits … for nobody in this town."),
      says("The tide waits for a captain and for nobody in this town."),
    ],
    [
      "truncated",
      says("Nobody here sleeps with an easy mind tonight."),
      reports("that nobody “sleeps with an easy mind” there"),
    ],
    [
      "paraphrased",
      says("I will rebuild the northern pier before winter."),
      reports("that she would rebuild the northern pier before the winter came"),
    ],
    [
      "altered",
      says("Nobody leaves the island without my word."),
      says("Nobody walks off the island without my word."),
    ],
    ["altered", says("We will not pay for the broken lock."), says("We will pay for the broken lock.")],
    [
      "altered",
      says("There are forty men on that rock tonight."),
      says("There are fourteen men on that rock tonight."),
    ],
    [
      "same",
      says("I’d sail tomorrow, and they won’t stop me."),
      says("I would sail tomorrow, and they will not stop me."),
    ],
    [
      "paraphrased",
      says("He told her that the tide does not wait for ministers. We laughed."),
      reports("that in June he had said that the tide does not wait for ministers or kings"),
    ],
    ["altered", says("Nobody put a foot on that ferry."), says("Nobody set a toe on that ferry.")],
    // A transcript prints no marks around what its speakers quote.
    [
      "truncated",
      reports("that the bridge was “a promise to our grandchildren”"),
      reports("that the bridge was a promise to our grandchildren and to theirs"),
    ],
    [
      "truncated",
      "[T1 “It was a Monday like any other,”] [S Ida Brenn] [C said]. [T1 “We mended two nets.”]",
      reports("that it had been “a Monday like any other night watch”"),
    ],
    // A third party quotes her: the quotation is hers all the same.
    [
      "same",
      says("I could not go home and tell the children that rope was all we talked about."),
      "[S Tarn Radio] [C quoted]{@Tarn Radio} Ida Brenn as saying: [T “I could not go home and tell the children that rope was all we talked about.”]",
    ],
  ])("%s", (relation, a, b) => {
    expect(variants(a, b).map((one) => [one.relation, one.speaker])).toEqual([[relation, "k_Ida Brenn"]]);
  });

  it("is the named one's where a description was laid to another, and the owner's of what passes it on", () => {
    const speakers = (a: string, b: string) => variants(a, b).map((one) => one.speaker);
    const words = "The quay will not stand another winter of storms.";
    expect(speakers(says(words), `[S The mayor] [C said]{@Karel Voss}: [T “${words}”]`)).toEqual([
      "k_Ida Brenn",
    ]);
    expect(speakers(says(words), `[S Karel Voss] [C said]: [T “${words}”]`)).toEqual([]);
    expect(
      speakers(says("We go on."), "[S The mayor] [C said]{@Karel Voss}: [T “We go on as before.”]"),
    ).toEqual([]);
  });

  it("tells the words that differ, and whether they change the meaning", () => {
    const [one] = variants(
      says("We will not pay forty crowns for the lock."),
      says("We will pay fifty crowns for the lock."),
    );
    expect(one?.changes).toEqual([
      { from: "not", to: "", matter: "negation" },
      { from: "forty", to: "fifty", matter: "number" },
    ]);
    const [two] = variants(
      says("Boats must leave the big harbour by noon."),
      says("Boats may leave the large harbour by noon."),
    );
    expect(two?.changes).toEqual([
      { from: "must", to: "may", matter: "modal" },
      { from: "big", to: "large", matter: null },
    ]);
  });

  it.each([
    [
      "other words on one matter",
      says("The pier is old and the pier is rotten."),
      says("I walked along the pier in the rain."),
    ],
    ["a stock phrase", says("Thank you very much."), says("Thank you very much, the ferry leaves at nine.")],
    [
      "another person",
      says("We keep the boats in the harbour."),
      "[S Karel Voss] [C said]: [T “We keep the boats in the harbour.”]",
    ],
    [
      "both indirect",
      reports("that the ferry would sail on Monday"),
      reports("that the ferry would sail on Monday"),
    ],
    [
      "a title in quotation marks",
      says("I have never read a book about boats."),
      reports("that she had seen “The Book of Boats” at the fair"),
    ],
    [
      "another subject in like words",
      says("The northern pier will be rebuilt before winter."),
      reports("that the southern road would be closed after winter"),
    ],
    [
      "a frame of small words",
      says("There is a boat in the harbour of the town."),
      says("There is a fire in the attic of the inn."),
    ],
    [
      "only small words in common",
      says("It is what it is and we are where we are."),
      says("It is not what we are for, and it was not."),
    ],
  ])("none: %s", (_, a, b) => {
    expect(variants(a, b)).toEqual([]);
  });
});
