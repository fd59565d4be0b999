/** Texts whose statements are given still need what the model makes of their words: one engine, started at first use. */
import { type Engine, startEngine } from "../src/engine/engine.ts";
import type { PieceStates, Segmented } from "../src/model.ts";
import { tag } from "../src/tag/tag.ts";
import { root } from "./record.ts";

let engine: Promise<Engine> | null = null;

/** The states that `read` would hand to the resolver. */
export async function statesOf(segmented: Segmented): Promise<PieceStates | null> {
  engine ??= startEngine({ root, jobs: 1 });
  const { tagger, settings } = await engine;
  return (await tag(segmented, tagger, settings)).states;
}

export async function closeEngine(): Promise<void> {
  await (await engine)?.close();
}
