/** From what a person did in the app to rulings: ids become evidence, larger moves become pairs. */
import { ReadoutError } from "../errors.ts";
import { statementId } from "../id.ts";
import type {
  Article,
  ArticleTarget,
  CheckTarget,
  MentionsTarget,
  MentionTarget,
  PointTarget,
  RoleAnchor,
  Ruling,
  Span,
  Speaker,
  SpeakerChoice,
  Statement,
  StatementRole,
  StatementTarget,
} from "../model.ts";
import { describeMention } from "../rulings/mention-target.ts";
import { newRuling, type RulingParts } from "../rulings/new-ruling.ts";
import { describePassage, describeStatement } from "../rulings/statement-target.ts";
import { bySpan, trimSpan } from "../span.ts";
import type { RulingDraft } from "./contract.ts";
import { type Pairs, pairsToMerge, pairsToMove, pairsToSplit } from "./point-moves.ts";
import type { Views } from "./views.ts";

type Parts = RulingParts extends infer P
  ? P extends unknown
    ? Omit<P, "by" | "at" | "note">
    : never
  : never;

/** Where the drafts' ids are looked up. */
export interface Evidence {
  views: Views;
  /** Loads a statement's article; null where there is no such statement. */
  statement(id: string): Promise<{ article: Article; statement: Statement } | null>;
  /** The ids of a point's statements, its earliest first; null where there is no such point. */
  point(id: string): Promise<{ id: string; statements: string[] } | null>;
}

/**
 * The rulings of some drafts, in order; each a millisecond after the one before, so that their order is kept.
 * @throws ReadoutError RULING_UNPLACED, REQUEST_INVALID
 */
export async function rulingsOf(
  drafts: readonly RulingDraft[],
  evidence: Evidence,
  by: string | null,
  now: Date,
): Promise<Ruling[]> {
  const rulings: Ruling[] = [];
  for (const draft of drafts) {
    for (const parts of await partsOf(draft, evidence, drafts)) {
      const at = new Date(now.getTime() + rulings.length).toISOString();
      const note = draft.note?.trim() || null;
      rulings.push(newRuling({ ...parts, by, at, note } as RulingParts) as Ruling);
    }
  }
  return rulings;
}

async function partsOf(draft: RulingDraft, e: Evidence, all: readonly RulingDraft[]): Promise<Parts[]> {
  switch (draft.action) {
    case "accept":
    case "reject":
      return [{ action: draft.action, target: await statementTarget(e, draft.on.statement), value: null }];
    case "check": {
      const right = draft.value === undefined || draft.value === null ? true : draft.value.right;
      return [{ action: "check", target: await checkTarget(e, draft.on), value: { right } }];
    }
    case "note":
      return [{ action: "note", target: await checkTarget(e, draft.on), value: null }];
    case "add-statement":
      return [await addedStatement(e, draft)];
    case "set-spans":
      return [await newSpans(e, draft)];
    case "set-act": {
      const { act, negated } = draft.value;
      const target = await statementTarget(e, draft.on.statement);
      return [{ action: "set-act", target, value: { act, negated: negated ?? null } }];
    }
    case "set-form":
      return [
        { action: "set-form", target: await statementTarget(e, draft.on.statement), value: draft.value },
      ];
    case "set-kind":
      return [
        { action: "set-kind", target: await statementTarget(e, draft.on.statement), value: draft.value },
      ];
    case "set-speaker": {
      const { article, statement } = await placed(e, draft.on.statement);
      const speakers = await speakerChoices(e, article, draft.value.speakers, draft.value.name ?? null);
      return [{ action: "set-speaker", target: describeStatement(article, statement), value: { speakers } }];
    }
    case "same-speaker":
      return [{ action: "same-speaker", target: await mentionPair(e, ...draft.on.speakers), value: null }];
    case "not-same-speaker":
      return notSameSpeaker(e, draft.on);
    case "set-name":
      return [{ action: "set-name", target: await mention(e, draft.on.speaker), value: draft.value }];
    case "set-side":
      if ("article" in draft.on) {
        const target = articleTarget(await articleOf(e, draft.on.article));
        return [{ action: "set-metadata", target, value: { side: draft.value.side } }];
      }
      return [{ action: "set-side", target: await mention(e, draft.on.speaker), value: draft.value }];
    case "same-point":
      return samePoint(e, draft.on, all);
    case "not-same-point":
      return notSamePoint(e, draft.on);
    case "set-relation": {
      const target = await statementPair(e, draft.on.statements);
      return [
        { action: "set-relation", target, value: { verdict: draft.value.verdict, code: null, text: null } },
      ];
    }
    case "set-question":
      return [{ action: "set-question", target: await pointTarget(e, draft.on.point), value: draft.value }];
    case "set-metadata": {
      const value = Object.fromEntries(Object.entries(draft.value).filter(([, v]) => v !== undefined));
      if (Object.keys(value).length === 0)
        throw new ReadoutError("REQUEST_INVALID", { detail: "set-metadata: no field is given" });
      return [{ action: "set-metadata", target: articleTarget(await articleOf(e, draft.on.article)), value }];
    }
    case "undo":
      if (!e.views.digest.rulings.some((r) => r.ruling.id === draft.on.ruling))
        throw new ReadoutError("RULING_UNPLACED", { detail: `ruling ${draft.on.ruling}` });
      return [{ action: "undo", target: { type: "ruling", id: draft.on.ruling }, value: null }];
  }
}

