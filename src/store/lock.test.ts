import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lockFolder } from "./lock.ts";

const made = () => mkdtempSync(join(tmpdir(), "readout-lock-"));
const dead = () => spawnSync(process.execPath, ["-e", ""]).pid;
const held = (folder: string, parts: object) =>
  writeFileSync(
    join(folder, "lock"),
    JSON.stringify({ pid: 1, began: null, owner: 1, ownerBegan: null, host: hostname(), ...parts }),
  );

it("lets one process in, names it to the next, and lets the next in afterwards", async () => {
  const folder = made();
  const lock = await lockFolder(folder, process.pid);
  await expect(lockFolder(folder, process.pid)).rejects.toMatchObject({
    code: "DATA_IN_USE",
    details: { folder, pid: process.pid },
  });
  lock.release();
  expect(existsSync(join(folder, "lock"))).toBe(false);
  (await lockFolder(folder, process.pid)).release();
});

it("takes over what dead processes left, one number used again by another program included", async () => {
  const folder = made();
  held(folder, { pid: dead(), owner: dead() });
  (await lockFolder(folder, process.pid)).release();
  if (process.platform === "linux") {
    // This very process lives, but it began at another time than the lock's.
    held(folder, { pid: process.pid, began: "boot 1", owner: process.pid, ownerBegan: "boot 1" });
    (await lockFolder(folder, process.pid)).release();
  }
  writeFileSync(join(folder, "lock"), "");
  const waiting = lockFolder(folder, process.pid);
  writeFileSync(join(folder, "lock"), JSON.stringify({ pid: dead(), owner: dead(), host: hostname() }));
  (await waiting).release();
});

it("replaces a database process that died under the same owner, and waits for one whose owner died", async () => {
  const folder = made();
  held(folder, { pid: dead(), owner: process.pid });
  const lock = await lockFolder(folder, process.pid);
  expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8"))).toMatchObject({ pid: process.pid });
  lock.release();
  const orphan = spawn(process.execPath, ["-e", "setTimeout(() => {}, 700)"]);
  held(folder, { pid: orphan.pid, owner: dead() });
  const began = Date.now();
  (await lockFolder(folder, process.pid)).release();
  expect(Date.now() - began).toBeGreaterThan(300);
});

it("refuses a folder that another machine holds", async () => {
  const folder = made();
  held(folder, { pid: dead(), owner: dead(), host: "elsewhere.example" });
  await expect(lockFolder(folder, process.pid)).rejects.toMatchObject({ code: "DATA_IN_USE" });
});
