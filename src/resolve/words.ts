import type { Statement } from "../model.ts";
import type { Context } from "./context.ts";
import { type Entity, newEntity } from "./entity.ts";
import { fold } from "./fold.ts";
import { isPlural, singular } from "./lexicon/nouns.ts";
import { demonymKey } from "./places.ts";
import { tokenAt } from "./tokens.ts";

const NOBODY =
  /^(?:not (?:all|everyone|everybody|many)|(?:someone|somebody|anyone|anybody)$|nobody|no one|none|neither|nothing|it|this|that|these|there|what|which|who|he|she|they|we|i|you|his|her|their|our|my|q|a)\b(?! (?:other|further|second|third|few|lot))/i;
const PARTITIVE =
  /^((?:at least |only |just |about |around |nearly |almost |more than |fewer than )?(?:one|another|a second|a third|the other|the others|others|some|many|most|several|a few|few|all|each|half|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens))(?: of (?:them|us|you|these|those))?(?= who\b| that\b|,|$)/i;
const MANY =
  /^(?:others|the others|some|many|most|several|a few|few|all|half|two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens)$/i;

/**
 * The holder that a source's own words describe where no mention was found in them: "another", "three who spoke on
 * condition they weren’t named", "everyone in the village". What is one or some of a group just spoken of takes the group's
 * name: "another" after "the members" is "Another of members". -1 where the words stand for nobody.
 */
export function holderOfWords(context: Context, statement: Statement): number {
  const source = statement.source[0]!;
  const known = context.described.get(source.start);
  if (known !== undefined) return known;
  const words = source.text.replace(/\s+/g, " ");
  // "in the Khorvani understanding"
  const demonym = /^\p{Lu}[\p{L}’'-]+$/u.test(words)
    ? context.places.get(demonymKey(words) ?? "")
    : undefined;
  if (demonym !== undefined) return demonym;
  if (NOBODY.test(words) || !/\p{L}{2}/u.test(words)) return -1;
  const part = PARTITIVE.exec(words)?.[1];
  const group = part ? lastGroup(context, source.start) : null;
  const plain = words
    .replace(/,.*$| (?:who|which|whose|where|when) .*$/, "")
    .replace(/^(?:the|a|an) /i, "")
    .trim();
  const one = part !== undefined && group !== null && /^(?:one|another|a second|a third)$/i.test(part);
  const text = part && group ? `${part.replace(/^the /i, "")} of ${group}` : plain;
  const shown = text.charAt(0).toUpperCase() + text.slice(1);
  if (!part) {
    for (const entity of context.entities)
      if (entity.label && fold(entity.label.text) === fold(shown))
        return remember(context, source.start, entity);
  }
  const head = plain
    .split(/ (?:of|in|at|from|with|close|familiar|on|for|to) /)[0]!
    .split(" ")
    .at(-1)!;
  const many = part
    ? MANY.test(part.replace(/^(?:at least|only|just|about|around|nearly|almost|more than|fewer than) /i, ""))
    : isPlural(head.toLowerCase()) || /^(?:everyone|everybody|those|people)$/i.test(head);
  const entity = newEntity(context.entities.length, many ? "group" : "unnamed");
  entity.plural = many;
  entity.label = {
    text: shown,
    start: source.start,
    ...(part && group ? { words: one ? [plain, oneOf(group)] : [plain] } : {}),
  };
  context.entities.push(entity);
  return remember(context, source.start, entity);
}

/** What one of a group is called: "former clerk" for "three former clerks". */
function oneOf(group: string): string {
  const words = group.replace(/^(?:two|three|four|five|six|seven|eight|nine|ten|\d+) /i, "").split(" ");
  const at = words.findIndex((word) => isPlural(word.toLowerCase()));
  if (at < 0) return words.join(" ");
  return [...words.slice(0, at), singular(words[at]!.toLowerCase()), ...words.slice(at + 1)].join(" ");
}

function remember(context: Context, start: number, entity: Entity): number {
  context.described.set(start, entity.id);
  return entity.id;
}

/** Words of the last group spoken of before a place, at most three sentences back. */
function lastGroup(context: Context, start: number): string | null {
  const { mentions, doc } = context;
  const sentence = mentions.tokens[tokenAt(mentions.tokens, start)]?.sentence ?? 0;
  for (let k = mentions.list.length - 1; k >= 0; k--) {
    const mention = mentions.list[k]!;
    if (mention.start >= start || mention.form !== "description" || mention.type !== "group") continue;
    if (sentence - mention.sentence > 3) return null;
    const words = doc.article.text.slice(mention.start, mention.end).replace(/\s+/g, " ");
    return words.replace(/^(?:the|a|an|some|many|most|several|all|no|these|those|at least) /i, "");
  }
  return null;
}
