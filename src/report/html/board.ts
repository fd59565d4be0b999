/** The board: points × sides, each with the decisive words, and all of a point's evidence inside it. */
import type { Point, Position, Relation } from "../../model.ts";
import { counted } from "../counted.ts";
import { answerOf, groupsOf, type HolderGroup } from "../group.ts";
import { holdingOf, type View } from "../view.ts";
import { whyOf } from "../why.ts";
import { reasonWords } from "../words.ts";
import { type Context, holdingMarkup, placeLink, sayingMarkup, sourceLine } from "./context.ts";
import { differences } from "./differences.ts";
import { verdictLabel } from "./icons.ts";
import { fragment, html, type Markup } from "./markup.ts";

/** Longest wording in a cell; the whole stands in the details and in the document. */
const CELL_WORDS = 260;
const FULL_WORDS = 900;
/** Wordings in one cell; the rest stands in the details. */
const CELL_SAYINGS = 2;
/** Pairs of evidence laid out for one point. */
const MAX_RELATIONS = 12;
/** More sides than this make no table: then each point has a column for each of its positions. */
const MAX_COLUMNS = 3;
/** Share of the points to which a side must speak to have a column. */
const LEAST_SPOKEN = 1 / 3;

/** A column of the board: a side. */
interface Column {
  id: string;
  name: string;
}

/** The sides for which a group speaks: those of the ones who assert it, who tell it where it is told; null for none. */
function sidesOfGroup(group: HolderGroup, position: Position): (string | null)[] {
  const asserting = group.holding.reportedBy.at(-1) ?? group.holding.holders;
  const sides = asserting.flatMap((h) => (h.side === null ? [] : [h.side.id]));
  if (sides.length > 0) return [...new Set(sides)];
  return [position.sides.length === 1 && position.speakers.length === 1 ? position.sides[0]! : null];
}

/**
 * Columns by side, where two or three sides speak to a good part of the points; else null. A side that speaks to
 * few of them stands below with the others: an empty column all down the page would tell nobody anything.
 */
function columnsOf(v: View): Column[] | null {
  const points = v.points.filter((p) => p.verdict !== "one-sided");
  const spoken = new Map<string | null, number>();
  for (const point of points) {
    const sides = point.positions.flatMap((position) =>
      groupsOf(v, point, position).flatMap((group) => sidesOfGroup(group, position)),
    );
    for (const side of new Set(sides)) spoken.set(side, (spoken.get(side) ?? 0) + 1);
  }
  const columns = v.collection.sides
    .filter((s) => (spoken.get(s.id) ?? 0) >= points.length * LEAST_SPOKEN && spoken.has(s.id))
    .map((s) => ({ id: s.id, name: s.name }));
  return columns.length >= 2 && columns.length <= MAX_COLUMNS ? columns : null;
}

function stanceMarkup(position: Position): Markup {
  const answer = answerOf(position);
  if (position.stance === "other") return html`<p class="answer" dir="auto">${answer}</p>`;
  return html`<p class="answer"><b class="stance">${position.stance === "yes" ? "Yes" : "No"}</b>${
    answer !== "" && html` <span dir="auto">${answer}</span>`
  }</p>`;
}

/** The first sayings of a cell's groups, and how many are left. */
function cellGroups(c: Context, groups: HolderGroup[], known: string | null): Markup {
  let left = CELL_SAYINGS;
  const shown = groups.flatMap((group) => {
    if (left <= 0) return [];
    const sayings = group.sayings.slice(0, left);
    left -= sayings.length;
    return [
      html`<div class="group">${holdingMarkup(group.holding, true, known)}${sayings.map((s) => sayingMarkup(c, s, CELL_WORDS))}</div>`,
    ];
  });
  const all = groups.flatMap((g) => g.sayings).length;
  const more = all - (CELL_SAYINGS - left);
  return html`${shown}${more > 0 && html`<p class="more">and ${counted(more, "more statement")} below</p>`}`;
}

function cellPart(c: Context, position: Position, groups: HolderGroup[], known: string | null): Markup {
  return html`${stanceMarkup(position)}${cellGroups(c, groups, known)}`;
}

function speaks(c: Context, point: Point, column: Column): boolean {
  return point.positions.some((position) =>
    groupsOf(c.v, point, position).some((g) => sidesOfGroup(g, position).includes(column.id)),
  );
}

/** What a column says to a point, or that it says nothing. */
function cell(c: Context, point: Point, column: Column): Markup {
  const parts = point.positions.flatMap((position) => {
    const groups = groupsOf(c.v, point, position).filter((g) =>
      sidesOfGroup(g, position).includes(column.id),
    );
    return groups.length === 0 ? [] : [cellPart(c, position, groups, column.id)];
  });
  if (parts.length > 0)
    return html`<div class="cell"><p class="side" dir="auto">${column.name}</p>${parts}</div>`;
  const members = new Set(c.v.sides.get(column.id)?.members ?? []);
  const left = c.v.collection.absences.some(
    (a) => a.point === point.id && a.kind === "not-mentioned" && a.speaker !== null && members.has(a.speaker),
  );
  return html`<div class="cell silent"><p class="side" dir="auto">${column.name}</p><p>${
    left ? "Left out of its own account" : "Nothing in these documents"
  }</p></div>`;
}

