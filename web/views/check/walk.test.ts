import { expect, test } from "vitest";
import type { QueueItem } from "../../../src/server/contract.ts";
import { back, coming, onward, pinned, returnedTo, START, shown, type Walk } from "./walk.ts";

const item = (id: string) => ({ statement: { statement: { id } } }) as QueueItem;
const queue = ["a", "b", "c", "d"].map(item);
const without = (...gone: string[]) => queue.filter((q) => !gone.includes(q.statement.statement.id));
const at = (walk: Walk, of = queue) => shown(walk, of)?.statement.statement.id ?? null;
const ids = (items: QueueItem[]) => items.map((i) => i.statement.statement.id).join("");

test("begins with the weightiest and goes on in the queue's order", () => {
  expect(at(START)).toBe("a");
  const b = onward(START, queue);
  expect(at(b)).toBe("b");
  expect(at(onward(b, queue))).toBe("c");
});

test("an answered item leaves the queue, and none is skipped or shown twice", () => {
  const b = onward(START, queue);
  // "a" was answered meanwhile.
  expect(at(b, without("a"))).toBe("b");
  const c = onward(b, without("a"));
  expect(at(c, without("a", "b"))).toBe("c");
});

test("what was corrected stays in front until the reader goes on", () => {
  const here = pinned(START, queue);
  expect(at(here, without("a"))).toBe("a");
  expect(at(onward(here, without("a")), without("a"))).toBe("b");
});

test("back leads to what was answered, and on again to where one was", () => {
  const c = onward(onward(START, queue), queue);
  const b = back(c, queue);
  expect(at(b)).toBe("b");
  expect(at(back(b, queue))).toBe("a");
  expect(at(back(back(b, queue), queue))).toBe("a");
  expect(at(onward(b, queue))).toBe("c");
});

test("a weightier item that comes in later is next, not now", () => {
  const b = onward(START, queue);
  const later = [item("z"), ...without("a")];
  expect(at(b, later)).toBe("b");
  expect(at(onward(b, later), later)).toBe("z");
});

test("after the last there is nothing, back leads to the last, and what comes in anew is shown", () => {
  const few = queue.slice(0, 2);
  const end = onward(onward(START, few), few);
  expect(at(end, few)).toBe(null);
  expect(at(onward(end, few), few)).toBe(null);
  expect(at(back(end, few), few)).toBe("b");
  expect(at(end, queue)).toBe("c");
});

test("what comes next leaves out what is shown", () => {
  const b = onward(START, queue);
  expect(ids(coming(b, queue, 5))).toBe("cd");
  expect(ids(coming(back(b, queue), queue, 2))).toBe("bc");
  expect(ids(coming(START, queue, 2))).toBe("bc");
});

test("an item whose answer was taken back is in front again, and one goes on from there", () => {
  const c = onward(onward(START, queue), queue);
  expect(at(returnedTo(c, item("a"), queue))).toBe("a");
  const unseen = returnedTo(c, item("z"), queue);
  expect(at(unseen)).toBe("z");
  expect(at(onward(unseen, queue))).toBe("c");
  expect(at(returnedTo(START, item("z"), queue))).toBe("z");
});
