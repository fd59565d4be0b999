/** The models of a running readout: files read, processes started, tensors made. Never blocks the caller. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ReadoutError } from "../errors.ts";
import type { Encoder, ModelInfo, PairModel, Tagger } from "../model.ts";
import { type TagSettings, tagSettings } from "../tag/settings.ts";
import { hasVectors, openEncoder } from "./encoder.ts";
import { hasPairs, openPairModel } from "./pair-model.ts";
import { ModelPool } from "./pool.ts";

export interface EngineOptions {
  /** The package's folder; models lie in its `models/`. */
  root: string;
  /** Model processes of one thread each. */
  jobs: number;
}

export interface Engine {
  tagger: Tagger;
  settings: TagSettings;
  /** Sentence vectors; null where this installation has no such model. Its weights are loaded at first use. */
  encoder: Encoder | null;
  /** Judges pairs of statements; null where this installation has no such model. Loaded at first use. */
  pairs: PairModel | null;
  models: ModelInfo[];
  /** Lets the models go. Safe at any time: what is under way is finished first. */
  close(): Promise<void>;
}

const ATTRIBUTION = "attribution";

interface ModelCard {
  name: string;
  version: string;
  files: Record<string, string>;
}

/**
 * Starts the model processes and loads the attribution model.
 * @throws ReadoutError MODEL_MISSING, ENGINE_FAILED
 */
export async function startEngine({ root, jobs }: EngineOptions): Promise<Engine> {
  const folder = join(root, "models", ATTRIBUTION);
  const pool = new ModelPool(jobs);
  try {
    const loading = pool.load(ATTRIBUTION, join(folder, "model.onnx"));
    loading.catch(() => {});
    const [config, vocab, linker] = await Promise.all(
      ["config.json", "vocab.txt", "linker.bin"].map((name) => readModelFile(folder, name)),
    );
    const parsed = parseConfig(config!);
    const settings = tagSettings(parsed, vocab!.toString("utf8"), floats(linker!));
    await loading;
    const models = [modelInfo(parsed)];
    const encoder = hasVectors(root) ? openEncoder(root, pool, settings.vocabulary, models) : null;
    const pairs = hasPairs(root) ? openPairModel(root, pool, settings.vocabulary, models) : null;
    return { tagger: tagger(pool), settings, encoder, pairs, models, close: () => pool.close() };
  } catch (error) {
    await pool.close();
    throw error;
  }
}

function tagger(pool: ModelPool): Tagger {
  return {
    async run({ ids, types }) {
      const dims = [ids.length];
      const { emissions, link, act, state } = await pool.run(ATTRIBUTION, {
        input_ids: { type: "int32", data: ids, dims },
        token_type_ids: { type: "int32", data: types, dims },
      });
      if (!emissions || !link) throw new ReadoutError("MODEL_MISSING", { detail: "attribution/model.onnx" });
      return { emissions, link, act: act ?? null, state: state ?? null };
    },
  };
}

async function readModelFile(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    throw new ReadoutError("MODEL_MISSING", { detail: join(folder, name) }, error);
  }
}

function parseConfig(bytes: Buffer): ModelCard {
  try {
    return JSON.parse(bytes.toString("utf8")) as ModelCard;
  } catch (error) {
    throw new ReadoutError("MODEL_MISSING", { detail: "attribution/config.json" }, error);
  }
}

function modelInfo({ name, version, files }: ModelCard): ModelInfo {
  return { name, version, sha256: files["model.onnx"] ?? "" };
}

/** Little-endian float32, wherever the buffer begins and whatever the processor. */
function floats(bytes: Buffer): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength >> 2 }, (_, i) => view.getFloat32(i * 4, true));
}
