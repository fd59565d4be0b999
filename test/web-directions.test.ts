/**
 * Import directions of the web app, as docs/ARCHITECTURE.md draws them: views stand beside each other and never import one another,
 * parts know no view, state no part, and of src/ only what runs in a browser comes in.
 */
import { dirname, join, relative, resolve, sep } from "node:path";
import { expect, test } from "vitest";
import { importsOf, sourcesIn } from "./imports.ts";

const root = resolve(import.meta.dirname, "..");
const web = join(root, "web");

/** What each folder may import beside itself and packages. Files that stand in web/ itself put everything together. */
const allowed: Record<string, readonly string[]> = {
  api: [],
  state: ["api"],
  parts: ["api", "state"],
  view: ["api", "state", "parts", "theme"],
};

/** Of src/: the contract and the model for their types; code only where it is as pure as this. */
const TYPES = [/^src\/model\.ts$/, /^src\/ruling\.ts$/, /^src\/server\/contract(?:-\w+)?\.ts$/];
const CODE = [/^src\/model\.ts$/, /^src\/report\/[\w/-]+\.ts$/, /^src\/server\/word-diff\.ts$/];

const imports = sourcesIn(web)
  .filter((file) => !/\.test\.tsx?$/.test(file) && !file.endsWith("vite.config.ts"))
  .flatMap(importsOf)
  .filter(({ target }) => target.startsWith("."))
  .map(({ file, target, type }) => ({
    file: slashed(relative(root, file)),
    target: slashed(relative(root, resolve(dirname(file), target))),
    type,
  }));

function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** "parts", "view board", "theme"; "" of what stands in web/ itself. */
function folderOf(file: string): string {
  const [, first, second, third] = file.split("/");
  if (second === undefined) return "";
  return first === "views" && third !== undefined ? `view ${second}` : first!;
}

const told = ({ file, target }: { file: string; target: string }) => `${file} → ${target}`;

test("there are imports to check, of every kind", () => {
  expect(imports.length).toBeGreaterThan(300);
  for (const folder of ["", "api", "state", "parts", "view board", "view point"])
    expect(imports.map(({ file }) => folderOf(file))).toContain(folder);
});

test("within web/ every import goes in an allowed direction", () => {
  const wrong = imports
    .filter(({ file, target }) => target.startsWith("web/") && folderOf(file) !== "")
    .filter(({ file, target }) => {
      const [from, to] = [folderOf(file), folderOf(target)];
      return from !== to && !(allowed[from.split(" ")[0]!] ?? []).includes(to);
    });
  expect(wrong.map(told)).toEqual([]);
});

test("of src/ only what runs in a browser comes in", () => {
  const wrong = imports
    .filter(({ target }) => !target.startsWith("web/"))
    .filter(({ target, type }) => !(type ? [...TYPES, ...CODE] : CODE).some((one) => one.test(target)));
  expect(wrong.map(told)).toEqual([]);
});
