// Reads the files named on standard input, one a line, through the library's built door; says when each begins and ends.
// Plain JavaScript, so that no loader of ours adds to the memory that is measured.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { ingest } = await import(pathToFileURL(process.argv[2]).href);
const say = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

for await (const file of createInterface({ input: process.stdin })) {
  say({ begin: file });
  const from = performance.now();
  const codes = [];
  let documents = 0;
  for await (const { article, collection, failure } of ingest([file])) {
    if (failure) codes.push(failure.code);
    if (article && article.text.trim() === "") codes.push("EMPTY_ARTICLE");
    if (article || collection !== null) documents++;
  }
  say({ file, ms: Math.round(performance.now() - from), documents, codes });
}
