import type { Quotation, Span } from "../model.ts";
import { trimSpan } from "../span.ts";
import { closesSingle, looksClosing, looksOpening, pairSingles } from "./quote-marks.ts";

/** A region while it is being read; `continues` still points at the record itself. */
interface Region {
  kind: string;
  start: number;
  innerStart: number;
  end: number;
  innerEnd: number;
  closed: boolean;
  continues: Region | null;
  /** The first region of the same kind opened inside this one. */
  sameChild: Region | null;
  /** Where a single quotation ends, decided when it opens; -1 for all other kinds. */
  closeAt: number;
  dropped: boolean;
}

/** Deeper nesting is no prose; marks beyond it are passed over, which also bounds every search of the stack. */
const MAX_DEPTH = 8;

/** Kinds are named by their opening mark; LaTeX's doubled marks get a character of their own. */
const LATEX = "‶";
const DOUBLED = "″";
const MARKS: Readonly<Record<string, string>> = { [LATEX]: "``", [DOUBLED]: "''" };

/** Kinds that a given closing mark may end. */
const CLOSES: Readonly<Record<string, string>> = {
  "”": `“‟„”"${LATEX}`,
  "»": "«",
  "›": "‹",
  "」": "「",
  "』": "『",
};
const OPENS = "“‟„«‹「『";

/**
 * Regions in quotation marks, in text order, outer before inner. Straight, curly, single, guillemets in both
 * directions, German low marks, LaTeX's `` and ''; apostrophes are told apart. A region ends with its
 * paragraph at the latest; where the next paragraph opens anew with the same mark, it runs on (`continues`).
 * An unbalanced mark gives a region with `closed: false`, or none where the mark may be an apostrophe.
 * Linear in the text.
 */
export function quotations(text: string, paragraphs: Span[]): Quotation[] {
  const result: Quotation[] = [];
  const indexOf = new Map<Region, number>();
  let carried: Region[] = [];
  paragraphs.forEach((paragraph, i) => {
    const next = paragraphs[i + 1] ?? null;
    const reader = new ParagraphReader(text, paragraph, next, carried);
    const regions = reader.read();
    carried = reader.runningOn;
    addRegions(text, regions, result, indexOf);
  });
  return result;
}

class ParagraphReader {
  runningOn: Region[] = [];
  private readonly regions: Region[] = [];
  private stack: Region[] = [];

  private readonly text: string;
  private readonly span: Span;
  private readonly next: Span | null;
  private readonly carried: Region[];

  constructor(text: string, span: Span, next: Span | null, carried: Region[]) {
    this.text = text;
    this.span = span;
    this.next = next;
    this.carried = carried;
  }

