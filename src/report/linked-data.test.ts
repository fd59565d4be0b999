/**
 * Web Annotations and schema.org as the JSON-LD processor (`jsonld`) takes them in: nothing is dropped, and every selector
 * anchors in the text again by a reader that knows only the W3C's model.
 */
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import type { Collection } from "../model.ts";
import { exportJsonLd } from "./jsonld.ts";
import { riverSample } from "./sample.ts";
import { tricky } from "./tricky.test-data.ts";
import { exportWebAnnotation } from "./web-annotation.ts";

const OA = "http://www.w3.org/ns/oa#";
const AS = "https://www.w3.org/ns/activitystreams#";

/**
 * The terms of the W3C's context that are used here, by the Recommendation's tables (section 3 and appendix A of
 * annotation-model, annotation-vocab); the official file may not be fetched in a test.
 */
const iri = (id: string) => ({ "@id": id, "@type": "@id" });
const vocab = (id: string) => ({ "@id": id, "@type": "@vocab" });
const ANNO = {
  id: "@id",
  type: "@type",
  schema: "http://schema.org/",
  Annotation: `${OA}Annotation`,
  AnnotationCollection: `${AS}OrderedCollection`,
  AnnotationPage: `${AS}OrderedCollectionPage`,
  TextualBody: `${OA}TextualBody`,
  SpecificResource: `${OA}SpecificResource`,
  TextPositionSelector: `${OA}TextPositionSelector`,
  TextQuoteSelector: `${OA}TextQuoteSelector`,
  Software: `${AS}Application`,
  Text: "http://purl.org/dc/dcmitype/Text",
  ...Object.fromEntries(
    "classifying describing editing highlighting identifying linking questioning tagging"
      .split(" ")
      .map((m) => [m, `${OA}${m}`]),
  ),
  body: iri(`${OA}hasBody`),
  target: iri(`${OA}hasTarget`),
  source: iri(`${OA}hasSource`),
  selector: iri(`${OA}hasSelector`),
  scope: iri(`${OA}hasScope`),
  motivation: vocab(`${OA}motivatedBy`),
  purpose: vocab(`${OA}hasPurpose`),
  generator: iri(`${AS}generator`),
  first: iri(`${AS}first`),
  partOf: iri(`${AS}partOf`),
  items: { ...iri(`${AS}items`), "@container": "@list" },
  total: `${AS}totalItems`,
  startIndex: `${AS}startIndex`,
  name: "http://xmlns.com/foaf/0.1/name",
  label: "http://www.w3.org/2000/01/rdf-schema#label",
  format: "http://purl.org/dc/elements/1.1/format",
  language: "http://purl.org/dc/elements/1.1/language",
  value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
  start: `${OA}start`,
  end: `${OA}end`,
  exact: `${OA}exact`,
  prefix: `${OA}prefix`,
  suffix: `${OA}suffix`,
};

type Any = Record<string, unknown>;
const documentLoader = async (url: string) => {
  if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`no address may be fetched: ${url}`);
  return { documentUrl: url, document: { "@context": ANNO } };
};
const expand = (text: string) =>
  jsonld.expand(JSON.parse(text), { documentLoader, safe: true } as never) as unknown as Promise<Any[]>;

/** Every object in a tree. */
function objects(value: unknown): Any[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (value === null || typeof value !== "object") return [];
  return [value as Any, ...Object.values(value).flatMap(objects)];
}
const typed = (all: Any[], type: string) =>
  all.filter((o) => ((o["@type"] as string[]) ?? []).includes(type));
const values = (o: Any, key: string) => ((o[key] as Any[]) ?? []).map((x) => x["@value"] ?? x["@id"]);
const value = (o: Any, key: string) => values(o, key)[0];

/** A selector's place in a text, by position and by quote; throws where they disagree. */
function anchor(text: string, target: Any): string {
  const points = [...text];
  const selectors = target[`${OA}hasSelector`] as Any[];
  const position = typed(selectors, `${OA}TextPositionSelector`)[0]!;
  const quote = typed(selectors, `${OA}TextQuoteSelector`)[0]!;
  const [start, end] = [Number(value(position, `${OA}start`)), Number(value(position, `${OA}end`))];
  const [exact, prefix, suffix] = ["exact", "prefix", "suffix"].map((k) => String(value(quote, OA + k)));
  const words = points.slice(start, end).join("");
  if (words !== exact) throw new Error(`position gives “${words}”, quote “${exact}”`);
  if (!points.slice(0, start).join("").endsWith(prefix!))
    throw new Error(`prefix “${prefix}” does not stand before`);
  if (!points.slice(end).join("").startsWith(suffix!)) throw new Error(`suffix “${suffix}” does not follow`);
  return words;
}

const samples: [string, () => Collection][] = [
  ["river", riverSample],
  ["tricky", tricky],
];

