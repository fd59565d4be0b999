/** What a number measures. Two numbers are comparable only within one dimension. */
export type Dimension =
  | "count"
  | "ratio"
  | "money"
  | "date"
  | "time"
  | "duration"
  | "length"
  | "mass"
  | "volume"
  | "area"
  | "speed"
  | "temperature"
  | "power"
  | "energy"
  | "points";

interface Unit {
  dimension: Dimension;
  /** Factor to the base unit; two where the word stands for several units ("ton": short to long). */
  factor: [number, number];
  /** Currency code or other tag that must agree too; "" where none. */
  tag: string;
}

const one = (dimension: Dimension, factor: number, tag = ""): Unit => ({
  dimension,
  factor: [factor, factor],
  tag,
});

const TABLE: [string, Unit][] = [
  ["seconds?|secs?", one("duration", 1)],
  ["minutes?|mins?", one("duration", 60)],
  ["hours?|hrs?", one("duration", 3600)],
  ["days?", one("duration", 86400)],
  ["weeks?", one("duration", 604800)],
  ["fortnights?", one("duration", 1209600)],
  ["months?", { dimension: "duration", factor: [2419200, 2678400], tag: "" }],
  ["years?", { dimension: "duration", factor: [31536000, 31622400], tag: "" }],
  ["decades?", one("duration", 315360000)],
  ["centur(?:y|ies)", one("duration", 3153600000)],
  ["millimet(?:er|re)s?|mm", one("length", 0.001)],
  ["centimet(?:er|re)s?|cm", one("length", 0.01)],
  ["met(?:er|re)s?|m", one("length", 1)],
  ["kilomet(?:er|re)s?|km", one("length", 1000)],
  ["inch(?:es)?", one("length", 0.0254)],
  ["feet|foot|ft", one("length", 0.3048)],
  ["yards?", one("length", 0.9144)],
  ["nautical miles?", one("length", 1852)],
  ["miles?", one("length", 1609.344)],
  ["grams?|g", one("mass", 0.001)],
  ["kilograms?|kilos?|kg", one("mass", 1)],
  ["pounds?|lbs?", one("mass", 0.45359237)],
  ["ounces?|oz", one("mass", 0.0283495)],
  ["tonnes?|metric tons?", one("mass", 1000)],
  ["tons?", { dimension: "mass", factor: [907.18, 1016.05], tag: "" }],
  ["cubic met(?:er|re)s?|m3|m³", one("volume", 1)],
  ["cubic kilomet(?:er|re)s?", one("volume", 1e9)],
  ["lit(?:er|re)s?", one("volume", 0.001)],
  ["gallons?", { dimension: "volume", factor: [0.003785, 0.004546], tag: "" }],
  ["barrels?", one("volume", 0.158987)],
  ["square met(?:er|re)s?", one("area", 1)],
  ["square kilomet(?:er|re)s?|sq km|km2|km²", one("area", 1e6)],
  ["square miles?|sq miles?", one("area", 2.59e6)],
  ["square feet|sq ft", one("area", 0.0929)],
  ["hectares?|ha", one("area", 1e4)],
  ["acres?", one("area", 4046.86)],
  ["kilomet(?:er|re)s (?:an|per) hour|km/h|kph|kmh", one("speed", 1)],
  ["miles (?:an|per) hour|mph", one("speed", 1.609344)],
  ["knots?", one("speed", 1.852)],
  ["kilowatts?|kw", one("power", 1e3)],
  ["megawatts?|mw", one("power", 1e6)],
  ["gigawatts?|gw", one("power", 1e9)],
  ["kilowatt[- ]hours?|kwh", one("energy", 1)],
  ["megawatt[- ]hours?|mwh", one("energy", 1e3)],
  ["gigawatt[- ]hours?|gwh", one("energy", 1e6)],
  ["terawatt[- ]hours?|twh", one("energy", 1e9)],
  ["per ?cent(?! of the)|percent|%", one("ratio", 0.01)],
  ["percentage points?|points?", one("points", 1)],
  ["degrees? celsius|°c", one("temperature", 1, "c")],
  ["degrees? fahrenheit|°f", one("temperature", 1, "f")],
  ["degrees?", one("temperature", 1)],
];

const CURRENCIES: [string, string][] = [
  ["us dollars?|american dollars?|dollars?", "usd"],
  ["cents?", "usd"],
  ["euros?", "eur"],
  ["pounds sterling", "gbp"],
  ["yen", "jpy"],
  ["yuan|renminbi", "cny"],
  ["rupees?", "inr"],
  ["rou?bles?", "rub"],
  ["francs?", "chf"],
  ["(?:\\w+ )?(?:crowns?|kronor|kroner|krone|krona)", "crown"],
  ["pesos?", "peso"],
  ["liras?|lire", "lira"],
  ["rand", "zar"],
  ["shekels?", "ils"],
  ["dinars?", "dinar"],
  ["rials?|riyals?", "rial"],
  ["zlot(?:y|ys)", "pln"],
  ["won", "krw"],
  ["reais|real", "brl"],
];
const SIGNS: Record<string, string> = {
  $: "usd",
  "€": "eur",
  "£": "gbp",
  "¥": "jpy",
  "₹": "inr",
  "₽": "rub",
  "₪": "ils",
};

const AFTER: { pattern: RegExp; unit: Unit }[] = [
  ...TABLE.map(([words, unit]) => ({ words, unit })),
  ...CURRENCIES.map(([words, tag]) => ({ words, unit: one("money", 1, tag) })),
]
  .sort((a, b) => b.words.length - a.words.length)
  .map(({ words, unit }) => ({ pattern: new RegExp(`^[ -]?(?:${words})(?![\\w])`, "iu"), unit }));

/** The unit that follows a number, with the length of its words; the longest fit wins. Null where none does. */
export function unitAfter(rest: string): { unit: Unit; length: number } | null {
  let best: { unit: Unit; length: number } | null = null;
  for (const { pattern, unit } of AFTER) {
    const match = pattern.exec(rest);
    if (match && match[0].length > (best?.length ?? 0)) best = { unit, length: match[0].length };
  }
  return best;
}

/** The currency sign directly before a number ("US$", "£"), or null. */
export function currencyBefore(before: string): { tag: string; length: number } | null {
  const match = /(?:US|A|C|NZ|HK)?([$€£¥₹₽₪])\s?$/u.exec(before);
  if (!match) return null;
  const prefix = match[0].slice(0, match[0].indexOf(match[1]!));
  return {
    tag: prefix && prefix !== "US" ? `${prefix.toLowerCase()}usd` : SIGNS[match[1]!]!,
    length: match[0].length,
  };
}
