import { createContext, useContext } from "react";
import type { Live } from "./live.ts";

export const LiveContext = createContext<Live | null>(null);

/** What the server's events tell: progress of documents, connection, changes. Inside the shell only. */
export function useLiveState(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error("useLiveState outside the shell");
  return live;
}
