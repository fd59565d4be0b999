/** The text that `readout compare` and `readout read` print: pure strings, for a terminal or a file. */
import type { Collection, Point, PointVerdict, Statement } from "../model.ts";
import { answerOf, groupsOf, type HolderGroup, type Saying } from "./group.ts";
import { leftOut } from "./left-out.ts";
import { NO_BREAK, oneLine, print, type Run, run, type Style, wrap } from "./lines.ts";
import {
  count,
  datesOf,
  dayOf,
  type Found,
  type Holder,
  type Holding,
  holderOf,
  holdingOf,
  placeOf,
  VERDICT_ORDER,
  type View,
  view,
} from "./view.ts";
import { whyOf } from "./why.ts";
import { leadOf, wordingOf, wordsOf } from "./words.ts";

/** How to print. */
export interface TextOptions {
  /** Columns of the terminal, taken between 40 and 120: longer lines are hard to read. */
  width: number;
  /** Whether to use ANSI colours. */
  color: boolean;
  /** How many one-sided points are listed before the rest is only counted; all where left out. */
  oneSided?: number;
}

const VERDICT_STYLE: Record<PointVerdict, Style> = {
  disputed: "red",
  divergent: "yellow",
  unclear: "magenta",
  agreed: "green",
  "one-sided": "blue",
};

const MIN_WIDTH = 40;
const MAX_WIDTH = 120;
/** Longest stretch of one passage that is printed whole. */
const MAX_WORDS = 320;
/** Longest wording in the list of one-sided points. */
const MAX_LINE = 220;
/** Wordings listed for one holder at one point; the rest is counted. */
const MAX_SAYINGS = 3;

/** Collects wrapped lines. */
class Page {
  readonly lines: string[] = [];
  readonly #width: number;
  readonly #color: boolean;

  constructor(options: TextOptions) {
    this.#width = Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.floor(options.width)));
    this.#color = options.color;
  }

  add(runs: Run[], first = "", rest = first): void {
    for (const line of wrap(runs, this.#width, first, rest)) this.lines.push(print(line, this.#color));
  }

  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== "") this.lines.push("");
  }

  heading(text: string, more = ""): void {
    this.blank();
    this.add([run(text, "strong"), run(more === "" ? "" : `  ${more}`, "dim")]);
  }

  text(): string {
    return `${this.lines.join("\n").trimEnd()}\n`;
  }
}

/** `known` is the side that the reader has just read and need not read again. */
function holderRuns(holder: Holder, full: boolean, known: string | null = null): Run[] {
  const name = oneLine(holder.name);
  const shown = holder.side !== null && holder.side.name !== holder.name && holder.side.id !== known;
  const side = shown && holder.side !== null ? ` (${oneLine(holder.side.name)})` : "";
  const role = full && holder.role !== null ? `, ${oneLine(holder.role)}` : "";
  const guess = holder.sure || holder.id === null ? "" : " (probably)";
  return [run(name, "strong"), run(`${guess}${role}${side}`)];
}

function joined(holders: Holder[], full: boolean, known: string | null = null): Run[] {
  return holders.flatMap((h, i) => [
    ...(i === 0 ? [] : [run(i === holders.length - 1 ? " and " : ", ")]),
    ...holderRuns(h, full && holders.length <= 2, known),
  ]);
}

function holdingRuns(holding: Holding, full: boolean, known: string | null = null): Run[] {
  const via = holding.reportedBy.flatMap((hs) => [run(", as told by "), ...joined(hs, false)]);
  return [...joined(holding.holders, full, known), ...via];
}

function wordRuns(found: Found, saying: Pick<Saying, "evidence"> | null, max: number): Run[] {
  return wordsOf(found, saying?.evidence ?? [], max).map((w) =>
    run(oneLine(w.text), w.decisive ? "quote" : w.added ? "dim" : "plain"),
  );
}

/** The cue before words that are not quoted: it tells the reader that what follows is a report of speech. */
function cueRuns(found: Found): Run[] {
  const lead = leadOf(found);
  return lead === null ? [] : [run(`${oneLine(lead)} `, "dim")];
}

function placeRuns(v: View, found: Found): Run[] {
  const { article, statement } = found;
  const start = (statement.content[0] ?? statement.cue[0] ?? statement.source[0])?.start ?? 0;
  const date = article.publishedAt === null ? "" : `${dayOf(article.publishedAt)} · `;
  return [run(`${oneLine(wordingOf(v, found))} · ${date}${oneLine(placeOf(v, article, start))}`, "dim")];
}

function shortPlace(v: View, found: Found): string {
  const { article, statement } = found;
  return oneLine(placeOf(v, article, (statement.content[0] ?? statement.cue[0])?.start ?? 0));
}

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
    page.add([run(`${count(left.length, "more statement")}: ${places.join(", ")}${more}`, "dim")], "      ");
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
  page.heading("ONE SIDE ONLY", `${count(points.length, "point")} that only one holder or side speaks to`);
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
        [run(`${count(oneSided.length, which)} that only others speak to`, "dim")],
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

