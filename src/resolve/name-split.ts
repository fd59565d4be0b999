import { fold } from "./fold.ts";
import { PARTICLES } from "./lexicon/closed.ts";
import { isGivenName } from "./lexicon/given.ts";
import { COMPANY_TAILS, singular, TITLE_MODIFIERS } from "./lexicon/nouns.ts";
import { adjacent, bodyHead, isDemonym, isTitle, type NameRun, NUMBERED } from "./name-words.ts";
import { demonymKey, isKnownCountry, seatKey } from "./places.ts";
import type { Token } from "./tokens.ts";

const SUFFIXES = /^(?:jr\.?|sr\.?|ii|iii|iv)$/;
const MIDDLE_TITLES = new Set(
  `president minister secretary chancellor senator representative congressman congresswoman governor mayor commissioner
  ambassador chairman chairwoman premier spokesman spokeswoman spokesperson speaker executive attorney prosecutor director sheriff superintendent
  foreman commander coach manager captain gov. sen. rep. gen. mp chief ceo cfo coo`.split(/\s+/),
);
const PLURAL_OWNERS = /^(?:people|men|women|children)$/;
/** What parties and headlines put before a name: "Republican Donald Wren", "GOP nominee". */
const PARTY_WORDS =
  /^(?:republican|democrat|democratic|gop|conservative|liberal|tory|libertarian|socialist|independent|labour)$/;

