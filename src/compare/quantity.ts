import { momentsIn } from "./moment.ts";
import { type NumberSpan, numbersIn } from "./number.ts";
import { currencyBefore, type Dimension, unitAfter } from "./unit.ts";
import { rootOf } from "./vocabulary.ts";

/** A measured value in a text, in base units, with what it measures and how exactly. */
export interface Quantity {
  start: number;
  end: number;
  text: string;
  dimension: Dimension;
  /** Currency or other tag that must agree; "" where none. */
  tag: string;
  low: number;
  high: number;
  /** Rounding step in base units. */
  step: number;
  /** "about", "some", "nearly", "estimated"; vague words too. */
  approximate: boolean;
  /** What the words leave open: nothing, everything above, everything below. */
  bound: "exact" | "above" | "below";
  /** The head word of what is counted ("worker"), lower case as written; "" where none stands beside it. */
  noun: string;
  /** Roots of the nouns shortly before it ("a deficit of 5.1 percent" → deficit): what a share or sum measures. */
  about: string[];
  /** Text of the words between number and head ("severely injured"). */
  modifiers: string;
  /** A part of a whole: "14 of the 31", "nine in 10". */
  ofWhole: boolean;
  /** The whole that a part is taken of, where the text gives it: 640 for "347 of 640". */
  whole: number | null;
  /** True where the number only names or orders something ("Unit 4", "4th", "the 24-year-old", "first"). */
  name: boolean;
  /** time: a.m./p.m. open; date: weekday alone. */
  open: boolean;
}

const ABOUT =
  /\b(?:about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated|circa|or so|just under|just over|a little over|a little under|well over|as many as|up to|in the region of|in the order of|perhaps|maybe|put at)\s*$/i;
const ABOVE =
  /\b(?:more than|over|at least|no (?:fewer|less) than|upwards? of|above|exceed(?:s|ed|ing)?|a little over|just over|well over|not less than|in excess of|minimum of)\s*(?:the\s*)?$/i;
const BELOW =
  /\b(?:fewer than|less than|under|at most|no more than|not more than|below|up to|as many as|as much as|a maximum of|just under|within|short of)\s*(?:the\s*)?$/i;
const SLIGHT = /\b(?:a little|just|slightly|nearly|almost) (?:over|under|more than|less than)?\s*$/i;

/** All quantities of a text, left to right. `now` is the document's date (see momentsIn). */
export function quantitiesIn(text: string, now: string | null): Quantity[] {
  const moments = momentsIn(text, now);
  const found: Quantity[] = moments.map((moment) => ({
    start: moment.start,
    end: moment.end,
    text: text.slice(moment.start, moment.end),
    dimension: moment.dimension,
    tag: "",
    low: moment.low,
    high: moment.high,
    step: 1,
    approximate: ABOUT.test(text.slice(0, moment.start)),
    bound: boundOfMoment(text.slice(Math.max(0, moment.start - 30), moment.start)),
    noun: "",
    about: [],
    modifiers: "",
    ofWhole: false,
    whole: null,
    name: false,
    open: moment.open,
  }));
  const free = (span: { start: number; end: number }) =>
    !moments.some((moment) => moment.start < span.end && span.start < moment.end);
  found.push(...fractionsIn(text).filter(free));
  const numbers = numbersIn(text).filter(free);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    if (found.some((other) => other.start < number.end && number.start < other.end)) continue;
    const quantity = measured(text, number);
    // "between 40 and 50", "40 to 50": one range, with the second number's unit.
    const next = numbers[i + 1];
    const between = next ? text.slice(number.end, next.start) : "";
    if (next && /^\s?(?:to|and|or|-|–)\s?[$€£]?$/.test(between) && quantity.noun === "") {
      const second = measured(text, next);
      const open = /\bbetween\s*[$€£]?$/i.test(text.slice(0, number.start)) || !/and/.test(between);
      const alike = quantity.dimension === "count" || quantity.dimension === second.dimension;
      if (open && alike && next.low >= number.low) {
        const factor = next.low === 0 ? 1 : second.low / next.low;
        found.push({
          ...second,
          start: quantity.start,
          text: text.slice(quantity.start, second.end),
          low: number.low * factor,
        });
        i++;
        continue;
      }
    }
    // "three hours and ten minutes": one duration.
    const last = found.at(-1);
    if (last && quantity.dimension === "duration" && last.dimension === "duration") {
      if (/^(?:,? and|,)? ?$/.test(text.slice(last.end, quantity.start)) && quantity.low < last.low) {
        last.low += quantity.low;
        last.high += quantity.high;
        last.step = quantity.step;
        last.end = quantity.end;
        last.text = text.slice(last.start, last.end);
        continue;
      }
    }
    found.push(quantity);
  }
  return found.sort((a, b) => a.start - b.start);
}

