import type { Context } from "./context.ts";
import { bodyFits } from "./describe-body.ts";
import { personFits } from "./describe-person.ts";
import type { Entity } from "./entity.ts";
import type { Mention } from "./mention.ts";
import { KIN } from "./offices.ts";

/**
 * Delayed identification, as news does it: "The head of the company said he was sorry. … Leland Strand told a station":
 * a person named for the first time without any role is the one whom a definite description brought in just before.
 */
export function identify(context: Context, mention: Mention, id: number): void {
  const entity = context.entities[id]!;
  if (entity.type === "body" || entity.type === null) {
    identifyBody(context, mention, entity);
    return;
  }
  if (entity.type !== "person" || entity.mentions.length > 0 || entity.given) return;
  if (byRole(context, mention, entity) || inLead(context, mention, entity)) return;
  if (
    [...entity.heads].some(
      (head) =>
        !/^(?:general|gen|colonel|col|major|captain|admiral|dr|doctor|professor|prof|cllr|councillor|mp|hon|shri|smt|rev|reverend|father)$/.test(
          head,
        ),
    )
  )
    return;
  if (context.asSource(mention) === null || mention.complement >= 0) return;
  const spoken = new Set<number>();
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 4) return;
    const other = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    // where two others have spoken since, the text is past whom it brought in
    if (spoken.size > 1) return;
    if (context.asSource(past) !== null && past.paragraph !== mention.paragraph)
      for (const id of entities) if (id !== entity.id) spoken.add(id);
    if (other?.type !== "person" || other.names.size > 0 || past.form !== "description") continue;
    // "Ringdal's counterpart takes a different line. Matthias Okonjo argued": whom the sentence right before is about
    const about = past.grammar === "subject" && mention.sentence - past.sentence === 1;
    if (past.quotation >= 0 || past.inside >= 0 || past.plural) continue;
    // "she had hoped" tells as much as a noun would
    const usual = entity.gender ?? entity.weakGender;
    if (usual && other.bound[usual] < other.bound[usual === "m" ? "f" : "m"]) continue;
    if (!about && context.asSource(past) === null) continue;
    if (
      other.gender &&
      (entity.gender ?? entity.weakGender) &&
      other.gender !== (entity.gender ?? entity.weakGender)
    )
      continue;
    const home = entity.country ?? context.sideCountry;
    if (other.country && home && other.country !== home) continue;
    unite(context, other, entity);
    return;
  }
}

/**
 * "The Prime Minister of Lusk flew home. … The Luskan premier, Henrike Voss, said": somebody whom a definite description brought in
 * before and whose office, country and body are those that the name comes with.
 */
function byRole(context: Context, mention: Mention, entity: Entity): boolean {
  if (entity.heads.size === 0) return false;
  const seen = new Set<number>();
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 20) return false;
    const other = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (other?.type !== "person" || other.names.size > 0 || seen.has(other.id) || other.id === entity.id)
      continue;
    seen.add(other.id);
    const role = other.roles[0];
    if (
      !role ||
      role.plural ||
      !/^(?:the|'s|his|her|its|their)$/.test(role.determiner) ||
      KIN.test(role.head)
    )
      continue;
    const link = role.owner >= 0 ? role.owner : role.complement;
    const owner = link < 0 ? -1 : (context.references.get(link)?.entities[0] ?? -1);
    if (owner === entity.id) continue;
    if (other.gender && entity.gender && other.gender !== entity.gender) continue;
    // the same office of another country or body is somebody else's
    const tied = other.country !== null || other.body >= 0;
    if (
      tied &&
      (other.country ? entity.country !== other.country : entity.body !== other.body && entity.body >= 0)
    )
      continue;
    if (personFits(context, role, entity, other.country, owner) < 0.75) continue;
    unite(context, other, entity);
    return true;
  }
  return false;
}

/** "A baker accused of arson told a jury … Colm Brannigan, 44, denies": whom the first sentence brings in is named by the next. */
function inLead(context: Context, mention: Mention, entity: Entity): boolean {
  const { tokens } = context.mentions;
  const past = context.history.find(({ mention: one }) => one.sentence === 0 && one.inside < 0);
  if (!past || mention.sentence === 0 || mention.sentence > 3 || mention.inside >= 0) return false;
  const other = past.entities.length === 1 ? context.entities[past.entities[0]!]! : undefined;
  const role = past.mention;
  if (
    (other?.type !== "unnamed" && other?.type !== "person") ||
    other.names.size > 0 ||
    role.form !== "description" ||
    role.plural
  )
    return false;
  // "The widow of a murdered jeweller" is as new as "A baker"
  const ofNew =
    role.determiner === "the" &&
    tokens[role.last + 1]?.lower === "of" &&
    /^an?$/.test(tokens[role.last + 2]?.lower ?? "");
  if (!(/^an?$/.test(role.determiner) || ofNew) || role.grammar !== "subject") return false;
  if ([...entity.heads].some((head) => !/^(?:accused|defendant)$/.test(head))) return false;
  const aged =
    tokens[mention.last + 1]?.text === "," && /^\d{1,2}$/.test(tokens[mention.last + 2]?.text ?? "");
  const gender = entity.gender ?? entity.weakGender;
  if (!aged || (other.gender && gender && other.gender !== gender)) return false;
  unite(context, other, entity);
  return true;
}

/** "The union welcomed the remark. … Local 88 of the Process Workers": the name comes after the noun. */
function identifyBody(context: Context, mention: Mention, entity: Entity): void {
  if (entity.mentions.length > 0 || entity.given) return;
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 4) return;
    const other = entities.length === 1 ? context.entities[entities[0]!]! : undefined;
    if (other?.type !== "body" || other.names.size > 0 || past.form !== "description") continue;
    if (past.determiner !== "the" || past.quotation >= 0 || past.modifiers.length > 0 || past.complement >= 0)
      continue;
    if (bodyFits(context, past, entity, null) < 0.9) continue;
    unite(context, other, entity);
    return;
  }
}

/** Makes one entity of two: all that is known of `from` goes to `into`. */
function unite(context: Context, from: Entity, into: Entity): void {
  for (const reference of context.references.values()) {
    reference.entities = reference.entities.map((id) => (id === from.id ? into.id : id));
    reference.guess = reference.guess.map((id) => (id === from.id ? into.id : id));
  }
  for (const item of context.history)
    item.entities = item.entities.map((id) => (id === from.id ? into.id : id));
  for (const [key, id] of context.owned) if (id === from.id) context.owned.set(key, into.id);
  into.mentions = [...from.mentions, ...into.mentions].sort((a, b) => a - b);
  into.roles.push(...from.roles);
  for (const head of from.heads) into.heads.add(head);
  for (const word of from.words) into.words.add(word);
  into.gender ??= from.gender;
  into.country ??= from.country;
  if (into.body < 0) into.body = from.body;
  from.mentions = [];
  from.roles = [];
  from.heads.clear();
}
