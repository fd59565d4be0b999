/** Shows a correction at once, before the server has kept it: where the statement stands, in every answer that holds it. */
import type { Checking, RulingDraft } from "../../src/server/contract.ts";

/** What a correction makes of a statement's status; null where that is the server's to say. */
function statusAfter(draft: RulingDraft): Checking["status"] | null {
  switch (draft.action) {
    case "accept":
    case "check":
      return "checked";
    case "reject":
      return "rejected";
    case "set-act":
    case "set-form":
    case "set-kind":
    case "set-speaker":
    case "set-spans":
      return "corrected";
    default:
      return null;
  }
}

/** Status by statement, as the drafts will have it. */
export function statusesAfter(drafts: readonly RulingDraft[]): Map<string, Checking["status"]> {
  const out = new Map<string, Checking["status"]>();
  for (const draft of drafts) {
    const status = statusAfter(draft);
    if (status !== null && "on" in draft && "statement" in draft.on) out.set(draft.on.statement, status);
  }
  return out;
}

interface HasChecking {
  statement: { id: string };
  checking: Checking;
}

function isView(value: object): value is HasChecking {
  const { statement, checking } = value as { statement?: unknown; checking?: unknown };
  return (
    typeof statement === "object" && statement !== null && "id" in statement && typeof checking === "object"
  );
}

/** The same answer with the statuses put in; whatever holds none of these statements is the very same object. */
export function withStatuses(
  data: unknown,
  statuses: ReadonlyMap<string, Checking["status"]>,
  by: string | null,
): unknown {
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) {
    const next = data.map((one) => withStatuses(one, statuses, by));
    return next.some((one, i) => one !== data[i]) ? next : data;
  }
  if (isView(data)) {
    const status = statuses.get(data.statement.id);
    return status === undefined ? data : { ...data, checking: { ...data.checking, status, by, at: null } };
  }
  let changed = false;
  const next: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(data)) {
    next[name] = withStatuses(value, statuses, by);
    if (next[name] !== value) changed = true;
  }
  return changed ? next : data;
}
