/**
 * Whole events written by hand, for tests and fixtures: texts with marked statements, their holders and sides.
 * "[S Ms. Roe] [C said] [T that the dam leaks]"; a digit links marks ("[S1 …]"), those without one in the same paragraph
 * belong together. `{act negated}` may follow a cue's bracket: "[C denied]{deny}".
 */
import { hashId } from "../id.ts";
import type { Act, Article, ArticleKind, Passage, Side, Span, Speaker, Statement } from "../model.ts";
import type { CompareInput } from "./input.ts";

interface HandDocument {
  /** Name of the document; also its path. */
  name: string;
  kind?: ArticleKind;
  outlet?: string;
  byline?: string;
  date?: string;
  /** Speaker who holds the document's own voice; default: the outlet. */
  voice?: string;
  text: string;
}

export interface HandEvent {
  documents: HandDocument[];
  /** Name → side (null: none), for everyone who speaks. */
  speakers: Record<string, string | null>;
  /** Other names: alias → name. */
  aliases?: Record<string, string>;
}

const ROLES = { S: "source", C: "cue", T: "content", R: "refersTo" } as const;
const ACT =
  /^\{(assert|deny|confirm|accept|reject|doubt|allege|accuse|warn|expect|announce|promise|threaten|demand|propose|ask|agree|praise|criticise|decline|believe|want)?( ?negated)?(?:@([^}]+))?\}/;

/** The input of `compareArticles` for an event written by hand; the holder of a source is found by name or alias. */
export function eventByHand(event: HandEvent): CompareInput {
  const names = Object.keys(event.speakers);
  const outlets = event.documents.flatMap((one) =>
    one.outlet !== undefined && !names.includes(one.outlet) ? [one.outlet] : [],
  );
  const speakers: Speaker[] = [...names, ...new Set(outlets)].map((name) => ({
    id: `k_${name}`,
    name,
    kind: /^(?:The |Ministry|Office|Union|Council)|(?:Ministry|Office|Union|Company|Council|Works|Trust|Post|Wire|Courier|Gazette|Command|Agency|Foods|Health)$/.test(
      name,
    )
      ? "body"
      : "person",
    aliases: [
      name,
      ...Object.entries(event.aliases ?? {}).flatMap(([alias, of]) => (of === name ? [alias] : [])),
    ],
    role: null,
    side: event.speakers[name] ?? null,
    members: [],
  }));
  const sides: Side[] = [...new Set(Object.values(event.speakers))]
    .filter((side): side is string => side !== null)
    .map((side) => ({
      id: side,
      name: side,
      members: speakers.filter((s) => s.side === side).map((s) => s.id),
    }));
  const byName = (text: string): string[] => {
    const plain = text.replace(/^(?:the|The) /, "");
    const found = speakers.filter((s) =>
      s.aliases.some((alias) => text.includes(alias) || alias.replace(/^(?:the|The) /, "") === plain),
    );
    if (found.length > 0) return found.map((s) => s.id);
    const surname = speakers.filter((s) => s.kind === "person" && text.includes(s.name.split(" ").at(-1)!));
    return surname.map((s) => s.id);
  };
  const sentences = new Map<string, Span[]>();
  const voices = new Map<string, string | null>();
  const articles = event.documents.map((document) => {
    const article = documentByHand(document, byName);
    sentences.set(article.id, sentencesOf(article.text));
    const voice = document.voice ?? document.outlet ?? null;
    voices.set(article.id, voice === null ? null : `k_${voice}`);
    return article;
  });
  return { articles, speakers, sides, sentences, narrator: (id) => voices.get(id) ?? null };
}

function documentByHand(document: HandDocument, holders: (text: string) => string[]): Article {
  const marks: { role: (typeof ROLES)[keyof typeof ROLES]; key: string; start: number; end: number }[] = [];
  const acts = new Map<string, { act: Act; negated: boolean; holder: string | null }>();
  const open: { role: (typeof ROLES)[keyof typeof ROLES]; key: string; start: number }[] = [];
  let text = "";
  let paragraph = 0;
  let last = "";
  for (let at = 0; at < document.text.length; ) {
    const rest = document.text.slice(at, at + 80);
    const opening = /^\[([SCTR])(\d*) /.exec(rest);
    const act = ACT.exec(rest);
    if (opening) {
      open.push({
        role: ROLES[opening[1] as keyof typeof ROLES],
        key: `${paragraph}.${opening[2]}`,
        start: text.length,
      });
      at += opening[0].length;
    } else if (act && last !== "") {
      acts.set(last, {
        act: (act[1] ?? "assert") as Act,
        negated: act[2] !== undefined,
        holder: act[3] ?? null,
      });
      at += act[0].length;
    } else if (document.text[at] === "]" && open.length > 0) {
      const mark = open.pop()!;
      marks.push({ ...mark, end: text.length });
      last = mark.key;
      at++;
    } else {
      if (document.text.startsWith("\n\n", at)) paragraph++;
      text += document.text[at];
      at++;
    }
  }
  const id = hashId("a", document.name, text);
  const keys = [...new Set(marks.map((mark) => mark.key))].sort();
  const statements: Statement[] = keys.map((key) => {
    const role = (wanted: string): Passage[] =>
      marks
        .filter((mark) => mark.key === key && mark.role === wanted)
        .map(({ start, end }) => ({ start, end, text: text.slice(start, end) }))
        .sort((a, b) => a.start - b.start);
    const source = role("source");
    const content = role("content");
    const quoted =
      content.length > 0 &&
      content.every((p) => /^[“"]/.test(p.text) || /[“"]/.test(text.charAt(p.start - 1)));
    const said = acts.get(key);
    const who = said?.holder ?? source.map((p) => p.text).join(" ");
    return {
      id: hashId("s", id, key, ...[...source, ...role("cue"), ...content].flatMap((p) => [p.start, p.end])),
      source,
      cue: role("cue"),
      content,
      refersTo: role("refersTo"),
      form: quoted ? "direct" : "indirect",
      kind: "speech",
      act: said?.act ?? "assert",
      negated: said?.negated ?? false,
      parent: null,
      addressee: [],
      medium: [],
      speakers: holders(who),
      via: [],
      speakerScore: 1,
      guess: null,
      saidAt: null,
      score: 1,
    };
  });
  return {
    id,
    ref: null,
    path: document.name,
    url: null,
    outlet: document.outlet ?? null,
    title: null,
    byline: document.byline ?? null,
    publishedAt: document.date ?? null,
    retrievedAt: null,
    kind: document.kind ?? "report",
    language: "en",
    side: null,
    text,
    textOffset: 0,
    pages: [],
    times: [],
    speakers: [],
    statements,
    narrated: [],
  };
}

function sentencesOf(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(
    /\S[^\n]*?(?:(?<!\b(?:Mr|Ms|Dr|Gen|[A-Z]))[.!?]["”’]?(?=\s|$)|(?=\n\n|$))/g,
  )) {
    if (match[0] !== "") found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}
