import type { z } from "zod";
import type { StatementFilter } from "../store/store.ts";
import type { filterQuery } from "./contract.ts";

type Shared = Required<Pick<StatementFilter, "q" | "speaker" | "side" | "outlet" | "act" | "checked">>;

/** The filters that board and lists share, as the store reads them. */
export function statementFilterOf(query: z.output<typeof filterQuery>): Shared {
  const { q, speaker, side, outlet, act, checked } = query;
  return {
    q: q?.trim() || null,
    speaker: speaker ?? null,
    side: side ?? null,
    outlet: outlet ?? null,
    act: act ?? null,
    checked: checked === "yes" ? true : checked === "no" ? false : null,
  };
}
