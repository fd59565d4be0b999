import { expect, test } from "vitest";
import { nameIn } from "./name-in.ts";

test("a file is named as the server says, in any script", () => {
  expect(nameIn('attachment; filename="readout.md"', "x")).toBe("readout.md");
  expect(nameIn(`attachment; filename="Gesprche.html"; filename*=UTF-8''Gespr%C3%A4che.html`, "x")).toBe(
    "Gespräche.html",
  );
  expect(nameIn('attachment; filename="say \\"no\\".html"', "x")).toBe('say "no".html');
});

test("a broken or missing name gives way to the plain one, then to ours", () => {
  expect(nameIn(`attachment; filename="plain.md"; filename*=UTF-8''%E0%A4%A`, "x")).toBe("plain.md");
  expect(nameIn("attachment", "readout.md")).toBe("readout.md");
  expect(nameIn(null, "readout.md")).toBe("readout.md");
});
