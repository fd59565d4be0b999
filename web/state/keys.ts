/**
 * The keyboard: each view tells which keys it knows, and "?" lists them. Two keys in a row ("g b") are one shortcut.
 * In a dialog only its own keys act; where somebody types, none do.
 */
import { createContext, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { Listeners } from "./listeners.ts";

export interface Binding {
  /** Keys as `KeyboardEvent.key` has them, parted by spaces when typed one after the other: "j", "g b", "Escape". */
  keys: string;
  /** What it does, for the list. */
  label: string;
  run(): void;
  /** It opens a dialog: what is typed before that is there is the dialog's. */
  opens?: boolean;
}

interface Group {
  name: string;
  layer: object;
  bindings: readonly Binding[];
}

const BASE = {};
/** The layer that bindings belong to: a dialog gives its own. */
export const LayerContext = createContext<object>(BASE);

let groups: readonly Group[] = [];
let layers: readonly object[] = [BASE];
const listeners = new Listeners();
let pending = "";
let pendingSince = 0;
/** How long the second key of a pair is waited for, in ms. */
const PATIENCE = 1200;

/** The keys of the page around every view. */
export const EVERYWHERE = "Everywhere";
/** Keys typed since one that opens a dialog, until that is there; null where none is awaited. */
let opening: { since: number; typed: string } | null = null;
/** How long a dialog is waited for, in ms: a key may have had nothing to open one for. */
const OPENING = 250;
/** When a key last came that a view on its way might have known; what is typed in one go with it is no command. */
let stray = Number.NEGATIVE_INFINITY;
/** Keys closer to each other than this are typed in one go, in ms. */
const ONE_GO = 500;

/** True where keys are text: fields, and whatever handles them itself. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("[data-own-keys]")) return true;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (["Shift", "Control", "Alt", "Meta", "Dead"].includes(event.key)) return;
  if (isTyping(event.target)) return;
  if (opening && event.timeStamp - opening.since < OPENING) {
    event.preventDefault();
    if (event.key.length === 1) opening.typed += event.key;
    return;
  }
  opening = null;
  const top = layers.at(-1);
  const letter = event.key.length === 1;
  if (letter && event.timeStamp - stray < ONE_GO) {
    stray = event.timeStamp;
    return;
  }
  const known = groups.filter((g) => g.layer === top).flatMap((g) => g.bindings);
  const waited = pending !== "" && event.timeStamp - pendingSince < PATIENCE ? pending : "";
  pending = "";
  const typed = waited === "" ? event.key : `${waited} ${event.key}`;
  // The latest binding wins: a view's own over the shell's.
  const found = known.findLast((b) => b.keys === typed);
  if (found) {
    // Enter and Space on a button or link are that button's.
    const own =
      event.target instanceof HTMLElement && event.target.closest("button, a[href], summary, [role=button]");
    if (own && (event.key === "Enter" || event.key === " ")) return;
    event.preventDefault();
    if (found.opens) opening = { since: event.timeStamp, typed: "" };
    found.run();
  } else if (known.some((b) => b.keys.startsWith(`${typed} `))) {
    pending = typed;
    pendingSince = event.timeStamp;
  } else if (letter && top === BASE && !groups.some((g) => g.layer === BASE && g.name !== EVERYWHERE)) {
    // The view is still loading: "r" was meant to open its dialog, and the text behind it is no row of commands. Tab and Enter only walk.
    stray = event.timeStamp;
  }
}

/** A dialog is there and has the focus: it gets what was typed meanwhile. */
export function opened(): void {
  const typed = opening?.typed ?? "";
  opening = null;
  const field = document.activeElement;
  if (typed === "") return;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.setRangeText(typed, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

window.addEventListener("keydown", pressed);

/**
 * Makes these keys known while the component is mounted.
 * @param name heading in the list of keys
 */
export function useKeys(name: string, bindings: readonly Binding[], active = true): void {
  const layer = useContext(LayerContext);
  const latest = useRef(bindings);
  latest.current = bindings;
  const shape = bindings.map((b) => `${b.keys}\t${b.label}\t${b.opens ? "opens" : ""}`).join("\n");
  useEffect(() => {
    if (!active) return;
    const group: Group = {
      name,
      layer,
      bindings: shape
        .split("\n")
        .filter(Boolean)
        .map((line) => {
          const [keys = "", label = "", opens = ""] = line.split("\t");
          return {
            keys,
            label,
            opens: opens !== "",
            run: () => latest.current.find((b) => b.keys === keys)?.run(),
          };
        }),
    };
    groups = [...groups, group];
    listeners.tell();
    return () => {
      groups = groups.filter((g) => g !== group);
      listeners.tell();
    };
  }, [name, layer, shape, active]);
}

/** A layer of its own for a dialog: while it is open no other keys act. */
export function useLayer(open: boolean): object {
  const layer = useMemo(() => ({}), []);
  useEffect(() => {
    if (!open) return;
    layers = [...layers, layer];
    return () => {
      layers = layers.filter((l) => l !== layer);
    };
  }, [layer, open]);
  return layer;
}

/** All keys of the page itself, by heading. */
export function useKnownKeys(): { name: string; bindings: readonly Binding[] }[] {
  const all = useSyncExternalStore(listeners.add, () => groups);
  return all.filter((g) => g.layer === BASE && g.bindings.some((b) => b.label !== ""));
}
