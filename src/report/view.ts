/**
 * A collection as a reader wants to look things up in it: statements by id, holders by name, places in words.
 */
import type {
  Article,
  ArticlePassage,
  Collection,
  Notice,
  Point,
  PointVerdict,
  Side,
  Speaker,
  Statement,
} from "../model.ts";

/** A statement together with the document it stands in. */
export interface Found {
  statement: Statement;
  article: Article;
  /** True for a sentence in the document's own voice. */
  narrated: boolean;
}

/** Somebody who holds a statement, as shown. */
export interface Holder {
  /** The collection's speaker id where there is one, else null. */
  id: string | null;
  name: string;
  role: string | null;
  /** The side's id and name, or null. */
  side: Side | null;
  /** False where the holder is only the best guess. */
  sure: boolean;
}

/** The holder of a statement and those through whom it is told. */
export interface Holding {
  holders: Holder[];
  /** From the innermost to the outermost: who is said to report it. [] where the holder speaks for himself. */
  reportedBy: Holder[][];
}

export interface View {
  collection: Collection;
  articles: ReadonlyMap<string, Article>;
  statements: ReadonlyMap<string, Found>;
  speakers: ReadonlyMap<string, Speaker>;
  sides: ReadonlyMap<string, Side>;
  /** Short names of documents, unique within the collection, by article id. */
  names: ReadonlyMap<string, string>;
  /** Points in order of weight. */
  points: Point[];
}

/** Stands for a holder whom the document doesn't name. */
export const NOT_NAMED = "holder not named";

/** Verdicts from the weightiest on. */
export const VERDICT_ORDER: readonly PointVerdict[] = [
  "disputed",
  "divergent",
  "unclear",
  "agreed",
  "one-sided",
];

/** Gathers what the outputs look up. Points keep the collection's order within one verdict. */
export function view(collection: Collection): View {
  const articles = new Map(collection.articles.map((a) => [a.id, a]));
  const statements = new Map<string, Found>();
  const speakers = new Map<string, Speaker>();
  for (const article of collection.articles) {
    for (const statement of article.narrated)
      statements.set(statement.id, { statement, article, narrated: true });
    for (const statement of article.statements)
      statements.set(statement.id, { statement, article, narrated: false });
    for (const speaker of article.speakers) speakers.set(speaker.id, speaker);
  }
  // The collection's speakers stand over the documents' own, under their own id and under their members'.
  for (const speaker of collection.speakers) {
    for (const member of speaker.members) speakers.set(member, speaker);
  }
  for (const speaker of collection.speakers) speakers.set(speaker.id, speaker);
  const rank = new Map(VERDICT_ORDER.map((v, i) => [v, i]));
  return {
    collection,
    articles,
    statements,
    speakers,
    sides: new Map(collection.sides.map((s) => [s.id, s])),
    names: shortNames(collection.articles),
    points: [...collection.points].sort((a, b) => rank.get(a.verdict)! - rank.get(b.verdict)!),
  };
}

function baseName(path: string): string {
  return path.split(/[/\\]/u).filter(Boolean).at(-1) ?? path;
}

