/**
 * When something was said, where the text around the cue gives it, resolved against the article's date. Own rules
 * and not a general date parser: in news a bare weekday lies in the past, and no time zone of the machine may matter.
 */
import type { Statement } from "../model.ts";
import type { Page } from "./page.ts";
import type { Zone } from "./zones.ts";

/** A calendar day, no time and no zone. */
interface Day {
  year: number;
  month: number;
  day: number;
}

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const MONTH =
  "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|Mar\\.|April|Apr\\.|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
const COUNT = "(a|an|one|two|three|four|five|six|seven|ten|\\d{1,2})";
const COUNTS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** "2017-07-07T19:00:00+02:00" → its calendar day as written, with the precision known. */
function dayOf(date: string | null): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? "");
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

const stamp = (d: Day) => Date.UTC(d.year, d.month - 1, d.day);
const pad = (n: number) => String(n).padStart(2, "0");
const write = (d: Day) => `${d.year}-${pad(d.month)}-${pad(d.day)}`;

function shift(d: Day, days: number): Day {
  const moved = new Date(stamp(d) + days * 86_400_000);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

function monthNumber(word: string): number {
  const short = word.toLowerCase().slice(0, 3);
  return MONTHS.findIndex((m) => m.startsWith(short)) + 1;
}

function count(word: string): number {
  const lower = word.toLowerCase();
  if (lower === "a" || lower === "an") return 1;
  const named = COUNTS.indexOf(lower);
  return named >= 0 ? named : Number(lower);
}

/** Days ahead, in milliseconds, that are read as the future. */
const SOON = 120 * 86_400_000;

/** The latest date with this month and day that is not after the reference. */
function past(month: number, day: number, reference: Day): string | null {
  if (month < 1 || day < 1 || day > 31) return null;
  const here = { year: reference.year, month, day };
  if (stamp(here) <= stamp(reference)) return write(here);
  // A date a few weeks ahead is the event's, not when somebody spoke.
  return stamp(here) - stamp(reference) > SOON ? write({ ...here, year: reference.year - 1 }) : null;
}

type Resolver = (match: RegExpExecArray, reference: Day, story: Day) => string | null;

const rules: [RegExp, Resolver][] = [
  [
    new RegExp(
      `\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?\\b(?!\\s*(?:percent|per cent|,\\d|%))`,
      "g",
    ),
    (m, ref) => monthDay(m[1], m[2], m[3], ref),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+(\\d{4}))?\\b`, "g"),
    (m, ref) => monthDay(m[2], m[1], m[3], ref),
  ],
  [/\b(\d{4})-(\d{2})-(\d{2})\b/g, (m) => m[0]],
  [
    new RegExp(
      `\\b(?:(last|this|next|the following|the previous)\\s+)?(${DAYS.join("|")})s?\\b(?!\\s+(?:Times|Post|Night|Mirror|Telegraph|Express))`,
      "gi",
    ),
    (m, ref) => {
      // "Mondays" is a habit; "next Monday" has not come.
      if (/^(?:next|the)/i.test(m[1] ?? "") || /s$/i.test(m[0])) return null;
      const back = (new Date(stamp(ref)).getUTCDay() - DAYS.indexOf((m[2] ?? "").toLowerCase()) + 7) % 7;
      return write(shift(ref, -(back === 0 && /^last$/i.test(m[1] ?? "") ? 7 : back)));
    },
  ],
  [/\b(?:earlier )?(?:today|tonight|this (?:morning|afternoon|evening))\b/gi, (_m, ref) => write(ref)],
  [/\b(?:yesterday|last night)\b/gi, (_m, ref) => write(shift(ref, -1))],
  [
    /\b(?:the|a|one) day (?:before|earlier)\b(?!\s+(?:the|his|her|their|its|he|she|they|it)\b)|\bthe previous day\b/gi,
    (_m, _ref, story) => write(shift(story, -1)),
  ],
  [
    new RegExp(`\\b${COUNT} days? (ago|earlier|before)\\b(?!\\s+(?:the|his|her|their|its)\\b)`, "gi"),
    (m, ref, story) => write(shift(/ago/i.test(m[2] ?? "") ? ref : story, -count(m[1] ?? ""))),
  ],
  [/\b(?:earlier this|this) month\b/gi, (_m, ref) => `${ref.year}-${pad(ref.month)}`],
  [/\blast month\b/gi, (_m, ref) => monthsBack(ref, 1)],
  [new RegExp(`\\b${COUNT} months? ago\\b`, "gi"), (m, ref) => monthsBack(ref, count(m[1] ?? ""))],
  [/\b(?:earlier )?this year\b/gi, (_m, ref) => String(ref.year)],
  [/\blast year\b/gi, (_m, ref) => String(ref.year - 1)],
  [
    new RegExp(`\\b[Ii]n (?:early |late |mid-)?${MONTH}(?:,?\\s+(\\d{4}))?(?!\\s*\\d)`, "g"),
    (m, ref) => {
      const month = monthNumber(m[1] ?? "");
      if (m[2]) return `${m[2]}-${pad(month)}`;
      return `${month <= ref.month ? ref.year : ref.year - 1}-${pad(month)}`;
    },
  ],
  [
    /\b[Ll]ast (January|February|March|April|May|June|July|August|September|October|November|December)\b/g,
    (m, ref) => {
      const month = monthNumber(m[1] ?? "");
      return `${month < ref.month ? ref.year : ref.year - 1}-${pad(month)}`;
    },
  ],
  [/\b[Ii]n ((?:19|20)\d{2})\b/g, (m, ref) => (Number(m[1]) <= ref.year ? (m[1] ?? null) : null)],
];

function monthDay(
  month: string | undefined,
  day: string | undefined,
  year: string | undefined,
  ref: Day,
): string | null {
  const number = monthNumber(month ?? "");
  if (!year) return past(number, Number(day), ref);
  return Number(day) >= 1 && Number(day) <= 31 ? `${year}-${pad(number)}-${pad(Number(day))}` : null;
}

function monthsBack(ref: Day, months: number): string {
  const index = ref.year * 12 + (ref.month - 1) - months;
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`;
}

/** Words before a date that say it is not when somebody spoke. */
const NOT_SAYING =
  /\b(?:since|until|till|by|before|after|from|between|for|of|whose|scheduled|due|next|following|ahead of|prior to|in time for|’s|'s)\s*$/i;

interface Found {
  at: number;
  value: string;
}

/** The first date in a stretch of text that can be a time of saying. */
function firstDate(stretch: string, reference: Day, story: Day): Found | null {
  let best: Found | null = null;
  for (const [pattern, resolve] of rules) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(stretch); match; match = pattern.exec(stretch)) {
      if (NOT_SAYING.test(stretch.slice(0, match.index))) continue;
      // "told USA Today"
      if (match[0] === "Today" && /\p{L} $/u.test(stretch.slice(0, match.index))) continue;
      // "Friday’s meeting", "the June 4 order"
      if (/^(?:['’]s|-)/.test(stretch.slice(match.index + match[0].length))) continue;
      if (
        /\b(?:the|a|an|his|her|their|its)\s+$/i.test(stretch.slice(0, match.index)) &&
        !/^the\b|^an?\b/i.test(match[0])
      )
        continue;
      const value = resolve(match, reference, story);
      if (value && (best === null || match.index < best.at)) best = { at: match.index, value };
    }
  }
  return best;
}

/**
 * When the statement was made: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; null where the text around the cue does not say.
 * Looks in the cue, right behind it, then in what leads in; never in a content.
 */
export function saidAtOf(page: Page, statement: Statement, zones: Zone[]): string | null {
  const reference = dayOf(page.doc.article.publishedAt);
  if (!reference) return null;
  // What somebody will say has not been said.
  if (
    statement.cue.some((c) =>
      /^(?:will|shall|is (?:going|expected|due|set|scheduled) to|plans? to|is to)\b/i.test(c.text),
    )
  )
    return null;
  const anchor = statement.cue[0]?.start ?? statement.source[0]?.start ?? 0;
  const story = () => storyDay(page, anchor, reference);
  const order = [
    ...zones.filter((z) => z.place === "cue"),
    ...zones.filter((z) => z.place === "behind"),
    ...zones.filter((z) => z.place === "around"),
  ];
  for (const zone of order) {
    const stretch = page.text.slice(zone.start, zone.end);
    if (
      !/\d|day|night|morning|afternoon|evening|month|year|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(
        stretch,
      )
    )
      continue;
    const found = firstDate(stretch, reference, story());
    if (found && (zone.place !== "around" || adverbial(stretch, found.at))) return found.value;
  }
  return null;
}

const LEADING = /^\s*(?:In|At|During|Through|By|Via|From)\s[^.;:—]*\s(?:on\s+)?$/;
const CLAUSE = /\b(?:is|was|were|are|had|has|have|would|will|who|which|that|when|where|after|before)\b/;

/** Away from the cue a date counts only where it stands as an adverbial of the clause: "On Thursday, …". */
function adverbial(stretch: string, at: number): boolean {
  const before = stretch.slice(0, at);
  // "In a letter to the Commission on June 9, …"
  if (LEADING.test(before) && !CLAUSE.test(before)) return true;
  return /(?:^\s*|[,;—–(]\s*)(?:and\s+|but\s+|then\s+)?(?:[Oo]n(?: the (?:morning|evening|eve) of)?\s+|[Ll]ate\s+(?:on\s+)?|[Ee]arly\s+(?:on\s+)?|[Ee]arlier\s+(?:on\s+)?|[Aa]s recently as\s+|[Bb]ack\s+)?$/.test(
    before,
  );
}

/** The day that the story is about: the last day named before the place in the same document, else the article's. */
function storyDay(page: Page, position: number, reference: Day): Day {
  const paragraph = page.doc.paragraphs[page.paragraphAt(position)];
  const from = Math.max(0, (paragraph?.start ?? position) - 1500);
  const stretch = page.text.slice(from, position);
  const pattern = new RegExp(`\\bon (${DAYS.join("|")})\\b`, "gi");
  let last: Day | null = null;
  for (let match = pattern.exec(stretch); match; match = pattern.exec(stretch)) {
    const back =
      (new Date(stamp(reference)).getUTCDay() - DAYS.indexOf((match[1] ?? "").toLowerCase()) + 7) % 7;
    last = shift(reference, -back);
  }
  return last ?? reference;
}
