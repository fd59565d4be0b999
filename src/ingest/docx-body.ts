import { TextBlocks } from "./text-blocks.ts";
import { parseXml, type XmlEvents } from "./xml.ts";

export interface OfficeBody {
  blocks: string[];
  /** The paragraph in the style "Title", where there is one. */
  title: string | null;
}

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PREFIXES = new Map([
  [WORD, "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
]);

/**
 * What a reader of the document with all changes accepted does not see, and the older copy of what `mc:Choice` has (Word
 * writes every text box twice).
 */
const SKIPPED = new Set([
  "w:del",
  "w:moveFrom",
  "w:delText",
  "w:instrText",
  "w:delInstrText",
  "w:rt",
  "mc:Fallback",
]);

/**
 * The paragraphs of word/document.xml. Element names and meanings: ECMA-376 part 1, 17.3 (paragraphs, runs), 17.4 (tables),
 * 17.13.5 (tracked changes).
 * @throws ReadoutError INPUT_BROKEN
 */
export function docxBody(xml: Uint8Array): OfficeBody {
  const reader = new BodyReader();
  parseXml(xml, PREFIXES, reader);
  return { blocks: reader.blocks.finish(), title: reader.title };
}

interface Paragraph {
  isTitle: boolean;
  /** Its mark was deleted: the next paragraph goes on in it. */
  markDeleted: boolean;
}

class BodyReader implements XmlEvents {
  readonly blocks = new TextBlocks();
  title: string | null = null;
  #path: string[] = [];
  /** How many of the open elements are of the skipped kinds. */
  #skipped = 0;
  #hidden = false;
  #reading = false;
  #paragraphs: Paragraph[] = [];
  #rowsDeleted: boolean[] = [];
  /** Depth of a content control whose words only say what to fill in. */
  #placeholders: boolean[] = [];

  open = (name: string, attribute: (name: string) => string | null): void => {
    const parent = this.#path.at(-1) ?? "";
    this.#path.push(name);
    if (this.#isProperties(parent)) {
      this.#property(name, parent, attribute);
      return;
    }
    if (SKIPPED.has(name)) this.#skipped++;
    if (name === "w:sdt") this.#placeholders.push(false);
    if (name === "w:sdtContent" && this.#placeholders.at(-1)) this.#skipped++;
    if (this.#skipped > 0) return;
    if (name === "w:p") {
      this.#paragraphs.push({ isTitle: false, markDeleted: false });
      this.blocks.openParagraph();
    } else if (name === "w:r") this.#hidden = false;
    else if (name === "w:t" || name === "m:t") this.#reading = true;
    else if (name === "w:tr") {
      this.#rowsDeleted.push(false);
      this.blocks.openRow();
    } else if (name === "w:tc") this.blocks.openCell();
    else if (name === "w:txbxContent") this.blocks.openBox();
    else if (!this.#hidden) this.blocks.add(mark(name, attribute));
  };

  close = (name: string): void => {
    this.#path.pop();
    if (this.#isProperties(this.#path.at(-1) ?? "")) return;
    const isPlaceholder = name === "w:sdtContent" && this.#placeholders.at(-1) === true;
    if (name === "w:sdt") this.#placeholders.pop();
    if (SKIPPED.has(name) || isPlaceholder) {
      this.#skipped--;
      return;
    }
    if (this.#skipped > 0) return;
    if (name === "w:p") {
      const paragraph = this.#paragraphs.pop();
      const text = this.blocks.closeParagraph(paragraph?.markDeleted);
      if (paragraph?.isTitle && text !== "" && text.length <= 300) this.title ??= text.replace(/\s+/g, " ");
    } else if (name === "w:t" || name === "m:t") this.#reading = false;
    else if (name === "w:tr") this.blocks.closeRow(!this.#rowsDeleted.pop());
    else if (name === "w:tc") this.blocks.closeCell();
    else if (name === "w:txbxContent") this.blocks.closeBox();
  };

  text = (words: string): void => {
    if (this.#reading && this.#skipped === 0 && !this.#hidden) this.blocks.add(words.replaceAll("\n", " "));
  };

  /** Properties hold tabs, marks of changes and the like, which are no text. */
  #isProperties(parent: string): boolean {
    return /^w:(?:p|r|tr|tc|tbl|sect|sdt|sdtEnd|style)Pr$|^w:(?:tabs|numPr)$/.test(parent);
  }

  #property(name: string, parent: string, attribute: (name: string) => string | null): void {
    if (this.#skipped > 0) return;
    const off = /^(?:0|false|off|none)$/.test(attribute("w:val") ?? "");
    const owner = this.#path.at(-3) ?? "";
    const paragraph = this.#paragraphs.at(-1);
    if (parent === "w:pPr" && owner === "w:p" && name === "w:pStyle" && paragraph)
      paragraph.isTitle = /^(?:Title|Titel|Titre|T[íi]tulo|Titolo)$/i.test(attribute("w:val") ?? "");
    else if (
      parent === "w:rPr" &&
      owner === "w:pPr" &&
      (name === "w:del" || name === "w:moveFrom") &&
      paragraph
    )
      paragraph.markDeleted = true;
    else if (parent === "w:rPr" && owner === "w:r" && (name === "w:vanish" || name === "w:webHidden"))
      this.#hidden = !off;
    else if (parent === "w:trPr" && name === "w:del" && this.#rowsDeleted.length > 0)
      this.#rowsDeleted[this.#rowsDeleted.length - 1] = true;
    else if (parent === "w:sdtPr" && name === "w:showingPlcHdr" && !off && this.#placeholders.length > 0)
      this.#placeholders[this.#placeholders.length - 1] = true;
  }
}

/** Characters that have elements of their own. */
function mark(name: string, attribute: (name: string) => string | null): string {
  if (name === "w:tab" || name === "w:ptab") return "\t";
  if (name === "w:br" || name === "w:cr") return "\n";
  if (name === "w:noBreakHyphen") return "\u2011";
  if (name !== "w:sym") return "";
  // Symbol fonts live in the private use area and mean pictures; anything else is the character itself.
  const code = Number.parseInt(attribute("w:char") ?? "", 16);
  return code >= 0x20 && code < 0xd800 ? String.fromCodePoint(code) : "";
}
