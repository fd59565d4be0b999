import type { Turn } from "../model.ts";
import type { Context } from "./context.ts";
import { type Entity, newEntity } from "./entity.ts";
import { fold } from "./fold.ts";
import { isGivenName } from "./lexicon/given.ts";
import { isPersonNoun, nounGender } from "./lexicon/nouns.ts";
import { titleGender } from "./mentions.ts";
import { isTitle } from "./name-words.ts";
import { office, officesOf } from "./offices.ts";
import { isSurnameOf, namesFit, parsePerson } from "./person.ts";
import { placeKey } from "./places.ts";

const ROLE_LABEL =
  /^(?:the )?(?:moderator|host|interviewer|interviewee|reporter|journalist|speaker|witness|court|judge|clerk|operator|chair|chairman|chairwoman|question|questioner|audience|audience member|caller|narrator|anchor|correspondent|president|presenter|prosecutor|defendant|press|attendee|participant|male speaker|female speaker|unidentified (?:male|female|speaker|reporter)|reporter \d+|voice)$/i;
const EXAMINER =
  /(?:^|\n)[ \t]*(?:BY|(?:DIRECT|CROSS|REDIRECT|RECROSS)?[- ]?EXAMINATION BY|(?:Further )?[Qq]uestions (?:from|by)|QUESTIONS (?:FROM|BY)|(?:Cross-|Re-)?[Ee]xamin(?:ed|ation) by)\s+((?:(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr|Sir|Miss)\.?\s+)?\p{Lu}[\p{L}'’-]+(?:[ \t]\p{Lu}[\p{L}'’-]+){0,2})/gu;
const WITNESS =
  /(?:interview(?:s|ed)?(?: of| with)?|conversation with|briefing by|press conference by|remarks by|testimony of|evidence of|statement of|questioning of|examination of|deposition of|witness:|guest:|in conversation with|speaks? (?:to|with))\s+/iu;

/** Who speaks in a turn; `nobody` where all that is known is that somebody asks. */
export interface Speaking {
  entity: number;
  score: number;
  nobody?: boolean;
}

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
      if (examiner >= 0) questioner = examiner;
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
            (lastNamed >= 0 ? lastNamed : subjectBefore(context, turn)));
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

/** "The MINISTER OF FISHERIES (Hon. Eulalie Bascombe)": the bracket names who holds the office. */
function officeHolder(
  context: Context,
  byLabel: Map<string, number>,
  label: string,
  bracket: string,
): number | null {
  const words = label
    .replace(/^the /i, "")
    .split(/ (?:of|for) /i)[0]!
    .split(" ");
  const last = fold(words.at(-1)!);
  if ((!isTitle(last) && !isPersonNoun(last)) || words.length > 4) return null;
  const parts = bracket.trim().split(/\s+/);
  if (
    parts.length < 2 ||
    !parts.every((part) => /^\p{Lu}/u.test(part)) ||
    isTitle(fold(parts.at(-1)!)) ||
    label.split(" ").some((word) => parts.includes(word))
  )
    return null;
  const id = findOrMake(context, bracket.trim());
  const entity = context.entities[id]!;
  for (const word of words) {
    entity.heads.add(fold(word));
    entity.words.add(fold(word));
  }
  entity.told.push(titleCase(label.replace(/^the /i, "")));
  byLabel.set(fold(label), id);
  return id;
}

function isHost(entity: Entity): boolean {
  return [...entity.heads].some((word) =>
    /^(?:moderator|host|interviewer|anchor|presenter|chair|operator)$/.test(office(word)),
  );
}

/** A label without marks, stamps and brackets: "**MS. TORMEY** (by telephone):" → "MS. TORMEY". */
function labelWords(label: string): string {
  return (
    label
      .replace(/[*_[\]<>]/g, " ")
      .replace(/\([^)]*\)/g, " ")
      .replace(/^\s*\d{1,2}:\d{2}(?::\d{2})?\s*/, "")
      // numbered questions of committees: "Q15 Joan Petrie"
      .replace(/^\s*Q\s?\d+\.?\s+(?=\p{L})/u, "")
      .replace(/[:\s]+$/, "")
      .replace(/\s+/g, " ")
      .trim()
  );
}

