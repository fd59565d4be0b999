import { isoDate } from "./dates.ts";
import { parseXml } from "./xml.ts";

/** What an office file says of itself. */
export interface OfficeProperties {
  title: string | null;
  author: string | null;
  /** ISO 8601, as precise as given. */
  created: string | null;
}

const PREFIXES = new Map([
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://purl.org/dc/terms/", "dcterms"],
  ["urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta"],
]);
/** What programs put there by themselves. */
const NO_TITLE =
  /^(?:(?:microsoft )?word(?: - .*)?|(?:document|dokument|untitled|unknown|title|template|blank|normal)[ \d]*|.*\.(?:docx?|dotx?|odt|rtf|tmp|pdf))$/i;
const NO_AUTHOR =
  /^(?:(?:microsoft|windows|office|default|ms)?[ -]*(?:office )?(?:user|author|admin(?:istrator)?|owner|unknown|guest)[ \d]*|python-docx|openpyxl|apache poi|un-named|none|null|pc|hp|dell|lenovo|acer|asus|.*@.*|\W*)$/i;

/** The properties part of a Word file (core.xml) or of an OpenDocument file (meta.xml); nulls where there is none. */
export function officeProperties(xml: Uint8Array | null): OfficeProperties {
  const values = new Map<string, string>();
  let name = "";
  if (xml)
    parseXml(xml, PREFIXES, {
      open: (element) => {
        name = element;
      },
      close: () => {
        name = "";
      },
      text: (words) => {
        if (name !== "" && !values.has(name)) values.set(name, words);
      },
    });
  return propertiesOf(
    values.get("dc:title") ?? null,
    values.get("meta:initial-creator") ?? values.get("dc:creator") ?? null,
    values.get("dcterms:created") ?? values.get("meta:creation-date") ?? null,
  );
}

/** Values as a file gives them, without those that say nothing. */
export function propertiesOf(
  title: string | null,
  author: string | null,
  created: string | null,
): OfficeProperties {
  const said = (value: string | null, nothing: RegExp) => {
    const words = value?.replace(/\s+/g, " ").trim() ?? "";
    return words === "" || words.length > 300 || nothing.test(words) ? null : words;
  };
  // LibreOffice writes nine digits of a second; the day and minute are what matters.
  const date = isoDate((created ?? "").replace(/\.\d+(?=Z|[+-]|$)/, ""));
  return { title: said(title, NO_TITLE), author: said(author, NO_AUTHOR), created: date };
}
