/**
 * Writes what the rankers learn from: for every pronoun and description whose gold is known the candidates' features and which
 * are right. Run before `train.py`:
 *   npx tsx training/holders/examples.ts CORPORA OUT.jsonl [--follow] [--states WORDS.jsonl]
 * With --follow the resolver goes on by its own choices; else gold says which entity a mention joins wherever it is known.
 * With --states the texts' word pieces and windows are written too, and with each pronoun where it and its candidates stand (`states.py`).
 */
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { type GoldText, ownSet } from "../../bench/own-gold.ts";
import { root } from "../../bench/record.ts";
import { freshSet, isScoredOnly } from "../../bench/speakers-fresh.ts";
import { attributed, moved, sourceOf } from "../../bench/speakers-gold.ts";
import { foldedWords, isName, sameSet } from "../../bench/speakers-names.ts";
import { fromText } from "../../src/ingest/text.ts";
import type { ArticleSource, Attributed, Segmented, Span } from "../../src/model.ts";
import type { Context, Watch } from "../../src/resolve/context.ts";
import { corefer } from "../../src/resolve/corefer.ts";
import { phraseEnd } from "../../src/resolve/links.ts";
import type { Mention } from "../../src/resolve/mention.ts";
import { withTurns } from "../../src/resolve/pseudoTurns.ts";
import { nominalMention, statePlace } from "../../src/resolve/pronoun-states.ts";
import { salient } from "../../src/resolve/salience.ts";
import { speakerOf } from "../../src/resolve/speaker.ts";
import { segment } from "../../src/segment/segment.ts";
import { inPieces, windowInput } from "../../src/tag/tag.ts";
import { planWindows } from "../../src/tag/windows.ts";
import { readVocabulary } from "../../src/tag/wordpiece.ts";
import { type CorpusText, gapValidation, gum, gumParts, litbank } from "./corpora.ts";
import { chainFinder, chainOf } from "./gold.ts";

const [corpora = "", out = "", ...flags] = process.argv.slice(2);
if (!corpora || !out) throw new Error("give the folder of the corpora and the file to write");
const follow = flags.includes("--follow");
const file = createWriteStream(out);
const wordsAt = flags.includes("--states") ? flags[flags.indexOf("--states") + 1] : undefined;
const words = wordsAt ? createWriteStream(wordsAt) : null;
const vocabulary = readVocabulary(readFileSync(join(root, "models/attribution/vocab.txt"), "utf8"));
const seen = new Set<string>();
const counts = new Map<string, number>();

