/** A number as a text gives it: one value or a range, with how exactly it is meant. */
export interface NumberSpan {
  start: number;
  end: number;
  low: number;
  high: number;
  /** The step it seems to be rounded to: 10 for "40", 0.1 for "4.8", 1 for "42". */
  step: number;
  /** A vague quantity word ("dozens", "several hundred"): already a range. */
  vague: boolean;
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const SCALES: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
  k: 1e3,
  dozen: 12,
};

/** Quantity words without a figure and the range they leave open. */
const VAGUE: Record<string, [number, number]> = {
  dozens: [24, 120],
  scores: [40, 120],
  hundreds: [200, 1500],
  thousands: [2000, 15000],
  "tens of thousands": [2e4, 1.2e5],
  "hundreds of thousands": [2e5, 1.2e6],
  millions: [2e6, 2e7],
  "several hundred": [200, 999],
  "a few hundred": [200, 600],
  "several thousand": [2000, 9999],
  "a few thousand": [2000, 6000],
  "several dozen": [24, 99],
  "a few dozen": [24, 72],
  "a handful": [2, 9],
  "a couple": [2, 3],
  "a dozen": [12, 12],
  "half a dozen": [6, 6],
  "a hundred": [100, 100],
  "a thousand": [1000, 1000],
  "a million": [1e6, 1e6],
  "a billion": [1e9, 1e9],
  "half a million": [5e5, 5e5],
  "half a billion": [5e8, 5e8],
};

const WORD = `(?:${[...UNITS, ...TENS].join("|")})`;
const FIGURE = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])|\d+(?:\.\d+)?`;
const VAGUE_WORDS = Object.keys(VAGUE)
  .sort((a, b) => b.length - a.length)
  .join("|");
const PATTERN = new RegExp(
  String.raw`(?<vague>\b(?:${VAGUE_WORDS})\b)|` +
    String.raw`(?<figure>(?<![\w.,])(?:${FIGURE}))(?:[ -]?(?<scale>hundred|thousand|million|billion|trillion|dozen)\b|(?<short>bn|mn|tn|m|k)\b)?|` +
    String.raw`(?<words>\b${WORD}\b(?:[ -](?:and )?(?:${WORD}|hundred|thousand|million|billion|trillion|dozen)\b)*|\b(?:hundred|thousand)\b)`,
  "giu",
);

/** All numbers of a text, left to right: figures, words for figures, and vague quantity words. */
export function numbersIn(text: string): NumberSpan[] {
  const found: NumberSpan[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const start = match.index;
    const end = start + match[0].length;
    const groups = match.groups!;
    if (groups.vague !== undefined) {
      const [low, high] = VAGUE[groups.vague.toLowerCase().replace(/\s+/g, " ")]!;
      found.push({ start, end, low, high, step: low, vague: low !== high });
    } else if (groups.figure !== undefined) {
      const digits = groups.figure.replace(/[, \u00a0\u202f]/g, "");
      const scale = SCALES[(groups.scale ?? groups.short ?? "").toLowerCase()] ?? 1;
      const value = Number(digits) * scale;
      found.push({ start, end, low: value, high: value, step: stepOf(digits) * scale, vague: false });
    } else {
      const value = fromWords(match[0]);
      if (value === null) continue;
      found.push({ start, end, low: value, high: value, step: stepOf(String(value)), vague: false });
    }
  }
  return found;
}

/** The place of the last digit that is not a trailing zero. */
function stepOf(digits: string): number {
  const point = digits.indexOf(".");
  if (point >= 0) return 10 ** -(digits.length - point - 1);
  const zeros = /0*$/.exec(digits)![0].length;
  return digits === "0" ? 1 : 10 ** zeros;
}

/** "two hundred and fifty-one thousand" → 251000; null where the words are no one number ("one two"). */
function fromWords(phrase: string): number | null {
  let total = 0;
  let current = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const word of phrase.toLowerCase().split(/[ -]+/)) {
    if (word === "and") continue;
    const unit = UNITS.indexOf(word);
    const ten = TENS.indexOf(word);
    if (unit >= 0 || ten >= 0) {
      const value = unit >= 0 ? unit : (ten + 2) * 10;
      if (value >= last) return null;
      current += value;
      last = ten >= 0 ? 10 : 1;
    } else if (word === "hundred") {
      current = (current || 1) * 100;
      last = 100;
    } else if (word === "dozen") {
      current = (current || 1) * 12;
      last = 1;
    } else {
      total += (current || 1) * SCALES[word]!;
      current = 0;
      last = Number.POSITIVE_INFINITY;
    }
  }
  return total + current;
}
