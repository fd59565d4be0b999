/** Characters as people type them, from what fonts put in their place. */

/** Spacing accents that old TeX fonts paint over a letter, as the combining marks they stand for. */
const ACCENTS: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "´": "\u0301",
  ˆ: "\u0302",
  "^": "\u0302",
  "˜": "\u0303",
  "~": "\u0303",
  "¯": "\u0304",
  "˘": "\u0306",
  "˙": "\u0307",
  "¨": "\u0308",
  "˚": "\u030a",
  "˝": "\u030b",
  ˇ: "\u030c",
  "¸": "\u0327",
  "˛": "\u0328",
};

/** Ligatures, Arabic letter shapes and CJK radicals that stand for ordinary characters. */
const SHAPES = /[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdfb\ufe70-\ufefc\u2f00-\u2fd5]/;
/** Radicals that fonts give in place of the characters that look the same. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ..."⻑長⻘青⻩黄⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻨麦⻬齐⻮齿⻰龙⺟母⺠民⺝月⻣骨⻚页⺎兀⺼肉⻌辶⻁虎⻂衤⻃西⻊足⻍辶⻎辶⻏阝⻖阝⻗雨⻙韦⻞食⻟飠⻧卤⻪黾⻭歯⻯竜⻱亀⻲亀⻳龟".matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical, character]) => [radical!, character!]),
);

/** What symbol fonts keep in private places: bullets, squares, arrows before list items. */
const BULLETS =
  /[\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf06e\uf071\uf02d\uf0e0\uf0de\u25aa\u25cf\u2022\u2023\u2043]/u;

/** A glyph's text without ligatures, shapes, private characters and controls; "\ufffd" for what says nothing. */
export function readable(unicode: string): string {
  let out = "";
  for (const char of unicode) {
    const code = char.codePointAt(0)!;
    if (code === 0xad) out += "\u00ad";
    else if (code === 0xa0 || code === 0x2007 || code === 0x202f || code === 9) out += " ";
    else if (code < 32 || (code >= 0x7f && code < 0xa0)) out += "\ufffd";
    else if (SHAPES.test(char)) out += char.normalize("NFKC");
    else if (char in RADICALS) out += RADICALS[char];
    else if (BULLETS.test(char)) out += "•";
    else if (/\p{Co}|\p{Cn}|\p{Cs}/u.test(char)) out += "\ufffd";
    else if (code === 0x200b || code === 0xfeff || code === 0x2060) continue;
    else out += char;
  }
  return out;
}

/** The letter with a spacing accent put on it, or null where the two don't make one character. */
export function accented(accent: string, letter: string): string | null {
  const mark = ACCENTS[accent];
  if (mark === undefined || !/^\p{L}$/u.test(letter)) return null;
  const plain = letter === "ı" ? "i" : letter === "ȷ" ? "j" : letter;
  const composed = (plain + mark).normalize("NFC");
  return composed.length === 1 ? composed : null;
}

export const isAccent = (text: string): boolean => text in ACCENTS;