/** Below the columns: what holders of no side, or of a side without a column, say to a point. */
function othersCell(c: Context, point: Point, columns: Column[]): Markup {
  const ids = new Set<string | null>(columns.map((x) => x.id));
  const parts = point.positions.flatMap((position) => {
    const groups = groupsOf(c.v, point, position).filter((g) =>
      sidesOfGroup(g, position).every((side) => !ids.has(side)),
    );
    return groups.length === 0 ? [] : [html`<div>${cellPart(c, position, groups, null)}</div>`];
  });
  if (parts.length === 0) return html``;
  return html`<div class="cell others"><p class="side shown">Others</p>${parts}</div>`;
}

function positionCell(c: Context, point: Point, position: Position): Markup {
  const sides = position.sides.map((id) => c.v.sides.get(id)?.name ?? id).join(", ");
  const groups = groupsOf(c.v, point, position);
  return html`<div class="cell">${sides !== "" && html`<p class="side shown" dir="auto">${sides}</p>`}${cellPart(c, position, groups, position.sides.length === 1 ? position.sides[0]! : null)}</div>`;
}

/** A single position has its answer once, and a cell for each side that gives it. */
function sharedCells(c: Context, point: Point, position: Position): Markup[] {
  const bySide = new Map<string | null, HolderGroup[]>();
  for (const group of groupsOf(c.v, point, position)) {
    for (const side of sidesOfGroup(group, position)) {
      const list = bySide.get(side);
      if (list) list.push(group);
      else bySide.set(side, [group]);
    }
  }
  return [...bySide].map(([side, groups]) => {
    const name = side === null ? "Others" : (c.v.sides.get(side)?.name ?? side);
    return html`<div class="cell"><p class="side shown" dir="auto">${name}</p>${cellGroups(c, groups, side)}</div>`;
  });
}

function relationMarkup(c: Context, relation: Relation): Markup {
  const [a, b] = differences(relation.evidence[0].text, relation.evidence[1].text);
  const half = (index: 0 | 1, words: Markup) => {
    const found = c.v.statements.get(relation.pair[index]);
    if (!found) return html`<div class="half"><span class="passage" dir="auto">${words}</span></div>`;
    return html`<div class="half">${holdingMarkup(holdingOf(c.v, found), false)}<span class="passage" dir="auto">${words}</span>${sourceLine(c, found)}</div>`;
  };
  const verdicts = { agree: "agree", conflict: "conflict", diverge: "diverge", unclear: "can’t tell" };
  return html`<div class="pair">${half(0, a)}${half(1, b)}<p class="because"><b>${verdicts[relation.verdict]}</b> · ${relation.reason.code} · <span dir="auto">${reasonWords(c.v, relation.reason.text, relation.pair)}</span></p></div>`;
}

function details(c: Context, point: Point, bySide: boolean): Markup {
  const relations = [...point.relations];
  const decisive = point.decisive;
  if (decisive) {
    const same = relations.findIndex((r) => r.pair[0] === decisive.pair[0] && r.pair[1] === decisive.pair[1]);
    if (same !== -1) relations.splice(same, 1);
    relations.unshift(decisive);
  }
  const shown = relations.slice(0, MAX_RELATIONS);
  const pairs = shown.map((r) => relationMarkup(c, r));
  const all = new Set(point.positions.flatMap((p) => p.statements)).size;
  const rest = !whole(c, point, bySide);
  if (!rest && shown.length === 0) return html``;
  const summary = [
    ...(rest ? [`All ${counted(all, "statement")}`] : []),
    ...(shown.length > 0 ? [`${counted(shown.length, "pair")} side by side, with reasons`] : []),
  ].join("; ");
  return html`<details class="inside"><summary>${summary}</summary>
${
  rest &&
  html`<div class="positions">${point.positions.map(
    (position) =>
      html`<div class="position">${stanceMarkup(position)}<p class="meta">${counted(position.independent, "independent document")}</p>${groupsOf(
        c.v,
        point,
        position,
      ).map(
        (g) =>
          html`<div class="group">${holdingMarkup(g.holding, true)}${g.sayings.map((s) => sayingMarkup(c, s, FULL_WORDS))}</div>`,
      )}</div>`,
  )}</div>`
}
${
  shown.length > 0 &&
  html`${pairs.some((p) => p.text.includes("<mark>")) && html`<p class="hint">Words that only one of the two has are marked.</p>`}${pairs}${
    relations.length > shown.length &&
    html`<p class="more">and ${counted(relations.length - shown.length, "more pair")}: see the JSON of this comparison.</p>`
  }`
}</details>`;
}

