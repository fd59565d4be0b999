/** Reads the own set (training/data): texts with gold statements, passages placed as UTF-16 spans of the article's text. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Act, Form, Span, Statement } from "../src/model.ts";
import { root } from "./record.ts";

export interface GoldStatement {
  id: string;
  source: Span[];
  cue: Span[];
  content: Span[];
  refersTo: Span[];
  addressee: Span[];
  medium: Span[];
  form: Form;
  kind: Statement["kind"];
  act: Act;
  negated: boolean;
  parent: string | null;
  speakers: string[];
}

export interface GoldText {
  name: string;
  /** The file as it stands, front matter included. */
  file: string;
  /** The text that the spans count in: what `read` gives as the article's text. */
  text: string;
  statements: GoldStatement[];
  negatives: Span[];
}

type Place = { text: string; in?: string };

export const folder = join(root, "training", "data");

/** Splits by writer: each one's texts are in one part only. */
export const PARTS: Record<string, readonly string[]> = {
  train: ["amber", "birch"],
  dev: ["dune"],
  test: ["cedar"],
};

function place(text: string, p: Place): Span {
  const around = p.in ?? p.text;
  const at = text.indexOf(around);
  const inner = around.indexOf(p.text);
  if (at < 0 || inner < 0 || text.indexOf(around, at + 1) >= 0)
    throw new Error(`not found once: ${JSON.stringify(p)}`);
  return { start: at + inner, end: at + inner + p.text.length };
}

/**
 * The texts of the named writers that a pass has.
 * @param pass `gold`, or `first` and `second` to compare them
 */
export function ownSet(writers: readonly string[], pass = "gold"): GoldText[] {
  const out: GoldText[] = [];
  for (const file of readdirSync(join(folder, "texts")).sort()) {
    const name = file.replace(/\.txt$/, "");
    const gold = join(folder, pass, `${name}.json`);
    if (!writers.some((w) => name.startsWith(`${w}-`)) || !existsSync(gold)) continue;
    const path = join(folder, "texts", file);
    const raw = readFileSync(path, "utf8").replace(/\r\n?/g, "\n");
    const text = raw.startsWith("---\n") ? raw.slice(raw.indexOf("\n---\n", 3) + 5) : raw;
    const json = JSON.parse(readFileSync(gold, "utf8"));
    const spans = (list: Place[]) => list.map((p) => place(text, p)).sort((a, b) => a.start - b.start);
    out.push({
      name,
      file: path,
      text,
      statements: json.statements.map((s: Record<string, never>) => ({
        ...s,
        ...Object.fromEntries(
          ["source", "cue", "content", "refersTo", "addressee", "medium"].map((f) => [f, spans(s[f] ?? [])]),
        ),
      })),
      negatives: spans(json.negatives ?? []),
    });
  }
  return out;
}

/** A writer's texts by the settled gold, or where there is none by the first pass. */
export function ownOf(writer: string): GoldText[] {
  const gold = ownSet([writer]);
  return gold.length > 0 ? gold : ownSet([writer], "first");
}
