/** Rulings out of a file: a JSON array, one a line, or those of a saved collection. */
import { readFile } from "node:fs/promises";
import { ReadoutError } from "../errors.ts";
import type { Ruling } from "../model.ts";
import { newRuling, type RulingParts } from "../rulings/new-ruling.ts";
import { issueOf, rulingSchema } from "../schemas.ts";

/**
 * @param path of the file
 * @throws ReadoutError RULINGS_BROKEN
 */
export async function readRulings(path: string): Promise<Ruling[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw broken(path, error instanceof Error ? error.message : String(error));
  }
  return parse(text.replace(/^\ufeff/, ""), path).map(({ where, value }) => rulingOf(value, path, where));
}

function parse(text: string, path: string): { where: string; value: unknown }[] {
  const whole = tryJson(text);
  if (whole.ok) {
    const { value } = whole;
    const list = Array.isArray(value) ? value : isCollection(value) ? value.rulings : [value];
    return list.map((one, n) => ({ where: `ruling ${n + 1}`, value: one }));
  }
  return text.split(/\r?\n/).flatMap((line, n) => {
    if (line.trim() === "") return [];
    const one = tryJson(line);
    if (!one.ok) throw broken(path, `line ${n + 1}: ${one.detail}`);
    return [{ where: `line ${n + 1}`, value: one.value }];
  });
}

function isCollection(value: unknown): value is { rulings: unknown[] } {
  return (
    value !== null && typeof value === "object" && Array.isArray((value as { rulings?: unknown }).rulings)
  );
}

function tryJson(text: string): { ok: true; value: unknown } | { ok: false; detail: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** What a person need not write is filled in; without an id it gets the hash of the rest. */
function rulingOf(value: unknown, path: string, where: string): Ruling {
  const blank = { id: "new", value: null, by: null, at: null, note: null };
  const given =
    value !== null && typeof value === "object" ? { ...blank, ...value, status: null, found: [] } : value;
  const parsed = rulingSchema.safeParse(given);
  if (!parsed.success) throw broken(path, `${where}: ${issueOf(parsed.error)}`);
  const ruling = parsed.data as Ruling;
  return ruling.id === blank.id ? newRuling(ruling as RulingParts) : ruling;
}

const broken = (path: string, detail: string) => new ReadoutError("RULINGS_BROKEN", { path, detail });
