import type { Context } from "./context.ts";
import { CONJUNCTIONS } from "./lexicon/closed.ts";
import { endOf } from "./links.ts";
import type { Mention } from "./mention.ts";
import { spanAt } from "./tokens.ts";

/**
 * Whom a description can't mean (principle C of the binding theory, and what speakers do): the holder of the words that it stands in,
 * the subject that comes before it in its sentence, whoever its own clause names behind it ("The tycoon sacked Mowbray").
 */
export function boundOff(context: Context, mention: Mention): Set<number> {
  const off = new Set<number>();
  const { list, bySentence } = context.mentions;
  const own = context.asSource(mention);
  for (const statement of context.within(mention)) {
    if (statement.id === own?.id) continue;
    for (const head of context.heads.get(statement.id) ?? []) {
      if (head.id === mention.id || head.inside === mention.id) continue;
      for (const entity of entitiesOf(context, head)) off.add(entity);
    }
  }
  const turn = spanAt(context.bodies, mention.start);
  const speaking = turn >= 0 ? context.turns[turn] : null;
  if (speaking) off.add(speaking.entity);
  // "the defence minister and the head of the army" are two
  const { tokens } = context.mentions;
  const and = tokens[mention.first - 1]?.lower === "and" ? mention.first - 2 : -1;
  if (and >= 0)
    for (const other of bySentence.get(mention.sentence) ?? [])
      if (other.first < mention.first && other.inside < 0 && endOf(other, context.mentions) === and)
        for (const entity of entitiesOf(context, other)) off.add(entity);
  for (const other of bySentence.get(mention.sentence) ?? []) {
    if (other.id === mention.id || other.form !== "name" || other.inside >= 0 || other.possessive) continue;
    if (mention.apposed === other.id || list[mention.owner]?.id === other.id) continue;
    const before =
      other.last < mention.first && other.grammar === "subject" && !inCoordination(context, other, mention);
    const behind =
      other.first > mention.last && other.grammar !== "subject" && sameClause(context, mention, other);
    if (before || behind) for (const entity of entitiesOf(context, other)) off.add(entity);
  }
  return off;
}

/** What a mention refers to, names also before their turn has come. */
function entitiesOf(context: Context, mention: Mention): readonly number[] {
  const reference = context.references.get(mention.id);
  if (reference) return reference.entities;
  const entity = context.clusters.byMention.get(mention.apposed >= 0 ? mention.apposed : mention.id);
  return entity === undefined ? [] : [entity];
}

function sameClause(context: Context, a: Mention, b: Mention): boolean {
  for (let k = a.last + 1; k < b.first; k++) {
    const token = context.mentions.tokens[k]!;
    if (!token.word && token.text !== "’" && token.text !== "'") return false;
    if (CONJUNCTIONS.has(token.lower)) return false;
  }
  return true;
}

/** "Ruiz resigned and the mayor left": a second main clause may name the same person again. */
function inCoordination(context: Context, a: Mention, b: Mention): boolean {
  const before = context.mentions.tokens[b.first - 1];
  return before !== undefined && /^(?:and|but|;)$/.test(before.lower) && a.last < b.first - 2;
}
