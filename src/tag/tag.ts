/**
 * The tag stage: word pieces → windows → the network → marks and links. A function of the text and its paragraphs
 * alone; the network is passed in.
 */
import type {
  ActScores,
  Marked,
  PieceStates,
  Role,
  Segmented,
  Tagged,
  Tagger,
  TaggerOutput,
  TaggerWindow,
} from "../model.ts";
import { linkSpans, type MarkedSpan } from "./attributions.ts";
import { marginals, TAGS, viterbi } from "./crf.ts";
import { cleanEdges } from "./edges.ts";
import { LINK } from "./linker.ts";
import type { Decode, TagSettings } from "./settings.ts";
import { pieceTypes, SHAPE } from "./shape.ts";
import { planWindows, type Segment } from "./windows.ts";
import { type Pieces, type Vocabulary, wordPieces } from "./wordpiece.ts";

const CLS = 101;
const SEP = 102;
/** Windows under way at once: enough to keep several sessions busy, few enough that a book fits in memory. */
const IN_FLIGHT = 8;
/** Steps of 1/31: states of about -4 to 4 fit a byte. */
const STATE_SCALE = 31;
const WORD = /[\p{L}\p{N}]/u;
const ROLES: readonly Role[] = ["source", "cue", "content"];

interface Paragraph {
  pieces: Pieces;
  types: number[];
  /** Place of its first piece in the document. */
  base: number;
}

/** A document's paragraphs as word pieces. */
export function inPieces({ article: { text }, paragraphs }: Segmented, vocabulary: Vocabulary): Paragraph[] {
  let base = 0;
  return paragraphs.map(({ start, end }) => {
    const pieces = wordPieces(vocabulary, text, start, end);
    const paragraph = { pieces, types: pieceTypes(pieces, text, start, end), base };
    base += pieces.ids.length;
    return paragraph;
  });
}

/**
 * Marks and links of one document.
 * @param tagger the attribution network: 7 emissions a level and 128 link numbers a piece
 * @throws ReadoutError whatever the tagger throws
 */
export async function tag(segmented: Segmented, tagger: Tagger, settings: TagSettings): Promise<Tagged> {
  const { text } = segmented.article;
  const paragraphs = inPieces(segmented, settings.vocabulary);
  const lengths = paragraphs.map(({ pieces }) => pieces.ids.length);
  const count = lengths.reduce((a, b) => a + b, 0);
  const windows = planWindows(lengths);
  const levels: MarkedSpan[][] = settings.levels.map(() => []);
  const starts = new Int32Array(count);
  for (const p of paragraphs) starts.set(p.pieces.start, p.base);
  const acts: ActScores | null =
    settings.acts.length > 0
      ? { starts, labels: settings.acts, rows: new Float32Array(count * settings.acts.length) }
      : null;
  const width = settings.states;
  const states: PieceStates | null =
    width > 0 ? { starts, width, scale: STATE_SCALE, rows: new Int8Array(count * width) } : null;
  // A cut paragraph's results are gathered until its last window is in.
  let partial: Gathered | null = null;
  await inOrder(
    windows,
    (window) => tagger.run(windowInput(window, paragraphs)),
    (window, output) => {
      let at = 1;
      for (const segment of window) {
        const { paragraph, start, end, keepFrom, keepTo } = segment;
        const owner = paragraphs[paragraph]!;
        if (keepTo > keepFrom) {
          partial ??= new Gathered(owner.pieces.ids.length, levels.length);
          const row = at + keepFrom - start;
          partial.take(output, row, keepFrom, keepTo);
          if (acts && output.act) {
            const n = acts.labels.length;
            const kept = output.act.subarray(row * n, (row + keepTo - keepFrom) * n);
            acts.rows.set(kept, (owner.base + keepFrom) * n);
          }
          if (states && output.state) {
            const to = (owner.base + keepFrom) * width;
            const kept = output.state.subarray(row * width, (row + keepTo - keepFrom) * width);
            for (let k = 0; k < kept.length; k++) states.rows[to + k] = inSteps(kept[k]!);
          }
          if (keepTo === owner.pieces.ids.length) {
            for (const [level, spans] of levels.entries())
              spans.push(...markedSpans(text, owner, paragraph, partial, settings.levels[level]!, level));
            partial = null;
          }
        }
        at += end - start + 1;
      }
    },
  );
  const [outer, inner] = levels.map((spans, i) => toMarks(spans, settings, settings.levels[i]!));
  return { ...segmented, ...outer!, inner: inner ?? { marks: [], links: [] }, acts, states };
}

