/** A model beside the attribution model: there or not, its weights loaded when first asked for, listed once it is used. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ReadoutError } from "../errors.ts";
import type { ModelInfo } from "../model.ts";
import type { ModelPool } from "./pool.ts";

/** What every model's `config.json` holds. */
export interface ModelConfig {
  name: string;
  version: string;
  files: Record<string, string>;
  /** Pieces read of an input, special ones included. */
  window: number;
}

/** Special pieces of the one vocabulary that all models share. */
export const CLS = 101;
export const SEP = 102;

const fileOf = (root: string, model: string, file: string) => join(root, "models", model, file);

/** True where the installation has the model. */
export function hasModel(root: string, model: string): boolean {
  return existsSync(fileOf(root, model, "config.json"));
}

/**
 * @param model its folder below `models/`, and its name in the pool
 * @param models the model's entry is added to it once it is used
 * @throws ReadoutError MODEL_MISSING
 */
export function lazyModel<C extends ModelConfig>(
  root: string,
  model: string,
  pool: ModelPool,
  models: ModelInfo[],
): { config: C; load: () => Promise<void> } {
  const config = readConfig<C>(root, model);
  let loaded: Promise<void> | null = null;
  return {
    config,
    load() {
      loaded ??= pool.load(model, fileOf(root, model, "model.onnx")).then(() => {
        models.push({ name: config.name, version: config.version, sha256: config.files["model.onnx"] ?? "" });
      });
      return loaded;
    },
  };
}

function readConfig<C>(root: string, model: string): C {
  try {
    return JSON.parse(readFileSync(fileOf(root, model, "config.json"), "utf8")) as C;
  } catch (error) {
    throw new ReadoutError("MODEL_MISSING", { detail: `${model}/config.json` }, error);
  }
}