describe.each(samples)("exportWebAnnotation of %s", (_, make) => {
  it("loses nothing in a JSON-LD processor and holds an annotation for every finding", async () => {
    const c = make();
    const [collection] = await expand(exportWebAnnotation(c));
    expect(collection!["@type"]).toEqual([`${AS}OrderedCollection`]);
    const annotations = typed(objects(collection), `${OA}Annotation`);
    expect(annotations).toHaveLength(Number(value(collection!, `${AS}totalItems`)));
    const ids = annotations.map((a) => a["@id"] as string);
    expect(new Set(ids).size).toBe(ids.length);
    const findings = [
      ...c.articles.flatMap((a) => [...a.statements, ...a.narrated]),
      ...c.points,
      ...c.shifts,
      ...c.absences,
      ...c.variants,
      ...c.copies,
    ];
    for (const { id } of findings) expect(ids).toContain(`urn:readout:${id}`);
    for (const a of annotations) {
      expect(a[`${OA}hasTarget`]).toBeDefined();
      expect(value(a, `${OA}motivatedBy`)).toMatch(/^http:\/\/www\.w3\.org\/ns\/oa#/);
      for (const body of (a[`${OA}hasBody`] as Any[]) ?? [])
        expect(value(body, `${OA}hasPurpose`)).toMatch(/^http:\/\/www\.w3\.org\/ns\/oa#/);
    }
  });

  it("has one target a passage, and each anchors in the text by position and by quote", async () => {
    const c = make();
    const all = objects(await expand(exportWebAnnotation(c)));
    const texts = new Map(
      typed(all, "http://purl.org/dc/dcmitype/Text").map((t) => [t["@id"], value(t, ANNO.value) as string]),
    );
    for (const article of c.articles) {
      const text = texts.get(`urn:readout:${article.id}:text`)!;
      expect(text).toBe(article.text);
      for (const s of [...article.statements, ...article.narrated]) {
        const annotation = typed(all, `${OA}Annotation`).find((a) => a["@id"] === `urn:readout:${s.id}`)!;
        const targets = annotation[`${OA}hasTarget`] as Any[];
        const anchored = targets.map((t) => [value(t, "urn:readout:vocabulary:role"), anchor(text, t)]);
        const roles = ["source", "cue", "content", "refersTo", "addressee", "medium", "via"] as const;
        expect(anchored).toEqual(roles.flatMap((role) => s[role].map((p) => [role, p.text])));
        if (s.parent !== null)
          expect(value(annotation, "urn:readout:vocabulary:within")).toBe(`urn:readout:${s.parent}`);
      }
    }
    const relations = c.points.flatMap((p) => p.relations);
    const linking = typed(all, `${OA}Annotation`).filter(
      (a) => a["urn:readout:vocabulary:point"] && a["urn:readout:vocabulary:relates"],
    );
    expect(linking).toHaveLength(new Set(relations.map((r) => r.pair.join())).size);
  });
});

describe.each(samples)("exportJsonLd of %s", (_, make) => {
  const SCHEMA = "https://schema.org/";
  it("is schema.org's Quotation without a request, exact words in their article", async () => {
    const c = make();
    const all = objects(await expand(exportJsonLd(c)));
    const quotations = typed(all, `${SCHEMA}Quotation`);
    const statements = c.articles.flatMap((article) =>
      [...article.statements, ...article.narrated].map((s) => ({ article, s })),
    );
    expect(quotations).toHaveLength(statements.length);
    for (const { article, s } of statements) {
      const q = quotations.find((x) => x["@id"] === `urn:readout:${s.id}`)!;
      expect(value(q, `${SCHEMA}isPartOf`)).toBe(`urn:readout:${article.id}`);
      for (const piece of String(value(q, `${SCHEMA}text`)).split(" … "))
        expect(article.text).toContain(piece);
      const direct = value(q, "urn:readout:vocabulary:direct");
      const makers = (q[`${SCHEMA}creator`] as Any[]).map((m) => m["@id"]);
      if (direct && s.speakers.length > 0) expect(makers).toEqual(values(q, `${SCHEMA}spokenByCharacter`));
    }
    const [article] = typed(all, `${SCHEMA}NewsArticle`).filter(
      (a) => value(a, `${SCHEMA}url`) !== undefined,
    );
    expect(value(article!, `${SCHEMA}datePublished`)).toMatch(/^2026/);
    const ids = new Set(all.filter((o) => o["@type"]).map((o) => o["@id"]));
    for (const q of quotations)
      for (const who of (q[`${SCHEMA}spokenByCharacter`] as Any[]) ?? [])
        if (who["@id"]) expect(ids).toContain(who["@id"]);
  });
  it("asks the points' questions and judges nothing", async () => {
    const c = make();
    const all = objects(await expand(exportJsonLd(c)));
    expect(
      typed(all, `${SCHEMA}Question`)
        .map((q) => value(q, `${SCHEMA}name`))
        .sort(),
    ).toEqual(c.points.map((p) => p.question).sort());
    expect(exportJsonLd(c)).not.toMatch(/ClaimReview|reviewRating/);
  });
});
