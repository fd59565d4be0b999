/**
 * Rich Text Format, read in one pass over its bytes with a stack of its own, so that no depth of groups can overflow.
 * Control words and destinations: Microsoft's RTF specification 1.9.1.
 */
import iconv from "iconv-lite";
import { ReadoutError } from "../errors.ts";
import { codepageOf, IGNORED, KEPT, SYMBOL_FONT, WORDS } from "./rtf-words.ts";
import { TextBlocks } from "./text-blocks.ts";

export interface RtfContent {
  blocks: string[];
  /** The paragraph in the style "Title", where there is one. */
  title: string | null;
  /** Fields of the \info group, and `created` as ISO 8601. */
  info: Map<string, string>;
}

/** Programs nest some dozens of groups. */
const MAX_DEPTH = 10_000;

type Destination = "text" | "fonts" | "styles" | "info";

/** What a group inherits and gives back at its end. */
interface Group {
  destination: Destination;
  /** Nothing in it is text. */
  skipped: boolean;
  /** Of \upr: whether its Unicode half is to be read. */
  uprSkipped: boolean | null;
  /** How many characters follow a \u for readers without Unicode. */
  fallback: number;
  font: number;
  hidden: boolean;
  deleted: boolean;
  /** A text box, to be closed at the group's end. */
  box: boolean;
}

interface Frame {
  paragraph: boolean;
  inTable: boolean;
  row: boolean;
  cell: boolean;
  style: number;
}

const newFrame = (): Frame => ({ paragraph: false, inTable: false, row: false, cell: false, style: 0 });