async function placed(e: Evidence, id: string): Promise<{ article: Article; statement: Statement }> {
  const found = await e.statement(id);
  if (!found) throw new ReadoutError("RULING_UNPLACED", { detail: `statement ${id}` });
  return found;
}

async function statementTarget(e: Evidence, id: string): Promise<StatementTarget> {
  const { article, statement } = await placed(e, id);
  return describeStatement(article, statement);
}

async function statementPair(e: Evidence, [a, b]: [string, string]) {
  if (a === b) throw new ReadoutError("REQUEST_INVALID", { detail: "give two different statements" });
  const pair: [StatementTarget, StatementTarget] = [await statementTarget(e, a), await statementTarget(e, b)];
  return { type: "statements" as const, pair };
}

async function pointOf(e: Evidence, id: string): Promise<{ id: string; statements: string[] }> {
  const found = await e.point(id);
  if (!found || found.statements.length === 0)
    throw new ReadoutError("RULING_UNPLACED", { detail: `point ${id}` });
  return found;
}

async function pointTarget(e: Evidence, id: string): Promise<PointTarget> {
  const point = await pointOf(e, id);
  const statements: StatementTarget[] = [];
  for (const s of point.statements) {
    const found = await e.statement(s);
    if (found) statements.push(describeStatement(found.article, found.statement));
  }
  return { type: "point", id: point.id, statements };
}

async function checkTarget(e: Evidence, on: { statement: string } | { point: string }): Promise<CheckTarget> {
  return "statement" in on ? statementTarget(e, on.statement) : pointTarget(e, on.point);
}

async function articleOf(e: Evidence, id: string): Promise<Article> {
  const article = e.views.digest.documents.get(id)?.article ?? id;
  await e.views.load([article]);
  const loaded = e.views.loaded(article);
  if (!loaded) throw new ReadoutError("RULING_UNPLACED", { detail: `document ${id}` });
  return loaded.article;
}

function articleTarget({ id, title, outlet }: Article): ArticleTarget {
  return { type: "article", id, title, outlet };
}

/** One of the documents' own speakers behind an id: of itself, or of the collection's, rather one with a mention. */
async function mention(e: Evidence, id: string): Promise<MentionTarget> {
  const { digest } = e.views;
  const known = digest.speakerById.get(id);
  const wanted = new Set(known && known.id === id ? known.members : [id]);
  let bare: MentionTarget | null = null;
  for (const article of digest.documentOf.keys()) {
    await e.views.load([article]);
    const loaded = e.views.loaded(article)?.article;
    const speaker = loaded?.speakers.find((s) => wanted.has(s.id));
    if (!loaded || !speaker) continue;
    const target = describeMention(loaded, speaker);
    if (target.passage !== null) return target;
    bare ??= target;
  }
  if (!bare) throw new ReadoutError("RULING_UNPLACED", { detail: `speaker ${id}` });
  return bare;
}

async function mentionPair(e: Evidence, a: string, b: string): Promise<MentionsTarget> {
  return { type: "mentions", pair: [await mention(e, a), await mention(e, b)] };
}

async function speakerChoices(
  e: Evidence,
  article: Article,
  ids: readonly string[],
  name: string | null,
): Promise<SpeakerChoice[]> {
  const choices: SpeakerChoice[] = [];
  for (const id of ids) {
    const collected = e.views.digest.speakerById.get(id);
    const members = new Set([id, ...(collected?.id === id ? collected.members : [])]);
    const own = article.speakers.find((s) => members.has(s.id));
    const target = own ? describeMention(article, own) : await mention(e, id);
    choices.push(choiceOf(own ?? collected ?? null, target));
  }
  if (name !== null) choices.push({ name, kind: null, mention: null });
  return choices;
}

function choiceOf(speaker: Pick<Speaker, "name" | "kind"> | null, target: MentionTarget): SpeakerChoice {
  return { name: speaker?.name ?? target.name, kind: speaker?.kind ?? target.kind, mention: target };
}

const ROLES = ["source", "cue", "content"] as const;

/** A person's selection as evidence: white space at its edges is not meant. @throws ReadoutError REQUEST_INVALID */
function anchors(article: Article, role: StatementRole, spans: readonly Span[]): RoleAnchor[] {
  return [...spans].sort(bySpan).map((span) => {
    const fits = span.start < span.end && span.end <= article.text.length;
    const trimmed = fits ? trimSpan(article.text, span) : null;
    if (!trimmed)
      throw new ReadoutError("REQUEST_INVALID", {
        detail: `${role} ${span.start}–${span.end} is no stretch of the document's text`,
      });
    return describePassage(article, role, trimmed);
  });
}

