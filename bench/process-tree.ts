/** The memory and processor time of a process and all below it, as Linux tells them (proc(5)). */
import { readFileSync } from "node:fs";

const PAGE = 4096;

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // it has ended meanwhile
  }
}

/** Resident bytes of a process and its descendants, shared pages counted for each. */
export function treeMemory(pid: number): number {
  const own = Number(read(`/proc/${pid}/statm`).split(" ")[1] ?? 0) * PAGE;
  return childrenOf(pid).reduce((sum, id) => sum + treeMemory(id), own);
}

/** Milliseconds of processor time of a process and its descendants, those that have ended included. */
export function treeTime(pid: number): number {
  const line = read(`/proc/${pid}/stat`);
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const own = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i] ?? 0), 0) * 10;
  return childrenOf(pid).reduce((sum, id) => sum + treeTime(id), own);
}

function childrenOf(pid: number): number[] {
  const ids = read(`/proc/${pid}/task/${pid}/children`).trim();
  return ids === "" ? [] : ids.split(" ").map(Number);
}
