import { hashId } from "../id.ts";
import type { Ruling, RulingAction, RulingContents, RulingWith } from "../model.ts";

/** What a person rules: all of a ruling but its id and what becomes of it. */
export type RulingParts<A extends RulingAction = RulingAction> = {
  [K in A]: RulingContents[K] & { action: K };
}[A] & {
  by: string | null;
  at: string | null;
  note: string | null;
};

/**
 * A ruling with its id, a hash of all that the person gave: the same ruling sent twice is one.
 * @param parts `at` comes from the caller: nothing here has a clock
 */
export function newRuling<A extends RulingAction>(parts: RulingParts<A>): { [K in A]: RulingWith<K> }[A] {
  const { action, target, value, by, at, note } = parts;
  const id = hashId("r", action, canonical(target), canonical(value), by, at, note);
  return { id, action, target, value, by, at, note, status: null, found: [] } as never;
}

/** JSON with sorted keys, so that the order in which fields were written changes nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join()}}`;
}

/** Takes an action back; undoing an undo is doing it again. */
export function undo(ruling: Pick<Ruling, "id">, by: string | null, at: string | null): RulingWith<"undo"> {
  return newRuling({
    action: "undo",
    target: { type: "ruling", id: ruling.id },
    value: null,
    by,
    at,
    note: null,
  });
}
