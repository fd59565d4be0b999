/** Which corrections were made in this browser: they outlive a reload, so that "u" does too. */
const KEY = "readout.own";
/** Moves remembered of a collection; of more than these nobody takes one back by one key. */
const KEPT = 200;

type Moves = Record<string, string[][]>;

function read(): Moves {
  try {
    return JSON.parse(window.localStorage.getItem(KEY) ?? "{}") as Moves;
  } catch {
    // Switched off, or written by something else: what was made before a reload goes by the name alone.
    return {};
  }
}

/** In memory too: storage may be switched off. */
let moves: Moves | null = null;

/** The rulings of each move made here, latest last. */
export function ownMoves(c: string): readonly (readonly string[])[] {
  moves ??= read();
  return moves[c] ?? [];
}

export function rememberMove(c: string, rulings: readonly string[]): void {
  // Another tab may have written meanwhile.
  const now = { ...(moves ?? {}), ...read() };
  moves = { ...now, [c]: [...(now[c] ?? []), [...rulings]].slice(-KEPT) };
  try {
    window.localStorage.setItem(KEY, JSON.stringify(moves));
  } catch {
    // Kept in memory.
  }
}
