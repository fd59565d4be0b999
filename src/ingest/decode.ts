import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import iconv from "iconv-lite";

export interface Decoded {
  /** All characters, without a byte-order mark; line ends as in the file. */
  text: string;
  /** The character set in lower case, as iconv-lite names it. */
  charset: string;
  /** True where neither the file nor its sender said so and the bytes are not plain UTF-8. */
  guessed: boolean;
}

/** Labels that browsers read as something wider (https://encoding.spec.whatwg.org/#names-and-labels). */
const WIDER: Readonly<Record<string, string>> = {
  ascii: "windows-1252",
  "us-ascii": "windows-1252",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "iso-8859-9": "windows-1254",
  "iso-8859-11": "windows-874",
  gb2312: "gb18030",
  gbk: "gb18030",
  "x-gbk": "gb18030",
  shift_jis: "cp932",
  sjis: "cp932",
  "x-sjis": "cp932",
  "ks_c_5601-1987": "cp949",
  "euc-kr": "cp949",
  "unicode-1-1-utf-8": "utf-8",
  utf8: "utf-8",
};

/**
 * Bytes to characters: by byte-order mark, then by what the sender said, then by the page's own declaration, then
 * UTF-8 where the bytes are valid, then by detection. iconv-lite decodes, since TextDecoder of Node 20 gets
 * windows-1252's quotation marks wrong.
 * @param hint character set told with the file, as in a Content-Type header
 */
export function decode(bytes: Uint8Array, hint: string | null = null): Decoded {
  const marked = byMark(bytes);
  if (marked) return read(bytes, marked, false);
  const told = known(hint);
  if (told) return read(bytes, told, false);
  const bare = bareUtf16(bytes);
  if (bare) return read(bytes, bare, true);
  const valid = isUtf8(bytes);
  const declared = known(declaration(bytes));
  if (declared && !(valid && singleByte(declared) && hasHighByte(bytes))) {
    // A page that could say so in single bytes is no UTF-16, whatever it claims (HTML standard, 13.2.3.2).
    const charset = declared.startsWith("utf-16") || declared.startsWith("utf-32") ? "utf-8" : declared;
    if (charset !== "utf-8" || valid) return read(bytes, charset, false);
  }
  if (valid) return read(bytes, "utf-8", false);
  return read(bytes, mostlyUtf8(bytes) ? "utf-8" : detect(bytes), true);
}

function read(bytes: Uint8Array, charset: string, guessed: boolean): Decoded {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset, {
    stripBOM: false,
  });
  return { text: text.startsWith("\ufeff") ? text.slice(1) : text, charset, guessed };
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? "utf-32le" : "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "utf-32be";
  return null;
}

function known(label: string | null): string | null {
  if (!label) return null;
  const name = label.trim().toLowerCase();
  const charset = WIDER[name] ?? name;
  return iconv.encodingExists(charset) && !/^(?:hex|base64|binary|utf-?7)/.test(charset) ? charset : null;
}

/** The character set that a page's first kilobytes declare (HTML meta, XML declaration). */
function declaration(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 8192)).toString("latin1");
  const xml = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head);
  if (xml) return xml[1]!;
  for (const [tag] of head.replace(/<!--[\s\S]*?-->/g, "").matchAll(/<meta\b[^>]{0,400}>/gi)) {
    const found = /\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(tag);
    if (found) return found[1]!;
  }
  return null;
}

/** UTF-16 without a mark: in Western text every second byte is NUL. */
function bareUtf16(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.4 && odd < pairs * 0.05) return "utf-16be";
  return null;
}

function singleByte(charset: string): boolean {
  return /^(?:windows-|iso-8859|koi8|macintosh|mac|ibm|cp(?:125|43|85))/.test(charset);
}

function hasHighByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

/** UTF-8 with a few broken places, as after a cut or a careless join. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  let broken = 0;
  let right = 0;
  for (const char of text) {
    if (char === "\ufffd") broken++;
    else if (char.charCodeAt(0) >= 0x80) right++;
  }
  return right >= 3 * broken;
}

/**
 * Western text with few accents is windows-1252 (or the Mac's own set, where 0xD5 stands inside words as an
 * apostrophe): a detector has too few bytes to go by there. The rest is left to chardet.
 */
function detect(bytes: Uint8Array): string {
  let high = 0;
  let letters = 0;
  let macApostrophes = 0;
  const isLetter = (byte: number | undefined) =>
    byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
  bytes.forEach((byte, i) => {
    if (byte >= 0x80) high++;
    else if (isLetter(byte)) letters++;
    if (byte === 0xd5 && isLetter(bytes[i - 1]) && isLetter(bytes[i + 1])) macApostrophes++;
  });
  if (macApostrophes >= 2 && macApostrophes > high * 0.1) return "macintosh";
  if (high < (high + letters) * 0.06) return "windows-1252";
  for (const { name } of analyse(bytes)) {
    const charset = known(name);
    if (charset && !charset.startsWith("utf-")) return charset;
  }
  return "windows-1252";
}