async function addedStatement(
  e: Evidence,
  draft: Extract<RulingDraft, { action: "add-statement" }>,
): Promise<Parts> {
  const article = await articleOf(e, draft.on.article);
  const { value } = draft;
  const passages = ROLES.flatMap((role) => anchors(article, role, value[role]));
  if (value.content.length === 0 && value.cue.length === 0)
    throw new ReadoutError("REQUEST_INVALID", { detail: "a statement needs a content or a cue" });
  const spans = Object.fromEntries(
    ROLES.map((role) => [
      role,
      passages.filter((p) => p.role === role).map((p) => ({ start: p.start, end: p.start + p.exact.length })),
    ]),
  ) as Record<(typeof ROLES)[number], Span[]>;
  const id = statementId(article.id, spans);
  return {
    action: "add-statement",
    target: { type: "statement", id, article: article.id, passages, reading: null },
    value: {
      form: value.form ?? null,
      kind: value.kind ?? null,
      act: value.act ?? null,
      negated: value.negated ?? false,
      speakers: await speakerChoices(e, article, value.speakers ?? [], value.name ?? null),
    },
  };
}

async function newSpans(e: Evidence, draft: Extract<RulingDraft, { action: "set-spans" }>): Promise<Parts> {
  const { article, statement } = await placed(e, draft.on.statement);
  const { value } = draft;
  if (value.content.length === 0 && value.cue.length === 0)
    throw new ReadoutError("REQUEST_INVALID", { detail: "a statement needs a content or a cue" });
  return {
    action: "set-spans",
    target: describeStatement(article, statement),
    value: {
      passages: ROLES.flatMap((role) => anchors(article, role, value[role])),
      empty: ROLES.filter((role) => value[role].length === 0),
    },
  };
}

async function notSameSpeaker(
  e: Evidence,
  on: Extract<RulingDraft, { action: "not-same-speaker" }>["on"],
): Promise<Parts[]> {
  const apart = async (a: string, b: string): Promise<Parts> => ({
    action: "not-same-speaker",
    target: await mentionPair(e, a, b),
    value: null,
  });
  if ("speakers" in on) return [await apart(...on.speakers)];
  const all = e.views.digest.speakerById.get(on.speaker);
  if (!all) throw new ReadoutError("RULING_UNPLACED", { detail: `speaker ${on.speaker}` });
  const out = new Set(on.members);
  const rest = all.members.filter((m) => !out.has(m));
  const parts: Parts[] = [];
  for (const member of on.members) for (const other of rest) parts.push(await apart(member, other));
  if (parts.length === 0)
    throw new ReadoutError("REQUEST_INVALID", {
      detail: "a part of a speaker's members can be split off, not all",
    });
  return parts;
}

async function samePoint(
  e: Evidence,
  on: Extract<RulingDraft, { action: "same-point" }>["on"],
  all: readonly RulingDraft[],
): Promise<Parts[]> {
  if ("statements" in on) return partsOfPairs(e, { apart: [], joined: [on.statements] });
  if ("points" in on) {
    const [a, b] = [await pointOf(e, on.points[0]), await pointOf(e, on.points[1])];
    return partsOfPairs(e, { apart: [], joined: pairsToMerge(a, b) });
  }
  const to = await pointOf(e, on.point);
  const pointsOf = (id: string) => e.views.digest.statements.get(id)?.points ?? [];
  const leaves = on.from ?? pointsOf(on.statement)[0];
  const now = leaves === undefined ? null : await pointOf(e, leaves);
  // Who goes along to the same point is not left behind.
  const along = new Set(
    all.flatMap((d) =>
      d.action === "same-point" && "statement" in d.on && d.on.point === on.point ? [d.on.statement] : [],
    ),
  );
  const from = now && { id: now.id, statements: now.statements.filter((id) => !along.has(id)) };
  return partsOfPairs(e, pairsToMove(on.statement, from, to, pointsOf));
}

async function notSamePoint(
  e: Evidence,
  on: Extract<RulingDraft, { action: "not-same-point" }>["on"],
): Promise<Parts[]> {
  if (!("point" in on))
    return [
      { action: "not-same-point", target: await statementPair(e, on.statements), value: { out: null } },
    ];
  const point = await pointOf(e, on.point);
  const pairs = pairsToSplit(on.statements, point);
  if (pairs.apart.length === 0)
    throw new ReadoutError("REQUEST_INVALID", {
      detail: "a part of a point can be split off, not all of it",
    });
  return partsOfPairs(e, pairs);
}

async function partsOfPairs(e: Evidence, { apart, joined }: Pairs): Promise<Parts[]> {
  const parts: Parts[] = [];
  for (const pair of apart)
    parts.push({ action: "not-same-point", target: await statementPair(e, pair), value: { out: 0 } });
  for (const pair of joined)
    parts.push({ action: "same-point", target: await statementPair(e, pair), value: null });
  return parts;
}
