/** What a process that reads documents says to its parent (advanced serialization keeps bytes as they are). */
import type { ErrorCode } from "../errors.ts";

/** `memory`: bytes that documents have taken in it, as it counts them. */
export type ChildReply<Result> =
  | { kind: "ready" }
  | { kind: "done"; result: Result; memory: number }
  | { kind: "failed"; code: ErrorCode; details: Record<string, string | number>; memory: number };
