/** What the parts of the page share: numbers of statements, indexes for the filters, holders and words as markup. */
import type { Passage, Point, Statement } from "../../model.ts";
import type { Saying } from "../group.ts";
import { dayOf, type Found, type Holder, type Holding, holdingOf, placeOf, type View } from "../view.ts";
import { leadOf, wordingOf, wordsOf } from "../words.ts";
import { statementsInOrder } from "./marks.ts";
import { fragment, html, type Markup } from "./markup.ts";

export interface Context {
  v: View;
  /** Running numbers of the statements over all documents, from 1. */
  numbers: Map<string, number>;
  /** The points in which a statement stands. */
  pointsOf: Map<string, Point[]>;
  /** What the filters offer; the page's attributes hold indexes into these. */
  speakers: Indexed;
  sides: Indexed;
  outlets: Indexed;
}

/** Names by their order of first use. */
export class Indexed {
  readonly names: { name: string; count: number }[] = [];
  readonly #indexes = new Map<string, number>();

  /** The index of a key, new with this name where it was not seen before; counts one use. */
  add(key: string, name: string): number {
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.names.length;
      this.names.push({ name, count: 0 });
      this.#indexes.set(key, index);
    }
    this.names[index]!.count++;
    return index;
  }
}

export function contextOf(v: View): Context {
  const numbers = new Map<string, number>();
  for (const article of v.collection.articles) {
    for (const s of statementsInOrder(article)) numbers.set(s.id, numbers.size + 1);
  }
  const pointsOf = new Map<string, Point[]>();
  for (const point of v.points) {
    for (const id of new Set(point.positions.flatMap((p) => p.statements))) {
      const list = pointsOf.get(id);
      if (list) list.push(point);
      else pointsOf.set(id, [point]);
    }
  }
  return { v, numbers, pointsOf, speakers: new Indexed(), sides: new Indexed(), outlets: new Indexed() };
}

export function holderMarkup(holder: Holder, full: boolean, known: string | null = null): Markup {
  const side =
    holder.side !== null && holder.side.name !== holder.name && holder.side.id !== known
      ? holder.side.name
      : null;
  return html`<b dir="auto">${holder.name}</b>${!holder.sure && holder.id !== null && " (probably)"}${
    full && holder.role !== null && html`, <span dir="auto">${holder.role}</span>`
  }${side !== null && html` (<span dir="auto">${side}</span>)`}`;
}

function joinHolders(holders: Holder[], full: boolean, known: string | null): Markup[] {
  return holders.map(
    (h, i) =>
      html`${i > 0 && (i === holders.length - 1 ? " and " : ", ")}${holderMarkup(h, full && holders.length <= 2, known)}`,
  );
}

export function holdingMarkup(holding: Holding, full: boolean, known: string | null = null): Markup {
  return html`<span class="who">${joinHolders(holding.holders, full, known)}${holding.reportedBy.map(
    (hs) => html`<span class="via">, as told by ${joinHolders(hs, false, known)}</span>`,
  )}</span>`;
}

/** A statement's words: quotation marks only where the source has them, else its cue before them. */
function wordsMarkup(found: Found, evidence: Passage[], max: number): Markup {
  const { statement } = found;
  const quoted = statement.form === "direct" && !found.narrated;
  const text = leadOf(found);
  const cue = text === null ? null : html`<span class="lead">${text}</span> `;
  const words = wordsOf(found, evidence, max).map((w) =>
    w.decisive
      ? html`<strong>${w.text}</strong>`
      : w.added
        ? html`<span class="added">${w.text}</span>`
        : html`${w.text}`,
  );
  return quoted && cue === null
    ? html`<q class="words direct" dir="auto">${words}</q>`
    : html`<span class="words told" dir="auto">${cue}${words}</span>`;
}

function startOf(statement: Statement): number {
  return (statement.content[0] ?? statement.cue[0] ?? statement.source[0])?.start ?? 0;
}

/** A link from the board to the passage: place and number, which stand at the passage too (and so on paper). */
export function placeLink(c: Context, found: Found): Markup {
  const n = c.numbers.get(found.statement.id)!;
  const place = placeOf(c.v, found.article, startOf(found.statement));
  return html`<a class="place" href="${fragment(found.statement.id)}"><span dir="auto">${place}</span> <span class="n">[${n}]</span></a>`;
}

/**
 * A button that copies the statement's words with their reference; its label is drawn by the style, so that it is
 * in no text that is searched, and it is shown only where the page's script runs.
 */
export function copyButton(n: number): Markup {
  return html`<button type="button" class="copy" data-c="${n}" aria-label="Copy the words of statement ${n} with their reference" title="Copy with reference"></button>`;
}

export function sourceLine(c: Context, found: Found): Markup {
  const { publishedAt } = found.article;
  return html`<span class="meta"><span dir="auto">${wordingOf(c.v, found)}</span>${
    publishedAt !== null && html` · <time datetime="${publishedAt}">${dayOf(publishedAt)}</time>`
  } · ${placeLink(c, found)} ${copyButton(c.numbers.get(found.statement.id)!)}</span>`;
}

export function sayingMarkup(c: Context, saying: Saying, max: number): Markup {
  const { also } = saying;
  return html`<div class="saying">${wordsMarkup(saying.found, saying.evidence, max)}
${sourceLine(c, saying.found)}${
  also.length > 0 &&
  html`<span class="meta also">same words: ${also.map((f, i) => html`${i > 0 && ", "}${placeLink(c, f)}`)}</span>`
}</div>`;
}

/** A statement of a shift, a variant: holder known, words and place. */
export function foundMarkup(c: Context, found: Found, max: number): Markup {
  return html`<div class="saying">${wordsMarkup(found, [], max)}
${sourceLine(c, found)}</div>`;
}

/** Attributes by which the filters find a statement's note. */
export function filterAttributes(c: Context, found: Found): Markup {
  const holding = holdingOf(c.v, found);
  const all = [...holding.holders, ...holding.reportedBy.flat()];
  const speakers = new Set(holding.holders.map((h) => c.speakers.add(h.id ?? h.name, h.name)));
  const sides = new Set(
    all.map((h) => h.side).flatMap((s) => (s === null ? [] : [c.sides.add(s.id, s.name)])),
  );
  const outlet = found.article.outlet ?? c.v.names.get(found.article.id)!;
  return html`data-k="${[...speakers].join(" ")}" data-d="${[...sides].join(" ")}" data-o="${c.outlets.add(outlet, outlet)}" data-a="${
    found.narrated ? "narrated" : found.statement.act
  }"`;
}
