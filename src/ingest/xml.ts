/**
 * XML of office files as a stream of events, read strictly: what is not well-formed is damaged. Entities that a document
 * declares itself are never expanded, so there is nothing for an entity bomb to grow in.
 */
import { SaxesParser } from "saxes";
import { ReadoutError } from "../errors.ts";

/** Deeper than any table in a table; the parser looks every prefix up through all levels. */
const MAX_DEPTH = 1000;
const SLICE = 64 * 1024;

/** Names come as "w:p", with the prefix that `prefixes` gives to their namespace, whatever the file's own is. */
export interface XmlEvents {
  open(name: string, attribute: (name: string) => string | null): void;
  close(name: string): void;
  text(words: string): void;
}

/**
 * @param prefixes namespace address → prefix; elements and attributes of others are named "other:…"
 * @throws ReadoutError INPUT_BROKEN
 */
export function parseXml(bytes: Uint8Array, prefixes: ReadonlyMap<string, string>, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  const nameOf = (uri: string, local: string) => `${prefixes.get(uri) ?? "other"}:${local}`;
  parser.on("error", (error) => {
    throw broken(error.message);
  });
  parser.on("opentag", (tag) => {
    if (++depth > MAX_DEPTH) throw broken(`its XML is nested more than ${MAX_DEPTH} deep`);
    events.open(nameOf(tag.uri, tag.local), (name) => {
      for (const { uri, local, value } of Object.values(tag.attributes)) {
        if (nameOf(uri, local) === name || (uri === "" && local === name)) return value;
      }
      return null;
    });
  });
  parser.on("closetag", (tag) => {
    depth--;
    events.close(nameOf(tag.uri, tag.local));
  });
  parser.on("text", events.text);
  parser.on("cdata", events.text);
  const decoder = new TextDecoder(encodingOf(bytes));
  for (let at = 0; at < bytes.length; at += SLICE)
    parser.write(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }));
  parser.write(decoder.decode()).close();
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

function broken(message: string): ReadoutError {
  return new ReadoutError("INPUT_BROKEN", { detail: `XML, ${message.replace(/[.\s]+$/, "")}` });
}