function noticeLines(page: Page, collection: Collection): void {
  for (const [title, notices] of [
    ["COULD NOT BE READ", collection.failures],
    ["WARNINGS", collection.warnings],
  ] as const) {
    if (notices.length === 0) continue;
    page.heading(title);
    for (const n of notices) {
      page.add([run(oneLine(n.input), "strong"), run(`: ${oneLine(n.message)} (${n.code})`)], "  ", "    ");
    }
  }
}

function headLines(page: Page, v: View, points: boolean): void {
  const { collection } = v;
  const outlets = new Set(collection.articles.map((a) => a.outlet).filter((o) => o !== null));
  const dates = datesOf(collection.articles);
  const statements = collection.articles.reduce((n, a) => n + a.statements.length, 0);
  const head = [
    count(collection.articles.length, "document"),
    ...(outlets.size > 0 ? [count(outlets.size, "outlet")] : []),
    count(statements, "statement"),
    ...(dates === null ? [] : [dates]),
  ];
  page.add([run(head.join(" · "), "strong")]);
  if (!points) return;
  if (collection.sides.length > 0) {
    page.add([run(`Sides: ${collection.sides.map((s) => oneLine(s.name)).join(", ")}`)], "", "  ");
  }
  const parts = VERDICT_ORDER.map((verdict) => ({
    verdict,
    n: v.points.filter((p) => p.verdict === verdict).length,
  })).filter((x) => x.n > 0);
  const altered = collection.variants.filter((x) => x.relation === "altered").length;
  const rest = [
    ...(collection.shifts.length > 0 ? [count(collection.shifts.length, "shift")] : []),
    ...(collection.absences.length > 0 ? [`${collection.absences.length} not said`] : []),
    ...(altered > 0 ? [count(altered, "altered quotation")] : []),
  ];
  const runs = [
    ...parts.map((x) => run(`${x.n} ${x.verdict}`, VERDICT_STYLE[x.verdict])),
    ...rest.map((x) => run(x)),
  ].flatMap((r, i) => {
    const whole = run(r.text.replace(/ /gu, NO_BREAK), r.style);
    return i === 0 ? [whole] : [run(`${NO_BREAK}· `, "dim"), whole];
  });
  if (runs.length > 0) page.add(runs);
  else page.add([run("No point that two accounts speak to was found.")]);
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

/**
 * What each document says, in its order: who (source) says (cue) what (content), with the speaker as resolved, the
 * act and the form.
 * @returns lines of at most `width` columns without white space at their ends; ends with a line feed
 */
export function readText(collection: Collection, options: TextOptions): string {
  const v = view(collection);
  const page = new Page(options);
  headLines(page, v, false);
  for (const article of collection.articles) {
    const about = [
      article.outlet,
      article.publishedAt === null ? null : dayOf(article.publishedAt),
      article.kind,
    ];
    page.heading(
      oneLine(v.names.get(article.id)!),
      oneLine([...about, count(article.statements.length, "statement")].filter(Boolean).join(" · ")),
    );
    if (article.title !== null) page.add([run(oneLine(article.title))], "  ");
    const first = (s: Statement) =>
      Math.min(...[...s.source, ...s.cue, ...s.content].map((p) => p.start), Number.MAX_SAFE_INTEGER);
    const inOrder = [...article.statements].sort((a, b) => first(a) - first(b));
    const listed = new Set<string>();
    const list = (s: Statement, level: number): void => {
      if (listed.has(s.id)) return;
      listed.add(s.id);
      statementLines(page, v, v.statements.get(s.id)!, "  ".repeat(Math.min(level, 4) + 1));
      for (const child of inOrder) if (child.parent === s.id) list(child, level + 1);
    };
    for (const s of inOrder) if (s.parent === null || !v.statements.has(s.parent)) list(s, 0);
    for (const s of inOrder) list(s, 0);
  }
  noticeLines(page, collection);
  return page.text();
}

function statementLines(page: Page, v: View, found: Found, indent: string): void {
  const { statement, article } = found;
  const said = (passages: { text: string }[], none: string) =>
    passages.length === 0 ? none : oneLine(passages.map((p) => p.text).join(" … "));
  const start = Math.min(
    ...[...statement.source, ...statement.cue, ...statement.content].map((p) => p.start),
  );
  page.blank();
  page.add(
    [
      run(said(statement.source, "(nobody named)"), "blue"),
      run(" → ", "dim"),
      run(said(statement.cue, "(no cue)"), "magenta"),
      run(" → ", "dim"),
      ...(statement.content.length === 0 ? [run("(in the cue)", "dim")] : wordRuns(found, null, 600)),
    ],
    indent,
    `${indent}  `,
  );
  const holder = holdingRuns(holdingOf(v, found, false), true);
  const act = `${statement.negated ? "not: " : ""}${statement.act}, ${statement.form}`;
  const kind = statement.kind === "speech" ? "" : `, ${statement.kind}`;
  const date = statement.saidAt === null ? "" : ` · ${dayOf(statement.saidAt)}`;
  page.add(
    [
      ...holder.map((r) => run(r.text, "plain")),
      run(
        ` · ${act}${kind}${date} · ${oneLine(placeOf(v, article, Number.isFinite(start) ? start : 0))}`,
        "dim",
      ),
    ],
    `${indent}  `,
  );
}
