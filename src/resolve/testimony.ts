import type { Attributed, Turn } from "../model.ts";
import type { Context, Speaking } from "./context.ts";
import { byCount } from "./count.ts";
import { newEntity } from "./entity.ts";
import { fold } from "./fold.ts";
import { isHost, ordinaryCase, personNamed } from "./label-names.ts";
import { namesFit, parsePerson } from "./person.ts";

const EXAMINER =
  /(?:^|\n)[ \t]*(?:BY|(?:DIRECT|CROSS|REDIRECT|RECROSS)?[- ]?EXAMINATION BY|(?:Further )?[Qq]uestions (?:from|by)|QUESTIONS (?:FROM|BY)|(?:Cross-|Re-)?[Ee]xamin(?:ed|ation) by)\s+((?:(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr|Sir|Miss)\.?\s+)?\p{Lu}[\p{L}'’-]+(?:[ \t]\p{Lu}[\p{L}'’-]+){0,2})/gu;

const WITNESS =
  /(?:interview(?:s|ed)?(?: of| with)?|conversation with|briefing by|press conference by|remarks by|testimony of|evidence of|statement of|questioning of|examination of|deposition of|witness:|guest:|in conversation with|speaks? (?:to|with))\s+/iu;

/** Who a court transcript says examines: "BY MR. COLE:" before the questions. */
export function examinerBefore(text: string, turns: readonly Turn[], index: number): string | null {
  const start = index > 0 ? turns[index - 1]!.label.start : 0;
  const found = [...text.slice(start, turns[index]!.label.start).matchAll(EXAMINER)].at(-1);
  return found ? found[1]! : null;
}

