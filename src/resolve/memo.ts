/**
 * Remembers what a pure function of a string gave, up to a number of strings: names recur, and folding them is what
 * takes most of the time of this stage.
 */
export function memo<T>(compute: (key: string) => T, limit = 20_000): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (known.has(key)) return known.get(key)!;
    const value = compute(key);
    if (known.size >= limit) known.clear();
    known.set(key, value);
    return value;
  };
}
