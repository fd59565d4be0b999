import type { Span } from "./model.ts";

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

/** The id of a statement: a hash of its article and all spans of the three roles. */
export function statementId(
  article: string,
  roles: { source: readonly Span[]; cue: readonly Span[]; content: readonly Span[] },
): string {
  const flat = (spans: readonly Span[]) => spans.map((s) => `${s.start}-${s.end}`).join(",");
  return hashId("s", article, flat(roles.source), flat(roles.cue), flat(roles.content));
}

/** Id of a document's own Speaker for its own voice: the body that a readout speaks for. */
export function ownVoiceId(articleId: string): string {
  return hashId("h", articleId, "own voice");
}
