/** Texts with coreference from open corpora, as plain text with gold mentions: GUM, LitBank, GAP (shared/corpora/README.md). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Span } from "../../src/model.ts";

export interface GoldMention extends Span {
  chain: string;
  /** Where its head noun stands; null where the corpus does not tell. */
  head: Span | null;
}

export interface CorpusText {
  name: string;
  text: string;
  mentions: GoldMention[];
}

/** Documents of GUM that its makers keep for development and test. */
export function gumParts(corpora: string): { dev: Set<string>; test: Set<string> } {
  const parts = { dev: new Set<string>(), test: new Set<string>() };
  let part: "dev" | "test" | null = null;
  for (const line of readFileSync(join(corpora, "open/gum/splits.md"), "utf8").split("\n")) {
    const heading = /^## (\w+)/.exec(line)?.[1];
    if (heading) part = heading === "dev" ? "dev" : heading.startsWith("test") ? "test" : null;
    const name = /\* (GUM_\w+|GENTLE_\w+)/.exec(line)?.[1];
    if (name && part) parts[part].add(name);
  }
  return parts;
}

export function gum(corpora: string): CorpusText[] {
  const folder = join(corpora, "open/gum/dep");
  return readdirSync(folder)
    .sort()
    .map((file) => ofConllu(file.replace(/\.conllu$/, ""), readFileSync(join(folder, file), "utf8")));
}

function ofConllu(name: string, file: string): CorpusText {
  let text = "";
  const tokens: Span[] = [];
  const mentions: GoldMention[] = [];
  const open: { chain: string; first: number; minspan: string }[] = [];
  let spaced = false;
  let inRange = 0;
  let rangeSpan: Span | null = null;
  let paragraph = false;
  for (const line of file.split("\n")) {
    if (line.startsWith("# newpar") && !line.startsWith("# newpar_")) paragraph = true;
    if (line === "" || line.startsWith("#")) continue;
    const [id, form, , , , , , , , misc] = line.split("\t") as string[];
    if (id!.includes(".")) continue;
    const add = () => {
      if (paragraph && text !== "") text = `${text.trimEnd()}\n\n`;
      else if (spaced) text += " ";
      paragraph = false;
      const span = { start: text.length, end: text.length + form!.length };
      text += form;
      spaced = !/SpaceAfter=No/.test(misc!);
      return span;
    };
    const range = /^(\d+)-(\d+)$/.exec(id!);
    if (range) {
      rangeSpan = add();
      inRange = Number(range[2]) - Number(range[1]) + 1;
      continue;
    }
    const span = inRange > 0 ? rangeSpan! : add();
    if (inRange > 0) inRange--;
    tokens.push(span);
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc!)?.[1] ?? "";
    for (const match of entity.matchAll(/\(([^()]+)(\)?)|(\d+)\)/g)) {
      if (match[1]) {
        const fields = match[1].split("-");
        open.push({ chain: fields[0]!, first: tokens.length - 1, minspan: fields[5] ?? "1" });
        if (match[2]) close(fields[0]!);
      } else close(match[3]!);
    }
  }
  return { name, text, mentions };

  function close(chain: string): void {
    const at = open.findLastIndex((item) => item.chain === chain);
    if (at < 0) return;
    const { first, minspan } = open.splice(at, 1)[0]!;
    const places = minspan.split(",").map((k) => tokens[first + Number(k) - 1]);
    const [from, to] = [places[0], places.at(-1)];
    mentions.push({
      chain,
      start: tokens[first]!.start,
      end: tokens.at(-1)!.end,
      head: from && to ? { start: from.start, end: to.end } : null,
    });
  }
}

export function litbank(corpora: string): CorpusText[] {
  const folder = join(corpora, "open/litbank/coref/conll");
  return readdirSync(folder)
    .sort()
    .map((file) => ofConll(file, readFileSync(join(folder, file), "utf8")));
}

function ofConll(name: string, file: string): CorpusText {
  let text = "";
  const mentions: GoldMention[] = [];
  const open = new Map<string, number[]>();
  let starts = true;
  let quoteOpen = false;
  for (const line of file.split("\n")) {
    if (line.startsWith("#")) continue;
    if (line.trim() === "") {
      starts = true;
      continue;
    }
    const cells = line.trimEnd().split("\t");
    const form = cells[3]!;
    const coref = cells.slice(4).findLast((cell) => /[()]/.test(cell)) ?? "_";
    const bare = /^[.,;:!?)’”%\]]$|^['’](?:s|d|ll|re|ve|m|t)$|^n['’]t$/i.test(form);
    const closing = form === '"' && quoteOpen;
    if (starts && /^["“]/.test(form) && !closing && text !== "") text = `${text}\n\n`;
    else if (text !== "" && !bare && !closing && !/[(“‘[]$|(?:^|\s)"$/.test(text)) text += " ";
    if (form === '"') quoteOpen = !quoteOpen;
    starts = false;
    const start = text.length;
    text += form;
    for (const match of coref.matchAll(/\((\d+)|(\d+)\)/g)) {
      const chain = match[1] ?? match[2]!;
      if (match[1]) open.set(chain, [...(open.get(chain) ?? []), start]);
      if (match[2] || coref.slice(match.index! + match[0].length).startsWith(")")) {
        const begun = open.get(chain)?.pop();
        if (begun !== undefined) mentions.push({ chain, start: begun, end: text.length, head: null });
      }
    }
  }
  return { name, text, mentions };
}

export interface GapRow {
  id: string;
  text: string;
  pronoun: number;
  names: { start: number; end: number; gold: boolean }[];
}

/** GAP's validation part; it counts code points. */
export function gapValidation(corpora: string): GapRow[] {
  const utf16 = (text: string, at: string) => [...text].slice(0, Number(at)).join("").length;
  return readFileSync(join(corpora, "open/gap/gap-validation.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [id, text, , at, a, aAt, aGold, b, bAt, bGold] = line.split("\t") as string[];
      const name = (word: string, offset: string, gold: string) => {
        const start = utf16(text!, offset);
        return { start, end: start + word.length, gold: gold === "TRUE" };
      };
      return {
        id: id!,
        text: text!,
        pronoun: utf16(text!, at!),
        names: [name(a!, aAt!, aGold!), name(b!, bAt!, bGold!)],
      };
    });
}
