import { classesOf, classFit, isBodyClass } from "./body-class.ts";
import type { Context } from "./context.ts";
import { bodyOf, companyInPassing } from "./describe-body.ts";
import { inPassing, otherOf } from "./describe-person.ts";
import { type Entity, roleWords } from "./entity.ts";
import { BODY_NOUNS, isPersonNoun } from "./lexicon/nouns.ts";
import type { Mention } from "./mention.ts";
import { isAgentive, type Option } from "./nominal-candidates.ts";
import { EPITHET, GENERIC, isWider, KIN, office, officeOf, officesOf, UNIQUE } from "./offices.ts";
import { isTopic, salient } from "./salience.ts";
import { speakingBefore } from "./speaking.ts";

/** What the description itself shows; the same for all its candidates. */
const MENTION = (
  "the this owned bare indefinite mods1 mods2 complement relative epithet generic kin unique relational spokes listed " +
  "bodyClass listedBody isPerson isBody isDocument gendered isSource subject topic quoted start late headSeen nothingFits " +
  "somethingFits few many country ownerPerson ownerBody short adds replies"
).split(" ");

/** What a candidate shows. */
const OPTION = (
  "fit fitHigh fitSome fitNone fitBest headSame headInName officeSame wider classFit wordsShared wordsOther roleless otherRole " +
  "countrySame countryClash bodySame bodyClash genderSame genderWeak genderWeakClash genderBound genderBoundClash " +
  "person unnamed body place unknown document named whole dist0 dist1 dist2 dist3 distLog samePar nextPar subject object oblique inside " +
  "possessive pronoun name description topic source lastSpeaker goesOn answersSelf speakerBefore saidNear recent0 recent1 recent2 first count " +
  "countBest early off only given outlet quotedElse later onlyNear addressed otherMain sameHeadIndefinite subjects anyone " +
  "passing passingShare companyPassing opposite agentBody agentCompany lastNamed salience salientBest"
).split(" ");

/** Names of the features, in the order of `nominalFeatures`. */
export const NOMINAL_FEATURES: readonly string[] = [...OPTION, ...MENTION.map((name) => `mention ${name}`)];
/** Those of nobody before: what the mention shows. */
export const NEW_FEATURES: readonly string[] = MENTION;

/** Nouns that tell somebody's part in what is told rather than an office. */
const RELATIONAL =
  /^(?:host|guest|visitor|witness|counterpart|interlocutor|opponent|rival|colleague|caller|applicant|claimant|defendant|plaintiff|petitioner|respondent|accused|complainant|victim|suspect|patient|buyer|seller|bidder|owner|winner|loser|partner|predecessor|successor|neighbou?r|speaker|author|writer|other)$/;

const is = (value: boolean) => (value ? 1 : 0);

/** The two rows of features: one for each option, and one for "nobody before". */
export function nominalFeatures(
  context: Context,
  mention: Mention,
  options: readonly Option[],
  country: string | null,
  owner: number,
): { rows: number[][]; fresh: number[] } {
  const fresh = ofMention(context, mention, options, country, owner);
  const { last, before, addressed, adds, replies } = speakingBefore(context, mention);
  fresh.push(is(adds), is(replies));
  const best = Math.max(0, ...options.map(({ fit }) => fit));
  const most = Math.max(0, ...options.map(({ count }) => count));
  const near = options.filter((option) => !option.off && mention.sentence - option.last.sentence <= 3);
  const typed = options.filter((option) => !option.off && !option.later);
  const main =
    owner < 0
      ? -1
      : (options
          .filter(({ entity }) => context.entities[entity]!.type === "person")
          .sort((a, b) => b.count - a.count || a.entity - b.entity)[0]?.entity ?? -1);
  const hints = hinted(context, mention, owner, options);
  const rows = options.map((option) => {
    const entity = context.entities[option.entity]!;
    const rank = typed.indexOf(option);
    return [
      ...ofFit(context, mention, entity, option, best, country, owner),
      ...ofEntity(mention, entity),
      ...ofPlace(context, mention, option),
      is(last.includes(option.entity)),
      is(adds && last.includes(option.entity)),
      is(replies && last.includes(option.entity)),
      is(before.includes(option.entity)),
      option.said === null ? 0 : 1 / (1 + Math.max(0, mention.sentence - option.said.sentence)),
      is(rank === 0),
      is(rank === 1),
      is(rank === 2),
      is(entity.mentions[0] !== undefined && context.mentions.list[entity.mentions[0]]!.sentence === 0),
      Math.log1p(option.count) / 2,
      is(option.count >= most),
      is(entity.mentions[0] !== undefined && entity.mentions[0] <= 3),
      is(option.off),
      is(typed.length === 1),
      is(entity.given),
      is(option.entity === context.outlet),
      is(option.last.quotation >= 0 && option.last.quotation !== mention.quotation),
      is(option.later),
      is(near.length === 1 && near[0] === option),
      is(addressed.has(option.entity)),
      is(main === option.entity),
      is(entity.names.size === 0 && entity.roles[0]?.head === mention.head),
      option.subjects / Math.max(1, option.count),
      1,
      ...hints(option.entity),
      ...fresh,
    ];
  });
  return { rows, fresh };
}

