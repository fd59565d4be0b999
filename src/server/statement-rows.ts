import type { StatementRow } from "../store/store.ts";
import type { Context } from "./context.ts";
import type { StatementView } from "./contract.ts";
import type { Views } from "./views.ts";

/** Rows of the statements named, by id; their articles get loaded. */
export async function rowsById(
  context: Context,
  views: Views,
  ids: readonly string[],
): Promise<Map<string, StatementRow>> {
  const rows =
    ids.length === 0 ? [] : await context.deps.store.statementsById(views.digest.id, [...new Set(ids)]);
  await views.load(rows.map((r) => r.article));
  return new Map(rows.map((r) => [r.id, r]));
}

/** Rows as shown, by the statements' ids. */
export async function shownById(
  views: Views,
  rows: ReadonlyMap<string, StatementRow>,
): Promise<Map<string, StatementView>> {
  return new Map((await views.statements([...rows.values()])).map((s) => [s.statement.id, s]));
}
