/** Tar archives (POSIX ustar) as streams of chunks: what any system unpacks, without a limit on the whole. */

const BLOCK = 512;

export interface TarEntry {
  name: string;
  bytes: Uint8Array;
}

/** @param mtime seconds since 1970 */
export function* tarEntry({ name, bytes }: TarEntry, mtime: number): Generator<Uint8Array> {
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, length: number) =>
    header.write(`${value.toString(8).padStart(length - 1, "0")}\0`, at, "latin1");
  header.write(name, 0, 100, "utf8");
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(bytes.length, 124, 12);
  octal(mtime, 136, 12);
  header.write("        0", 148, "latin1");
  header.write("ustar\x0000", 257, "latin1");
  octal(
    header.reduce((sum, byte) => sum + byte, 0),
    148,
    7,
  );
  yield header;
  yield bytes;
  const over = bytes.length % BLOCK;
  if (over > 0) yield Buffer.alloc(BLOCK - over);
}

export const tarEnd = (): Uint8Array => Buffer.alloc(2 * BLOCK);

/**
 * The files of an archive, one at a time.
 * @throws Error where it is cut off or no archive
 */
export async function* tarEntries(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const reader = new Reader(chunks);
  for (;;) {
    const header = await reader.take(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const sum = Number.parseInt(header.toString("latin1", 148, 156), 8);
    const own = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 0x20 : byte), 0);
    if (sum !== own) throw new Error("a header that does not sum up");
    const name = header.toString("utf8", 0, 100).replace(/\0.*$/s, "");
    const size = Number.parseInt(header.toString("latin1", 124, 136), 8);
    const bytes = await reader.take(size);
    await reader.take((BLOCK - (size % BLOCK)) % BLOCK);
    yield { name, bytes };
  }
}

class Reader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Buffer[] = [];
  #length = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  async take(size: number): Promise<Buffer> {
    while (this.#length < size) {
      const { value, done } = await this.#chunks.next();
      if (done) throw new Error("it is cut off");
      this.#held.push(Buffer.from(value));
      this.#length += value.length;
    }
    const all = Buffer.concat(this.#held, this.#length);
    this.#held = [all.subarray(size)];
    this.#length -= size;
    return all.subarray(0, size);
  }
}
