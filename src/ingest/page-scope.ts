import { type DomElement, type DomNode, isElement, isText, textOf, walk } from "./dom.ts";
import { gatherFacts } from "./page-facts.ts";

/**
 * Narrows a page to the story that its title names: another story below it (pages that scroll on without end) goes,
 * and so does what stands before the headline, unless most of the prose stands there.
 * @param titles what the page calls itself, in JSON-LD, meta tags and its title bar
 * @param isLive a live blog's posts have headlines of their own and stay
 */
export function narrow(root: DomElement, titles: (string | null)[], isLive: boolean): void {
  const headline = findHeadline(root, titles);
  if (!headline) return;
  if (!isLive) removeOthers(root, headline);
  removeBefore(root, headline);
}

/** The heading that says the title; failing that, the first block that says it and nothing else. */
export function findHeadline(root: DomElement, titles: (string | null)[]): DomElement | null {
  const names = titles.map((title) => bare(title ?? "")).filter((name) => name.length >= 8);
  if (names.length === 0) return null;
  for (const level of ["h1", "h2, h3, h4"]) {
    for (const heading of root.querySelectorAll(level)) {
      const words = bare(textOf(heading));
      if (names.some((name) => name === words || (words.length >= 16 && name.includes(words))))
        return heading;
    }
  }
  let found: DomElement | null = null;
  walk(
    root,
    (node) => {
      if (found || !isElement(node) || node.nodeName === "HEAD") return "over";
      // A title's length bounds the search: only small elements are compared.
      if (node.firstChild && isText(node.firstChild) && names.includes(bare(textOf(node)))) found = node;
      return "into";
    },
    () => {},
  );
  return found;
}

const STORY = "article, [role=article]";

/** Stories beside the one that holds the headline, with a headline of the same level. */
function removeOthers(root: DomElement, headline: DomElement): void {
  const own = closest(
    headline,
    (one) => one.nodeName === "ARTICLE" || one.getAttribute("role") === "article",
  );
  const factsOf = gatherFacts(root);
  if (!own || factsOf(own).length < 200) return;
  const doomed = [...root.querySelectorAll(STORY)].filter(
    (other) =>
      other !== own &&
      !isWithin(other, own) &&
      !isWithin(own, other) &&
      (other.querySelector(headline.nodeName.toLowerCase()) !== null || other.querySelector("h1") !== null),
  );
  for (const other of doomed) other.remove();
}

/** Removes what comes before an element in the page's order. */
function removeBefore(root: DomElement, headline: DomElement): void {
  const factsOf = gatherFacts(root);
  const doomed: DomNode[] = [];
  let prose = 0;
  for (let node: DomNode = headline; node !== root && node.parentNode; node = node.parentNode) {
    for (let before = node.parentNode.firstChild; before && before !== node; before = before.nextSibling) {
      if (before.nodeName === "HEAD") continue;
      doomed.push(before);
      prose += isElement(before) ? factsOf(before).prose : 0;
    }
  }
  if (prose > factsOf(root).prose * 0.3) return;
  for (const node of doomed) {
    if (isElement(node)) node.remove();
    else if (isText(node)) node.nodeValue = " ";
  }
}

function closest(node: DomElement, fits: (element: DomElement) => boolean): DomElement | null {
  for (let above: DomNode | null = node; above && isElement(above); above = above.parentNode)
    if (fits(above)) return above;
  return null;
}

function isWithin(node: DomNode, outer: DomNode): boolean {
  for (let above: DomNode | null = node; above; above = above.parentNode) if (above === outer) return true;
  return false;
}

/** Letters and digits alone, in lower case. */
export function bare(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
