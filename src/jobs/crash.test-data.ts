/** Kills a working readout again and again and then looks for everything that it had acknowledged. */
import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { databaseFolder } from "../store/embedded.ts";
import { openStore, type StoreLocation } from "../store/open.ts";
import { startJobs } from "./jobs.ts";

interface Acknowledged {
  collection: string | null;
  documents: Map<string, string>;
  rulings: Set<string>;
}

export interface CrashReport {
  kills: number;
  documents: number;
  rulings: number;
  /** What was acknowledged and is gone. */
  lost: string[];
  /** Documents that were not read in the end. */
  unread: number;
  /** After the database itself was deleted and made anew, embedded only: what is gone then. */
  lostAnew: string[] | null;
}

/** Runs the victim until it has said that it is at work, and a while longer; then it is killed. */
async function killOnce(
  location: StoreLocation,
  round: number,
  acknowledged: Acknowledged,
  wait: number,
): Promise<void> {
  const program = join(import.meta.dirname, "victim.test-data.ts");
  const child: ChildProcess = spawn(
    process.execPath,
    ["--import", "tsx", program, JSON.stringify(location), String(round)],
    { stdio: ["ignore", "pipe", "inherit"], detached: true },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let timer: NodeJS.Timeout | null = null;
  for await (const line of createInterface({ input: child.stdout! })) {
    const said = JSON.parse(line) as { ready?: string; document?: string; words?: string; ruling?: string };
    if (said.document !== undefined) acknowledged.documents.set(said.document, said.words ?? "");
    if (said.ruling !== undefined) acknowledged.rulings.add(said.ruling);
    if (said.ready !== undefined) {
      acknowledged.collection = said.ready;
      timer = setTimeout(() => {
        // By turns the whole group at once, and the server alone, whose children must then end by themselves.
        if (round % 2 === 0) process.kill(-child.pid!, "SIGKILL");
        else child.kill("SIGKILL");
      }, wait);
    }
  }
  if (timer === null) throw new Error("the victim never came to work");
  await ended;
}

async function lostIn(
  location: StoreLocation,
  acknowledged: Acknowledged,
  restore: boolean,
): Promise<string[]> {
  const store = await openStore(location, { restore });
  const collection = acknowledged.collection!;
  const lost: string[] = [];
  for (const [id, words] of acknowledged.documents) {
    if (!(await store.document(collection, id))) lost.push(`document ${id}`);
    else if (Buffer.from((await store.original(collection, id))?.bytes ?? []).toString() !== words)
      lost.push(`original of ${id}`);
  }
  const rulings = new Set((await store.allRulings(collection)).map((ruling) => ruling.id));
  for (const id of acknowledged.rulings) if (!rulings.has(id)) lost.push(`ruling ${id}`);
  await store.close();
  return lost;
}

/** @param milliseconds at work before each kill, at most; chosen evenly below, so that kills fall everywhere */
export async function crash(
  location: StoreLocation,
  kills: number,
  milliseconds: number,
  onKill: (kill: number) => void = () => {},
): Promise<CrashReport> {
  const acknowledged: Acknowledged = { collection: null, documents: new Map(), rulings: new Set() };
  for (let round = 0; round < kills; round++) {
    await killOnce(location, round, acknowledged, (milliseconds * (round + 1)) / kills);
    onKill(round + 1);
  }
  const lost = await lostIn(location, acknowledged, false);
  const store = await openStore(location);
  const jobs = startJobs(store, { jobs: 1 });
  await jobs.idle();
  const row = (await store.collection(acknowledged.collection!))!;
  await jobs.close();
  await store.close();
  let lostAnew: string[] | null = null;
  if ("data" in location) {
    await rm(databaseFolder(location.data), { recursive: true });
    lostAnew = await lostIn(location, acknowledged, true);
  }
  return {
    kills,
    documents: acknowledged.documents.size,
    rulings: acknowledged.rulings.size,
    lost,
    unread: row.documents - row.read,
    lostAnew,
  };
}
