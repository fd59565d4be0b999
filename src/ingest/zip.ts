/**
 * The parts of a zip archive, as Word and OpenDocument files are. Sizes are limited before and while a part is unpacked,
 * and its checksum is compared: a document with a flipped bit must fail, never give other words.
 * Format: PKWARE's APPNOTE.TXT, 4.3 and 4.5.3 (zip64).
 */
import { constants, inflateRawSync } from "node:zlib";
import { ReadoutError } from "../errors.ts";

const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** An archive of more parts is none that an office program wrote. */
const MAX_ENTRIES = 20_000;
const MEGABYTE = 1024 * 1024;

interface Entry {
  method: number;
  encrypted: boolean;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

export interface Archive {
  has(name: string): boolean;
  /**
   * The unpacked bytes of a part, or null where there is none.
   * @param limit in bytes
   * @throws ReadoutError INPUT_BROKEN, INPUT_TOO_LARGE
   */
  read(name: string, limit: number): Uint8Array | null;
}

/** True where the bytes begin as a zip archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * Reads the list of parts at an archive's end.
 * @throws ReadoutError INPUT_BROKEN where it has none, as after a cut
 */
export function openArchive(bytes: Uint8Array): Archive {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = guarded(() => readEntries(data));
  return {
    has: (name) => entries.has(name),
    read(name, limit) {
      const entry = entries.get(name);
      return entry ? guarded(() => unpack(data, name, entry, limit)) : null;
    },
  };
}

function readEntries(data: Buffer): Map<string, Entry> {
  const { count, offset } = findList(data);
  if (count > MAX_ENTRIES) throw broken(`it lists ${count} parts`);
  const entries = new Map<string, Entry>();
  let at = offset;
  for (let i = 0; i < count; i++) {
    if (data.readUInt32LE(at) !== ENTRY) throw broken("its list of parts is cut");
    const nameLength = data.readUInt16LE(at + 28);
    const extraLength = data.readUInt16LE(at + 30);
    const name = data.toString("utf8", at + 46, at + 46 + nameLength).replaceAll("\\", "/");
    const entry: Entry = {
      encrypted: (data.readUInt16LE(at + 8) & 1) === 1,
      method: data.readUInt16LE(at + 10),
      crc: data.readUInt32LE(at + 16),
      packed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      offset: data.readUInt32LE(at + 42),
    };
    widen(entry, data.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
    if (!entries.has(name)) entries.set(name, entry);
    at += 46 + nameLength + extraLength + data.readUInt16LE(at + 32);
  }
  return entries;
}

function findList(data: Buffer): { count: number; offset: number } {
  const lowest = Math.max(0, data.length - 22 - 0xffff);
  for (let at = data.length - 22; at >= lowest; at--) {
    if (data.readUInt32LE(at) !== END) continue;
    const count = data.readUInt16LE(at + 10);
    const offset = data.readUInt32LE(at + 16);
    const is64 = at >= 20 && data.readUInt32LE(at - 20) === END64_LOCATOR;
    if (!is64 || (count !== 0xffff && offset !== 0xffffffff)) return { count, offset };
    const end64 = Number(data.readBigUInt64LE(at - 12));
    if (data.readUInt32LE(end64) !== END64) throw broken("its list of parts is cut");
    return {
      count: Number(data.readBigUInt64LE(end64 + 32)),
      offset: Number(data.readBigUInt64LE(end64 + 48)),
    };
  }
  throw broken("its end is missing");
}

/** Values of 64 bits stand in an extra field, only those whose own field is full, in this order. */
function widen(entry: Entry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    for (const field of ["size", "packed", "offset"] as const) {
      if (entry[field] !== 0xffffffff) continue;
      entry[field] = Number(extra.readBigUInt64LE(next));
      next += 8;
    }
  }
}

function unpack(data: Buffer, name: string, entry: Entry, limit: number): Uint8Array {
  const tooLarge = () =>
    new ReadoutError("INPUT_TOO_LARGE", { limit: `${Math.round(limit / MEGABYTE)} MB unpacked` });
  if (entry.encrypted) throw broken("its parts are encrypted");
  if (entry.size > limit) throw tooLarge();
  if (data.readUInt32LE(entry.offset) !== LOCAL) throw broken(`part ${name} is not where it should be`);
  const start =
    entry.offset + 30 + data.readUInt16LE(entry.offset + 26) + data.readUInt16LE(entry.offset + 28);
  const packed = data.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw broken(`part ${name} is cut`);
  let bytes: Uint8Array;
  if (entry.method === 0) bytes = packed;
  else if (entry.method === 8) {
    try {
      bytes = inflateRawSync(packed, { maxOutputLength: limit, finishFlush: constants.Z_FINISH });
    } catch (error) {
      if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge();
      throw broken(`part ${name} can't be unpacked`);
    }
  } else throw broken(`part ${name} is packed in an unknown way`);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw broken(`part ${name} was changed`);
  return bytes;
}

/** Reading past the end of the data is a sign of damage. */
function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw broken("its list of parts is cut");
    throw error;
  }
}

function broken(detail: string): ReadoutError {
  return new ReadoutError("INPUT_BROKEN", { detail });
}

let table: Uint32Array | null = null;

/** The checksum of zip archives (Node's own `zlib.crc32` came with 20.15). */
function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = table[(crc ^ bytes[i]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
