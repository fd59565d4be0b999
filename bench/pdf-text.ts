/** Invented reports for the bench of PDFs: seeded, with long words, compounds, names, quotations, notes. */
import { random } from "../src/ingest/fixtures/plant.ts";

export interface Report {
  title: string;
  author: string;
  head: string;
  /** Paragraphs and headings in order; NOTE stands where a note's mark goes. */
  blocks: { heading: boolean; text: string }[];
  notes: string[];
}

/** Stands for the mark of the next note. */
export const NOTE = "\u0001";

const PEOPLE = [
  "Ana Ruiz",
  "Bo Lindqvist",
  "Mr. Okafor",
  "Minister Grüneberg",
  "Zoë Adair",
  "Ms. Haverford",
  "Jürgen Öst",
];
const BODIES = [
  "the Ministry of Water",
  "the Commission for Infrastructure",
  "the Westmark delegation",
  "the Arland administration",
  "the opposition",
  "the inter-governmental committee",
  "a non-governmental organisation",
];
const VERBS = "said announced acknowledged maintained reiterated complained suggested emphasised".split(" ");
const NOUNS =
  "responsibility implementation understanding negotiations administration documentation recommendation infrastructure parliamentarians investigation misunderstanding correspondence representatives municipality circumstances reconstruction telecommunications accountability ceasefire counterpart transparency".split(
    " ",
  );
const ADJECTIVES =
  "long-standing extraordinary unprecedented well-known constructive face-to-face independent incomprehensible cross-border confidential far-reaching international last-minute provisional preliminary self-appointed disproportionate".split(
    " ",
  );
const ENDS = [
  "until further notice",
  "in the early hours of Thursday",
  "without any explanation",
  "for the second time in 2026",
  "at a cost of 4.5 million crowns",
  "as § 12 of the agreement requires",
  "despite repeated warnings",
];

export function makeReport(seed: number, paragraphs: number, notes: boolean): Report {
  const next = random(seed * 7919 + 13);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  const clause = () =>
    pick([
      () =>
        `the ${pick(ADJECTIVES)} ${pick(NOUNS)} of the ${pick(NOUNS)} had been underestimated ${pick(ENDS)}`,
      () => `${pick(BODIES)} would publish the ${pick(NOUNS)} ${pick(ENDS)}`,
      () => `no ${pick(NOUNS)} had reached ${pick(BODIES)} ${pick(ENDS)}`,
      () =>
        `${next(90) + 10} ${pick(NOUNS)} and ${next(900) + 100} ${pick(ADJECTIVES)} measures were still outstanding`,
    ])();
  const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
  const sentence = () =>
    pick([
      () => `${pick(PEOPLE)} ${pick(VERBS)} that ${clause()}.`,
      () => `“${upper(clause())},” ${pick(PEOPLE)} ${pick(VERBS)}.`,
      () => `According to ${pick(BODIES)}, ${clause()}.`,
      () => `${upper(clause())}, and ${clause()}.`,
    ])();
  const blocks: Report["blocks"] = [];
  const noteTexts: string[] = [];
  for (let i = 0; i < paragraphs; i++) {
    if (i % 5 === 2) blocks.push({ heading: true, text: `${upper(pick(ADJECTIVES))} ${pick(NOUNS)}` });
    const sentences = Array.from({ length: 2 + next(5) }, sentence);
    if (notes && next(3) === 0) {
      sentences[next(sentences.length)] += NOTE;
      noteTexts.push(
        `See ${pick(PEOPLE)}, letter to ${pick(BODIES)}, ${next(28) + 1} June 2026, on the ${pick(NOUNS)} of the ${pick(NOUNS)}.`,
      );
    }
    blocks.push({ heading: false, text: sentences.join(" ") });
  }
  return {
    title: `The ${pick(ADJECTIVES)} ${pick(NOUNS)} of Lissen`,
    author: pick(PEOPLE.filter((name) => /^\p{L}+ /u.test(name))),
    head: `Lissen Papers ${2000 + next(30)}: on ${pick(NOUNS)}`,
    blocks,
    notes: noteTexts,
  };
}
