/** What the tag stage needs beside the network: vocabulary, transitions, linker weights and thresholds. */
import { ReadoutError } from "../errors.ts";
import type { Act } from "../model.ts";
import { TAGS, type Transitions } from "./crf.ts";
import { readVocabulary, type Vocabulary } from "./wordpiece.ts";

/** One pair scorer's weights, row-major, out × in. */
export interface PairWeights {
  cue: Float32Array;
  cueBias: Float32Array;
  span: Float32Array;
  none: Float32Array;
  noneBias: Float32Array;
  features: { gap: Float32Array; paragraph: Float32Array; cues: Float32Array; same: Float32Array };
  out: Float32Array;
}

/** How one level is decoded, as tuned on development data. */
export interface Decode {
  transitions: Transitions;
  /** Added to both tags of source, cue, content before the best path is sought. */
  bias: [number, number, number];
  /** Least score of a mark, by role. */
  threshold: [number, number, number];
  /** A cue without content takes one that chose no cue, where its probability is at least this. */
  rescue: number;
  /** Least score of a cue that stays without content, and of a content that stays without cue. */
  bare: number;
  floating: number;
}

export interface TagSettings {
  vocabulary: Vocabulary;
  /** The text's own attributions, and where the model has it those inside contents. */
  levels: Decode[];
  linker: { source: PairWeights; content: PairWeights };
  /** What the act head's numbers stand for; [] where the model has none. */
  acts: Act[];
  /** How many numbers the model gives of a piece's state; 0 where it gives none. */
  states: number;
  /** Logistic on the logits of the evidence (cue, source link, content link, source, content). */
  score: { weights: number[]; bias: number };
}

/** `config.json` as training/export.py and training/tune.py write it. */
interface Config {
  /** 7 × 7 a level. */
  transitions: number[][][];
  linker: Record<string, { shape: number[]; offset: number }>;
  decode: Omit<Decode, "transitions">;
  /** The same for what stands inside contents. */
  inner?: Omit<Decode, "transitions">;
  score: TagSettings["score"];
  acts?: Act[];
  states?: number;
}

/**
 * Puts the settings together from the model folder's files.
 * @param config parsed config.json
 * @param vocab vocab.txt
 * @param linker linker.bin: little-endian float32
 * @throws ReadoutError MODEL_MISSING where a part is not there or has the wrong size
 */
export function tagSettings(config: unknown, vocab: string, linker: Float32Array): TagSettings {
  const { transitions, linker: table, decode, inner, score, acts, states } = config as Config;
  const levels = (transitions ?? []).map((level) => Float64Array.from(level.flat()));
  const whole = levels.length > 0 && levels.every((level) => level.length === TAGS * TAGS);
  if (!whole || !table || !decode || !score) throw broken("config.json");
  const part = (name: string): Float32Array => {
    const entry = table[name];
    const size = entry?.shape.reduce((a, b) => a * b, 1) ?? -1;
    if (!entry || entry.offset + size > linker.length) throw broken("linker.bin");
    return linker.subarray(entry.offset, entry.offset + size);
  };
  const pair = (kind: string): PairWeights => ({
    cue: part(`${kind}.cue.weight`),
    cueBias: part(`${kind}.cue.bias`),
    span: part(`${kind}.span.weight`),
    none: part(`${kind}.none.weight`),
    noneBias: part(`${kind}.none.bias`),
    features: {
      gap: part(`${kind}.features.gap`),
      paragraph: part(`${kind}.features.paragraph`),
      cues: part(`${kind}.features.cues`),
      same: part(`${kind}.features.same`),
    },
    out: part(`${kind}.w.weight`),
  });
  const vocabulary = readVocabulary(vocab);
  if (vocabulary.get("[CLS]") !== 101 || vocabulary.get("[SEP]") !== 102) throw broken("vocab.txt");
  return {
    vocabulary,
    levels: levels.map((level, i) => ({ ...((i > 0 && inner) || decode), transitions: level })),
    linker: { source: pair("source"), content: pair("content") },
    acts: acts ?? [],
    states: states ?? 0,
    score,
  };
}

const broken = (file: string) => new ReadoutError("MODEL_MISSING", { detail: `attribution/${file}` });