function boundOfMoment(before: string): Quantity["bound"] {
  if (
    /\b(?:after|since|from|not before|no earlier than|no sooner than)(?: the)?(?: (?:end|middle|start|beginning) of)?\s*$/i.test(
      before,
    )
  )
    return "above";
  if (
    /\b(?:before|until|by|till|no later than|not later than)(?: the)?(?: (?:end|middle|start|beginning) of)?\s*$/i.test(
      before,
    )
  )
    return "below";
  return "exact";
}

/** Words that number a thing instead of counting it, when they stand right before the figure. */
const NAMING =
  /\b(?:unit|marker|line|no\.?|number|gate|route|article|section|chapter|page|room|flight|highway|channel|local|phase|type|version|level|stage|item|resolution|clause|case|model|act|bill|rule|area|district|block|grade|group of|g)\s?-?$/i;

function measured(text: string, number: NumberSpan): Quantity {
  const before = text.slice(Math.max(0, number.start - 40), number.start);
  const currency = currencyBefore(before);
  const rest = text.slice(number.end, number.end + 60);
  const unit = unitAfter(rest);
  const start = currency ? number.start - currency.length : number.start;
  let end = number.end;
  let dimension: Dimension = "count";
  let tag = "";
  let factor: [number, number] = [1, 1];
  if (currency) {
    dimension = "money";
    tag = currency.tag;
  } else if (unit) {
    dimension = unit.unit.dimension;
    tag = unit.unit.tag;
    factor = unit.unit.factor;
    end = number.end + unit.length;
  }
  const lead = currency ? before.slice(0, -currency.length) : before;
  const slight = SLIGHT.test(lead);
  const bound = ABOVE.test(lead) ? "above" : BELOW.test(lead) ? "below" : "exact";
  const tail = /^[ ]?(?:or so|or more|or less|or fewer|-plus|\+|at (?:least|most)|or thereabouts)\b/i.exec(
    text.slice(end),
  );
  // The 640 of "347 of the 640" is what the part is taken of.
  const whole =
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|thirds|quarter|percent|most|majority|minority)\b/i.test(
      before,
    ) &&
    /\b(?:out )?of (?:the |its |their |our |all )?$/i.test(before) &&
    dimension === "count";
  const age =
    /^[- ](?:year|month|week|day)s?[- ]old\b/i.test(rest) ||
    /^-(?:year|day|week|month|mile|foot|hour|minute|member|nation|point)-?/i.test(rest) ||
    /^(?:st|nd|rd|th)\b/i.test(rest);
  const { noun, modifiers, ofWhole } =
    dimension === "count" ? counted(text.slice(end, end + 80)) : headAfter(text.slice(end, end + 60));
  return {
    start,
    end,
    text: text.slice(start, end),
    dimension,
    tag,
    low: number.low * factor[0],
    high: number.high * factor[1],
    step: number.step * factor[1],
    approximate: number.vague || ABOUT.test(lead) || slight || /or so|thereabouts/i.test(tail?.[0] ?? ""),
    bound:
      tail && /more|plus|\+|least/i.test(tail[0])
        ? "above"
        : tail && /less|fewer|most/i.test(tail[0])
          ? "below"
          : bound,
    noun,
    about: dimension === "count" ? [] : nounsBefore(text, start),
    modifiers,
    ofWhole,
    whole: null,
    name:
      whole ||
      age ||
      (dimension === "count" &&
        (NAMING.test(before) || /[A-Z]$/.test(before.slice(-1)) || /-$/.test(before))),
    open: false,
  };
}

