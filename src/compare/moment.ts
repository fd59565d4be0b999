/** A calendar date or stretch of days, or a time of day, as a text names it. */
export interface MomentSpan {
  start: number;
  end: number;
  dimension: "date" | "time";
  /** date: days since 1970-01-01, first and last; time: minutes since midnight. */
  low: number;
  high: number;
  /** time: true where a.m. or p.m. is open ("4 o'clock"). date: true where the weekday alone is given. */
  open: boolean;
}

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const SHORT = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec";
const MONTH = `(?:${MONTHS.join("|")}|(?:${SHORT})\\.?)`;
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const DAY = 86_400_000;

const TIME = new RegExp(
  String.raw`\b(?<h>\d{1,2})(?:[:.](?<m>\d{2}))?(?:[:.]\d{2})?\s?(?:(?<half>[ap])\.?m\b\.?|(?<clock>o['’]clock))|` +
    String.raw`\b(?<h2>[01]?\d|2[0-3])[:.](?<m2>[0-5]\d)(?:[:.]\d{2})?\b(?!\s?(?:percent|per cent|%|million|billion|m\b|bn|crowns|dollars|euros|points|tons|tonnes|km|miles|metres|meters))|` +
    String.raw`\b(?<word>noon|midday|midnight)\b|` +
    String.raw`\b(?<hw>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:(?<halfw>[ap])\.?m\b\.?|o['’]clock)`,
  "giu",
);
const DATE = new RegExp(
  String.raw`\b(?<iso>\d{4}-\d{2}-\d{2})\b|` +
    String.raw`\b(?<d1>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<m1>${MONTH})(?:,? (?<y1>\d{4}))?\b|` +
    String.raw`\b(?<m2>${MONTH}) (?<d2>\d{1,2})(?:st|nd|rd|th)?\b(?:,? (?<y2>\d{4}))?|` +
    String.raw`\b(?<m3>${MONTH}),? (?<y3>\d{4})\b|` +
    String.raw`\b(?<m4>${MONTHS.filter((m) => m !== "may" && m !== "march").join("|")})\b|` +
    String.raw`\b(?:in|since|until|by|of|from|to|end of|last|next|early|late|mid-) ?(?<m5>May|March)\b|` +
    String.raw`\b(?<wd>${WEEKDAYS.join("|")})s?\b|` +
    String.raw`\b(?<y4>(?:19|20)\d{2})\b(?!\s?(?:people|workers|soldiers|men|women|dollars|euros|crowns|of the))`,
  "giu",
);

/** Days since 1970-01-01 of an ISO date ("2017-07", "2017-07-06T…"), or null. */
export function dayOf(iso: string | null): number | null {
  const match = iso === null ? null : /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso);
  if (!match) return null;
  return Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)) / DAY;
}

/**
 * Dates and times of day in a text.
 * @param now the document's date; fixes years and weekdays that the text leaves out. Null leaves years at 2000
 *   (so that two undated texts compare by month and day) and weekdays out.
 */
export function momentsIn(text: string, now: string | null): MomentSpan[] {
  const found: MomentSpan[] = [];
  for (const match of text.matchAll(TIME)) {
    const g = match.groups!;
    const start = match.index;
    const end = start + match[0].length;
    if (g.word) {
      const minute = g.word.toLowerCase() === "midnight" ? 0 : 720;
      found.push({ start, end, dimension: "time", low: minute, high: minute, open: false });
      continue;
    }
    const hour = g.hw ? HOURS.indexOf(g.hw.toLowerCase()) + 1 : Number(g.h ?? g.h2);
    const half = (g.half ?? g.halfw)?.toLowerCase();
    if (hour > 24 || (half && hour > 12)) continue;
    const base = half ? (hour % 12) + (half === "p" ? 12 : 0) : hour;
    const minutes = base * 60 + Number(g.m ?? g.m2 ?? 0);
    const open = !half && g.h2 === undefined && hour <= 12;
    // "6.22" alone may be a plain decimal: a time only where a day part or a preposition says so.
    if (g.h2 !== undefined && match[0].includes(".") && !/^0\d|^\d{2}\.\d{2}$/.test(match[0])) {
      if (!/\bat $/i.test(text.slice(Math.max(0, start - 3), start))) continue;
    }
    const twelve = g.h2 !== undefined && hour <= 12 && !match[0].startsWith("0");
    found.push({ start, end, dimension: "time", low: minutes, high: minutes, open: open || twelve });
  }
  const today = dayOf(now);
  const year = now === null ? 2000 : Number(now.slice(0, 4));
  for (const match of text.matchAll(DATE)) {
    const start = match.index;
    const end = start + match[0].length;
    if (found.some((other) => other.start < end && start < other.end)) continue;
    const range = rangeOf(match.groups!, year, today);
    if (range) found.push({ start, end, dimension: "date", ...range });
  }
  return found.sort((a, b) => a.start - b.start);
}

const HOURS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

function rangeOf(
  g: Record<string, string | undefined>,
  year: number,
  today: number | null,
): { low: number; high: number; open: boolean } | null {
  if (g.iso) {
    const day = dayOf(g.iso)!;
    return { low: day, high: day, open: false };
  }
  if (g.wd) {
    if (today === null) return null;
    const weekday = WEEKDAYS.indexOf(g.wd.toLowerCase());
    const back = (new Date(today * DAY).getUTCDay() - weekday + 7) % 7;
    return { low: today - back, high: today - back, open: true };
  }
  if (g.y4) return span(Date.UTC(Number(g.y4), 0, 1), Date.UTC(Number(g.y4) + 1, 0, 1));
  const month = monthOf((g.m1 ?? g.m2 ?? g.m3 ?? g.m4 ?? g.m5)!);
  const inYear = Number(g.y1 ?? g.y2 ?? g.y3 ?? year);
  const day = g.d1 ?? g.d2;
  if (day === undefined) return span(Date.UTC(inYear, month, 1), Date.UTC(inYear, month + 1, 1));
  if (Number(day) < 1 || Number(day) > 31) return null;
  return span(Date.UTC(inYear, month, Number(day)), Date.UTC(inYear, month, Number(day) + 1));
}

const span = (from: number, to: number) => ({ low: from / DAY, high: to / DAY - 1, open: false });

function monthOf(name: string): number {
  const key = name.toLowerCase().slice(0, 3);
  return MONTHS.findIndex((month) => month.startsWith(key));
}
