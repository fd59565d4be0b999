/** A page of wrapped lines, as the terminal gets it. */
import { print, type Run, run, wrap } from "./lines.ts";

/** How to print. */
export interface TextOptions {
  /** Columns of the terminal, taken between 40 and 120: longer lines are hard to read. */
  width: number;
  /** Whether to use ANSI colours. */
  color: boolean;
  /** How many one-sided points are listed before the rest is only counted; all where left out. */
  oneSided?: number;
}

const MIN_WIDTH = 40;
const MAX_WIDTH = 120;
/** Collects wrapped lines. */
export class Page {
  readonly lines: string[] = [];
  readonly #width: number;
  readonly #color: boolean;

  constructor(options: TextOptions) {
    this.#width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.floor(options.width)));
    this.#color = options.color;
  }

  add(runs: Run[], first = "", rest = first): void {
    for (const line of wrap(runs, this.#width, first, rest)) this.lines.push(print(line, this.#color));
  }

  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== "") this.lines.push("");
  }

  heading(text: string, more = ""): void {
    this.blank();
    this.add([run(text, "strong"), run(more === "" ? "" : `  ${more}`, "dim")]);
  }

  text(): string {
    return `${this.lines.join("\n").trimEnd()}\n`;
  }
}
