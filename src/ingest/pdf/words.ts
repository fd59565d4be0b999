import { accented, isAccent } from "./letters.ts";
import { type Glyph, median, type Row, type Word } from "./page.ts";
import { logical } from "./visual-order.ts";

/** Share of the size by which two baselines may differ on one line. */
const SAME_LINE = 0.25;
/** A gap this wide parts words though the file paints no space there, as a share of the size. */
const WORD_GAP = 0.17;

/** Glyphs put into rows by their baselines; small ones off the line join the line that they touch. */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const rows: { y: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of sorted) {
    const row = rows.at(-1);
    if (row && glyph.y - row.y <= Math.min(row.size, glyph.size) * SAME_LINE) {
      row.glyphs.push(glyph);
      if (!glyph.isSpace) row.size = Math.max(row.size, glyph.size);
    } else rows.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  const filled = rows.filter((row) => row.glyphs.some((g) => !g.isSpace));
  joinShifted(filled);
  return filled.filter((row) => row.glyphs.length > 0).map((row) => row.glyphs.sort((a, b) => a.x0 - b.x0));
}

interface GlyphRow {
  y: number;
  size: number;
  glyphs: Glyph[];
}

/** Superscripts and subscripts stand in rows of their own until they join the row whose glyphs they touch. */
function joinShifted(rows: GlyphRow[]): void {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    for (const run of runsOf(row.glyphs)) {
      const size = median(run.map((g) => g.size));
      const host = hostOf(rows, i, run, size);
      if (!host) continue;
      const shift = row.y < host.y ? 1 : -1;
      const moving = new Set(run);
      row.glyphs = row.glyphs.filter((g) => !moving.has(g));
      for (const glyph of run) {
        glyph.shift = shift;
        glyph.y = host.y;
        host.glyphs.push(glyph);
      }
    }
  }
}

/** Pieces of a row without wide gaps. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.x0 - b.x0)) {
    if (glyph.isSpace) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && glyph.x0 - last.x1 < glyph.size * 0.5) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function hostOf(rows: GlyphRow[], at: number, run: Glyph[], size: number): GlyphRow | null {
  const [first, last] = [run[0]!, run.at(-1)!];
  if (run.length > 6) return null;
  for (const step of [1, -1]) {
    for (let j = at + step; rows[j] && Math.abs(rows[j]!.y - rows[at]!.y) < size * 1.5; j += step) {
      const row = rows[j]!;
      for (const g of row.glyphs) {
        if (g.isSpace || g.shift !== 0 || size > g.size * 0.86) continue;
        if (Math.abs(row.y - rows[at]!.y) > g.size * 0.62) continue;
        const before = first.x0 - g.x1;
        const after = g.x0 - last.x1;
        if (
          (before > -g.size * 0.1 && before < g.size * 0.3) ||
          (after > -g.size * 0.1 && after < g.size * 0.35)
        )
          return row;
      }
    }
  }
  return null;
}

/** Words of a page in rows: parted by spaces that the file paints, and by gaps where it paints none. */
export function wordsOf(glyphs: readonly Glyph[]): Row[] {
  return rowsOf(glyphs)
    .map((row) => {
      const words = joinSpelled(partWords(row).map(makeWord));
      return { words: words.filter((w) => w.text !== "" || w.mark !== ""), y: median(words.map((w) => w.y)) };
    })
    .filter((row) => row.words.length > 0);
}

function partWords(row: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  const tracking = trackingOf(row);
  let word: Glyph[] = [];
  let last: Glyph | null = null;
  let space: Glyph | null = null;
  for (const glyph of mendAccents(row)) {
    if (glyph.isSpace) {
      space = glyph;
      continue;
    }
    if (last) {
      const size = Math.min(Math.max(last.size, glyph.size), Math.min(last.size, glyph.size) * 1.5);
      const gap = glyph.x0 - last.x1;
      // A painted space that the next glyph was moved back over is no space to the reader.
      const spaced = space !== null && gap > -0.1 * size && (tracking === 0 || gap > tracking * 1.6);
      const wide = gap > Math.max(WORD_GAP * size + Math.max(0, tracking), tracking * 1.9);
      // CJK characters stand apart without parting words.
      const cjk = CJK.test(last.text) && CJK.test(glyph.text) && gap < size * 0.7;
      if ((spaced && !cjk) || (wide && !cjk)) {
        words.push(word);
        word = [];
      }
    }
    word.push(glyph);
    last = glyph;
    space = null;
  }
  if (word.length > 0) words.push(word);
  return words;
}

