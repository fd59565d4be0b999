/** The text that `readout read` prints. */
import type { Collection, Statement } from "../model.ts";
import { counted } from "./counted.ts";
import { oneLine, run } from "./lines.ts";
import { Page, type TextOptions } from "./page.ts";
import { headLines, holdingRuns, noticeLines, wordRuns } from "./text-parts.ts";
import { dayOf, type Found, holdingOf, placeOf, type View, view } from "./view.ts";

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
      oneLine([...about, counted(article.statements.length, "statement")].filter(Boolean).join(" · ")),
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
