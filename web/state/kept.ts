/**
 * An answer fetched anew, with the very objects of the one before wherever these say the same: what did not change is not drawn again.
 * Parts of a list are found again by their ids, where they have any.
 */
export function kept<T>(before: unknown, after: T): T {
  if (before === after || !isObject(before) || !isObject(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  if (Array.isArray(before) && Array.isArray(after)) {
    const known = new Map(before.map((one) => [idOf(one), one]));
    const next = after.map((one: unknown, n) => {
      const id = idOf(one);
      return kept(id === null ? before[n] : known.get(id), one);
    });
    return (isSame(before, next) ? before : next) as T;
  }
  const old = before as Record<string, unknown>;
  const next = Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, kept(old[name], value)]),
  );
  return (isSame(old, next) ? old : next) as T;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function idOf(one: unknown): string | null {
  const id = isObject(one) && "id" in one ? one.id : null;
  return typeof id === "string" ? id : null;
}

/** The same parts under the same names. */
function isSame(a: object, b: object): boolean {
  const [x, y] = [Object.entries(a), Object.entries(b)];
  return (
    x.length === y.length &&
    x.every(([name, value]) => name in b && (b as Record<string, unknown>)[name] === value)
  );
}
