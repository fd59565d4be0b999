/**
 * Reads every article text below a folder through ingest and segment and checks each span against the text:
 *   npx tsx bench/corpora-read.ts FOLDER…
 * Ends with status 1 where a document fails for another reason than being no document, or a span does not hold.
 */
import { ingest } from "../src/ingest/ingest.ts";
import type { ArticleSource, Span } from "../src/model.ts";
import { segment } from "../src/segment/segment.ts";
import { checkPassage, contains, passage } from "../src/span.ts";

interface Tally {
  documents: number;
  words: number;
  spans: number;
  turns: number;
  failures: Map<string, number>;
  warnings: Map<string, number>;
  kinds: Map<string, number>;
  languages: Map<string, number>;
  wrong: string[];
}

const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

function check(article: ArticleSource, where: string, tally: Tally): void {
  for (const kind of ["report", "transcript"] as const) {
    const { paragraphs, sentences, quotations, turns } = segment({ ...article, kind });
    const spans: Span[] = [
      ...paragraphs,
      ...sentences,
      ...quotations,
      ...turns.flatMap(({ label, body }) => [label, body]),
    ];
    try {
      for (const { start, end } of spans)
        checkPassage(article.text, passage(article.text, start, end), where);
      let at = 0;
      for (const sentence of sentences) {
        while (paragraphs[at] && paragraphs[at]!.end < sentence.end) at++;
        if (!paragraphs[at] || !contains(paragraphs[at]!, sentence))
          throw new Error(`${where}: a sentence outside its paragraph`);
      }
    } catch (error) {
      tally.wrong.push(String(error));
    }
    tally.spans += spans.length;
    if (kind === article.kind) tally.turns += turns.length;
  }
}

async function main(folders: string[]): Promise<void> {
  const tally: Tally = {
    documents: 0,
    words: 0,
    spans: 0,
    turns: 0,
    failures: new Map(),
    warnings: new Map(),
    kinds: new Map(),
    languages: new Map(),
    wrong: [],
  };
  const began = performance.now();
  for await (const { input, article, failure, warnings } of ingest(folders)) {
    if (failure) {
      count(tally.failures, failure.code);
      console.log(`${failure.code} ${input}`);
    }
    for (const warning of warnings) {
      count(tally.warnings, warning.code);
      console.log(`${warning.code} ${input}: ${warning.message}`);
    }
    if (!article) continue;
    tally.documents++;
    tally.words += article.text.match(/\S+/g)?.length ?? 0;
    count(tally.kinds, article.kind);
    if (article.kind !== "report") console.log(`${article.kind} ${input}`);
    count(tally.languages, article.language ?? "unknown");
    if (article.language === null) console.log(`language unknown ${input}`);
    check(article, input, tally);
  }
  const seconds = (performance.now() - began) / 1000;
  const plain = Object.fromEntries(
    Object.entries(tally).map(([key, value]) => [
      key,
      value instanceof Map ? Object.fromEntries([...value].sort()) : value,
    ]),
  );
  console.log(JSON.stringify({ ...plain, seconds: Math.round(seconds * 10) / 10 }, null, 2));
  if (tally.wrong.length > 0) process.exitCode = 1;
}

if (process.argv.length < 3) {
  console.error("Give the folders to read: npx tsx bench/corpora-read.ts FOLDER…");
  process.exitCode = 2;
} else {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
