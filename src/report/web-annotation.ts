/**
 * A collection as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one AnnotationCollection with an
 * annotation a statement, a pair of statements, a point, a shift, an absence and a variant. Every passage is a target
 * of its own with both selectors; the bodies say by role what the passages are.
 *
 * Positions count code points, as the Recommendation demands ("in terms of unicode code points … not in terms of code
 * units"). Clients in JavaScript (Hypothesis, Recogito) count UTF-16 units; the two differ only after characters
 * beyond U+FFFF, and both kinds of client anchor by the quote as well. The positions lie in the article's text as
 * readout fixed it, not in the page, so the target's source is that text, given in full under `readout:texts`; the page
 * is its `scope`.
 */
import { hashId } from "../id.ts";
import type { Article, Collection, Passage, Point, Relation, Statement } from "../model.ts";
import { codePointsOf } from "./code-points.ts";
import { statementsInOrder } from "./html/marks.ts";
import { type Found, holderOf, holdingOf, type View, view } from "./view.ts";
import { reasonWords } from "./words.ts";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Stable names: the ids of readout are hashes of content. */
export const urn = (id: string): string =>
  `urn:readout:${encodeURIComponent(id.replace(/[\ud800-\udfff]/gu, "\ufffd"))}`;
const VOCABULARY = "urn:readout:vocabulary:";

/** Terms of readout's own beside the W3C's context: what has no place in the model. */
const OWN_CONTEXT = {
  readout: VOCABULARY,
  "readout:texts": { "@id": `${VOCABULARY}texts`, "@container": "@set" },
  "readout:relates": { "@id": `${VOCABULARY}relates`, "@type": "@id", "@container": "@list" },
  "readout:within": { "@id": `${VOCABULARY}within`, "@type": "@id" },
};

/** How much text stands before and after the words in a quote selector. */
const CONTEXT = 32;
const ROLES = ["source", "cue", "content", "refersTo", "addressee", "medium", "via"] as const;
type RoleName = (typeof ROLES)[number];

/** What a role's body does (W3C purposes). */
const PURPOSE: Record<RoleName, string> = {
  source: "identifying",
  cue: "classifying",
  content: "describing",
  refersTo: "linking",
  addressee: "identifying",
  medium: "tagging",
  via: "linking",
};

/** Up to 32 units of context that cut no character in two. */
function contextOf(
  text: string,
  passage: { start: number; end: number },
): { prefix: string; suffix: string } {
  const prefix = text
    .slice(Math.max(0, passage.start - CONTEXT), passage.start)
    .replace(/^[\udc00-\udfff]/u, "");
  const suffix = text.slice(passage.end, passage.end + CONTEXT).replace(/[\ud800-\udbff]$/u, "");
  return { prefix, suffix };
}

class Writer {
  readonly v: View;
  readonly #counts = new Map<string, (offset: number) => number>();

  constructor(v: View) {
    this.v = v;
  }

  /** A passage with both selectors. */
  target(article: Article, passage: Passage, role: string, id: string | null): Json {
    let count = this.#counts.get(article.id);
    if (count === undefined) {
      count = codePointsOf(article.text);
      this.#counts.set(article.id, count);
    }
    return {
      ...(id === null ? {} : { id }),
      type: "SpecificResource",
      source: `${urn(article.id)}:text`,
      ...(article.url === null || !URL_LIKE.test(article.url) ? {} : { scope: article.url }),
      "readout:role": role,
      selector: [
        { type: "TextPositionSelector", start: count(passage.start), end: count(passage.end) },
        { type: "TextQuoteSelector", exact: passage.text, ...contextOf(article.text, passage) },
      ],
    };
  }

  statement(found: Found): Json {
    const { statement: s, article, narrated } = found;
    const id = urn(s.id);
    const bodies: Json[] = [];
    const body = (role: string, purpose: string, value: string, more: { [key: string]: Json } = {}) =>
      bodies.push({ type: "TextualBody", purpose, value, "readout:role": role, ...more });
    const holding = holdingOf(this.v, found);
    for (const h of holding.holders) {
      const role = h.role === null ? "" : `, ${h.role}`;
      const side = h.side === null || h.side.name === h.name ? "" : ` (${h.side.name})`;
      body(
        "source",
        "identifying",
        `${h.name}${h.sure || h.id === null ? "" : " (probably)"}${role}${side}`,
        {
          ...(h.id === null ? {} : { "readout:speaker": { id: urn(h.id) } }),
        },
      );
    }
    for (const tellers of holding.reportedBy)
      body("reportedBy", "identifying", tellers.map((h) => h.name).join(", "));
    body("cue", "classifying", narrated ? "own voice" : `${s.negated ? "not: " : ""}${s.act}`);
    body("content", "describing", `${s.form} ${s.kind}`);
    for (const role of ["refersTo", "addressee", "medium"] as const)
      if (s[role].length > 0) body(role, PURPOSE[role], s[role].map((p) => p.text).join(" … "));
    const targets = ROLES.flatMap((role) =>
      s[role].map((p, i) => this.target(article, p, role, `${id}:${role}:${i + 1}`)),
    );
    return {
      id,
      type: "Annotation",
      motivation: narrated ? "describing" : "identifying",
      body: bodies,
      target: targets,
      "readout:act": s.act,
      "readout:form": s.form,
      "readout:kind": s.kind,
      "readout:negated": s.negated,
      "readout:narrated": narrated,
      "readout:score": s.score,
      ...(s.saidAt === null ? {} : { "readout:saidAt": s.saidAt }),
      ...(s.parent === null ? {} : { "readout:within": urn(s.parent) }),
    };
  }

