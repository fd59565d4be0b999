import type { Span, Turn } from "../model.ts";
import { trimSpan } from "../span.ts";

interface Candidate {
  /** Index of the paragraph that begins with the label. */
  paragraph: number;
  label: Span;
  /** Where the turn's words begin. */
  after: number;
  key: string;
  kind: Turn["kind"];
  /** capitals and Q/A stand by themselves, the other shapes need support from the document */
  shape: "mark" | "capitals" | "bold" | "title" | "record" | "line";
}

const STAMP = String.raw`(?:[[(<]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])>]?[ \t]*[-–—|]?[ \t]*)?`;
const LEAD = new RegExp(String.raw`^(?:["“>]+[ \t]*)?${STAMP}`);
const MARK =
  /^(\*\*|__)?(Q|A|QUESTION|ANSWER|Question|Answer|Q\d{1,3}|A\d{1,3})(\*\*|__)?(?:[.:](\*\*|__)?(?:\s|$)|(\*\*|__)?(?:\t|[ \u00a0]{2,}|$))/;
/** "Q Mr. Ebben, …" and "A I did." of depositions: a letter and one blank; only where question and answer follow each other. */
const BARE = /^([QA]) (?=["“‘']?\p{Lu})/u;
const BARE_PAIR = /(?:^|\n)[ \t]*Q ["“‘']?\p{Lu}[^\n]*\n(?:[^\n]*\n){0,6}?[ \t]*A ["“‘']?\p{Lu}/u;
const BOLD = /^(\*\*|__)([^*_\n]{1,80}?)[ \t]*(?::\1|\1[ \t]*:|\1[ \t]*$)/;
const NAME_CHAR = String.raw`[\p{L}\p{M}\p{N}.’'‘&/ \t\u00a0-]`;
const PLAIN = new RegExp(
  String.raw`^(\p{Lu}${NAME_CHAR}{0,60}?(?:,[ \t]${NAME_CHAR}{1,50}?)?)[ \t]*(\([^()\n]{1,80}\)|\[[^[\]\n]{1,80}\])?[ \t]*:(?:\s|$)`,
  "u",
);
/** The Congressional Record's and Hansard's "Mr. RUIZ. I thank the gentleman." */
const RECORD =
  /^((?:Mr|Mrs|Ms|Dr)\. \p{Lu}[\p{Lu}’'-]+(?: of \p{Lu}\p{Ll}+)?|The (?:ACTING )?\p{Lu}{4,}(?: \p{Lu}{4,}){0,3}(?: pro tempore)?)\.\s/u;
const CAPITAL_LINE = /^\p{Lu}[\p{Lu}\p{M}.’' -]{1,40}$/u;

/** Headings of a transcript's own apparatus, in capitals or not, that look like labels and are none. */
const NO_LABEL =
  /^(?:note|notes|date|time|place|location|venue|subject|re|to|from|cc|participants|present|attendees|speakers|panelists|panellists|guests|transcript|briefing|press briefing|where|when|who|what|why|how|update|correction|warning|important|end|start|source|url|title|outlet|byline|contact|media contact|topics?|agenda|copyright|summary|background|event|duration|length|recorded|video|audio|photo|editor[’']?s? note|full transcript|for immediate release|embargo(?:ed)?|read more|related|tags?)$/i;
const LOWER_START =
  /^(?:The|A|An|This|That|These|Those|It|He|She|They|We|You|I|If|In|On|At|For|And|But|So|One|My|Our|Your|His|Her|Their|There|Here|Now|Then|What|When|Where|Why|How|Who|Let|Remember|Again|Remarks?|Section|Chapter|Part|Step|Item|Point|Example|Question|Answer|Result|Reason|Finally|First|Second|Third|Secondly|Thirdly|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;
const PARTICLE =
  /^(?:of|the|and|for|de|del|della|der|den|di|da|dos|du|la|le|van|von|zu|al|el|bin|ben|ibn|bint|y|e)$/;
const STAGE_DIRECTION = /^(?:\([^()]*\)|\[[^[\]]*\])\.?$/;
const END_MARK = /^(?:end|\(?end\)?[\s.].{0,40}|#+|-?\s?30\s?-?|\* ?\* ?\*|\[?end of transcript\]?\.?)$/i;

/** True where a line of a transcript begins with what looks like a speaker's label. */
export function startsLabel(line: string): boolean {
  const rest = line.replace(LEAD, "");
  if (MARK.test(rest) || RECORD.test(rest) || BOLD.test(rest)) return true;
  if (BARE.test(rest)) return true;
  const plain = PLAIN.exec(rest);
  return plain !== null && (isCapitals(plain[1]!) || isNameLike(plain[1]!));
}

/**
 * The turns of a transcript in text order: labels in capitals, with a role in brackets, in bold, "Q." and "A.",
 * on the line of the words or above it. A turn runs over paragraphs up to the next label; stage directions and
 * end marks after its last words stay outside. Labels in ordinary case count where they recur, or where they
 * read as a name among other turns.
 */
export function turns(text: string, paragraphs: Span[]): Turn[] {
  const candidates = accept(text, paragraphs, findCandidates(text, paragraphs));
  const result: Turn[] = [];
  candidates.forEach((candidate, i) => {
    const next = candidates[i + 1];
    const last = lastParagraph(text, paragraphs, candidate, next ? next.paragraph : paragraphs.length);
    const body = trimSpan(text, { start: candidate.after, end: Math.max(candidate.after, last.end) });
    if (body) result.push({ label: candidate.label, body, kind: candidate.kind });
  });
  return result;
}

function findCandidates(text: string, paragraphs: Span[]): Candidate[] {
  const found: Candidate[] = [];
  const bare = BARE_PAIR.test(text);
  paragraphs.forEach((paragraph, index) => {
    const candidate = readLabel(text, paragraph, index, bare);
    if (candidate) found.push(candidate);
  });
  return found;
}

function readLabel(text: string, paragraph: Span, index: number, bare: boolean): Candidate | null {
  const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 260));
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  const rest = line.slice(lead);
  const at = paragraph.start + lead;
  const make = (from: number, length: number, used: number, shape: Candidate["shape"]): Candidate | null => {
    const label = trimSpan(text, { start: at + from, end: at + from + length });
    if (!label) return null;
    const words = text.slice(label.start, label.end);
    const key = words.replace(/\s*[([].*$/, "").toUpperCase();
    const bare = key.replace(/\d+$/, "");
    const question = bare === "Q" || bare === "QUESTION";
    const answer = bare === "A" || bare === "ANSWER";
    const kind = question ? "question" : answer ? "answer" : "name";
    if (NO_LABEL.test(words)) return null;
    return { paragraph: index, label, after: at + used, key, kind, shape: kind === "name" ? shape : "mark" };
  };
  const mark = MARK.exec(rest);
  if (mark) return make(mark[1]?.length ?? 0, mark[2]!.length, mark[0].length, "mark");
  const letter = bare ? BARE.exec(rest) : null;
  if (letter) return make(0, 1, letter[0].length, "mark");
  const bold = BOLD.exec(rest);
  if (bold && !/[.?!]$/.test(bold[2]!.trim())) {
    const name = bold[2]!.replace(/:\s*$/, "");
    return make(
      bold[1]!.length,
      name.length,
      bold[0].length,
      isCapitals(name) && bold[0].includes(":") ? "capitals" : "bold",
    );
  }
  const plain = PLAIN.exec(rest);
  if (plain) {
    const name = plain[1]!.trimEnd();
    const length = plain[2] ? plain[0].lastIndexOf(plain[2]) + plain[2].length : name.length;
    // "MARA VOSS, Minister of Ports:": the name alone is set in capitals.
    const [person, ...role] = name.split(",");
    const capitals = isCapitals(name) || (role.length > 0 && /\S \S/.test(person!) && isCapitals(person!));
    if (capitals) return make(0, length, plain[0].length, "capitals");
    return isNameLike(name) ? make(0, length, plain[0].length, "title") : null;
  }
  const record = RECORD.exec(rest);
  if (record) return make(0, record[1]!.length, record[0].length, "record");
  if (CAPITAL_LINE.test(rest) && at + rest.length === paragraph.end && !/[.?!]$/.test(rest)) {
    return make(0, rest.length, rest.length, "line");
  }
  return null;
}

/** What stands in ordinary case before a name or office in capitals: "Sen. OKORO", "The MINISTER OF FISHERIES". */
const BEFORE_CAPITALS =
  /\b(?:The|Hon|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Sen|Rep|Gov|Rev|Fr|Capt|Col|Maj|Gen|Lt|Sgt|Insp|Mc|Mac|O)(?=[.\s\p{Lu}’'])/gu;

/** Every word in capitals, as labels are set; "McKAY" and "MR. O'Brien-SMITH" count. */
function isCapitals(name: string): boolean {
  const words = name.replace(BEFORE_CAPITALS, "").match(/\p{L}[\p{L}’']*/gu) ?? [];
  return (
    words.length > 0 &&
    words.length <= 8 &&
    words.every((word) => !/\p{Ll}/u.test(word) || PARTICLE.test(word))
  );
}

function isNameLike(name: string): boolean {
  const words = name.split(/[,\s]+/).filter((word) => word !== "");
  if (words.length > 8 || LOWER_START.test(name)) return false;
  const [person] = name.split(",", 1);
  return person!.split(/\s+/).every((word) => /^[\p{Lu}\p{N}&]/u.test(word) || PARTICLE.test(word));
}

function accept(text: string, paragraphs: Span[], candidates: Candidate[]): Candidate[] {
  const counts = new Map<string, number>();
  for (const { key } of candidates) counts.set(key, (counts.get(key) ?? 0) + 1);
  const recurs = (candidate: Candidate) => (counts.get(candidate.key) ?? 0) >= 2;
  const asked = candidates.some(({ kind }) => kind === "question");
  const plain = candidates.filter(
    (candidate) =>
      (candidate.shape === "mark" && (candidate.kind === "question" || asked || recurs(candidate))) ||
      candidate.shape === "capitals" ||
      ((candidate.shape === "title" || candidate.shape === "bold" || candidate.shape === "record") &&
        recurs(candidate)),
  );
  const lines = candidates.filter((candidate) => candidate.shape === "line" && recurs(candidate));
  const firm = new Set(plain.length >= 2 ? plain : [...plain, ...lines]);
  const first = candidates.find((candidate) => firm.has(candidate))?.paragraph ?? paragraphs.length;
  // A speaker who speaks once among others: a name before a whole sentence, after the first firm turn.
  return candidates.filter((candidate) => {
    if (firm.has(candidate)) return true;
    if (candidate.shape !== "title" && candidate.shape !== "bold") return false;
    const paragraph = paragraphs[candidate.paragraph]!;
    const ends = /[.?!…—–][)"”’'\]]*$/.test(
      text.slice(Math.max(paragraph.start, paragraph.end - 6), paragraph.end),
    );
    const alone = text.slice(candidate.after, paragraph.end).trim() === "";
    return firm.size >= 2 && candidate.paragraph > first && (ends || alone);
  });
}

/** The last paragraph of a turn, without the stage directions and end marks that follow its words. */
function lastParagraph(text: string, paragraphs: Span[], candidate: Candidate, until: number): Span {
  let last = until - 1;
  while (last > candidate.paragraph) {
    const { start, end } = paragraphs[last]!;
    const words = end - start <= 400 ? text.slice(start, end) : "";
    if (!STAGE_DIRECTION.test(words) && !END_MARK.test(words)) break;
    last--;
  }
  return paragraphs[last]!;
}
