/** Collections of made articles on a desk that runs, given as a person gives a saved collection: as a file. */
import { emptyCollection } from "../src/report/builder.ts";
import type { BoardAnswer, CollectionSummary, PointAnswer } from "../src/server/contract.ts";
import { madeArticles } from "./made-articles.ts";

/** An answer of the desk. @throws Error with what it said where it refuses */
export async function asked<T>(url: string, path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(`${url}${path}`, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when all is read and compared. */
export async function settled(url: string, c: string): Promise<CollectionSummary> {
  for (;;) {
    const row = await asked<CollectionSummary>(url, `/api/collections/${c}`);
    if (row.state === "failed") throw new Error(row.failure?.message ?? "comparing failed");
    if (row.state === "ready") return row;
    await pause(200);
  }
}

/** A collection of `documents` made articles with `each` statements, read and compared; its id. */
export async function madeCollection(url: string, documents: number, each: number): Promise<string> {
  const { id } = await asked<CollectionSummary>(url, "/api/collections", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: `${documents} made articles` }),
  });
  const saved = JSON.stringify({ ...emptyCollection(), articles: madeArticles(documents, each) });
  const form = new FormData();
  form.append("paths", "made.json");
  form.append("files", new Blob([saved], { type: "application/json" }), "made.json");
  await asked(url, `/api/collections/${id}/documents`, { method: "POST", body: form });
  await settled(url, id);
  return id;
}

/** Points of at least and at most so many statements, all of them attributions, from the weightiest. */
export async function pointsWith(
  url: string,
  c: string,
  least: number,
  most: number,
): Promise<PointAnswer[]> {
  const board = await asked<BoardAnswer>(url, `/api/collections/${c}/board?limit=100`);
  const found: PointAnswer[] = [];
  for (const { id } of board.points) {
    const answer = await asked<PointAnswer>(url, `/api/collections/${c}/points/${id}`);
    const statements = answer.positions.flatMap((p) => p.statements);
    if (statements.length < least || statements.length > most) continue;
    if (statements.every((s) => !s.narrated)) found.push(answer);
  }
  return found;
}