function unnamed(context: Context, name: string): number {
  const entity = newEntity(context.entities.length, "unnamed");
  entity.names.add(name);
  entity.given = true;
  context.entities.push(entity);
  return entity.id;
}

/** A name in capitals in ordinary spelling: "O'NEIL-LUND" → "O'Neil-Lund", "McADAM" stays. */
export function ordinaryCase(words: string): string {
  if (/\p{Ll}{2}/u.test(words)) return words;
  return words
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, edge: string, letter: string) => edge + letter.toUpperCase());
}

function byLabelName(context: Context, byLabel: Map<string, number>, label: string): number {
  const key = fold(label);
  const known = byLabel.get(key);
  if (known !== undefined) return known;
  const id = findOrMake(context, label);
  byLabel.set(key, id);
  return id;
}

/** "JQ" for Jonah Quill: the one person of the document with these initials. */
function byInitials(context: Context, label: string): number | null {
  const letters = label.replace(/[.\s]/g, "");
  if (!/^\p{Lu}{2,4}$/u.test(letters)) return null;
  const fitting = context.entities.filter(
    (entity) =>
      entity.type === "person" &&
      [...entity.names].some(
        (name) =>
          name.includes(" ") &&
          name
            .split(/[\s-]+/)
            .map((part) => part.charAt(0).toUpperCase())
            .join("") === letters,
      ),
  );
  return fitting.length === 1 ? fitting[0]!.id : null;
}

function findOrMake(context: Context, label: string): number {
  const initials = byInitials(context, label);
  if (initials !== null) return initials;
  const [namePart = label, ...rest] = label.split(/,\s*/);
  const words = namePart.split(" ");
  let core = 0;
  while (
    core < words.length - 1 &&
    (isTitle(words[core]!.toLowerCase().replace(/\.$/, "")) ||
      /^(?:prime|foreign|vice|deputy|attorney|chief|the|hon\.?)$/i.test(words[core]!))
  )
    core++;
  const titles = words.slice(0, core).map((word) => word.toLowerCase().replace(/\.$/, ""));
  const name = words.slice(core).join(" ");
  if (ROLE_LABEL.test(label) || /^(?:OF|FOR)\b/i.test(name)) return roleLabel(context, label);
  const gender = titleGender(titles);
  const parsed = parsePerson(ordinaryCase(name));
  const people = context.entities.filter((entity) => entity.type === "person" && entity.names.size > 0);
  const fitting = people.filter((entity) => {
    if (gender && entity.gender && gender !== entity.gender) return false;
    return [...entity.names].some((other) => {
      const whole = parsePerson(ordinaryCase(other));
      if (parsed.given.length === 0 && whole.given.length > 0)
        return isSurnameOf(parsed, whole) || fold(whole.given[0]!) === fold(parsed.surname);
      return namesFit(parsed, whole);
    });
  });
  if (fitting.length > 1) {
    const titled = fitting.filter((entity) => titles.some((title) => entity.heads.has(title)));
    if (titled.length > 0) fitting.splice(0, fitting.length, ...titled);
    else if (gender) {
      const usual = fitting.filter((entity) => (entity.gender ?? entity.weakGender) === gender);
      if (usual.length > 0) fitting.splice(0, fitting.length, ...usual);
    }
  }
  const noun = words.length <= 3 && isPersonNoun(fold(words.at(-1)!)) && !isGivenName(fold(words[0]!));
  if (fitting.length === 0 && noun && gender === null) return roleLabel(context, label);
  const entity = fitting[0] ?? newEntity(context.entities.length, "person");
  if (fitting.length === 0) context.entities.push(entity);
  if (fitting.length === 0 || parsed.given.length > 0) entity.names.add(ordinaryCase(name));
  entity.given = true;
  entity.gender ??= gender;
  for (const title of titles) if (!/^(?:mr|mrs|ms|miss|sir|the)$/.test(title)) entity.heads.add(title);
  for (const text of rest) if (text) entity.told.push(text);
  return entity.id;
}

