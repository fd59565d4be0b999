/** What this browser remembers: the name shown with corrections. */
import { useSyncExternalStore } from "react";
import { Listeners } from "./listeners.ts";

const NAME = "readout.name";
const listeners = new Listeners();

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
  listeners.tell();
}

export function useMyName(): string {
  return useSyncExternalStore((listener) => {
    const end = listeners.add(listener);
    // Another tab may change it.
    window.addEventListener("storage", listener);
    return () => {
      end();
      window.removeEventListener("storage", listener);
    };
  }, myName);
}
