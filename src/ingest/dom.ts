import { parseHTML } from "linkedom";

/** As much of the DOM as reading a page takes; the project compiles without the browser's types. */
export interface DomNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  firstChild: DomNode | null;
  nextSibling: DomNode | null;
  parentNode: DomNode | null;
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

export interface DomDocument extends DomElement {
  documentElement: DomElement | null;
}

/** Parses a page or a piece of one; pieces get a frame, which linkedom does not make by itself. */
export function parsePage(html: string): DomDocument {
  const framed = /<html[\s>]/i.test(html.slice(0, 100_000)) ? html : `<html><body>${html}</body></html>`;
  return parseHTML(framed).document as unknown as DomDocument;
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

export function isText(node: DomNode): boolean {
  return node.nodeType === 3;
}

/** What a visit answers: go on into the children, or pass them over. */
export type Visit = "into" | "over";

/**
 * Visits a tree in text order without recursion, so that no depth of tags can overflow the stack.
 * @param enter called for every node
 * @param leave called for every element whose children were visited
 */
export function walk(
  root: DomNode,
  enter: (node: DomNode, depth: number) => Visit,
  leave: (node: DomElement) => void,
): void {
  let node: DomNode = root;
  let depth = 0;
  for (;;) {
    const into = enter(node, depth) === "into";
    if (into && node.firstChild) {
      node = node.firstChild;
      depth++;
      continue;
    }
    if (into && isElement(node)) leave(node);
    while (node !== root && !node.nextSibling) {
      if (!node.parentNode) return;
      node = node.parentNode;
      depth--;
      if (isElement(node)) leave(node);
    }
    if (node === root || !node.nextSibling) return;
    node = node.nextSibling;
  }
}

/** All characters below a node, white space as it stands. */
export function textOf(root: DomNode): string {
  const parts: string[] = [];
  walk(
    root,
    (node) => {
      if (isText(node)) parts.push(node.nodeValue ?? "");
      return "into";
    },
    () => {},
  );
  return parts.join("");
}

/** The words of class, id and component name in lower case, parted at hyphens, underscores and inner capitals. */
export function nameTokens(element: DomElement): Set<string> {
  let names = "";
  for (const attribute of NAMING) {
    const value = element.getAttribute(attribute);
    if (value) names += ` ${value}`;
  }
  if (names === "") return NONE;
  return new Set(
    names
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .split(/[\s_-]+/)
      .filter((token) => token !== ""),
  );
}

/** Where pages name their parts; the class may be a hash where the part has a test's name. */
const NAMING = ["class", "id", "data-component", "data-testid", "data-module"];
const NONE: Set<string> = new Set();