/** "MODERATOR", "THE WITNESS": the person whose role it is, where the text says who that is. */
function roleLabel(context: Context, label: string): number {
  const head = label.toLowerCase().replace(/^the /, "").split(" ").at(-1)!;
  if (head === "witness" || head === "interviewee") {
    const named = witness(context);
    if (named !== null) return named;
  }
  const matching = context.entities.filter(
    (entity) =>
      entity.type === "person" &&
      entity.names.size > 0 &&
      officesOf(entity.heads, entity.words).has(office(head)),
  );
  if (matching.length === 1) return matching[0]!.id;
  const anybody =
    /^(?:reporter|journalist|question|questioner|audience|member|caller|attendee|participant|speaker|voice|press|operator|correspondent|interviewer|\d+)$/;
  const entity = newEntity(context.entities.length, anybody.test(head) ? "unnamed" : "person");
  entity.names.add(titleCase(label.replace(/^the /i, "")));
  entity.gender = nounGender(head);
  entity.heads.add(head);
  entity.given = true;
  context.entities.push(entity);
  return entity.id;
}

/** "PRESIDENT OF THE CHAMBER" → "President of the Chamber"; words in ordinary spelling stay. */
function titleCase(words: string): string {
  if (/\p{Ll}{2}/u.test(words)) return words;
  return ordinaryCase(words)
    .replace(/ (Of|The|For|And|At|In) (?=\S)/g, (match) => match.toLowerCase())
    .replace(/ (The) /g, " the ");
}

/** Who a court transcript says examines: "BY MR. COLE:" before the questions. */
function examinerBefore(text: string, turns: readonly Turn[], index: number): string | null {
  const start = index > 0 ? turns[index - 1]!.label.start : 0;
  const found = [...text.slice(start, turns[index]!.label.start).matchAll(EXAMINER)].at(-1);
  return found ? found[1]! : null;
}

const SWORN =
  /((?:(?:MR|MS|MRS|DR|PROF|Mr|Ms|Mrs|Dr|Prof)\.? )?\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*){1,4})(?:, (?:\d{2}|Jr\.?|M\.?D\.?|Ph\.?D\.?|[Ee][Ss][Qq]\.?))*,?\s+\(?(?:(?:having|after|was|were|being|been|is|then|first|previously|duly|next|and)\s+){0,4}(?:called|sworn|affirmed|recalled|a witness|the witness|took the (?:stand|oath)|testif(?:ied|ying)|gave evidence|giving evidence|examined|cross-examined|resumed)/gu;

/** "DR. ELENA VOSSKUHL, called as a witness": who answers from here on; null where nothing before the turn says so. */
function swornBefore(context: Context, index: number): number | null {
  const { doc } = context;
  const from = index > 0 ? doc.turns[index - 1]!.label.start : 0;
  const back = doc.turns[index - 1]?.kind === "question" ? (doc.turns[index - 2]?.label.start ?? 0) : from;
  const found = [...doc.article.text.slice(back, doc.turns[index]!.label.start).matchAll(SWORN)].at(-1);
  return found ? personNamed(context, found[1]!) : null;
}

/** Whom the question before addresses: "Q. Dr. Vosskuhl, did you examine the bottle?" */
function addressed(context: Context, index: number): number | null {
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

/** In a report that gives testimony: the last person named as a subject before the question. */
function subjectBefore(context: Context, turn: Turn): number {
  const first = context.doc.turns.find((other) => other.kind !== "name") ?? turn;
  const title = fold(context.doc.article.title ?? "");
  const named = context.entities.filter(
    (entity) =>
      entity.type === "person" &&
      [...entity.names].some((name) => name.includes(" ") && title.includes(fold(name))),
  );
  if (named.length === 1) return named[0]!.id;
  let best = -1;
  for (const mention of context.mentions.list) {
    if (mention.start >= first.label.start) break;
    const id = context.clusters.byMention.get(mention.id);
    if (id === undefined || context.entities[id]!.type !== "person") continue;
    if (mention.grammar === "subject" && mention.inside < 0 && mention.quotation < 0) best = id;
  }
  return best;
}

function personNamed(context: Context, words: string): number {
  return findOrMake(context, words.replace(/\s+/g, " ").trim());
}

/** The named speaker of the turns before whom the witness answered: "MR KEENE: When did you arrive? A. At one. Q. …"; -1 for none. */
function examining(context: Context, turns: readonly (Speaking | null)[], index: number): number {
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
function witness(context: Context): number | null {
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