/** Looks on; `right` gives the places of the right candidates (`candidates.length` for nobody of them), null where unknown. */
function watch(
  source: string,
  right: (context: Context, mention: Mention, candidates: readonly number[][]) => number[] | null,
): Watch {
  return (context, mention, kind, candidates, rows) => {
    const gold = right(context, mention, candidates);
    if (!gold || gold.length === 0) return null;
    const key = `${source} ${kind}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const { text, id } = context.doc.article;
    const round = (row: readonly number[] | Float64Array) =>
      Array.from(row, (value) => Math.round(value * 1000) / 1000);
    file.write(
      `${JSON.stringify({ source, kind, at: `${id}:${mention.start}`, words: text.slice(mention.start, mention.end), options: candidates.map((ids) => called(context, ids)), rows: rows.map(round), gold, ...(words && kind === "pronoun" ? places(context, mention) : {}) })}\n`,
    );
    return follow ? null : gold[0]!;
  };
}

/** Where the pronoun and its candidates' mentions stand; the document's pieces are written when it is first met. */
function places(context: Context, pronoun: Mention) {
  const { article } = context.doc;
  if (!seen.has(article.id)) words!.write(`${JSON.stringify(piecesOf(context.doc))}\n`);
  seen.add(article.id);
  const place = (mention: Mention) => {
    const { start, end } = statePlace(context.mentions, mention);
    return [start, end];
  };
  const ranked = salient(context, pronoun);
  return {
    doc: article.id,
    at: place(pronoun),
    last: ranked.map(({ last }) => place(last)),
    nominal: ranked.map((candidate) => place(nominalMention(context, pronoun, candidate))),
  };
}

/** A text's windows as `tag` makes them, and which of their rows belong to which pieces of the document. */
function piecesOf(doc: Segmented) {
  const paragraphs = inPieces(doc, vocabulary);
  const windows = planWindows(paragraphs.map(({ pieces }) => pieces.ids.length)).map((window) => {
    const { ids, types } = windowInput(window, paragraphs);
    let at = 1;
    const kept = window.map(({ paragraph, start, end, keepFrom, keepTo }) => {
      const row = at + keepFrom - start;
      at += end - start + 1;
      return [row, paragraphs[paragraph]!.base + keepFrom, keepTo - keepFrom];
    });
    return { ids: [...ids], types: [...types], kept };
  });
  return { doc: doc.article.id, starts: paragraphs.flatMap(({ pieces }) => [...pieces.start]), windows };
}

function called(context: Context, ids: readonly number[]): string {
  return ids
    .map((id) => {
      const { names, heads } = context.entities[id]!;
      return [...names][0] ?? [...heads][0] ?? "";
    })
    .join(" + ");
}

function plain(id: string, text: string): ArticleSource {
  return {
    ...fromText(text, { input: id, path: id }).article,
    id,
    text,
    kind: "report",
  };
}

function withoutStatements(article: ArticleSource): Attributed {
  const inner = { marks: [], links: [] };
  return { ...segment(article), marks: [], links: [], inner, acts: null, states: null, statements: [] };
}

function ofCorpus(source: string, texts: readonly CorpusText[]): void {
  for (const text of texts) {
    const find = chainFinder(text.mentions);
    corefer(
      withoutStatements(plain(text.name, text.text)),
      [],
      watch(source, (context, mention, candidates) => {
        const chain = find(context, mention);
        if (chain === null) return null;
        const right = candidates.flatMap((ids, index) =>
          ids.length === 1 && chainOf(context, ids[0]!, find) === chain ? [index] : [],
        );
        return right.length > 0 ? right : [candidates.length];
      }),
    );
  }
}

function ofGap(): void {
  for (const row of gapValidation(corpora)) {
    const people: Span[] = row.names;
    corefer(
      withoutStatements(plain(row.id, row.text)),
      people,
      watch("gap", (context, mention, candidates) => {
        if (mention.form !== "pronoun" || row.pronoun < mention.start || row.pronoun >= mention.end) return null;
        const entity = (span: Span) => {
          const name = context.mentions.list.find(
            (item) => item.form === "name" && item.start < span.end && span.start < item.end,
          );
          return name ? (context.clusters.byMention.get(name.id) ?? -1) : -1;
        };
        const named = row.names.map((name) => ({ entity: entity(name), gold: name.gold }));
        const meant = named.find(({ gold }) => gold);
        if (meant) {
          const at = candidates.findIndex(([id]) => id === meant.entity);
          return at < 0 ? null : [at];
        }
        const others = candidates.flatMap(([id], index) =>
          named.some((name) => name.entity === id) ? [] : [index],
        );
        return [...others, candidates.length];
      }),
    );
  }
}

/** Sources of statements whose holder the gold gives. */
function ofOwn(source: string, texts: readonly GoldText[], fresh: boolean): void {
  for (const text of texts) {
    const article = sourceOf(text, fresh);
    const gold = moved(text, article);
    const statements = attributed(gold, article);
    const others = [...new Set(gold.statements.flatMap((statement) => statement.speakers))];
    const speakers = new Map(statements.map(({ id }, index) => [id, gold.statements[index]!.speakers]));
    const doc = { ...withoutStatements(article), statements };
    corefer(
      withTurns(doc),
      [],
      watch(source, (context, mention, candidates) => {
        const own = context.asSource(mention);
        const meant = own ? (speakers.get(own.id) ?? []) : [];
        if (!own || meant.length === 0 || (context.heads.get(own.id)?.length ?? 0) !== 1) return null;
        return judged(context, meant, candidates, others);
      }),
    );
  }
}

function judged(
  context: Context,
  meant: readonly string[],
  candidates: readonly number[][],
  others: readonly string[],
): number[] | null {
  const { text } = context.doc.article;
  const right = candidates.flatMap((ids, index) => {
    const found = ids.map((id) => speakerOf(context, context.entities[id]!));
    return sameSet(meant, found, others, text) ? [index] : [];
  });
  if (right.length > 0) return right;
  // a named holder whom no candidate is can't be learnt from
  return meant.every((name) => !isName(name, text)) ? [candidates.length] : null;
}

/** Descriptions that an event's gold lists as what one holder, and only one, is called. */
function ofEvents(): void {
  const folder = join(root, "fixtures/events");
  const split = JSON.parse(readFileSync(join(folder, "split.json"), "utf8")) as Record<string, string[]>;
  for (const event of split.train!) {
    const gold = JSON.parse(readFileSync(join(folder, event, "gold.json"), "utf8")) as {
      speakers: { name: string; mentions: string[] }[];
    };
    const key = (words: string) => foldedWords(words).join(" ");
    const byWords = new Map<string, Set<string>>();
    for (const { name, mentions } of gold.speakers)
      for (const words of mentions) byWords.set(key(words), (byWords.get(key(words)) ?? new Set()).add(name));
    const others = gold.speakers.map(({ name }) => name);
    for (let k = 1; k < 9; k++) {
      const path = join(folder, event, `doc${k}.txt`);
      let article: ArticleSource;
      try {
        article = fromText(readFileSync(path, "utf8"), { input: path, path }).article;
      } catch {
        break;
      }
      corefer(
        withTurns(withoutStatements(article)),
        [],
        watch("events", (context, mention, candidates) => {
          if (mention.form !== "description") return null;
          const { end } = context.mentions.tokens[phraseEnd(mention, context.mentions)]!;
          const named =
            byWords.get(key(article.text.slice(mention.start, end))) ??
            byWords.get(key(article.text.slice(mention.start, mention.end)));
          if (named?.size !== 1) return null;
          return judged(context, [...named], candidates, others);
        }),
      );
    }
  }
}

const parts = gumParts(corpora);
const texts = gum(corpora);
ofCorpus("gum", texts.filter(({ name }) => !parts.dev.has(name) && !parts.test.has(name)));
ofCorpus("gum-dev", texts.filter(({ name }) => parts.dev.has(name)));
ofCorpus("litbank", litbank(corpora));
ofGap();
ofEvents();
ofOwn("own", ownSet(["amber", "birch"]), false);
ofOwn("own", ownSet(["elm", "fir", "gale", "hawk", "isle", "jade", "kite", "lark", "moss", "nest", "oaks", "pike", "quail"], "first"), false);
ofOwn("own-dev", ownSet(["dune"]), false);
for (const part of ["open", "late", "talk", "next", "more", "wide-a", "wide-b", "calm", "ebb", "fjord"]) ofOwn(part, freshSet(part), true);
ofOwn("new1", freshSet("new1").filter(({ name }) => !isScoredOnly(name)), true);
file.end();
words?.end();
for (const [key, count] of [...counts].sort()) console.log(key.padEnd(28), count);
