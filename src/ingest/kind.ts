import type { ArticleKind } from "../model.ts";

const LABEL =
  /^(?:["“>]+\s*)?(?:[[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*)?(?:\*\*|__)?((?:Q|A|QUESTION|ANSWER)(?=[.:](?:\s|\*|_|$))|[\p{Lu}][\p{Lu}\p{N}.’' -]{1,40}(?:\([^()]{1,60}\))?(?=\s*(?:\*\*|__)?:(?:\s|\*|_|$))|\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,4}\s?(?:,\s[^:.]{1,50}|\([^()]{1,60}\))?(?=\s*(?:\*\*|__)?:(?:\s|\*|_|$)))/u;

const RELEASE_TITLE =
  /^(?:press (?:release|statement)|media release|news release|(?:joint )?(?:statement|communiqu[ée]|declaration)\b(?: (?:by|of|from|on|following)\b|$|:)|joint (?:press )?(?:statement|communiqu[ée]|declaration)|readout\b|official readout)/i;
const RELEASE_ANYWHERE =
  /\b(?:readout of|for immediate release|joint communiqu[ée]|joint (?:press )?statement (?:of|by|on|between|following))\b/i;
const OFFICE =
  /^(?:the )?(?:[\p{L}’'-]+ ){0,4}(?:ministry|department|office|embassy|government|cabinet|chancellery|commission|agency|authority|secretariat|presidency|foreign ministry)\b[^.]{0,120}?\b(?:announce[sd]?|states?|notes?|wish(?:es)? to|is pleased to|regrets?|informs?|confirms?|welcomes?|rejects?|condemns?)\b/iu;
const OWN_VOICE = /\b(?:we|our|the (?:ministry|department|office|embassy|government|commission))\b/giu;
const RELEASE_END = /^(?:#{3}|-?ends?-?|media contacts?\b.*|press contacts?\b.*|contact:.*)$/im;
const REPORTER =
  /\b(?:told reporters|told the [A-Z]\w+|according to|speaking on condition|declined to comment|did not respond to)\b/;

/**
 * What sort of document a text is when nobody says: a transcript where labels stand before most of what is said,
 * a readout where its heading says so, it speaks for a side, or an office announces in its own voice; else a
 * report.
 */
export function guessKind(text: string, title: string | null, side: string | null): ArticleKind {
  if (isTranscript(text)) return "transcript";
  return side !== null || isRelease(text, title) ? "readout" : "report";
}

/** Three turns or more by two speakers or more, from which most of the text hangs. */
function isTranscript(text: string): boolean {
  const lines = text
    .slice(0, 400_000)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const labels = new Map<string, number>();
  let turns = 0;
  let first = -1;
  lines.forEach((line, i) => {
    const found = LABEL.exec(line.trimStart().slice(0, 200));
    const label = found?.[1];
    // "Sanders: 46." is a table's line; what somebody says has words, or stands on the next line.
    const said = found ? line.trimStart().slice(found[0].length) : "";
    if (label === undefined || (/\d/.test(said) && !/\p{L}{2}/u.test(said))) return;
    if (first < 0) first = i;
    turns++;
    labels.set(label.toUpperCase(), (labels.get(label.toUpperCase()) ?? 0) + 1);
  });
  if (turns < 3 || labels.size < 2) return false;
  const recurring = [...labels.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
  const rest = lines.length - first;
  return recurring >= 2 && recurring >= turns * 0.4 && turns >= rest * 0.25 && first <= lines.length * 0.5;
}

function isRelease(text: string, title: string | null): boolean {
  const lines = text
    .slice(0, 3000)
    .split("\n")
    .map((line) => line.replace(/^[#*_>\s]+|[*_\s]+$/g, ""))
    .filter((line) => line !== "");
  const head = lines.slice(0, 4).filter((line) => line.length <= 160);
  if (title && (RELEASE_TITLE.test(title) || RELEASE_ANYWHERE.test(title))) return true;
  if (head.some((line) => RELEASE_TITLE.test(line) && !/[.]$/.test(line))) return true;
  if (head.some((line) => RELEASE_ANYWHERE.test(line) && !REPORTER.test(line))) return true;
  if (/^for immediate release/im.test(text.slice(0, 3000))) return true;
  const opening = lines.find((line) => line.length > 80) ?? "";
  const own = text.match(OWN_VOICE)?.length ?? 0;
  const reported =
    /^By \p{Lu}/mu.test(text.slice(0, 1000)) ||
    REPORTER.test(text) ||
    /\([^()]{2,30}\)\s*[—–-]/.test(opening.slice(0, 100));
  return OFFICE.test(opening) && !reported && (own >= 3 || RELEASE_END.test(text));
}
