import { type DomElement, type DomNode, isElement, isText, type Visit, walk } from "./dom.ts";
import { BLOCKS } from "./page-text.ts";

/** What stands in an element, counted in characters without white space at the edges of its text nodes. */
export interface Facts {
  length: number;
  /** Of these, inside links to elsewhere (links within the page don't count). */
  linked: number;
  links: number;
  pictures: number;
  controls: number;
  /** Characters of blocks without blocks inside that end as sentences do and are no links. */
  prose: number;
}

const PICTURES = new Set("IMG PICTURE VIDEO AMP-IMG SVG IFRAME AMP-VIDEO AUDIO".split(" "));
const CONTROLS = new Set("INPUT TEXTAREA SELECT BUTTON".split(" "));
const UNREAD = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE HEAD".split(" "));
const SENTENCE = /[.?!…:;]["'”’»)\]]*\s*$/;
const SHORTEST = 30;

/** An element while its children are visited. */
interface Open extends Facts {
  /** The last characters so far. */
  tail: string;
  blocks: number;
}

const none = (): Facts => ({ length: 0, linked: 0, links: 0, pictures: 0, controls: 0, prose: 0 });

/** The facts of every element below `root`, in one walk. */
export function gatherFacts(root: DomElement): (element: DomNode) => Facts {
  const facts = new Map<DomNode, Facts>();
  const open: Open[] = [];
  let links = 0;
  walk(
    root,
    (node): Visit => {
      const here = open.at(-1);
      if (isText(node) && here) {
        const text = (node.nodeValue ?? "").trim();
        here.length += text.length;
        if (links > 0) here.linked += text.length;
        if (text !== "") here.tail = text.slice(-8);
      }
      if (!isElement(node) || UNREAD.has(node.nodeName)) return "over";
      const own: Open = { ...none(), tail: "", blocks: 0 };
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
      const own = open.pop();
      if (!own) return;
      if (isLink(element)) links--;
      const isBlock = BLOCKS.has(element.nodeName) || element.nodeName === "TD";
      const isProse = own.length >= SHORTEST && own.linked < own.length * 0.6 && SENTENCE.test(own.tail);
      if (isBlock && own.blocks === 0 && isProse) own.prose = own.length;
      const { tail, blocks, ...told } = own;
      facts.set(element, told);
      const parent = open.at(-1);
      if (!parent) return;
      for (const key of Object.keys(told) as (keyof Facts)[]) parent[key] += told[key];
      parent.blocks += blocks + (isBlock ? 1 : 0);
      if (tail !== "") parent.tail = tail;
    },
  );
  const nothing = none();
  return (element) => facts.get(element) ?? nothing;
}

function isLink(element: DomElement): boolean {
  return element.nodeName === "A" && !/^(?:#|$)/.test(element.getAttribute("href") ?? "x");
}
