// A bare session: windows of SEQ pieces through onnxruntime alone, in this process. Prints pieces a second.
//   node bench/bare.mjs MODEL THREADS SEQ IDS.json
import { readFileSync } from "node:fs";
import { InferenceSession, Tensor } from "onnxruntime-node";

const [model, threads, seq, file] = process.argv.slice(2);
const ids = JSON.parse(readFileSync(file, "utf8"));
const length = Number(seq);
const session = await InferenceSession.create(model, {
  intraOpNumThreads: Number(threads),
  interOpNumThreads: 1,
  graphOptimizationLevel: "all",
});
const windows = [];
for (let i = 0; i + length <= ids.length; i += length) windows.push(Int32Array.from(ids.slice(i, i + length)));
const run = (window) =>
  session.run({
    input_ids: new Tensor("int32", window, [length]),
    token_type_ids: new Tensor("int32", new Int32Array(length), [length]),
  });
for (const window of windows.slice(0, 5)) await run(window);
const start = performance.now();
for (const window of windows) await run(window);
console.log(((windows.length * length) / (performance.now() - start)) * 1000);
await session.release();
