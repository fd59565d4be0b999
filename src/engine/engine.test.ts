import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startEngine } from "./engine.ts";

const root = join(import.meta.dirname, "..", "..");
const window = { ids: Int32Array.of(101, 2002, 2056, 2057, 102), types: Int32Array.of(5, 0, 0, 0, 5) };

describe("startEngine", () => {
  it("answers many requests at once, in any number of processes, with the same numbers", async () => {
    const outputs = [];
    for (const jobs of [1, 2]) {
      const engine = await startEngine({ root, jobs });
      const all = await Promise.all(Array.from({ length: 8 }, () => engine.tagger.run(window)));
      expect(all[0]!.emissions).toHaveLength(5 * 7 * engine.settings.levels.length);
      expect(all[0]!.link).toHaveLength(5 * 128);
      expect(all[0]!.state).toHaveLength(5 * engine.settings.states);
      expect(engine.settings.states).toBeGreaterThan(0);
      outputs.push(...all);
      await engine.close();
    }
    for (const output of outputs) expect(output).toEqual(outputs[0]);
  });

  it("names a missing model file", async () => {
    const empty = mkdtempSync(join(tmpdir(), "readout-"));
    await expect(startEngine({ root: empty, jobs: 1 })).rejects.toMatchObject({ name: "ReadoutError" });
  });

  it("turns a bad request into a coded error and goes on", async () => {
    const engine = await startEngine({ root, jobs: 1 });
    const bad = { ids: Int32Array.of(101, 99_999_999, 102), types: Int32Array.of(5, 0, 5) };
    await expect(engine.tagger.run(bad)).rejects.toMatchObject({ code: "ENGINE_FAILED" });
    await expect(engine.tagger.run(window)).resolves.toBeDefined();
    await engine.close();
    await expect(engine.tagger.run(window)).rejects.toMatchObject({ code: "ENGINE_FAILED" });
  });

  it("finishes what is under way when closed, and ends cleanly even if never closed", async () => {
    const engine = await startEngine({ root, jobs: 1 });
    const running = Array.from({ length: 20 }, () => engine.tagger.run(window));
    await Promise.all([engine.close(), ...running]);

    const script = join(mkdtempSync(join(tmpdir(), "readout-")), "run.mts");
    writeFileSync(
      script,
      `import { startEngine } from ${JSON.stringify(join(root, "src", "engine", "engine.ts"))};
       const engine = await startEngine({ root: ${JSON.stringify(root)}, jobs: 2 });
       await engine.tagger.run({ ids: Int32Array.of(101, 102), types: Int32Array.of(5, 5) });
       console.log("done");`,
    );
    const done = spawnSync(process.execPath, ["--import", "tsx", script], { cwd: root, encoding: "utf8" });
    expect([done.status, done.stdout.trim(), done.stderr]).toEqual([0, "done", ""]);
  });
});
