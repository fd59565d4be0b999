import type { Shift } from "../model.ts";
import type { Context } from "./context.ts";
import type { ShiftView } from "./contract.ts";
import { rowsById, shownById } from "./statement-rows.ts";
import type { Views } from "./views.ts";

/** Shifts with both their statements; one whose statement is gone is left out. */
export async function shiftViews(
  context: Context,
  views: Views,
  shifts: readonly Shift[],
): Promise<ShiftView[]> {
  const rows = await rowsById(
    context,
    views,
    shifts.flatMap((s) => [s.from, s.to]),
  );
  const shown = await shownById(views, rows);
  return shifts.flatMap((shift) => {
    const earlier = shown.get(shift.from);
    const later = shown.get(shift.to);
    return earlier && later ? { ...shift, holder: views.speaker(shift.speaker), earlier, later } : [];
  });
}
