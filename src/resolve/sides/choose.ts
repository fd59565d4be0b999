/** Which of the bodies, countries and persons that the speakers are tied to are parties to the matter. */
import type { Article } from "../../model.ts";
import { clusterOfMembers } from "./evidence.ts";
import { NEUTRAL_BODY, PARTISAN_BODY, PLAIN_PARTY, REFEREE, RESERVED_BODY } from "./nouns.ts";
import { GOVERNMENT, type Resolving } from "./resolver.ts";
import type { Cluster } from "./sides.ts";
import type { Votes } from "./votes.ts";

/** Acts by which somebody takes part in a quarrel. */
const CONTENDING = new Set([
  "deny",
  "reject",
  "accuse",
  "criticise",
  "threaten",
  "demand",
  "warn",
  "promise",
  "doubt",
  "allege",
  "decline",
  "announce",
]);

interface Standing {
  voices: Set<string>;
  /** Persons and groups among them. */
  people: number;
  contending: number;
  statements: number;
  /** Somebody leads it or speaks for it. */
  strong: boolean;
  /** A lawyer speaks for the person. */
  counsel: boolean;
}

/** Parties by node with their names. */
export function choose(
  clusters: readonly Cluster[],
  articles: readonly Article[],
  votes: Votes,
  known: Resolving,
): Map<string, string> {
  joinOpposition(clusters, votes);
  const acts = actsOf(clusters, articles);
  const standing = new Map<string, Standing>();
  for (const { speaker } of clusters) {
    for (const [node, vote] of votes.tally(speaker.id)) {
      if (vote.how === "subject" || vote.how === "neutral" || vote.weight < 1) continue;
      const one = standing.get(node) ?? {
        voices: new Set(),
        people: 0,
        contending: 0,
        statements: 0,
        strong: false,
        counsel: false,
      };
      one.voices.add(speaker.id);
      if (speaker.kind !== "body") one.people++;
      if (speaker.kind === "person" && vote.weight >= 3) one.strong = true;
      // The lawyers of who speaks for a body are the body's.
      if (votes.isCounsel(speaker.id, node) && !speaksForBody(node, votes)) one.counsel = true;
      const own = acts.get(speaker.id);
      one.contending += own?.contending ?? 0;
      one.statements += own?.all ?? 0;
      standing.set(node, one);
    }
  }
  const readouts = new Set([...known.sideOfArticle.values()].map((node) => votes.top(node)));
  // where two states have had their say, a third one is their host or go-between
  const states = [...readouts].filter((node) => node.startsWith("place:")).length;
  const outlets = new Set(articles.map(({ outlet }) => outlet?.toLowerCase() ?? ""));
  const chosen = new Map<string, string>();
  for (const node of [...readouts].sort()) {
    const name = nameOf(node, known, clusters);
    if (!node.startsWith("body:") || !REFEREE.test(name)) chosen.set(node, name);
  }
  const more = new Map<string, string>();
  for (const [node, one] of [...standing].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (chosen.has(node) || one.people === 0) continue;
    const name = nameOf(node, known, clusters);
    if (outlets.has(name.toLowerCase())) continue;
    if (takesPart(node, name, one, known, states)) more.set(node, name);
  }
  const countries = [...more.keys(), ...chosen.keys()].filter((node) => node.startsWith("place:"));
  // Where a quarrel has its parties, the plaintiffs and defendants of a suit are these again.
  const quarrel =
    !more.has("court:Prosecution") &&
    [...chosen.keys(), ...more.keys()].filter((node) => !node.startsWith("court:")).length > 1;
  for (const [node, name] of more) {
    // one country alone is where things happen
    if (node.startsWith("place:") && countries.length < 2) continue;
    if (node.startsWith("court:") && quarrel) continue;
    chosen.set(node, name);
  }
  if (chosen.size + readouts.size < 2) return new Map();
  if (
    chosen.has(GOVERNMENT) &&
    isSplit(clusters, chosen, votes) &&
    ![...known.sideOfArticle.values()].includes(GOVERNMENT)
  )
    chosen.set(GOVERNMENT, "Prime Minister");
  const opposition = votes.top(OPPOSITION);
  if (opposition !== OPPOSITION && chosen.has(opposition))
    chosen.set(opposition, `${chosen.get(opposition)!} (opposition)`);
  return chosen;
}

function speaksForBody(node: string, votes: Votes): boolean {
  if (!node.startsWith("person:")) return false;
  return [...votes.tally(node.slice("person:".length))].some(
    ([body, { how, weight }]) => body.startsWith("body:") && how === "voice" && weight >= 3,
  );
}

