import { isoDate, writtenDate } from "./dates.ts";

/** What the first lines of a plain text say about it; the text itself is left alone. */
export interface Header {
  title: string | null;
  byline: string | null;
  publishedAt: string | null;
}

const LINES = 12;
const BYLINE =
  /^(?:\*{1,2}|_)?By:?[ \t]+(\p{Lu}(?:[^.!?:;“”"]|(?<=(?:^|[\s.])\p{Lu}|Jr|Sr|Dr|Mc)\.){2,100}?)(?:\*{1,2}|_)?$/u;
/** Lines that head a release and name nothing. */
const BOILERPLATE =
  /^(?:\*{1,2}|_)?(?:for immediate release|press release|news release|media release|embargoed\b.*|immediate release|breaking(?: news)?|exclusive|opinion|analysis|update[d]?)(?:\*{1,2}|_)?:?$/i;
const STAMP =
  /^(?:\*{1,2}|_)?(?:Published|Posted|Released|Issued|Date|Dated|Filed|Last updated|For release)?[: ]*(?:on )?/i;
const WEEKDAY = /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]* /i;
/** "MADDOCK, Westmark, June 5, 2025 (Northline) — …" */
const DATELINE =
  /^\p{Lu}[\p{Lu}\p{M}.’' -]{2,40}(?:,[^—–:()]{1,80})?(?:\s*\([^()]{1,40}\))?\s*(?:—|–|--|-)\s+\S/u;
const LABEL =
  /^(?:Q|A|[\p{Lu}.’' -]{2,40}|\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3} ?(?:\([^()]*\))?):(?:\s|$)/u;

/**
 * Title, byline and date from the head of a plain text or Markdown document: a first short line without a full
 * stop, "By Ann Bo", a line that is a date, a dateline with a year. What is doubtful is left null.
 * @param text LF line ends, front matter cut off
 */
export function readHeader(text: string): Header {
  const lines = text
    .slice(0, 6000)
    .split("\n", 60)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, LINES);
  return { title: titleOf(text, lines), byline: bylineOf(lines), publishedAt: dateOf(lines) };
}

function titleOf(text: string, lines: string[]): string | null {
  const heading = lines.find((line) => /^#\s+\S/.test(line));
  if (heading) return heading.replace(/^#\s+|\s+#+$/g, "").trim() || null;
  const [first, second] = lines.filter((line) => !BOILERPLATE.test(line) && !isDateLine(line));
  if (first === undefined || second === undefined || text.trim().length < first.length * 1.5) return null;
  const line = first.replace(/^(\*\*|__)(.+)\1$/, "$2");
  const short = line.length >= 8 && line.length <= 160 && /\s/.test(line);
  if (!short || /[.,;:—–-]["'”’)]*$/.test(line) || /^(?:[“"„«>*-]|By\s|\(|\d+[.)]\s)/.test(line)) return null;
  if (!/\p{Lu}|^\d/u.test(line.charAt(0)) || DATELINE.test(line) || LABEL.test(line) || isDateLine(line))
    return null;
  return /[.?!]["”’]?\s+\p{Lu}/u.test(line) && !/\b(?:Mr|Mrs|Ms|Dr|St|No|\p{Lu})\.\s/u.test(line)
    ? null
    : line;
}

function bylineOf(lines: string[]): string | null {
  for (const line of lines.slice(0, 8)) {
    const found = BYLINE.exec(line);
    if (found && found[1]!.split(/\s+/).length <= 14) return found[1]!.trim();
  }
  return null;
}

function dateOf(lines: string[]): string | null {
  for (const line of lines) {
    if (isDateLine(line)) return isoDate(bare(line)) ?? writtenDate(line);
  }
  for (const line of lines) {
    const dateline = DATELINE.exec(line)?.[0];
    const date = dateline ? writtenDate(dateline) : null;
    if (date) return date;
  }
  return null;
}

function bare(line: string): string {
  return line
    .replace(STAMP, "")
    .replace(WEEKDAY, "")
    .replace(/[*_.]+$/, "")
    .trim();
}

/** True where a line holds a date and nothing else but a place, a time or the word "Published". */
function isDateLine(line: string): boolean {
  if (line.length > 80) return false;
  const words = bare(line);
  if (words.length >= 10 && isoDate(words) !== null) return true;
  if (writtenDate(words) === null || /[.?!]\s+\p{Lu}/u.test(words) || /^updated/i.test(line)) return false;
  const rest = words.replace(
    /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*|\d{1,2}:\d{2}(?::\d{2})?|\b\d{1,2}(?:st|nd|rd|th)?\b|\b\d{4}\b|\b[ap]\.?m\b\.?|\b[A-Z]{2,4}T\b|\b(?:at|of|GMT|UTC)\b|[,|·•–—-]/gi,
    "",
  );
  // A place may stand before the date: "Lissen, 11 June 2026".
  return (
    rest
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "" && !/^\p{Lu}/u.test(word)).length === 0 && rest.trim().length <= 30
  );
}
