/**
 * A cue as a line of lemmas, so that one pattern covers all its forms: "wouldn’t say" → "will not say".
 */
import { lemmaIn } from "./lemma.ts";
import { ADJECTIVES, NOUNS, VERBS } from "./lexicon.ts";
import type { Word } from "./words.ts";

/** A word of a cue with its reading as a lemma. */
export interface CueWord {
  lower: string;
  lemma: string;
}

/** Verbs that stand in phrases only. */
const PHRASE_VERBS = new Set(
  `be have do can will shall may must make take give push fire hit shoot speak come stand walk back own rule cast raise
  turn brush shrug lay set sum hold keep lash reach stop throw heap pour strike get pay return leave fall go play drag
  weigh wave explain signal point file lodge express voice issue deliver send sound level serve sign lend lean reserve
  pass let run balk recoil hang bow drop abandon avoid refrain neglect fail forget hesitate distance disassociate
  dissociate associate side fly break tear rip stick swat bat laugh wash look count rely cave mince work open close
  double backtrack retract recant withdraw reverse spell drive hammer tip thank insist agree suspend revise correct remain stay brush`.split(
    /\s+/,
  ),
);
const KNOWN = { has: (lemma: string) => PHRASE_VERBS.has(lemma) || VERBS.has(lemma) || NOUNS.has(lemma) };
const NEGATIVE = /^(.+?)n't$/;
const SPECIAL: Record<string, string[]> = {
  cannot: ["can", "not"],
  "won't": ["will", "not"],
  "can't": ["can", "not"],
  "shan't": ["shall", "not"],
  "ain't": ["be", "not"],
  "'d": ["have"],
  nt: ["not"],
};
const CONTRACTION = /^(.+)'(?:s|re|ve|ll|d|m)$/;
/** Participles that are read as adjectives with "be" and must not become their verb. */
const AS_IS = new Set(["supposed", "opposed", "left", "found", "according", "determined", "unveiling"]);

/** The words of a cue (or of what stands behind it) as lemmas; punctuation is dropped. */
export function lemmatize(words: Word[]): CueWord[] {
  const out: CueWord[] = [];
  for (const { lower, lexical } of words) {
    if (!lexical || lower === "'s") continue;
    const special = SPECIAL[lower];
    const negative = NEGATIVE.exec(lower);
    if (special) for (const lemma of special) out.push({ lower, lemma });
    else if (negative?.[1]) {
      out.push({ lower, lemma: lemmaIn(negative[1], KNOWN) ?? negative[1] });
      out.push({ lower, lemma: "not" });
    } else if (lower === "would") out.push({ lower, lemma: "will" });
    else if (lower === "could") out.push({ lower, lemma: "can" });
    else if (AS_IS.has(lower) && lower !== "found") out.push({ lower, lemma: lower });
    else if (CONTRACTION.test(lower)) out.push({ lower, lemma: lower });
    else if (ADJECTIVES.has(lower) && !VERBS.has(lower)) out.push({ lower, lemma: lower });
    else out.push({ lower, lemma: lemmaIn(lower, KNOWN) ?? lower });
  }
  return out;
}
