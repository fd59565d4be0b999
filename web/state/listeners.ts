/** Who wants to know when something that lies outside of React changes. */
export class Listeners {
  readonly #all = new Set<() => void>();

  /** As `useSyncExternalStore` subscribes. @returns ends it */
  readonly add = (listener: () => void): (() => void) => {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  };

  tell(): void {
    for (const listener of [...this.#all]) listener();
  }
}
