/**
 * Makes or renews a fixture of ingest: reads fixtures/ingest/NAME/input.* and writes what comes out to expected.json, a
 * list where the file holds several documents (a feed, an e-mail with attachments). Any format that `readout read`
 * takes will do: the file's extension stays, since it says how the file is read. Nothing is fetched.
 *   npx tsx bench/ingest-fixture.ts NAME [FILE]   with FILE, a new fixture is made from it
 *   npx tsx bench/ingest-fixture.ts --all
 * What comes out is what ingest does now, not what is right: read expected.json against the file, or look at the
 * difference, before it is committed. Texts are invented; nothing that others wrote belongs here.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fixtureFolders, fixtureRoot, readFixture } from "../src/ingest/fixtures/fixture.ts";

async function main([name, file]: string[]): Promise<void> {
  if (name === undefined) {
    console.error("Give a name: npx tsx bench/ingest-fixture.ts NAME [FILE]");
    process.exitCode = 2;
    return;
  }
  if (file !== undefined) {
    const folder = join(fixtureRoot, name);
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder)) if (old.startsWith("input.")) rmSync(join(folder, old));
    copyFileSync(file, join(folder, `input${extname(file)}`));
  }
  for (const folder of name === "--all" ? fixtureFolders() : [join(fixtureRoot, name)]) {
    const result = await readFixture(folder);
    writeFileSync(join(folder, "expected.json"), `${JSON.stringify(result, null, 2)}\n`);
    const told = [result].flat().map((one) => one.failure?.code ?? `${one.article?.text.length} characters`);
    console.log(`${folder}: ${told.join(", ")}`);
  }
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
