/** What stands beside the points: shifts, what was not said, quotations that differ, copies, warnings, the method. */
import type { Collection, Notice, Point } from "../../model.ts";
import { counted } from "../counted.ts";
import { leftOut } from "../left-out.ts";
import { dayOf, type Found, holderOf, noticeGroups } from "../view.ts";
import { wordsOf } from "../words.ts";
import { type Context, foundMarkup, holderMarkup, placeLink, sourceLine } from "./context.ts";
import { differences } from "./differences.ts";
import { verdictLabel } from "./icons.ts";
import { fragment, html, type Markup } from "./markup.ts";

const FULL_WORDS = 900;

function section(id: string, title: string, hint: string, body: Markup[]): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p class="hint">${hint}</p>
${body}</section>
`;
}

function pointLink(c: Context, id: string | null): Markup | null {
  const point = c.v.points.find((p) => p.id === id);
  return point ? html`<a href="${fragment(point.id)}" dir="auto">${point.question}</a>` : null;
}

export function shiftsMarkup(c: Context): Markup {
  const { shifts } = c.v.collection;
  if (shifts.length === 0) return html``;
  const half = (label: string, found: Found | undefined) => {
    if (!found) return null;
    const { saidAt } = found.statement;
    const when = saidAt ?? found.article.publishedAt;
    return html`<div class="half"><p class="step">${label}${when !== null && html`, <time datetime="${when}">${dayOf(when)}</time>`}</p>${foundMarkup(c, found, FULL_WORDS)}</div>`;
  };
  return section(
    "shifts",
    "Shifts",
    "The same holder, earlier and later.",
    shifts.map(
      (
        s,
      ) => html`<article class="entry" id="${s.id}"><h3>${holderMarkup(holderOf(c.v, s.speaker), true)}: <span dir="auto">${s.about}</span></h3>
<div class="pair">${half("Earlier", c.v.statements.get(s.from))}${half("Later", c.v.statements.get(s.to))}</div></article>`,
    ),
  );
}

const ABSENCE = { declined: "Would not say", "no-answer": "Gave no answer" };

export function absencesMarkup(c: Context): Markup {
  const { absences } = c.v.collection;
  if (absences.length === 0) return html``;
  const rows = absences.flatMap((a) => {
    if (a.kind === "not-mentioned") return [];
    const article = c.v.articles.get(a.article);
    const name = article ? c.v.names.get(article.id)! : "";
    const about = pointLink(c, a.point);
    const who =
      a.speaker === null ? html`<b>Somebody not named</b>` : holderMarkup(holderOf(c.v, a.speaker), true);
    const [first] = a.evidence;
    const words = a.evidence.map((p) => p.text).join(" … ");
    const found =
      first &&
      article?.statements.find((s) =>
        [...s.cue, ...s.content].some((p) => p.start < first.end && first.start < p.end),
      );
    const where =
      found && article
        ? placeLink(c, { statement: found, article, narrated: false })
        : article && html`<a class="place" href="${fragment(article.id)}" dir="auto">${name}</a>`;
    return [
      html`<tr id="${a.id}"><th scope="row">${ABSENCE[a.kind]}</th><td>${who}</td><td>${
        words !== "" && html`<span class="passage" dir="auto">${words}</span>`
      }${about !== null && html`<span class="meta">on ${about}</span>`}</td><td class="where">${where ?? ""}</td></tr>`,
    ];
  });
  const left = leftOut(c.v).map(({ article, holder, points, oneSided }) => {
    const link = (p: Point) => html`<li>${pointLink(c, p.id)}</li>`;
    return html`<tr><th scope="row">Leaves out</th><td>${holder !== null && holderMarkup(holder, false)}</td><td>${
      points.length > 0 && html`<ul>${points.map(link)}</ul>`
    }${
      oneSided.length > 0 &&
      html`<details><summary class="meta">${counted(oneSided.length, "point")} that only others speak to</summary><ul>${oneSided.map(link)}</ul></details>`
    }</td><td class="where"><a class="place" href="${fragment(article.id)}" dir="auto">${c.v.names.get(article.id)!}</a></td></tr>`;
  });
  return section(
    "not-said",
    "What was not said",
    "Declined, left unanswered, or left out of a side’s own account.",
    [
      html`<table><thead class="sr"><tr><th scope="col">How</th><th scope="col">Who</th><th scope="col">What</th><th scope="col">Where</th></tr></thead><tbody>${rows}${left}</tbody></table>`,
    ],
  );
}

const VARIANT = {
  altered: "Quoted words differ",
  truncated: "Cut short",
  paraphrased: "Quoted in one, reworded in the other",
  same: "The same words",
};

export function variantsMarkup(c: Context): Markup {
  const order = ["altered", "truncated", "paraphrased", "same"];
  const variants = c.v.collection.variants
    .filter((x) => x.relation !== "same")
    .sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation));
  if (variants.length === 0) return html``;
  const text = (f: Found) =>
    wordsOf(f, [], Number.POSITIVE_INFINITY)
      .map((w) => w.text)
      .join("");
  return section(
    "quotations",
    "Quotations that differ",
    "One utterance as two documents give it. Words that only one of the two has are marked.",
    variants.flatMap((variant) => {
      const [a, b] = variant.statements.map((id) => c.v.statements.get(id));
      if (!a || !b) return [];
      const [left, right] = differences(text(a), text(b));
      const half = (found: Found, words: Markup) =>
        html`<div class="half"><span class="passage" dir="auto">${words}</span>${sourceLine(c, found)}</div>`;
      return [
        html`<article class="entry" id="${variant.id}"><h3>${holderMarkup(holderOf(c.v, variant.speaker), true)}: <span class="change">${VARIANT[variant.relation]}</span></h3>
