/**
 * The accounts side by side as Markdown, for an editor: points with their positions, the exact words of each holder
 * with a reference behind them, then shifts, what was not said, quotations that differ, copies and documents.
 */
import type { Collection, Passage, Point } from "../../model.ts";
import { checkedWords } from "../checked.ts";
import { counted } from "../counted.ts";
import { answerOf, groupsOf, type HolderGroup } from "../group.ts";
import { leftOut } from "../left-out.ts";
import { addressOf } from "../text-fragment.ts";
import {
  datesOf,
  dayOf,
  type Found,
  type Holder,
  type Holding,
  holderOf,
  holdingOf,
  noticeGroups,
  placeOf,
  type View,
  view,
} from "../view.ts";
import { whyOf } from "../why.ts";
import { leadOf, reasonWords, wordingOf, wordsOf } from "../words.ts";
import { markdownLink, markdownText } from "./escape.ts";

/** Longest stretch of one passage that is given whole; a longer one is cut to what decides, […] for the rest. */
const MAX_WORDS = 700;
/** The same where a point has one line. */
const MAX_LINE = 260;

function holderText(h: Holder, full: boolean): string {
  const side = h.side !== null && h.side.name !== h.name ? ` (${markdownText(h.side.name)})` : "";
  const role = full && h.role !== null ? `, ${markdownText(h.role)}` : "";
  return `**${markdownText(h.name)}**${h.sure || h.id === null ? "" : " (probably)"}${role}${side}`;
}

function holdingText(holding: Holding, full: boolean): string {
  const all = (hs: Holder[], f: boolean) => hs.map((h) => holderText(h, f)).join(", ");
  return `${all(holding.holders, full)}${holding.reportedBy.map((hs) => `, as told by ${all(hs, false)}`).join("")}`;
}

/** The exact words, with the cue before those that are not quoted. */
function wordsText(found: Found, evidence: Passage[] = [], max = MAX_WORDS): string {
  const lead = leadOf(found);
  const words = wordsOf(found, evidence, max)
    .map((w) => w.text)
    .join("");
  return markdownText(lead === null ? words : `${lead} ${words}`);
}

/** Whose words, when, and where: a link to the words on the page where it has an address. */
function referenceText(v: View, found: Found): string {
  const { article, statement } = found;
  const [first] = [...statement.content, ...statement.cue, ...statement.source];
  const place = placeOf(v, article, first?.start ?? 0);
  const address = first ? addressOf(article.url, article.text, first) : null;
  const date = article.publishedAt === null ? "" : ` · ${markdownText(dayOf(article.publishedAt))}`;
  return `${markdownText(wordingOf(v, found))}${date} · ${markdownLink(place, address)}`;
}

function groupLines(v: View, group: HolderGroup): string[] {
  return [
    `- ${holdingText(group.holding, true)}`,
    ...group.sayings.flatMap(({ found, evidence, also }) => [
      `  - ${wordsText(found, evidence)}  `,
      `    ${referenceText(v, found)}`,
      ...(also.length === 0 ? [] : [`    ; same words: ${also.map((f) => referenceText(v, f)).join("; ")}`]),
    ]),
  ];
}

function pointLines(v: View, point: Point): string[] {
  const lines = [`### ${point.verdict.toUpperCase()}: ${markdownText(point.question)}`, ""];
  for (const position of point.positions) {
    const sides = position.sides.map((id) => markdownText(v.sides.get(id)?.name ?? id)).join(", ");
    const stance = position.stance === "other" ? "" : position.stance === "yes" ? "**Yes**" : "**No**";
    const head = [stance, sides, markdownText(answerOf(position))].filter((x) => x !== "").join(" · ");
    if (head !== "") lines.push(head, "");
    for (const group of groupsOf(v, point, position)) lines.push(...groupLines(v, group));
    lines.push("");
  }
  lines.push(`Why: ${markdownText(whyOf(point))} (${point.reason.code})`, "");
  if (point.decisive !== null) {
    const words = reasonWords(v, point.decisive.reason.text, point.decisive.pair);
    if (words !== "") lines.push(`Deciding pair: ${markdownText(words)}`, "");
  }
  if (point.narratorDiffers) lines.push("A document’s own voice differs from every holder.", "");
  return lines;
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, "", ...lines, ""];
}

function foundLine(v: View, label: string, id: string): string[] {
  const found = v.statements.get(id);
  if (!found) return [];
  return [`  - ${label}${wordsText(found)} (${referenceText(v, found)})`];
}

function shiftLines(v: View): string[] {
  return v.collection.shifts.flatMap((s) => [
    `- ${holderText(holderOf(v, s.speaker), true)}: ${markdownText(s.about)}`,
    ...foundLine(v, "earlier: ", s.from),
    ...foundLine(v, "later: ", s.to),
  ]);
}