/** A number of a state in whole steps; what lies beyond four tells nothing more. */
function inSteps(value: number): number {
  return Math.max(-127, Math.min(127, Math.round(value * STATE_SCALE)));
}

/** What the network reads of a window. */
export function windowInput(window: readonly Segment[], paragraphs: readonly Paragraph[]): TaggerWindow {
  const ids = [CLS];
  const types: number[] = [SHAPE.other];
  for (const { paragraph, start, end } of window) {
    const { pieces, types: own } = paragraphs[paragraph]!;
    for (let i = start; i < end; i++) {
      ids.push(pieces.ids[i]!);
      types.push(own[i]!);
    }
    ids.push(SEP);
    types.push(SHAPE.other);
  }
  return { ids: Int32Array.from(ids), types: Int32Array.from(types) };
}

/** The network's results for one paragraph. */
class Gathered {
  /** Pieces × 7, one a level. */
  readonly emissions: Float32Array[];
  readonly link: Float32Array;
  constructor(length: number, levels: number) {
    this.emissions = Array.from({ length: levels }, () => new Float32Array(length * TAGS));
    this.link = new Float32Array(length * LINK);
  }
  take(output: TaggerOutput, row: number, from: number, to: number): void {
    const levels = this.emissions.length;
    for (let i = from, at = row * TAGS * levels; i < to; i++)
      for (const level of this.emissions) {
        level.set(output.emissions.subarray(at, at + TAGS), i * TAGS);
        at += TAGS;
      }
    this.link.set(output.link.subarray(row * LINK, (row + to - from) * LINK), from * LINK);
  }
}

function markedSpans(
  text: string,
  { pieces, base }: Paragraph,
  paragraph: number,
  gathered: Gathered,
  decode: Decode,
  level: number,
): MarkedSpan[] {
  const length = pieces.ids.length;
  const { link } = gathered;
  const emissions = gathered.emissions[level]!;
  const { transitions } = decode;
  const [s, c, t] = decode.bias;
  const tags = viterbi(emissions, length, transitions, Float64Array.of(0, s, s, c, c, t, t));
  const spans: MarkedSpan[] = [];
  let probabilities: Float64Array | null = null;
  for (let i = 0; i < length; ) {
    if (tags[i] === 0) {
      i++;
      continue;
    }
    probabilities ??= marginals(emissions, length, transitions);
    const role = (tags[i]! - 1) >> 1;
    const first = i;
    let sum = 0;
    do {
      sum += probabilities[i * TAGS + role * 2 + 1]! + probabilities[i * TAGS + role * 2 + 2]!;
      i++;
    } while (i < length && tags[i] === role * 2 + 2);
    const score = sum / (i - first);
    const span = cleanEdges(text, { start: pieces.start[first]!, end: pieces.end[i - 1]! });
    if (!span || score < decode.threshold[role]!) continue;
    // A mark of punctuation alone is nobody and nothing said; a cue it can be ("― Ana Ruiz", "RUIZ: …").
    if (ROLES[role] !== "cue" && !WORD.test(text.slice(span.start, span.end))) continue;
    const ends = new Float32Array(2 * LINK);
    ends.set(link.subarray(first * LINK, (first + 1) * LINK));
    ends.set(link.subarray((i - 1) * LINK, i * LINK), LINK);
    spans.push({ role, ...span, score, first: base + first, last: base + i - 1, paragraph, ends });
  }
  return spans;
}

/** Probabilities to four digits: more would differ between processors. */
const round = (p: number) => Math.round(p * 1e4) / 1e4;

function toMarks(spans: readonly MarkedSpan[], settings: TagSettings, decode: Decode): Marked {
  const marks = spans.map(({ role, start, end, score }) => ({
    role: ROLES[role]!,
    start,
    end,
    score: round(score),
  }));
  const links = linkSpans(spans, settings, decode).map((link) => ({ ...link, score: round(link.score) }));
  return { marks, links };
}

/** Runs `work` over the items, some at a time, and hands the results on in the items' order. */
async function inOrder<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  done: (item: T, result: R) => void,
): Promise<void> {
  const running: Promise<R>[] = [];
  let next = 0;
  const start = () => {
    const promise = work(items[next++]!);
    promise.catch(() => {}); // it is awaited below; a failure of an earlier one must not leave this one unhandled
    running.push(promise);
  };
  for (const item of items) {
    while (next < items.length && running.length < IN_FLIGHT) start();
    done(item, await running.shift()!);
  }
}
