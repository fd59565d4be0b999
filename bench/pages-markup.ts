/** Small pieces of markup that the layouts of the bench share: escaping, inline elements, a page with its truth. */
import type { Dice, Story } from "./pages-story.ts";

/** What a right reading of a page gives. */
export interface Truth {
  /** The story's blocks in the page's order; `optional` ones may be read or left (standfirst, sign-off, times). */
  blocks: { text: string; optional: boolean }[];
  title: string;
  outlet: string | null;
  byline: string | null;
  /** As precise as the page says it to a machine; a day where only words say it. */
  publishedAt: string | null;
  url: string | null;
  language: string;
}

export interface Page {
  layout: string;
  html: string;
  truth: Truth;
}

/** Collects the truth while a layout is written, so that both have one order. */
export class Sheet {
  readonly blocks: Truth["blocks"] = [];

  /** Text of the story: told to the truth, given back for the markup. */
  say(text: string): string {
    this.blocks.push({ text, optional: false });
    return text;
  }

  /** A table's row: told to the truth as one block, given back for the markup. */
  row(cells: string[]): string[] {
    this.say(cells.join(" "));
    return cells;
  }

  /** Text that a reading may keep or leave. */
  may(text: string): string {
    this.blocks.push({ text, optional: true });
    return text;
  }
}

/** Table rows as markup, each told to the truth as one block. */
export function tableRows(sheet: Sheet, rows: string[][]): string {
  const cells = (row: string[]) => row.map((cell) => `<td>${escaped(cell)}</td>`).join("");
  return rows.map((row) => `<tr>${cells(sheet.row(row))}</tr>`).join("");
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Escaped text with links, emphasis and empty elements inside, at word borders and without changing a letter. */
export function inline(dice: Dice, text: string): string {
  const words = text.split(" ");
  if (words.length < 8 || dice.chance(45)) return escaped(text);
  const at = dice.between(1, words.length - 5);
  const length = dice.between(1, 4);
  const [before, inside, after] = [
    words.slice(0, at),
    words.slice(at, at + length),
    words.slice(at + length),
  ].map((some) => escaped(some.join(" ")));
  const wrapped = dice.pick([
    `<a href="/topic/${dice.below(99)}">${inside}</a>`,
    `<a href="https://elsewhere.example/${dice.below(999)}" target="_blank" rel="noopener">${inside}</a>`,
    `<em>${inside}</em>`,
    `<strong>${inside}</strong>`,
    `<span class="hl-${dice.below(9)}">${inside}</span>`,
  ]);
  return `${before} ${wrapped} ${after}`;
}

export function names(story: Story): string {
  return story.authors.join(" and ");
}

export function day(iso: string): string {
  return iso.slice(0, 10);
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "4 March 2025" or "March 4, 2025". */
export function writtenDay(iso: string, american = false): string {
  const [year, month, date] = day(iso).split("-").map(Number) as [number, number, number];
  return american ? `${MONTHS[month - 1]} ${date}, ${year}` : `${date} ${MONTHS[month - 1]} ${year}`;
}

export function clock(iso: string): string {
  return iso.slice(11, 16);
}

/** Truth with all metadata; layouts override what they don't carry. */
export function truthOf(story: Story, sheet: Sheet, other: Partial<Truth> = {}): Truth {
  return {
    blocks: sheet.blocks,
    title: story.headline,
    outlet: story.outlet,
    byline: names(story),
    publishedAt: story.published,
    url: story.url,
    language: "en",
    ...other,
  };
}
