import { boundOff } from "./binding.ts";
import type { Context } from "./context.ts";
import { bodyFits } from "./describe-body.ts";
import { personFits } from "./describe-person.ts";
import type { Entity } from "./entity.ts";
import type { Mention } from "./mention.ts";
import { GENERIC, KIN, officeOf } from "./offices.ts";

/** Somebody or something that a description that stands alone may pick up. */
export interface Option {
  entity: number;
  /** What the rules of roles, titles and kinds say: 0 nothing, 1 the same noun, more with country or portfolio. */
  fit: number;
  /** Its last mention before; the description itself where it is named only later. */
  last: Mention;
  /** Its last mention by name or description before, null for none. */
  full: Mention | null;
  /** Its last mention as the source of a statement before, null for none. */
  said: Mention | null;
  count: number;
  subjects: number;
  /** Named only behind the description, or in the front matter. */
  later: boolean;
  /** The rules of binding say that it can't be meant here. */
  off: boolean;
}

const WINDOW = 400;
const MOST = 24;

/** Nouns of one document: "a study … the paper". */
const WORKS = [
  /^(?:study|paper|research|article|work|analysis|findings|results|experiment)$/,
  /^(?:survey|poll)$/,
  /^(?:report|review)$/,
  /^(?:letter|email|e-mail|note|message|memo|memorandum)$/,
  /^(?:filing|complaint|lawsuit|suit|petition|motion|claim)$/,
  /^(?:ruling|verdict|judgment|judgement|decision|order|opinion)$/,
  /^(?:statement|release|communique|communiqué|announcement|readout)$/,
  /^(?:agreement|accord|treaty|pact|deal|protocol|memorandum)$/,
];

function sameWork(a: string, b: string): boolean {
  return WORKS.some((pattern) => pattern.test(a) && pattern.test(b));
}

/** How well a description fits an entity by what is known of it; 0 where nothing speaks for it. */
function fitOf(
  context: Context,
  mention: Mention,
  entity: Entity,
  country: string | null,
  owner: number,
): number {
  if (mention.type === "person") return personFits(context, mention, entity, country, owner);
  if (mention.type === "body") return bodyFits(context, mention, entity, country);
  if (mention.type === "document" && entity.type === "document")
    return entity.heads.has(mention.head)
      ? 1
      : [...entity.heads].some((head) => sameWork(head, mention.head))
        ? 0.75
        : /^(?:document|paper|text)$/.test(mention.head)
          ? 0.6
          : 0;
  return 0;
}

/** "the shipbuilder", "the operator": a noun of what somebody does, which a body may do as well. */
export function isAgentive(mention: Mention): boolean {
  return (
    mention.type === "person" &&
    mention.gender === null &&
    /(?:er|or|ant)$/.test(mention.head) &&
    !KIN.test(mention.head) &&
    !GENERIC.has(mention.head) &&
    mention.titles.length === 0
  );
}

const PARTY = /^(?:plaintiff|defendant|claimant|petitioner|respondent|appellant|accused|complainant)$/;
const COUNSEL =
  /^(?:lawyer|attorney|counsel|barrister|solicitor|prosecutor|judge|justice|magistrate|coroner)$/;

/** Whether a description of this kind can mean an entity at all; gender and kind only. */
function possible(mention: Mention, entity: Entity, agentive: boolean): boolean {
  if (mention.gender && entity.gender && mention.gender !== entity.gender) return false;
  const { type } = entity;
  // whom a court hears as a party is not who speaks for one, holds an office in a body or judges
  const apart = entity.body >= 0 || [...entity.heads].some((head) => COUNSEL.test(head));
  if (PARTY.test(mention.head) && apart) return false;
  if (mention.type === "person")
    return (
      type === "person" ||
      type === "unnamed" ||
      (type === null && entity.names.size > 0) ||
      (agentive && type === "body" && entity.names.size > 0)
    );
  if (mention.type === "body") return type === "body" || type === "place" || type === null;
  if (mention.type === "document")
    return type === "document" || ((type === null || type === "body") && entity.words.has(mention.head));
  return false;
}

/** The entities that a singular description may mean, the last spoken of first. */
export function nominalCandidates(
  context: Context,
  mention: Mention,
  country: string | null,
  owner: number,
): Option[] {
  const found = new Map<number, Option>();
  const off = boundOff(context, mention);
  const agentive = isAgentive(mention);
  const { history, entities } = context;
  for (let k = history.length - 1; k >= 0 && k > history.length - WINDOW; k--) {
    const { mention: past, entities: ids } = history[k]!;
    if (ids.length !== 1 || past.id === mention.owner || past.first >= mention.first) continue;
    const id = ids[0]!;
    if (id === owner) continue;
    const known = found.get(id);
    const said = context.asSource(past) === null ? null : past;
    const full = past.form === "name" || past.form === "description" ? past : null;
    if (known) {
      known.count++;
      known.full ??= full;
      known.said ??= said;
      if (past.grammar === "subject" && past.inside < 0) known.subjects++;
      continue;
    }
    const entity = entities[id]!;
    if (!possible(mention, entity, agentive)) continue;
    if (country !== null && entity.country !== null && entity.country !== country) continue;
    const subjects = past.grammar === "subject" && past.inside < 0 ? 1 : 0;
    found.set(id, {
      entity: id,
      fit: fitOf(context, mention, entity, country, owner),
      last: past,
      full,
      said,
      count: 1,
      subjects,
      later: false,
      off: off.has(id),
    });
  }
  // somebody named later or in the front matter, whose role the text gives there
  const later = [
    ...(context.byHead.get(officeOf(mention.head, mention.modifiers)) ?? []),
    ...(context.clusters.side >= 0 ? [context.clusters.side] : []),
  ];
  for (const id of later) {
    const entity = entities[id]!;
    if (found.has(id) || id === owner || (!entity.given && entity.mentions.length > 0)) continue;
    const fit = fitOf(context, mention, entity, country, owner);
    if (fit >= 0.9 && possible(mention, entity, agentive))
      found.set(id, {
        entity: id,
        fit,
        last: mention,
        full: null,
        said: null,
        count: 0,
        subjects: 0,
        later: true,
        off: off.has(id),
      });
  }
  const all = [...found.values()];
  return all.filter((option, index) => index < MOST || option.fit >= 0.5);
}
