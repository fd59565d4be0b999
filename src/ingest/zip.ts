import { inflateRawSync } from "node:zlib";
import { ReadoutError } from "../errors.ts";

/** Most that one part may unpack to, in bytes: a small file can claim to hold terabytes. */
const LARGEST_PART = 100 * 1024 * 1024;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;

interface Entry {
  method: number;
  packed: number;
  /** Where the entry's local header stands. */
  at: number;
  encrypted: boolean;
}

/** Names and places of a zip archive's parts (PKWARE APPNOTE, sections 4.3.12 and 4.3.16; no zip64). */
export class ZipArchive {
  private readonly bytes: Buffer;
  private readonly entries = new Map<string, Entry>();

  /** @throws ReadoutError INPUT_BROKEN */
  constructor(source: Uint8Array) {
    this.bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
    try {
      this.readDirectory();
    } catch (error) {
      throw damaged(error);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /**
   * One part unpacked, or null where the archive has none of that name.
   * @throws ReadoutError INPUT_UNREADABLE (a password), INPUT_BROKEN, INPUT_TOO_LARGE
   */
  read(name: string): Buffer | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    if (entry.encrypted)
      throw new ReadoutError("INPUT_UNREADABLE", { detail: "it is protected by a password" });
    try {
      const { bytes } = this;
      if (bytes.readUInt32LE(entry.at) !== LOCAL_ENTRY) throw new Error("no local header");
      const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
      const packed = bytes.subarray(from, from + entry.packed);
      if (entry.method === 0) return packed;
      if (entry.method === 8) return inflateRawSync(packed, { maxOutputLength: LARGEST_PART });
      throw new Error(`packing method ${entry.method}`);
    } catch (error) {
      if (error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
        throw new ReadoutError("INPUT_TOO_LARGE", { limit: "100 MB unpacked" }, error);
      throw damaged(error);
    }
  }

  private readDirectory(): void {
    const { bytes } = this;
    let end = bytes.length - 22;
    const first = Math.max(0, end - 65_535);
    while (end >= first && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
    if (end < first) throw new Error("no end of directory");
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    for (let i = 0; i < count; i++) {
      if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error("no directory entry");
      const nameLength = bytes.readUInt16LE(at + 28);
      const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
      this.entries.set(name, {
        encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        at: bytes.readUInt32LE(at + 42),
      });
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }
}

function damaged(error: unknown): ReadoutError {
  return new ReadoutError(
    "INPUT_BROKEN",
    { detail: error instanceof Error ? error.message : String(error) },
    error,
  );
}
