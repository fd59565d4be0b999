/** Opens a PDF with pdf.js and follows what each page paints. Runs in a process of its own: see child.ts. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ReadoutError } from "../../errors.ts";
import { type FileInfo, fileInfo } from "./file-info.ts";
import type { PaintedPage } from "./page.ts";
import { follow } from "./painted.ts";
import { type FontFacts, factsOf, type SourceFont } from "./pdf-fonts.ts";

export interface OpenedPdf<T> {
  pages: T[];
  info: FileInfo;
}

/** More pages than any report or judgment has. */
const MAX_PAGES = 5000;

/** pdf.js wants these of a browser at its start, for drawing only. */
function standIns(): void {
  const global = globalThis as Record<string, unknown>;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"]) global[name] ??= class {};
}

export async function loadLibrary() {
  standIns();
  // Its parsing half, which it would else load by itself at the first document.
  const parser: string = "pdfjs-dist/legacy/build/pdf.worker.mjs";
  await import(parser);
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/**
 * Opens a PDF and gives each page to `take` as it is painted, so that no more than what is made of them is kept.
 * @throws ReadoutError PDF_ENCRYPTED, PDF_BROKEN, INPUT_TOO_LARGE
 */
export async function openPdf<T>(bytes: Uint8Array, take: (page: PaintedPage) => T): Promise<OpenedPdf<T>> {
  const library = await loadLibrary();
  const home = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = library.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(home, "cmaps")}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(home, "standard_fonts")}/`,
    disableFontFace: true,
    fontExtraProperties: true,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    // Every picture is too large: none is decoded.
    maxImageSize: 0,
    verbosity: library.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PAGES)
      throw new ReadoutError("INPUT_TOO_LARGE", { limit: `${MAX_PAGES} pages` });
    const labels = await document.getPageLabels().catch(() => null);
    const layers = await document.getOptionalContentConfig().catch(() => null);
    const pages: T[] = [];
    let failed = 0;
    for (let i = 0; i < document.numPages; i++) {
      const label = labels?.[i] ?? "";
      const told = label === "" ? null : label;
      const painted = await document
        .getPage(i + 1)
        .then((page) => paintedPage(page, told))
        .catch(() => null);
      // One damaged page leaves the others readable.
      if (!painted) failed++;
      pages.push(
        take(painted ?? { width: 612, height: 792, label: told, glyphs: [], images: [], rules: [] }),
      );
    }
    if (failed > 0 && failed === document.numPages)
      throw new ReadoutError("PDF_BROKEN", { detail: "no page can be read" });
    const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }));
    return { pages, info: fileInfo(info as Record<string, unknown>, (name) => metadata?.get(name) ?? null) };

    async function paintedPage(
      page: Awaited<ReturnType<typeof document.getPage>>,
      label: string | null,
    ): Promise<PaintedPage> {
      const view = page.getViewport({ scale: 1 });
      const operators = await page.getOperatorList({ annotationMode: library.AnnotationMode.DISABLE });
      const fonts = new Map<string, FontFacts>();
      for (const name of fontNames(operators, library.OPS)) {
        const font = await new Promise<SourceFont>((resolve) => page.commonObjs.get(name, resolve));
        fonts.set(name, factsOf(font));
      }
      const isVisible = (layer: unknown) => !layers || layers.isVisible(layer as never);
      const painted = follow(
        operators,
        library.OPS,
        view.transform,
        (name) => fonts.get(name) ?? null,
        isVisible,
      );
      page.cleanup();
      return { width: view.width, height: view.height, label, ...painted };
    }
  } catch (error) {
    throw coded(error);
  } finally {
    await task.destroy().catch(() => {});
  }
}

function fontNames(
  operators: { fnArray: number[]; argsArray: unknown[] },
  op: Record<string, number>,
): Set<string> {
  const names = new Set<string>();
  operators.fnArray.forEach((fn, i) => {
    const args = operators.argsArray[i] as unknown[];
    if (fn === op.setFont) names.add(String(args[0]));
    if (fn !== op.setGState) return;
    for (const [key, value] of args[0] as [string, unknown[]][])
      if (key === "Font") names.add(String(value[0]));
  });
  return names;
}

function coded(error: unknown): ReadoutError {
  if (error instanceof ReadoutError) return error;
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") return new ReadoutError("PDF_ENCRYPTED", {}, error);
  const detail = (error instanceof Error ? error.message : String(error))
    .replace(/[.\s]+$/, "")
    .slice(0, 160);
  return new ReadoutError("PDF_BROKEN", { detail }, error);
}
