/** A map that forgets what was not asked for longest, once the sizes of its values are over a limit. */
export class LimitedMap<K, V> {
  readonly #limit: number;
  readonly #sizeOf: (value: V, key: K) => number;
  readonly #entries = new Map<K, V>();
  #size = 0;

  constructor(limit: number, sizeOf: (value: V, key: K) => number = () => 1) {
    this.#limit = limit;
    this.#sizeOf = sizeOf;
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.delete(key);
    this.#entries.set(key, value);
    this.#size += this.#sizeOf(value, key);
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#limit || oldest === key) break;
      this.delete(oldest);
    }
  }

  delete(key: K): void {
    const value = this.#entries.get(key);
    if (value === undefined) return;
    this.#entries.delete(key);
    this.#size -= this.#sizeOf(value, key);
  }

  clear(): void {
    this.#entries.clear();
    this.#size = 0;
  }
}
