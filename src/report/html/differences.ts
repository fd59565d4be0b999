/** Two wordings side by side, the words in which they differ marked. */
import { diffWordsWithSpace } from "diff";
import { html, type Markup } from "./markup.ts";

/** Texts longer than this are not compared word by word: the marks would say nothing. */
const LONGEST = 2000;
/** Least share of common words at which marking the rest helps. */
const LEAST_COMMON = 0.25;

/** Each text as markup, with `<mark>` around what the other does not have. */
export function differences(a: string, b: string): [Markup, Markup] {
  const plain: [Markup, Markup] = [html`${a}`, html`${b}`];
  if (a.length > LONGEST || b.length > LONGEST) return plain;
  const parts = diffWordsWithSpace(a, b);
  const letters = (s: string) => s.replace(/[^\p{L}\p{N}]/gu, "").length;
  const common = parts.reduce((n, p) => n + (p.added || p.removed ? 0 : letters(p.value)), 0);
  if (common < LEAST_COMMON * Math.max(letters(a), letters(b))) return plain;
  const side = (drop: "added" | "removed") =>
    parts.filter((p) => !p[drop]).map((p) => (p.added || p.removed ? marked(p.value) : html`${p.value}`));
  return [html`${side("added")}`, html`${side("removed")}`];
}

/** White space and punctuation at the edges stay outside the mark: a comma for a full stop is no difference. */
function marked(text: string): Markup {
  const core = /[\p{L}\p{N}\p{S}](?:.*[\p{L}\p{N}\p{S}%])?/su.exec(text)?.[0];
  if (core === undefined) return html`${text}`;
  const at = text.indexOf(core);
  return html`${text.slice(0, at)}<mark>${core}</mark>${text.slice(at + core.length)}`;
}
