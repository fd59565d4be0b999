import { expect, it } from "vitest";
import type { Position } from "../model.ts";
import { answerOf } from "./group.ts";

const answer = (stance: Position["stance"], text: string) => answerOf({ stance, answer: text } as Position);

it("leaves out a yes or no that the stance says, and no word that makes the sense", () => {
  expect(answer("no", "No, nothing was promised")).toBe("Nothing was promised");
  expect(answer("yes", "Yes")).toBe("");
  expect(answer("no", "No date was named in that room")).toBe("No date was named in that room");
  expect(answer("other", "No, not yet")).toBe("No, not yet");
});
