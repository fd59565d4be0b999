/**
 * Lines for a terminal: words with a style, wrapped to a width. Width is counted as terminals show it
 * (East Asian wide characters and emoji take two columns, combining marks none).
 */
import stringWidth from "string-width";

/** How a run of words stands out where colour is on. */
export type Style = "plain" | "strong" | "dim" | "quote" | "red" | "yellow" | "green" | "blue" | "magenta";

/** Some words in one style. */
export interface Run {
  text: string;
  style: Style;
}

/** A space at which no line breaks; printed as a plain one. `oneLine` leaves none in words from outside. */
export const NO_BREAK = "\u00a0";

const SGR: Record<Style, string> = {
  plain: "",
  strong: "1",
  dim: "2",
  quote: "1",
  red: "1;31",
  yellow: "1;33",
  green: "32",
  blue: "34",
  magenta: "35",
};

export function run(text: string, style: Style = "plain"): Run {
  return { text, style };
}

/**
 * Words from outside, safe on a terminal and in one line: white space is folded, control characters become �
 * and the invisible characters that turn the writing direction are left out (both could fake what is shown).
 */
export function oneLine(text: string): string {
  return (
    text
      .replace(/\s+/gu, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f]/gu, "\ufffd")
      .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu, "")
  );
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Closing marks that don't begin a line in East Asian text. */
const NO_START = /^[、。，．：；？！」』）】》〉”’…·ー々]/u;

interface Piece extends Run {
  width: number;
  space: boolean;
  /** True where no line may break before this piece. */
  glued: boolean;
}

/** Cuts runs into the pieces between which a line may break. */
function pieces(runs: Run[]): Piece[] {
  const out: Piece[] = [];
  let glued = true;
  for (const { text, style } of runs) {
    let word = "";
    let width = 0;
    const flush = () => {
      if (word !== "") out.push({ text: word, style, width, space: false, glued });
      if (word !== "") glued = true;
      word = "";
      width = 0;
    };
    for (const { segment } of graphemes.segment(text)) {
      const w = stringWidth(segment);
      if (segment === " ") {
        flush();
        out.push({ text: " ", style, width: 1, space: true, glued: true });
        glued = false;
      } else if (w === 2 && !NO_START.test(segment)) {
        flush();
        out.push({ text: segment, style, width: 2, space: false, glued: false });
        // what follows a wide character may begin a line, unless it closes something
        glued = false;
      } else {
        if (word === "" && NO_START.test(segment)) glued = true;
        word += segment;
        width += w;
      }
    }
    flush();
  }
  return out;
}

/** Parts a word that is wider than a line at grapheme borders. */
function broken(piece: Piece, width: number): Piece[] {
  const out: Piece[] = [];
  let text = "";
  let used = 0;
  for (const { segment } of graphemes.segment(piece.text)) {
    const w = stringWidth(segment);
    if (used + w > width && text !== "") {
      out.push({ ...piece, text, width: used, glued: out.length > 0 ? false : piece.glued });
      text = "";
      used = 0;
    }
    text += segment;
    used += w;
  }
  out.push({ ...piece, text, width: used, glued: out.length > 0 ? false : piece.glued });
  return out;
}

/** Groups pieces that must stay on one line. */
function words(all: Piece[], width: number): Piece[][] {
  const out: Piece[][] = [];
  for (const whole of all) {
    for (const piece of whole.width > width ? broken(whole, width) : [whole]) {
      const last = out.at(-1);
      const fits = last !== undefined && sum(last) + piece.width <= width;
      if (last !== undefined && piece.glued && !piece.space && !last[0]!.space && fits) last.push(piece);
      else out.push([piece]);
    }
  }
  return out;
}

function sum(parts: Piece[]): number {
  return parts.reduce((n, p) => n + p.width, 0);
}

/**
 * Wraps runs to lines of at most `width` columns.
 * @param first what the first line begins with (a bullet, a number); counted in columns
 * @param rest what every other line begins with
 */
export function wrap(runs: Run[], width: number, first = "", rest = first): Run[][] {
  const out: Run[][] = [];
  let line: Run[] = [run(first)];
  let used = stringWidth(first);
  let empty = true;
  const room = Math.max(8, width - Math.max(used, stringWidth(rest)));
  const limit = Math.max(width, room + Math.max(used, stringWidth(rest)));
  for (const word of words(pieces(runs), room)) {
    const w = sum(word);
    if (word[0]!.space) {
      if (!empty && used + w <= limit) {
        line.push(...word);
        used += w;
      }
      continue;
    }
    if (!empty && used + w > limit) {
      out.push(line);
      line = [run(rest)];
      used = stringWidth(rest);
      empty = true;
    }
    line.push(...word);
    used += w;
    empty = false;
  }
  if (!empty || first.trim() !== "") out.push(line);
  return out;
}

/** One line as a terminal prints it, without white space at its end. */
export function print(line: Run[], color: boolean): string {
  const joined: Run[] = [];
  for (const part of line) {
    const last = joined.at(-1);
    if (last && last.style === part.style) last.text += part.text;
    else joined.push({ ...part });
  }
  while (joined.length > 0) {
    const last = joined.at(-1)!;
    last.text = last.text.replace(/ +$/u, "");
    if (last.text !== "") break;
    joined.pop();
  }
  return joined
    .map(({ text: words, style }) => {
      const text = words.replaceAll(NO_BREAK, " ");
      const code = SGR[style];
      return color && code !== "" ? `\u001b[${code}m${text}\u001b[0m` : text;
    })
    .join("");
}
