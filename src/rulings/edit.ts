import type { RoleAnchor, Ruling, StatementRole } from "../model.ts";
import type { Entry } from "./desk.ts";
import { findWords } from "./find-words.ts";
import type { Laid, Layer } from "./overlay.ts";
import type { Parts } from "./statement-target.ts";

type Edit = Extract<
  Ruling,
  {
    action:
      | "accept"
      | "reject"
      | "add-statement"
      | "set-spans"
      | "set-act"
      | "set-form"
      | "set-kind"
      | "set-speaker";
  }
>;

/** Does to a statement what a ruling says, and notes what it set. */
export function editStatement(layer: Layer, laid: Laid, ruling: Edit, entry: Entry): void {
  const { desk } = entry;
  const own = slotOf(entry);
  const set = (field: string, value: unknown) => layer.set(laid, `${own} ${field}`, value);
  switch (ruling.action) {
    case "accept":
    case "reject":
      entry.rejected = ruling.action === "reject";
      set("standing", entry.rejected);
      return;
    case "add-statement": {
      const { form, kind, act, negated, speakers } = ruling.value;
      // What the machine has at the place takes the spans that the person drew.
      const parts = partsOf(desk.article.text, ruling.target.passages);
      if (parts) desk.setSpans(entry, parts);
      entry.rejected = false;
      set("standing", false);
      entry.statement = {
        ...entry.statement,
        negated,
        form: form ?? entry.statement.form,
        kind: kind ?? entry.statement.kind,
        act: act ?? entry.statement.act,
      };
      if (speakers.length > 0) desk.setSpeakers(entry, speakers);
      else if (entry.statement.speakers.length === 0) desk.guessSpeakers(entry);
      return;
    }
    case "set-spans": {
      const parts = partsOf(desk.article.text, ruling.value.passages);
      if (!parts) {
        layer.orphaned(laid);
        return;
      }
      for (const role of ruling.value.empty) parts[role] = [];
      const nothing = (["source", "cue", "content"] as const).every(
        (role) => (parts[role] ?? entry.statement[role]).length === 0,
      );
      if (nothing) {
        layer.orphaned(laid);
        return;
      }
      desk.setSpans(entry, parts);
      for (const [role, spans] of Object.entries(parts)) set(role, spans);
      return;
    }
    case "set-act": {
      const { act, negated } = ruling.value;
      entry.statement = { ...entry.statement, act, negated: negated ?? entry.statement.negated };
      set("act", act);
      if (negated !== null) set("negated", negated);
      return;
    }
    case "set-form":
      entry.statement = { ...entry.statement, form: ruling.value.form };
      set("form", ruling.value.form);
      return;
    case "set-kind":
      entry.statement = { ...entry.statement, kind: ruling.value.kind };
      set("kind", ruling.value.kind);
      return;
    case "set-speaker":
      desk.setSpeakers(entry, ruling.value.speakers);
      set("speakers", [...entry.statement.speakers].sort());
      return;
  }
}

/** One name for a statement through all its ids: the first it had on this desk. */
function slotOf(entry: Entry): string {
  return [...entry.ids][0]!;
}

/** Spans of the roles that are named; null where some words are not in the text. */
function partsOf(text: string, anchors: readonly RoleAnchor[]): Partial<Parts> | null {
  const parts: Partial<Record<StatementRole, { start: number; end: number }[]>> = {};
  for (const anchor of anchors) {
    const span = findWords(text, anchor);
    if (!span) return null;
    parts[anchor.role] = [...(parts[anchor.role] ?? []), span].sort((a, b) => a.start - b.start);
  }
  return parts;
}
