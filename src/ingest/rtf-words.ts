/** The vocabulary of RTF as far as a reader of words needs it (Microsoft's RTF specification 1.9.1). */

const set = (words: string) => new Set(words.split(" "));

/** Destinations that hold none of the running text, or an older reader's copy of it. */
export const IGNORED = set(
  "colortbl header headerl headerr headerf footer footerl footerr footerf footnote ftnsep ftnsepc ftncn aftnsep aftnsepc " +
    "aftncn pict listtext pntext pntxta pntxtb xe tc rxe fldinst sp shprslt nonshppict nonesttables bkmkstart bkmkend " +
    "filetbl revtbl listtable listoverridetable rsidtbl generator template themedata colorschememapping latentstyles " +
    "datastore datafield formfield annotation atnid atnauthor atnref atndate atnicn atnparent objdata objclass private " +
    "operator doccomm keywords subject category manager company comment hlinkbase revtim printim buptim userprops " +
    "xmlnstbl wgrffmtfilter stylerestrictions falt panose fname fontemb htmltag mhtmltag",
);

/** Destinations that readers may pass over (\*) and that hold text all the same. */
export const KEPT = set("shpinst do shpgrp ud");

/** Characters that have words of their own; "\n\n" ends a paragraph. */
export const WORDS: Readonly<Record<string, string>> = {
  par: "\n\n",
  sect: "\n\n",
  page: "\n\n",
  column: "\n\n",
  line: "\n",
  lbr: "\n",
  softline: "\n",
  tab: "\t",
  emdash: "—",
  endash: "–",
  emspace: "\u2003",
  enspace: "\u2002",
  qmspace: "\u2005",
  bullet: "•",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  ltrmark: "\u200e",
  rtlmark: "\u200f",
  zwj: "\u200d",
  zwnj: "\u200c",
};

export const SYMBOL_FONT = 2;

/** Codepages of the charset numbers of fonts (\fcharset). */
const CHARSETS: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  130: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  254: 437,
  255: 850,
};

const CODEPAGES = new Set([
  437, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932, 936, 949, 950,
  1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258,
]);

/**
 * iconv-lite's name of a codepage, windows-1252 where it is unknown.
 * @param isCharset true where the number is a font's charset
 */
export function codepageOf(number: number, isCharset = false): string {
  const codepage = isCharset ? (CHARSETS[number] ?? 1252) : number;
  if (codepage === 10000) return "macintosh";
  if (codepage === 65001) return "utf-8";
  return CODEPAGES.has(codepage) ? `cp${codepage}` : "cp1252";
}
