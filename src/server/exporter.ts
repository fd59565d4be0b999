/** Exports are written in a child process: a large collection takes seconds, and the desk goes on answering. */
import { type ChildProcess, fork } from "node:child_process";
import { childProgram } from "../child-program.ts";
import { ReadoutError } from "../errors.ts";
import type { Collection } from "../model.ts";
import type { ExportFile } from "../report/export-file.ts";
import type { Exporter } from "./deps.ts";

export interface ExportRequest {
  collection: Collection;
  to: string;
  title: string | null;
}

export type ExportReply = { files: ExportFile[] } | { failure: string };

/** The longest that one export may take. */
const LIMIT_MS = 120_000;

/** Starts one process an export, which ends with it. */
export function startExporter(): Exporter {
  const running = new Set<ChildProcess>();
  return {
    write(collection, to, { title }) {
      const { path, execArgv } = childProgram(import.meta.url, "export-child");
      const child = fork(path, [], {
        execArgv,
        serialization: "advanced",
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      running.add(child);
      return new Promise<ExportFile[]>((resolve, reject) => {
        const fail = (detail: string) => reject(new ReadoutError("EXPORT_FAILED", { detail }));
        const timer = setTimeout(() => {
          child.kill("SIGKILL");
          fail("it took more than two minutes");
        }, LIMIT_MS);
        child.on("message", (reply: ExportReply) => {
          if ("files" in reply) resolve(reply.files);
          else fail(reply.failure);
          child.disconnect();
        });
        child.on("error", (error) => fail(error.message));
        child.on("exit", (status, signal) => {
          clearTimeout(timer);
          running.delete(child);
          fail(signal ? `ended by ${signal}` : `ended with status ${status}`);
        });
        const request: ExportRequest = { collection, to, title: title ?? null };
        child.send(request, (error) => error && fail(error.message));
      });
    },
    async close() {
      for (const child of running) child.kill();
    },
  };
}