/** What the rules for epithets, companies and opposites would take, who was named last, and how salient each is. */
function hinted(
  context: Context,
  mention: Mention,
  owner: number,
  options: readonly Option[],
): (entity: number) => number[] {
  const passing = inPassing(context, mention, owner);
  const company = companyInPassing(context, mention, owner);
  const opposite = otherOf(context, mention, owner);
  const named = options.find(
    ({ entity, last, later, off }) =>
      !later && !off && last.inside < 0 && context.entities[entity]!.names.size > 0,
  );
  const ranked = mention.type === "person" ? salient(context, mention) : [];
  const sum = ranked.reduce((total, { weight }) => total + weight, 0);
  const weights = new Map(ranked.map(({ entity, weight }) => [entity, weight / sum]));
  return (entity) => {
    const type = context.entities[entity]!.type;
    const agent = isAgentive(mention) && type === "body";
    return [
      is(passing?.entities[0] === entity),
      passing?.entities[0] === entity ? passing.score : 0,
      is(company?.entities[0] === entity),
      is(opposite?.entities[0] === entity),
      is(agent),
      is(agent && classesOf(context.entities[entity]!).has("company")),
      is(named?.entity === entity),
      weights.get(entity) ?? 0,
      is(ranked[0]?.entity === entity),
    ];
  };
}

function ofFit(
  context: Context,
  mention: Mention,
  entity: Entity,
  option: Option,
  best: number,
  country: string | null,
  owner: number,
): number[] {
  const { fit } = option;
  const head = officeOf(mention.head, mention.modifiers);
  const heads = officesOf(entity.heads, entity.words);
  const words = roleWords(mention).filter((word) => word !== mention.head && word.length > 2);
  const shared = words.filter((word) => entity.words.has(word)).length;
  const body = owner >= 0 ? bodyOf(context, owner) : -1;
  const same = heads.has(head);
  const wide = isWider(head, heads);
  return [
    Math.min(fit, 1.5),
    is(fit >= 0.9),
    is(fit > 0 && fit < 0.9),
    is(fit <= 0),
    is(fit > 0 && fit >= best),
    is(entity.heads.has(mention.head)),
    is(
      [...entity.names].some((name) =>
        name
          .toLowerCase()
          .split(/[\s-]+/)
          .includes(mention.head),
      ),
    ),
    is(same),
    is(wide),
    entity.type === "body" || entity.type === null ? classFit(mention.head, entity) : 0,
    Math.min(2, shared) / 2,
    is(words.length > 0 && shared === 0 && entity.words.size > 0),
    is(entity.heads.size === 0),
    is(entity.heads.size > 0 && !same && !wide && !entity.heads.has(mention.head)),
    is(country !== null && entity.country === country),
    is(country !== null && entity.country !== null && entity.country !== country),
    is(body >= 0 && entity.body === body),
    is(body >= 0 && entity.body >= 0 && entity.body !== body),
  ];
}

