/**
 * The marks of the verdicts. Two strokes stand for two accounts: they cross (disputed), part (divergent), run one
 * broken beside the other (unclear), run alongside (agreed), or only one is there (one-sided). So the verdict
 * reads without colour too.
 */
import type { PointVerdict } from "../../model.ts";
import { html, type Markup, raw } from "./markup.ts";
import { VERDICT_STROKES } from "./strokes.ts";

/** The drawings, once in the page. */
export function iconDefinitions(): Markup {
  const symbols = Object.entries(VERDICT_STROKES).map(([verdict, strokes]) => {
    const paths = strokes.map(
      ({ d, dashed }) => `<path d="${d}"${dashed ? ' stroke-dasharray="3 3.6"' : ""}/>`,
    );
    return `<symbol id="mark-${verdict}" viewBox="0 0 24 24">${paths.join("")}</symbol>`;
  });
  return raw(`<svg class="defs" width="0" height="0" aria-hidden="true">${symbols.join("")}</svg>`);
}

/** The mark of a verdict; the verdict's word stands beside it, so it is hidden from screen readers. */
export function icon(verdict: PointVerdict): Markup {
  return html`<svg class="mark" aria-hidden="true"><use href="#mark-${verdict}"/></svg>`;
}

/** Mark and word. */
export function verdictLabel(verdict: PointVerdict): Markup {
  return html`<span class="verdict v-${verdict}">${icon(verdict)} ${verdict === "one-sided" ? "One side only" : verdict}</span>`;
}

/** A tab's icon: the crossed strokes. */
export const FAVICON =
  "data:image/svg+xml," +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" rx="4" fill="#fbf9f4"/><path d="M5 5 19 19M19 5 5 19" stroke="#8c1d18" stroke-width="3" stroke-linecap="round"/></svg>',
  );
