/**
 * A collection as JSON-LD in the terms of schema.org: a Quotation for every statement, its words exactly as in the
 * article, part of the article that carries it; a Question with the answers given for every point at issue. Never
 * ClaimReview: nothing is judged here. The context stands in the document, so no processor has to fetch one.
 */
import type { Article, Collection, Point, Speaker, SpeakerKind } from "../model.ts";
import { bylineNames } from "./csl.ts";
import { statementsInOrder } from "./html/marks.ts";
import { type Quotation, quotationOf } from "./quotation.ts";
import { type Found, holdingOf, type View, view } from "./view.ts";
import { urn } from "./web-annotation.ts";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

const CONTEXT = {
  "@vocab": "https://schema.org/",
  readout: "urn:readout:vocabulary:",
  url: { "@type": "@id" },
};

/** People and bodies by kind; a group is no person, and schema.org has nothing nearer than an organisation. */
const SPEAKER_TYPE: Record<SpeakerKind, string> = {
  person: "Person",
  group: "Organization",
  body: "Organization",
  document: "CreativeWork",
  unnamed: "Person",
};

const isAddress = (url: string | null): url is string =>
  url !== null && /^https?:\/\/[^\s<>"{}|\\^`]+$/iu.test(url);

function articleNode(v: View, article: Article): Node {
  const side = article.side === null ? null : (v.sides.get(article.side)?.name ?? article.side);
  return {
    "@id": urn(article.id),
    "@type": article.kind === "report" ? "NewsArticle" : "Article",
    ...(article.title === null ? {} : { headline: article.title }),
    ...(isAddress(article.url) ? { url: article.url } : {}),
    ...(article.publishedAt === null ? {} : { datePublished: article.publishedAt }),
    ...(article.outlet === null ? {} : { publisher: { "@type": "Organization", name: article.outlet } }),
    ...(article.byline === null
      ? {}
      : { author: bylineNames(article.byline).map((name) => ({ "@type": "Person", name })) }),
    ...(article.language === null ? {} : { inLanguage: article.language }),
    ...(article.kind === "report" ? {} : { genre: article.kind }),
    ...(side === null ? {} : { sourceOrganization: { "@type": "Organization", name: side } }),
    "readout:document": v.names.get(article.id) ?? article.id,
  };
}

function speakerNode(v: View, speaker: Speaker): Node {
  const side = speaker.side === null ? null : (v.sides.get(speaker.side)?.name ?? null);
  const person = SPEAKER_TYPE[speaker.kind] === "Person";
  const aliases = speaker.aliases.filter((a) => a !== speaker.name);
  return {
    "@id": urn(speaker.id),
    "@type": SPEAKER_TYPE[speaker.kind],
    name: speaker.name,
    ...(aliases.length === 0 ? {} : { alternateName: aliases }),
    ...(speaker.role === null ? {} : person ? { jobTitle: speaker.role } : { description: speaker.role }),
    ...(side === null || side === speaker.name
      ? {}
      : { [person ? "affiliation" : "memberOf"]: { "@type": "Organization", name: side } }),
    "readout:kind": speaker.kind,
  };
}

function quotationNode(v: View, found: Found, q: Quotation, position: number): Node {
  const { statement, article, narrated } = found;
  const holders = narrated ? [] : holdingOf(v, found, false).holders;
  const known = holders.filter((h) => h.id !== null && h.sure);
  const refs: Json[] = known.map((h) => ({ "@id": urn(h.id!) }));
  const unknown: Json[] = holders.flatMap((h) =>
    h.id === null ? [{ "@type": "Person", name: h.name }] : [],
  );
  const who = [...refs, ...unknown];
  const outlet: Json = { "@type": "Organization", name: q.outlet };
  return {
    "@id": urn(statement.id),
    "@type": "Quotation",
    text: q.exact.map((p) => p.text).join(" … "),
    isPartOf: { "@id": urn(article.id) },
    position,
    // Who made the words, and to whom the article attributes what they say: the same where they are direct.
    creator: q.direct && who.length > 0 ? who : outlet,
    ...(who.length > 0 ? { spokenByCharacter: who } : {}),
    ...(statement.saidAt === null ? {} : { dateCreated: statement.saidAt }),
    ...(article.language === null ? {} : { inLanguage: article.language }),
    ...(isAddress(q.address) ? { url: q.address } : {}),
    ...(q.page === null ? {} : { pagination: q.page }),
    "readout:direct": q.direct,
    "readout:wording": q.wording,
    "readout:act": narrated ? "own voice" : statement.act,
    "readout:form": statement.form,
    "readout:kind": statement.kind,
    "readout:negated": statement.negated,
    "readout:score": statement.score,
    ...(q.reportedBy.length === 0
      ? {}
      : { "readout:reportedBy": q.reportedBy.map((hs) => hs.map((h) => h.name).join(", ")) }),
    ...(statement.parent === null ? {} : { "readout:within": { "@id": urn(statement.parent) } }),
    ...(q.time === null ? {} : { "readout:seconds": q.time }),
    "readout:start": q.exact[0]!.start,
    "readout:end": q.exact.at(-1)!.end,
  };
}

function pointNode(point: Point, written: ReadonlySet<string>): Node {
  return {
    "@id": urn(point.id),
    "@type": "Question",
    name: point.question,
    about: point.label,
    suggestedAnswer: point.positions.map((position, i) => ({
      "@id": `${urn(point.id)}:${i + 1}`,
      "@type": "Answer",
      text: position.answer,
      citation: position.statements.filter((id) => written.has(id)).map((id) => ({ "@id": urn(id) })),
      "readout:stance": position.stance,
      "readout:independent": position.independent,
    })),
    "readout:verdict": point.verdict,
    "readout:reason": point.reason.code,
  };
}

/** All statements, articles, speakers and points as one JSON-LD document, ending with a line feed. */
export function exportJsonLd(collection: Collection): string {
  const v = view(collection);
  const written = new Set<string>();
  const quotations = collection.articles.flatMap((article) => {
    let position = 0;
    return statementsInOrder(article).flatMap((s) => {
      const found = v.statements.get(s.id)!;
      const q = quotationOf(v, found);
      if (q === null) return [];
      written.add(s.id);
      position++;
      return [quotationNode(v, found, q, position)];
    });
  });
  const graph: Json[] = [
    ...collection.articles.map((a) => articleNode(v, a)),
    ...collection.speakers.map((s) => speakerNode(v, s)),
    ...quotations,
    ...v.points.map((p) => pointNode(p, written)),
  ];
  return `${JSON.stringify({ "@context": CONTEXT, "@graph": graph }, null, 1)}\n`;
}
