import type { Article } from "../model.ts";
import { type Named, namesOf } from "./named.ts";
import type { Prepared } from "./prepare.ts";

/**
 * Whose words a description's are: in an article that names one person whose role, as any document gives it, has all words of
 * the description ("the director" beside "Mr. Roe", elsewhere "Jan Roe, the director of the works"). Merging leaves such a description alone
 * where it can't be sure over all documents; for one article this is sure enough to look at the words.
 */
export function kinOf(prepared: Prepared): Kin {
  const made = kins.get(prepared) ?? findKin(prepared);
  kins.set(prepared, made);
  return made;
}

type Kin = (holder: string, article: Article) => string;
/** Variants and shifts ask for the same. */
const kins = new WeakMap<Prepared, Kin>();

function findKin(prepared: Prepared): Kin {
  const names = namesOf(prepared);
  const persons = new Map<string, Named[]>();
  const personsIn = ({ id, text }: Article): Named[] => {
    const own =
      persons.get(id) ?? names.in(text).filter((one) => prepared.index.kindOf.get(one.id) === "person");
    persons.set(id, own);
    return own;
  };
  const roles = new Map<string, string[]>();
  for (const article of prepared.articles)
    for (const { id, role } of article.speakers) {
      if (role === null) continue;
      const holder = prepared.holderOf.get(id) ?? id;
      roles.set(holder, [...(roles.get(holder) ?? []), role]);
    }
  for (const article of prepared.articles)
    for (const { source, speakers } of article.statements) {
      const role = speakers.length === 1 ? APPOSED.exec(source[0]?.text ?? "")?.[1] : undefined;
      if (role === undefined) continue;
      const holder = prepared.holderOf.get(speakers[0]!) ?? speakers[0]!;
      roles.set(holder, [...(roles.get(holder) ?? []), role]);
    }
  const known = new Map<string, string>();
  const find = (holder: string, article: Article): string => {
    const wanted = descriptionOf(holder, prepared);
    if (wanted === null) return holder;
    const found = new Set(
      personsIn(article)
        .map(({ id }) => id)
        .filter(
          (id) =>
            id !== holder &&
            (roles.get(id) ?? []).some((role) => {
              const words = wordsOf(role.split(/\b(?:of|for|at|in|from)\b/i)[0]!);
              return wanted.every((word) => words.includes(word));
            }),
        ),
    );
    if (found.size === 1) return [...found][0]!;
    return introduced(wanted, article) ?? holder;
  };
  /** "A ferry captain told an inquest …": an opening that keeps the name back for a while. */
  const introduced = (wanted: readonly string[], article: Article): string | null => {
    const opening = /^\s*(?:\S.*)/.exec(article.text)?.[0].toLowerCase() ?? "";
    if (!new RegExp(`\\ban? ${wanted.join(" ")}\\b`).test(opening)) return null;
    const head = wanted.at(-1)!;
    const title = TITLES.get(head);
    const found = new Set(
      personsIn(article)
        .filter(
          ({ id, start, end }) =>
            (roles.get(id) ?? []).some((role) => wordsOf(role).includes(head) || title?.test(role)) ||
            title?.test(article.text.slice(Math.max(0, start - 14), end)),
        )
        .map(({ id }) => id),
    );
    return found.size === 1 ? [...found][0]! : null;
  };
  return (holder, article) => {
    const key = `${holder} ${article.id}`;
    const kin = known.get(key) ?? find(holder, article);
    known.set(key, kin);
    return kin;
  };
}

/** "Jan Roe, Harbour Master": what a source says of whom it names. */
const APPOSED =
  /^(?:\p{Lu}[\p{L}.’'-]*\s){1,3}?\p{Lu}[\p{L}.’'-]*, (?:an? |the |its |their |his |her |our )?(\p{L}[^,;]{2,60})/u;

/** Titles before a name, by the noun that a description has. */
const TITLES: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ["captain", "capt(?:ain|\\.)?"],
      ["superintendent", "supt\\.?|superintendent"],
      ["councillor", "cllr\\.?|councillor"],
      ["professor", "prof(?:\\.|essor)?"],
      ["doctor", "dr\\.?|doctor"],
      ["general", "gen\\.?|general"],
      ["colonel", "col\\.?|colonel"],
      ["sergeant", "sgt\\.?|sergeant"],
      ["lieutenant", "lt\\.?|lieutenant"],
      ["senator", "sen\\.?|senator"],
      ["governor", "gov\\.?|governor"],
      ["minister", "minister"],
      ["judge", "judge"],
    ] as const
  ).map(([noun, title]) => [noun, new RegExp(`(?<!\\p{L})(?:${title})(?= |$)`, "iu")]),
);

/** The words of a holder that is named by a description alone ("Company's spokeswoman": of whom aside), or null. */
function descriptionOf(holder: string, prepared: Prepared): string[] | null {
  const name = prepared.index.nameOf.get(holder);
  if (name === undefined || !/^(?:person|unnamed)$/.test(prepared.index.kindOf.get(holder) ?? ""))
    return null;
  const own = name.split(/\b(?:of|for|at|in|from)\b/)[0]!.trim();
  const plain = own.replace(/^.*['’]s\s+/, "");
  // A capital within makes it somebody's name.
  if (/\s\p{Lu}/u.test(plain)) return null;
  const words = wordsOf(plain);
  return words.length > 0 && words.every((word) => prepared.common.has(word)) ? words : null;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
