/**
 * Subtitle files (WebVTT, SubRip, SubViewer) to cues, as the file has them. WebVTT: https://www.w3.org/TR/webvtt1/; the others
 * have no standard, their common forms are read, and lines that editors have left between cues are words of the cue before.
 */
import type { TimeSpan } from "../model.ts";
import { joinCues } from "./cues.ts";
import { spokenCues, type TimedLines } from "./subtitle-turns.ts";

export interface Subtitles {
  text: string;
  /** One entry a cue, in text order; seconds. */
  times: TimeSpan[];
  /** Words of the file's NOTE blocks, for metadata. */
  notes: string[];
  /** What the head of a WebVTT file says of itself. */
  title: string | null;
  language: string | null;
}

const CLOCK = /(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})/;
const TIMING = new RegExp(`^\\s*${CLOCK.source}\\s*(?:--?>|—>)\\s*${CLOCK.source}(?:\\s|$)`);
const SUBVIEWER = new RegExp(`^\\s*${CLOCK.source},${CLOCK.source}\\s*$`);

const timing = (line: string) => TIMING.exec(line) ?? SUBVIEWER.exec(line);

/** True where a decoded file reads like subtitles: a WebVTT head, or a timing line near its top. */
export function isSubtitles(text: string): boolean {
  if (/^\ufeff?WEBVTT(?:[ \t\n]|$)/.test(text)) return true;
  return text
    .slice(0, 4096)
    .split("\n", 12)
    .some((line) => timing(line) !== null);
}

/** Parses a decoded subtitle file (LF line ends). Cues without words, music and noises are left out. */
export function parseSubtitles(file: string): Subtitles {
  const lines = file.replace(/^\ufeff/, "").split("\n");
  const isVtt = lines[0]!.startsWith("WEBVTT");
  const { cues, notes, head } = isVtt ? readVtt(lines) : { ...readSubRip(lines), notes: [], head: new Map() };
  return {
    ...joinCues(spokenCues(cues)),
    notes,
    title: head.get("title") ?? null,
    language: head.get("language") ?? null,
  };
}

/** Empty lines part blocks (one with a space in it does not: YouTube begins cues with such lines); a block is a cue, or its first word says what else it is. */
function readVtt(lines: string[]): { cues: TimedLines[]; notes: string[]; head: Map<string, string> } {
  const cues: TimedLines[] = [];
  const notes: string[] = [];
  const head = new Map<string, string>();
  let open: TimedLines | null = null;
  let note: string[] | null = null;
  let isHead = true;
  for (const line of lines) {
    const found = timing(line);
    if (found) {
      open = { from: seconds(found, 1), to: seconds(found, 5), lines: [] };
      cues.push(open);
      note = null;
      isHead = false;
    } else if (line === "") {
      open = null;
      note = null;
      isHead = false;
    } else if (open) open.lines.push(line);
    else if (line.trim() === "") note = null;
    else if (isHead) {
      const field = /^(?:X-)?([A-Za-z][\w-]*):\s*(\S.*)$/.exec(line);
      if (field) head.set(field[1]!.toLowerCase(), field[2]!.trim());
    } else if (note) note.push(line.trim());
    else if (/^NOTE(?:\s|$)/.test(line)) {
      note = [line.replace(/^NOTE\s*/, "").trim()];
      notes.push("");
    }
    if (note) notes[notes.length - 1] = note.filter((words) => words !== "").join("\n");
  }
  return { cues, notes, head };
}

/** A cue lasts until the next timing line; the number before that is the next cue's. */
function readSubRip(lines: string[]): { cues: TimedLines[] } {
  const cues: TimedLines[] = [];
  for (const line of lines) {
    const found = timing(line);
    const last = cues.at(-1);
    if (!found) {
      last?.lines.push(line);
      continue;
    }
    if (last && /^\s*\d+\s*$/.test(last.lines.at(-1) ?? "")) last.lines.pop();
    cues.push({ from: seconds(found, 1), to: seconds(found, 5), lines: [] });
  }
  return { cues };
}

function seconds(match: RegExpExecArray, group: number): number {
  const [h, m, s, f] = [0, 1, 2, 3].map((i) => match[group + i] ?? "0") as [string, string, string, string];
  const whole = Number(h) * 3600 + Number(m) * 60 + Number(s);
  return Math.round((whole + Number(f.padEnd(3, "0")) / 1000) * 1000) / 1000;
}
