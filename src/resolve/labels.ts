import type { Turn } from "../model.ts";
import type { Context, Speaking } from "./context.ts";
import type { Entity } from "./entity.ts";
import { fold } from "./fold.ts";
import {
  byLabelName,
  isHost,
  labelWords,
  officeHolder,
  personNamed,
  ROLE_LABEL,
  unnamed,
} from "./label-names.ts";
import { isTitle } from "./name-words.ts";
import { namesFit, parsePerson } from "./person.ts";
import { placeKey } from "./places.ts";
import {
  addressed,
  answeringBody,
  calledWitness,
  examinerBefore,
  examining,
  interviewee,
  interviewer,
  swornBefore,
  witness,
} from "./testimony.ts";

/** Speaker of each turn of a transcript, with how sure. Index by turn. */
export function labelTurns(context: Context): (Speaking | null)[] {
  const { doc } = context;
  if (doc.turns.length === 0) return [];
  const byLabel = new Map<string, number>();
  const result: (Speaking | null)[] = [];
  let questioner = -1;
  let asking = -1;
  let respondent = -1;
  let lastNamed = -1;
  const calledName = calledWitness(doc);
  const mostCalled = () => (calledName === null ? null : personNamed(context, calledName));
  doc.turns.forEach((turn, index) => {
    const raw = doc.article.text.slice(turn.label.start, turn.label.end);
    const label = labelWords(raw);
    if (turn.kind === "question") {
      const named = examinerBefore(doc.article.text, doc.turns, index);
      const called = named ?? vocative(doc.article.text, doc.turns, index);
      if (called) {
        const entity = byLabelName(context, byLabel, called);
        if (named) questioner = entity;
        result.push({ entity, score: 0.85 });
        return;
      }
      // in a court's record who questions under her own name goes on under "Q."
      const examiner = questioner >= 0 ? -1 : examining(context, result, index);
      const asker = questioner >= 0 || examiner >= 0 ? -1 : interviewer(context);
      if (examiner >= 0 || asker >= 0) questioner = examiner >= 0 ? examiner : asker;
      const nobody = questioner < 0;
      if (nobody) asking = asking < 0 ? unnamed(context, "Reporter") : asking;
      const entity = nobody ? asking : questioner;
      if (nobody) context.entities[entity]!.names.add(label);
      result.push({ entity, score: 0.9, nobody });
      return;
    }
    if (turn.kind === "answer") {
      respondent = swornBefore(context, index) ?? respondent;
      const known =
        respondent >= 0
          ? respondent
          : (witness(context) ??
            addressed(context, index) ??
            mostCalled() ??
            answeringBody(context) ??
            (lastNamed >= 0 ? lastNamed : interviewee(context, turn)));
      if (known < 0) {
        const entity = unnamed(context, "Witness");
        respondent = entity;
        result.push({ entity, score: 0.6 });
      } else {
        const sure = respondent >= 0;
        // who has begun to answer goes on until somebody else is called
        if (!sure && doc.turns.some((other) => other.kind === "question")) respondent = known;
        result.push({ entity: known, score: sure ? 0.9 : 0.75 });
      }
      return;
    }
    if (/^(?:the )?witness$/i.test(label)) {
      const sworn =
        swornBefore(context, index) ??
        mostCalled() ??
        (respondent >= 0 ? respondent : (witness(context) ?? addressed(context, index)));
      if (sworn !== null) {
        respondent = sworn;
        result.push({ entity: sworn, score: 0.9 });
        return;
      }
    }
    const bracket = /[([]([^()[\]]{2,60})[)\]]/.exec(raw)?.[1];
    const entity =
      (bracket && officeHolder(context, byLabel, label, bracket)) || byLabelName(context, byLabel, label);
    if (bracket && bracket !== label && !context.entities[entity]!.told.includes(bracket))
      context.entities[entity]!.told.push(bracket);
    const state = bracket ? context.places.get(placeKey(bracket)) : undefined;
    if (bracket && state !== undefined) {
      // "Mr. Abadi (Torvia):" is its representative
      context.entities[entity]!.country ??= placeKey(bracket);
      context.entities[entity]!.heads.add("representative");
    }
    const before = doc.turns[index - 1];
    if (before)
      calledUp(
        context,
        context.entities[entity]!,
        doc.article.text.slice(before.body.start, before.body.end),
      );
    if (before?.kind === "question" || before === undefined || !isHost(context.entities[entity]!)) {
      if (before?.kind === "question" && !doc.turns.some((other) => other.kind === "answer"))
        respondent = entity;
      if (!isHost(context.entities[entity]!)) lastNamed = entity;
    }
    result.push({ entity, score: 0.95 });
  });
  nameHosts(context, result);
  return result;
}

/**
 * "PRESENTER: …" whom a guest greets ("Good morning, Alistair.") or who says who he is ("I’m Alistair Crane"): the name is
 * the label's. A name that another label bears is somebody else's.
 */
