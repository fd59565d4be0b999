/**
 * What the server keeps in mind of a collection between requests: a few words of every point and statement, its
 * speakers, sides, documents and rulings. Kept up to date from what the store says has changed since, so that a
 * correction costs what it touches and not the collection.
 */
import type { Act, PointVerdict, Side, Speaker } from "../model.ts";
import { rowsOf } from "../store/cursor.ts";
import type {
  Checking,
  CollectionRow,
  ComparedRest,
  DocumentRow,
  PointRow,
  RulingRow,
  StatementRow,
  Store,
} from "../store/store.ts";
import type { PointRef } from "./contract.ts";
import { articleNames } from "./names.ts";

/** A point without its positions and relations. */
export interface PointDigest extends PointRef {
  rank: number;
  speakers: string[];
  sides: string[];
  outlets: string[];
  statements: string[];
  /** Of the decisive relation, and its score. */
  decisive: { pair: [string, string]; score: number } | null;
  formerly: string[];
}

/** A statement without its words. */
export interface StatementDigest {
  id: string;
  article: string;
  narrated: boolean;
  speakers: string[];
  sides: string[];
  points: string[];
  act: Act;
  score: number;
  speakerScore: number | null;
  date: string | null;
  checking: Checking;
}

/** What a point was before and after it changed, as far as this server saw it. */
export interface PointChange {
  at: number;
  id: string;
  before: PointRef | null;
  after: PointRef | null;
}

const KEPT_CHANGES = 5000;
const PAGE = 500;

/** One collection's digest; `current` brings it up to date first. */
export class Digest {
  readonly #store: Store;
  readonly id: string;
  row!: CollectionRow;
  documents = new Map<string, DocumentRow>();
  /** The first document that gave an article, by the article's id. */
  documentOf = new Map<string, DocumentRow>();
  names = new Map<string, string>();
  points = new Map<string, PointDigest>();
  statements = new Map<string, StatementDigest>();
  speakers: Speaker[] = [];
  /** By the collection's ids and those of members. */
  speakerById = new Map<string, Speaker>();
  sides = new Map<string, Side>();
  rest: ComparedRest = { sides: [], shifts: [], absences: [], variants: [], copies: [], models: [] };
  rulings: RulingRow[] = [];
  readonly changes: PointChange[] = [];
  /** From this revision on, `changes` is whole. */
  changesFrom = 0;
  #at = 0;
  #compared = -1;
  #hasStatements = false;
  #work: Promise<void> | null = null;
  #checked: Map<string, number> | null = null;

  constructor(store: Store, id: string) {
    this.#store = store;
    this.id = id;
  }

