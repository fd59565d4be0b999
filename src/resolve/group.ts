/** Sets of things that belong together, with sets that must stay apart. */
export class Groups {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, index) => index);
  }

  find(index: number): number {
    let root = index;
    while (this.parent[root] !== root) root = this.parent[root]!;
    this.parent[index] = root;
    return root;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    // the smaller index stays the root, so that order of joining does not show
    if (x !== y) this.parent[Math.max(x, y)] = Math.min(x, y);
  }

  /** The things by the sets they are in, in the order given. */
  sets<T extends { index: number }>(things: readonly T[]): T[][] {
    const byRoot = new Map<number, T[]>();
    for (const thing of things) {
      const root = this.find(thing.index);
      const set = byRoot.get(root);
      if (set) set.push(thing);
      else byRoot.set(root, [thing]);
    }
    return [...byRoot.values()];
  }
}
