/** The text that `readout compare` prints: pure strings, for a terminal or a file. */
import type { Collection, Point } from "../model.ts";
import { counted } from "./counted.ts";
import { answerOf, groupsOf, type HolderGroup, type Saying } from "./group.ts";
import { leftOut } from "./left-out.ts";
import { oneLine, run } from "./lines.ts";
import { Page, type TextOptions } from "./page.ts";
import {
  cueRuns,
  headLines,
  holderRuns,
  holdingRuns,
  noticeLines,
  placeRuns,
  shortPlace,
  VERDICT_STYLE,
  wordRuns,
} from "./text-parts.ts";
import { dayOf, holderOf, placeOf, type View, view } from "./view.ts";
import { whyOf } from "./why.ts";

export { readText } from "./read-text.ts";

/** Longest stretch of one passage that is printed whole. */
const MAX_WORDS = 320;
/** Longest wording in the list of one-sided points. */
const MAX_LINE = 220;
/** Wordings listed for one holder at one point; the rest is counted. */
const MAX_SAYINGS = 3;

function sayingLines(page: Page, v: View, saying: Saying, indent: string): void {
  const { found, also } = saying;
  page.add([...cueRuns(found), ...wordRuns(found, saying, MAX_WORDS)], indent);
  page.add(placeRuns(v, found), indent);
  if (also.length === 0) return;
  const places = also.slice(0, 4).map((f) => shortPlace(v, f));
  const more = also.length > 4 ? ` and ${also.length - 4} more` : "";
  page.add([run(`same words: ${places.join(", ")}${more}`, "dim")], indent);
}

function groupLines(page: Page, v: View, group: HolderGroup, known: string | null): void {
  page.add(holdingRuns(group.holding, true, known), "    ");
  for (const saying of group.sayings.slice(0, MAX_SAYINGS)) sayingLines(page, v, saying, "      ");
  const left = group.sayings.slice(MAX_SAYINGS);
  if (left.length > 0) {
    const places = left.slice(0, 6).map((s) => shortPlace(v, s.found));
    const more = left.length > 6 ? ", …" : "";
    page.add(
      [run(`${counted(left.length, "more statement")}: ${places.join(", ")}${more}`, "dim")],
      "      ",
    );
  }
}

function pointLines(page: Page, v: View, point: Point): void {
  const style = VERDICT_STYLE[point.verdict];
  page.blank();
  page.add(
    [run(point.verdict.toUpperCase(), style), run("  "), run(oneLine(point.question), "strong")],
    "",
    "  ",
  );
  for (const position of point.positions) {
    const sides = position.sides.map((id) => oneLine(v.sides.get(id)?.name ?? id)).join(", ");
    const head = [position.stance === "other" ? "" : position.stance.toUpperCase(), sides].filter(Boolean);
    const answer = oneLine(answerOf(position));
    const known = position.sides.length === 1 ? position.sides[0]! : null;
    page.add(
      [run(head.join(" · "), style), run(head.length > 0 && answer !== "" ? " · " : ""), run(answer)],
      "  ",
      "    ",
    );
    for (const group of groupsOf(v, point, position)) groupLines(page, v, group, known);
  }
  page.add([run("Why: ", "strong"), run(oneLine(whyOf(point)))], "  ", "       ");
  if (point.narratorDiffers) {
    page.add(
      [run("Note: ", "strong"), run("a document’s own voice differs from every holder.")],
      "  ",
      "        ",
    );
  }
}

function oneSidedLines(page: Page, v: View, points: Point[], limit: number): void {
  if (points.length === 0) return;
  page.heading("ONE SIDE ONLY", `${counted(points.length, "point")} that only one holder or side speaks to`);
  for (const point of points.slice(0, limit)) {
    const groups = point.positions.flatMap((p) => groupsOf(v, point, p));
    const first = groups[0];
    const saying = first?.sayings[0];
    if (!first || !saying) continue;
    const more = groups.flatMap((g) => g.sayings).length - 1;
    const length = saying.found.statement.content.reduce((n, p) => n + p.text.length, 0);
    const answer = oneLine(point.positions[0]?.answer ?? "");
    // A long turn of a transcript says too much for one line; the answer is made of its words, without marks.
    const words =
      length <= MAX_LINE || saying.evidence.length > 0 || answer === ""
        ? [run(" "), ...cueRuns(saying.found), ...wordRuns(saying.found, saying, MAX_LINE)]
        : [run(`: ${answer}`)];
    page.add(
      [
        ...holdingRuns(first.holding, false),
        ...words,
        run(`  ${shortPlace(v, saying.found)}${more > 0 ? ` and ${more} more` : ""}`, "dim"),
      ],
      "  ",
      "    ",
    );
  }
  if (points.length > limit) {
    page.add([run(`and ${points.length - limit} more: \`readout report\` shows them all.`, "dim")], "  ");
  }
}

function shiftLines(page: Page, v: View): void {
  const { shifts } = v.collection;
  if (shifts.length === 0) return;
  page.heading("SHIFTS", "the same holder, earlier and later");
  for (const shift of shifts) {
    page.add(
      [...holderRuns(holderOf(v, shift.speaker), true), run(`: ${oneLine(shift.about)}`)],
      "  ",
      "    ",
    );
    for (const [label, id] of [
      ["earlier", shift.from],
      ["later", shift.to],
    ] as const) {
      const found = v.statements.get(id);
      if (!found) continue;
      const said = found.statement.saidAt === null ? "" : ` (${dayOf(found.statement.saidAt)})`;
      page.add(
        [run(`${label}${said}: `, "yellow"), ...cueRuns(found), ...wordRuns(found, null, MAX_WORDS)],
        "    ",
        "      ",
      );
      page.add(placeRuns(v, found), "      ");
    }
  }
}

