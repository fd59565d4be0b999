/** The controls by which a reader narrows the page; shown only where the page's script runs. */
import { ACTS } from "../../model.ts";
import { VERDICT_ORDER } from "../view.ts";
import type { Context, Indexed } from "./context.ts";
import { icon } from "./icons.ts";
import { html, type Markup } from "./markup.ts";

function options(indexed: Indexed): Markup[] {
  return indexed.names
    .map((x, index) => ({ ...x, index }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .map((x) => html`<option value="${x.index}">${x.name} (${x.count})</option>`);
}

function select(name: string, label: string, list: Markup[]): Markup | false {
  return (
    list.length > 1 &&
    html`<label>${label}<select name="${name}"><option value="">All</option>${list}</select></label>`
  );
}

/** To be made after the documents, whose statements fill the context's lists. */
export function filtersMarkup(c: Context): Markup {
  const used = new Map<string, number>();
  for (const article of c.v.collection.articles) {
    for (const s of article.statements) used.set(s.act, (used.get(s.act) ?? 0) + 1);
  }
  const acts = ACTS.filter((a) => used.has(a)).map(
    (a) => html`<option value="${a}">${a} (${used.get(a)!})</option>`,
  );
  const verdicts = VERDICT_ORDER.map((verdict) => ({
    verdict,
    n: c.v.points.filter((p) => p.verdict === verdict).length,
  })).filter((x) => x.n > 0);
  return html`<details id="filtering" class="filters" hidden><summary>Filter and search <span class="result" role="status" aria-live="polite"></span></summary>
<form id="filters" aria-label="Filter this page">
${
  verdicts.length > 1 &&
  html`<fieldset><legend>Verdict</legend>${verdicts.map(
    (x) =>
      html`<label class="check v-${x.verdict}"><input type="checkbox" name="verdict" value="${x.verdict}" checked>${icon(x.verdict)} ${x.verdict} <span class="count">${x.n}</span></label>`,
  )}</fieldset>`
}
<div class="selects"><label class="find">Find<input type="search" name="q" autocomplete="off" placeholder="word or name"></label>${select("speaker", "Speaker", options(c.speakers))}${select("act", "Act", acts)}${select("side", "Side", options(c.sides))}${select("outlet", "Outlet", options(c.outlets))}<button type="reset">Show all</button></div>
</form></details>`;
}
