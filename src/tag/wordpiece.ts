/**
 * BERT's uncased tokenizer with exact UTF-16 offsets: basic splitting, then WordPiece (Wu et al. 2016; Devlin et al.
 * 2019), piece for piece what the reference `tokenizers` library gives. Control characters vanish, accents are
 * stripped, every CJK ideograph and every mark is a word of its own.
 */

/** Piece → id; continuing pieces begin with "##". */
export type Vocabulary = ReadonlyMap<string, number>;

/** Pieces of one stretch of text, parallel lists. */
export interface Pieces {
  ids: number[];
  /** UTF-16 offsets into the whole text. */
  start: number[];
  end: number[];
  /** Which word (run without a break) a piece belongs to, counted from 0. */
  word: number[];
}

const UNKNOWN = "[UNK]";
const LONGEST_WORD = 100;

/** Reads `vocab.txt`: one piece a line, its id the line's number. */
export function readVocabulary(text: string): Vocabulary {
  const map = new Map<string, number>();
  for (const line of text.split("\n")) if (line !== "") map.set(line, map.size);
  return map;
}

enum Kind {
  Letter,
  Space,
  Mark,
  Ideograph,
  Nothing,
}

const SPACE = /\p{White_Space}/u;
const NOTHING = /[\p{Cc}\p{Cf}\p{Co}\ufffd]/u;
const MARK = /\p{P}/u;
const ACCENT = /\p{Mn}/gu;

const ascii: Kind[] = Array.from({ length: 128 }, (_, code) => {
  if (code === 9 || code === 10 || code === 13 || code === 32) return Kind.Space;
  if (code < 32 || code === 127) return Kind.Nothing;
  return /[0-9A-Za-z]/.test(String.fromCharCode(code)) ? Kind.Letter : Kind.Mark;
});

function isIdeograph(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0x20000 && code <= 0x2a6df) ||
    (code >= 0x2a700 && code <= 0x2b73f) ||
    (code >= 0x2b740 && code <= 0x2b81f) ||
    (code >= 0x2b920 && code <= 0x2ceaf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x2f800 && code <= 0x2fa1f)
  );
}

function kindOf(code: number, ch: string): Kind {
  if (code < 128) return ascii[code]!;
  if (NOTHING.test(ch)) return Kind.Nothing;
  if (SPACE.test(ch)) return Kind.Space;
  if (isIdeograph(code)) return Kind.Ideograph;
  return MARK.test(ch) ? Kind.Mark : Kind.Letter;
}

/**
 * Pieces of `text.slice(from, to)`. Offsets leave out what the tokenizer drops: a combining accent after the last
 * letter stands outside its piece.
 */
export function wordPieces(vocabulary: Vocabulary, text: string, from = 0, to = text.length): Pieces {
  const out: Pieces = { ids: [], start: [], end: [], word: [] };
  // The word being gathered: normalised code points, and where each stood.
  let chars: string[] = [];
  let starts: number[] = [];
  let ends: number[] = [];
  let words = 0;

  const push = (id: number, first: number, last: number) => {
    out.ids.push(id);
    out.start.push(starts[first]!);
    out.end.push(ends[last]!);
    out.word.push(words);
  };
  const flush = () => {
    if (chars.length === 0) return;
    const pieces = chars.length > LONGEST_WORD ? null : split(vocabulary, chars);
    if (pieces === null) push(vocabulary.get(UNKNOWN)!, 0, chars.length - 1);
    else {
      let at = 0;
      for (const [id, size] of pieces) {
        push(id, at, at + size - 1);
        at += size;
      }
    }
    words++;
    chars = [];
    starts = [];
    ends = [];
  };
  const add = (ch: string, start: number, end: number) => {
    chars.push(ch);
    starts.push(start);
    ends.push(end);
  };

  for (let i = from; i < to; ) {
    const code = text.codePointAt(i)!;
    const ch = String.fromCodePoint(code);
    const end = i + ch.length;
    const kind = kindOf(code, ch);
    if (kind === Kind.Space) flush();
    else if (kind === Kind.Letter && code < 128) add(ch.toLowerCase(), i, end);
    else if (kind !== Kind.Nothing) {
      if (kind === Kind.Ideograph) flush();
      for (const base of ch.normalize("NFD").replace(ACCENT, "")) {
        for (const low of base.toLowerCase()) {
          const lowCode = low.codePointAt(0)!;
          // A decomposed character can hold a mark of its own (";" from the Greek question mark).
          if (kindOf(lowCode, low) === Kind.Mark) {
            flush();
            add(low, i, end);
            flush();
          } else add(low, i, end);
        }
      }
      if (kind === Kind.Ideograph) flush();
    }
    i = end;
  }
  flush();
  return out;
}

/** Greedy longest match; null where some part is in no piece. */
function split(vocabulary: Vocabulary, chars: string[]): [number, number][] | null {
  const whole = vocabulary.get(chars.join(""));
  if (whole !== undefined) return [[whole, chars.length]];
  const out: [number, number][] = [];
  for (let at = 0; at < chars.length; ) {
    let size = chars.length - at;
    for (; size > 0; size--) {
      const piece = chars.slice(at, at + size).join("");
      const id = vocabulary.get(at === 0 ? piece : `##${piece}`);
      if (id !== undefined) {
        out.push([id, size]);
        break;
      }
    }
    if (size === 0) return null;
    at += size;
  }
  return out;
}
