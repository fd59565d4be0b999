// Brings a fresh clone to life without any dependency: installs from the npm registry, builds, then runs.
//   node bin/bootstrap.mjs prepare [ARG…]  installs and builds what is missing (the web app for `serve` alone), prints
//                                    the Node to use (for ./readout)
//   node bin/bootstrap.mjs run ARG…  the command line, where there is no shell
//   node bin/bootstrap.mjs test      the tests
// Everything it says goes to standard error, so that `readout … --json > file` stays clean.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const installStamp = join(modules, ".readout-install");
// Node 20 runs readout too; where the machine's is older than 22.12 development and tests use this one.
const NODE_24 = "24.21.0";
const node24Home = join(modules, ".readout-node");

const [mode, ...rest] = process.argv.slice(2);
main().catch((error) => {
  console.error(`readout: ${error.message}`);
  process.exitCode = 1;
});

async function main() {
  const [major] = process.versions.node.split(".").map(Number);
  if (major < 20) throw new Error(`Node.js 20 or newer is needed; this is ${process.versions.node}.`);
  await prepare(mode === "test" ? null : rest[0]);
  const node = newerNode() ?? process.execPath;
  if (mode === "prepare") return void process.stdout.write(`${node}\n`);
  if (mode === "test") return become(node, [join(root, "bin", "test.mjs"), ...rest]);
  const cli = join(root, "dist", "cli.js");
  if (node !== process.execPath) return become(node, [cli, ...rest]);
  process.argv.splice(1, process.argv.length - 1, cli, ...rest);
  await import(pathToFileURL(cli).href);
}

/** Installs where the lock file changed, builds where a source changed; a no-op of some milliseconds otherwise. */
async function prepare(command) {
  const wanted = lockHash();
  if (!isStamped(installStamp, wanted)) {
    await withLock(() => {
      if (isStamped(installStamp, wanted)) return;
      console.error("readout: first use: installing packages (once, about a minute) …");
      npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], "Installing failed");
      installNode24();
      writeFileSync(installStamp, wanted);
    });
  }
  const { isBuilt, build, isWebBuilt, buildWeb } = await import("./build.mjs");
  if (!isBuilt()) await withLock(async () => void (isBuilt() || (await build())));
  if (command === "serve" && !isWebBuilt()) {
    console.error("readout: building the web app (once, some seconds) …");
    await withLock(async () => void (isWebBuilt() || (await buildWeb())));
  }
}

function lockHash() {
  const hash = createHash("sha256");
  for (const name of ["package.json", "package-lock.json"]) hash.update(readFileSync(join(root, name)));
  return `${hash.digest("hex")} ${process.platform}-${process.arch}`;
}

function isStamped(file, value) {
  return existsSync(file) && readFileSync(file, "utf8") === value;
}

function npm(args, failure) {
  // The runtime of the models would fetch GPU files at install; older npm does not know .npmrc's ignore-scripts
  // for this package alone, so it is also told by its own variables.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: "skip", ONNXRUNTIME_NODE_INSTALL_CUDA: "skip" };
  const done = spawnSync("npm", args, {
    cwd: root,
    env,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (done.status !== 0)
    throw new Error(
      `${failure}: see npm's message above. Is the network there, and npm 10 or newer installed?`,
    );
}

/** Brings Node 24 from the registry where the machine's is older than 22.12; readout does without if it can't. */
function installNode24() {
  if (!isOld(process.versions.node)) return;
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  mkdirSync(node24Home, { recursive: true });
  writeFileSync(join(node24Home, "package.json"), '{"private":true}');
  try {
    npm(
      [
        "install",
        "--prefix",
        node24Home,
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
        `${name}@${NODE_24}`,
      ],
      "",
    );
  } catch {
    console.error(
      `readout: Node ${NODE_24} could not be had for this machine; going on with ${process.versions.node}.`,
    );
  }
}

function isOld(version) {
  const [major, minor] = version.split(".").map(Number);
  return major < 22 || (major === 22 && minor < 12);
}

function newerNode() {
  if (!isOld(process.versions.node) || process.env.READOUT_NODE === "own") return null;
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const binary = join(
    node24Home,
    "node_modules",
    name,
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  return existsSync(binary) ? binary : null;
}

/** Runs a command in this one's place: same streams, its exit status and its signals. */
function become(command, args) {
  const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, PATH: pathWith(command) } });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => {
    console.error(`readout: ${command} can't be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on("close", (status, signal) => {
    process.exitCode = signal ? 128 + (constants.signals[signal] ?? 1) : (status ?? 1);
  });
}

function pathWith(command) {
  const separator = process.platform === "win32" ? ";" : ":";
  return [dirname(command), join(modules, ".bin"), process.env.PATH ?? ""].join(separator);
}

/** One process at a time installs or builds; a lock left by a dead process is taken over. */
async function withLock(work) {
  const lock = join(root, ".readout-lock");
  const mine = String(process.pid);
  for (;;) {
    try {
      writeFileSync(lock, mine, { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (isStale(lock)) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isStale(lock) {
  try {
    const pid = Number(readFileSync(lock, "utf8"));
    if (!pid) return Date.now() - statSync(lock).mtimeMs > 10_000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
