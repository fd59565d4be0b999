interface Name {
  words: string[];
  id: string;
}

/**
 * Names by their first two words, the longest first: in a large collection hundreds of people share a first name, and every
 * word of every text is looked up.
 */
export class NameLists {
  private readonly single = new Map<string, Name>();
  private readonly longer = new Map<string, Map<string, Name[]>>();

  add(words: string[], id: string): void {
    const [first, second] = words as [string, string | undefined];
    if (second === undefined) {
      this.single.set(first, { words, id });
      return;
    }
    const seconds = this.longer.get(first) ?? new Map<string, Name[]>();
    this.longer.set(first, seconds);
    const list = seconds.get(second) ?? [];
    seconds.set(second, list);
    const before = list.findIndex((one) => one.words.length < words.length);
    list.splice(before < 0 ? list.length : before, 0, { words, id });
  }

  /** The longest name that begins at a word, or null. */
  at(words: readonly string[], i: number): Name | null {
    const first = words[i]!;
    const list = words[i + 1] === undefined ? undefined : this.longer.get(first)?.get(words[i + 1]!);
    const hit = list?.find((one) => one.words.every((word, k) => words[i + k] === word));
    return hit ?? this.single.get(first) ?? null;
  }
}
