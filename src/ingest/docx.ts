import { ReadoutError } from "../errors.ts";
import type { ReadDocument } from "./document.ts";
import { docxBody } from "./docx-body.ts";
import { officeDocument } from "./office-document.ts";
import { officeProperties } from "./office-properties.ts";
import type { Hints } from "./text.ts";
import { parseXml } from "./xml.ts";
import { type Archive, isZip, openArchive } from "./zip.ts";

const RELATIONS = "_rels/.rels";
const CORE = "docProps/core.xml";
const MEGABYTE = 1024 * 1024;
/** Some ten times the body of the longest books; a few kilobytes of zip can hold gigabytes. */
const MAX_BODY = 64 * MEGABYTE;
const PACKAGE = new Map([["http://schemas.openxmlformats.org/package/2006/relationships", "rel"]]);

/** True for a zip archive that names the parts of a Word document; it may still be damaged. */
export function isDocx(bytes: Uint8Array): boolean {
  return isZip(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("word/");
}

/**
 * A Word document (.docx): its paragraphs, list items, table rows and text boxes parted by one blank line; title, author
 * and date from its properties where its head names none. Tracked changes are read as accepted; pictures, footnotes,
 * comments, hidden words, and page heads and feet are left out, and so are numbers that Word makes for lists.
 * @throws ReadoutError INPUT_EMPTY, INPUT_BROKEN, INPUT_TOO_LARGE
 */
export function fromDocx(bytes: Uint8Array, hints: Hints = {}): ReadDocument {
  const archive = openArchive(bytes);
  const body = archive.read(mainPart(archive), MAX_BODY);
  if (!body) throw new ReadoutError("INPUT_BROKEN", { detail: "its text is missing" });
  return officeDocument(docxBody(body), officeProperties(archive.read(CORE, MEGABYTE)), hints);
}

/** The package says which part is the document; it is word/document.xml nearly always. */
function mainPart(archive: Archive): string {
  let target: string | null = null;
  const relations = archive.read(RELATIONS, MEGABYTE);
  if (relations)
    parseXml(relations, PACKAGE, {
      open(name, attribute) {
        if (name === "rel:Relationship" && attribute("Type")?.endsWith("/officeDocument"))
          target ??= attribute("Target");
      },
      close() {},
      text() {},
    });
  const named = (target as string | null)?.replace(/^\.?\//, "") ?? "";
  return archive.has(named) ? named : "word/document.xml";
}
