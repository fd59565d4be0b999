/**
 * Content hashes. The pure zones have no `node:crypto`, so ids come from a small 106-bit hash of our own
 * (two cyrb53 runs with different seeds): stable on every platform, not for security.
 */

/** cyrb53 by bryc (public domain): a 53-bit hash of the UTF-16 units of a string. */
function cyrb53(text: string, seed: number): number {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 2654435761);
    h2 = Math.imul(h2 ^ unit, 1597334677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909);
  return 4294967296 * (2097151 & h2) + (h1 >>> 0);
}

/**
 * A stable id of some values: a letter for the kind of thing and 20 base-36 digits.
 * @param prefix one or two letters ("a" article, "s" statement, "p" point, …)
 * @param parts hashed in order; null and "" differ
 */
export function hashId(prefix: string, ...parts: (string | number | null)[]): string {
  const key = JSON.stringify(parts);
  const digits = (seed: number) => cyrb53(key, seed).toString(36).padStart(11, "0").slice(-10);
  return `${prefix}_${digits(1)}${digits(7919)}`;
}