  /** Up to date with the row given; with `statements` the statements' digests too. One at a time. */
  async current(row: CollectionRow, statements: boolean): Promise<void> {
    while (this.#work) await this.#work;
    const done =
      this.#at === row.revision && this.#compared === row.compared && (!statements || this.#hasStatements);
    if (done) {
      this.row = row;
      return;
    }
    this.#work = this.#update(row, statements).finally(() => {
      this.#work = null;
    });
    await this.#work;
  }

  /** Points in order of weight. */
  ranked(): PointDigest[] {
    return [...this.points.values()].sort((a, b) => a.rank - b.rank);
  }

  async #update(row: CollectionRow, statements: boolean): Promise<void> {
    const first = this.#at === 0;
    const changed = first || this.#at === row.revision ? null : await this.#store.changes(this.id, this.#at);
    const anew = first || (changed?.all ?? false);
    // Read before the parts: what comes in meanwhile is then told again with the next changes.
    const revision = changed ? Math.min(changed.revision, row.revision) : row.revision;
    if (anew || changed) await this.#loadDocuments();
    if (this.#compared !== row.compared || anew) {
      this.rest = await this.#store.rest(this.id);
      await this.#loadSpeakers();
    }
    if (anew || (changed && this.#compared !== row.compared)) await this.#loadRulings();
    else if (changed) this.#addRulings(changed.rulings);
    if (anew) {
      await this.#loadPoints();
      this.changes.length = 0;
      this.changesFrom = revision;
    } else if (changed) await this.#patchPoints(changed.points, revision);
    if (statements && (anew || !this.#hasStatements)) {
      await this.#loadStatements();
      this.#hasStatements = true;
    } else if (anew) {
      this.statements.clear();
      this.#hasStatements = false;
    } else if (changed && this.#hasStatements) await this.#patchStatements(changed.statements);
    this.#checked = null;
    this.row = row;
    this.#at = revision;
    this.#compared = row.compared;
  }

  async #loadDocuments(): Promise<void> {
    this.documents.clear();
    this.documentOf.clear();
    for await (const d of rowsOf((after) => this.#store.documents(this.id, { after, limit: PAGE }))) {
      this.documents.set(d.id, d);
      if (d.article !== null && !this.documentOf.has(d.article)) this.documentOf.set(d.article, d);
    }
    this.names = articleNames(this.documentOf);
  }

  async #loadSpeakers(): Promise<void> {
    this.speakers = [];
    this.speakerById.clear();
    for await (const { speaker } of rowsOf((after) => this.#store.speakers(this.id, { after, limit: PAGE })))
      this.speakers.push(speaker);
    for (const s of this.speakers) for (const member of s.members) this.speakerById.set(member, s);
    for (const s of this.speakers) this.speakerById.set(s.id, s);
    this.sides = new Map(this.rest.sides.map((s) => [s.id, s]));
  }

  async #loadRulings(): Promise<void> {
    this.rulings = [];
    for await (const row of rowsOf((after) => this.#store.rulings(this.id, { after, limit: PAGE })))
      this.rulings.push(row);
  }

  /** What was told before may be told again. */
  #addRulings(rows: readonly RulingRow[]): void {
    if (rows.length === 0) return;
    const known = new Set(this.rulings.map((r) => r.ruling.id));
    for (const row of rows) if (!known.has(row.ruling.id)) this.rulings.push(row);
  }

  async #loadPoints(): Promise<void> {
    this.points.clear();
    for await (const p of rowsOf((after) => this.#store.points(this.id, { after, limit: 200 })))
      this.points.set(p.id, pointDigest(p));
  }

  async #loadStatements(): Promise<void> {
    this.statements.clear();
    const pages = (after: string | null) =>
      this.#store.statements(this.id, { after, limit: PAGE, narrated: true });
    for await (const s of rowsOf(pages)) this.statements.set(s.id, statementDigest(s));
  }

  async #patchPoints(
    { came, changed, went }: { came: string[]; changed: string[]; went: string[] },
    revision: number,
  ): Promise<void> {
    for (const id of went) {
      this.#changed(revision, id, this.points.get(id) ?? null, null);
      this.points.delete(id);
    }
    for (const id of [...came, ...changed]) {
      const row = await this.#store.point(this.id, id);
      if (!row || row.id !== id) continue;
      const before = this.points.get(id) ?? null;
      const after = pointDigest(row);
      // Only what people have checked of it is new, or its place among the others: the board says the same.
      if (before === null || !isSame(before, after)) this.#changed(revision, id, before, after);
      this.points.set(id, after);
    }
  }

  #changed(at: number, id: string, before: PointDigest | null, after: PointDigest | null): void {
    this.changes.push({ at, id, before: before && pointRef(before), after: after && pointRef(after) });
    if (this.changes.length > KEPT_CHANGES)
      this.changesFrom = this.changes.splice(0, KEPT_CHANGES / 2).at(-1)!.at;
  }

  async #patchStatements(ids: { came: string[]; changed: string[]; went: string[] }): Promise<void> {
    for (const id of ids.went) this.statements.delete(id);
    const wanted = [...ids.came, ...ids.changed];
    for (let i = 0; i < wanted.length; i += PAGE) {
      const rows = await this.#store.statementsById(this.id, wanted.slice(i, i + PAGE));
      for (const row of rows) this.statements.set(row.id, statementDigest(row));
    }
  }

  /** How many attributions of each article people have checked; only with the statements' digests. */
  checkedByArticle(): ReadonlyMap<string, number> {
    if (this.#checked) return this.#checked;
    this.#checked = new Map<string, number>();
    for (const { article, narrated, checking } of this.statements.values())
      if (!narrated && checking.status !== "machine")
        this.#checked.set(article, (this.#checked.get(article) ?? 0) + 1);
    return this.#checked;
  }
}

const isSame = (a: PointDigest, b: PointDigest) =>
  JSON.stringify({ ...a, rank: 0 }) === JSON.stringify({ ...b, rank: 0 });

/** A point as others refer to it. */
export function pointRef({ id, label, question, verdict }: PointRef & { verdict: PointVerdict }): PointRef {
  return { id, label, question, verdict };
}

function pointDigest(row: PointRow): PointDigest {
  const { id, verdict, rank, speakers, sides, outlets, point } = row;
  return {
    id,
    label: point.label,
    question: point.question,
    verdict,
    rank,
    speakers,
    sides,
    outlets,
    statements: point.positions.flatMap((p) => p.statements),
    decisive: point.decisive && { pair: point.decisive.pair, score: point.decisive.score },
    formerly: point.formerly,
  };
}

function statementDigest(row: StatementRow): StatementDigest {
  const { id, article, narrated, speakers, sides, points, checking, statement } = row;
  const { act, score, speakerScore } = statement;
  const date = statement.saidAt ?? row.publishedAt;
  return { id, article, narrated, speakers, sides, points, act, score, speakerScore, date, checking };
}
