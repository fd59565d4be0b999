import { hashId } from "../../id.ts";
import type { Article, Side, Speaker } from "../../model.ts";
import type { Item } from "../people.ts";
import { choose } from "./choose.ts";
import { gather } from "./evidence.ts";
import type { Resolving } from "./resolver.ts";
import { voteAll } from "./vote.ts";
import { Votes } from "./votes.ts";
import { worldOf } from "./world.ts";

/** A collection's speaker with the documents' speakers that it is made of. */
export interface Cluster {
  speaker: Speaker;
  members: Item[];
}

interface Sides {
  sides: Side[];
  sideOf: Map<string, string>;
  sideOfArticle: Map<string, string>;
}

/**
 * The parties to the matter and who is on whose side. What describes a speaker anywhere in the documents (titles,
 * appositions, "who speaks for …", labels, owners) ties it to countries, bodies and persons; ties are followed up ("his
 * spokesman" → the prime minister → the government); of what they lead to the parties are chosen (`choose`), and
 * everybody goes to the party that most ties lead to.
 */
export function findSides(clusters: readonly Cluster[], articles: readonly Article[]): Sides {
  const evidence = gather(clusters, articles);
  const known = worldOf(clusters, articles, evidence);
  const votes = new Votes(known);
  voteAll(clusters, articles, evidence, votes, known);
  const chosen = choose(clusters, articles, votes, known);
  return assign(clusters, chosen, votes, known);
}

function assign(
  clusters: readonly Cluster[],
  chosen: ReadonlyMap<string, string>,
  votes: Votes,
  known: Resolving,
): Sides {
  const sideOf = new Map<string, string>();
  const ids = new Map([...chosen.keys()].map((node) => [node, hashId("d", node)]));
  const members = new Map<string, string[]>();
  for (const { speaker } of clusters) {
    const node = votes.best(speaker.id, (one) => chosen.has(one));
    if (!node) continue;
    const id = ids.get(node)!;
    sideOf.set(speaker.id, id);
    members.set(id, [...(members.get(id) ?? []), speaker.id]);
  }
  const sides = [...chosen]
    .map(([node, name]) => ({
      id: ids.get(node)!,
      name,
      members: (members.get(ids.get(node)!) ?? []).sort(),
    }))
    .filter((side) => side.members.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const kept = new Set(sides.map((side) => side.id));
  const sideOfArticle = new Map<string, string>();
  for (const [article, node] of known.sideOfArticle) {
    const id = ids.get(votes.top(node));
    if (id && kept.has(id)) sideOfArticle.set(article, id);
  }
  return { sides, sideOf, sideOfArticle };
}