function ofEntity(mention: Mention, entity: Entity): number[] {
  const { gender } = mention;
  const other = gender === "m" ? "f" : "m";
  return [
    is(gender !== null && entity.gender === gender),
    is(gender !== null && entity.gender === null && entity.weakGender === gender),
    is(gender !== null && entity.gender === null && entity.weakGender === other),
    is(gender !== null && entity.bound[gender] > entity.bound[other]),
    is(gender !== null && entity.bound[other] > entity.bound[gender]),
    is(entity.type === "person"),
    is(entity.type === "unnamed"),
    is(entity.type === "body"),
    is(entity.type === "place"),
    is(entity.type === null),
    is(entity.type === "document"),
    is(entity.names.size > 0),
    is([...entity.names].some((name) => name.includes(" "))),
  ];
}

function ofPlace(context: Context, mention: Mention, option: Option): number[] {
  const { last } = option;
  const distance = Math.max(0, mention.sentence - last.sentence);
  return [
    is(distance === 0 && !option.later),
    is(distance === 1),
    is(distance === 2),
    is(distance >= 3 && distance <= 5),
    Math.log1p(distance) / 2,
    is(last.paragraph === mention.paragraph),
    is(mention.paragraph - last.paragraph === 1),
    is(last.grammar === "subject"),
    is(last.grammar === "object"),
    is(last.grammar === "oblique"),
    is(last.inside >= 0),
    is(last.possessive),
    is(last.form === "pronoun"),
    is(last.form === "name"),
    is(last.form === "description"),
    is(isTopic(context, last)),
    is(context.asSource(last) !== null),
  ];
}

function ofMention(
  context: Context,
  mention: Mention,
  options: readonly Option[],
  country: string | null,
  owner: number,
): number[] {
  const { determiner, head } = mention;
  const { tokens } = context.mentions;
  const own = /^(?:'s|his|her|its|their|our|my|your|whose)$/.test(determiner);
  const plain = mention.modifiers.filter((word) => !/^(?:same|latter|former)$/.test(word)).length;
  const best = Math.max(0, ...options.filter(({ off }) => !off).map(({ fit }) => fit));
  const near = options.filter((option) => mention.sentence - option.last.sentence <= 3).length;
  const ownerType = owner < 0 ? null : context.entities[owner]!.type;
  const name = office(head);
  return [
    is(determiner === "the"),
    is(/^(?:this|that)$/.test(determiner)),
    is(own),
    is(determiner === ""),
    is(/^(?:a|an|another|one|some|any)$/.test(determiner)),
    is(plain === 1),
    is(plain > 1),
    is(mention.complement >= 0 || /^(?:of|for|from|at|in)$/.test(tokens[mention.last + 1]?.lower ?? "")),
    is(/^(?:who|which|that|whose)$/.test(tokens[mention.last + 1]?.lower ?? "")),
    is(EPITHET.test(head)),
    is(GENERIC.has(head)),
    is(KIN.test(head)),
    is(UNIQUE.test(head)),
    is(RELATIONAL.test(head)),
    is(name === "spokes"),
    is(isPersonNoun(head)),
    is(isBodyClass(head)),
    is(BODY_NOUNS.has(head)),
    is(mention.type === "person"),
    is(mention.type === "body"),
    is(mention.type === "document"),
    is(mention.gender !== null),
    is(context.asSource(mention) !== null),
    is(mention.grammar === "subject"),
    is(isTopic(context, mention)),
    is(mention.quotation >= 0),
    is(mention.sentence <= 1),
    Math.min(1, mention.sentence / 20),
    is(
      options.some(({ entity }) => {
        const { heads, names } = context.entities[entity]!;
        return names.size === 0 && heads.has(head);
      }),
    ),
    is(best <= 0),
    is(best >= 0.9),
    is(near === 1),
    is(near > 2),
    is(country !== null),
    is(ownerType === "person" || ownerType === "unnamed"),
    is(ownerType === "body" || ownerType === "place" || ownerType === "document"),
    is(determiner === "the" && plain === 0 && mention.complement < 0),
  ];
}
