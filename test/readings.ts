/**
 * Documents of an invented quarrel and two readings of each, as two checkpoints of a model would give them: the second
 * moves edges by words, misses some statements, finds others, reads some acts otherwise.
 */
import { statementId } from "../src/id.ts";
import type { Article, Attributed, Passage, Statement } from "../src/model.ts";
import { byHand } from "../src/resolve/by-hand.ts";
import { resolveDocument } from "../src/resolve/document.ts";
import { segment } from "../src/segment/segment.ts";
import { passage, trimSpan } from "../src/span.ts";
import { chance } from "./chance.ts";

const PEOPLE = [
  "Ana Ruiz, the mayor of Tarnow Quay,",
  "Henrik Dahlmo",
  "Oskar V. Lindahl, a spokesman for Norvale Ferries,",
  "Daria Orsik",
  "the Harbour Council",
  "Jeanette Okoro-Lund",
  "the Dockers’ Union",
  "Žofie Dvořáková",
];
const SHORT = [
  "Ms. Ruiz",
  "Mr. Dahlmo",
  "Mr. Lindahl",
  "Ms. Orsik",
  "the council",
  "Ms. Okoro-Lund",
  "the union",
  "she",
];
const CUES = [
  "said that",
  "denied that",
  "warned that",
  "told reporters that",
  "argued that",
  "insisted that",
];
const SUBJECTS = ["the ferry", "the north pier", "the harbour fund", "the old crane", "the night service"];
const PREDICATES = [
  "had been inspected twice before the storm broke its mooring in March",
  "would be closed for at least six weeks while the piles are driven",
  "never carried more than two hundred passengers, whatever the posters claim",
  "was sold to a company in Lissen for a price that nobody has published",
  "lost money in every one of the last four winters",
  "did not belong to the town when the contract was signed",
];
const FILLER = [
  "The tide turned at noon, and the crowd on the quay grew quiet.",
  "Nobody on the quay could remember a louder week.",
  "A band from Lissen played through most of the afternoon.",
];

/** Marked text of one document; "said" again and again, some sentences twice, nested ones, quotations. */
function marked(seed: number): string {
  const next = chance(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
  const lines: string[] = [];
  for (let n = 1; n <= 10; n++) {
    const who = Math.floor(next() * PEOPLE.length);
    const name = lines.length < 4 ? PEOPLE[who]! : SHORT[who]!;
    const source = name.charAt(0).toUpperCase() + name.slice(1);
    const content = `${pick(SUBJECTS)} ${pick(PREDICATES)}`;
    const form = next();
    if (form < 0.25) lines.push(`{c${n} “We know that ${content},”} {s${n} ${name}} {q${n} said}.`);
    else if (form < 0.4)
      lines.push(
        `{s${n} ${source}} {q${n} said} {c${n} {s${n + 50} ${pick(PEOPLE)}} {q${n + 50} had accepted} {c${n + 50} that ${content}}}.`,
      );
    else lines.push(`{s${n} ${source}} {q${n} ${pick(CUES)}} {c${n} ${content}}.`);
    if (next() < 0.4) lines.push(pick(FILLER));
  }
  return lines.join("\n\n");
}

const OUTLETS = ["Lissen Herald", "Ostwick Courier", "Northline", "Basin Monitor"];

function documentOf(seed: number): Attributed {
  const { doc } = byHand(marked(seed), segment, {
    outlet: OUTLETS[seed % OUTLETS.length]!,
    title: `The pier, part ${seed}`,
    publishedAt: `2031-03-${String(1 + (seed % 28)).padStart(2, "0")}`,
  });
  return { ...doc, statements: doc.statements.map((one) => withId(doc.article.id, one)) };
}

/** By hand ids are names; here they are hashes of the spans, as the model's are. */
function withId(article: string, statement: Statement): Statement {
  return { ...statement, id: statementId(article, statement), parent: null };
}

function read(doc: Attributed): Article {
  return resolveDocument(doc);
}

/** Moves an edge by up to three words, never past another character than white space between words. */
function moved(text: string, part: Passage, next: () => number): Passage {
  const words = [...part.text.matchAll(/\S+/g)];
  if (words.length < 5 || next() < 0.45) return part;
  const cut = 1 + Math.floor(next() * 3);
  const span =
    next() < 0.5
      ? { start: part.start + words[cut]!.index, end: part.end }
      : { start: part.start, end: part.start + words[words.length - 1 - cut]!.index };
  const trimmed = trimSpan(text, span)!;
  return passage(text, trimmed.start, trimmed.end);
}

/** The same document read by another checkpoint. */
function otherReading(doc: Attributed, seed: number, missed: number): Attributed {
  const next = chance(seed);
  const { text, id } = doc.article;
  const statements = doc.statements
    .filter(() => next() >= missed)
    .map((statement) => {
      const content = statement.content.map((part) => moved(text, part, next));
      const cue = next() < 0.1 ? statement.cue.map((part) => moved(text, part, next)) : statement.cue;
      const act = next() < 0.15 ? ("announce" as const) : statement.act;
      return withId(id, { ...statement, content, cue, act });
    });
  for (const sentence of doc.sentences) {
    const words = text.slice(sentence.start, sentence.end);
    if (!FILLER.includes(words) || next() < 0.5) continue;
    statements.push(
      withId(id, {
        ...statements[0]!,
        source: [],
        cue: [],
        content: [passage(text, sentence.start, sentence.end - 1)],
      }),
    );
  }
  return { ...doc, statements };
}

/** Two readings of as many documents. */
export function readings(count: number, missed = 0.08): { first: Article[]; second: Article[] } {
  const docs = Array.from({ length: count }, (_, n) => documentOf(n + 1));
  return { first: docs.map(read), second: docs.map((doc, n) => read(otherReading(doc, 1000 + n, missed))) };
}