/** Last token of the name that begins at a token: what may still belong to it. */
export function extend(
  tokens: readonly Token[],
  text: string,
  start: number,
  isName: (index: number, inside: boolean) => boolean,
): number {
  let last = start;
  let joined = false;
  const next = (index: number) => adjacent(tokens, text, index - 1, index);
  const capital = (index: number) => isName(index, true) && !tokens[index]!.first;
  for (;;) {
    const k = last + 1;
    const token = tokens[k];
    if (!token) return last;
    const current = tokens[last]!.lower;
    if (next(k) && capital(k) && text.slice(tokens[last]!.end, token.start).length > 0) {
      last = k;
      continue;
    }
    if (next(k) && PARTICLES.has(token.lower)) {
      const after = PARTICLES.has(tokens[k + 1]?.lower ?? "") && next(k + 1) ? k + 2 : k + 1;
      if (next(after) && capital(after)) {
        last = after;
        continue;
      }
    }
    // 'Barry "Cod Almighty" Plunkett': a nickname stands inside the name
    if (
      /^["“‘'(]$/.test(token.text) &&
      tokens[last]!.capital &&
      [start, start + 1].some((at) => at <= last && isGivenName(fold(tokens[at]!.text)))
    ) {
      let end = k + 1;
      while (end < k + 5 && tokens[end]?.word) end++;
      if (
        end > k + 1 &&
        /^["”’')]$/.test(tokens[end]?.text ?? "") &&
        next(end + 1) &&
        capital(end + 1) &&
        tokens[k]!.text !== "("
      ) {
        last = end + 1;
        continue;
      }
    }
    if (token.text === "," && tokens[k + 1] && SUFFIXES.test(tokens[k + 1]!.lower)) {
      last = k + 1;
      continue;
    }
    if (token.text === "&" && capital(k + 1)) {
      last = k + 1;
      continue;
    }
    if (next(k) && /^\d+$/.test(token.text) && NUMBERED.has(current)) {
      last = k;
      continue;
    }
    const numbered = /^\d+$/.test(current) && NUMBERED.has(tokens[last - 1]?.lower ?? "");
    if (next(k) && /^(?:of|for)$/.test(token.lower) && (bodyHead(current) || numbered)) {
      const after = tokens[k + 1]?.lower === "the" ? k + 2 : k + 1;
      if (next(after) && (capital(after) || (current === "group" && /^\d+$/.test(tokens[after]!.text)))) {
        last = after;
        joined = true;
        continue;
      }
    }
    if (
      joined &&
      token.lower === "and" &&
      next(k) &&
      next(k + 1) &&
      capital(k + 1) &&
      bodyTail(tokens, k + 1)
    ) {
      last = k + 1;
      continue;
    }
    // "the Federated Dock and Quay Union": one name, where the text never gives its first part alone
    if (
      token.lower === "and" &&
      tokens[start - 1]?.lower === "the" &&
      next(k) &&
      next(k + 1) &&
      capital(k + 1)
    ) {
      let end = k + 1;
      while (next(end + 1) && capital(end + 1)) end++;
      const first = text.slice(tokens[start]!.start, tokens[last]!.end);
      const words = tokens.slice(start, last + 1);
      const other = words.some(
        (word) => bodyHead(word.lower) || isTitle(word.lower) || isGivenName(fold(word.text)),
      );
      const place = isKnownCountry(first) || seatKey(first) !== null || isDemonym(tokens, start);
      if (end > k + 1 && bodyHead(tokens[end]!.lower) && !other && !place && !standsAlone(text, first)) {
        last = end;
        continue;
      }
    }
    const owner = /^['’]s$/.test(token.text)
      ? PLURAL_OWNERS.test(current) || tokens[last - 1]?.lower.startsWith("st")
      : false;
    const plural = /^['’]$/.test(token.text) && current.endsWith("s");
    if ((owner || plural) && token.start === tokens[last]!.end && next(k + 1) && capital(k + 1)) {
      let end = k + 1;
      while (next(end + 1) && capital(end + 1)) end++;
      if (bodyHead(tokens[end]!.lower)) {
        last = end;
        continue;
      }
    }
    return last;
  }
}

function standsAlone(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!/^ and \p{Lu}/u.test(text.slice(at + words.length))) return true;
  return false;
}

/** "Department of Health and Human Services": what follows "and" still belongs to the body's name. */
function bodyTail(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  if (isKnownCountry(token.text) || isTitle(token.lower) || isGivenName(fold(token.text))) return false;
  const after = tokens[index + 1];
  return after === undefined || !after.capital || bodyHead(after.lower);
}

/** Parts a run of capitals into names with their titles: "Kestria President Ilona Vasarin" gives two. */
export function split(tokens: readonly Token[], first: number, last: number): NameRun[] {
  const words = [];
  for (let k = first; k <= last; k++) words.push(tokens[k]!.lower);
  const lastWord = words.at(-1)!;
  const joinAt = words.findIndex((word) => word === "of" || word === "for");
  const headWord =
    joinAt > 0
      ? /^\d+$/.test(words[joinAt - 1]!)
        ? (words[joinAt - 2] ?? "")
        : words[joinAt - 1]!
      : /^\d+$/.test(lastWord)
        ? (words.at(-2) ?? "")
        : lastWord;
  const tail = words.length > 1 && joinAt < 0 && COMPANY_TAILS.has(lastWord) && !isTitle(words[0]!);
  const bodyLike =
    tail || (bodyHead(headWord) && !(words.length === 1 && isTitle(headWord) && !bodyHead(headWord)));
  const demonym = words.length > 1 && isDemonym(tokens, first) ? demonymKey(tokens[first]!.text) : null;
  if (bodyLike && !endsInTitleName(words)) {
    return [{ first, last, core: first, titles: [], demonym, bodyLike: true }];
  }
  let begin = first;
  while (begin < last && PARTY_WORDS.test(tokens[begin]!.lower) && tokens[begin + 1]!.capital) begin++;
  if (demonym !== null && titleRun(words, 1) > 1) begin = first + 1;
  const offset = begin - first;
  const titleEnd = titleRun(words, offset);
  // "Mr. King", "Ms. Dean": the word after Mr. is a surname whatever else it means
  if (
    titleEnd === words.length &&
    titleEnd > offset + 1 &&
    /^(?:mr|mrs|ms|miss|dr)\.?$/.test(words[titleEnd - 2]!)
  ) {
    const titles = tokens.slice(begin, last).map((token) => token.text);
    return [{ first: begin, last, core: last, titles, demonym, bodyLike: false }];
  }
  // "Special Envoy Ms. Lhamo Tsering-Roy": whatever stands before Ms. is a title
  const honorific = words.findIndex(
    (word, k) =>
      k >= titleEnd &&
      k > offset &&
      k < words.length - 1 &&
      /^(?:mr|mrs|ms|miss|dr|smt|shri|h\.e)\.?$/.test(word),
  );
  if (honorific > 0 && !words.includes("of")) {
    const titles = tokens.slice(begin, first + honorific + 1).map((token) => token.text);
    return [{ first, last, core: first + honorific + 1, titles, demonym, bodyLike: false }];
  }
  if (titleEnd > offset) {
    const titles = tokens.slice(begin, first + titleEnd).map((token) => token.text);
    return [{ first, last, core: first + titleEnd, titles, demonym, bodyLike: false }];
  }
  for (let k = offset + 1; k < words.length - 1; k++) {
    if (!MIDDLE_TITLES.has(words[k]!) || SUFFIXES.test(words[k + 1]!)) continue;
    let from = k;
    while (from > offset + 1 && TITLE_MODIFIERS.has(words[from - 1]!)) from--;
    let core = k + 1;
    while (core < words.length && isTitle(words[core]!)) core++;
    if (core >= words.length) break;
    const before: NameRun = {
      first: begin,
      last: first + from - 1,
      core: begin,
      titles: [],
      demonym: null,
      bodyLike: bodyHead(words[from - 1]!),
    };
    const titles = tokens.slice(first + from, first + core).map((token) => token.text);
    return [
      before,
      { first: first + from, last, core: first + core, titles, demonym: null, bodyLike: false },
    ];
  }
  return [{ first: begin, last, core: begin, titles: [], demonym: null, bodyLike: false }];
}

/** Index after the titles that begin at `from`; `from` where there are none. */
function titleRun(words: readonly string[], from: number): number {
  let end = from;
  for (let k = from; k < words.length; k++) {
    const word = words[k]!;
    if (
      isTitle(word) ||
      (k === from && isTitle(singular(word))) ||
      word === "h.e." ||
      (word === "executive" && k > from)
    )
      end = k + 1;
    else if (!TITLE_MODIFIERS.has(word) && !(word === "of" && end === k) && word !== "house") break;
    else if (word === "of") break;
  }
  return end;
}

/** "Chief Executive Leland Bank": a title before decides for a person although the last word could head a body. */
function endsInTitleName(words: readonly string[]): boolean {
  const end = titleRun(words, 0);
  return (
    end > 0 &&
    end < words.length &&
    !words.includes("of") &&
    words.length - end <= 3 &&
    (isGivenName(fold(words[end]!)) ||
      /^(?:mr|mrs|ms|dr|executive|president|gov|sen|rep|prof|sir|miss)\.?$/.test(words[end - 1]!))
  );
}
