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
  /** Blocks inside, at any depth. */
  blocks: number;
}

const PICTURES = new Set("IMG PICTURE VIDEO AMP-IMG SVG IFRAME AMP-VIDEO AUDIO".split(" "));
const CONTROLS = new Set("INPUT TEXTAREA SELECT BUTTON".split(" "));
const UNREAD = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE HEAD".split(" "));
const SENTENCE = /[.?!…:;]["'”’»)\]]*\s*$/;
const SHORTEST = 30;
const TAIL = 8;

/** An element while its children are visited, and its facts after it. */
interface Open extends Facts {
  /** The last characters so far. */
  tail: string;
}

const none = (): Open => ({
  length: 0,
  linked: 0,
  links: 0,
  pictures: 0,
  controls: 0,
  prose: 0,
  blocks: 0,
  tail: "",
});

/** The facts of every element below `root`, in one walk. */
export function gatherFacts(root: DomElement): (element: DomNode) => Facts {
  const facts = new Map<DomNode, Facts>();
  const open: Open[] = [];
  let links = 0;
  walk(
    root,
    (node): Visit => {
      if (isText(node)) {
        const here = open[open.length - 1];
        const text = (node.nodeValue ?? "").trim();
        if (!here || text === "") return "over";
        here.length += text.length;
        if (links > 0) here.linked += text.length;
        here.tail = text.length > TAIL ? text.slice(-TAIL) : text;
        return "over";
      }
      if (!isElement(node)) return "over";
      const tag = node.nodeName;
      if (UNREAD.has(tag)) return "over";
      const own = none();
      if (tag === "A" && isLink(node)) {
        links++;
        own.links = 1;
      } else if (PICTURES.has(tag)) own.pictures = 1;
      else if (CONTROLS.has(tag) && node.getAttribute("type") !== "hidden") own.controls = 1;
      open.push(own);
      return "into";
    },
    (element) => {
      const own = open.pop();
      if (!own) return;
      const tag = element.nodeName;
      if (tag === "A" && isLink(element)) links--;
      const isBlock = BLOCKS.has(tag) || tag === "TD";
      if (isBlock && own.blocks === 0 && own.length >= SHORTEST && own.linked < own.length * 0.6)
        if (SENTENCE.test(own.tail)) own.prose = own.length;
      facts.set(element, own);
      const parent = open[open.length - 1];
      if (!parent) return;
      parent.length += own.length;
      parent.linked += own.linked;
      parent.links += own.links;
      parent.pictures += own.pictures;
      parent.controls += own.controls;
      parent.prose += own.prose;
      parent.blocks += own.blocks + (isBlock ? 1 : 0);
      if (own.tail !== "") parent.tail = own.tail;
    },
  );
  const nothing = none();
  return (element) => facts.get(element) ?? nothing;
}

function isLink(element: DomElement): boolean {
  return !/^(?:#|$)/.test(element.getAttribute("href") ?? "x");
}
