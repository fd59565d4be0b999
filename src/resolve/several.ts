import type { Context, Reference } from "./context.ts";
import type { Entity } from "./entity.ts";
import { joinedBefore } from "./joined.ts";
import type { Mention } from "./mention.ts";
import { office } from "./offices.ts";
import { isPerson, leadingPair, numberOf, prominent } from "./pairs.ts";
import { isTie, namedTies } from "./tied.ts";

const RULERS = new Set(
  "president minister premier king queen chancellor emperor prime-minister chief executive leader governor mayor head pope".split(
    " ",
  ),
);
/** Those who speak and act for a ruler. */
export const AIDES = new Set(
  "minister secretary spokes adviser official deputy director diplomat envoy ambassador chief".split(" "),
);

/** Resolves "they", "both", "the two", "all three": the last plural, pair or group; else a body. */
export function resolvePluralPronoun(context: Context, pronoun: Mention): Reference {
  if (pronoun.head === "both" || pronoun.head === "three")
    return counted(context, pronoun, pronoun.head === "both" ? 2 : 3);
  const options = new Options();
  const { history } = context;
  for (let k = history.length - 1; k >= 0 && k > history.length - 40; k--) {
    const { mention, entities } = history[k]!;
    const distance = pronoun.sentence - mention.sentence;
    if (distance > 4) break;
    if (mention.first >= pronoun.first) continue;
    let weight =
      0.55 ** distance * (mention.grammar === "subject" ? 1 : mention.grammar === "object" ? 0.75 : 0.55);
    if (mention.quotation >= 0 && mention.quotation !== pronoun.quotation) weight *= 0.4;
    if (mention.inside >= 0) weight *= 0.6;
    if (entities.length > 1) {
      options.offer(entities, weight * 1.15, mention);
      continue;
    }
    const entity = context.entities[entities[0] ?? -1];
    if (!entity) continue;
    if (entity.type === "group" || entity.plural)
      options.offer([entity.id], weight * (entity.type === "body" ? 1.3 : 1.1), mention);
    else if (entity.type === "body") options.offer([entity.id], weight * 0.5, mention);
    else if (entity.type === "place" && mention.grammar === "subject")
      options.offer([entity.id], weight * 0.4, mention);
    else if (entity.type === "unnamed") options.offer([entity.id], weight * 0.45, mention);
  }
  for (const { entities, mention, distance } of joinedBefore(context, pronoun, 4))
    options.offer(entities, 1.2 * 0.55 ** distance, mention);
  return options.best();
}

/** "both", "the two", "all three": as many as were last joined, told or counted together, else those most spoken of. */
function counted(context: Context, pronoun: Mention, count: number): Reference {
  const options = new Options();
  for (let k = context.history.length - 1; k >= 0 && k > context.history.length - 80; k--) {
    const { mention, entities } = context.history[k]!;
    const distance = pronoun.sentence - mention.sentence;
    if (distance > 6) break;
    if (mention.first >= pronoun.first) continue;
    const weight = 0.8 ** distance * (mention.grammar === "subject" ? 1 : 0.8);
    if (entities.length === count) options.offer(entities, weight, mention);
    else if (
      entities.length === 1 &&
      context.entities[entities[0]!]!.type === "group" &&
      numberOf(mention) === count
    )
      options.offer(entities, weight, mention);
  }
  for (const { entities, mention, distance } of joinedBefore(context, pronoun, 6))
    if (entities.length === count) options.offer(entities, 0.8 ** distance, mention);
  for (const { entities, head, mention } of namedTies(context)) {
    const distance = pronoun.sentence - mention.sentence;
    if (count === 2 && distance <= 4 && isTie(head)) options.offer(entities, 0.75 * 0.8 ** distance, mention);
  }
  if (options.size > 0) return options.best();
  const two = count === 2 ? principals(context) : null;
  if (two) return { entities: two, antecedent: -1, score: 0.75, guess: [] };
  if (count === 2) {
    const near = prominent(context, pronoun, isPerson).filter(
      ({ mention }) => pronoun.sentence - mention.sentence <= 6,
    );
    const leading = leadingPair(near);
    if (leading)
      return {
        entities: leading.pair.map(({ entity }) => entity).sort((a, b) => a - b),
        antecedent: leading.pair[0].mention.id,
        score: Math.min(0.8, 0.3 + 0.6 * leading.share),
        guess: [],
      };
  }
  return { entities: [], antecedent: -1, score: 0, guess: [] };
}

/** Sets of entities that a plural may mean, with what speaks for each. */
class Options {
  private readonly all = new Map<string, { entities: number[]; weight: number; mention: Mention }>();

  get size(): number {
    return this.all.size;
  }

  /** Adds a set; what is offered again counts a quarter more. */
  offer(entities: number[], weight: number, mention: Mention): void {
    const key = [...entities].sort((a, b) => a - b).join(",");
    const known = this.all.get(key);
    if (known) known.weight = Math.max(known.weight, weight) + 0.25 * Math.min(known.weight, weight);
    else this.all.set(key, { entities, weight, mention });
  }

  best(): Reference {
    const [first, second] = [...this.all.values()].sort(
      (a, b) => b.weight - a.weight || a.mention.id - b.mention.id,
    );
    if (!first) return { entities: [], antecedent: -1, score: 0, guess: [] };
    const score =
      (first.weight / (first.weight + (second?.weight ?? 0))) * Math.min(1, 0.6 + first.weight) * 0.95;
    if (score < 0.5) return { entities: [], antecedent: first.mention.id, score, guess: first.entities };
    return {
      entities: [...first.entities].sort((a, b) => a - b),
      antecedent: first.mention.id,
      score,
      guess: [],
    };
  }
}

/** The two people whom an official text is about: two with offices of different parties, both spoken of again. */
function principals(context: Context): number[] | null {
  if (context.clusters.side < 0 && context.doc.article.kind !== "readout") return null;
  const found = context.entities.filter(
    (entity) =>
      isPerson(entity) &&
      entity.mentions.length > 1 &&
      [...entity.heads].map(office).some((word) => RULERS.has(word) || AIDES.has(word)),
  );
  if (found.length === 2) return found.map((entity) => entity.id);
  // else the two named most, where a third is named less
  const count = (entity: Entity) => entity.mentions.length;
  const people = context.entities.filter(isPerson).sort((a, b) => count(b) - count(a) || a.id - b.id);
  const [first, second, third] = people;
  if (!first || !second || count(second) < 2 || (third && count(third) >= count(second))) return null;
  return [first.id, second.id].sort((a, b) => a - b);
}
