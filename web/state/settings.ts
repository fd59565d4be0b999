/** What this browser remembers: the name shown with corrections. */
import { useSyncExternalStore } from "react";

const NAME = "readout.name";
const listeners = new Set<() => void>();

/** The name that corrections are signed with; "" where none was given. */
export function myName(): string {
  try {
    return window.localStorage.getItem(NAME) ?? "";
  } catch {
    // Storage may be switched off; corrections then go unsigned.
    return "";
  }
}

export function setMyName(name: string): void {
  try {
    window.localStorage.setItem(NAME, name.trim());
  } catch {
    return;
  }
  for (const listener of [...listeners]) listener();
}

export function useMyName(): string {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    // Another tab may change it.
    window.addEventListener("storage", listener);
    return () => {
      listeners.delete(listener);
      window.removeEventListener("storage", listener);
    };
  }, myName);
}
