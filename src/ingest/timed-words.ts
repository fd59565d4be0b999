import type { Cue } from "./cues.ts";

/** One word, or one mark of punctuation, of a transcript that gives all of them. */
export interface TimedWord {
  /** Seconds; NaN where it has none, as punctuation. */
  from: number;
  to: number;
  voice: string | null;
  words: string;
  /** True where no space goes before it. */
  glued: boolean;
}

const LONGEST = 240;

/** Gathers words to sentences: a cue ends with its speaker, after a sentence, or where it grows long. */
export function gatherWords(words: readonly TimedWord[]): Cue[] {
  const cues: Cue[] = [];
  let open: Cue | null = null;
  const close = () => {
    if (open) open.words = open.words.replace(/\s+/g, " ").trim();
    if (open && open.words !== "") cues.push(open);
    open = null;
  };
  for (const word of words) {
    if (word.words === "") continue;
    const hasTime = Number.isFinite(word.from);
    const isMark = !/[\p{L}\p{N}]/u.test(word.words);
    if (open && !isMark && (word.voice ?? open.voice) !== open.voice) close();
    // A new cue begins with a word that has a time; marks belong to what is before them.
    if (
      open &&
      hasTime &&
      !isMark &&
      (/[.?!…]["'”’)\]]*\s*$/.test(open.words) || open.words.length > LONGEST)
    )
      close();
    if (!open) {
      if (!hasTime) continue;
      open = { from: word.from, to: word.from, voice: word.voice, words: "", turn: false };
    }
    open.words += (word.glued || open.words === "" ? "" : " ") + word.words;
    if (hasTime) open.to = Math.max(open.to, Number.isFinite(word.to) ? word.to : word.from);
  }
  close();
  return cues;
}
