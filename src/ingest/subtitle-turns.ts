/**
 * From the lines on a screen to what is said: who speaks, without markup, noises, music, and without the lines that live
 * captions show again while they roll up.
 */
import type { Cue } from "./cues.ts";

/** A cue as its file has it. */
export interface TimedLines {
  from: number;
  to: number;
  lines: string[];
}

const VOICE = /^<v(?:\.[^\s>]*)?\s+([^>]+)>/;
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  lrm: "\u200e",
  rlm: "\u200f",
};
/** Names in capitals stand by themselves, other names count where they recur. */
const CAPITALS = /^(\p{Lu}[\p{Lu}\p{M}\d .’'&-]{1,40}(?: ?\([^()]{1,40}\))?|Q|A) ?:\s+(?=\S)/u;
const NAME =
  /^((?:\p{Lu}[\p{L}\p{M}.’'-]*|\d{1,2})(?:[ _](?:\p{Lu}[\p{L}\p{M}.’'-]*|\d{1,3}|de|da|di|van|von|der|al|el|bin)){0,4}(?:, [^:.,]{2,40}| ?\([^()]{1,40}\))?) ?:\s+(?=\S)/u;
const BRACKETS = /^[[(](\p{Lu}[\p{L}\p{M}\d .’'-]{1,40})[\])]:?\s+(?=\S)/u;
const NO_NAME =
  /^(?:note|question|answer|but|so|and|or|the|a|now|well|look|listen|warning|update|breaking|live|example|one|two|first|second|remember|today|tomorrow|yesterday|music|applause|laughter|inaudible|crosstalk|silence|noise|pause|beep)$/i;
const MUSIC = /^[♪♫♬🎵🎶#*\s]*[♪♫♬🎵🎶]|^[♪♫♬🎵🎶\s]+$/u;
/** A whole line in brackets says what is heard; that something could not be understood belongs to the words. */
const NOISE = /^(?:\[[^[\]]*\]|\([^()]*\)|\*[^*]+\*)$/;
const UNHEARD =
  /inaudible|unintelligible|indistinct|crosstalk|cross-talk|redacted|bleep|expletive|foreign|speak/i;
const DASH = /^[-–—‐]\s?(?=\S)/;

interface Piece {
  from: number;
  to: number;
  voice: string | null;
  turn: boolean;
  words: string[];
}

/** What is said in a file's cues, in their order. */
export function spokenCues(cues: readonly TimedLines[]): Cue[] {
  const cleaned = cues.map(({ from, to, lines }) => ({ from, to, lines: cleanLines(lines) }));
  const once = withoutRepeats(cleaned);
  const dashes = once.some(({ lines }) => lines.filter(({ words }) => DASH.test(words)).length > 1);
  const pieces = once.flatMap((cue) => piecesOf(cue, dashes));
  return labelled(pieces);
}

interface Line {
  voice: string | null;
  words: string;
}

function cleanLines(lines: readonly string[]): Line[] {
  const result: Line[] = [];
  for (const raw of lines.flatMap((line) => line.replace(/(?!^)(?=<v[\s.])/g, "\n").split("\n"))) {
    const line = raw.trim();
    const voice = clean(VOICE.exec(line)?.[1] ?? "").trim() || null;
    const words = clean(line).trim();
    if (words === "" || MUSIC.test(words) || (NOISE.test(words) && !UNHEARD.test(words))) continue;
    result.push({ voice, words });
  }
  return result;
}

function clean(line: string): string {
  return line
    .replace(/<[^<>]*>/g, "")
    .replace(/\{\\[^{}]*\}/g, "")
    .replace(/&(?:#(\d{1,7})|(\w+));/g, (whole, number: string | undefined, name: string) =>
      number === undefined ? (ENTITIES[name] ?? whole) : character(Number(number), whole),
    )
    .replace(/[ \t]+/g, " ");
}

function character(code: number, whole: string): string {
  const isText = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isText ? String.fromCodePoint(code) : whole;
}

/**
 * Live captions show every line again until it has rolled off the screen, or a line again and again while it grows. Where
 * many cues of a file begin with the end of the one before, those words are taken out; where few do, somebody repeats
 * himself.
 */
function withoutRepeats(cues: { from: number; to: number; lines: Line[] }[]): typeof cues {
  const shown = cues.filter(({ lines }) => lines.length > 0);
  const words = shown.map(({ lines }) => lines.flatMap((line) => line.words.split(" ")));
  const repeats = words.map((now, i) => (i === 0 ? 0 : overlap(words[i - 1]!, now)));
  const rolling = repeats.filter((count) => count >= 2).length;
  if (rolling < 3 || rolling < shown.length * 0.3) return shown;
  return shown.map((cue, i) => {
    let left = repeats[i]! >= 2 || repeats[i] === words[i]!.length ? repeats[i]! : 0;
    const lines = cue.lines.map((line) => {
      const own = line.words.split(" ");
      const kept = own.slice(left);
      left = Math.max(0, left - own.length);
      return { ...line, words: kept.join(" ") };
    });
    return { ...cue, lines: lines.filter((line) => line.words !== "") };
  });
}

/** How many words at the end of one cue begin the next. */
function overlap(before: string[], now: string[]): number {
  for (let n = Math.min(before.length, now.length, 60); n > 0; n--) {
    if (now.slice(0, n).every((word, i) => word === before[before.length - n + i])) return n;
  }
  return 0;
}

/** A cue's lines, parted where somebody else begins. */
function piecesOf(
  { from, to, lines }: { from: number; to: number; lines: Line[] },
  dashes: boolean,
): Piece[] {
  const pieces: Piece[] = [];
  for (const { voice, words } of lines) {
    const turn = /^>>/.test(words) || (dashes && DASH.test(words));
    const said = words.replace(/^>>+\s*/, "").replace(dashes ? DASH : /^(?!)/, "");
    const last = pieces.at(-1);
    const begins = voice !== null || turn || CAPITALS.test(said) || NAME.test(said);
    if (said === "") continue;
    if (last && !begins) last.words.push(said);
    else pieces.push({ from, to, voice, turn, words: [said] });
  }
  return pieces;
}

/** Labels at the beginning of words become voices; names in ordinary case where they recur in the file. */
function labelled(pieces: Piece[]): Cue[] {
  const counts = new Map<string, number>();
  const found = pieces.map(({ words: [words = ""] }) => {
    const label = CAPITALS.exec(words) ?? NAME.exec(words) ?? BRACKETS.exec(words);
    if (!label || NO_NAME.test(label[1]!)) return null;
    counts.set(label[1]!, (counts.get(label[1]!) ?? 0) + 1);
    return { name: label[1]!, length: label[0].length, firm: CAPITALS.test(words) };
  });
  const spoken: Piece[] = [];
  // Where some names recur, whoever has two names and speaks once is one of them.
  const recur = [...counts.values()].some((count) => count > 1);
  const isName = (name: string) => counts.get(name)! > 1 || (recur && /^\p{Lu}\S* \p{Lu}/u.test(name));
  pieces.forEach((piece, i) => {
    const label = found[i];
    const counted = label && piece.voice === null && (label.firm || isName(label.name));
    const [first = "", ...rest] = piece.words;
    const begun = (counted ? first.slice(label.length) : first).trim();
    const voice = counted ? label.name.replaceAll("_", " ") : piece.voice;
    const last = spoken.at(-1);
    const joins = last && last.from === piece.from && last.to === piece.to && voice === null && !piece.turn;
    const words = begun === "" ? rest : [begun, ...rest];
    if (joins) for (const line of words) last.words.push(line);
    else if (words.length > 0) spoken.push({ ...piece, voice, words });
  });
  return spoken.map((piece) => ({ ...piece, words: piece.words.join(" ") }));
}
