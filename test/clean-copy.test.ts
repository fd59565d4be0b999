/** The README's main command on a fresh clone, from nothing installed. Slow; on in CI (READOUT_CLEAN_COPY=1). */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

test.runIf(process.env.READOUT_CLEAN_COPY === "1")(
  "clone, one command, accounts side by side",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "readout-clone-"));
    try {
      execFileSync("git", ["clone", "--quiet", root, folder]);
      const readme = readFileSync(join(folder, "README.md"), "utf8");
      const command = /^\.\/readout compare (examples\/\S+)$/m.exec(readme);
      expect(command).not.toBeNull();
      const first = spawnSync("./readout", ["compare", command![1]!], { cwd: folder, encoding: "utf8" });
      expect(first.stderr).toContain("first use");
      expect(first.status).toBe(0);
      expect(first.stdout).toMatch(/disputed/i);
      const again = spawnSync("./readout", ["compare", command![1]!], { cwd: folder, encoding: "utf8" });
      expect(again.stderr).toBe("");
      expect(again.stdout).toBe(first.stdout);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  600_000,
);
