/** A process to be killed: adds documents and rulings as fast as it can, and says what was acknowledged. */
import { hashId } from "../id.ts";
import type { Ruling } from "../model.ts";
import { openStore, type StoreLocation } from "../store/open.ts";
import { startJobs } from "./jobs.ts";

const [given, round = "0"] = process.argv.slice(2);
const location = JSON.parse(given ?? "{}") as StoreLocation;
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const store = await openStore(location);
startJobs(store, { jobs: 1 });
const { rows } = await store.collections();
const collection = (rows[0] ?? (await store.createCollection("Harbour"))).id;
say({ ready: collection });
for (let i = 0; ; i++) {
  const words = `The harbour master said the pier number ${round}-${i} was safe. "It will hold," Ana Ruiz said.`;
  const bytes = Buffer.from(words, "utf8");
  const { documents } = await store.addDocuments(collection, [
    { kind: "file", name: `pier-${round}-${i}.txt`, bytes, mediaType: "text/plain" },
  ]);
  say({ document: documents[0]!.id, words });
  const ruling = {
    id: hashId("r", round, i),
    action: "note",
    target: { type: "statement", id: `s_${i}`, article: "a_1", passages: [], reading: null },
    value: null,
    by: "Ines",
    at: new Date().toISOString(),
    note: `note ${i}`,
    status: null,
    found: [],
  } as Ruling;
  await store.addRulings(collection, [ruling]);
  say({ ruling: ruling.id });
  // A person is not faster; reading is to get its turn.
  await new Promise((resolve) => setTimeout(resolve, 150));
}
