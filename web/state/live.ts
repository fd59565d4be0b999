/** Keeps the pages in step with the server: what other tabs and people do shows without reloading. */
import { useEffect, useRef, useState } from "react";
import type { ChangesAnswer, DeskEvent } from "../../src/server/contract.ts";
import { get } from "../api/client.ts";
import { COLLECTIONS, collectionPath, downloads, resources } from "../api/resources.ts";
import { cache } from "./query.ts";

/** While documents are read, revisions follow each other fast: views are renewed at most this often, in ms. */
const PACE = 250;
/** What a correction changed is asked for when no further revision has come for so long, in ms. */
const SETTLE = 100;
const NAMES: readonly DeskEvent["type"][] = ["revision", "document", "ruling", "collection"];

export interface Live {
  /** False while the server can't be reached. */
  connected: boolean;
  /** 0..1 for each document that is being read, by id. */
  progress: ReadonlyMap<string, number>;
  /** What became of the points since somebody ruled, while this page was open or after `seen` was called; null where nothing did. */
  changes: ChangesAnswer | null;
  seen(): void;
}

const NO_PROGRESS: ReadonlyMap<string, number> = new Map();

export function useLive(c: string | null): Live {
  const [connected, setConnected] = useState(true);
  const [progress, setProgress] = useState(NO_PROGRESS);
  const [since, setSince] = useState<number | null>(null);
  const [changes, setChanges] = useState<ChangesAnswer | null>(null);
  const [latest, setLatest] = useState<number | null>(null);
  const ruled = useRef(false);

  useEffect(() => {
    setProgress(NO_PROGRESS);
    setSince(null);
    setChanges(null);
    setLatest(null);
    ruled.current = false;
    if (c === null) return;
    const source = new EventSource(downloads.events(c));
    const base = collectionPath(c);
    let timer: number | null = null;
    let renewed = 0;
    let highest = 0;
    const renew = () => {
      timer = null;
      renewed = performance.now();
      // An answer that this page has already may be as new as the event.
      if ((cache.revision(`${base}/`) ?? -1) < highest) cache.invalidate(`${base}/`);
      cache.invalidate(COLLECTIONS);
    };
    const soon = () => {
      if (timer !== null) return;
      timer = window.setTimeout(renew, Math.max(0, PACE - (performance.now() - renewed)));
    };
    let dropped = false;
    source.onopen = () => {
      setConnected(true);
      // What happened while nobody listened is unknown.
      if (dropped) cache.invalidate(COLLECTIONS);
      dropped = false;
    };
    source.onerror = () => {
      dropped = true;
      setConnected(false);
    };
    const told = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as DeskEvent;
      if (event.type === "revision" || event.type === "ruling") {
        const { revision } = event;
        highest = Math.max(highest, revision);
        // Points that come and change while documents are read are no news: changes count from before the first ruling.
        if (event.type === "ruling") ruled.current = true;
        const counts = ruled.current;
        setSince((known) => (known === null || !counts ? revision : known));
        setLatest((known) => Math.max(known ?? 0, revision));
        soon();
      } else if (event.type === "document") {
        setProgress((known) => {
          const next = new Map(known);
          if (event.status === "reading" && event.progress !== null) next.set(event.document, event.progress);
          else next.delete(event.document);
          return next;
        });
        if (event.status !== "reading" || event.progress === null || event.progress === 0)
          cache.invalidate(`${base}/documents`);
        soon();
      } else soon();
    };
    for (const name of NAMES) source.addEventListener(name, told);
    return () => {
      if (timer !== null) window.clearTimeout(timer);
      source.close();
    };
  }, [c]);

  useEffect(() => {
    if (c === null || since === null || latest === null || latest <= since) return;
    const controller = new AbortController();
    const timer = window.setTimeout(() => {
      get(resources.changes(c, since), controller.signal)
        .then((answer) => setChanges(answer.points.length > 0 || !answer.known ? answer : null))
        // A notice of changes is a help only: what changed is shown all the same.
        .catch(() => {});
    }, SETTLE);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [c, since, latest]);

  return {
    connected,
    progress,
    changes,
    seen: () => {
      setChanges(null);
      setSince(latest);
    },
  };
}
