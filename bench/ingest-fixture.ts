/**
 * Makes or renews a fixture of ingest: reads fixtures/ingest/NAME/input.* and writes what comes out to expected.json.
 * Look at the difference before it is committed.
 *   npx tsx bench/ingest-fixture.ts NAME [FILE]   with FILE, a new fixture is made from it
 *   npx tsx bench/ingest-fixture.ts --all
 */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fixtureFolders, fixtureRoot, readFixture } from "../src/ingest/fixtures/fixture.ts";

async function main([name, file]: string[]): Promise<void> {
  if (name === undefined) {
    console.error("Give a name: npx tsx bench/ingest-fixture.ts NAME [FILE]");
    process.exitCode = 2;
    return;
  }
  if (file !== undefined) {
    mkdirSync(join(fixtureRoot, name), { recursive: true });
    copyFileSync(file, join(fixtureRoot, name, `input${extname(file)}`));
  }
  for (const folder of name === "--all" ? fixtureFolders() : [join(fixtureRoot, name)]) {
    const result = await readFixture(folder);
    writeFileSync(join(folder, "expected.json"), `${JSON.stringify(result, null, 2)}\n`);
    console.log(`${folder}: ${result.failure?.code ?? `${result.article?.text.length} characters`}`);
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
