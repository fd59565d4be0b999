/** Markup that is safe by construction: `html` escapes every value that is not markup already. */

/** Markup that may be put into the page as it is. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Value = Markup | string | number | null | false | Value[];

/** Characters that no HTML page may hold, or that would turn the writing direction of what follows. */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** Text as HTML, for content and for attributes in double quotation marks. */
function escapeHtml(text: string): string {
  return text
    .replace(UNPRINTABLE, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function write(value: Value): string {
  if (value === null || value === false) return "";
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(write).join("");
  return escapeHtml(String(value));
}

/** A template whose values are escaped; null and false leave nothing, lists are joined. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Markup {
  let out = parts[0]!;
  for (let i = 0; i < values.length; i++) out += write(values[i]!) + parts[i + 1]!;
  return new Markup(out);
}

/** Markup written in this code. Never for words from outside. */
export function raw(text: string): Markup {
  return new Markup(text);
}

/** A link's `#…` to the element with this id. */
export function fragment(id: string): string {
  return `#${encodeURIComponent(id.replace(UNPRINTABLE, "\ufffd"))}`;
}

/** The address, where it is a web address that may be linked to; else null. */
export function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\/[^\s]+$/iu.test(url) ? url : null;
}
