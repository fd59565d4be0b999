/** The memory of a process and all below it, as Linux tells it. */
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
  const children = read(`/proc/${pid}/task/${pid}/children`).trim();
  return (
    own +
    children
      .split(" ")
      .filter((id) => id !== "")
      .reduce((sum, id) => sum + treeMemory(Number(id)), 0)
  );
}
