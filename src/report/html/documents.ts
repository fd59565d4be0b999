/** The documents in full: every statement marked in its text, its holder beside it, a link back to its points. */
import type { Article, Statement } from "../../model.ts";
import { counted } from "../counted.ts";
import { quotationOf } from "../quotation.ts";
import { plainQuotation } from "../reference.ts";
import { dayOf, holdingOf } from "../view.ts";
import { type Context, copyButton, filterAttributes, holdingMarkup } from "./context.ts";
import { icon } from "./icons.ts";
import { type Hold, type MarkedParagraph, markedParagraphs, ROLE_LETTER } from "./marks.ts";
import { fragment, html, type Markup, webAddress } from "./markup.ts";

/** More documents than this begin folded. */
const MAX_UNFOLDED = 8;

/** How deep a statement stands in others of its document. */
function depthOf(statement: Statement, byId: Map<string, Statement>): number {
  let depth = 0;
  const seen = new Set<string>();
  for (let s: Statement | undefined = statement; s?.parent != null && !seen.has(s.id); depth++) {
    seen.add(s.id);
    s = byId.get(s.parent);
  }
  return depth;
}

/** Classes for the innermost role and the depth of a stretch; narrated sentences are marked as such. */
function classesOf(holds: Hold[], narrated: Set<string>, byId: Map<string, Statement>): string {
  const spoken = holds.filter((h) => !narrated.has(h.statement.id));
  if (spoken.length === 0) return "m nar";
  const innermost = spoken.reduce((a, b) =>
    depthOf(b.statement, byId) >= depthOf(a.statement, byId) ? b : a,
  );
  const contents = spoken.filter((h) => h.role === "content");
  const direct = contents.some((h) => h.statement.form === "direct");
  const classes = ["m"];
  if (contents.length > 0) classes.push(contents.length > 1 ? "con2" : "con", direct ? "dir" : "ind");
  if (innermost.role === "source") classes.push("src");
  if (innermost.role === "cue") classes.push("cue");
  return classes.join(" ");
}

function pointLinks(c: Context, id: string): Markup[] {
  return (c.pointsOf.get(id) ?? []).map(
    (p) =>
      html` <a class="to-point v-${p.verdict}" href="${fragment(p.id)}">${icon(p.verdict)}<span class="sr">${p.verdict}: </span><span dir="auto">${p.label}</span></a>`,
  );
}

function note(c: Context, article: Article, statement: Statement, narrated: boolean): Markup {
  const found = { statement, article, narrated };
  const n = c.numbers.get(statement.id)!;
  const act = narrated ? "own voice" : `${statement.negated ? "not: " : ""}${statement.act}`;
  const said = statement.saidAt === null ? "" : ` · ${dayOf(statement.saidAt)}`;
  const quotation = quotationOf(c.v, found);
  const copied = quotation === null ? null : html` data-q="${plainQuotation(quotation)}"`;
  return html`<li class="note" data-n="${n}" ${filterAttributes(c, found)}${copied}><a class="n" href="${fragment(statement.id)}">${n}</a> ${holdingMarkup(holdingOf(c.v, found, false), false)} <span class="act">${act}${
    statement.kind !== "speech" && `, ${statement.kind}`
  }${said}</span> ${copied !== null && copyButton(n)}${pointLinks(c, statement.id)}</li>`;
}

function paragraph(
  c: Context,
  article: Article,
  p: MarkedParagraph,
  narrated: Set<string>,
  byId: Map<string, Statement>,
): Markup {
  const begun = new Set<string>();
  const starts = new Set(p.begins.map((s) => s.id));
  const text = p.stretches.map((stretch) => {
    const words = article.text.slice(stretch.start, stretch.end);
    if (stretch.holds.length === 0) {
      const hashes = stretch.start === p.start ? /^#{1,6}(?=\s)/u.exec(words)?.[0] : undefined;
      if (hashes === undefined) return html`${words}`;
      return html`<span class="added">${hashes}</span>${words.slice(hashes.length)}`;
    }
    const inOrder = [...stretch.holds].sort(
      (a, b) => c.numbers.get(a.statement.id)! - c.numbers.get(b.statement.id)!,
    );
    const anchors = inOrder.flatMap(({ statement }) => {
      if (begun.has(statement.id) || !starts.has(statement.id)) return [];
      begun.add(statement.id);
      const n = c.numbers.get(statement.id)!;
      const [point] = c.pointsOf.get(statement.id) ?? [];
      const target = point ? fragment(point.id) : null;
      const label = `Statement ${n}${point ? `: ${point.verdict}, to the board` : ""}`;
      return [
        target === null
          ? html`<span class="a" id="${statement.id}"><sup aria-hidden="true">${n}</sup></span>`
          : html`<a class="a" id="${statement.id}" href="${target}" aria-label="${label}"><sup>${n}</sup></a>`,
      ];
    });
    const data = stretch.holds
      .map(({ statement, role }) => `${c.numbers.get(statement.id)}${ROLE_LETTER[role]}`)
      .join(" ");
    return html`${anchors}<span class="${classesOf(stretch.holds, narrated, byId)}" data-m="${data}">${words}</span>`;
  });
  const heading = /^#{1,6}\s/u.exec(article.text.slice(p.start, p.end));
  return html`<div class="para"><p class="${heading ? "text heading" : "text"}" dir="auto">${text}</p>${
    p.begins.length > 0 &&
    html`<ol class="notes">${p.begins.map((s) => note(c, article, s, narrated.has(s.id)))}</ol>`
  }</div>
`;
}

function articleMarkup(c: Context, article: Article, unfolded: boolean): Markup {
  const narrated = new Set(article.narrated.map((s) => s.id));
  const byId = new Map([...article.statements, ...article.narrated].map((s) => [s.id, s]));
  const url = webAddress(article.url);
  const side = article.side === null ? null : (c.v.sides.get(article.side)?.name ?? article.side);
  const about = [
    article.outlet,
    article.byline,
    article.kind,
    side === null || side === article.outlet ? null : `speaks for ${side}`,
  ].filter((x) => x !== null);
  const name = c.v.names.get(article.id)!;
  return html`<details class="document" id="${article.id}"${unfolded ? html` open` : null}><summary><span class="name" dir="auto">${name}</span><span class="title" dir="auto">${article.title ?? article.outlet ?? name}</span></summary>
<p class="meta">${about.map((x) => html`<span dir="auto">${x}</span> · `)}${
    article.publishedAt !== null &&
    html`<time datetime="${article.publishedAt}">${dayOf(article.publishedAt)}</time> · `
  }${counted(article.statements.length, "statement")}${
    url !== null && html` · <a class="out" href="${url}" rel="noopener noreferrer nofollow">original</a>`
  }</p>
<div class="full" lang="${article.language ?? "en"}">${markedParagraphs(article).map((p) => paragraph(c, article, p, narrated, byId))}</div></details>
`;
}

/** All documents, in the collection's order. */
export function documentsMarkup(c: Context): Markup {
  const { articles } = c.v.collection;
  return html`<section id="documents" aria-labelledby="documents-title"><h2 id="documents-title">The documents</h2>
<ul class="legend"><li><span class="m src">source</span> who</li><li><span class="m cue">cue</span> says, denies, accepts …</li><li><span class="m con dir">content</span> quoted</li><li><span class="m con ind">content</span> in the document’s words</li><li><span class="m con2 ind">content</span> told within another statement</li><li><span class="m nar">own voice</span> of the document</li></ul>
${articles.map((a) => articleMarkup(c, a, articles.length <= MAX_UNFOLDED))}</section>`;
}