const CJK = /[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** The space put between all letters of a row set wide ("P R E S S"), 0 where there is none. */
function trackingOf(row: readonly Glyph[]): number {
  const ink = row.filter((g) => !g.isSpace && g.shift === 0);
  if (ink.length < 6) return 0;
  const gaps = ink
    .slice(1)
    .map((g, i) => (g.x0 - ink[i]!.x1) / g.size)
    .filter((gap) => gap < 1.5);
  const usual = median(gaps);
  if (usual < 0.06) return 0;
  const near = gaps.filter((gap) => Math.abs(gap - usual) < 0.08).length;
  return near > gaps.length * 0.6 ? usual * median(ink.map((g) => g.size)) : 0;
}

/** Puts accents that are painted over a letter onto it. */
function mendAccents(row: readonly Glyph[]): Glyph[] {
  const out: Glyph[] = [];
  for (let i = 0; i < row.length; i++) {
    const glyph = row[i]!;
    const [before, after] = [out.at(-1), row[i + 1]];
    const over = (base: Glyph | undefined) =>
      base !== undefined &&
      !base.isSpace &&
      Math.abs((glyph.x0 + glyph.x1) / 2 - (base.x0 + base.x1) / 2) <
        Math.max(0.15 * glyph.size, (base.x1 - base.x0) * 0.4);
    if (isAccent(glyph.text)) {
      const base = [before, after].find(over);
      const composed = base ? accented(glyph.text, base.text) : null;
      if (base && composed) {
        base.text = composed;
        continue;
      }
    }
    out.push(glyph);
  }
  return out;
}

function makeWord(glyphs: Glyph[]): Word {
  const size = median(glyphs.filter((g) => g.shift === 0).map((g) => g.size)) || glyphs[0]!.size;
  const [lead, rest] = raisedLead(glyphs);
  const [own, mark] = raisedMark(rest);
  return {
    glyphs,
    x0: glyphs[0]!.x0,
    x1: Math.max(...glyphs.map((g) => g.x1)),
    y0: glyphs[0]!.y - size * 0.8,
    y1: glyphs[0]!.y + size * 0.2,
    y: glyphs[0]!.y,
    size,
    bold: glyphs.filter((g) => g.bold).length > glyphs.length / 2,
    artifact: glyphs.every((g) => g.artifact),
    text: logical(own.map((g) => g.text)),
    mark,
    lead,
  };
}

const MARK = /^(?:[\d,–-]+|[*†‡§¶‖#]+|[a-z])$/;

/** The raised number or sign at a word's end, apart from its letters; one that stands alone is all mark. */
function raisedMark(glyphs: Glyph[]): [Glyph[], string] {
  let at = glyphs.length;
  while (at > 0 && glyphs[at - 1]!.shift === 1) at--;
  const mark = glyphs
    .slice(at)
    .map((g) => g.text)
    .join("");
  return mark !== "" && MARK.test(mark) ? [glyphs.slice(0, at), mark] : [glyphs, ""];
}

/** The raised number or sign before a word: how a footnote begins. */
function raisedLead(glyphs: Glyph[]): [string, Glyph[]] {
  let at = 0;
  while (at < glyphs.length && glyphs[at]!.shift === 1) at++;
  const lead = glyphs
    .slice(0, at)
    .map((g) => g.text)
    .join("");
  return at < glyphs.length && MARK.test(lead) ? [lead, glyphs.slice(at)] : ["", glyphs];
}

/** Joins five or more single letters at even distances: a word spelled out with spaces. */
function joinSpelled(words: Word[]): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; ) {
    let j = i;
    while (j < words.length && /^\p{L}$/u.test(words[j]!.text)) j++;
    if (j - i >= 5) {
      const run = words.slice(i, j);
      const gaps = run.slice(1).map((w, k) => w.x0 - run[k]!.x1);
      const least = Math.min(...gaps);
      let word: Glyph[] = [...run[0]!.glyphs];
      run.slice(1).forEach((w, k) => {
        if (gaps[k]! > least * 1.6 + 0.1 * w.size) {
          out.push(makeWord(word));
          word = [];
        }
        word.push(...w.glyphs);
      });
      out.push(makeWord(word));
    } else out.push(...words.slice(i, Math.max(j, i + 1)));
    i = Math.max(j, i + 1);
  }
  return out;
}
