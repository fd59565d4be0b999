/** What both printed outputs are made of: holders, words, places, the head and the notices. */
import type { Collection, PointVerdict } from "../model.ts";
import { counted } from "./counted.ts";
import type { Saying } from "./group.ts";
import { NO_BREAK, oneLine, type Run, run, type Style } from "./lines.ts";
import type { Page } from "./page.ts";
import {
  datesOf,
  dayOf,
  type Found,
  type Holder,
  type Holding,
  noticeGroups,
  placeOf,
  VERDICT_ORDER,
  type View,
} from "./view.ts";
import { leadOf, wordingOf, wordsOf } from "./words.ts";

export const VERDICT_STYLE: Record<PointVerdict, Style> = {
  disputed: "red",
  divergent: "yellow",
  unclear: "magenta",
  agreed: "green",
  "one-sided": "blue",
};

/** `known` is the side that the reader has just read and need not read again. */
export function holderRuns(holder: Holder, full: boolean, known: string | null = null): Run[] {
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

export function holdingRuns(holding: Holding, full: boolean, known: string | null = null): Run[] {
  const via = holding.reportedBy.flatMap((hs) => [run(", as told by "), ...joined(hs, false)]);
  return [...joined(holding.holders, full, known), ...via];
}

export function wordRuns(found: Found, saying: Pick<Saying, "evidence"> | null, max: number): Run[] {
  return wordsOf(found, saying?.evidence ?? [], max).map((w) =>
    run(oneLine(w.text), w.decisive ? "quote" : w.added ? "dim" : "plain"),
  );
}

/** The cue before words that are not quoted: it tells the reader that what follows is a report of speech. */
export function cueRuns(found: Found): Run[] {
  const lead = leadOf(found);
  return lead === null ? [] : [run(`${oneLine(lead)} `, "dim")];
}

export function placeRuns(v: View, found: Found): Run[] {
  const { article, statement } = found;
  const start = (statement.content[0] ?? statement.cue[0] ?? statement.source[0])?.start ?? 0;
  const date = article.publishedAt === null ? "" : `${dayOf(article.publishedAt)} · `;
  return [run(`${oneLine(wordingOf(v, found))} · ${date}${oneLine(placeOf(v, article, start))}`, "dim")];
}

export function shortPlace(v: View, found: Found): string {
  const { article, statement } = found;
  return oneLine(placeOf(v, article, (statement.content[0] ?? statement.cue[0])?.start ?? 0));
}

export function noticeLines(page: Page, collection: Collection): void {
  for (const [title, notices] of [
    ["COULD NOT BE READ", collection.failures],
    ["WARNINGS", collection.warnings],
  ] as const) {
    if (notices.length === 0) continue;
    page.heading(title);
    for (const n of noticeGroups(notices)) {
      const inputs = n.inputs.map(oneLine).join(", ");
      page.add([run(inputs, "strong"), run(`: ${oneLine(n.message)} (${n.code})`)], "  ", "    ");
    }
  }
}

export function headLines(page: Page, v: View, points: boolean): void {
  const { collection } = v;
  const outlets = new Set(collection.articles.map((a) => a.outlet).filter((o) => o !== null));
  const dates = datesOf(collection.articles);
  const statements = collection.articles.reduce((n, a) => n + a.statements.length, 0);
  const head = [
    counted(collection.articles.length, "document"),
    ...(outlets.size > 0 ? [counted(outlets.size, "outlet")] : []),
    counted(statements, "statement"),
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
    ...(collection.shifts.length > 0 ? [counted(collection.shifts.length, "shift")] : []),
    ...(collection.absences.length > 0 ? [`${collection.absences.length} not said`] : []),
    ...(altered > 0 ? [counted(altered, "altered quotation")] : []),
  ];
  const runs = [
    ...parts.map((x) => run(`${x.n} ${x.verdict}`, VERDICT_STYLE[x.verdict])),
    ...rest.map((x) => run(x)),
  ].flatMap((r, i) => {
    const whole = run(r.text.replace(/ /gu, NO_BREAK), r.style);
    return i === 0 ? [whole] : [run(`${NO_BREAK}· `, "dim"), whole];
  });
  if (runs.length > 0) page.add(runs);
  else {
    page.add([
      run(
        collection.articles.length === 0
          ? "No document was read."
          : "No point that two accounts speak to was found.",
      ),
    ]);
  }
}
