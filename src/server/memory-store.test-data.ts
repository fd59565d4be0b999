/** A store in memory over one compared collection, for the server's tests: no jobs, no files, all rules of the interface. */
import { ReadoutError } from "../errors.ts";
import type { Article, Collection, Point, Ruling, Statement } from "../model.ts";
import type {
  Checking,
  CollectionRow,
  DocumentRow,
  NewDocument,
  Page,
  PageRequest,
  PointRow,
  StatementRow,
  Store,
  StoreEvent,
} from "../store/store.ts";

const AT = "2026-06-13T08:00:00.000Z";

function page<T>(all: readonly T[], { after, limit = 100 }: PageRequest = {}): Page<T> {
  const from = after ? Number(after) : 0;
  const rows = all.slice(from, from + limit);
  return { rows, next: from + limit < all.length ? String(from + limit) : null };
}

/** The store and its controls: what the machine would do by jobs, tests do by hand. */
export interface MemoryStore extends Store {
  /** Puts a newly compared collection in the place of the present one. */
  compared(next: Collection): void;
  readonly given: NewDocument[];
}

export function memoryStore(start: Collection): MemoryStore {
  let whole = start;
  const rulings: { seq: number; revision: number; ruling: Ruling }[] = [];
  const changedAt = new Map<string, number>();
  const went = new Map<string, number>();
  const answers = new Map<string, { request: string; answer: unknown }>();
  const listeners = new Set<(event: StoreEvent) => void>();
  const given: NewDocument[] = [];
  let more: DocumentRow[] = [];
  let deleted = false;
  const row: CollectionRow = {
    id: "river",
    name: "River talks",
    created: AT,
    revision: 3,
    edited: 3,
    compared: 3,
    state: "ready",
    failure: null,
    documents: start.articles.length,
    queued: 0,
    reading: 0,
    read: start.articles.length,
    failed: 0,
    statements: start.articles.reduce((n, a) => n + a.statements.length, 0),
    checked: 0,
    points: start.points.length,
  };

  const emit = (event: StoreEvent) => {
    for (const listener of listeners) listener(event);
  };
  const collection = (id: string): CollectionRow => {
    if (id !== row.id || deleted) throw new ReadoutError("NOT_FOUND", { thing: "collection", id });
    return row;
  };
  const write = <T>(
    id: string,
    options: { ifRevision?: number | null; once?: { key: string; request: string } | null } | undefined,
    work: () => T,
  ): T => {
    collection(id);
    const once = options?.once;
    const before = once ? answers.get(once.key) : undefined;
    if (before) {
      if (before.request !== once!.request) throw new ReadoutError("IDEMPOTENCY_MISMATCH");
      return before.answer as T;
    }
    const yours = options?.ifRevision ?? null;
    if (yours !== null && yours < row.edited)
      throw new ReadoutError("REVISION_CONFLICT", { revision: row.revision, yours });
    row.revision++;
    row.edited = row.revision;
    const answer = work();
    if (once) answers.set(once.key, { request: once.request, answer });
    emit({ kind: "revision", collection: id, revision: row.revision, state: row.state });
    return answer;
  };

  const checking = (id: string): Checking => {
    const own = rulings
      .map((r) => r.ruling)
      .filter((r) => r.target.type === "statement" && r.target.id === id);
    const last = own.filter((r) => r.action !== "note").at(-1);
    if (!last) return { status: "machine", by: null, at: null };
    const status =
      last.action === "reject"
        ? "rejected"
        : last.action === "accept" || last.action === "check"
          ? "checked"
          : "corrected";
    return { status, by: last.by, at: last.at };
  };
  const holders = (s: Statement) =>
    whole.speakers.filter((x) => x.members.some((m) => s.speakers.includes(m)) || s.speakers.includes(x.id));
  const statementRow = (article: Article, statement: Statement, narrated: boolean): StatementRow => ({
    id: statement.id,
    article: article.id,
    narrated,
    outlet: article.outlet,
    publishedAt: article.publishedAt,
    speakers: holders(statement).map((x) => x.id),
    sides: [...new Set(holders(statement).flatMap((x) => x.side ?? []))],
    points: whole.points
      .filter((p) => p.positions.some((x) => x.statements.includes(statement.id)))
      .map((p) => p.id),
    checking: checking(statement.id),
    statement,
  });
  const allStatements = (): StatementRow[] =>
    whole.articles.flatMap((a) => [
      ...a.statements.map((s) => statementRow(a, s, false)),
      ...a.narrated.map((s) => statementRow(a, s, true)),
    ]);
  const pointRow = (point: Point, rank: number): PointRow => {
    const ids = new Set(point.positions.flatMap((p) => p.statements));
    const own = allStatements().filter((s) => ids.has(s.id));
    const dates = own.flatMap((s) => s.publishedAt ?? []).sort();
    const attributions = own.filter((s) => !s.narrated);
    return {
      id: point.id,
      verdict: point.verdict,
      rank,
      speakers: [...new Set(own.flatMap((s) => s.speakers))].sort(),
      sides: [...new Set(own.flatMap((s) => s.sides))].sort(),
      outlets: [...new Set(own.flatMap((s) => s.outlet ?? []))].sort(),
      acts: [...new Set(own.map((s) => s.statement.act))].sort(),
      articles: [...new Set(own.map((s) => s.article))].sort(),
      from: dates[0] ?? null,
      to: dates.at(-1) ?? null,
      statements: attributions.length,
      checked: attributions.filter((s) => s.checking.status !== "machine").length,
      point,
    };
  };
  const words = (s: StatementRow) =>
    [...s.statement.source, ...s.statement.cue, ...s.statement.content]
      .map((p) => p.text)
      .join(" ")
      .toLowerCase();
  const documents = (): DocumentRow[] => [
    ...whole.articles.map(
      (a, i): DocumentRow => ({
        id: `d_${i + 1}`,
        collection: row.id,
        name: a.path ?? a.id,
        origin: { kind: "file", mediaType: null },
        sha256: "00",
        bytes: a.text.length,
        status: "read",
        progress: 1,
        error: null,
        warnings: [],
        article: a.id,
        title: a.title,
        outlet: a.outlet,
        publishedAt: a.publishedAt,
        statements: a.statements.length,
        added: AT,
      }),
    ),
    ...more,
  ];

  return {
    kind: "embedded",
    given,
    compared(next) {
      const before = new Map(whole.points.map((p) => [p.id, JSON.stringify(p)]));
      whole = next;
      row.revision++;
      row.compared = row.revision;
      row.points = next.points.length;
      for (const p of next.points)
        if (before.get(p.id) !== JSON.stringify(p)) changedAt.set(p.id, row.revision);
      for (const id of before.keys()) if (!next.points.some((p) => p.id === id)) went.set(id, row.revision);
      emit({ kind: "revision", collection: row.id, revision: row.revision, state: row.state });
    },
    collections: async (p) => page(deleted ? [] : [{ ...row }], p),
    collection: async (id) => (id === row.id && !deleted ? { ...row } : null),
    createCollection: async (name, options) => {
      const once = options?.once;
      const before = once ? answers.get(once.key) : undefined;
      if (before && before.request !== once!.request) throw new ReadoutError("IDEMPOTENCY_MISMATCH");
      const made = before ? (before.answer as CollectionRow) : { ...row, id: `c_${answers.size}`, name };
      if (once) answers.set(once.key, { request: once.request, answer: made });
      return made;
    },
    renameCollection: async (id, name, options) =>
      write(id, options, () => {
        row.name = name;
        return { ...row };
      }),
    deleteCollection: async (id, options) =>
      write(id, options, () => {
        deleted = true;
        emit({ kind: "deleted", collection: id });
      }),
    addDocuments: async (id, added, options) =>
      write(id, options, () => {
        given.push(...added);
        const rows = added.map(
          (d, i): DocumentRow => ({
            id: `d_new${more.length + i}`,
            collection: id,
            name: d.kind === "file" ? d.name : d.kind === "address" ? d.url : d.text.slice(0, 40),
            origin: d.kind === "file" ? { kind: "file", mediaType: d.mediaType } : d,
            sha256: null,
            bytes: null,
            status: "queued",
            progress: 0,
            error: null,
            warnings: [],
            article: null,
            title: null,
            outlet: null,
            publishedAt: null,
            statements: 0,
            added: AT,
          }),
        );
        more = [...more, ...rows];
        row.documents += rows.length;
        row.queued += rows.length;
        return { documents: rows, added: rows.map((r) => r.id), revision: row.revision };
      }),
    documents: async (_id, filter = {}) =>
      page(
        documents().filter((d) => !filter.status || d.status === filter.status),
        filter,
      ),
    document: async (_c, id) => documents().find((d) => d.id === id) ?? null,
    documentsOf: async (_c, article) => documents().filter((d) => d.article === article),
    deleteDocument: async (c, id, options) => {
      if (!documents().some((d) => d.id === id))
        throw new ReadoutError("NOT_FOUND", { thing: "document", id });
      return write(c, options, () => {
        more = more.filter((d) => d.id !== id);
        return { revision: row.revision };
      });
    },
    retryDocument: async (_c, id) => {
      const found = documents().find((d) => d.id === id);
      if (!found) throw new ReadoutError("NOT_FOUND", { thing: "document", id });
      return found;
    },
    original: async (_c, id) => {
      const found = documents().find((d) => d.id === id);
      if (!found) throw new ReadoutError("NOT_FOUND", { thing: "document", id });
      const bytes = new TextEncoder().encode("<script>alert(1)</script>");
      return { name: found.name, mediaType: "text/html", sha256: "00", bytes };
    },
    article: async (_c, id) => whole.articles.find((a) => a.id === id) ?? null,
    readArticles: async () => whole.articles,
    statements: async (_c, f = {}) =>
      page(
        allStatements().filter(
          (s) =>
            (f.narrated || !s.narrated) &&
            (!f.q || words(s).includes(f.q.toLowerCase())) &&
            (!f.speaker || s.speakers.includes(f.speaker)) &&
            (!f.side || s.sides.includes(f.side)) &&
            (!f.outlet || s.outlet === f.outlet) &&
            (!f.act || s.statement.act === f.act) &&
            (!f.kind || s.statement.kind === f.kind) &&
            (!f.point || s.points.includes(f.point)) &&
            (!f.article || s.article === f.article) &&
            (f.status ? s.checking.status === f.status : s.checking.status !== "rejected") &&
            (f.checked === undefined ||
              f.checked === null ||
              f.checked === (s.checking.status !== "machine")),
        ),
        f,
      ),
    statementsById: async (_c, ids) => allStatements().filter((s) => ids.includes(s.id)),
    points: async (_c, f = {}) => {
      const rows = whole.points
        .map(pointRow)
        .filter(
          (p) =>
            (!f.verdicts || f.verdicts.includes(p.verdict)) &&
            (!f.speaker || p.speakers.includes(f.speaker)) &&
            (!f.side || p.sides.includes(f.side)) &&
            (!f.outlet || p.outlets.includes(f.outlet)) &&
            (!f.act || p.acts.includes(f.act)) &&
            (!f.q || p.point.question.toLowerCase().includes(f.q.toLowerCase())),
        );
      return { ...page(rows, f), total: rows.length };
    },
    point: async (_c, id) => {
      const rank = whole.points.findIndex((p) => p.id === id || p.formerly.includes(id));
      return rank === -1 ? null : pointRow(whole.points[rank]!, rank);
    },
    speakers: async (_c, f = {}) =>
      page(
        whole.speakers
          .filter((s) => !f.q || s.name.toLowerCase().includes(f.q.toLowerCase()))
          .map((speaker) => ({ speaker, statements: 0 })),
        f,
      ),
    speaker: async (_c, id) => {
      const speaker = whole.speakers.find((s) => s.id === id || s.members.includes(id));
      return speaker ? { speaker, statements: 0 } : null;
    },
    rest: async () => {
      const { sides, shifts, absences, variants, copies } = whole;
      return { sides, shifts, absences, variants, copies, models: [] };
    },
    whole: async (id) => {
      collection(id);
      return { ...whole, rulings: rulings.map((r) => r.ruling) };
    },
    search: async (_c, q) => ({
      statements: allStatements().filter((s) => words(s).includes(q.toLowerCase())),
      points: whole.points.map(pointRow).filter((p) => p.point.label.toLowerCase().includes(q.toLowerCase())),
      documents: documents().filter((d) => {
        const text = whole.articles.find((a) => a.id === d.article)?.text ?? "";
        return `${d.title} ${text}`.toLowerCase().includes(q.toLowerCase());
      }),
      speakers: whole.speakers
        .filter((s) => s.name.toLowerCase().includes(q.toLowerCase()))
        .map((speaker) => ({ speaker, statements: 0 })),
    }),
    addRulings: async (id, added, options) =>
      write(id, options, () => {
        const rows = added.map((ruling) => ({ seq: rulings.length + 1, revision: row.revision, ruling }));
        for (const r of rows) {
          rulings.push({ ...r, seq: rulings.length + 1 });
          if (r.ruling.target.type === "statement") changedAt.set(r.ruling.target.id, row.revision);
          emit({
            kind: "ruling",
            collection: id,
            revision: row.revision,
            seq: r.seq,
            id: r.ruling.id,
            by: r.ruling.by,
          });
        }
        row.checked = allStatements().filter((s) => !s.narrated && s.checking.status !== "machine").length;
        return { rulings: rows, revision: row.revision };
      }),
    rulings: async (_c, p) => page(rulings, p),
    allRulings: async () => rulings.map((r) => r.ruling),
    changes: async (id, since) => {
      collection(id);
      const changed = [...changedAt].filter(([, at]) => at > since).map(([key]) => key);
      const isPoint = (key: string) => whole.points.some((p) => p.id === key);
      return {
        since,
        revision: row.revision,
        points: {
          came: [],
          changed: changed.filter(isPoint),
          went: [...went].filter(([, at]) => at > since).map(([key]) => key),
        },
        statements: { came: [], changed: changed.filter((key) => !isPoint(key)), went: [] },
        documents: { came: [], changed: [], went: [] },
        rulings: rulings.filter((r) => r.revision > since),
        all: since < 1,
      };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => undefined,
  };
}
