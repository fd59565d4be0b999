/** The board's filters as they stand in the address: links to a filtered board show the same. */
import { POINT_VERDICTS, type PointVerdict } from "../../../src/model.ts";
import type { Query } from "../../api/resources.ts";

export const BY = [
  ["sides", "Sides"],
  ["speakers", "Speakers"],
  ["outlets", "Outlets"],
] as const;

export const ORDERS = [
  ["weight", "Weightiest first"],
  ["time", "Earliest first"],
  ["documents", "Most documents first"],
] as const;

export const CHECKED = [
  ["all", "all"],
  ["yes", "dealt with"],
  ["no", "not looked at yet"],
] as const;

/** Names that the filters have in the address. */
const PLAIN = ["by", "order", "q", "speaker", "side", "outlet", "act", "from", "to", "checked"] as const;
/** Those that stand behind "More filters". */
const FURTHER = ["speaker", "side", "outlet", "act", "from", "to", "checked"] as const;

/** The board's request for what the address asks. */
export function boardQuery(params: URLSearchParams): Query {
  const plain = Object.fromEntries(PLAIN.map((name) => [name, params.get(name)]));
  return { ...plain, verdict: verdictsOf(params), limit: 50 };
}

export function verdictsOf(params: URLSearchParams): PointVerdict[] {
  return POINT_VERDICTS.filter((v) => params.getAll("verdict").includes(v));
}

/** How many of the further filters are set. */
export function furtherCount(params: URLSearchParams): number {
  return FURTHER.filter((name) => isSet(params, name)).length;
}

/** True where any filter leaves points out. */
export function isFiltered(params: URLSearchParams): boolean {
  return furtherCount(params) > 0 || verdictsOf(params).length > 0 || (params.get("q") ?? "") !== "";
}

function isSet(params: URLSearchParams, name: string): boolean {
  const value = params.get(name) ?? "";
  return value !== "" && !(name === "checked" && value === "all");
}

/** What takes all filters away, columns and order kept. */
export const NO_FILTERS: Query = Object.fromEntries([...FURTHER, "q", "verdict"].map((name) => [name, null]));
