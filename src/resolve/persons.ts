import type { Context, Reference } from "./context.ts";
import type { Mention } from "./mention.ts";
import { spanAt, tokenAt } from "./tokens.ts";

/** Pronouns of the speaker and of the hearer: they say who talks, and are no mentions to be picked up. */
export const FIRST_PERSON = /^(?:i|me|my|we|us|our)$/;
export const SECOND_PERSON = /^(?:you|your)$/;

const NOBODY: Reference = { entities: [], antecedent: -1, score: 0, guess: [] };

function found(entity: number, antecedent: number, score: number): Reference {
  return { entities: [entity], antecedent, score, guess: [] };
}

/** "my president", "our lawyers": the speaker of the turn or the quotation; in a document's own voice its body. */
export function ofFirstPerson(context: Context, mention: Mention): Reference {
  if (mention.quotation >= 0) {
    for (const statement of context.within(mention)) {
      for (const head of context.heads.get(statement.id) ?? []) {
        if (head.quotation === mention.quotation || FIRST_PERSON.test(head.head)) continue;
        const name = head.apposed >= 0 ? head.apposed : head.id;
        const entity = context.references.get(head.id)?.entities[0] ?? context.clusters.byMention.get(name);
        if (entity !== undefined) return found(entity, head.id, 0.9);
      }
    }
    return NOBODY;
  }
  const turn = spanAt(context.bodies, mention.start);
  const speaker = turn >= 0 ? context.turns[turn] : null;
  if (speaker) return found(speaker.entity, -1, speaker.score);
  const own = ownVoice(context, mention);
  return own >= 0 ? found(own, -1, 0.9) : NOBODY;
}

/**
 * Entity of the document's own "we": the body that a readout speaks for, else the outlet where the text names it (a union's
 * own release, a paper's leader). -1 where there is none, and for "I".
 */
export function ownVoice(context: Context, mention: Mention): number {
  if (context.clusters.side >= 0) return context.clusters.side;
  return /^(?:we|us|our)$/.test(mention.head) ? context.outlet : -1;
}

/** "you", "your" in a turn: the other who speaks, the next after a question and the one before after an answer. */
export function ofSecondPerson(context: Context, mention: Mention): Reference {
  const { turns, doc } = context;
  const turn = spanAt(context.bodies, mention.start);
  const speaker = turn >= 0 ? turns[turn] : null;
  if (!speaker || mention.quotation >= 0) return NOBODY;
  const self = speaker.entity;
  const body = doc.turns[turn]!.body;
  const called = vocativeOf(context, body, mention.start, self);
  if (called >= 0) return found(called, -1, 0.85);
  const asks =
    doc.turns[turn]!.kind === "question" ||
    (doc.turns[turn]!.kind === "name" && doc.article.text.slice(mention.end, body.end).includes("?"));
  const [next, before] = [turns[turn + 1], turns[turn - 1]];
  const order = asks ? [next, before] : [before, next];
  for (const other of order)
    if (other && other.entity !== self) return found(other.entity, -1, other === order[0] ? 0.85 : 0.75);
  return NOBODY;
}

/** "Dr Strand, your department says": whom the turn calls by name before the pronoun; -1 where it calls nobody. */
function vocativeOf(
  context: Context,
  body: { start: number; end: number },
  before: number,
  self: number,
): number {
  const { tokens, startingAt } = context.mentions;
  let called = -1;
  for (let k = tokenAt(tokens, body.start); k < tokens.length && tokens[k]!.start < before; k++) {
    const mention = startingAt.get(k);
    if (mention?.form !== "name") continue;
    const id = context.clusters.byMention.get(mention.id);
    const next = tokens[mention.last + 1];
    const opens = tokens[k]!.first || tokens[k - 1]?.text === ",";
    if (id === undefined || id === self || !opens || !/^[,?.]$/.test(next?.text ?? "")) continue;
    if (context.turns.some((turn) => turn?.entity === id)) called = id;
  }
  return called;
}
