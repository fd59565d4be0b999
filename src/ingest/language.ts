import { detectAll } from "tinyld";

/** English words of grammar that other languages hardly share ("in", "an", "is", "was" and "me" are left out). */
const GRAMMAR = new Set(
  (
    "the of and to that for with on by from at as it its he his she her they their them we our you your this these " +
    "those which who whom whose what when where how but not or nor if than then are were been being be have has had " +
    "will would could should may might can did does there about after before over between into through during " +
    "against under because while until said says told i'm don't didn't i’m don’t didn’t it's it’s all more most some"
  ).split(" "),
);

/** Shares of grammar words: English prose has 0.3 to 0.5, other languages of Europe below 0.06. */
const CLEARLY_ENGLISH = 0.15;
const CLEARLY_OTHER = 0.07;
const FEW_WORDS = 20;

/**
 * The language of a text as a two-letter code, or null where nothing is clear. The share of English words of
 * grammar decides, since letter statistics take English full of foreign names for something else; only a text
 * that hardly has such words is called another language, and then by tinyld.
 */
export function detectLanguage(text: string): string | null {
  const sample = text.length > 20_000 ? text.slice(0, 20_000) : text;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters * 0.4) return other(sample);
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+(?:[’'][\p{L}]+)*/gu) ?? [];
  const share = words.filter((word) => GRAMMAR.has(word)).length / words.length;
  if (share >= CLEARLY_ENGLISH) return "en";
  if (words.length < FEW_WORDS) return share === 0 && words.length >= 4 ? certain(sample) : null;
  return share < CLEARLY_OTHER ? certain(sample) : null;
}

/** tinyld's answer over the sentences in lower case (names stand out less), where it is sure and not English. */
function certain(sample: string): string | null {
  const [best, second] = detectAll(sample.slice(0, 3000).toLowerCase());
  if (!best || best.lang === "en" || best.accuracy < 0.5) return null;
  if (second && second.accuracy > best.accuracy * 0.6) return null;
  // Languages without many speakers or writers come out for lists of names.
  return MAJOR.has(best.lang) ? best.lang : null;
}

const MAJOR = new Set(
  (
    "de fr es pt it nl sv no da fi is pl cs sk hu ro bg sr hr sl et lv lt el tr ru uk be ar he fa ur hi bn ta te zh ja " +
    "ko vi th id ms tl sw ca eu gl ga cy sq mk ka hy az kk mn my km lo am so ha yo af eo la"
  ).split(" "),
);

function other(sample: string): string {
  return detectAll(sample.slice(0, 3000))[0]?.lang ?? "und";
}
