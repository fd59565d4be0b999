import { ReadoutError } from "../errors.ts";
import type { ReadDocument } from "./document.ts";
import { odtBody } from "./odt-body.ts";
import { officeDocument } from "./office-document.ts";
import { officeProperties } from "./office-properties.ts";
import type { Hints } from "./text.ts";
import { isZip, openArchive } from "./zip.ts";

const CONTENT = "content.xml";
const META = "meta.xml";
const MANIFEST = "META-INF/manifest.xml";
const MEGABYTE = 1024 * 1024;
const MAX_BODY = 64 * MEGABYTE;

/** True for a zip archive whose first part says that it is an OpenDocument text (ODF 1.3 part 2, 3.3). */
export function isOdt(bytes: Uint8Array): boolean {
  if (!isZip(bytes)) return false;
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  return head.includes("application/vnd.oasis.opendocument.text");
}

/**
 * An OpenDocument text (.odt): its paragraphs, list items, table rows and text boxes parted by one blank line; title, author
 * and date from its properties where its head names none. Tracked changes are read as accepted; pictures, footnotes,
 * comments, hidden text, and page heads and feet are left out, and so are numbers made for lists.
 * @throws ReadoutError INPUT_EMPTY, INPUT_BROKEN, INPUT_ENCRYPTED, INPUT_TOO_LARGE
 */
export function fromOdt(bytes: Uint8Array, hints: Hints = {}): ReadDocument {
  const archive = openArchive(bytes);
  const manifest = archive.read(MANIFEST, MEGABYTE);
  if (manifest && Buffer.from(manifest).includes("encryption-data"))
    throw new ReadoutError("INPUT_ENCRYPTED");
  const content = archive.read(CONTENT, MAX_BODY);
  if (!content) throw new ReadoutError("INPUT_BROKEN", { detail: "its text is missing" });
  return officeDocument(odtBody(content), officeProperties(archive.read(META, MEGABYTE)), hints);
}