function shortName(article: Article): string {
  if (article.path !== null && article.path !== "-") return baseName(article.path);
  if (article.url !== null) {
    const bare = article.url.replace(/^[a-z]+:\/\/(www\.)?/u, "").replace(/[/?#]+$/u, "");
    return bare.length <= 40 ? bare : `${bare.slice(0, 39)}…`;
  }
  return article.ref ?? article.outlet ?? article.title ?? article.id;
}

function shortNames(all: Article[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const article of all) {
    const name = shortName(article);
    const n = (taken.get(name) ?? 0) + 1;
    taken.set(name, n);
    names.set(article.id, n === 1 ? name : `${name} (${n})`);
  }
  return names;
}

/** The side with this id; a collection that was only read has the words of the front matter instead of an id. */
function sideOf(v: View, id: string | null): Side | null {
  if (id === null) return null;
  return v.sides.get(id) ?? { id, name: id, members: [] };
}

/** A speaker as shown. */
export function holderOf(v: View, id: string, sure = true): Holder {
  const speaker = v.speakers.get(id);
  if (!speaker) return { id: null, name: "a holder not known", role: null, side: null, sure: false };
  return {
    id: speaker.id,
    name: speaker.name,
    role: speaker.role,
    side: sideOf(v, speaker.side),
    sure,
  };
}

/** The voice of a document: the body a readout speaks for, else the outlet. */
export function voiceOf(v: View, article: Article): Holder {
  const body = article.narrated.find((s) => s.speakers.length > 0)?.speakers[0];
  if (article.kind === "readout" && body !== undefined) return holderOf(v, body);
  const side = sideOf(v, article.side);
  const spoken = article.kind === "readout" ? (article.outlet ?? side?.name) : article.outlet;
  return { id: null, name: spoken ?? v.names.get(article.id)!, role: null, side, sure: true };
}

/** A transcript's label that only says that somebody asks. */
const QUESTIONER = /^(?:Q\d*|Question|QUESTION)[.:]?$/;
const ASKED = "a questioner not named";

function ownHolders(v: View, found: Found): Holder[] {
  const { statement, article, narrated } = found;
  if (statement.speakers.length > 0) return statement.speakers.map((id) => holderOf(v, id));
  if (narrated) return [voiceOf(v, article)];
  if (statement.guess !== null) return [holderOf(v, statement.guess, false)];
  const words = statement.source.map((p) => p.text).join(" … ");
  const name = words === "" ? NOT_NAMED : QUESTIONER.test(words) ? ASKED : words;
  return [{ id: null, name, role: null, side: null, sure: false }];
}

function sameHolders(a: Holder[], b: Holder[]): boolean {
  const keys = (hs: Holder[]) =>
    hs
      .map((h) => h.id ?? h.name)
      .sort()
      .join("\n");
  return keys(a) === keys(b);
}

/**
 * Who holds a statement, and through whom it is told; who tells of his own words is named once.
 * @param voice whether to name a readout as teller where it puts words into another side's mouth; not needed beside
 *   the readout's own text
 */
export function holdingOf(v: View, found: Found, voice = true): Holding {
  const holders = ownHolders(v, found);
  const reportedBy: Holder[][] = [];
  const seen = new Set([found.statement.id]);
  let parent = found.statement.parent;
  while (parent !== null && !seen.has(parent)) {
    seen.add(parent);
    const outer = v.statements.get(parent);
    if (!outer) break;
    const tellers = ownHolders(v, outer);
    if (!sameHolders(tellers, reportedBy.at(-1) ?? holders)) reportedBy.push(tellers);
    parent = outer.statement.parent;
  }
  // A readout that puts words into another side's mouth is the one who tells them.
  const { article, statement, narrated } = found;
  if (voice && article.kind === "readout" && !narrated && statement.form !== "direct") {
    const teller = voiceOf(v, article);
    const outermost = reportedBy.at(-1) ?? holders;
    const foreign = outermost.every((h) => h.name !== teller.name && h.side?.id !== teller.side?.id);
    if (foreign) reportedBy.push([teller]);
  }
  return { holders, reportedBy };
}

/** Number of the paragraph that holds `offset`, from 1: blocks parted by blank lines, or lines where there are none. */
function paragraphAt(text: string, offset: number): number {
  const before = text.slice(0, offset).replace(/^\s+/u, "");
  const border = /\n[^\S\n]*\n/u.test(text) ? /\n[^\S\n]*\n\s*/gu : /\n+/gu;
  return (before.match(border)?.length ?? 0) + 1;
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  return `${hours > 0 ? `${hours}:` : ""}${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/**
 * Where a place lies, as a person finds it again: `report.pdf p. 3`, `talk.vtt 02:14`, `wire.txt:12` (the line of
 * a plain file, front matter counted), else the paragraph, `wire.html ¶5`; so too where a collection saved by an
 * older version doesn't say how many lines of front matter were cut off.
 */
export function placeOf(v: View, article: Article, start: number): string {
  const name = v.names.get(article.id) ?? article.id;
  const within = (s: { start: number; end: number }) => s.start <= start && start < s.end;
  const page = article.pages.find(within);
  if (page) return `${name} p. ${page.label}`;
  const time = article.times.find(within);
  if (time) return `${name} ${clock(time.from)}`;
  const plain = article.path !== null && /\.(txt|md|markdown|text)$/iu.test(article.path);
  const first = article.textOffset === 0 ? 1 : article.textLine;
  if (plain && first !== undefined) {
    return `${name}:${first - 1 + article.text.slice(0, start).split("\n").length}`;
  }
  return `${name} ¶${paragraphAt(article.text, start)}`;
}

const MONTHS = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** "11 June 2026" from an ISO date or date-time; what is less precise stays so; what is no date is given back. */
export function dayOf(iso: string): string {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/u.exec(iso);
  if (!parts) return iso;
  const month = parts[2] === undefined ? undefined : MONTHS[Number(parts[2]) - 1];
  if (month === undefined) return parts[1]!;
  return parts[3] === undefined ? `${month} ${parts[1]}` : `${Number(parts[3])} ${month} ${parts[1]}`;
}

/** The first and last day on which the documents appeared, in words, or null where none says. */
export function datesOf(articles: Article[]): string | null {
  const days = articles
    .map((a) => a.publishedAt?.slice(0, 10))
    .filter((d): d is string => d !== undefined)
    .sort();
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  if (first === last) return dayOf(first);
  if (first.slice(0, 7) === last.slice(0, 7) && first.length === 10 && last.length === 10) {
    return `${Number(first.slice(8))}–${dayOf(last)}`;
  }
  return `${dayOf(first)} – ${dayOf(last)}`;
}

/** The passages of a point's relations that decide it, for one statement: the decisive relation's first. */
export function evidenceOf(point: Point, statement: string): ArticlePassage[] {
  const relations = point.decisive ? [point.decisive, ...point.relations] : point.relations;
  const out: ArticlePassage[] = [];
  for (const relation of relations) {
    const side = relation.pair.indexOf(statement);
    const passage = side === -1 ? undefined : relation.evidence[side];
    if (passage && !out.some((p) => p.start === passage.start && p.end === passage.end)) out.push(passage);
  }
  return out;
}

/** Notices that say the same of several inputs, together; in the order of their first. */
export function noticeGroups(
  notices: readonly Notice[],
): { inputs: string[]; code: string; message: string }[] {
  const groups = new Map<string, { inputs: string[]; code: string; message: string }>();
  for (const { input, code, message } of notices) {
    const key = `${code}\n${message}`;
    const group = groups.get(key);
    if (group) group.inputs.push(input);
    else groups.set(key, { inputs: [input], code, message });
  }
  return [...groups.values()];
}
