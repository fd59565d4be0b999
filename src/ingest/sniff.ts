import { ReadoutError } from "../errors.ts";

const MAGIC: [number[], string][] = [[[0xd0, 0xcf, 0x11, 0xe0], "Old Office (.doc)"]];

/** Pictures, sound, archives, programs: no document at all. */
const OTHER_MAGIC: number[][] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x4f, 0x67, 0x67, 0x53],
  [0x49, 0x44, 0x33],
];

/**
 * Refuses what is no text by its first bytes.
 * @throws ReadoutError INPUT_UNSUPPORTED for document formats, INPUT_BINARY for anything else
 */
export function refuseBinary(bytes: Uint8Array): void {
  const begins = (magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
  for (const [magic, kind] of MAGIC) if (begins(magic)) throw new ReadoutError("INPUT_UNSUPPORTED", { kind });
  if (begins([0x50, 0x4b, 0x03, 0x04])) throw zipped(bytes);
  if (OTHER_MAGIC.some(begins)) throw new ReadoutError("INPUT_BINARY");
}

/** OpenDocument and e-book files are zip archives; the names of their parts stand in clear. */
function zipped(bytes: Uint8Array): ReadoutError {
  const names = Buffer.from(bytes.subarray(0, 65_536)).toString("latin1");
  if (names.includes("opendocument")) return new ReadoutError("INPUT_UNSUPPORTED", { kind: "OpenDocument" });
  if (names.includes("epub")) return new ReadoutError("INPUT_UNSUPPORTED", { kind: "E-book (.epub)" });
  return new ReadoutError("INPUT_BINARY");
}

/**
 * Refuses decoded text that holds NULs or many control characters.
 * @throws ReadoutError INPUT_BINARY
 */
export function refuseControls(text: string): void {
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) throw new ReadoutError("INPUT_BINARY");
    if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) controls++;
  }
  if (controls > 8 && controls > text.length * 0.02) throw new ReadoutError("INPUT_BINARY");
}

/** Told apart by content: a page, JSON, subtitles, or running text. */
export function contentFormat(text: string): "html" | "json" | "text" {
  const head = text.slice(0, 2048).trimStart();
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|meta|title)\b/i.test(
      head,
    )
  )
    return "html";
  if (/^[[{]/.test(head) && /^(?:\{\s*(?:"|\})|\[\s*(?:[{["\d\]]|$))/.test(head)) return "json";
  const tags =
    head.match(/<\/?(?:p|div|br|span|a|h[1-6]|section|ul|li|em|strong|blockquote|figure)\b[^<>]*>/gi)
      ?.length ?? 0;
  return head.startsWith("<") && tags >= 2 ? "html" : "text";
}
