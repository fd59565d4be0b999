/** A copy of plain data that shares nothing with it: what is kept must not change with what was given out. */
export function copied<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copied) as T;
  if (value === null || typeof value !== "object") return value;
  const made: Record<string, unknown> = {};
  for (const key of Object.keys(value)) made[key] = copied((value as Record<string, unknown>)[key]);
  return made as T;
}
