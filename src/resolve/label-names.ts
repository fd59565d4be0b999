import type { Context } from "./context.ts";
import { type Entity, newEntity } from "./entity.ts";
import { fold } from "./fold.ts";
import { isGivenName } from "./lexicon/given.ts";
import { isPersonNoun, nounGender } from "./lexicon/nouns.ts";
import { titleGender } from "./mentions.ts";
import { isTitle } from "./name-words.ts";
import { office, officesOf } from "./offices.ts";
import { isSurnameOf, namesFit, parsePerson } from "./person.ts";
import { interviewer, witness } from "./testimony.ts";
import { tokenAt } from "./tokens.ts";

/** Labels that tell a role and no name. */
export const ROLE_LABEL =
  /^(?:the )?(?:moderator|host|interviewer|interviewee|reporter|journalist|speaker|witness|court|judge|clerk|operator|chair|chairman|chairwoman|question|questioner|audience|audience member|caller|narrator|anchor|correspondent|president|presenter|prosecutor|defendant|press|attendee|participant|male speaker|female speaker|unidentified (?:male|female|speaker|reporter)|reporter \d+|voice)$/i;

/** "The MINISTER OF FISHERIES (Hon. Eulalie Bascombe)": the bracket names who holds the office. */
export function officeHolder(
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

/** A label without marks, stamps and brackets: "**MS. TORMEY** (by telephone):" → "MS. TORMEY". */
export function labelWords(label: string): string {
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

export function unnamed(context: Context, name: string): number {
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

export function byLabelName(context: Context, byLabel: Map<string, number>, label: string): number {
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
  const initials = byInitials(context, label) ?? byLetter(context, label);
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
  if (fitting.length === 0 && words.length > 1 && !isGivenName(fold(words[0]!))) {
    // "COMDT ORTEGA": a title in no list before the surname of one person
    const own = people.filter((entity) =>
      [...entity.names].some((other) => {
        const whole = parsePerson(ordinaryCase(other));
        return whole.given.length > 0 && fold(whole.surname) === fold(parsed.surname);
      }),
    );
    if (
      own.length === 1 &&
      [...own[0]!.names].every((other) => fold(other.split(" ")[0]!) !== fold(words[0]!))
    ) {
      own[0]!.given = true;
      return own[0]!.id;
    }
  }
  const noun = words.length <= 3 && isPersonNoun(fold(words.at(-1)!)) && !isGivenName(fold(words[0]!));
  if (fitting.length === 0 && noun && gender === null) return roleLabel(context, label);
  const beside = fitting.length === 0 && gender === null ? besideName(context, label) : -1;
  if (beside >= 0) return beside;
  const entity = fitting[0] ?? newEntity(context.entities.length, "person");
  if (fitting.length === 0 && parsed.given.length === 0) {
    const whole = inTitle(context, ordinaryCase(name));
    if (whole) entity.names.add(whole);
  }
  if (fitting.length === 0) context.entities.push(entity);
  if (fitting.length === 0 || parsed.given.length > 0) entity.names.add(ordinaryCase(name));
  entity.given = true;
  entity.gender ??= gender;
  for (const title of titles) if (!/^(?:mr|mrs|ms|miss|sir|the)$/.test(title)) entity.heads.add(title);
  for (const text of rest) if (text) entity.told.push(text);
  return entity.id;
}

/** "M" for Marta Hale, "LSL" for the Lane Street Letter that asks: letters that begin one person's name or the outlet's; null for others. */
function byLetter(context: Context, label: string): number | null {
  const letters = label.replace(/[.\s]/g, "");
  if (!/^\p{Lu}{1,4}$/u.test(letters)) return null;
  const people =
    letters.length > 1
      ? []
      : context.entities.filter(
          (entity) =>
            entity.type === "person" &&
            [...entity.names].some(
              (name) => name.includes(" ") && name.split(" ").some((part) => part.startsWith(letters)),
            ),
        );
  const outlet = (context.doc.article.outlet ?? "").replace(/^the /i, "");
  const capitals = outlet
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.charAt(0))
    .join("");
  const asks = outlet !== "" && (capitals === letters || outlet.toUpperCase().startsWith(letters));
  if (people.length === 1 && !(asks && capitals === letters)) return people[0]!.id;
  return asks && people.length !== 1 ? outletEntity(context) : null;
}

/** The entity of the paper or body that brings the text out, made where the text never names it. */
function outletEntity(context: Context): number {
  if (context.outlet >= 0) return context.outlet;
  const entity = newEntity(context.entities.length, "body");
  entity.names.add(context.doc.article.outlet!.replace(/^the /i, ""));
  entity.given = true;
  context.entities.push(entity);
  context.outlet = entity.id;
  return entity.id;
}

/** The whole name that the title gives of a surname: "Interview with Marta Hale" for "HALE:"; null for none. */
function inTitle(context: Context, surname: string): string | null {
  const words = (context.doc.article.title ?? "").split(/[\s,:;"“”()]+/);
  const at = words.findIndex((word) => fold(word.replace(/['’]s$/, "")) === fold(surname));
  if (at < 1) return null;
  let from = at;
  while (
    from > 0 &&
    at - from < 2 &&
    /^\p{Lu}[\p{L}.’'-]*$/u.test(words[from - 1]!) &&
    !isTitle(fold(words[from - 1]!))
  )
    from--;
  const given = words.slice(from, at);
  return given.length > 0 && given.some((word) => isGivenName(fold(word)))
    ? [...given, surname].join(" ")
    : null;
}

/** "HARBOUR MASTER:" where the text has "the harbour master, Captain Ed Voll": the name beside the label's words; -1 for none. */
function besideName(context: Context, label: string): number {
  const { mentions, doc, clusters } = context;
  const words = fold(label.replace(/^the /i, ""));
  const text = doc.article.text.toLowerCase();
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (doc.turns.some((turn) => at >= turn.label.start && at < turn.label.end)) continue;
    const first = tokenAt(mentions.tokens, at);
    const last = tokenAt(mentions.tokens, at + words.length - 1);
    const beside = mentions.list.find((mention) => {
      const id = clusters.byMention.get(mention.id);
      if (id === undefined || context.entities[id]!.type !== "person") return false;
      const behind = mention.first > last && mention.first <= last + 2;
      const before =
        mention.last < first && mention.last >= first - 3 && mentions.tokens[mention.last + 1]?.text === ",";
      return mention.sentence === mentions.tokens[first]!.sentence && (behind || before);
    });
    if (beside) return clusters.byMention.get(beside.id)!;
  }
  return -1;
}

/** "MODERATOR", "THE WITNESS": the person whose role it is, where the text says who that is. */
function roleLabel(context: Context, label: string): number {
  const head = label.toLowerCase().replace(/^the /, "").split(" ").at(-1)!;
  if (head === "witness" || head === "interviewee") {
    const named = witness(context);
    if (named !== null) return named;
  }
  if (/^(?:interviewer|host|presenter|moderator|reporter|journalist)$/.test(head)) {
    const named = interviewer(context);
    if (named >= 0) return named;
  }
  const bench = /^(?:court|bench)$/.test(head);
  const matching = context.entities.filter(
    (entity) =>
      entity.type === "person" &&
      entity.names.size > 0 &&
      (officesOf(entity.heads, entity.words).has(office(head)) ||
        (bench && [...entity.heads].some((word) => /^(?:judge|justice|magistrate|coroner)$/.test(word)))),
  );
  if (matching.length === 1) return matching[0]!.id;
  const beside = besideName(context, label);
  if (beside >= 0) return beside;
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

export function personNamed(context: Context, words: string): number {
  return findOrMake(context, words.replace(/\s+/g, " ").trim());
}

export function isHost(entity: Entity): boolean {
  return [...entity.heads].some((word) =>
    /^(?:moderator|host|interviewer|anchor|presenter|chair|operator)$/.test(office(word)),
  );
}
