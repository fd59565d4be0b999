/** What the parent and a model process say to each other. Advanced serialization carries typed arrays as they are. */

type TensorType = "int32" | "int64" | "float32";

export interface TensorData {
  type: TensorType;
  data: Int32Array | BigInt64Array | Float32Array;
  dims: number[];
}

export type Request =
  | { kind: "load"; id: number; model: string; path: string }
  | { kind: "run"; id: number; model: string; feeds: Record<string, TensorData> }
  | { kind: "close"; id: number };

export type Reply =
  | { kind: "done"; id: number; outputs: Record<string, Float32Array> }
  | { kind: "failed"; id: number; message: string };
