/** The report: the accounts side by side as one page that needs nothing but itself. */
import type { Collection } from "../model.ts";
import { checkedWords } from "./checked.ts";
import { counted } from "./counted.ts";
import { boardMarkup, oneSidedMarkup } from "./html/board.ts";
import { contextOf } from "./html/context.ts";
import { documentsMarkup } from "./html/documents.ts";
import { filtersMarkup } from "./html/filters.ts";
import { FAVICON, icon, iconDefinitions } from "./html/icons.ts";
import { html, type Markup, raw } from "./html/markup.ts";
import { SCRIPT } from "./html/script.ts";
import {
  absencesMarkup,
  copiesMarkup,
  methodMarkup,
  noticesMarkup,
  shiftsMarkup,
  variantsMarkup,
} from "./html/sections.ts";
import { sha256 } from "./html/sha256.ts";
import { STYLE } from "./html/style.ts";
import { datesOf, VERDICT_ORDER, type View, view } from "./view.ts";

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${sha256(STYLE)}'`,
  `script-src 'sha256-${sha256(SCRIPT)}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function tally(v: View): Markup {
  const counts = VERDICT_ORDER.map((verdict) => ({
    verdict,
    n: v.points.filter((p) => p.verdict === verdict).length,
  })).filter((x) => x.n > 0);
  if (counts.length === 0) return html``;
  return html`<ul class="tally" aria-label="Verdicts">${counts.map(
    (x) => html`<li class="v-${x.verdict}">${icon(x.verdict)}<b>${x.n}</b> ${x.verdict}</li>`,
  )}</ul>`;
}

function contents(v: View): Markup {
  const { collection } = v;
  const entries: [string, string, boolean][] = [
    ["points", "Points at issue", true],
    ["shifts", "Shifts", collection.shifts.length > 0],
    ["not-said", "Not said", collection.absences.length > 0],
    ["quotations", "Quotations", collection.variants.some((x) => x.relation !== "same")],
    ["one-sided", "One side only", v.points.some((p) => p.verdict === "one-sided")],
    ["copies", "Copies", collection.copies.length > 0],
    ["documents", "Documents", true],
    ["notices", "Input", collection.failures.length + collection.warnings.length > 0],
    ["about", "How to read", true],
  ];
  return html`<nav aria-label="Contents"><ul>${entries.map(
    ([id, label, there]) => there && html`<li><a href="#${id}">${label}</a></li>`,
  )}</ul></nav>`;
}

/**
 * The comparison as one self-contained page: it opens from a file, offline, loads and sends nothing (the page's own
 * policy forbids it), reads without script, prints, and fits a phone. Every word from a document is escaped.
 * @param options.title the page's heading; by default the number of accounts
 * @returns a whole HTML document
 */
export function reportHtml(collection: Collection, options: { title?: string } = {}): string {
  const v = view(collection);
  const c = contextOf(v);
  const title = options.title ?? `${counted(collection.articles.length, "account")}, side by side`;
  const outlets = new Set(collection.articles.map((a) => a.outlet).filter((o) => o !== null));
  const dates = datesOf(collection.articles);
  const statements = collection.articles.reduce((n, a) => n + a.statements.length, 0);
  const deck = [
    counted(collection.articles.length, "document"),
    ...(outlets.size > 0 ? [counted(outlets.size, "outlet")] : []),
    counted(statements, "statement"),
    ...(dates === null ? [] : [dates]),
    ...(collection.sides.length > 0 ? [`Sides: ${collection.sides.map((s) => s.name).join(", ")}`] : []),
  ];
  const checked = checkedWords(collection);
  if (checked !== null) deck.push(checked);
  const board = boardMarkup(c);
  const documents = documentsMarkup(c);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title} – readout</title>
<link rel="icon" href="${FAVICON}">
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#points">To the points at issue</a>
${iconDefinitions()}
<header class="masthead"><p class="brand">readout</p>
<h1 dir="auto">${title}</h1>
<p class="deck">${deck.map((x, i) => html`${i > 0 && " · "}<span dir="auto">${x}</span>`)}</p>
${tally(v)}
</header>
${contents(v)}
${filtersMarkup(c)}
<main>
${board}
${shiftsMarkup(c)}${absencesMarkup(c)}${variantsMarkup(c)}${oneSidedMarkup(c)}${copiesMarkup(c)}${documents}
${noticesMarkup(collection)}${methodMarkup(collection)}</main>
<p id="copied" class="sr" role="status" aria-live="polite"></p>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`;
  return page.text;
}