  relation(point: Point, relation: Relation, decisive: boolean): Json {
    const [a, b] = relation.pair;
    const targets = relation.evidence.flatMap((p) => {
      const article = this.v.articles.get(p.article);
      return article ? [this.target(article, p, "evidence", null)] : [];
    });
    return {
      id: `${urn(point.id)}:${encodeURIComponent(a)}:${encodeURIComponent(b)}`,
      type: "Annotation",
      motivation: "linking",
      body: [
        text("classifying", relation.verdict),
        text("questioning", relation.question),
        text(
          "describing",
          `${relation.reason.code}: ${reasonWords(this.v, relation.reason.text, relation.pair)}`,
        ),
      ],
      target: targets,
      "readout:relates": [urn(a), urn(b)],
      "readout:point": { id: urn(point.id) },
      "readout:decisive": decisive,
      "readout:score": relation.score,
    };
  }

  point(point: Point): Json {
    return {
      id: urn(point.id),
      type: "Annotation",
      motivation: "questioning",
      body: [
        text("questioning", point.question),
        text("classifying", point.verdict),
        ...point.positions.map((p) => ({
          ...text("describing", p.stance === "other" ? p.answer : `${p.stance}: ${p.answer}`),
          "readout:relates": p.statements.map(urn),
        })),
      ],
      target: [...new Set(point.positions.flatMap((p) => p.statements))].map(urn),
      "readout:reason": point.reason.code,
      "readout:score": point.score,
    };
  }
}

const URL_LIKE = /^https?:\/\/[^\s<>"{}|\\^`]+$/iu;

function text(purpose: string, value: string): { [key: string]: Json } {
  return { type: "TextualBody", purpose, value };
}

function relationsOf(w: Writer, point: Point): Json[] {
  const key = (r: Relation) => r.pair.join("\0");
  const all = new Map<string, Relation>();
  for (const r of [...(point.decisive ? [point.decisive] : []), ...point.relations]) {
    if (!all.has(key(r))) all.set(key(r), r);
  }
  return [...all.values()].map((r) =>
    w.relation(point, r, point.decisive !== null && key(r) === key(point.decisive)),
  );
}

function besides(w: Writer): Json[] {
  const { collection, articles } = w.v;
  const named = (id: string) => holderOf(w.v, id).name;
  const linking = (id: string, bodies: Json[], statements: readonly string[]): Json => ({
    id: urn(id),
    type: "Annotation",
    motivation: "linking",
    body: bodies,
    target: statements.map(urn),
  });
  return [
    ...collection.shifts.map((s) =>
      linking(
        s.id,
        [text("classifying", "shift"), text("describing", s.about), text("identifying", named(s.speaker))],
        [s.from, s.to],
      ),
    ),
    ...collection.variants.map((x) =>
      linking(
        x.id,
        [
          text("classifying", `variant: ${x.relation}`),
          ...x.changes.map((c) => text("editing", `${c.from} → ${c.to}`)),
        ],
        x.statements,
      ),
    ),
    ...collection.absences.map((a): Json => {
      const article = articles.get(a.article);
      const evidence = a.evidence.flatMap((p) => {
        const its = articles.get(p.article);
        return its ? [w.target(its, p, "evidence", null)] : [];
      });
      return {
        id: urn(a.id),
        type: "Annotation",
        motivation: "describing",
        body: [
          text("classifying", `absence: ${a.kind}`),
          ...(a.speaker === null ? [] : [text("identifying", named(a.speaker))]),
        ],
        target: evidence.length > 0 ? evidence : [`${urn(article?.id ?? a.article)}:text`],
        ...(a.point === null ? {} : { "readout:point": { id: urn(a.point) } }),
      };
    }),
    ...collection.copies.map(
      (c): Json => ({
        id: urn(c.id),
        type: "Annotation",
        motivation: "linking",
        body: [text("classifying", "copy"), text("describing", `${Math.round(c.share * 100)} % of the text`)],
        target: c.articles.map((id) => `${urn(id)}:text`),
      }),
    ),
  ];
}

/** All statements and findings as one JSON-LD document, ending with a line feed. */
export function exportWebAnnotation(collection: Collection): string {
  const v = view(collection);
  const w = new Writer(v);
  const items = [
    ...collection.articles.flatMap((a) =>
      statementsInOrder(a).flatMap((s: Statement) => {
        const some = ROLES.some((role) => s[role].length > 0);
        return some ? [w.statement(v.statements.get(s.id)!)] : [];
      }),
    ),
    ...v.points.flatMap((p) => [w.point(p), ...relationsOf(w, p)]),
    ...besides(w),
  ];
  const id = urn(hashId("c", ...collection.articles.map((a) => a.id)));
  const document: Json = {
    "@context": ["http://www.w3.org/ns/anno.jsonld", OWN_CONTEXT],
    id,
    type: "AnnotationCollection",
    label: "Statements and points at issue, made by readout",
    generator: {
      id: "urn:readout:generator",
      type: "Software",
      name: `${collection.generator.name} ${collection.generator.version}`,
    },
    total: items.length,
    first: { id: `${id}:page:1`, type: "AnnotationPage", startIndex: 0, partOf: id, items },
    "readout:texts": collection.articles.map((a) => ({
      id: `${urn(a.id)}:text`,
      type: "Text",
      format: "text/plain",
      ...(a.language === null ? {} : { language: a.language }),
      ...(a.title === null ? {} : { label: a.title }),
      ...(a.outlet === null ? {} : { "schema:publisher": a.outlet }),
      ...(a.publishedAt === null ? {} : { "schema:datePublished": a.publishedAt }),
      ...(a.url === null ? {} : { "schema:url": a.url }),
      value: a.text,
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