const OPPOSITION = "plain:opposition";

/** The party whose leader leads the opposition is the opposition. */
function joinOpposition(clusters: readonly Cluster[], votes: Votes): void {
  const parties = new Set<string>();
  for (const { speaker } of clusters) {
    if (speaker.kind !== "person") continue;
    const tally = votes.tally(speaker.id);
    if (tally.get(OPPOSITION)?.how !== "voice") continue;
    for (const [node, vote] of tally) if (node.startsWith("body:") && vote.weight >= 3) parties.add(node);
  }
  if (parties.size === 1) votes.put(OPPOSITION, [...parties][0]!);
}

/** True where somebody of the government is on another party's side: the rest is the prime minister's. */
function isSplit(clusters: readonly Cluster[], chosen: ReadonlyMap<string, string>, votes: Votes): boolean {
  return clusters.some(({ speaker }) => {
    if (speaker.kind !== "person" || !votes.tally(speaker.id).has(GOVERNMENT)) return false;
    const best = votes.best(speaker.id, (node) => chosen.has(node));
    return (
      best !== null && best !== GOVERNMENT && (votes.of.get(speaker.id)?.get(GOVERNMENT)?.weight ?? 0) >= 1.5
    );
  });
}

function takesPart(node: string, name: string, one: Standing, known: Resolving, states: number): boolean {
  if (node.startsWith("person:")) return one.counsel;
  if (node === GOVERNMENT || node.startsWith("court:")) return true;
  if (node.startsWith("place:")) return states < 2 || one.voices.size >= 3;
  if (node.startsWith("town:")) return true;
  if (node === "plain:police") return one.strong && one.contending > 0;
  if (node.startsWith("plain:")) return one.strong && PLAIN_PARTY.test(node.slice(6).split(" ").at(-1)!);
  if (NEUTRAL_BODY.test(name) && !/\b(?:party|union|alliance|movement|campaign)\b/i.test(name)) return false;
  if (PARTISAN_BODY.test(name)) return true;
  if (RESERVED_BODY.test(name)) return one.strong && (one.contending > 0 || one.voices.size > 1);
  return known.bodies.names.has(node) && (one.strong || one.voices.size >= 2 || one.contending > 0);
}

function actsOf(
  clusters: readonly Cluster[],
  articles: readonly Article[],
): Map<string, { all: number; contending: number }> {
  const clusterOf = clusterOfMembers(clusters);
  const acts = new Map<string, { all: number; contending: number }>();
  for (const { statements } of articles) {
    for (const { speakers, act } of statements) {
      for (const id of speakers) {
        const cluster = clusterOf.get(id);
        if (!cluster) continue;
        const one = acts.get(cluster) ?? { all: 0, contending: 0 };
        one.all++;
        if (CONTENDING.has(act)) one.contending++;
        acts.set(cluster, one);
      }
    }
  }
  return acts;
}

/** What a reader would call the party. */
function nameOf(node: string, known: Resolving, clusters: readonly Cluster[]): string {
  if (node.startsWith("place:")) return known.places.get(node) ?? node.slice(6);
  if (node.startsWith("court:")) return node.slice(6);
  if (node === GOVERNMENT) {
    const [country] = [...known.places.values()];
    return country ? `Government of ${country}` : "Government";
  }
  if (node.startsWith("person:"))
    return clusters.find(({ speaker }) => speaker.id === node.slice(7))?.speaker.name ?? node;
  const bare = node.slice(node.indexOf(":") + 1);
  if (node.startsWith("town:")) return townName(bare, known);
  if (node.startsWith("plain:")) return bare.charAt(0).toUpperCase() + bare.slice(1);
  const names = [...(known.bodies.names.get(node) ?? [])];
  const official = new Set(known.official.values());
  const given = names.find((name) => official.has(name));
  return given ?? names.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? bare;
}

/** "City of Dell", "Thornwell council", or what the town is called where no document names it. */
function townName(key: string, known: Resolving): string {
  const official = [...known.official.values()].find(
    (words) =>
      /council|city|town|municipality|borough/i.test(words) &&
      (key === "" || words.toLowerCase().includes(key)),
  );
  if (official) return official;
  const name = key.replace(
    /(^|[\s-])(\p{L})/gu,
    (_, edge: string, letter: string) => edge + letter.toUpperCase(),
  );
  return name || known.townWords;
}
