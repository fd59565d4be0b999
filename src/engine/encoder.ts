/** Sentence vectors: a second model in the same processes, loaded when first asked for. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ReadoutError } from "../errors.ts";
import type { Encoder, ModelInfo } from "../model.ts";
import { type Vocabulary, wordPieces } from "../tag/wordpiece.ts";
import type { ModelPool } from "./pool.ts";

const VECTORS = "vectors";
const CLS = 101;
const SEP = 102;
/** Texts whose vector is kept (1.5 KB each): after a correction nearly all of them come again. */
const REMEMBERED = 30_000;

/** `models/vectors/config.json`; the vocabulary is the attribution model's. */
interface VectorConfig {
  name: string;
  version: string;
  files: Record<string, string>;
  /** Pieces read of a text, special ones included. */
  window: number;
}

const folderOf = (root: string) => join(root, "models", VECTORS);

export function hasVectors(root: string): boolean {
  return existsSync(join(folderOf(root), "config.json"));
}

/**
 * @param models the model's entry is added to it once it is used
 * @throws ReadoutError MODEL_MISSING
 */
export function openEncoder(
  root: string,
  pool: ModelPool,
  vocabulary: Vocabulary,
  models: ModelInfo[],
): Encoder {
  const config = readConfig(root);
  let loaded: Promise<void> | null = null;
  const known = new Map<string, Float32Array>();
  const encodeOne = async (text: string): Promise<Float32Array> => {
    const old = known.get(text);
    if (old) return old;
    const ids = [CLS, ...wordPieces(vocabulary, text).ids.slice(0, config.window - 2), SEP];
    const { vector } = await pool.run(VECTORS, {
      input_ids: { type: "int32", data: Int32Array.from(ids), dims: [1, ids.length] },
    });
    if (!vector) throw new ReadoutError("MODEL_MISSING", { detail: "vectors/model.onnx" });
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value!);
    known.set(text, vector);
    return vector;
  };
  return {
    async encode(texts) {
      if (texts.length === 0) return [];
      loaded ??= pool.load(VECTORS, join(folderOf(root), "model.onnx")).then(() => {
        models.push({ name: config.name, version: config.version, sha256: config.files["model.onnx"] ?? "" });
      });
      await loaded;
      const distinct = [...new Set(texts)];
      const made = await Promise.all(distinct.map(encodeOne));
      const vectors = new Map(distinct.map((text, i) => [text, made[i]!]));
      return texts.map((text) => vectors.get(text)!);
    },
  };
}

function readConfig(root: string): VectorConfig {
  try {
    return JSON.parse(readFileSync(join(folderOf(root), "config.json"), "utf8")) as VectorConfig;
  } catch (error) {
    throw new ReadoutError("MODEL_MISSING", { detail: "vectors/config.json" }, error);
  }
}
