/**
 * Subtitles (WebVTT, SubRip) to running text with times. One paragraph a turn: the cues of one voice are joined,
 * a new voice (`<v Name>`, `NAME:`, `>>`) begins a new paragraph, which starts with the name where one is given.
 * WebVTT: https://www.w3.org/TR/webvtt1/; SubRip has no standard, the common form is read.
 */
import type { TimeSpan } from "../model.ts";

export interface Subtitles {
  text: string;
  /** One entry a cue, in text order; seconds. */
  times: TimeSpan[];
  /** Words of the file's NOTE blocks, for metadata. */
  notes: string[];
}

interface Cue {
  from: number;
  to: number;
  voice: string | null;
  words: string;
  /** Begins a turn though it names nobody (">> " of broadcast captions). */
  turn: boolean;
}

const CLOCK = /(?:(\d+):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;
const TIMING = new RegExp(`^\\s*${CLOCK.source}\\s*-->\\s*${CLOCK.source}`);
const VOICE = /^<v(?:\.[^\s>]*)?\s+([^>]+)>/;
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: "\u00a0",
  lrm: "\u200e",
  rlm: "\u200f",
};

/** True where a decoded file reads like subtitles: a WebVTT head, or a timing line near its top. */
export function isSubtitles(text: string): boolean {
  if (/^\ufeff?WEBVTT(?:[ \t\n]|$)/.test(text)) return true;
  return text.split("\n", 12).some((line) => TIMING.test(line));
}

/** Parses a decoded subtitle file (LF line ends). Cues without words are left out. */
export function parseSubtitles(file: string): Subtitles {
  const notes: string[] = [];
  const cues: Cue[] = [];
  for (const block of file.replace(/^\ufeff/, "").split(/\n[ \t]*\n+/)) {
    const lines = block.split("\n");
    const at = lines.findIndex((line) => TIMING.test(line));
    if (at === -1) {
      if (/^\s*NOTE\b/.test(block)) notes.push(block.replace(/^\s*NOTE\s*/, "").trim());
      continue;
    }
    const t = TIMING.exec(lines[at]!)!;
    cues.push(...cuesOf(lines.slice(at + 1), seconds(t, 1), seconds(t, 5)));
  }
  return { ...join(cues), notes };
}

/** A cue's lines; one with several voices is several cues. */
function cuesOf(lines: readonly string[], from: number, to: number): Cue[] {
  const cues: Cue[] = [];
  for (const raw of lines) {
    const line = raw.trim();
    const voice = VOICE.exec(line)?.[1]?.trim() ?? null;
    const plain = clean(line);
    const turn = /^>>\s*/.test(plain);
    const words = plain.replace(/^>>+\s*/, "").trim();
    const last = cues.at(-1);
    if (last && voice === null && !turn) last.words = `${last.words} ${words}`.trim();
    else cues.push({ from, to, voice, words, turn });
  }
  return cues.filter((c) => c.words !== "");
}

function clean(line: string): string {
  return line
    .replace(/<[^<>]*>/g, "")
    .replace(/\{\\[^{}]*\}/g, "")
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/[ \t]+/g, " ");
}

function seconds(match: RegExpExecArray, group: number): number {
  const [h, m, s, f] = [0, 1, 2, 3].map((i) => match[group + i] ?? "0") as [string, string, string, string];
  return Number(h) * 3600 + Number(m) * 60 + Number(s) + Number(f.padEnd(3, "0")) / 1000;
}

function join(cues: readonly Cue[]): { text: string; times: TimeSpan[] } {
  const times: TimeSpan[] = [];
  let text = "";
  let voice: string | null = null;
  for (const cue of cues) {
    const changed =
      (cue.voice !== null && cue.voice !== voice) || cue.turn || /^[A-Z][A-Z .'-]{1,40}: /.test(cue.words);
    if (text === "") text = cue.voice === null ? "" : `${cue.voice}: `;
    else if (changed) text += cue.voice === null ? "\n\n" : `\n\n${cue.voice}: `;
    else text += " ";
    if (cue.voice !== null || changed) voice = cue.voice;
    const start = text.length;
    text += cue.words;
    times.push({ start, end: text.length, from: cue.from, to: cue.to });
  }
  return { text, times };
}
