import type { Answer } from "./request.ts";

/**
 * How long a server asks to wait, in milliseconds: seconds, or a date (RFC 9110, section 10.2.3); null where it
 * does not say.
 */
export function retryAfter(headers: Answer["headers"], now: number): number | null {
  const value = headers["retry-after"]?.trim();
  if (!value) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** "40 seconds", "2 hours". */
export function inWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
