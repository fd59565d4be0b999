// Builds dist/ from src/ with esbuild, and dist/web from web/ with Vite. `node bin/build.mjs` builds both; bootstrap.mjs
// imports `isBuilt` and `build`, and for `serve` alone `isWebBuilt` and `buildWeb`.
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "dist", ".stamp");
const webStamp = join(root, "dist", ".web-stamp");

const entries = {
  cli: "src/cli/main.ts",
  index: "src/index.ts",
  node: "src/node.ts",
  "engine-child": "src/engine/child.ts",
  "reader-child": "src/ingest/reader-child.ts",
  "pdf-child": "src/ingest/pdf/child.ts",
  "pglite-child": "src/store/pglite-child.ts",
  "compute-child": "src/jobs/compute-child.ts",
  "export-child": "src/server/export-child.ts",
};

/** A hash of names, sizes and times of all sources: enough to know that something changed, quick to make. */
function sourceHash(folders = ["src"], files = ["bin/build.mjs", "package.json"]) {
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
  for (const folder of folders) visit(join(root, folder));
  for (const file of files) hash.update(readFileSync(join(root, file)));
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

/** What the web app is made of: its own sources, and those of src/ whose code (not just types) it takes in. */
const webHash = () =>
  sourceHash(
    ["web", "src/report"],
    ["bin/build.mjs", "package-lock.json", "src/model.ts", "src/ruling.ts", "src/server/word-diff.ts"],
  );

/** True where dist/web is up to date, or where there are no sources (the installed package). */
export function isWebBuilt() {
  if (!existsSync(join(root, "web"))) return true;
  return existsSync(webStamp) && readFileSync(webStamp, "utf8") === webHash();
}

/** Builds beside dist/web and swaps it in, so that a server that runs never serves half a build. */
export async function buildWeb() {
  const { build: vite } = await import("vite");
  const hash = webHash();
  const fresh = join(root, "dist", "web-new");
  // Tests run with another NODE_ENV, with which React would be built for development: twice as large, and slow.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await vite({
      configFile: join(root, "web", "vite.config.ts"),
      logLevel: "error",
      build: { outDir: fresh },
    });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
  rmSync(join(root, "dist", "web"), { recursive: true, force: true });
  renameSync(fresh, join(root, "dist", "web"));
  writeFileSync(webStamp, hash);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build();
  if (!isWebBuilt()) await buildWeb();
}
