import { readable } from "./letters.ts";

/** What the layout needs to know of a font. */
export interface FontFacts {
  bold: boolean;
  vertical: boolean;
  /** Text space units of one glyph space unit. */
  unit: number;
  verticalAdvance: number;
  /** Height of the letters' em, as a share of the font's size: 1 but for Type 3 fonts. */
  height: number;
  /** Codes that the file maps to characters; null where all are to be believed. */
  mapped: ((code: number) => boolean) | null;
  /** Codes of TeX's bitmap fonts, which name no characters; null for other fonts. */
  tex: ((code: number) => string | null) | null;
}

/** A font object of pdf.js with `fontExtraProperties`: only what is used. */
export interface SourceFont {
  name?: string;
  bold?: boolean;
  black?: boolean;
  vertical?: boolean;
  isType3Font?: boolean;
  fontMatrix?: number[];
  bbox?: number[];
  defaultVMetrics?: number[];
  composite?: boolean;
  toUnicode?: { _map?: unknown[]; firstChar?: number; lastChar?: number };
}

const USUAL_UNIT = 0.001;

export function factsOf(font: SourceFont): FontFacts {
  const matrix = font.fontMatrix ?? [USUAL_UNIT, 0, 0, USUAL_UNIT, 0, 0];
  const unit = Number.isFinite(matrix[0]) && matrix[0] !== 0 ? matrix[0]! : USUAL_UNIT;
  return {
    bold: Boolean(font.bold || font.black) || /bold|black|heavy|-bd|demi/i.test(font.name ?? ""),
    vertical: font.vertical === true,
    unit,
    verticalAdvance: font.defaultVMetrics?.[0] ?? -1000,
    height: font.isType3Font ? type3Height(font, matrix) : 1,
    mapped: mappedCodes(font),
    tex: texCodes(font),
  };
}

/** Type 3 fonts have units of their own; ascender to descender is about 1.2 em. */
function type3Height(font: SourceFont, matrix: number[]): number {
  const [, bottom = 0, , top = 0] = font.bbox ?? [];
  const height = (Math.abs(top - bottom) * Math.abs(matrix[3] || matrix[0]!)) / 1.2;
  return height > 0.02 && height < 50 ? height : Math.abs(matrix[3] || USUAL_UNIT) * 1000;
}

/**
 * Composite fonts number their glyphs as they like: without a table to characters their codes mean nothing, and
 * showing them as letters would be garbage.
 */
function mappedCodes(font: SourceFont): FontFacts["mapped"] {
  if (!font.composite || !font.toUnicode) return null;
  const map = font.toUnicode._map;
  if (!map) return () => false;
  return (code) => map[code] !== undefined;
}

/** Quotation marks, dashes and ligatures below 32 as TeX's two text encodings have them (OT1 11 to 15, T1 the rest). */
const TEX_LOW: Readonly<Record<number, string>> = {
  ...{ 11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl", 16: "“", 17: "”", 18: "„", 19: "«", 20: "»" },
  ...{
    21: "–",
    22: "—",
    23: "",
    25: "ı",
    26: "ȷ",
    27: "ff",
    28: "fi",
    29: "fl",
    30: "ffi",
    31: "ffl",
    127: "-",
  },
};
/** 0x80 to 0xbf of the Cork encoding (T1); what follows is Latin-1 but for a few. */
const CORK = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£";

/**
 * TeX's bitmap fonts (Type 3) call their glyphs "a0" to "a255", or nothing: their codes are those of TeX's encodings.
 */
function texCodes(font: SourceFont): FontFacts["tex"] {
  const map = font.toUnicode?._map;
  if (!font.isType3Font || !map) return null;
  return (code) => {
    if (map[code] !== undefined) return null;
    return TEX_LOW[code] ?? (code >= 0x80 && code < 0xc0 ? (CORK[code - 0x80] ?? null) : null);
  };
}

/** What a glyph stands for, mended; "\ufffd" where the file does not say. */
export function textOf(font: FontFacts, glyph: { unicode: string; originalCharCode: number }): string {
  const tex = font.tex?.(glyph.originalCharCode) ?? null;
  if (tex !== null) return tex;
  if (font.mapped && !font.mapped(glyph.originalCharCode)) return "\ufffd";
  return readable(glyph.unicode);
}
