import { anyDate } from "../dates.ts";

/** What a PDF says of itself; null where it says nothing. */
export interface FileInfo {
  title: string | null;
  author: string | null;
  /** ISO 8601. */
  created: string | null;
  language: string | null;
  /** Programs that made it. */
  creator: string;
}

/**
 * The file's own words about itself, from its XMP packet, else from its information dictionary. What programs put there
 * by themselves (file names, "untitled", the login of whoever exported it) is left out.
 * @param xmp looks a property up by its name ("dc:title")
 */
export function fileInfo(info: Record<string, unknown>, xmp: (name: string) => unknown): FileInfo {
  const creator = [info.Creator, info.Producer].filter((v) => typeof v === "string").join(" ");
  const author = words(xmp("dc:creator")) ?? words(info.Author);
  return {
    title: titleOf(words(xmp("dc:title")) ?? words(info.Title)),
    author: author !== null && isName(author) ? author : null,
    created: anyDate(words(xmp("xmp:CreateDate")) ?? "") ?? pdfDate(words(info.CreationDate) ?? ""),
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/i.exec(words(info.Language) ?? "")?.[0] ?? null,
    creator,
  };
}

function words(value: unknown): string | null {
  const one: unknown = Array.isArray(value) ? value.join(", ") : value;
  if (typeof one !== "string") return null;
  const text = one
    .replace(/[\p{Cc}\ufffd]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return text === "" ? null : text;
}

function titleOf(title: string | null): string | null {
  if (title === null) return null;
  const bare = title.replace(/^(?:Microsoft (?:Word|PowerPoint|Excel)|Word) - /i, "");
  const isFile = /\.(?:docx?|odt|rtf|pdf|indd|qxd|qxp|pptx?|xlsx?|tex|dvi|html?|p65|wpd|pages)$/i.test(bare);
  const isDefault =
    /^(?:untitled|document\d*|title|template|slide \d+|print|scan\d*|about:blank|no title|layout \d+|\d+)$/i.test(
      bare,
    );
  if (isFile || isDefault || !/\p{L}{2}/u.test(bare) || /^\S*[_/\\]\S*$/.test(bare) || bare.length > 300)
    return null;
  return /\s/.test(bare) || !/\d/.test(bare) ? bare : null;
}

/** A person's or an office's name; logins and makers' names are none. */
function isName(author: string): boolean {
  if (
    /\b(?:user|admin|administrator|microsoft|owner|unknown|anonymous|author|scanner|test|root|adobe|canon|xerox|ricoh|hp)\b/i.test(
      author,
    )
  )
    return false;
  return (
    /^\p{Lu}/u.test(author) &&
    /\p{L}\s\p{L}|\p{L}\.\s?\p{L}/u.test(author) &&
    !/[\d@\\/_]/.test(author) &&
    author.length <= 120
  );
}

/** "D:20170707183000+02'00'" as ISO 8601, null where it is none. */
function pdfDate(value: string): string | null {
  const found = /^D?:?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-]\d{2})'?(\d{2})?)?/.exec(
    value,
  );
  if (!found) return null;
  const [, year, month, day, hour, minute, second, zulu, zone, zoneMinute] = found;
  let iso = year!;
  if (month) iso += `-${month}`;
  if (month && day) iso += `-${day}`;
  if (day && hour && minute)
    iso += `T${hour}:${minute}:${second ?? "00"}${zulu ?? (zone ? `${zone}:${zoneMinute ?? "00"}` : "")}`;
  return anyDate(iso);
}

/** Browsers and copiers write when a page was printed or scanned, which says nothing of when it was written. */
export function saysWhenWritten({ creator }: FileInfo): boolean {
  return !/chrome|chromium|skia|firefox|mozilla|safari|quartz|webkit|wkhtml|weasyprint|scan|canon|xerox|ricoh|kyocera|konica|epson|brother|ocr|tesseract|paper ?capture|ghostscript|distiller|pdfsam|ilovepdf|pypdf|itext|fpdf|reportlab|print to pdf|cairo|cups/i.test(
    creator,
  );
}
