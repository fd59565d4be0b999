import type { Box, PaintedGlyph } from "./page.ts";
import { type FontFacts, textOf } from "./pdf-fonts.ts";

type Matrix = [number, number, number, number, number, number];

/** The numbers of pdf.js's operators that matter here. */
export type Operators = Record<string, number>;

export interface Painted {
  glyphs: PaintedGlyph[];
  images: Box[];
  rules: Box[];
}

interface State {
  matrix: Matrix;
  font: FontFacts | null;
  fontName: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

/** A glyph of pdf.js: only what is used. */
interface SourceGlyph {
  unicode: string;
  originalCharCode: number;
  width: number;
  vmetric: number[] | null;
  isSpace: boolean;
}

const multiply = (m: Matrix, n: Matrix): Matrix => [
  n[0] * m[0] + n[1] * m[2],
  n[0] * m[1] + n[1] * m[3],
  n[2] * m[0] + n[3] * m[2],
  n[2] * m[1] + n[3] * m[3],
  n[4] * m[0] + n[5] * m[2] + m[4],
  n[4] * m[1] + n[5] * m[3] + m[5],
];

/** The box about a rectangle under a matrix. */
function boxOf(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const [x, y] of [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as const) {
    xs.push(m[0] * x + m[2] * y + m[4]);
    ys.push(m[1] * x + m[3] * y + m[5]);
  }
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

const INVISIBLE = 3;
/** The most glyphs taken from one page: dense newspaper pages have some 20,000. */
const MAX_GLYPHS = 200_000;

/**
 * Follows a page's operators as a viewer would and notes where each glyph goes (PDF 32000-1, 9.4). Glyph by glyph,
 * since the library's own text runs hide the spacing, the painting mode and marks of content that the layout needs.
 * @param view maps the page's own units to points, y downwards
 * @param isVisible whether an optional layer is shown
 */
export function follow(
  operators: { fnArray: number[]; argsArray: unknown[] },
  op: Operators,
  view: number[],
  fontOf: (name: string) => FontFacts | null,
  isVisible: (layer: unknown) => boolean,
): Painted {
  const out: Painted = { glyphs: [], images: [], rules: [] };
  let state: State = {
    matrix: [...view] as Matrix,
    font: null,
    fontName: "",
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
  };
  const saved: State[] = [];
  const marks: ("artifact" | "hidden" | "")[] = [];
  let text: Matrix = [1, 0, 0, 1, 0, 0];
  let line: Matrix = text;
  let drawn = true;
  const fonts = new Map<string, number>();

  const moveText = (x: number, y: number) => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  const setFont = (name: string, size: number) => {
    state.font = fontOf(name);
    state.fontName = name;
    state.size = size;
  };
  const show = (items: (SourceGlyph | number | null)[]) => {
    const { font, size } = state;
    if (!font) return;
    const base = multiply(state.matrix, text);
    const height = Math.hypot(base[2], base[3]) * Math.abs(size) * font.height;
    const fontIndex = fonts.get(state.fontName) ?? fonts.size;
    fonts.set(state.fontName, fontIndex);
    let along = 0;
    const hidden = marks.includes("hidden");
    for (const item of items) {
      if (item === null) continue;
      if (typeof item === "number") {
        along -= (item / 1000) * size * (font.vertical ? 1 : state.scale);
        continue;
      }
      const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0);
      const [x, y] = font.vertical ? [0, along] : [along, state.rise];
      const width = font.vertical
        ? (item.vmetric?.[0] ?? font.verticalAdvance) * size * font.unit
        : item.width * font.unit * size * state.scale;
      const [ux, uy] = font.vertical ? [base[2], base[3]] : [base[0], base[1]];
      if (!hidden && out.glyphs.length < MAX_GLYPHS) {
        const read = textOf(font, item);
        out.glyphs.push({
          text: read,
          x: base[0] * x + base[2] * y + base[4],
          y: base[1] * x + base[3] * y + base[5],
          dx: ux * width,
          dy: uy * width,
          size: height,
          bold: font.bold,
          font: fontIndex,
          isSpace: /^\s*$/u.test(read),
          invisible: state.mode === INVISIBLE,
          artifact: marks.includes("artifact"),
        });
      }
      along += width + spacing * (font.vertical ? 1 : state.scale);
    }
    text = multiply(text, font.vertical ? [1, 0, 0, 1, 0, along] : [1, 0, 0, 1, along, 0]);
  };
  const path = (box: ArrayLike<number> | null, filled: boolean) => {
    if (!box) return;
    const b = boxOf(state.matrix, box[0]!, box[1]!, box[2]!, box[3]!);
    const flat = b.y1 - b.y0 < 3 && b.x1 - b.x0 > 20;
    if (flat && Number.isFinite(b.x0)) out.rules.push(b);
    if (filled) drawn = true;
  };

  const { fnArray, argsArray } = operators;
  for (let i = 0; i < fnArray.length; i++) {
    const fn = fnArray[i]!;
    const args = (argsArray[i] ?? []) as unknown as never[];
    switch (fn) {
      case op.save:
        saved.push({ ...state });
        drawn = false;
        break;
      case op.restore:
        // Images are left out while parsing, so that none is decoded; what stays is a unit square with nothing in it.
        if (!drawn) out.images.push(boxOf(state.matrix, 0, 0, 1, 1));
        drawn = true;
        state = saved.pop() ?? state;
        break;
      case op.transform:
        state.matrix = multiply(state.matrix, args as unknown as Matrix);
        break;
      case op.paintFormXObjectBegin:
        saved.push({ ...state });
        if (args[0]) state.matrix = multiply(state.matrix, [...(args[0] as unknown as number[])] as Matrix);
        drawn = true;
        break;
      case op.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        drawn = true;
        break;
      case op.beginText:
        text = [1, 0, 0, 1, 0, 0];
        line = text;
        drawn = true;
        break;
      case op.setTextMatrix:
        text = [...(args[0] as unknown as number[])] as Matrix;
        line = text;
        break;
      case op.moveText:
        moveText(args[0]!, args[1]!);
        break;
      case op.setLeadingMoveText:
        state.leading = -args[1]!;
        moveText(args[0]!, args[1]!);
        break;
      case op.nextLine:
        moveText(0, -state.leading);
        break;
      case op.setLeading:
        state.leading = args[0]!;
        break;
      case op.setCharSpacing:
        state.charSpacing = args[0]!;
        break;
      case op.setWordSpacing:
        state.wordSpacing = args[0]!;
        break;
      case op.setHScale:
        state.scale = args[0]! / 100;
        break;
      case op.setTextRise:
        state.rise = args[0]!;
        break;
      case op.setTextRenderingMode:
        state.mode = args[0]!;
        break;
      case op.setFont:
        setFont(args[0]!, args[1]!);
        break;
      case op.setGState:
        for (const [key, value] of (args[0] ?? []) as [string, [string, number]][])
          if (key === "Font") setFont(value[0], value[1]);
        break;
      case op.showText:
        show(args[0]!);
        break;
      case op.beginMarkedContent:
        marks.push((args[0] as unknown) === "Artifact" ? "artifact" : "");
        break;
      case op.beginMarkedContentProps: {
        const tag = args[0] as unknown;
        if (tag === "OC") marks.push(args[1] && !isVisible(args[1]) ? "hidden" : "");
        else marks.push(tag === "Artifact" ? "artifact" : "");
        break;
      }
      case op.endMarkedContent:
        marks.pop();
        break;
      case op.constructPath:
        path(args[2] ?? null, args[0]! !== op.endPath);
        break;
      case op.shadingFill:
        drawn = true;
        break;
      default:
        break;
    }
  }
  return out;
}
