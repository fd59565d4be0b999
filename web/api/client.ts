/** Requests to the server, and its failures as one class: code, message that says what to do, status. */
import type { ErrorAnswer } from "../../src/server/contract.ts";

/** An address whose answer has a known type; made in resources.ts only. */
export interface Resource<T> {
  readonly path: string;
  /** Never there: carries the type. */
  readonly answer?: T;
}

export class Failure extends Error {
  readonly code: string;
  /** 0 where no answer came. */
  readonly status: number;

  constructor(code: string, message: string, status: number) {
    super(message);
    this.name = "Failure";
    this.code = code;
    this.status = status;
  }

  /** Somebody else changed the collection since this page read it. */
  get isConflict(): boolean {
    return this.status === 412;
  }
}

interface Writing {
  method: "POST" | "PATCH" | "DELETE";
  body?: unknown;
  /** The revision that the change was made on; another one in the meantime is told as a conflict. */
  revision?: number | null;
  /** The same for a retry of the same change, so that it is done once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

async function failureOf(response: Response): Promise<Failure> {
  const fallback = `The server answered ${response.status}: load the page again, and look at the terminal where readout runs.`;
  const answer = (await response.json().catch(() => null)) as ErrorAnswer | null;
  const error = answer?.error;
  return new Failure(error?.code ?? "ANSWER_UNREADABLE", error?.message ?? fallback, response.status);
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Failure(
      "SERVER_GONE",
      "The server does not answer: is readout still running? What was saved before is kept.",
      0,
    );
  }
}

/** @throws Failure */
export async function get<T>(resource: Resource<T>, signal?: AbortSignal): Promise<T> {
  const response = await send(resource.path, {
    headers: { accept: "application/json" },
    signal: signal ?? null,
  });
  if (!response.ok) throw await failureOf(response);
  return (await response.json()) as T;
}

/** A file that the server writes on demand. @throws Failure */
export async function getFile(path: string): Promise<Response> {
  const response = await send(path, {});
  if (!response.ok) throw await failureOf(response);
  return response;
}

/** @throws Failure */
export async function write<T>(path: string, writing: Writing): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json" };
  const { body, revision, idempotencyKey } = writing;
  if (revision !== undefined && revision !== null) headers["if-match"] = `"${revision}"`;
  if (idempotencyKey !== undefined) headers["idempotency-key"] = idempotencyKey;
  const form = body instanceof FormData;
  if (body !== undefined && !form) headers["content-type"] = "application/json";
  const response = await send(path, {
    method: writing.method,
    headers,
    body: body === undefined ? null : form ? body : JSON.stringify(body),
    signal: writing.signal ?? null,
  });
  if (!response.ok) throw await failureOf(response);
  return (response.status === 204 ? null : await response.json()) as T;
}

/** A key for one intended change. */
export function newKey(): string {
  return crypto.randomUUID();
}
