/**
 * Reads brat standoff (https://brat.nlplab.org/standoff.html) as PolNeAR uses it: text-bound annotations
 * (possibly discontinuous, `a b;c d`) and events that join a source, a cue and contents to an attribution.
 */
import { ReadoutError } from "../errors.ts";
import type { Span } from "../model.ts";

/** One attribution of a gold standard or of readout: fragments by role, UTF-16 offsets. */
export interface Attribution {
  source: Span[];
  cue: Span[];
  content: Span[];
}

/** Maps code-point offsets of a file with any line ends to UTF-16 offsets of its text with LF line ends. */
function codePointMap(raw: string): (offset: number) => number {
  // One entry a code point of the raw file; brat (Python) reads text in universal-newline mode or not
  // depending on its version, so CRLF is counted as it stands in the file.
  const map: number[] = [];
  let out = 0;
  for (let i = 0; i < raw.length; ) {
    const code = raw.codePointAt(i)!;
    map.push(out);
    const width = code > 0xffff ? 2 : 1;
    if (code === 13 && raw.charCodeAt(i + 1) === 10) {
      i += 1; // the CR of a CRLF has no place of its own in the text
      continue;
    }
    out += width;
    i += width;
  }
  map.push(out);
  return (offset) => {
    const at = map[offset];
    if (at === undefined)
      throw new ReadoutError("GOLD_BROKEN", { detail: `offset ${offset} lies past the text` });
    return at;
  };
}

/** The text as the product reads it: no byte-order mark, LF line ends. */
export function goldText(raw: string): string {
  return raw.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
}

interface TextBound {
  type: string;
  spans: [number, number][];
  line: number;
}

const ROLES = { source: "source", cue: "cue", content: "content" } as const;

/**
 * Parses one .ann file.
 * @param ann the annotation file
 * @param raw the text file as decoded, before line ends are changed (offsets count its code points)
 * @throws ReadoutError GOLD_BROKEN with the line
 */
export function parseBrat(ann: string, raw: string): Attribution[] {
  const bom = raw.startsWith("\ufeff") ? 1 : 0;
  const toUtf16 = codePointMap(raw.slice(bom));
  const bound = new Map<string, TextBound>();
  const attributions: Attribution[] = [];
  const lines = ann.split(/\r\n|\r|\n/);
  lines.forEach((line, index) => {
    // The words of an annotation may hold a line break (PolNeAR has such): its second line is no annotation.
    if (!/^T\d+(?:\s|$)/.test(line)) return;
    const [id, middle] = line.split("\t");
    const match = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec((middle ?? "").trim());
    if (!id || !match) throw broken(index, "a T line is ID, TAB, type and offsets");
    const spans = match[2]!.split(";").map((pair) => pair.split(" ").map(Number) as [number, number]);
    bound.set(id, { type: match[1]!, spans, line: index });
  });
  lines.forEach((line, index) => {
    if (!/^E\d+(?:\s|$)/.test(line)) return;
    const [, args] = line.split("\t");
    const parts = (args ?? "").trim().split(/\s+/);
    if (!/^Attribution/i.test(parts[0] ?? "")) return;
    const attribution: Attribution = { source: [], cue: [], content: [] };
    for (const part of parts.slice(1)) {
      const [name, target] = part.split(":");
      const role = ROLES[(name ?? "").replace(/\d+$/, "").toLowerCase() as keyof typeof ROLES];
      if (!role) continue;
      const found = bound.get(target ?? "");
      if (!found) {
        if (target?.startsWith("E")) continue; // a nested event: its own line gives its spans
        throw broken(index, `${part} names nothing`);
      }
      for (const [start, end] of found.spans)
        attribution[role].push({ start: toUtf16(start), end: toUtf16(end) });
    }
    for (const role of Object.values(ROLES)) attribution[role].sort((a, b) => a.start - b.start);
    attributions.push(attribution);
  });
  return attributions;
}

function broken(line: number, detail: string): ReadoutError {
  return new ReadoutError("GOLD_BROKEN", { detail: `line ${line + 1}: ${detail}` });
}
