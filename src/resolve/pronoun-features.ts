import type { Context } from "./context.ts";
import type { Entity } from "./entity.ts";
import type { Mention } from "./mention.ts";
import { type Candidate, isObjectHer, isTopic, sameClause, speakersAround } from "./salience.ts";
import { type Speaking, speakingBefore } from "./speaking.ts";

const PLAIN = (
  "weight share best dist0 dist1 dist2 dist3 subject object oblique inside pronoun whole short description topic source " +
  "paragraph quoted tokens recent0 recent1 recent2 count named first genderKnown genderBound genderWeak genderNone " +
  "clashBound clashWeak null place body around sourceAgain lastSubject sameClause bestSubject bestDist0 bestDist1 apposed only " +
  "lastSpeaker speakerBefore goesOn answersSelf addressed between parallel ahead subjects document agentless"
).split(" ");
/** Those of the plain features that are also given for each kind of pronoun by itself. */
const CROSSED =
  "weight share best dist0 dist1 subject object oblique inside pronoun whole topic source recent0 around sameClause lastSubject paragraph between parallel".split(
    " ",
  );
const CROSSED_AT = CROSSED.map((name) => PLAIN.indexOf(name));

/** Names of the features, in the order of `pronounFeatures`. A trained ranker names the ones it knows. */
export const PRONOUN_FEATURES: readonly string[] = [
  ...PLAIN,
  ...["subject", "object", "possessive", "it"].flatMap((kind) => CROSSED.map((name) => `${kind}*${name}`)),
];

const POSSESSIVE = /^(?:his|her|its)$/;

/** One row for each candidate, best by the rules first. Numbers are small and without units. */
export function pronounFeatures(
  context: Context,
  pronoun: Mention,
  ranked: readonly Candidate[],
): Float64Array[] {
  const around = speakersAround(context, pronoun);
  const byRecency = [...ranked].sort((a, b) => b.last.first - a.last.first).map(({ entity }) => entity);
  const top = ranked[0]?.weight ?? 1;
  const sum = ranked.reduce((total, { weight }) => total + weight, 0);
  const own = context.asSource(pronoun) !== null;
  const possessive = POSSESSIVE.test(pronoun.head) && !isObjectHer(context, pronoun);
  const speaking = speakingBefore(context, pronoun);
  const kinds = [
    !possessive && pronoun.grammar === "subject" && pronoun.gender !== null,
    !possessive && pronoun.grammar !== "subject" && pronoun.gender !== null,
    possessive && pronoun.gender !== null,
    pronoun.gender === null,
  ];
  return ranked.map((candidate) => {
    const row = plain(context, pronoun, candidate, {
      around: around.has(candidate.entity),
      recency: byRecency.indexOf(candidate.entity),
      top,
      sum,
      own,
      only: ranked.length === 1,
      speaking,
      between: byRecency.filter((id) => byRecency.indexOf(id) < byRecency.indexOf(candidate.entity)).length,
    });
    const crossed = kinds.flatMap((is) => CROSSED_AT.map((index) => (is ? row[index]! : 0)));
    return Float64Array.from([...row, ...crossed]);
  });
}

interface Setting {
  around: boolean;
  recency: number;
  top: number;
  sum: number;
  own: boolean;
  only: boolean;
  speaking: Speaking;
  /** How many others were spoken of since. */
  between: number;
}

function plain(context: Context, pronoun: Mention, candidate: Candidate, setting: Setting): number[] {
  const { weight, last, mention, count } = candidate;
  const entity = context.entities[candidate.entity]!;
  const distance = Math.max(0, pronoun.sentence - last.sentence);
  const far = Math.max(0, pronoun.sentence - mention.sentence);
  const is = (value: boolean) => (value ? 1 : 0);
  const before = pronoun.first - last.first;
  return [
    Math.log(Math.max(weight, 1e-3)),
    weight / Math.max(setting.sum, 1e-6),
    is(weight >= setting.top),
    is(distance === 0),
    is(distance === 1),
    is(distance === 2),
    is(distance > 2),
    is(last.grammar === "subject"),
    is(last.grammar === "object"),
    is(last.grammar === "oblique"),
    is(last.inside >= 0 || last.possessive),
    is(last.form === "pronoun"),
    is(last.form === "name" && last.name.includes(" ")),
    is(last.form === "name" && !last.name.includes(" ")),
    is(last.form === "description"),
    is(isTopic(context, last)),
    is(context.asSource(last) !== null),
    is(last.paragraph === pronoun.paragraph),
    is(last.quotation >= 0 && last.quotation !== pronoun.quotation),
    before > 0 ? Math.log(before) / 3 : -0.5,
    is(setting.recency === 0),
    is(setting.recency === 1),
    is(setting.recency === 2),
    Math.log1p(count) / 2,
    is(entity.names.size > 0),
    is(entity.mentions[0] !== undefined && entity.mentions[0] <= 3),
    ...gender(entity, pronoun),
    is(entity.type === null),
    is(entity.type === "place"),
    is(entity.type === "body"),
    is(setting.around),
    is(setting.own && context.asSource(last) !== null),
    is(distance === 1 && last.grammar === "subject" && last.inside < 0),
    is(distance === 0 && before > 0 && sameClause(context, last, pronoun)),
    is(mention.grammar === "subject"),
    is(far === 0),
    is(far === 1),
    is(last.apposed >= 0),
    is(setting.only),
    ...turn(candidate.entity, setting.speaking),
    Math.min(setting.between, 4) / 4,
    is(last.grammar === pronoun.grammar && distance <= 1),
    is(before <= 0),
    subjectShare(context, entity),
    is(entity.type === "document"),
    is(entity.names.size === 0 && entity.roles.length === 0),
  ];
}

/** What the turn-taking of the statements before says for a candidate. */
function turn(entity: number, { last, before, addressed, adds, replies }: Speaking): number[] {
  const spoke = last.includes(entity);
  return [spoke, before.includes(entity), spoke && adds, spoke && replies, addressed.has(entity)].map(Number);
}

/** How much of what is told of an entity it does itself. */
function subjectShare(context: Context, entity: Entity): number {
  const last = entity.mentions.slice(-12).map((id) => context.mentions.list[id]!);
  return last.length === 0
    ? 0
    : last.filter(({ grammar, inside }) => grammar === "subject" && inside < 0).length / last.length;
}

/** Known, bound, weak, none; bound against it, weak against it. */
function gender(entity: Entity, pronoun: Mention): number[] {
  if (pronoun.gender === null) return [0, 0, 0, 0, 0, 0];
  const same = entity.bound[pronoun.gender];
  const other = entity.bound[pronoun.gender === "m" ? "f" : "m"];
  const is = (value: boolean) => (value ? 1 : 0);
  return [
    is(entity.gender === pronoun.gender),
    is(same > other),
    is(entity.weakGender === pronoun.gender),
    is(entity.gender === null && same === other && entity.weakGender === null),
    is(other > same),
    is(entity.gender === null && entity.weakGender !== null && entity.weakGender !== pronoun.gender),
  ];
}
