import type { Part } from "./clause-claims.ts";
import type { Frame, Voice } from "./frame.ts";

/** What a sentence encoder reads: full names make any two texts about one person look alike, so surnames only. */
export function encodable(frame: Frame, part: Part, voice: Voice, text: string): string {
  const { tokens } = frame;
  const range = (from: number, to: number) => {
    let out = "";
    for (let k = from; k <= to; k++) {
      const token = tokens[k]!;
      const mention = mentions.find((one) => k >= one.from && k <= one.to);
      const gap = k > from ? text.slice(tokens[k - 1]!.end, token.start) : "";
      if (mention && k < mention.to && voice.index.kindOf.get(mention.id) === "person") continue;
      out += gap + token.text;
    }
    return out;
  };
  const mentions = voice.index.mentions(tokens);
  const outside = part.subject && (part.subject.from < part.from || part.subject.from > part.to);
  const shared = outside ? `${range(part.subject!.from, part.subject!.to)} ` : "";
  return (
    shared +
    range(part.from, part.to)
      .replace(/^(?:and|but|or|,)\s+/i, "")
      .replace(/^that\s+/i, "")
  )
    .replace(/[“”"]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The clause as a reader without context would need it: own subject, "I" and "we" by name. */
export function readable(frame: Frame, part: Part, voice: Voice, text: string): string {
  const tokens = frame.tokens;
  const name = voice.holder ? voice.index.nameOf.get(voice.holder) : undefined;
  let told = false;
  const piece = (from: number, to: number) => {
    let out = "";
    for (let k = from; k <= to; k++) {
      const token = tokens[k]!;
      const gap = k > from ? text.slice(tokens[k - 1]!.end, token.start) : "";
      const own = name !== undefined && /^(?:i|we|me|us|my|our|mine|ours)$/.test(token.lower);
      out += gap + (own ? standIn(token.lower, name, told) : token.text);
      told ||= own;
    }
    return out;
  };
  const own =
    part.subject &&
    name &&
    part.subject.from === part.subject.to &&
    /^(?:i|we)$/.test(tokens[part.subject.from]!.lower);
  const body = (
    own ? agree(piece(part.from, part.to), name, presentVerb(frame, part)) : piece(part.from, part.to)
  )
    .replace(/^(?:and|but|or|that|,)\s+/i, "")
    .replace(/^that\s+/i, "");
  const shared =
    part.subject && (part.subject.from < part.from || part.subject.from > part.to)
      ? `${piece(part.subject.from, part.subject.to)} `
      : "";
  return (shared + body).replace(/\s+/g, " ").trim();
}

/** "Ana Ruiz have written" → "Ana Ruiz has written": a name in place of "I" or "we". */
function agree(text: string, name: string, verb: string | null): string {
  const at = text.indexOf(name);
  if (at < 0) return text;
  const rest = text
    .slice(at + name.length)
    .replace(
      /^( (?:never |also |already |now |still )?)(have|am|are|were|'m|’m|'re|’re|'ve|’ve)\b/,
      (_, gap: string, verb: string) => gap + SINGULAR[verb.replace(/^['’]/, "")],
    );
  const inflected =
    verb === null
      ? rest
      : rest.replace(
          new RegExp(`^( (?:never |also |already |now |still )?)${verb}\\b`),
          (_, gap: string) => gap + thirdPerson(verb),
        );
  return text.slice(0, at + name.length) + inflected;
}

/** The plain present verb of a clause without auxiliary ("I take that as a sign"), or null. */
function presentVerb(frame: Frame, part: Part): string | null {
  const clause = frame.clauses[part.clause];
  const verb = clause ? frame.tokens[clause.verb] : undefined;
  return clause &&
    verb &&
    clause.first === clause.verb &&
    verb.pos === "VERB" &&
    verb.lower === verb.lemma &&
    !PAST_ALIKE.test(verb.lower)
    ? verb.lower
    : null;
}

const PAST_ALIKE = /^(?:put|cut|hit|set|shut|hurt|let|cost|read|beat|spread|burst|cast|bid|quit|shed|split)$/;

function thirdPerson(verb: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return verb === "have" ? "has" : `${verb}s`;
}

const SINGULAR: Record<string, string> = {
  have: "has",
  am: "is",
  are: "is",
  were: "was",
  m: " is",
  re: " is",
  ve: " has",
};

/** The speaker's name for "I", "we", "our"; a pronoun from the second time on. */
function standIn(word: string, name: string, again: boolean): string {
  const many = /^(?:we|us|our|ours)$/.test(word);
  const short = again && !many ? (name.split(" ").at(-1) ?? name) : name;
  if (/^(?:my|our|mine|ours)$/.test(word)) return again && many ? "their" : `${short}’s`;
  return again && many ? (word === "us" ? "them" : "they") : short;
}
