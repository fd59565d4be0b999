import { expect, it } from "vitest";
import { failureLines } from "./failure-list.ts";

const failure = (input: string, code = "INPUT_EMPTY", message = "Empty: check it.") => ({
  input,
  code,
  message,
});

it("names few failures one by one", () => {
  expect(failureLines([failure("a.txt")], 3)).toEqual(["readout: a.txt: INPUT_EMPTY: Empty: check it."]);
  expect(failureLines([], 3)).toEqual([]);
});

it("groups many by what is to be done, the largest group first", () => {
  const many = [
    failure("z.docx", "INPUT_BROKEN", "Cut: save it."),
    failure("y.docx", "INPUT_BROKEN", "Changed: save it."),
    ...Array.from({ length: 12 }, (_, i) => failure(`${i}.txt`)),
  ];
  const lines = failureLines(many, 1000);
  expect(lines[0]).toBe("readout: 14 of 1000 documents could not be read:");
  expect(lines[1]).toBe("  INPUT_EMPTY (12): Empty: check it.");
  expect(lines[2]).toBe("    0.txt");
  expect(lines).toContain("    … and 4 more");
  expect(lines).toContain("    z.docx: Cut: save it.");
  expect(lines.filter((line) => line.includes("y.docx"))).toHaveLength(1);
});
