/** Reads out of a role, a description or the words beside a name which bodies and persons they tie it to. */
import { BODY_NOUNS, GROUP_NOUNS, isPersonNoun, singular } from "../lexicon/nouns.ts";
import { MOUTHPIECE, PLAIN_PARTY, type Standing, standingOf } from "./nouns.ts";

/** The words for what somebody is tied to, and how. */
export interface RoleTie {
  /** As written, without an article: "Country Party", "council", "his", "Drevian". */
  phrase: string;
  how: Standing | "close" | "label";
  /** The noun of the role ("spokesman"), in lower case and singular; "" for a label or a clause ("who leads"). */
  noun: string;
}

interface Word {
  text: string;
  lower: string;
  /** Without "’s". */
  bare: string;
  owner: boolean;
  capital: boolean;
}

const SMALL = /^(?:of|for|and|to|de|la|du|del|der|von|van|the|&)$/;
const PRONOUN = /^(?:his|her|its|their|our|my|whose)$/;
/** Words that get a capital by their place alone, or in labels. */
const NO_NAME = /^(?:the|a|an|his|her|its|their|our|one|two|three|both|another|some|several|and|of|for)$/;
const PLAIN_FIRST =
  /^(?:prime|foreign|deputy|vice|acting|senior|former|chief|top|medical|managing|defen[cs]e|finance|interior|health|water|union|council|city|town|club|company|government|ministry|party|opposition|police|school|hospital|state|national|local|rebel|industry|hospital|team|palace|press|family|court)$/;
const PORTFOLIOS =
  /^(?:prime|foreign|interior|defen[cs]e|finance|justice|health|labou?r|education|trade|energy|water|transport|agriculture|environment|culture|home|economy|housing|party)$/;
const LEADS =
  /^(?:leads?|led|heads?|headed|chairs?|chaired|runs?|ran|represents?|represented|commands?|commanded|owns?|directs?|manages?|founded|oversees|coaches|captains|representing|leading|heading|chairing)$/;
const SPEAKS =
  /^(?:speaks?|spoke|speaking|works?|worked|working|acts?|acted|acting|sits?|appearing|appears|appeared|negotiates?|negotiating)$/;
const TIE = /^(?:of|for|at|to|with|from|on|in)$/;

/** Parts a role into words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[,;()–—]|[\p{L}\d][\p{L}\p{M}\d'’&.-]*|&/gu)) {
    if (/^[,;()–—]$/.test(match[0])) {
      words.push({ text: ",", lower: ",", bare: ",", owner: false, capital: false });
      continue;
    }
    const text = match[0].replace(/[.'’-]+$/, (end) => (/s['’]$/.test(match[0]) ? end : ""));
    const lower = text.toLowerCase();
    // labels of transcripts: "THE PRIME MINISTER"
    const shouted = text.length > 3 && text === text.toUpperCase();
    const bare = text.replace(/(?:['’]s|(?<=s)['’])$/, "");
    words.push({
      text,
      lower,
      bare,
      owner: bare !== text,
      capital:
        /^[\p{Lu}\d]/u.test(text) &&
        !(shouted && (isPersonNoun(lower) || BODY_NOUNS.has(lower))) &&
        !NO_NAME.test(lower) &&
        !(words.length === 0 && PLAIN_FIRST.test(bare.toLowerCase())),
    });
  }
  return words;
}

/** True where a word, singular or plural, is what a person or a mouthpiece is called. */
function isHead(word: Word | undefined, first = false): boolean {
  if (!word || word.text === ",") return false;
  const lower = word.bare.toLowerCase();
  const noun = singular(lower);
  // in "Dock Workers Union" and "Country Party" they are parts of names
  if (word.capital && !first) return noun === lower && isPersonNoun(noun);
  return isPersonNoun(noun) || MOUTHPIECE.test(noun);
}

function isBodyNoun(lower: string): boolean {
  const one = singular(lower);
  return (
    BODY_NOUNS.has(one) ||
    GROUP_NOUNS.has(lower) ||
    /^(?:opposition|prosecution|defen[cs]e|plaintiff|claimant|famil(?:y|ies)|chancellery|estate|farm|zoo|mine|camp|ensemble|clan|tribe|community|chapter|convent|shrine|initiative|circle|ring|collective|yard|works|plant|factory|mill|quarry|brewery|parish|temple|cathedral|festival|coastguard|list|ticket|slate|newsroom|house|shop|theatre|ministry|island|village)$/.test(
      one,
    ) ||
    PLAIN_PARTY.test(one)
  );
}

