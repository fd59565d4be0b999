/** Where results go: standard output, a file, or a folder that is made; what is there already stays. */
import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ReadoutError } from "../errors.ts";
import type { ExportFile } from "../report/export-file.ts";
import { print } from "./terminal.ts";

/** True where the path names a folder: one that is there, or one written with a slash at its end. */
export async function isFolder(path: string): Promise<boolean> {
  if (/[/\\]$/.test(path)) return true;
  return (await statOf(path))?.isDirectory() ?? false;
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch {
    return null; // not there, or not to be seen: writing says which
  }
}

async function write(path: string, text: string, force: boolean): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    // "wx" fails where the file is there, also where another process has just made it.
    await writeFile(path, text, { flag: force ? "w" : "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" && (await statOf(path))?.isFile())
      throw new ReadoutError("OUTPUT_EXISTS", { path }, error);
    throw new ReadoutError("OUTPUT_FAILED", { path, detail: message }, error);
  }
}

/** Writes one result: to standard output for "-", into a folder under `name`, else to the path itself. */
export async function writeOne(path: string, file: ExportFile, force: boolean): Promise<void> {
  if (path === "-") await print(file.text);
  else await write((await isFolder(path)) ? join(path, file.name) : path, file.text, force);
}

/**
 * Writes several files into a folder. Nothing is written where one of them is there already.
 * @throws ReadoutError OUTPUT_EXISTS, OUTPUT_FAILED
 */
export async function writeMany(folder: string, files: readonly ExportFile[], force: boolean): Promise<void> {
  if (!force) {
    for (const { name } of files) {
      const path = join(folder, name);
      if ((await statOf(path)) !== null) throw new ReadoutError("OUTPUT_EXISTS", { path });
    }
  }
  for (const { name, text } of files) await write(join(folder, name), text, force);
}
