/** Files, folders, texts and addresses on their way into a collection. */

import { useSyncExternalStore } from "react";
import type { CollectionSummary, DocumentRow } from "../../src/server/contract.ts";
import { Failure, newKey, write } from "../api/client.ts";
import { COLLECTIONS, collectionPath } from "../api/resources.ts";
import { refresh } from "./correct.ts";
import { Listeners } from "./listeners.ts";

/** A file with its path below what was dropped or chosen. */
export interface Given {
  path: string;
  file: File;
}

/** One request carries at most this many files and bytes, so that the first documents are read while others travel. */
const FILES = 40;
const BYTES = 48 * 2 ** 20;

/** All files of a drop, those in folders too; hidden ones (".DS_Store") are left out. */
export async function filesOf(transfer: DataTransfer): Promise<Given[]> {
  // The items are only there until the event ends, so all entries are taken before the first wait.
  const entries = [...transfer.items].filter((i) => i.kind === "file").map((i) => i.webkitGetAsEntry());
  const plain = [...transfer.files];
  if (entries.every((e) => e === null)) return plain.map((file) => ({ path: file.name, file }));
  const found = await Promise.all(entries.map((e) => (e === null ? [] : below(e, ""))));
  return visible(found.flat());
}

export interface Sending {
  sent: number;
  all: number;
}

const underway = new Map<string, Sending>();
const listeners = new Listeners();

/** Files of a collection that are on their way, whichever view sends them; null where none are. */
export function useSending(c: string): Sending | null {
  return useSyncExternalStore(listeners.add, () => underway.get(c) ?? null);
}

function tell(c: string, sending: Sending | null): void {
  if (sending === null) underway.delete(c);
  else underway.set(c, sending);
  listeners.tell();
}

/** Files chosen in the browser's own dialog. */
export function chosen(files: FileList): Given[] {
  return visible([...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

function visible(given: Given[]): Given[] {
  return given.filter(({ path }) => !path.split("/").some((part) => part.startsWith(".")));
}

async function below(entry: FileSystemEntry, folder: string): Promise<Given[]> {
  const path = `${folder}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const out: Given[] = [];
  for (;;) {
    // A folder is told in portions of a hundred or so, an empty one at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return out;
    for (const one of some) out.push(...(await below(one, `${path}/`)));
  }
}

/** Parts of at most FILES files and BYTES bytes; a larger file travels alone. */
function portions(given: readonly Given[]): Given[][] {
  const out: Given[][] = [];
  let bytes = 0;
  for (const one of given) {
    const last = out.at(-1);
    if (last && last.length < FILES && bytes + one.file.size <= BYTES) last.push(one);
    else {
      out.push([one]);
      bytes = 0;
    }
    bytes += one.file.size;
  }
  return out;
}

/** Addresses in pasted words, one a line or parted by spaces; null where anything else stands there. */
export function addressesIn(text: string): string[] | null {
  const words = text.trim().split(/\s+/u).filter(Boolean);
  return words.length > 0 && words.every((w) => /^https?:\/\/\S+\.\S+$/iu.test(w)) ? words : null;
}

interface Posted {
  documents: DocumentRow[];
}

/** @throws Failure */
async function post(c: string, body: unknown): Promise<DocumentRow[]> {
  const path = `${collectionPath(c)}/documents`;
  const { documents } = await write<Posted>(path, { method: "POST", body, idempotencyKey: newKey() });
  refresh(c);
  return documents;
}

/**
 * Sends files, portion by portion. What fails is told at the end; the other portions go on.
 * @throws Failure of the first portion that was refused
 */
export async function sendFiles(c: string, given: readonly Given[]): Promise<void> {
  const all = given.length;
  let sent = 0;
  let refused: Failure | null = null;
  try {
    tell(c, { sent, all });
    for (const portion of portions(given)) {
      const form = new FormData();
      for (const { path } of portion) form.append("paths", path);
      for (const { file } of portion) form.append("files", file, file.name);
      try {
        await post(c, form);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        refused ??= error;
      }
      sent += portion.length;
      tell(c, { sent, all });
    }
  } finally {
    tell(c, null);
  }
  if (refused) throw refused;
}

export interface PastedText {
  text: string;
  title?: string;
  outlet?: string;
  date?: string;
  side?: string;
  kind?: "report" | "transcript" | "readout";
}

/** @throws Failure */
export async function sendText(c: string, text: PastedText): Promise<void> {
  await post(c, text);
}

/** @throws Failure of the first address that was refused; the others are sent all the same */
export async function sendAddresses(c: string, addresses: readonly string[], feed: boolean): Promise<void> {
  let refused: Failure | null = null;
  for (const address of addresses) {
    try {
      await post(c, feed ? { feed: address } : { url: address });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      refused ??= error;
    }
  }
  if (refused) throw refused;
}

/** @throws Failure */
export async function createCollection(name: string): Promise<CollectionSummary> {
  return write<CollectionSummary>(COLLECTIONS, { method: "POST", body: { name }, idempotencyKey: newKey() });
}

/** A name from what was dropped: the folder's, a single file's without its ending; of several files their number and the day. */
export function nameFor(given: readonly Given[], today = new Date()): string {
  const first = given[0]?.path ?? "";
  const parts = first.split("/");
  if (parts.length === 1 && given.length > 1)
    return `${given.length} documents, ${today.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}`;
  const words = (parts.length > 1 ? parts[0]! : first.replace(/\.[^.]+$/u, ""))
    .replace(/[-_]+/gu, " ")
    .trim();
  return words === "" ? "New collection" : words.charAt(0).toUpperCase() + words.slice(1, 200);
}
