import type { Context } from "./context.ts";
import { endOf } from "./links.ts";
import type { Mention } from "./mention.ts";

/** Several whom one phrase joins: "Ruiz, the mayor, and Okafor", "Ferro, Prunty and Bright". */
interface Joined {
  entities: number[];
  /** The last of them as it stands there. */
  mention: Mention;
  /** Where the phrase begins: its first token. */
  first: number;
}

const LINK = /^(?:,|and|&|;|the|both|as|well|also|h\.e|h\.e\.|his|her|its|their|excellency|[“”"‘’'()\d-]+)$/;

/** The sets that "and" joins in a sentence, up to a token, in text order; of what has been followed already. */
function joinedIn(context: Context, sentence: number, before: number): Joined[] {
  const { bySentence, tokens } = context.mentions;
  const found: Joined[] = [];
  let run: { mention: Mention; entity: number }[] = [];
  let end = -1;
  let and = false;
  const close = () => {
    const entities = [...new Set(run.map(({ entity }) => entity))];
    if (and && entities.length > 1 && entities.length < 6)
      found.push({ entities, mention: run.at(-1)!.mention, first: run[0]!.mention.first });
    run = [];
    and = false;
  };
  for (const mention of bySentence.get(sentence) ?? []) {
    if (mention.last >= before) break;
    if (mention.last <= end || mention.form === "pronoun" || mention.form === "relative") continue;
    const reference = context.references.get(mention.id);
    const entity = reference?.entities.length === 1 ? reference.entities[0]! : -1;
    if (run.length > 0) {
      const between = tokens.slice(end + 1, mention.first);
      const linked = between.length < 7 && between.every((token) => LINK.test(token.lower));
      const last = run.at(-1)!;
      const same = entity === last.entity;
      const joins = between.some((token) => /^(?:and|&)$/.test(token.lower));
      // a comma alone goes on in a list or before a role of the same
      const comma = between.some((token) => token.text === "," || token.text === ";");
      if (!linked || entity < 0 || !alike(context, last.entity, entity) || (!same && !joins && !comma))
        close();
      else if (and && !same && !joins) close();
      else if (joins && !same) and = true;
    }
    if (entity >= 0) run.push({ mention, entity });
    else close();
    end = endOf(mention, context.mentions);
  }
  close();
  return found;
}

/** People with people, bodies and places with each other. */
function alike(context: Context, a: number, b: number): boolean {
  const kind = (id: number) => {
    const { type } = context.entities[id]!;
    if (type === "person" || type === "unnamed") return "person";
    return type === "body" || type === "place" || type === null ? "body" : type;
  };
  return kind(a) === kind(b);
}

/**
 * The names that follow a plural description and are those it tells of: "the cousins Yusuf and Leyla Karahan", "their
 * co-leaders, Paavo Lind and Rosa Eke". Null where no list of names follows.
 */
export function namedBehind(
  context: Context,
  mention: Mention,
): { entities: number[]; mention: Mention } | null {
  const { tokens, startingAt } = context.mentions;
  let at = endOf(mention, context.mentions) + 1;
  const opened = /^[,:(–—]$/.test(tokens[at]?.text ?? "");
  if (opened) at++;
  const entities: number[] = [];
  let first: Mention | null = null;
  for (let and = false; ; ) {
    const name = startingAt.get(at);
    const id = name?.form === "name" ? context.clusters.byMention.get(name.id) : undefined;
    if (!name || id === undefined || name.sentence !== mention.sentence) return null;
    const { type } = context.entities[id]!;
    if ((mention.type === "group") !== (type === "person")) return null;
    entities.push(id);
    first ??= name;
    at = endOf(name, context.mentions) + 1;
    if (and) break;
    const next = tokens[at];
    if (next?.text !== "," && !/^(?:and|&)$/.test(next?.lower ?? "")) return null;
    at++;
    and = next!.text !== ",";
    if (!and && /^(?:and|&)$/.test(tokens[at]?.lower ?? "")) {
      and = true;
      at++;
    }
  }
  const known = [...new Set(entities)];
  return known.length > 1 ? { entities: known.sort((a, b) => a - b), mention: first! } : null;
}

/** What a phrase joined in the sentences before, the last first. */
export function joinedBefore(
  context: Context,
  mention: Mention,
  far: number,
): (Joined & { distance: number })[] {
  const found: (Joined & { distance: number })[] = [];
  for (let distance = 0; distance <= far && distance <= mention.sentence; distance++)
    for (const joined of joinedIn(context, mention.sentence - distance, mention.first).reverse())
      found.push({ ...joined, distance });
  return found;
}