/** Words that end the noun phrase after a figure. */
const STOP =
  /^(?:in|on|at|of|to|from|by|for|with|who|that|which|were|was|are|is|be|been|had|have|has|and|or|but|as|than|after|before|will|would|could|did|do|into|over|under|during|when|where|while|the|a|an|it|not|out|said|he|she|they|we|since|until|last|this|next|so|if|per|more|less|each)$/i;

/** What a bare number counts: "14 injured workers" → worker, "14 of the miners" → miner (part of a whole). */
function counted(after: string): { noun: string; modifiers: string; ofWhole: boolean } {
  const whole = /^ (?:out )?of (?!them|us)/i.exec(after);
  const rest = whole
    ? after.slice(whole[0].length).replace(/^(?:the|its|their|our|those|these|his|her|every) /i, "")
    : after.replace(/^ of (?:them|us)/i, "");
  if (/^ of (?:them|us)\b/i.test(after)) return { noun: "people", modifiers: "", ofWhole: true };
  const head = headAfter(whole ? ` ${rest.replace(/^\d[\d,]* /, "")}` : rest);
  return { ...head, ofWhole: whole !== null };
}

function headAfter(after: string): { noun: string; modifiers: string; ofWhole: boolean } {
  const match = /^[ -]((?:[\p{L}][\p{L}'’-]*[ ]?){1,5})/u.exec(after);
  if (!match) return { noun: "", modifiers: "", ofWhole: false };
  const words = match[1]!.trim().split(/\s+/);
  const end = words.findIndex((word) => STOP.test(word));
  const phrase = end < 0 ? words : words.slice(0, end);
  // The head of "seriously injured workers" is its last word; a past participle after it starts a new clause.
  const plural = phrase.findIndex((word) =>
    /(?:[^s]s|men|people|children|persons|police|staff|dead|cattle|sheep)$/i.test(word),
  );
  const at = plural >= 0 ? plural : Math.min(phrase.length, 2) - 1;
  const noun = at >= 0 ? phrase[at]!.toLowerCase().replace(/['’]s?$/, "") : "";
  return { noun, modifiers: phrase.slice(0, Math.max(0, at)).join(" ").toLowerCase(), ofWhole: false };
}

/** Roots of the plain words before a figure, nearest clause only. */
function nounsBefore(text: string, start: number): string[] {
  const before =
    text
      .slice(Math.max(0, start - 60), start)
      .split(/[.;:!?]/)
      .at(-1) ?? "";
  const words = before.toLowerCase().match(/[\p{L}]{4,}/gu) ?? [];
  return words
    .slice(-5)
    .filter(
      (word) =>
        !STOP.test(word) &&
        !/^(?:average|total|annual|weekly|monthly|daily|yearly|overall|extra|additional|about|some|nearly|almost|roughly|around|values?|valued|from|than)$/.test(
          word,
        ),
    )
    .map(rootOf);
}

const PARTS: Record<string, number> = {
  half: 0.5,
  third: 1 / 3,
  quarter: 0.25,
  fifth: 0.2,
  sixth: 1 / 6,
  tenth: 0.1,
  eighth: 0.125,
};
const SMALL: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  hundred: 100,
};

/** "nine in 10", "two-thirds", "576 out of 640", "a majority", "half": values of dimension ratio. */
function fractionsIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  const push = (
    start: number,
    end: number,
    value: number,
    rough: boolean,
    low?: number,
    high?: number,
    total: number | null = null,
  ) => {
    const lead = text.slice(Math.max(0, start - 40), start);
    const bound = ABOVE.test(lead) ? "above" : BELOW.test(lead) ? "below" : "exact";
    const head = headAfter(text.slice(end).replace(/^ of (?:the |its |their |our |all )?/i, " "));
    found.push({
      start,
      end,
      text: text.slice(start, end),
      dimension: "ratio",
      tag: "",
      low: low ?? value,
      high: high ?? value,
      step: rough ? 0.1 : 0.01,
      approximate: rough || ABOUT.test(lead),
      bound,
      noun: head.noun,
      about: nounsBefore(text, start),
      modifiers: head.modifiers,
      ofWhole: true,
      whole: total ?? wholeAfter(text.slice(end)),
      name: false,
      open: false,
    });
  };
  const small = "one|two|three|four|five|six|seven|eight|nine";
  const tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";
  const number = String.raw`(?:\d+(?:,\d{3})*|(?:${tens})(?:-(?:${small}))?|${small}|ten|eleven|twelve|hundred)`;
  const ratio = new RegExp(
    String.raw`(?<![\w-])(${number}) (?:in|out of|of every|in every|of(?: the| its| their)?(?= \d)) (?:every )?(${number})\b(?! (?:january|february|march|april|may|june|july|august|september|october|november|december))`,
    "giu",
  );
  for (const match of text.matchAll(ratio)) {
    const part = figure(match[1]!);
    const whole = figure(match[2]!);
    if (!(part < whole) || whole < 3) continue;
    push(
      match.index,
      match.index + match[0].length,
      part / whole,
      whole <= 10,
      undefined,
      undefined,
      whole > 10 ? whole : null,
    );
  }
  const share =
    /\b(?:(a|an|one|two|three|four|five|six|seven|eight|nine)[ -])?(half|halves|thirds?|quarters?|fifths?|sixths?|tenths?|eighths?)\b(?! (?:of )?(?:an? )?(?:hour|year|time|quarter|half|place|term|day|dozen|million|billion|leg|season|round|floor|party|division|brigade|regiment|world|reich|street))/gi;
  for (const match of text.matchAll(share)) {
    const name = match[2]!
      .toLowerCase()
      .replace(/halves/, "half")
      .replace(/s$/, "");
    if (name !== "half" && match[1] === undefined) continue;
    if (
      /\bthe (?:first|second|third|other|last)? ?$/i.test(text.slice(0, match.index)) &&
      match[1] === undefined
    )
      continue;
    push(
      match.index,
      match.index + match[0].length,
      (SMALL[(match[1] ?? "a").toLowerCase()] ?? 1) * PARTS[name]!,
      true,
    );
  }
  for (const match of text.matchAll(
    /\b(?:a |the )?(?:(?:vast |great |large |overwhelming |clear )?majority|(?<=^|[^\w])most(?= of (?:the|its|their|our)))\b/gi,
  ))
    push(match.index, match.index + match[0].length, 0.75, false, 0.5001, 1);
  for (const match of text.matchAll(/\ba (?:small )?minority\b/gi))
    push(match.index, match.index + match[0].length, 0.25, false, 0, 0.4999);
  return found.filter(
    (one, i) => !found.some((other, j) => j < i && other.start < one.end && one.start < other.end),
  );
}

/** "nine in 10 of the 640": the whole behind a share. */
function wholeAfter(rest: string): number | null {
  const match = /^ of (?:the |its |their |all )?(\d{1,3}(?:,\d{3})+|\d{2,})\b/.exec(rest);
  return match ? Number(match[1]!.replace(/,/g, "")) : null;
}

function figure(word: string): number {
  return SMALL[word.toLowerCase()] ?? numbersIn(word)[0]?.low ?? Number.NaN;
}
