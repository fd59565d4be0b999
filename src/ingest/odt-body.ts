import type { OfficeBody } from "./docx-body.ts";
import { TextBlocks } from "./text-blocks.ts";
import { parseXml, type XmlEvents } from "./xml.ts";

const ODF = "urn:oasis:names:tc:opendocument:xmlns:";
const PREFIXES = new Map([
  ...["office", "text", "table", "style"].map((name): [string, string] => [`${ODF}${name}:1.0`, name]),
  [`${ODF}drawing:1.0`, "draw"],
  [`${ODF}svg-compatible:1.0`, "svg"],
]);

/** Apart from the running text, or none of it: notes, comments, what changes deleted, readings, alternative texts. */
const SKIPPED = new Set([
  "text:note",
  "text:tracked-changes",
  "text:hidden-text",
  "text:ruby-text",
  "text:index-title-template",
  "office:annotation",
  "office:forms",
  "office:binary-data",
  "office:scripts",
  "svg:title",
  "svg:desc",
]);
const MAX_SPACES = 100;

/**
 * The paragraphs of content.xml. Element names and meanings: ODF 1.3 part 3, 5 (text), 6.1.2 (white space), 9 (tables).
 * @throws ReadoutError INPUT_BROKEN
 */
export function odtBody(xml: Uint8Array): OfficeBody {
  const reader = new BodyReader();
  parseXml(xml, PREFIXES, reader);
  return { blocks: reader.blocks.finish(), title: reader.title };
}

class BodyReader implements XmlEvents {
  readonly blocks = new TextBlocks();
  title: string | null = null;
  #inText = false;
  #skipped = 0;
  /** Where the next words would follow white space or a paragraph's beginning. */
  #atSpace = true;
  /** Styles of this document, each with the one that it is made from. */
  #parents = new Map<string, string>();
  #titles: boolean[] = [];
  #style = "";
  #hidden = new Set<string>();
  /** The open spans; true for those whose words are hidden. */
  #spans: boolean[] = [];

  open = (name: string, attribute: (name: string) => string | null): void => {
    if (name === "style:style") {
      const style = attribute("style:name");
      const parent = attribute("style:parent-style-name");
      if (style !== null && parent !== null) this.#parents.set(style, parent);
    }
    if (name === "style:style") this.#style = attribute("style:name") ?? "";
    if (name === "style:text-properties" && attribute("text:display") === "none")
      this.#hidden.add(this.#style);
    if (name === "office:text") this.#inText = true;
    if (name === "text:span") {
      this.#spans.push(this.#hidden.has(attribute("text:style-name") ?? ""));
      if (this.#spans.at(-1)) this.#skipped++;
    }
    if (SKIPPED.has(name)) this.#skipped++;
    if (this.#skipped > 0 || !this.#inText) return;
    if (name === "text:p" || name === "text:h") {
      this.#titles.push(this.#isTitle(attribute("text:style-name")));
      this.blocks.openParagraph();
      this.#atSpace = true;
    } else if (name === "text:s") {
      const count = Number(attribute("text:c") ?? 1);
      this.#add(" ".repeat(Math.min(Math.max(1, Math.trunc(count) || 1), MAX_SPACES)));
    } else if (name === "text:tab") this.#add("\t");
    else if (name === "text:line-break") this.#add("\n");
    else if (name === "table:table-row") this.blocks.openRow();
    else if (name === "table:table-cell") this.blocks.openCell();
    else if (name === "draw:text-box") this.blocks.openBox();
  };

  close = (name: string): void => {
    if (SKIPPED.has(name) || (name === "text:span" && this.#spans.pop())) {
      this.#skipped--;
      return;
    }
    if (this.#skipped > 0 || !this.#inText) return;
    if (name === "text:p" || name === "text:h") {
      const text = this.blocks.closeParagraph();
      if (this.#titles.pop() && text !== "" && text.length <= 300) this.title ??= text.replace(/\s+/g, " ");
      this.#atSpace = false;
    } else if (name === "table:table-row") this.blocks.closeRow();
    else if (name === "table:table-cell") this.blocks.closeCell();
    else if (name === "draw:text-box") this.blocks.closeBox();
    else if (name === "office:text") this.#inText = false;
  };

  text = (words: string): void => {
    if (this.#skipped > 0 || !this.#inText) return;
    const collapsed = words.replace(/[ \t\r\n]+/g, " ");
    this.#add(this.#atSpace && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed);
  };

  #add(words: string): void {
    if (words === "") return;
    this.blocks.add(words);
    this.#atSpace = /\s$/.test(words);
  }

  /** "P1" of one document is often "Title" with a change. */
  #isTitle(style: string | null): boolean {
    let name = style;
    for (let i = 0; name !== null && i < 10; i++) {
      if (name === "Title") return true;
      name = this.#parents.get(name) ?? null;
    }
    return false;
  }
}
