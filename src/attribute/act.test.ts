import { describe, expect, it } from "vitest";
import type { ActScores } from "../model.ts";
import { likelierAct } from "./act.ts";

const scores = (rows: number[][]): ActScores => ({
  starts: Int32Array.from(rows.map((_, i) => i * 5)),
  labels: ["assert", "deny", "want"],
  rows: Float32Array.from(rows.flat()),
});

describe("the act by model and rules", () => {
  const sure = scores([
    [0, 9, 0],
    [9, 0, 0],
    [0, 0, 9],
  ]);

  it("takes the mean over the pieces that start in the spans", () => {
    expect(likelierAct(sure, [{ start: 0, end: 4 }], "assert", "speech")).toBe("deny");
    expect(likelierAct(sure, [{ start: 5, end: 9 }], "assert", "speech")).toBe("assert");
    // Two pieces, one each way: the rule's word decides.
    expect(likelierAct(sure, [{ start: 0, end: 9 }], "deny", "speech")).toBe("deny");
    expect(likelierAct(sure, [{ start: 0, end: 9 }], "assert", "speech")).toBe("assert");
  });

  it("keeps an act that a rule read from a frame, whatever the model says", () => {
    expect(likelierAct(scores([[9, 0, 0]]), [{ start: 0, end: 4 }], "deny", "speech")).toBe("deny");
  });

  it("holds to the kind: no wish as an act of speech, no assertion where nothing is said", () => {
    expect(likelierAct(sure, [{ start: 10, end: 14 }], "assert", "speech")).toBe("assert");
    expect(likelierAct(sure, [{ start: 10, end: 14 }], "believe", "intention")).toBe("want");
    expect(likelierAct(sure, [{ start: 5, end: 9 }], "want", "intention")).toBe("want");
  });

  it("keeps the rule's act without a head or pieces", () => {
    expect(likelierAct(null, [{ start: 0, end: 4 }], "ask", "speech")).toBe("ask");
    expect(likelierAct(sure, [{ start: 90, end: 94 }], "ask", "speech")).toBe("ask");
  });
});
