import { z } from "zod";
import type { StoreEvent } from "../../store/store.ts";
import type { App, Context } from "../context.ts";
import { type DeskEvent, id } from "../contract.ts";

interface Numbered {
  number: number;
  event: DeskEvent;
}

/** Events kept for browsers that come back. */
const KEPT = 500;
/** A comment now and then keeps proxies and sleeping laptops from taking the line for dead. */
const BEAT_MS = 15_000;
/** Bytes that may wait for a browser that doesn't read; past it the line is closed, and the browser comes back. */
const MAX_WAITING = 1_000_000;

/**
 * What happens in a collection as server-sent events. Each has an id of this process and a number; a browser that comes
 * back with Last-Event-ID gets what it missed, or, where that is no longer known, the revision to load anew from.
 */
export function eventRoutes(app: App, context: Context): void {
  const { boot } = context;
  const { store } = context.deps;
  const kept = new Map<string, Numbered[]>();
  const listeners = new Map<string, Set<(entry: Numbered) => void>>();
  let number = 0;

  const unsubscribe = store.subscribe((event) => {
    const entry = { number: ++number, event: deskEvent(event) };
    const list = kept.get(event.collection) ?? [];
    list.push(entry);
    if (list.length > KEPT) list.shift();
    kept.set(event.collection, list);
    if (event.kind === "revision")
      publish(event.collection, entry, { number, event: { type: "collection", state: event.state } });
    else publish(event.collection, entry);
    if (event.kind === "deleted") kept.delete(event.collection);
  });

  function publish(collection: string, ...entries: Numbered[]): void {
    for (const listener of listeners.get(collection) ?? []) for (const entry of entries) listener(entry);
  }

  app.addHook("onClose", async () => unsubscribe());

  app.get(
    "/api/collections/:c/events",
    {
      schema: {
        operationId: "streamEvents",
        tags: ["events"],
        description: "text/event-stream; `data` is one of the events of the contract, as JSON.",
        params: z.object({ c: id }),
      },
    },
    async (request, reply) => {
      const { c } = request.params;
      // From here on everything is told: what comes while the row is read is sent after it.
      const from = number;
      const row = await context.row(c);
      const last = String(request.headers["last-event-id"] ?? "");
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
      });
      const send = ({ number, event }: Numbered) => {
        raw.write(`id: ${boot}-${number}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
        if (raw.writableLength > MAX_WAITING) raw.destroy();
      };
      raw.write("retry: 1000\n\n");
      const [theirs, seen] = last.split("-");
      const since = theirs === boot ? Math.min(Number(seen) || 0, from) : from;
      for (const entry of kept.get(c) ?? []) if (entry.number > since) send(entry);
      // Always the present state too: a browser that was away longer than events are kept loads anew by it.
      send({ number, event: { type: "revision", revision: row.revision } });
      send({ number, event: { type: "collection", state: row.state } });
      const own = listeners.get(c) ?? new Set();
      own.add(send);
      listeners.set(c, own);
      const beat = setInterval(() => raw.write(": beat\n\n"), BEAT_MS);
      raw.on("close", () => {
        clearInterval(beat);
        own.delete(send);
        if (own.size === 0) listeners.delete(c);
      });
    },
  );
}

function deskEvent(event: StoreEvent): DeskEvent {
  switch (event.kind) {
    case "revision":
      return { type: "revision", revision: event.revision };
    case "document":
      return {
        type: "document",
        document: event.document,
        status: event.status,
        progress: event.status === "reading" ? event.progress : null,
      };
    case "ruling":
      return { type: "ruling", ruling: event.id, by: event.by, revision: event.revision };
    case "deleted":
      return { type: "collection", state: "deleted" };
  }
}
