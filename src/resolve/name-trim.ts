import { fold } from "./fold.ts";
import { DETERMINERS, PARTICLES } from "./lexicon/closed.ts";
import { isGivenName } from "./lexicon/given.ts";
import { isPersonNoun, singular, TITLE_MODIFIERS } from "./lexicon/nouns.ts";
import { adjacent, bodyHead, isTitle, type NameRun } from "./name-words.ts";
import { demonymKey, isKnownCountry } from "./places.ts";
import { PORTFOLIO } from "./ties.ts";
import type { Token } from "./tokens.ts";

/** Takes from the names of a document what only stands before them, and gives titles of several words to whom they belong. */
export function trimNames(tokens: readonly Token[], text: string, runs: NameRun[]): NameRun[] {
  const trimmed = trimOpeners(
    tokens,
    trimPrefixes(tokens, partPlaces(tokens, text, joinOffices(tokens, runs))),
  );
  return trimmed.map((run) => trimNation(tokens, text, run));
}

/** "the German Clara Finch": where somebody is from is no part of the name. */
function trimNation(tokens: readonly Token[], text: string, run: NameRun): NameRun {
  const before = run.first - 1;
  if (run.bodyLike || run.last < run.core + 2 || !DETERMINERS.has(tokens[before]?.lower ?? "")) return run;
  if (!adjacent(tokens, text, before, run.first) || !isGivenName(fold(tokens[run.core + 1]!.text)))
    return run;
  const nation = demonymKey(tokens[run.core]!.text);
  return nation === null ? run : { ...run, core: run.core + 1, demonym: run.demonym ?? nation };
}

const PORTFOLIO_WORD =
  /^(?:state|staff|defen[cs]e|war|finance|treasury|justice|health|labou?r|work|education|trade|commerce|industry|energy|water|transport|transportation|agriculture|fisheries|environment|culture|economy|security|science|housing|tourism|sports?|information|interior|infrastructure|planning|foreign|home|affairs|mines|works|police|opposition|parliament|senate|house|assembly|council|court|board|prosecutions|communications|public|national|economic|social|internal|external|the|and|of|for)$/;

/** "Secretary of State Miriam Harlan-Dees", "Leader of the Opposition Manoranjan Sethi", "Dr. the Hon. Winston Preddie": one titled name. */
function joinOffices(tokens: readonly Token[], runs: NameRun[]): NameRun[] {
  const out: NameRun[] = [];
  for (const run of runs) {
    const before = out.at(-1);
    const gap = before ? tokens.slice(before.last + 1, run.first).map((token) => token.lower) : [];
    const only = before !== undefined && before.core > before.last;
    if (
      only &&
      gap.length === 1 &&
      gap[0] === "the" &&
      /^(?:rt|hon|right|honou?rable)\.?$/.test(tokens[run.first]!.lower)
    ) {
      out[out.length - 1] = { ...run, first: before.first, titles: [...before.titles, ...run.titles] };
      continue;
    }
    // the office's first word may have been left out as no name
    const inner =
      run.titles.length === 0 && /^(?:of|for)$/.test(tokens[run.first - 1]?.lower ?? "") ? run.first - 2 : -1;
    const noun = inner >= 0 ? tokens[inner]! : undefined;
    const joined =
      noun?.capital && noun.sentence === tokens[run.first]!.sentence && isOffice(noun.lower)
        ? officeOf(tokens, run, inner)
        : isOffice(tokens[run.core]?.lower ?? "") &&
            /^(?:of|for)$/.test(tokens[run.core + 1]?.lower ?? "") &&
            run.core + 1 <= run.last
          ? officeOf(tokens, run, run.core)
          : null;
    if (!joined) {
      out.push(run);
      continue;
    }
    while (out.length > 0 && out.at(-1)!.last >= joined.first) out.pop();
    out.push(joined);
  }
  return out;
}

function isOffice(lower: string): boolean {
  return isTitle(lower) || /^(?:leader|head|chief|chair|director|secretary|minister|clerk)$/.test(lower);
}

/** The run as a name whose title begins at a token; null where no whole name follows the portfolio. */
function officeOf(tokens: readonly Token[], run: NameRun, from: number): NameRun | null {
  let core = from + 1;
  while (core <= run.last && PORTFOLIO_WORD.test(tokens[core]!.lower)) core++;
  const left = run.last - core + 1;
  const portfolio = tokens.slice(from + 1, core).some((token) => !/^(?:the|and|of|for)$/.test(token.lower));
  if (!portfolio || left < 2 || left > 4 || bodyHead(tokens[run.last]!.lower)) return null;
  if (!tokens.slice(core, run.last + 1).every((token) => token.capital || PARTICLES.has(token.lower)))
    return null;
  let first = from;
  while (
    first > 0 &&
    tokens[first - 1]!.capital &&
    tokens[first - 1]!.sentence === tokens[from]!.sentence &&
    TITLE_MODIFIERS.has(tokens[first - 1]!.lower)
  )
    first--;
  return {
    ...run,
    first,
    core,
    titles: tokens.slice(first, core).map((token) => token.text),
    bodyLike: false,
  };
}