function nameHosts(context: Context, turns: readonly (Speaking | null)[]): void {
  const { doc } = context;
  const labelled = new Set(
    turns
      .flatMap((turn) => (turn ? [...context.entities[turn.entity]!.names] : []))
      .flatMap((name) => name.split(" "))
      .map(fold),
  );
  turns.forEach((turn, index) => {
    const entity = turn ? context.entities[turn.entity]! : undefined;
    if (!entity || !isHost(entity) || [...entity.names].some((name) => !ROLE_LABEL.test(name))) return;
    const words = (k: number) => {
      const other = doc.turns[k];
      return other ? doc.article.text.slice(other.body.start, other.body.end) : "";
    };
    const self = /\b(?:I['’]m|I am|[Mm]y name is|[Tt]his is) (\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}'’-]+)+)/u.exec(
      words(index),
    )?.[1];
    const greeted =
      turns[index + 1]?.entity === turn!.entity ? undefined : GREETED.exec(words(index + 1))?.[1];
    const name = self ?? greeted;
    if (!name || name.split(" ").some((part) => labelled.has(fold(part)))) return;
    const known = context.entities.find(
      (other) =>
        other.type === "person" &&
        other.id !== entity.id &&
        [...other.names].some((one) => namesFit(parsePerson(name), parsePerson(one))),
    );
    for (const one of known ? known.names : [name]) entity.names.add(one);
    for (const [mention, id] of context.clusters.byMention)
      if (known && id === known.id) context.clusters.byMention.set(mention, entity.id);
    for (const old of [...entity.names]) {
      if (!ROLE_LABEL.test(old)) continue;
      entity.names.delete(old);
      entity.told.push(old);
    }
    entity.type = "person";
  });
}

const GREETED =
  /^(?:(?:Good (?:morning|afternoon|evening)|Hello|Hi|Thanks|Thank you|Thanks for having me|Well|Yes|No|Morning|It['’]s (?:good|great|a pleasure) to be here)(?: very much)?),? (\p{Lu}\p{Ll}+)[.,!]/u;

/** A chair's "The Prime Minister." before Mr. Sarrant's turn says what Mr. Sarrant is. */
function calledUp(context: Context, entity: Entity, body: string): void {
  const title =
    /(?:^|[.!?]\s+)(?:The )?((?:(?:Prime|Foreign|Deputy|Vice|Acting|First|Attorney|Lord|Honou?rable) )*(?:\p{Lu}\p{Ll}+))\.$/u.exec(
      body.trim(),
    )?.[1];
  if (!title || entity.type !== "person") return;
  const words = title.toLowerCase().split(" ");
  if (!isTitle(words.at(-1)!) || entity.heads.has(words.at(-1)!)) return;
  for (const word of words) {
    entity.heads.add(word);
    entity.words.add(word);
  }
  if (context.doc.turns.length > 2) entity.told.push(title);
}

/**
 * Whom the answer before calls up ("With that, Dennis.", "Yes, Marie-Jo."), or the answer after names in reply ("That’s
 * not what I said, Dennis."): in a briefing nothing else tells who asks.
 */
function vocative(text: string, turns: readonly Turn[], index: number): string | null {
  const name = "(\\p{Lu}\\p{Ll}[\\p{L}’'-]*(?: \\p{Lu}[\\p{L}’'-]+)?)";
  const words = (turn: Turn | undefined) =>
    turn && turn.kind !== "question" ? text.slice(turn.body.start, turn.body.end).trim() : "";
  const called = new RegExp(
    `(?:^|[.!?]\\s+|\\n\\s*)(?:(?:With that|And now|Now|Yes|OK|Okay|All right|Next|Please|Go ahead|Over to you),? )?${name}(?:, (?:please|go ahead|you(?:’|')re next))?[.?]?$`,
    "u",
  ).exec(words(turns[index - 1]))?.[1];
  const isWord = (found: string) =>
    /^(?:Thanks?|Thank You|Next|Yes|No|None|Good|Right|Okay|Sorry|Please|Never|Nothing|Exactly|Correct|Absolutely|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Today|Tomorrow|Yesterday)$/i.test(
      found,
    );
  if (called && !isWord(called) && turns[index - 1]!.kind === "name") return called;
  const reply = new RegExp(`, ${name}[.?!](?:\\s|$)`, "u").exec(words(turns[index + 1]))?.[1];
  return reply &&
    turns[index + 1]!.kind === "name" &&
    text.includes(`${reply}.`) &&
    isCalled(text, turns, reply)
    ? reply
    : null;
}

/** A name in an answer is a questioner's only where somebody has called it up as one. */
function isCalled(text: string, turns: readonly Turn[], name: string): boolean {
  return turns.some(
    (turn) => turn.kind === "name" && text.slice(turn.body.start, turn.body.end).trim().endsWith(`${name}.`),
  );
}