  read(): Region[] {
    const { text, span } = this;
    const singles = pairSingles(text, span);
    const MARK = /["'`“”„‟‘’‚«»‹›「」『』]/g;
    const words = text.slice(span.start, span.end);
    for (let found = MARK.exec(words); found; found = MARK.exec(words)) {
      const at = span.start + found.index;
      const length = this.mark(found[0], at, singles);
      if (length > 1) MARK.lastIndex = at - span.start + length;
    }
    this.finish();
    return this.regions;
  }

  /** Handles one mark; the number of characters that it takes. */
  private mark(char: string, at: number, singles: Map<number, number>): number {
    const { text, span } = this;
    const opening = looksOpening(text, at, at + 1, span);
    const closing = looksClosing(text, at, at + 1, span);
    if (char === "'" || char === "`") {
      const doubled = text.startsWith(char + char, at) && at + 2 <= span.end;
      if (doubled && char === "`") return this.open(LATEX, at, 2);
      if (doubled) return this.doubledApostrophe(at);
    }
    switch (char) {
      case '"':
        return this.straight(at, opening, closing);
      case "'":
      case "‘":
      case "’":
      case "`":
        return this.single(char, at, singles);
      case "‚":
        return opening ? this.open("‚", at, 1) : 1;
      case "“":
        // Closes German „, and stands for ” where smart quotes went wrong.
        if (this.isOpen("„") && !opening) return this.close("„", at, 1);
        if (closing && !opening && this.isOpen("“")) return this.close("“", at, 1);
        return this.open("“", at, 1);
      case "”":
        if (this.close(CLOSES["”"]!, at, 1)) return 1;
        return opening && !closing ? this.open("”", at, 1) : 1;
      case "«":
      case "‹": {
        const reversed = char === "«" ? "»" : "›";
        if (this.isOpen(reversed) && !(opening && !closing)) return this.close(reversed, at, 1);
        return this.open(char, at, 1);
      }
      case "»":
      case "›": {
        if (this.close(CLOSES[char]!, at, 1)) return 1;
        // »…» as in Finnish, »…« as in German books, and a French paragraph that goes on with ».
        if (closing && !opening && this.isOpen(char)) return this.close(char, at, 1);
        const goesOn = at === span.start && this.carried[0]?.kind === (char === "»" ? "«" : "‹");
        if (goesOn) return this.open(this.carried[0]!.kind, at, 1);
        return opening ? this.open(char, at, 1) : 1;
      }
      default:
        if (OPENS.includes(char)) return this.open(char, at, 1);
        this.close(CLOSES[char] ?? "", at, 1);
        return 1;
    }
  }

  private straight(at: number, opening: boolean, closing: boolean): number {
    if (this.isOpen('"')) {
      return opening && !closing ? this.open('"', at, 1) : this.close('"', at, 1);
    }
    if (closing && !opening) {
      this.close(`“„”${LATEX}`, at, 1);
      return 1;
    }
    // A mark after a digit with nothing open is an inch or a second.
    return /\d/.test(this.text.charAt(at - 1)) && at > this.span.start ? 1 : this.open('"', at, 1);
  }

  private doubledApostrophe(at: number): number {
    if (this.close(LATEX, at, 2)) return 2;
    if (this.isOpen(DOUBLED)) return this.close(DOUBLED, at, 2);
    const pair = this.text.indexOf("''", at + 2);
    const opens = looksOpening(this.text, at, at + 2, this.span) && pair > 0 && pair < this.span.end;
    return opens ? this.open(DOUBLED, at, 2) : 2;
  }

  private single(char: string, at: number, singles: Map<number, number>): number {
    const top = this.stack.findLast((region) => region.closeAt === at);
    if (top) return this.closeRegion(top, at, 1);
    if (this.isOpen("‚") && closesSingle(this.text, at, this.span)) return this.close("‚", at, 1);
    const closeAt = singles.get(at);
    if (closeAt === undefined) return 1;
    // Without an end in its paragraph, only a mark at the paragraph's start can be a quotation that runs on.
    const runsOn = this.atStart(at) && this.startsNext([...this.stack.map((r) => r.kind), char]);
    if (closeAt < 0 && !runsOn && char !== "‘") return 1;
    const length = this.open(char, at, 1);
    const region = this.regions.at(-1);
    if (region?.start === at) region.closeAt = closeAt;
    return length;
  }

  private isOpen(kind: string): boolean {
    return this.stack.some((region) => region.kind === kind);
  }

  private open(kind: string, at: number, length: number): number {
    if (this.stack.length >= MAX_DEPTH) return length;
    const region: Region = {
      kind,
      start: at,
      innerStart: at + length,
      end: this.span.end,
      innerEnd: this.span.end,
      closed: false,
      continues: this.continuedBy(kind, at),
      sameChild: null,
      closeAt: -1,
      dropped: false,
    };
    const same = this.stack.findLast((other) => other.kind === kind);
    if (same && !same.sameChild) same.sameChild = region;
    this.stack.push(region);
    this.regions.push(region);
    return length;
  }

  /** Closes the innermost open region of one of the kinds; 0 where there is none. */
  private close(kinds: string, at: number, length: number): number {
    const region = this.stack.findLast((open) => kinds.includes(open.kind));
    return region ? this.closeRegion(region, at, length) : 0;
  }

  private closeRegion(region: Region, at: number, length: number): number {
    while (this.stack.length > 0) {
      const top = this.stack.pop()!;
      if (top === region) break;
      this.leaveOpen(top, at);
    }
    region.innerEnd = at;
    region.end = at + length;
    region.closed = true;
    return length;
  }

  /** An unbalanced region ends before the next one of its kind, else where what surrounds it ends. */
  private leaveOpen(region: Region, end: number): void {
    const child = region.sameChild;
    region.end = child && !child.dropped ? child.start : end;
    region.innerEnd = region.end;
    if (region.kind === "'" || region.kind === "`") region.dropped = true;
  }

  private finish(): void {
    const kinds = this.stack.map((region) => region.kind);
    // The opening marks that the next paragraph repeats, outermost first.
    let repeated = 0;
    while (repeated < kinds.length && this.startsNext(kinds.slice(0, repeated + 1))) repeated++;
    this.stack.forEach((region, depth) => {
      if (depth < repeated && !region.sameChild) {
        region.closed = true;
        region.end = this.span.end;
        region.innerEnd = this.span.end;
        this.runningOn.push(region);
      } else {
        repeated = 0;
        this.leaveOpen(region, this.span.end);
      }
    });
  }

  private startsNext(kinds: string[]): boolean {
    if (!this.next) return false;
    let at = this.next.start;
    for (const kind of kinds) {
      const char = this.text.charAt(at);
      const french = (kind === "«" && char === "»") || (kind === "‹" && char === "›");
      const mark = MARKS[kind] ?? kind;
      if (!french && !this.text.startsWith(mark, at)) return false;
      at += mark.length;
      while (at < this.next.end && /[ \u00a0\u2009\u202f]/.test(this.text.charAt(at))) at++;
    }
    return true;
  }

  private atStart(at: number): boolean {
    return at === this.span.start || this.stack.at(-1)?.innerStart === at;
  }

  private continuedBy(kind: string, at: number): Region | null {
    const depth = this.stack.length;
    const before = this.carried[depth];
    if (!before || before.kind !== kind) return null;
    const above = this.stack.at(-1);
    const between = this.text.slice(above ? above.innerStart : this.span.start, at);
    if (between.length > 3 || between.trim() !== "" || (above && !above.continues)) return null;
    return before.continues ?? before;
  }
}

function addRegions(text: string, regions: Region[], out: Quotation[], indexOf: Map<Region, number>): void {
  const ends: number[] = [];
  for (const region of regions) {
    if (region.dropped) continue;
    const whole = trimSpan(text, { start: region.start, end: region.end });
    const inner = trimSpan(text, { start: region.innerStart, end: region.innerEnd });
    if (!whole || !inner) continue;
    while (ends.length > 0 && ends.at(-1)! <= whole.start) ends.pop();
    const continues = region.continues ? (indexOf.get(region.continues) ?? null) : null;
    indexOf.set(region, out.length);
    out.push({ ...whole, inner, depth: ends.length, closed: region.closed, continues });
    ends.push(whole.end);
  }
}
