/** What the parent and the database process say to each other. */
import type { ErrorCode } from "../errors.ts";

export type ChildRequest =
  | { kind: "start"; folder: string; database: string; socket: string; owner: number }
  | { kind: "close" };

export type ChildReply =
  | { kind: "ready" }
  | {
      kind: "failed";
      coded: { code: ErrorCode; details: Record<string, string | number> } | null;
      detail: string;
    };
