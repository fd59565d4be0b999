/** Timed words to running text: one paragraph a turn, every cue with its place. */
import type { TimeSpan } from "../model.ts";

export interface Cue {
  /** Seconds. */
  from: number;
  to: number;
  /** Who speaks, where the source says so. */
  voice: string | null;
  words: string;
  /** Begins a turn though it names nobody (">> " of broadcast captions, "- " of films). */
  turn: boolean;
}

/** A pause that parts paragraphs of one voice, in seconds, once a sentence is over. */
const PAUSE = 2;
const LONG_PARAGRAPH = 700;
const LONGEST_PARAGRAPH = 2500;
const SENTENCE_END = /[.?!…。！？]["'”’»)\]]*$/;

/**
 * Joins the cues of one voice; a new voice begins a new paragraph, which starts with the name where one is given. One
 * voice's long speech is parted at pauses after sentences.
 * @param cues words not empty and without white space at their edges
 */
export function joinCues(cues: readonly Cue[]): { text: string; times: TimeSpan[] } {
  const times: TimeSpan[] = [];
  const pieces: string[] = [];
  let length = 0;
  let paragraph = 0;
  let voice: string | null = null;
  let before: Cue | null = null;
  const put = (words: string) => {
    pieces.push(words);
    length += words.length;
  };
  for (const cue of cues) {
    const changed = cue.turn
      ? cue.voice === null || cue.voice !== voice
      : cue.voice !== null && cue.voice !== voice;
    if (changed || before === null) {
      if (before !== null) put("\n\n");
      paragraph = length;
      if (cue.voice !== null) put(`${cue.voice}: `);
      voice = cue.voice;
    } else if (isParagraphEnd(before, cue, length - paragraph)) {
      put("\n\n");
      paragraph = length;
    } else put(" ");
    const start = length;
    put(cue.words);
    times.push({ start, end: length, from: cue.from, to: Math.max(cue.from, cue.to) });
    before = cue;
  }
  return { text: pieces.join(""), times };
}

function isParagraphEnd(before: Cue, cue: Cue, length: number): boolean {
  if (!SENTENCE_END.test(before.words)) return length > LONGEST_PARAGRAPH;
  return cue.from - before.to >= PAUSE || length > LONG_PARAGRAPH;
}
