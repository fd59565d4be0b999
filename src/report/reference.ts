/** A quotation with its reference as text: plain for a story or a footnote, Markdown, or JSON of it. */
import { oneLine } from "./lines.ts";
import { markdownLink, markdownText } from "./markdown/escape.ts";
import type { Quotation, QuotedHolder } from "./quotation.ts";
import { dayOf } from "./view.ts";

/** "Ann Lee, the mayor (Northfield)"; "probably" where it is a guess. */
function holderWords(h: QuotedHolder): string {
  const side = h.side !== null && h.side !== h.name ? ` (${h.side})` : "";
  return `${h.name}${h.sure ? "" : " (probably)"}${h.role === null ? "" : `, ${h.role}`}${side}`;
}

function together(names: string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join("; ")} and ${names.at(-1)}`;
}

/** Who says it and whose words these are: "Henrik Dahlmo, minister, quoted by Northline". */
export function attributionOf(q: Quotation): string {
  const named = q.speakers.length > 0;
  const who = named ? together(q.speakers.map(holderWords)) : "speaker not named";
  const via = q.reportedBy.map((hs) => `, as told by ${together(hs.map((h) => h.name))}`).join("");
  const said = q.saidAt === null || q.saidAt === q.publishedAt?.slice(0, 10) ? "" : ` on ${dayOf(q.saidAt)}`;
  if (q.direct) {
    const how = q.kind === "transcript" ? "" : `, ${q.wording}`;
    return `${who}${via}${said}${how}`;
  }
  const own = q.speakers.length === 1 && q.speakers[0]!.name === q.outlet && q.reportedBy.length === 0;
  if (!named && q.reportedBy.length === 0) return `${q.outlet}${said}`;
  return own ? holderWords(q.speakers[0]!) : `${q.outlet}, on ${who}${via}${said}`;
}

/** A time of day in a recording: 1:02:03, 02:14. */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  return `${hours > 0 ? `${hours}:` : ""}${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

function locator(q: Quotation): string | null {
  if (q.page !== null) return `p. ${q.page}`;
  if (q.time !== null) return `at ${clockOf(q.time)}`;
  return null;
}

function titleMarks(title: string): string {
  return `“${title
    .replace(/“/gu, "‘")
    .replace(/”/gu, "’")
    .replace(/"([^"]*)"/gu, "‘$1’")}”`;
}

/** Byline, title, outlet, date, page or time; the file's place where there is no address. */
function sourceParts(q: Quotation): { before: string[]; title: string | null; after: string[] } {
  const date = q.publishedAt === null ? [] : [dayOf(q.publishedAt)];
  // Without an address the file is the place; it names page or time itself, and the file where nobody else is named.
  const where = q.address === null ? q.place : locator(q);
  const outlet = where?.startsWith(q.outlet) && q.address === null ? [] : [q.outlet];
  const after = [...outlet, ...date, ...(where === null ? [] : [where])];
  const byline = q.byline === null || q.byline === q.outlet ? [] : [q.byline];
  return { before: byline, title: q.title === null ? null : titleMarks(q.title), after };
}

function meant(q: Quotation): string {
  return q.refersTo.length === 0 ? "" : ` [${q.refersTo.map((p) => p.text).join(" … ")}]`;
}

/**
 * Plain text in two or three lines: the words and who says them; the source; its address.
 * No line feed at the end.
 */
export function plainQuotation(q: Quotation): string {
  const { before, title, after } = sourceParts(q);
  const source = [...before, ...(title === null ? [] : [title]), ...after].join(", ");
  const lines = [
    `${q.words}${meant(q)} — ${attributionOf(q)}`,
    source,
    ...(q.address === null ? [] : [q.address]),
  ];
  return lines.map((line) => oneLine(line)).join("\n");
}

/** A block quotation with its source under it; words and names come out as typed. No line feed at the end. */
export function markdownQuotation(q: Quotation): string {
  const { before, title, after } = sourceParts(q);
  const [first, ...rest] = [...(title === null ? [] : [title]), ...after];
  const linked = first === undefined ? [] : [markdownLink(first, q.address)];
  const source = [...before.map(markdownText), ...linked, ...rest.map(markdownText)].join(", ");
  return `> ${markdownText(`${q.words}${meant(q)}`)}\n>\n> — ${markdownText(attributionOf(q))}. ${source}`;
}
