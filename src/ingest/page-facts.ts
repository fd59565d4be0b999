import { type DomElement, type DomNode, isElement, isText, type Visit, walk } from "./dom.ts";

/** What stands in an element, counted in characters without white space at the edges of its text nodes. */
export interface Facts {
  length: number;
  /** Of these, inside links to elsewhere (links within the page don't count). */
  linked: number;
  links: number;
  pictures: number;
  controls: number;
  /** Characters inside paragraphs, list items and cells that end as sentences do. */
  prose: number;
}

const PICTURES = new Set("IMG PICTURE VIDEO AMP-IMG SVG IFRAME AMP-VIDEO AUDIO".split(" "));
const CONTROLS = new Set("INPUT TEXTAREA SELECT BUTTON".split(" "));
const UNREAD = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE HEAD".split(" "));
const SENTENCE = /[.?!…]["'”’»)\]]*$/;

const none = (): Facts => ({ length: 0, linked: 0, links: 0, pictures: 0, controls: 0, prose: 0 });

/** The facts of every element below `root`, in one walk. */
export function gatherFacts(root: DomElement): (element: DomNode) => Facts {
  const facts = new Map<DomNode, Facts>();
  const open: Facts[] = [];
  let links = 0;
  walk(
    root,
    (node): Visit => {
      const here = open.at(-1);
      if (isText(node) && here) {
        const text = (node.nodeValue ?? "").trim();
        here.length += text.length;
        if (links > 0) here.linked += text.length;
        else if (text.length > 40 && SENTENCE.test(text)) here.prose += text.length;
      }
      if (!isElement(node) || UNREAD.has(node.nodeName)) return "over";
      const own = none();
      if (isLink(node)) {
        links++;
        own.links = 1;
      }
      if (PICTURES.has(node.nodeName)) own.pictures = 1;
      if (CONTROLS.has(node.nodeName) && node.getAttribute("type") !== "hidden") own.controls = 1;
      open.push(own);
      return "into";
    },
    (element) => {
      const own = open.pop() ?? none();
      facts.set(element, own);
      if (isLink(element)) links--;
      const parent = open.at(-1);
      if (!parent) return;
      for (const key of Object.keys(own) as (keyof Facts)[]) parent[key] += own[key];
    },
  );
  const nothing = none();
  return (element) => facts.get(element) ?? nothing;
}

function isLink(element: DomElement): boolean {
  return element.nodeName === "A" && !/^(?:#|$)/.test(element.getAttribute("href") ?? "x");
}
