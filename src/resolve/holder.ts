import type { Passage, Statement } from "../model.ts";
import { contains, passage } from "../span.ts";
import { writerOf } from "./authored.ts";
import type { Context, Reference } from "./context.ts";
import { impersonal, pickedUp } from "./impersonal.ts";
import { extent, inherit } from "./inherit.ts";
import { phraseEnd } from "./links.ts";
import type { Mention } from "./mention.ts";
import { FIRST_PERSON, ownVoice } from "./persons.ts";
import { spanAt, tokenAt } from "./tokens.ts";
import { holderOfWords } from "./words.ts";

/** Who holds a statement, and the way there. */
export interface Holder {
  entities: number[];
  via: Passage[];
  score: number;
  guess: number | null;
}

const NOBODY: Holder = { entities: [], via: [], score: 0, guess: null };

/** Somebody asks and nothing tells who: a guess at most. */
function asked(entity: number): Holder {
  return { entities: [], via: [], score: 0.3, guess: entity };
}

/** Finds the holder of every statement of a document. Needs the document's references (`corefer`). */
export function findHolders(context: Context): Map<string, Holder> {
  const { doc } = context;
  const holders = new Map<string, Holder>();
  const { turns } = context;
  const spans = doc.turns.map((turn) => ({ start: turn.label.start, end: turn.body.end }));
  const turnAt = (position: number) => spanAt(spans, position);
  const ordered = [...doc.statements].sort(
    (a, b) => extent(a).start - extent(b).start || extent(b).end - extent(a).end || a.id.localeCompare(b.id),
  );
  const top = ordered.filter((statement) => statement.parent === null);
  const byParent = new Map<string, Statement[]>();
  for (const statement of ordered) {
    if (statement.parent === null) continue;
    byParent.set(statement.parent, [...(byParent.get(statement.parent) ?? []), statement]);
  }
  const positions = new Map(top.map((statement, index) => [statement.id, index]));
  const pending = new Set<string>();

  const ofMention = (head: Mention, statement: Statement): Holder => {
    if (head.form === "pronoun" && FIRST_PERSON.test(head.head)) return firstPerson(head, statement);
    const reference: Reference = context.references.get(head.id) ?? {
      entities: [],
      antecedent: -1,
      score: 0,
      guess: [],
    };
    const writer = reference.entities.length === 1 ? writerOf(context, reference.entities[0]!) : -1;
    return {
      entities: writer >= 0 ? [writer] : reference.entities,
      via: chain(context, head, reference),
      score: reference.score,
      guess: reference.guess[0] ?? null,
    };
  };

  const firstPerson = (head: Mention, statement: Statement): Holder => {
    // the innermost other statement that holds these words says who "I" is
    for (const outer of context.within(head)) {
      if (outer.id === statement.id || !outer.content.some((part) => contains(part, head))) continue;
      // "My father told me I would": what somebody in the quotation reports leaves the "I" to who is quoted
      if (outer.form === "indirect" && (head.quotation < 0 || outer.parent !== null)) continue;
      const holder = resolve(outer);
      if (holder.entities.length > 0) {
        const said = context.heads.get(outer.id)?.[0];
        const self = passage(doc.article.text, head.start, head.end);
        const via = said
          ? [
              self,
              ...(holder.via.length > 0 ? holder.via : [passage(doc.article.text, said.start, said.end)]),
            ]
          : [self];
        return {
          entities: holder.entities,
          via: unique(via),
          score: holder.score * 0.97,
          guess: holder.guess,
        };
      }
    }
    const turn = turnAt(head.start);
    if (turn >= 0 && turns[turn]?.nobody) return asked(turns[turn]!.entity);
    if (turn >= 0 && turns[turn]) {
      const label = doc.turns[turn]!.label;
      return {
        entities: [turns[turn]!.entity],
        via: [
          passage(doc.article.text, head.start, head.end),
          passage(doc.article.text, label.start, label.end),
        ],
        score: turns[turn]!.score,
        guess: null,
      };
    }
    const own = head.quotation < 0 ? ownVoice(context, head) : -1;
    if (own >= 0) return { entities: [own], via: [], score: 0.93, guess: null };
    if (head.quotation >= 0) {
      const beside = quotationSpeaker(head, statement);
      if (beside) return beside;
    }
    return NOBODY;
  };

  /** Inside a quotation whose statement was cut otherwise: another statement of the same quotation. */
  const quotationSpeaker = (head: Mention, statement: Statement): Holder | null => {
    const quotation = doc.quotations[head.quotation];
    if (!quotation) return null;
    // statements of one quotation stand close together
    const around = positions.get(rootOf(context, statement)) ?? 0;
    for (const other of top.slice(Math.max(0, around - 12), around + 13)) {
      if (other.id === statement.id || other.source.length === 0) continue;
      const touches = other.content.some((part) => part.start < quotation.end && quotation.start < part.end);
      const outside = other.source.every(
        (part) => part.end <= quotation.start || part.start >= quotation.end,
      );
      if (touches && outside) {
        const holder = resolve(other);
        if (holder.entities.length > 0)
          return {
            ...holder,
            via: unique([passage(doc.article.text, head.start, head.end), ...holder.via]),
            score: holder.score * 0.9,
          };
      }
    }
    return null;
  };

  const resolve = (statement: Statement): Holder => {
    const known = holders.get(statement.id);
    if (known) return known;
    if (pending.has(statement.id)) return NOBODY;
    pending.add(statement.id);
    const holder = compute(statement);
    pending.delete(statement.id);
    holders.set(statement.id, holder);
    return holder;
  };

  const compute = (statement: Statement): Holder => {
    const label = statement.source[0];
    const turn = turnAt(extent(statement).start);
    if (turn >= 0 && turns[turn]) {
      const { label: span } = doc.turns[turn]!;
      const isLabel = label !== undefined && label.start < span.end && span.start < label.end;
      const floats =
        statement.parent === null &&
        statement.source.length === 0 &&
        statement.cue.length === 0 &&
        !quotedIn(context, statement);
      if ((isLabel || floats) && turns[turn]!.nobody) return asked(turns[turn]!.entity);
      if (isLabel || floats)
        return { entities: [turns[turn]!.entity], via: [], score: turns[turn]!.score, guess: null };
    }
    if (statement.source.length > 0) return ofSource(statement);
    const said = pickedUp(context, statement);
    if (said) {
      const other = resolve(said);
      const head = context.heads.get(said.id)?.[0];
      const via = head ? [passage(doc.article.text, head.start, head.end)] : [];
      return { ...other, via: unique([...via, ...other.via]), score: other.score * 0.85 };
    }
    const own = impersonal(context, statement);
    if (own.length > 0) return { entities: own, via: [], score: 0.7, guess: null };
    if (statement.parent !== null) return nestedWithout(statement);
    const inherited = inherit(context, statement, top, positions.get(statement.id) ?? 0);
    if (!inherited) return NOBODY;
    if (inherited.from !== null) {
      const other = resolve(context.statements.get(inherited.from)!);
      const head = context.heads.get(inherited.from)?.[0];
      const via =
        other.via.length > 0 ? other.via : head ? [passage(doc.article.text, head.start, head.end)] : [];
      return {
        entities: other.entities,
        via,
        score: Math.min(other.score, inherited.score),
        guess: other.guess,
      };
    }
    const mention = context.mentions.list[inherited.mention]!;
    const reference = context.references.get(mention.id)!;
    const steps = chain(context, mention, reference);
    return {
      entities: [inherited.entity],
      via: steps.length > 0 ? steps : [passage(doc.article.text, mention.start, mention.end)],
      score: inherited.score * reference.score,
      guess: inherited.entity,
    };
  };

  /** "threatened to sue and to appeal" inside a content: the subject right before, or nobody. */
  const nestedWithout = (statement: Statement): Holder => {
    const siblings = (byParent.get(statement.parent!) ?? []).filter((other) => other.id !== statement.id);
    const position = siblings.filter((other) => extent(other).start < extent(statement).start).length;
    const inherited =
      statement.cue.length > 0
        ? inherit(context, statement, [...siblings.slice(0, position), statement], position)
        : null;
    if (!inherited) return NOBODY;
    if (inherited.from !== null) {
      const other = resolve(context.statements.get(inherited.from)!);
      return { ...other, score: Math.min(other.score, inherited.score) };
    }
    const mention = context.mentions.list[inherited.mention]!;
    return {
      entities: [inherited.entity],
      via: chain(context, mention, context.references.get(mention.id)!),
      score: inherited.score * 0.9,
      guess: inherited.entity,
    };
  };

  const ofSource = (statement: Statement): Holder => {
    const heads = context.heads.get(statement.id) ?? [];
    if (heads.length === 0) {
      const described = holderOfWords(context, statement);
      return described < 0 ? NOBODY : { entities: [described], via: [], score: 0.7, guess: null };
    }
    const parts = heads.map((head) => ofMention(head, statement));
    const entities = [...new Set(parts.flatMap((part) => part.entities))];
    const certain = parts.filter((part) => part.entities.length > 0);
    if (certain.length === 0)
      return { entities: [], via: [], score: parts[0]!.score, guess: parts[0]!.guess };
    return {
      entities,
      via: unique(parts.flatMap((part) => part.via)),
      score: Math.min(...certain.map((part) => part.score)),
      guess: parts[0]!.guess,
    };
  };

  for (const statement of ordered) resolve(statement);
  return holders;
}

