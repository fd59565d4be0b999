/**
 * One process at a time on a data folder. PGlite has no lock of its own: two processes open the same folder without
 * an error and lose each other's rows. The lock is a file that names its holder; one left by a dead process is taken
 * over, a process number used again by another program included (Linux tells when a process began).
 */
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ReadoutError } from "../errors.ts";

interface Holder {
  /** The process that has the database open. */
  pid: number;
  began: string | null;
  /** The process that a person started: it goes on where the other was lost. */
  owner: number;
  ownerBegan: string | null;
  host: string;
}

export interface Lock {
  release(): void;
}

/** How long a database process whose owner is gone may take to end. */
const ORPHAN_MS = 20_000;
/** A take-over lasts milliseconds; one this old was left by a dead process. */
const GUARD_MS = 10_000;

/**
 * @param owner the process that a person started, named where another one wants the folder
 * @throws ReadoutError DATA_IN_USE, DATA_UNWRITABLE
 */
export async function lockFolder(folder: string, owner: number): Promise<Lock> {
  const file = join(folder, "lock");
  const mine: Holder = {
    pid: process.pid,
    began: beginning(process.pid),
    owner,
    ownerBegan: beginning(owner),
    host: hostname(),
  };
  const until = Date.now() + ORPHAN_MS;
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
      return { release: () => release(file, mine) };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "";
      if (code !== "EEXIST") throw new ReadoutError("DATA_UNWRITABLE", { folder, detail: code }, error);
    }
    const holder = holderOf(file);
    if (holder === null) {
      if (Date.now() > until)
        throw new ReadoutError("DATA_UNWRITABLE", { folder, detail: "its lock can't be read" });
    } else if (holder.host === mine.host && !lives(holder.pid, holder.began)) {
      // Its owner may live: a database process that was killed is replaced by the next of the same owner.
      if (holder.owner === owner || !lives(holder.owner, holder.ownerBegan)) {
        takeOver(file, holder);
        continue;
      }
      if (Date.now() > until) throw new ReadoutError("DATA_IN_USE", { folder, pid: holder.owner });
    } else if (holder.host !== mine.host || lives(holder.owner, holder.ownerBegan)) {
      throw new ReadoutError("DATA_IN_USE", { folder, pid: holder.owner });
    } else if (Date.now() > until) {
      throw new ReadoutError("DATA_IN_USE", { folder, pid: holder.pid });
    }
    await wait(50);
  }
}

/** Null where the file is gone or being written. */
function holderOf(file: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder>;
    return typeof holder.pid === "number" && typeof holder.owner === "number" ? (holder as Holder) : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    return age(file) > GUARD_MS
      ? { pid: 0, began: null, owner: 0, ownerBegan: null, host: hostname() }
      : null;
  }
}

/** Removes a dead process's lock, one process at a time, so that nobody removes the lock of who came first. */
function takeOver(file: string, dead: Holder): void {
  const guard = `${file}.takeover`;
  try {
    mkdirSync(guard);
  } catch {
    if (age(guard) > GUARD_MS) rmSync(guard, { recursive: true, force: true });
    return;
  }
  try {
    const now = holderOf(file);
    if (now && now.pid === dead.pid && now.began === dead.began) rmSync(file, { force: true });
  } finally {
    rmdirSync(guard);
  }
}

function release(file: string, mine: Holder): void {
  if (holderOf(file)?.pid === mine.pid) rmSync(file, { force: true });
}

function age(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}

function lives(pid: number, began: string | null): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const now = beginning(pid);
  if (now === "gone") return false;
  return began === null || now === null || began === now;
}

/** When a process began, in ticks since the start of this machine; null where the system doesn't tell. */
function beginning(pid: number): string | null {
  if (process.platform !== "linux") return null;
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces and parentheses itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A zombie has ended; only its parent hasn't heard yet.
    return fields[0] === "Z" ? "gone" : `${boot} ${fields[19]}`;
  } catch {
    return null;
  }
}
