import { readFileSync } from "node:fs";

/** What a busy machine has let a process do so far. */
interface ProcessTime {
  /** Milliseconds of processor time used. */
  cpuMs: number;
  /** True where it waits for a processor, false where it waits for something else. */
  runnable: boolean;
}

/** The kernel's clock ticks a second, as /proc counts on every Linux. */
const TICKS = 100;

/**
 * From /proc/PID/stat (proc(5)): fields 3, 14 and 15, after a name that may hold anything but ends at the last bracket. Null
 * where the system has no such file.
 */
function processTime(pid: number): ProcessTime | null {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, "latin1");
  } catch {
    return null; // another system, or the process has ended: the caller falls back to the clock
  }
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isFinite(ticks)
    ? { cpuMs: (ticks * 1000) / TICKS, runnable: fields[0] === "R" || fields[0] === "D" }
    : null;
}

/**
 * Calls `late` when a process has had its time for one piece of work. The clock decides, but on a machine so busy that the
 * process hardly got a processor, honest documents are given what they are short of, up to ten times the clock.
 * @returns ends the watch
 */
export function watchTime(pid: number, limitMs: number, late: () => void): () => void {
  const start = processTime(pid)?.cpuMs ?? 0;
  let waited = 0;
  // Busy or not is told by several looks: one may fall into a short wait for a thread of its own.
  let idle = 0;
  let timer: NodeJS.Timeout;
  const look = (after: number) => {
    timer = setTimeout(() => {
      waited += after;
      const now = processTime(pid);
      const short = now ? limitMs - (now.cpuMs - start) : 0;
      if (now?.runnable) idle = 0;
      else idle++;
      if (now && idle < 8 && short > limitMs * 0.1 && waited < limitMs * 10)
        look(idle > 0 ? 50 : Math.max(200, short));
      else late();
    }, after);
  };
  look(limitMs);
  return () => clearTimeout(timer);
}