function rootOf(context: Context, statement: Statement): string {
  let current = statement;
  for (let k = 0; k < 8 && current.parent !== null; k++)
    current = context.statements.get(current.parent) ?? current;
  return current.id;
}

function quotedIn(context: Context, statement: Statement): boolean {
  const first = statement.content[0];
  if (!first) return false;
  const token = context.mentions.tokens[tokenAt(context.mentions.tokens, first.start)];
  return (
    token !== undefined &&
    token.quotation >= 0 &&
    context.doc.quotations[token.quotation]!.start > first.start - 2 &&
    context.doc.turns.length === 0
  );
}

/**
 * The mentions from a source to the name: the source itself, what it was followed to, then the fullest name with its
 * role. [] where the source is that mention already.
 */
function chain(context: Context, head: Mention, reference: Reference): Passage[] {
  if (reference.entities.length !== 1 || (reference.antecedent < 0 && head.form !== "name")) {
    return reference.entities.length > 1 ? plural(context, head, reference) : [];
  }
  const { list } = context.mentions;
  const entity = context.entities[reference.entities[0]!]!;
  const steps: Mention[] = [head];
  let at = reference.antecedent;
  const seen = new Set([head.id]);
  while (at >= 0 && !seen.has(at) && steps.length < 6) {
    seen.add(at);
    const mention = list[at]!;
    if (mention.form !== "pronoun" && mention.form !== "relative") steps.push(mention);
    at = mention.form === "name" ? -1 : (context.references.get(at)?.antecedent ?? -1);
  }
  const full = fullest(context, entity.mentions, head);
  if (full && !steps.includes(full) && steps.at(-1)!.name !== full.name) steps.push(full);
  if (steps.length === 1) return [];
  return unique(steps.map((mention) => whole(context, mention)));
}

