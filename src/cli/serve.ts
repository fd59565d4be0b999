import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { ReadoutError } from "../errors.ts";
import { startJobs } from "../jobs/jobs.ts";
import { packageRoot, version } from "../node.ts";
import { buildApp } from "../server/app.ts";
import { startExporter } from "../server/exporter.ts";
import { requireLoopback } from "../server/security.ts";
import { openStore } from "../store/open.ts";
import { type LocationOptions, locationOf } from "./location.ts";
import { say, sayError, told } from "./running.ts";

export interface ServeOptions extends LocationOptions {
  port: number;
  host: string;
  jobs: number;
  /** False leaves the browser alone. */
  open: boolean;
}

/** `readout serve`: the desk on this machine, until it is told to end. Answers the exit status. */
export async function serveCommand(options: ServeOptions): Promise<number> {
  requireLoopback(options.host);
  const location = locationOf(options);
  const store = await openStore(location, { version });
  const jobs = startJobs(store, { jobs: options.jobs, onError: sayError });
  const exporter = startExporter();
  const close = async () => {
    await jobs.close();
    await exporter.close();
    await store.close();
  };
  const ended = told("SIGINT", "SIGTERM", "SIGHUP");
  try {
    const built = join(packageRoot(), "dist", "web");
    const web = existsSync(join(built, "index.html")) ? built : null;
    if (web === null) say("the web app is not built: only the API answers");
    const app = await buildApp({ store, exporter, version, web, log: say, now: () => new Date() });
    const address = await listen(app, options);
    process.stdout.write(`${address}\n`);
    say(`${"data" in location ? `data in ${location.data}` : "data in PostgreSQL"}; Ctrl-C ends it`);
    if (options.open) openBrowser(address);
    await ended;
    await app.close();
  } finally {
    await close();
  }
  return 0;
}

async function listen(
  app: Awaited<ReturnType<typeof buildApp>>,
  { port, host }: ServeOptions,
): Promise<string> {
  try {
    await app.listen({ port, host: host.replace(/^\[|\]$/gu, "") });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
      throw new ReadoutError("PORT_TAKEN", { port });
    throw error;
  }
  const bound = app.server.address() as AddressInfo;
  return `http://${bound.family === "IPv6" ? `[${bound.address}]` : bound.address}:${bound.port}/`;
}

/** Where no browser can be opened the printed address does. */
function openBrowser(address: string): void {
  const [command, args] =
    process.platform === "darwin"
      ? ["open", [address]]
      : process.platform === "win32"
        ? ["cmd", ["/c", "start", "", address]]
        : ["xdg-open", [address]];
  // Over a remote shell or on a machine without a screen there is none to open.
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  const child = spawn(command as string, args as string[], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
