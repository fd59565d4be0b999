const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})([.,]\d+)?)?[ ]?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const MONTH =
  "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
/** "July 7, 2017", "7 July 2017", "7th of July 2017"; the order of numbers alone ("7/6/2017") is never guessed. */
const WRITTEN_DATE = new RegExp(
  `\\b(?:${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH},? (\\d{4}))\\b`,
  "i",
);

/**
 * A date in ISO 8601 with the precision and zone given ("2017", "2017-07", "2017-07-06T18:30+02:00"), or null where
 * it is none. A space before the time becomes "T", "+0200" becomes "+02:00"; nothing else is changed.
 */
export function isoDate(value: string): string | null {
  const found = ISO.exec(value.trim());
  if (!found) return null;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  if (!isDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return null;
  if (Number(hour ?? 0) > 24 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return null;
  let result = year!;
  if (month) result += `-${month}`;
  if (day) result += `-${day}`;
  if (hour) result += `T${hour}:${minute}`;
  if (second) result += `:${second}${(fraction ?? "").replace(",", ".")}`;
  if (zone)
    result += /^z$/i.test(zone)
      ? "Z"
      : zone.replace(/^([+-]\d{2})(\d{2})$/, "$1:$2").replace(/^([+-]\d{2})$/, "$1:00");
  return result;
}

/** The day that English words name ("Friday, July 7, 2017" → "2017-07-07"), or null where there is none. */
export function writtenDate(words: string): string | null {
  const found = WRITTEN_DATE.exec(words);
  if (!found) return null;
  const name = (found[1] ?? found[5])!.slice(0, 3).toLowerCase();
  const month = MONTHS.findIndex((full) => full.startsWith(name)) + 1;
  const day = Number(found[2] ?? found[4]);
  const year = Number(found[3] ?? found[6]);
  if (!isDay(year, month, day)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** What metadata gives as a date: ISO 8601, RFC 822 ("Fri, 07 Jul 2017 18:30:00 +0200"), or English words. */
export function anyDate(value: string): string | null {
  return isoDate(value) ?? rfc822(value) ?? writtenDate(value);
}

function rfc822(value: string): string | null {
  const found =
    /^(?:[A-Z][a-z]{2}, )?(\d{1,2} [A-Z][a-z]{2} \d{4}) (\d{2}:\d{2}(?::\d{2})?) ?(GMT|UTC|Z|[+-]\d{4})$/.exec(
      value.trim(),
    );
  const day = found && writtenDate(found[1]!);
  if (!found || !day) return null;
  return isoDate(`${day}T${found[2]}${/^[+-]/.test(found[3]!) ? found[3] : "Z"}`);
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
  const last = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return day <= last[month - 1]!;
}