function plural(context: Context, head: Mention, reference: Reference): Passage[] {
  const names = reference.entities
    .map((id) => fullest(context, context.entities[id]!.mentions, head))
    .filter((mention): mention is Mention => mention !== null)
    .map((mention) => whole(context, mention));
  return unique([passage(context.doc.article.text, head.start, head.end), ...names]);
}

/** The longest name of an entity, the nearest before the head where several are equal. */
function fullest(context: Context, mentions: readonly number[], head: Mention): Mention | null {
  let best: Mention | null = null;
  for (const id of mentions) {
    const mention = context.mentions.list[id]!;
    if (mention.form !== "name") continue;
    if (!best || mention.name.length > best.name.length) best = mention;
    else if (
      mention.name.length === best.name.length &&
      mention.id <= head.id &&
      hasRole(context, mention) &&
      !hasRole(context, best)
    )
      best = mention;
  }
  return best;
}

function hasRole(context: Context, mention: Mention): boolean {
  const next = context.mentions.list[mention.id + 1];
  return next !== undefined && next.apposed === mention.id;
}

/** The mention with an apposition that follows it: "Ana Ruiz, the mayor of Dell". */
function whole(context: Context, mention: Mention): Passage {
  const { list, tokens } = context.mentions;
  let last = phraseEnd(mention, context.mentions);
  if (mention.form === "pronoun") return passage(context.doc.article.text, mention.start, mention.end);
  for (let k = mention.id + 1; k < list.length && k < mention.id + 4; k++) {
    const role = list[k]!;
    if (role.apposed === mention.id && tokens[last + 1]?.text === "," && role.first === last + 2)
      last = phraseEnd(role, context.mentions);
  }
  return passage(context.doc.article.text, mention.start, tokens[last]!.end);
}

function unique(passages: Passage[]): Passage[] {
  const seen = new Set<string>();
  return passages.filter((item) => {
    const key = `${item.start}-${item.end}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
