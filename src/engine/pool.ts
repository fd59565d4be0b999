/** Several model processes; a request goes to the one with the least to do. */
import { ModelProcess } from "./process.ts";
import type { TensorData } from "./protocol.ts";

export class ModelPool {
  readonly #processes: ModelProcess[];
  readonly #loaded = new Map<string, Promise<unknown>[]>();

  constructor(size: number) {
    this.#processes = Array.from({ length: Math.max(1, size) }, () => new ModelProcess());
  }

  /** Has every process load a model; resolves when the first one is ready. */
  async load(model: string, path: string): Promise<void> {
    let loads = this.#loaded.get(model);
    if (!loads) {
      loads = this.#processes.map((p) => p.request({ kind: "load", model, path }));
      for (const load of loads) load.catch(() => {});
      this.#loaded.set(model, loads);
    }
    await loads[0];
  }

  /**
   * One inference. A process answers in order, so a request may be sent before its model is loaded.
   * @throws ReadoutError ENGINE_FAILED
   */
  run(model: string, feeds: Record<string, TensorData>): Promise<Record<string, Float32Array>> {
    const idlest = this.#processes.reduce((a, b) => (b.load < a.load ? b : a));
    return idlest.request({ kind: "run", model, feeds });
  }

  async close(): Promise<void> {
    await Promise.all(this.#processes.map((p) => p.close()));
  }
}
