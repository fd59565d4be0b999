import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Tokenizer } from "tokenizers";
import { describe, expect, it } from "vitest";
import { readVocabulary, wordPieces } from "./wordpiece.ts";

const folder = join(import.meta.dirname, "..", "..", "models", "attribution");
const lines = readFileSync(join(folder, "vocab.txt"), "utf8").trimEnd().split("\n");
const vocabulary = readVocabulary(lines.join("\n"));

/** The reference library's uncased BERT tokenizer over the same vocabulary. */
const reference = Tokenizer.fromString(
  JSON.stringify({
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: null,
    decoder: null,
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(lines.map((piece, id) => [piece, id])),
    },
  }),
);

/** Ids and UTF-16 offsets as the reference gives them; it counts code points. */
async function expected(text: string) {
  const encoding = await reference.encode(text, null, { addSpecialTokens: false });
  const units = [0];
  for (const ch of text) units.push(units.at(-1)! + ch.length);
  return encoding
    .getIds()
    .map((id: number, i: number) => [id, ...encoding.getOffsets()[i]!.map((n: number) => units[n]!)]);
}

function actual(text: string) {
  const { ids, start, end } = wordPieces(vocabulary, text);
  return ids.map((id, i) => [id, start[i]!, end[i]!]);
}

const NASTY = [
  "“We won’t,” Ms. Ångström-O’Neil said — ‘not now’ — on 3/4/2017 at 10:30 a.m.",
  "Ǆ İstanbul ĿL ŉ ß ﬁnance ½ № ™ K Å ΣΑΣ ς",
  "cafe\u0301 nai\u0308ve \u0301lone e\u0301\u0302\u0303x Z\u0335a",
  "emoji 😀👩‍👩‍👧‍👦🇫🇷 a😀b 👍🏽!",
  "北京市長 said 東京 カタカナ ひらがな 한국어 ไทย हिन्दी עברית العربية",
  "zero\u200bwidth \u200djoin soft\u00adhyphen bom\ufeffhere null\u0000x repl\ufffdx \u0085 \u2028 \u3000x",
  "tab\there\nline\r\nend\u00a0nbsp",
  `${"a".repeat(99)} ${"b".repeat(100)} ${"c".repeat(101)} ${"ab1".repeat(60)}`,
  "[CLS] [SEP] ##ing [unused1] <b>x</b> $1,000.50 50% a_b a+b=c ~`^|",
  "𝒜𝓁𝒾𝒸ℯ 𐐀𐐨 \u{20000}\u{2a6d6}",
  "",
  "   \n\t ",
];

describe("wordPieces", () => {
  it.each(NASTY)("gives the reference's ids and offsets: %j", async (text) => {
    expect(actual(text)).toEqual(await expected(text));
  });

  it("agrees on every character of the first planes' common scripts, inside and after a word", async () => {
    // The reference knows Unicode as of 2015; marks and accents added since are in none of these ranges.
    const ranges = [
      [0x01, 0x600],
      [0x900, 0x9fc],
      [0x1100, 0x1200],
      [0x1e00, 0x2e3f],
      [0x3000, 0x3400],
      [0xf900, 0xfffe],
      [0x1f300, 0x1fa00],
    ] as const;
    const wrong: string[] = [];
    for (const [from, to] of ranges) {
      for (let code = from; code < to; code++) {
        const ch = String.fromCodePoint(code);
        const text = `ab${ch}cd ${ch}e${ch}`;
        if (JSON.stringify(actual(text)) !== JSON.stringify(await expected(text)))
          wrong.push(code.toString(16));
      }
    }
    expect(wrong).toEqual([]);
  });

  it("tokenizes a stretch with offsets of the whole text", () => {
    const text = "Nothing here. She said so.";
    const { start, end } = wordPieces(vocabulary, text, 14);
    expect(text.slice(start[0], end[0])).toBe("She");
  });
});