/** The phrase that starts at a word: a name, a described body, an office; null where it is none. */
function phraseAt(words: readonly Word[], from: number): { phrase: string; next: number } | null {
  let at = from;
  while (/^(?:the|a|an|both|all|some|other|two|three|several|one|another)$/.test(words[at]?.lower ?? ""))
    at++;
  const first = words[at];
  if (!first || first.text === ",") return null;
  if (PRONOUN.test(first.lower)) {
    const rest = phraseAt(words, at + 1);
    return {
      phrase: rest && !words[at + 1]!.capital ? `${first.lower} ${rest.phrase}` : first.lower,
      next: rest?.next ?? at + 1,
    };
  }
  if (first.capital) {
    const parts: string[] = [];
    let k = at;
    for (; k < words.length; k++) {
      const word = words[k]!;
      if (word.text === ",") break;
      if (!word.capital) {
        // "Safe Road to Garrow", "Ministry of Water"
        const beyond = words[k + 1]?.lower === "the" ? k + 2 : k + 1;
        if (!SMALL.test(word.lower) || word.lower === "the" || !words[beyond]?.capital || parts.length === 0)
          break;
        if (word.lower === "and" && isHead(words[beyond])) break;
        parts.push(...words.slice(k, beyond).map((one) => one.text));
        k = beyond - 1;
        continue;
      }
      parts.push(word.bare);
      if (word.owner && !(/s['’]$/.test(word.text) && words[k + 1]?.capital)) {
        k++;
        break;
      }
    }
    // "Homestead group", "Thornwell workers"
    const noun = words[k];
    const owned = words[k - 1]!.owner;
    if (!owned && noun && !noun.capital && isBodyNoun(noun.lower) && !isPersonNoun(singular(noun.lower)))
      return { phrase: `${parts.join(" ")} ${noun.bare}`, next: k + 1 };
    return { phrase: parts.join(" "), next: k };
  }
  const parts: string[] = [];
  for (let k = at; k < words.length && k < at + 5; k++) {
    const word = words[k]!;
    if (word.text === "," || TIE.test(word.lower) || word.lower === "and" || word.capital) break;
    const joined =
      word.owner &&
      words[k + 1] &&
      !words[k + 1]!.capital &&
      isBodyNoun(words[k + 1]!.lower) &&
      /s['’]$/.test(word.text);
    // "the cleaning firm Nitor"
    const named = words[k + 1];
    if (named?.capital && isBodyNoun(word.lower) && !isPersonNoun(singular(word.lower)) && !word.owner)
      return phraseAt(words, k + 1);
    parts.push(joined ? word.text : word.bare);
    if (word.owner && !joined) return { phrase: parts.join(" "), next: k + 1 };
  }
  while (parts.length > 0 && !isBodyNoun(parts.at(-1)!) && !isPersonNoun(singular(parts.at(-1)!)))
    parts.pop();
  return parts.length > 0 ? { phrase: parts.join(" "), next: at + parts.length } : null;
}

/** What a description says that somebody is: the head of each of its phrases, singular. */
export function nounsOf(text: string): string[] {
  const words = wordsOf(text);
  const found: string[] = [];
  for (let k = 0; k < words.length; k++) {
    if (words[k]!.capital || words[k]!.owner) continue;
    const next = words[k + 1];
    const ends =
      !next ||
      next.text === "," ||
      TIE.test(next.lower) ||
      /^(?:who|whose|that|which|and|said|says|when|where|shown|next)$/.test(next.lower);
    const begins = !words.slice(Math.max(0, k - 4), k).some((word) => TIE.test(word.lower));
    if (ends && begins) found.push(singular(words[k]!.lower));
    // "the drivers of the night shift": what follows belongs to what was said
    if (next && TIE.test(next.lower)) while (k < words.length && words[k]!.text !== ",") k++;
  }
  return found;
}

/**
 * Ties of a role: "the deputy leader of the Country Party", "who speaks for Safe Road to Garrow", "his spokesman",
 * "Homestead leader", "a person close to Palloway", or a label alone ("Civic Union").
 */
export function readRole(text: string, label = true): RoleTie[] {
  const words = wordsOf(text);
  const ties: RoleTie[] = [];
  const add = (phrase: string | undefined, how: RoleTie["how"], noun: string) => {
    if (phrase && !ties.some((tie) => tie.phrase === phrase && tie.how === how))
      ties.push({ phrase, how, noun });
  };
  let heads = 0;
  for (let k = 0; k < words.length; k++) {
    const word = words[k]!;
    if (
      LEADS.test(word.lower) &&
      !isHead(words[k + 1]) &&
      !/^(?:against|for)$/.test(words[k + 1]?.lower ?? "")
    ) {
      add(phraseAt(words, k + 1)?.phrase, "voice", "");
      heads++;
    } else if (SPEAKS.test(word.lower) && /^(?:for|at|with|on)$/.test(words[k + 1]?.lower ?? "")) {
      const far =
        words[k + 1]!.lower === "on"
          ? words.findIndex((one, index) => index > k && one.lower === "of")
          : k + 1;
      if (far > 0) add(phraseAt(words, far + 1)?.phrase, /^work/.test(word.lower) ? "member" : "voice", "");
      heads++;
    } else if (/^(?:runs|ran|running|stands|stood|standing)$/.test(word.lower)) {
      // "who runs against him for the list Open Kessaly"
      const tie = words.findIndex((one, index) => index > k && index < k + 5 && one.lower === "for");
      if (tie > 0) add(phraseAt(words, tie + 1)?.phrase, "voice", "");
    } else if (
      /^(?:hired|engaged|commissioned|employed|retained|paid|appointed|sent)$/.test(word.lower) &&
      words[k + 1]?.lower === "by"
    ) {
      add(phraseAt(words, k + 2)?.phrase, "member", "");
    } else if (word.lower === "close" && words[k + 1]?.lower === "to") {
      add(phraseAt(words, k + 2)?.phrase, "close", "");
    } else if (word.lower === "whose" && words[k + 1]?.capital) {
      add(phraseAt(words, k + 1)?.phrase, "voice", "");
    }
    // "chairs the League" is the verb
    if (
      !isHead(word, k === 0) ||
      (LEADS.test(word.lower) &&
        !/^(?:of|for|at|said|says)$/.test(words[k + 1]?.lower ?? "") &&
        words[k + 1] &&
        words[k + 1]!.text !== ",")
    )
      continue;
    // the last noun of a run is the head: "deputy prime minister", "team doctor"
    if (isHead(words[k + 1]) && !words[k]!.owner) continue;
    heads++;
    const noun = singular(word.bare.toLowerCase());
    const standing = standingOf(noun);
    before(words, k, standing, noun, add);
    after(words, k, standing, noun, add);
  }
  if (
    label &&
    heads === 0 &&
    words.some((word) => word.capital) &&
    words.every((word) => word.capital || SMALL.test(word.lower))
  ) {
    add(phraseAt(words, 0)?.phrase, "label", "");
  } else if (label && heads === 0 && words.length === 1 && isBodyNoun(words[0]!.lower)) {
    add(words[0]!.lower, "label", "");
  }
  return ties;
}

const STOPS =
  /^(?:of|for|at|to|with|from|on|in|by|as|the|a|an|and|or|but|who|that|which|said|says|told|is|was|are|were|has|had|have|his|her|its|their|our|my)$|ed$/;

type Add = (phrase: string | undefined, how: RoleTie["how"], noun: string) => void;

/** Owners and names before the noun: "Salvetia’s foreign minister", "Country Party leader", "the council’s leader". */
function before(words: readonly Word[], at: number, standing: Standing, noun: string, add: Add): void {
  // "her Kessarian counterpart" is Kessaria's, whoever she is
  if (/^(?:counterpart|colleague)$/.test(noun)) {
    if (words[at - 1]?.capital && !words[at - 1]!.owner) add(words[at - 1]!.bare, "voice", noun);
    return;
  }
  let start = at;
  while (start > 0 && words[start - 1]!.text !== "," && at - start < 9) start--;
  for (let k = at; k >= start; k--) {
    const word = words[k]!;
    if (word.owner && k < at) {
      // back to where the owner's name or noun phrase begins
      let from = k;
      while (
        from > start &&
        (words[from - 1]!.capital || (!word.capital && isBodyNoun(words[from - 1]!.lower)))
      )
        from--;
      if (word.capital)
        while (
          from > start + 1 &&
          SMALL.test(words[from - 1]!.lower) &&
          words[from - 1]!.lower !== "the" &&
          words[from - 2]!.capital
        ) {
          from -= 2;
          while (from > start && words[from - 1]!.capital) from--;
        }
      add(phraseAt(words.slice(0, k + 1), from)?.phrase, standing, noun);
      return;
    }
    if (PRONOUN.test(word.lower) && k < at) {
      add(word.lower === "whose" ? undefined : word.lower, standing, noun);
      return;
    }
    if (k < at && TIE.test(word.lower) && word.lower !== "of") break;
  }
  // the words right before it, titles and portfolios left out
  let k = at - 1;
  while (
    k >= start &&
    (isHead(words[k]) ||
      /^(?:deputy|vice|former|acting|senior|chief|financial|operating|technical|commercial|sporting|new|old|top|other|foreign|prime|managing|medical|legal|press|general|first|joint|national|regional|local)$/.test(
        words[k]!.lower,
      ))
  )
    k--;
  if (k < start) return;
  while (
    k >= start &&
    /^(?:minister|ministry|secretary|department)$/.test(noun) &&
    PORTFOLIOS.test(words[k]!.lower)
  )
    k--;
  if (k < start) return;
  const last = words[k]!;
  if (last.capital) {
    let from = k;
    while (
      from > start &&
      (words[from - 1]!.capital ||
        (SMALL.test(words[from - 1]!.lower) && words[from - 1]!.lower !== "the" && words[from - 2]?.capital))
    )
      from--;
    while (from < k && isHead(words[from])) from++;
    add(bareWords(words, from, k), standing, noun);
    return;
  }
  // "Drevian duty officer"
  let c = k;
  while (
    c > start &&
    k - c < 3 &&
    !words[c]!.capital &&
    !isBodyNoun(words[c]!.lower) &&
    !STOPS.test(words[c]!.lower)
  )
    c--;
  if (c < k && words[c]!.capital) {
    add(words[c]!.bare, standing, noun);
    return;
  }
  if (isBodyNoun(last.lower)) {
    let from = k;
    while (from > start && words[from - 1]!.capital) from--;
    add(bareWords(words, from, k), standing, noun);
  }
}

function bareWords(words: readonly Word[], first: number, last: number): string {
  return words
    .slice(first, last + 1)
    .map((one) => one.bare)
    .join(" ");
}

/** "of the Country Party", "for the company", "of water of Arland", "at Veltra". */
function after(words: readonly Word[], at: number, standing: Standing, noun: string, add: Add): void {
  let k = at + 1;
  let how: RoleTie["how"] = standing;
  let first = true;
  while (k < words.length && k < at + 12) {
    const word = words[k]!;
    if (word.text === "," || !TIE.test(word.lower)) {
      if (first && /^(?:close|representing|acting|speaking)$/.test(word.lower)) return;
      if (word.text === "," || word.lower === "who" || word.lower === "and") return;
      k++;
      continue;
    }
    // an ambassador to a country is not that country's
    if (word.lower === "to" && /^(?:ambassador|envoy|consul|emissary|threat|close)$/.test(noun)) return;
    if (word.lower === "in" || word.lower === "on" || word.lower === "with") {
      const inOffice = word.lower === "in" && /^(?:government|office|cabinet)$/.test(noun);
      if (first && word.lower === "with") how = "member";
      else if (!first || !inOffice) {
        k++;
        first = false;
        continue;
      }
    }
    if (word.lower === "at" && /^(?:deputy|minister|president)$/.test(noun)) return;
    if (word.lower === "from") how = standing === "voice" ? "member" : standing;
    const found = phraseAt(words, k + 1);
    if (found) add(found.phrase, how, noun);
    k = Math.max(found?.next ?? k + 1, k + 1);
    first = false;
    // "the leader of Labour Renewal and deputy prime minister"
    if (words[k]?.lower === "and") return;
  }
}
