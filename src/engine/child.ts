/**
 * A model process: sessions of one thread each. Inference blocks its event loop and an exit in the middle of it aborts
 * the process, which is why it has a process of its own and only ever ends between two requests.
 */
import { InferenceSession, Tensor } from "onnxruntime-node";
import type { Reply, Request, TensorData } from "./protocol.ts";

const sessions = new Map<string, InferenceSession>();
let runs = 0;

async function load(model: string, path: string): Promise<void> {
  const session = await InferenceSession.create(path, {
    executionProviders: ["cpu"],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    // Windows differ in length, so a plan of memory made for one fits no other.
    enableMemPattern: false,
    // Frees the copy of the weights that the file's reader holds.
    extra: { session: { use_device_allocator_for_initializers: "1" } },
    logSeverityLevel: 4,
  });
  sessions.set(model, session);
}

async function run(model: string, feeds: Record<string, TensorData>): Promise<Record<string, Float32Array>> {
  const session = sessions.get(model);
  if (!session) throw new Error(`model ${model} is not loaded`);
  const inputs: Record<string, Tensor> = {};
  for (const [name, { type, data, dims }] of Object.entries(feeds))
    inputs[name] = new Tensor(type, data as Float32Array, dims);
  const results = await session.run(inputs);
  // The heap is tiny and hardly ever collected by itself, while the tensors it holds on to lie outside it.
  if (++runs % 32 === 0) globalThis.gc?.();
  const outputs: Record<string, Float32Array> = {};
  for (const [name, tensor] of Object.entries(results)) {
    outputs[name] = tensor.data as Float32Array;
  }
  return outputs;
}

async function answer(request: Request): Promise<Record<string, Float32Array>> {
  if (request.kind === "run") return run(request.model, request.feeds);
  if (request.kind === "load") await load(request.model, request.path);
  return {};
}

async function end(): Promise<void> {
  for (const session of sessions.values()) await session.release();
  sessions.clear();
  process.exit(0);
}

/** A parent that is gone hears nothing; the disconnect then ends us. */
const send = (reply: Reply) => {
  if (process.connected) process.send!(reply, undefined, undefined, () => {});
};

// One request at a time, in order; whatever ends the process waits its turn behind them.
let queue: Promise<void> = Promise.resolve();
const inTurn = (work: () => Promise<void>) => {
  queue = queue.then(work, work);
};

process.on("message", (request: Request) => {
  inTurn(async () => {
    if (!process.connected) return; // nobody is left to hear the answer
    try {
      if (request.kind === "close") return await end();
      send({ kind: "done", id: request.id, outputs: await answer(request) });
    } catch (error) {
      send({
        kind: "failed",
        id: request.id,
        message: error instanceof Error ? error.message : String(error),
      });
    }
  });
});
// The parent is gone: nobody is left to answer.
process.on("disconnect", () => inTurn(end));
// Ctrl-C reaches the whole group; the parent decides, and its end disconnects us.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => inTurn(end));