/** @throws ReadoutError INPUT_BROKEN */
export function readRtf(bytes: Uint8Array): RtfContent {
  return new Reader(bytes).read();
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #blocks = new TextBlocks();
  readonly #info = new Map<string, string>();
  #at = 0;
  #group: Group = {
    destination: "text",
    skipped: false,
    uprSkipped: null,
    fallback: 1,
    font: -1,
    hidden: false,
    deleted: false,
    box: false,
  };
  #groups: Group[] = [];
  #frame = newFrame();
  #frames: Frame[] = [];
  /** Bytes of the document's own character sets that wait to be decoded together: characters may have two. */
  #pending: number[] = [];
  #codepage = "cp1252";
  #defaultFont = 0;
  #fonts = new Map<number, string>();
  #style = 0;
  #styleName = "";
  #titleStyles = new Set<number>();
  #title: string | null = null;
  #field = "";
  #date: Record<string, number> = {};
  /** Characters still to be passed over after a \u. */
  #skip = 0;
  /** True between \* and the word after it. */
  #starred = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): RtfContent {
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      const byte = bytes[this.#at++]!;
      if (byte === 0x7b) this.#open();
      else if (byte === 0x7d) {
        if (this.#close()) break;
      } else if (byte === 0x5c) this.#control();
      else if (byte >= 0x20 || byte === 9) this.#byte(byte);
    }
    if (this.#groups.length > 0) throw new ReadoutError("INPUT_BROKEN", { detail: "its end is missing" });
    this.#flush();
    this.#endParagraph();
    const { yr, mo, dy, hr, min } = this.#date;
    const two = (n: number) => String(n).padStart(2, "0");
    if (yr && mo && dy)
      this.#info.set(
        "created",
        `${yr}-${two(mo)}-${two(dy)}${hr === undefined ? "" : `T${two(hr)}:${two(min ?? 0)}`}`,
      );
    return { blocks: this.#blocks.finish(), title: this.#title, info: this.#info };
  }

  #open(): void {
    this.#flush();
    this.#skip = 0;
    this.#starred = false;
    if (this.#groups.length >= MAX_DEPTH)
      throw new ReadoutError("INPUT_BROKEN", { detail: `its groups are nested more than ${MAX_DEPTH} deep` });
    this.#groups.push(this.#group);
    this.#group = { ...this.#group, box: false, uprSkipped: null };
    if (this.#groups.at(-1)!.uprSkipped !== null) this.#group.uprSkipped = this.#groups.at(-1)!.uprSkipped;
  }

  /** @returns true where the whole document is closed */
  #close(): boolean {
    this.#flush();
    this.#skip = 0;
    this.#starred = false;
    if (this.#group.box) {
      this.#endParagraph();
      this.#endRow();
      this.#blocks.closeBox();
      this.#frame = this.#frames.pop() ?? newFrame();
    }
    if (this.#group.destination === "styles") this.#endStyle();
    const outer = this.#groups.pop();
    if (!outer) return true;
    this.#group = outer;
    return this.#groups.length === 0;
  }

  #control(): void {
    const bytes = this.#bytes;
    const first = bytes[this.#at] ?? 0;
    const isLetter = (byte: number) => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
    if (!isLetter(first)) {
      this.#at++;
      this.#symbol(first);
      return;
    }
    let word = "";
    while (word.length < 32 && isLetter(bytes[this.#at] ?? 0))
      word += String.fromCharCode(bytes[this.#at++]!);
    let digits = "";
    if (bytes[this.#at] === 0x2d) digits = String.fromCharCode(bytes[this.#at++]!);
    while (digits.length < 11 && bytes[this.#at]! >= 48 && bytes[this.#at]! <= 57)
      digits += String.fromCharCode(bytes[this.#at++]!);
    if (bytes[this.#at] === 0x20) this.#at++;
    const value = digits === "" || digits === "-" ? null : Number(digits);
    if (word === "bin") {
      this.#at += Math.max(0, value ?? 0);
      return;
    }
    if (this.#skip > 0 && word !== "u") {
      this.#skip--;
      return;
    }
    this.#word(word, value);
  }

  #symbol(byte: number): void {
    const bytes = this.#bytes;
    if (byte === 0x27) {
      const value = Number.parseInt(String.fromCharCode(bytes[this.#at] ?? 0, bytes[this.#at + 1] ?? 0), 16);
      this.#at += 2;
      if (!Number.isNaN(value)) this.#byte(value);
    } else if (byte === 0x2a) this.#starred = true;
    else if (byte === 0x5c || byte === 0x7b || byte === 0x7d) this.#byte(byte);
    else if (this.#skip > 0) this.#skip--;
    else if (byte === 0x7e) this.#add("\u00a0");
    else if (byte === 0x5f) this.#add("\u2011");
    else if (byte === 0x0a || byte === 0x0d) this.#word("par", null);
  }

  #word(word: string, value: number | null): void {
    const starred = this.#starred;
    this.#starred = false;
    const group = this.#group;
    if (word === "ud" && group.uprSkipped !== null) {
      group.skipped = group.uprSkipped;
      group.uprSkipped = null;
      return;
    }
    if (IGNORED.has(word) || (starred && !KEPT.has(word))) {
      group.skipped = true;
      return;
    }
    switch (word) {
      case "ansicpg":
        if (value) this.#codepage = codepageOf(value);
        return;
      case "mac":
        this.#codepage = "macintosh";
        return;
      case "pc":
        this.#codepage = "cp437";
        return;
      case "pca":
        this.#codepage = "cp850";
        return;
      case "deff":
        this.#defaultFont = value ?? 0;
        return;
      case "uc":
        group.fallback = Math.min(Math.max(0, value ?? 1), 100);
        return;
      case "u":
        this.#unicode(value ?? 0);
        return;
      case "upr":
        group.uprSkipped = group.skipped;
        group.skipped = true;
        return;
      case "fonttbl":
        group.destination = "fonts";
        return;
      case "stylesheet":
        group.destination = "styles";
        return;
      case "info":
        group.destination = "info";
        return;
    }
    if (group.destination === "fonts") this.#font(word, value);
    else if (group.destination === "styles") {
      if (word === "s") this.#style = value ?? 0;
    } else if (group.destination === "info") this.#infoWord(word, value);
    else this.#textWord(word, value);
  }

  #font(word: string, value: number | null): void {
    if (word === "f") this.#group.font = value ?? 0;
    else if (word === "fcharset" && SYMBOL_FONT === value) this.#fonts.set(this.#group.font, "symbol");
    else if (word === "fcharset" && value !== null && value !== 1)
      this.#fonts.set(this.#group.font, codepageOf(value, true));
    else if (word === "cpg" && value !== null) this.#fonts.set(this.#group.font, codepageOf(value));
  }

  #infoWord(word: string, value: number | null): void {
    if (["title", "author", "creatim"].includes(word)) this.#field = word;
    else if (this.#field === "creatim" && ["yr", "mo", "dy", "hr", "min"].includes(word) && value !== null)
      this.#date[word] ??= value;
    else this.#field = "";
  }

  #textWord(word: string, value: number | null): void {
    const group = this.#group;
    const on = value !== 0;
    if (word === "f") {
      if (group.font !== value) this.#flush();
      group.font = value ?? 0;
    } else if (word === "plain") {
      this.#flush();
      Object.assign(group, { font: -1, hidden: false, deleted: false });
    } else if (word === "v" || word === "deleted") {
      this.#flush();
      group[word === "v" ? "hidden" : "deleted"] = on;
    } else if (word === "shptxt" || word === "dptxbxtext") this.#openBox();
    else if (group.skipped) return;
    else if (word === "pard") Object.assign(this.#frame, { inTable: false, style: 0 });
    else if (word === "intbl") this.#frame.inTable = on;
    else if (word === "s") this.#frame.style = value ?? 0;
    else if (word === "cell" || word === "nestcell" || word === "row") this.#tableWord(word);
    else {
      const words = WORDS[word];
      if (words === "\n\n") {
        // A deleted paragraph mark joins what it parted.
        if (!group.deleted) {
          this.#flush();
          this.#endParagraph();
        }
      } else if (words !== undefined) this.#add(words);
    }
  }

  #tableWord(word: string): void {
    this.#flush();
    if (word === "nestcell") this.#endParagraph();
    else if (word === "row") {
      this.#endParagraph();
      this.#endRow();
    } else {
      this.#frame.inTable = true;
      this.#startCell();
      this.#endParagraph();
      this.#blocks.closeCell();
      this.#frame.cell = false;
    }
  }

  #unicode(value: number): void {
    this.#skip = 0;
    const unit = value < 0 ? value + 65536 : value;
    // Symbol fonts live in the private use area and mean pictures.
    if (unit >= 0x20 && unit <= 0x10ffff && !(unit >= 0xf000 && unit <= 0xf0ff))
      this.#add(unit <= 0xffff ? String.fromCharCode(unit) : String.fromCodePoint(unit));
    this.#skip = this.#group.fallback;
  }

  #byte(byte: number): void {
    if (this.#skip > 0) {
      this.#skip--;
      return;
    }
    if (!this.#group.skipped) this.#pending.push(byte);
  }

  #add(words: string): void {
    this.#flush();
    this.#put(words);
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const font = this.#group.font < 0 ? this.#defaultFont : this.#group.font;
    let codepage = this.#fonts.get(font) ?? this.#codepage;
    let bytes = this.#pending;
    this.#pending = [];
    if (codepage === "symbol") {
      bytes = bytes.filter((byte) => byte < 0x80);
      codepage = "cp1252";
    }
    this.#put(iconv.decode(Buffer.from(bytes), codepage));
  }

  #put(words: string): void {
    const { destination, skipped, hidden, deleted } = this.#group;
    if (skipped) return;
    if (destination === "styles") this.#styleName += words;
    else if (destination === "info") {
      if (this.#field !== "") this.#info.set(this.#field, (this.#info.get(this.#field) ?? "") + words);
    } else if (destination === "text" && !hidden && !deleted) {
      if (!this.#frame.paragraph) this.#startParagraph();
      this.#blocks.add(words);
    }
  }

  #startParagraph(): void {
    if (this.#frame.inTable) this.#startCell();
    else this.#endRow();
    this.#blocks.openParagraph();
    this.#frame.paragraph = true;
  }

  #endParagraph(): void {
    if (!this.#frame.paragraph) return;
    this.#frame.paragraph = false;
    const text = this.#blocks.closeParagraph();
    if (this.#titleStyles.has(this.#frame.style) && text !== "" && text.length <= 300)
      this.#title ??= text.replace(/\s+/g, " ");
  }

  #startCell(): void {
    const frame = this.#frame;
    if (!frame.row) this.#blocks.openRow();
    if (!frame.cell) this.#blocks.openCell();
    frame.row = true;
    frame.cell = true;
  }

  #endRow(): void {
    const frame = this.#frame;
    if (!frame.row) return;
    if (frame.cell) this.#blocks.closeCell();
    this.#blocks.closeRow();
    frame.row = false;
    frame.cell = false;
  }

  #openBox(): void {
    this.#flush();
    this.#group.skipped = false;
    this.#group.box = true;
    this.#blocks.openBox();
    this.#frames.push(this.#frame);
    this.#frame = newFrame();
  }

  #endStyle(): void {
    if (/^title\b/i.test(this.#styleName.trim())) this.#titleStyles.add(this.#style);
    this.#styleName = "";
    this.#style = 0;
  }
}
