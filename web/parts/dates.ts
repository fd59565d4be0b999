/** Dates in words, as precise as they are known. */

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const MONTH = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
const MOMENT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** "2024-05-17T09:00:00+02:00" → "17 May 2024"; "2024-05" → "May 2024"; "2024" as it is; the words themselves where they are no date. */
export function day(iso: string): string {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/u.exec(iso);
  if (!found) return iso;
  const [, year, month, date] = found;
  if (month === undefined) return year!;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date ?? "1")));
  if (Number.isNaN(at.getTime())) return iso;
  return (date === undefined ? MONTH : DAY).format(at);
}

/** A moment in the reader's own time zone: "17 May, 09:30". */
export function dateTime(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : MOMENT.format(at);
}