/** True where the board's cells show all statements of a point, none of them shortened. */
function whole(c: Context, point: Point, bySide: boolean): boolean {
  return point.positions.every((position) => {
    const cells = new Map<string | null, number>();
    for (const group of groupsOf(c.v, point, position)) {
      if (group.sayings.some((s) => s.found.statement.content.some((p) => p.text.length > CELL_WORDS)))
        return false;
      for (const side of bySide ? sidesOfGroup(group, position) : [null])
        cells.set(side, (cells.get(side) ?? 0) + group.sayings.length);
    }
    return [...cells.values()].every((n) => n <= CELL_SAYINGS);
  });
}

function pointAttributes(c: Context, point: Point): Markup {
  const numbers = point.positions.flatMap((p) => p.statements).map((id) => c.numbers.get(id) ?? 0);
  return html`id="${point.id}" data-v="${point.verdict}" data-s="${[...new Set(numbers)].join(" ")}" tabindex="-1"`;
}

function pointMarkup(c: Context, point: Point, all: Column[] | null): Markup {
  // Where none of the sides with a column speaks, the positions stand side by side instead.
  const columns = all?.some((column) => speaks(c, point, column)) ? all : null;
  const [first, second] = point.positions;
  const shared = columns === null && first !== undefined && second === undefined;
  const cells = columns
    ? [...columns.map((column) => cell(c, point, column)), othersCell(c, point, columns)]
    : shared
      ? sharedCells(c, point, first)
      : point.positions.map((position) => positionCell(c, point, position));
  const width = columns ? columns.length : Math.min(MAX_COLUMNS, Math.max(1, cells.length));
  return html`<article class="point v-${point.verdict}" ${pointAttributes(c, point)}>
<header>${verdictLabel(point.verdict)}<h3 dir="auto"><a href="${fragment(point.id)}">${point.question}</a></h3>
<p class="why"><span dir="auto">${whyOf(point)}</span> <span class="code">${point.reason.code}</span></p>${
    point.narratorDiffers && html`<p class="why">A document’s own voice differs from every holder.</p>`
  }</header>
<div class="cells cols-${width}">${shared && html`<div class="one">${stanceMarkup(first)}</div>`}${cells}</div>
${details(c, point, columns !== null || shared)}</article>
`;
}

/** A point to which only one side speaks, in a line or two. */
function slimPoint(c: Context, point: Point): Markup {
  const groups = point.positions.flatMap((p) => groupsOf(c.v, point, p));
  const [first] = groups;
  const saying = first?.sayings[0];
  if (!first || !saying) return html``;
  const rest = groups.flatMap((g) => g.sayings).slice(1);
  const length = saying.found.statement.content.reduce((n, p) => n + p.text.length, 0);
  const answer = point.positions[0]?.answer ?? "";
  // A long turn of a transcript says too much here; the answer is made of its words, without quotation marks.
  const words =
    length <= CELL_WORDS || saying.evidence.length > 0 || answer === ""
      ? sayingMarkup(c, saying, CELL_WORDS)
      : html`<div class="saying"><span class="words told" dir="auto">${answer}</span>${sourceLine(c, saying.found)}</div>`;
  return html`<article class="slim" ${pointAttributes(c, point)}>${holdingMarkup(first.holding, false)} ${words}${
    rest.length > 0 &&
    html`<span class="meta also">also ${rest.slice(0, 6).map((s, i) => html`${i > 0 && ", "}${placeLink(c, s.found)}`)}${rest.length > 6 && ` and ${rest.length - 6} more`}</span>`
  }</article>
`;
}

/** The board: the points that several speak to. */
export function boardMarkup(c: Context): Markup {
  const several = c.v.points.filter((p) => p.verdict !== "one-sided");
  const columns = columnsOf(c.v);
  return html`<section id="points" class="board" aria-labelledby="points-title">
<h2 id="points-title">Points at issue</h2>
${several.length === 0 && html`<p class="none">${c.v.collection.articles.length === 0 ? "No document was read." : "No point that two accounts speak to was found in these documents."}</p>`}
${
  columns !== null &&
  several.length > 0 &&
  html`<div class="heads cols-${columns.length}" aria-hidden="true"><span></span>${columns.map((x) => html`<span dir="auto">${x.name}</span>`)}</div>`
}
${several.map((p) => pointMarkup(c, p, columns))}</section>
`;
}

/** The points that only one side speaks to. */
export function oneSidedMarkup(c: Context): Markup {
  const oneSided = c.v.points.filter((p) => p.verdict === "one-sided");
  if (oneSided.length === 0) return html``;
  return html`<section id="one-sided" aria-labelledby="one-sided-title"><h2 id="one-sided-title">One side only</h2>
<p class="hint">${counted(oneSided.length, "point")} to which only one holder, or one side, speaks: neither confirmed nor contradicted in these documents.</p>
<div class="slims">${oneSided.map((p) => slimPoint(c, p))}</div></section>
`;
}