<div class="pair">${half(a, left)}${half(b, right)}</div></article>`,
      ];
    }),
  );
}

export function copiesMarkup(c: Context): Markup {
  const { copies } = c.v.collection;
  if (copies.length === 0) return html``;
  const link = (id: string) => html`<a href="${fragment(id)}" dir="auto">${c.v.names.get(id) ?? id}</a>`;
  return section(
    "copies",
    "Copies",
    "Documents that carry the same text count once as independent accounts.",
    [
      html`<ul class="plain">${copies.map(
        (copy) =>
          html`<li id="${copy.id}">${copy.articles.map((id, i) => html`${i > 0 && " and "}${link(id)}`)}: ${Math.round(copy.share * 100)} % the same text${
            copy.origin !== null && html`, first in ${link(copy.origin)}`
          }</li>`,
      )}</ul>`,
    ],
  );
}

function notices(title: string, list: Notice[]): Markup | false {
  return (
    list.length > 0 &&
    html`<h3>${title}</h3><ul class="plain">${noticeGroups(list).map(
      (n) =>
        html`<li>${n.inputs.map((x, i) => html`${i > 0 && ", "}<b dir="auto">${x}</b>`)}: <span dir="auto">${n.message}</span> <code>${n.code}</code></li>`,
    )}</ul>`
  );
}

export function noticesMarkup(collection: Collection): Markup {
  if (collection.failures.length + collection.warnings.length === 0) return html``;
  return html`<section id="notices" aria-labelledby="notices-title"><h2 id="notices-title">Input</h2>${notices("Could not be read", collection.failures)}${notices("Warnings", collection.warnings)}</section>
`;
}

export function methodMarkup(collection: Collection): Markup {
  const { generator } = collection;
  const models = generator.models.map((m) => `${m.name} ${m.version} (${m.sha256.slice(0, 12)})`).join(", ");
  return html`<section id="about" aria-labelledby="about-title"><h2 id="about-title">How to read this page</h2>
<dl class="verdicts">
<div><dt>${verdictLabel("disputed")}</dt><dd>Two holders give answers that can’t both be true.</dd></div>
<div><dt>${verdictLabel("divergent")}</dt><dd>Both could be true, yet a reader takes a different picture from each side.</dd></div>
<div><dt>${verdictLabel("unclear")}</dt><dd>The answers may differ only in time, scope, wording or caution.</dd></div>
<div><dt>${verdictLabel("agreed")}</dt><dd>Holders of different sides give the same answer.</dd></div>
<div><dt>${verdictLabel("one-sided")}</dt><dd>Only one holder, or one side, speaks to it.</dd></div>
</dl>
<p class="note-method">readout shows the disagreement and does not settle it. One in four attributions of any machine is wrong: check before you print. Quotation marks stand only around words that stand in quotation marks, or in a transcript, in the document; words after a cue and a colon are the document’s own. Every number in brackets leads to the passage.</p>
<p class="meta">Made by ${generator.name} ${generator.version}${models !== "" && ` with ${models}`}, offline. This page loads nothing and sends nothing.</p></section>
`;
}