function absenceLines(v: View): string[] {
  const told = v.collection.absences.flatMap((a) => {
    if (a.kind === "not-mentioned") return [];
    const article = v.articles.get(a.article);
    const point = v.points.find((p) => p.id === a.point);
    const [first] = a.evidence;
    const who = a.speaker === null ? "**Somebody not named**" : holderText(holderOf(v, a.speaker), true);
    const what = a.evidence.map((p) => p.text).join(" … ");
    const where = article && first ? ` (${markdownText(placeOf(v, article, first.start))})` : "";
    const about = point ? ` on: ${markdownText(point.question)}` : "";
    const how = a.kind === "declined" ? "would not say" : "gave no answer";
    return [`- ${who} ${how}: ${markdownText(what)}${where}${about}`];
  });
  const left = leftOut(v).flatMap(({ article, holder, points, oneSided }) => [
    `- **${markdownText(v.names.get(article.id)!)}**${holder === null ? "" : ` (${markdownText(holder.name)})`} leaves out:`,
    ...[...points, ...oneSided].map((p) => `  - ${markdownText(p.question)}`),
  ]);
  return [...told, ...left];
}

function variantLines(v: View): string[] {
  return v.collection.variants
    .filter((x) => x.relation !== "same")
    .flatMap((x) => [
      `- ${holderText(holderOf(v, x.speaker), false)}: ${x.relation}`,
      ...x.statements.flatMap((id) => foundLine(v, "", id)),
      ...x.changes.map(({ from, to }) =>
        from === ""
          ? `  - added: ${markdownText(to)}`
          : to === ""
            ? `  - left out: ${markdownText(from)}`
            : `  - changed: ${markdownText(from)} → ${markdownText(to)}`,
      ),
    ]);
}

function oneSidedLines(v: View, points: Point[]): string[] {
  return points.flatMap((point) => {
    const groups = point.positions.flatMap((p) => groupsOf(v, point, p));
    const saying = groups[0]?.sayings[0];
    if (!saying) return [];
    const { found, evidence } = saying;
    const length = found.statement.content.reduce((n, p) => n + p.text.length, 0);
    const answer = point.positions[0]?.answer ?? "";
    // A long turn says too much for one line; the answer is made of its words, without quotation marks.
    const whole = length <= MAX_LINE || evidence.length > 0 || answer === "";
    const words = whole ? wordsText(found, evidence, MAX_LINE) : markdownText(answer);
    return [`- ${holdingText(holdingOf(v, found), false)}: ${words} (${referenceText(v, saying.found)})`];
  });
}

function documentLines(v: View): string[] {
  return v.collection.articles.map((a) => {
    const about = [a.outlet, a.byline, a.publishedAt === null ? null : dayOf(a.publishedAt), a.kind];
    const url = a.url !== null && /^https?:\/\/\S+$/iu.test(a.url) ? a.url : null;
    const title = a.title === null ? "" : ` ${markdownLink(a.title, url)}`;
    const rest = about.filter((x) => x !== null).map(markdownText);
    return `- **${markdownText(v.names.get(a.id)!)}**${title === "" ? "" : `:${title}`} · ${rest.join(" · ")} · ${counted(a.statements.length, "statement")}`;
  });
}

/**
 * The report as Markdown (CommonMark); words from the documents come out as typed.
 * @param options.title the heading; by default the number of accounts
 */
export function exportMarkdown(collection: Collection, options: { title?: string } = {}): string {
  const v = view(collection);
  const several = v.points.filter((p) => p.verdict !== "one-sided");
  const oneSided = v.points.filter((p) => p.verdict === "one-sided");
  const dates = datesOf(collection.articles);
  const statements = collection.articles.reduce((n, a) => n + a.statements.length, 0);
  const checked = checkedWords(collection);
  const head = [
    counted(collection.articles.length, "document"),
    counted(statements, "statement"),
    ...(dates === null ? [] : [dates]),
    ...(collection.sides.length > 0 ? [`Sides: ${collection.sides.map((s) => s.name).join(", ")}`] : []),
    ...(checked === null ? [] : [checked]),
  ];
  const notices = [...collection.failures, ...collection.warnings];
  const lines = [
    `# ${markdownText(options.title ?? `${counted(collection.articles.length, "account")}, side by side`)}`,
    "",
    head.map(markdownText).join(" · "),
    "",
    "Quotation marks stand only around words that stand in quotation marks, or in a transcript, in the document; other words are the document’s own. This shows the disagreement and does not settle it: check every line against its place before you print.",
    "",
    ...section(
      "Points at issue",
      several.flatMap((p) => pointLines(v, p)),
    ),
    ...section("Shifts", shiftLines(v)),
    ...section("Not said", absenceLines(v)),
    ...section("Quotations that differ", variantLines(v)),
    ...section("One side only", oneSidedLines(v, oneSided)),
    ...section(
      "Copies",
      collection.copies.map(
        (c) =>
          `- ${c.articles.map((id) => markdownText(v.names.get(id) ?? id)).join(" = ")}, ${Math.round(c.share * 100)} % the same text`,
      ),
    ),
    ...section("Documents", documentLines(v)),
    ...section(
      "Input",
      noticeGroups(notices).map(
        (n) =>
          `- ${n.inputs.map(markdownText).join(", ")}: ${markdownText(n.message)} (${n.code.replaceAll("_", "\\_")})`,
      ),
    ),
  ];
  return `${lines
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trimEnd()}\n`;
}