function absenceLines(page: Page, v: View): void {
  const { absences } = v.collection;
  if (absences.length === 0) return;
  page.heading("NOT SAID", "declined, left unanswered, left out");
  for (const absence of absences.filter((a) => a.kind !== "not-mentioned")) {
    const article = v.articles.get(absence.article);
    const point = v.points.find((p) => p.id === absence.point);
    const words = absence.evidence.map((p) => oneLine(p.text)).join(" … ");
    const about = point ? oneLine(point.question) : "";
    const [first] = absence.evidence;
    page.add(
      [
        ...(absence.speaker === null
          ? [run("Somebody not named", "strong")]
          : holderRuns(holderOf(v, absence.speaker), true)),
        run(absence.kind === "declined" ? " would not say: " : " gave no answer: ", "yellow"),
        run(words === "" ? about : words),
        run(words !== "" && about !== "" ? ` — ${about}` : "", "dim"),
        run(article && first ? `  ${oneLine(placeOf(v, article, first.start))}` : "", "dim"),
      ],
      "  ",
      "    ",
    );
  }
  for (const { article, holder, points, oneSided } of leftOut(v)) {
    page.add(
      [
        run(oneLine(v.names.get(article.id)!), "strong"),
        run(holder === null ? "" : ` (${oneLine(holder.name)})`),
        run(" leaves out:", "yellow"),
      ],
      "  ",
      "    ",
    );
    // That an account leaves out what only the other side says is worth a line only where it is all there is.
    const listed = points.length + oneSided.length <= 3 ? [...points, ...oneSided] : points;
    for (const point of listed) page.add([run(oneLine(point.question))], "    – ", "      ");
    if (listed === points && oneSided.length > 0) {
      const which = points.length > 0 ? "more point" : "point";
      page.add(
        [run(`${counted(oneSided.length, which)} that only others speak to`, "dim")],
        "    – ",
        "      ",
      );
    }
  }
}

function variantLines(page: Page, v: View): void {
  const changed = v.collection.variants.filter((x) => x.relation === "altered" || x.relation === "truncated");
  if (changed.length === 0) return;
  page.heading("ONE UTTERANCE, GIVEN DIFFERENTLY");
  for (const variant of [...changed].sort((a, b) => a.relation.localeCompare(b.relation))) {
    page.add(
      [
        ...holderRuns(holderOf(v, variant.speaker), false),
        run(": "),
        run(variant.relation, variant.relation === "altered" ? "red" : "yellow"),
      ],
      "  ",
      "    ",
    );
    for (const id of variant.statements) {
      const found = v.statements.get(id);
      if (!found) continue;
      page.add(
        [...wordRuns(found, null, MAX_WORDS), run(`  ${shortPlace(v, found)}`, "dim")],
        "    ",
        "      ",
      );
    }
    for (const { from, to } of variant.changes) {
      const change =
        to === ""
          ? [run("left out: ", "dim"), run(oneLine(from), "quote")]
          : from === ""
            ? [run("added: ", "dim"), run(oneLine(to), "quote")]
            : [
                run("changed: ", "dim"),
                run(oneLine(from), "quote"),
                run(" → ", "dim"),
                run(oneLine(to), "quote"),
              ];
      page.add(change, "    ", "      ");
    }
  }
}

function copyLines(page: Page, v: View): void {
  if (v.collection.copies.length === 0) return;
  page.heading("COPIES", "the same text, counted once");
  for (const copy of v.collection.copies) {
    const names = copy.articles.map((id) => oneLine(v.names.get(id) ?? id));
    const origin = copy.origin === null ? "" : `, from ${oneLine(v.names.get(copy.origin) ?? copy.origin)}`;
    page.add(
      [run(`${names.join(" = ")}${origin}, ${Math.round(copy.share * 100)} % of the text`)],
      "  ",
      "    ",
    );
  }
}

/**
 * The accounts side by side, for a terminal: the points in order of weight with every position, its holders and
 * their exact words and places; then shifts, what was not said, altered quotations, one-sided points, copies,
 * warnings. Quotation marks stand only around words that are quoted in the source.
 * @returns lines of at most `width` columns without white space at their ends; ends with a line feed
 */
export function reportText(collection: Collection, options: TextOptions): string {
  const v = view(collection);
  const page = new Page(options);
  headLines(page, v, true);
  const several = v.points.filter((p) => p.verdict !== "one-sided");
  const oneSided = v.points.filter((p) => p.verdict === "one-sided");
  for (const point of several) pointLines(page, v, point);
  shiftLines(page, v);
  absenceLines(page, v);
  variantLines(page, v);
  oneSidedLines(page, v, oneSided, options.oneSided ?? oneSided.length);
  copyLines(page, v);
  noticeLines(page, collection);
  if (v.points.length > 0) {
    page.blank();
    page.add([
      run(
        "This shows the disagreement and does not settle it. Check every line against its place before you print.",
        "dim",
      ),
    ]);
  }
  return page.text();
}
