// Builds dist/ from src/ with esbuild. `node bin/build.mjs` builds; bootstrap.mjs imports `isBuilt` and `build`.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "dist", ".stamp");

const entries = {
  cli: "src/cli/main.ts",
  index: "src/index.ts",
  node: "src/node.ts",
  "engine-child": "src/engine/child.ts",
  "reader-child": "src/ingest/reader-child.ts",
  "pdf-child": "src/ingest/pdf/child.ts",
};

/** A hash of names, sizes and times of all sources: enough to know that something changed, quick to make. */
function sourceHash() {
  const hash = createHash("sha256");
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (!entry.name.endsWith(".test.ts")) {
        const { mtimeMs, size } = statSync(path);
        hash.update(`${path}\0${mtimeMs}\0${size}\n`);
      }
    }
  };
  visit(join(root, "src"));
  hash.update(readFileSync(join(root, "bin", "build.mjs")));
  hash.update(readFileSync(join(root, "package.json")));
  return hash.digest("hex");
}

/** True where dist/ is up to date, or where there are no sources (the installed package). */
export function isBuilt() {
  if (!existsSync(join(root, "src"))) return true;
  return existsSync(stamp) && readFileSync(stamp, "utf8") === sourceHash();
}

export async function build() {
  const { build: esbuild } = await import("esbuild");
  const hash = sourceHash();
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  mkdirSync(join(root, "dist"), { recursive: true });
  await esbuild({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([out, file]) => [out, join(root, file)])),
    outdir: join(root, "dist"),
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: true,
    legalComments: "none",
    logLevel: "error",
    define: { READOUT_VERSION: JSON.stringify(version) },
  });
  writeFileSync(stamp, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