/** "DEFIANT Lenny Quill", "Furious Kit Donnelly", "Applicant Restwell Ltd": what opens a sentence before a whole name is no part of it. */
function trimOpeners(tokens: readonly Token[], runs: NameRun[]): NameRun[] {
  return runs.map((run) => {
    const opener = tokens[run.core];
    if (!opener?.first || run.titles.length > 0 || run.last - run.core < 2) return run;
    const next = tokens[run.core + 1]!;
    if (!next.capital || isGivenName(fold(opener.text)) || PARTICLES.has(next.lower)) return run;
    const shouted =
      opener.text.length > 3 &&
      opener.text === opener.text.toUpperCase() &&
      next.text !== next.text.toUpperCase();
    const said =
      !run.bodyLike &&
      /(?:[a-z]{2}ous|[a-z]{3}ful|[a-z]{3}ed|[a-z]{3}ing|[a-z]{3}less|[a-z]{3}ish)$/.test(opener.lower);
    const role = isPersonNoun(singular(opener.lower)) && !isTitle(opener.lower);
    return shouted || said || role ? { ...run, first: run.core + 1, core: run.core + 1 } : run;
  });
}

/** "Longtime Pollster Pat Cadell" beside "Pat Cadell": words before a name that the text also gives alone are no part of it. */
function trimPrefixes(tokens: readonly Token[], runs: NameRun[]): NameRun[] {
  const coreOf = (run: NameRun) => tokens.slice(run.core, run.last + 1).map((token) => token.lower);
  const alone = new Set(
    runs.filter((run) => run.core <= run.last && !run.bodyLike).map((run) => coreOf(run).join(" ")),
  );
  return runs.map((run) => {
    const words = coreOf(run);
    // "Regular Keith Mossop": what begins the sentence is no given name, what follows is one
    const opener = tokens[run.core]!;
    if (
      !run.bodyLike &&
      run.titles.length === 0 &&
      words.length >= 3 &&
      opener.first &&
      !isGivenName(fold(opener.text)) &&
      isGivenName(fold(tokens[run.core + 1]!.text)) &&
      tokens[run.core + 1]!.word &&
      !PARTICLES.has(words[1]!) &&
      !/^\p{L}\.?$/u.test(opener.text)
    )
      return { ...run, first: run.core + 1, core: run.core + 1 };
    if (run.bodyLike || words.length < 3) return run;
    for (let cut = 1; cut <= words.length - 2; cut++) {
      const prefix = words.slice(0, cut);
      if (PARTICLES.has(words[cut]!)) continue;
      if (
        !alone.has(words.slice(cut).join(" ")) ||
        prefix.some((word) => isGivenName(fold(word)) || /^\p{L}\.?$/u.test(word))
      )
        continue;
      return { ...run, first: run.titles.length > 0 ? run.first : run.core + cut, core: run.core + cut };
    }
    return run;
  });
}

/**
 * "Prime Minister of Oskaria Brigitte Vandael": after an office and "of" a run of three parts into a place and a name where
 * the text gives the surname or the place without the other.
 */
function partPlaces(tokens: readonly Token[], text: string, runs: NameRun[]): NameRun[] {
  const coreOf = (run: NameRun) => tokens.slice(run.core, run.last + 1).map((token) => token.lower);
  const surnames = new Set(
    runs
      .map((run) => coreOf(run))
      .filter((words) => words.length < 3)
      .map((words) => words.at(-1)!),
  );
  const alone = new Set(
    runs
      .map((run) => coreOf(run))
      .filter((words) => words.length === 1)
      .map((words) => words[0]!),
  );
  return runs.flatMap((run) => {
    const words = coreOf(run);
    // "President of the Republic of Tavria Anton Velichar"
    if (
      /^(?:republic|kingdom|federation|state|commonwealth)$/.test(words[0]!) &&
      words[1] === "of" &&
      words.length >= 5 &&
      words.indexOf("of", 2) < 0 &&
      !/^(?:and|the)$/.test(words[3]!)
    ) {
      const place: NameRun = { ...run, last: run.core + 2 };
      return [place, { ...run, first: run.core + 3, core: run.core + 3, demonym: null, bodyLike: false }];
    }
    const of = tokens[run.first - 1]?.lower === "the" ? run.first - 2 : run.first - 1;
    // "Minister of Foreign Affairs" names no place; "Minister of Water of the Republic of Khorvan" names one at its end
    if (
      /^(?:of|for)$/.test(tokens[of]?.lower ?? "") &&
      /^(?:ministers?|secretary|secretaries|undersecretary|secretary-general|commissioner)$/.test(
        tokens[of - 1]?.lower ?? "",
      ) &&
      PORTFOLIO.test(text.slice(tokens[run.core]!.start, tokens[run.last]!.end))
    ) {
      const at = words.lastIndexOf("of");
      if (at < 0) return [];
      const from = run.core + at + (words[at + 1] === "the" ? 2 : 1);
      return from > run.last ? [] : [{ ...run, first: from, core: from, bodyLike: false }];
    }
    if (words.length !== 3 || run.bodyLike || run.titles.length > 0) return [run];
    if (tokens[of]?.lower !== "of" || !isTitle(singular(tokens[of - 1]?.lower ?? ""))) return [run];
    const named = surnames.has(words[2]!) || isGivenName(fold(words[1]!));
    if (
      isGivenName(fold(words[0]!)) ||
      !(named || alone.has(words[0]!) || isKnownCountry(tokens[run.core]!.text))
    )
      return [run];
    const place: NameRun = { ...run, last: run.core };
    return [place, { ...run, first: run.core + 1, core: run.core + 1, demonym: null }];
  });
}