const SWORN =
  /((?:(?:MR|MS|MRS|DR|PROF|Mr|Ms|Mrs|Dr|Prof)\.? )?\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,4})(?:, (?:\d{2}|Jr\.?|M\.?D\.?|Ph\.?D\.?|[Ee][Ss][Qq]\.?))*,?\s+\(?(?:(?:having|after|was|were|being|been|is|then|first|previously|duly|next|and)\s+){0,4}(?:called|sworn|affirmed|recalled|a witness|the witness|took the (?:stand|oath)|testif(?:ied|ying)|gave evidence|giving evidence|examined|cross-examined|resumed)/gu;

/** "DR. ELENA VOSSKUHL, called as a witness": who answers from here on; null where nothing before the turn says so. */
export function swornBefore(context: Context, index: number): number | null {
  const { doc } = context;
  const from = index > 0 ? doc.turns[index - 1]!.label.start : 0;
  const back = doc.turns[index - 1]?.kind === "question" ? (doc.turns[index - 2]?.label.start ?? 0) : from;
  const found = [...doc.article.text.slice(back, doc.turns[index]!.label.start).matchAll(SWORN)].at(-1);
  return found ? personNamed(context, found[1]!) : null;
}

/** Whom the question before addresses: "Q. Dr. Vosskuhl, did you examine the bottle?" */
export function addressed(context: Context, index: number): number | null {
  const { doc } = context;
  for (let k = index - 1; k >= 0 && k > index - 3; k--) {
    const { body } = doc.turns[k]!;
    const words = doc.article.text.slice(body.start, body.end);
    const found =
      /^(?:(?:And|So|Now|Well|Good \w+|Thank you|Yes|OK|Okay),? )?((?:Mr|Ms|Mrs|Dr|Prof|Professor|Sir|Miss|Detective|Officer|Sergeant|Captain|Colonel)\.? \p{Lu}[\p{L}'’-]+)[,.?]/u.exec(
        words,
      )?.[1];
    if (found) return personNamed(context, found);
  }
  return null;
}

/**
 * Whom the turns before the witness's own call by name, most of all; null where they call nobody but people with labels.
 * It reads every turn: once for a document, not for each answer.
 */
export function calledWitness(doc: Attributed): string | null {
  const label = (turn: Turn) => doc.article.text.slice(turn.label.start, turn.label.end);
  const labelled = new Set(doc.turns.flatMap((turn) => label(turn).split(/\s+/)).map(fold));
  const counts = new Map<string, number>();
  doc.turns.forEach((turn, k) => {
    const before = doc.turns[k - 1];
    if (!before || !(turn.kind === "answer" || /^(?:the )?witness$/i.test(label(turn)))) return;
    const words = doc.article.text.slice(before.body.start, before.body.end);
    for (const match of words.matchAll(CALLED)) {
      const surname = match[1]!.split(" ").at(-1)!;
      if (!labelled.has(fold(surname))) counts.set(match[1]!, (counts.get(match[1]!) ?? 0) + 1);
    }
  });
  const [best] = byCount(counts);
  return best ? best[0] : null;
}

const CALLED =
  /(?:^|[,.?!] )((?:Mr|Ms|Mrs|Dr|Prof|Professor|Sir|Miss|Detective|Officer|Sergeant|Captain|Colonel|Inspector|Constable|Doctor|Agent|Nurse)\.? \p{Lu}[\p{L}'’-]+)(?=[,.?!;])/gu;

/**
 * Whom the opening is about: the person in the title, the one "met", "asked" or "spoken to" rather than who meets and asks, the one named
 * most, in a report of testimony the last subject before the question. -1 where nobody is named.
 */
export function interviewee(context: Context, turn: Turn): number {
  const { doc, mentions, clusters } = context;
  const first = doc.turns.find((other) => other.kind !== "name") ?? turn;
  const title = fold(doc.article.title ?? "");
  const scores = new Map<number, number>();
  const add = (id: number, weight: number) => scores.set(id, (scores.get(id) ?? 0) + weight);
  for (const entity of context.entities)
    if (entity.type === "person" && [...entity.names].some((name) => title.includes(fold(name))))
      add(entity.id, 3);
  for (const mention of mentions.list) {
    if (mention.start >= first.label.start) break;
    const id = clusters.byMention.get(mention.id);
    if (id === undefined || mention.form !== "name" || context.entities[id]!.type !== "person") continue;
    const words = (from: number, to: number) =>
      mentions.tokens
        .slice(Math.max(0, from), to)
        .map((token) => token.lower)
        .join(" ");
    add(id, mention.inside < 0 && mention.quotation < 0 ? (mention.grammar === "subject" ? 1 : 0.5) : 0.2);
    // the later subject is whose words come next
    if (mention.grammar === "subject") add(id, mention.start / (10 * first.label.start + 1));
    if (MEETS.test(words(mention.last + 1, mention.last + 3))) add(id, -2.5);
    const before = words(mention.first - 5, mention.first);
    if (MET.test(before)) add(id, 2.5);
    else if (
      /\b(?:by|to|with)(?: \w+)?$/.test(before) &&
      /\b(?:asked|interviewed|spoke|talked|talks|speaks|told|met)\b/.test(
        words(mention.first - 8, mention.first),
      )
    )
      add(id, /\bby(?: \w+)?$/.test(before) ? -2.5 : -1);
  }
  const [best] = [...scores].sort(([a, x], [b, y]) => y - x || a - b);
  return best ? best[0] : -1;
}

/** Who asks, as the opening tells: "Jonah Quill met her", "spoke to Tessa Lind", "interviewed by Sue Lang"; -1 where it doesn't. */
export function interviewer(context: Context): number {
  const { doc, mentions, clusters } = context;
  const first = doc.turns[0]!.label.start;
  for (const mention of mentions.list) {
    if (mention.start >= first) break;
    const id = clusters.byMention.get(mention.id);
    if (id === undefined || mention.form !== "name" || context.entities[id]!.type !== "person") continue;
    const after = doc.article.text.slice(mention.end, mention.end + 30);
    const before = doc.article.text.slice(Math.max(0, mention.start - 60), mention.start);
    if (
      /^ (?:recently |last \w+ )?(?:met|meets|asked|asks|interviewed|interviews|sat down with|caught up with|spoke (?:to|with)|talked (?:to|with)|talks (?:to|with)) /.test(
        after,
      )
    )
      return id;
    if (
      /\b(?:interviewed|questioned|asked) by (?:[\p{L}’'-]+ ){0,4}$|\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:spoke|talked|talks|speaks) (?:to|with) (?:[\p{L}’'-]+ ){0,3}$/u.test(
        before,
      )
    )
      return id;
  }
  return -1;
}

const MEETS =
  /^(?:has |had |went to |recently )?(?:met|meets|asked|asks|interviewed|interviews|visited|put|caught|sat|talked|spoke|reports)\b/;
const MET =
  /\b(?:met|asked|interviewed|visited|questioned|spoke to|spoke with|talked to|talked with|sat down with|caught up with)(?: the| our| \w+){0,2}$/;

/** "Q. Is my heater safe? A. We want you to unplug it": a body's own questions and answers; null where one person answers. */
export function answeringBody(context: Context): number | null {
  const { doc } = context;
  const answers = doc.turns
    .filter((turn) => turn.kind === "answer")
    .map((turn) => doc.article.text.slice(turn.body.start, turn.body.end))
    .join("\n");
  if (/\b(?:I|I['’]\w+|me|my)\b/.test(answers)) return null;
  if (context.clusters.side >= 0) return context.clusters.side;
  return /\b(?:[Ww]e|[Oo]ur)\b/.test(answers) && context.outlet >= 0 ? context.outlet : null;
}

/** The named speaker of the turns before whom the witness answered: "MR KEENE: When did you arrive? A. At one. Q. …"; -1 for none. */
export function examining(context: Context, turns: readonly (Speaking | null)[], index: number): number {
  const { doc } = context;
  for (let k = index - 1; k > 0; k--) {
    const before = turns[k - 1];
    if (doc.turns[k]!.kind !== "answer" || doc.turns[k - 1]!.kind !== "name" || !before) continue;
    const entity = context.entities[before.entity]!;
    if (!isHost(entity) && !entity.heads.has("judge") && !entity.heads.has("justice")) return entity.id;
  }
  const narrated = NARRATED.exec(doc.article.text.slice(0, doc.turns[index]!.label.start).slice(-1200));
  return narrated ? personNamed(context, narrated[1] ?? narrated[2]!) : -1;
}

const NARRATED =
  /(?:examined|examination|questioned|questioning|pressed|grilled)[^.\n]{0,60}? by (?:[^,.\n]{0,60}, )?((?:\p{Lu}[\p{L}'’.-]+ ?){2,4})(?:[^\n]*\n)*?[^\n]*$|((?:\p{Lu}[\p{L}'’.-]+ ){1,3}\p{Lu}[\p{L}'’-]+),? (?:for|representing|acting for) [^.\n]{0,60}(?:cross-)?examin(?:ed|ing)[^\n]*(?:\n[^\n]*)*?$/u;

/** The person interviewed or examined, as title and opening say; null where they don't. */
export function witness(context: Context): number | null {
  const { article } = context.doc;
  const opening = `${article.title ?? ""}\n${article.text.slice(0, context.doc.turns[0]?.label.start ?? 0)}`;
  const at = WITNESS.exec(opening);
  if (!at) return null;
  const after = opening.slice(at.index + at[0].length, at.index + at[0].length + 80);
  const name = /^(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?((?:\p{Lu}[\p{L}'’.-]+[ \t]?){1,4})/u.exec(after)?.[1]?.trim();
  if (!name) return null;
  for (const entity of context.entities) {
    if (entity.type !== "person") continue;
    for (const known of entity.names)
      if (namesFit(parsePerson(ordinaryCase(known)), parsePerson(ordinaryCase(name)))) return entity.id;
  }
  const entity = newEntity(context.entities.length, "person");
  entity.names.add(ordinaryCase(name));
  entity.given = true;
  context.entities.push(entity);
  return entity.id;
}
