/** Sentence vectors: a second model in the same processes, loaded when first asked for. */
import { ReadoutError } from "../errors.ts";
import { LimitedMap } from "../limited-map.ts";
import type { Encoder, ModelInfo } from "../model.ts";
import { type Vocabulary, wordPieces } from "../tag/wordpiece.ts";
import { CLS, hasModel, lazyModel, SEP } from "./lazy-model.ts";
import type { ModelPool } from "./pool.ts";

const VECTORS = "vectors";
/** Texts whose vector is kept (1.5 KB each): after a correction nearly all of them come again. */
const REMEMBERED = 30_000;

export const hasVectors = (root: string) => hasModel(root, VECTORS);

/**
 * @param vocabulary the attribution model's
 * @param models the model's entry is added to it once it is used
 * @throws ReadoutError MODEL_MISSING
 */
export function openEncoder(
  root: string,
  pool: ModelPool,
  vocabulary: Vocabulary,
  models: ModelInfo[],
): Encoder {
  const { config, load } = lazyModel(root, VECTORS, pool, models);
  const known = new LimitedMap<string, Float32Array>(REMEMBERED);
  const encodeOne = async (text: string): Promise<Float32Array> => {
    const old = known.get(text);
    if (old) return old;
    const ids = [CLS, ...wordPieces(vocabulary, text).ids.slice(0, config.window - 2), SEP];
    const { vector } = await pool.run(VECTORS, {
      input_ids: { type: "int32", data: Int32Array.from(ids), dims: [ids.length] },
    });
    if (!vector) throw new ReadoutError("MODEL_MISSING", { detail: "vectors/model.onnx" });
    known.set(text, vector);
    return vector;
  };
  return {
    async encode(texts) {
      if (texts.length === 0) return [];
      await load();
      const distinct = [...new Set(texts)];
      const made = await Promise.all(distinct.map(encodeOne));
      const vectors = new Map(distinct.map((text, i) => [text, made[i]!]));
      return texts.map((text) => vectors.get(text)!);
    },
  };
}
