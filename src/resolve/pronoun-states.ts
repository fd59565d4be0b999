import type { PieceStates, Span } from "../model.ts";
import { firstAtOrAfter } from "../span.ts";
import type { Context } from "./context.ts";
import type { Mention } from "./mention.ts";
import { type Net, output } from "./net.ts";
import weights from "./pronoun-states.json" with { type: "json" };
import type { Candidate } from "./salience.ts";

/** As far back as a candidate's last name or description is looked for, in references; past it the last mention stands for it. */
const BACK = 400;

/** The scorer's weights: what the features say alone, and with the states of the pronoun and of the candidate's two mentions. */
interface StateNet extends Net {
  nobody: number;
  /** Beside the pair's own net: products and the candidate's states weighed directly; last mention first, then the nominal one. */
  product: readonly (readonly number[])[];
  candidate: readonly (readonly number[])[];
  /** One hidden layer over features, states and products. */
  pair: { hidden: readonly (readonly number[])[]; bias: readonly number[]; out: readonly number[] };
}
const net: StateNet = weights;
/** Numbers of each half of a piece's state: the first is for the piece of a pronoun, the second for that of a candidate. */
const HALF = weights.product[0]!.length;

/** The words that stand for a mention in the text: a name whole, else its head. */
export function statePlace({ tokens }: Context["mentions"], mention: Mention): Span {
  return mention.form === "name" ? mention : tokens[mention.last]!;
}

/** The last mention of an entity before a pronoun that is itself no pronoun; `last` where none is near. */
export function nominalMention(context: Context, pronoun: Mention, { entity, last }: Candidate): Mention {
  const { history } = context;
  for (let k = history.length - 1; k >= 0 && k > history.length - BACK; k--) {
    const { mention, entities } = history[k]!;
    if (entities.length !== 1 || entities[0] !== entity || mention.first >= pronoun.first) continue;
    if (mention.form !== "pronoun" && mention.form !== "relative") return mention;
  }
  return last;
}

/**
 * Logits of the candidates and of nobody by features and by what the attribution model's encoder made of the words; null where
 * the document comes without states, or with those of another model.
 */
export function stateLogits(
  context: Context,
  pronoun: Mention,
  ranked: readonly Candidate[],
  rows: readonly Float64Array[],
): { logits: number[]; nobody: number } | null {
  const { states } = context.doc;
  if (states?.width !== 2 * HALF) return null;
  const half = (mention: Mention, from: number) =>
    meanState(states, statePlace(context.mentions, mention), from);
  const asked = half(pronoun, 0);
  const logits = ranked.map((candidate, index) => {
    const last = half(candidate.last, HALF);
    const nominal = half(nominalMention(context, pronoun, candidate), HALF);
    return score(rows[index]!, asked, last, nominal);
  });
  return { logits, nobody: net.nobody };
}

/** To four digits: the last ones of tanh and of sums differ between machines. */
function score(row: Float64Array, asked: number[], last: number[], nominal: number[]): number {
  const products = [last, nominal].map((state) => state.map((value, k) => value * asked[k]!));
  const inputs = [...row, ...asked, ...last, ...products[0]!, ...nominal, ...products[1]!];
  let sum = output(net, row);
  for (const [k, state] of [last, nominal].entries())
    sum += dot(net.product[k]!, products[k]!) + dot(net.candidate[k]!, state);
  const { hidden, bias, out } = net.pair;
  for (const [h, unit] of hidden.entries()) sum += out[h]! * Math.max(0, bias[h]! + dot(unit, inputs));
  return Math.round(sum * 1e4) / 1e4;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** The mean over a span's pieces of one half of their states, squashed as in training. */
function meanState(
  { starts, width, scale, rows }: PieceStates,
  { start, end }: Span,
  from: number,
): number[] {
  const stop = firstAtOrAfter(starts, end);
  // a span that begins inside a piece takes that piece
  const first = Math.min(firstAtOrAfter(starts, start), Math.max(0, stop - 1));
  const mean = new Array<number>(HALF).fill(0);
  for (let piece = first; piece < stop; piece++)
    for (let k = 0; k < HALF; k++) mean[k]! += rows[piece * width + from + k]!;
  const count = Math.max(1, stop - first) * scale;
  return mean.map((value) => Math.tanh(value / count));
}
