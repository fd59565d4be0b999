import type { Context, Reference } from "./context.ts";
import { fold } from "./fold.ts";
import type { Mention } from "./mention.ts";
import { agrees, bringsInTwo } from "./pairs.ts";

const KIN = /^(?:brother|sister|sibling|cousin|twin|spouse|couple|newlyweds?|husband|wife|parent|pensioner)$/;
/** What ties two by a role, and what both are then called. */
const TIED: readonly [RegExp, RegExp][] = [
  [
    /^(?:husband|wife|partner|fianc[eé]e?|boyfriend|girlfriend|spouse|widow|widower)$/,
    /^(?:couple|pair|spouse|newlyweds?|husband|parent|duo)$/,
  ],
  [
    /^(?:brother|sister|sibling|cousin|twin|half-brother|half-sister)$/,
    /^(?:brother|sister|sibling|cousin|twin|pair|duo)$/,
  ],
  [
    /^(?:challenger|rival|opponent|counterpart|adversary)$/,
    /^(?:candidate|rival|contender|challenger|opponent|pair|duo|finalist|man|woman)$/,
  ],
  [
    /^(?:colleague|partner|co-\w+|friend|teammate)$/,
    /^(?:colleague|partner|co-\w+|friend|pair|duo|man|woman|founder)$/,
  ],
];

/** Pairs of named people that a role ties, the last told first. */
export function namedTies({ tied, entities }: Context): Context["tied"] {
  return tied.filter((tie) => tie.entities.every((id) => entities[id]!.names.size > 0)).reverse();
}

/** "The Tiernans": the people of that surname, where the text names several. */
export function family(context: Context, mention: Mention): Reference | null {
  if (mention.determiner !== "the" || mention.modifiers.length > 0) return null;
  const word = context.mentions.tokens[mention.last]!;
  if (!word.capital || !/s$/.test(word.text)) return null;
  const name = fold(word.text.replace(/(?:(?<=[sxzh])e)?s$/, ""));
  const found = context.entities.filter(
    ({ type, names }) =>
      type === "person" &&
      [...names].some((full) => full.includes(" ") && fold(full.split(" ").at(-1)!) === name),
  );
  if (found.length < 2) return null;
  return { entities: found.map(({ id }) => id), antecedent: -1, score: 0.85, guess: [] };
}

/** "the brothers", "the couple": two of one surname told together anywhere, or those whom a role ties. */
export function kinOf(context: Context, mention: Mention, count: number): Reference | null {
  if (count > 2 || mention.owner >= 0 || mention.complement >= 0 || mention.country !== null) return null;
  const found = (pair: readonly number[], score: number, antecedent: number): Reference => ({
    entities: [...pair].sort((a, b) => a - b),
    antecedent,
    score,
    guess: [],
  });
  const fits = (pair: readonly number[]) => pair.every((id) => agrees(context.entities[id]!, mention));
  const pairs = context.clusters.kin.filter(fits);
  if (KIN.test(mention.head) && pairs.length === 1) return found(pairs[0]!, 0.85, -1);
  if (bringsInTwo(mention) || (mention.determiner !== "the" && count !== 2)) return null;
  for (const { entities, head, mention: role } of namedTies(context)) {
    if (role.first >= mention.first || mention.sentence - role.sentence > 40) continue;
    const called = TIED.some(([tie, words]) => tie.test(head) && words.test(mention.head));
    if (called && fits(entities)) return found(entities, 0.8, role.id);
  }
  return null;
}

/** Kin and company, whom somebody stands for, and what the other of the two is then called. */
const BACK: readonly [RegExp, readonly string[]][] = [
  [/^(?:brother|sister)-in-law$/, ["brother-in-law", "sister-in-law"]],
  [
    /^(?:half-)?(?:brother|sister|sibling|twin)$/,
    ["brother", "sister", "sibling", "twin", "half-brother", "half-sister"],
  ],
  [
    /^(?:husband|wife|partner|spouse|widow|widower|fianc[eé]e?)$/,
    ["husband", "wife", "partner", "spouse", "fiance", "fiancee", "fiancé", "fiancée"],
  ],
  [/^(?:mother|father|mum|mom|dad|parent)$/, ["son", "daughter", "child"]],
  [/^(?:son|daughter|child)$/, ["mother", "father", "mum", "mom", "dad", "parent"]],
  [/^(?:uncle|aunt)$/, ["nephew", "niece"]],
  [/^(?:nephew|niece)$/, ["uncle", "aunt"]],
  [/^cousin$/, ["cousin"]],
  [/^client$/, ["lawyer", "attorney", "counsel", "barrister", "solicitor", "advocate", "agent"]],
];

/** "Mr Amadi and his sister-in-law" where he was brought in as the conductor's brother-in-law: the conductor; -1 for nobody. */
export function kinBack(context: Context, mention: Mention, owner: number): number {
  const back = BACK.find(([tie]) => tie.test(mention.head))?.[1];
  if (!back || mention.plural) return -1;
  const found = new Set<number>();
  for (const [key, id] of context.owned) {
    const [from = "", head = ""] = key.split(" ");
    const other = context.entities[Number(from)];
    if (id !== owner || !back.includes(head) || other?.type !== "person" || other.id === owner) continue;
    if (agrees(other, mention)) found.add(other.id);
  }
  const [only] = found;
  return only !== undefined && found.size === 1 ? only : -1;
}

/** True for roles that make two of one kind: a challenger, a wife, a cousin. */
export function isTie(head: string): boolean {
  return TIED.some(([tie]) => tie.test(head));
}
