/** How strongly each speaker is tied to each node, and which node stands above which. */
import { GOVERNMENT, type Resolving } from "./resolver.ts";
import type { RoleTie } from "./role.ts";

interface Vote {
  weight: number;
  times: number;
  /** "readout": only spoken of and quoted in one, which tells nothing where something else does. */
  how: RoleTie["how"] | "readout";
}

/** Adds a vote for a node to a list: the strongest one says how, all are counted. */
function count(list: Map<string, Vote>, node: string, { weight, times, how }: Vote): void {
  const known = list.get(node);
  if (!known) list.set(node, { weight, times, how });
  else {
    known.times += times;
    if (weight > known.weight) Object.assign(known, { weight, how });
  }
}

export class Votes {
  readonly of = new Map<string, Map<string, Vote>>();
  private readonly gone = new Set<string>();
  private readonly parents = new Map<string, string>();
  private readonly known: Resolving;
  private official: Set<string> | null = null;

  private readonly judges = new Set<string>();
  private readonly lawyers = new Set<string>();
  private readonly represented = new Set<string>();
  private readonly resigned = new Set<string>();

  constructor(known: Resolving) {
    this.known = known;
    for (const [node, parent] of known.under) this.put(node, parent);
  }

  /** The speaker judges or leads the hearing of others. */
  bench(speaker: string): void {
    this.judges.add(speaker);
  }

  /** The speaker is a person's lawyer. */
  counsel(speaker: string, node: string): void {
    this.lawyers.add(`${speaker} ${node}`);
  }

  isCounsel(speaker: string, node: string): boolean {
    return this.lawyers.has(`${speaker} ${node}`);
  }

  /** Somebody acts for the person: what club he plays for tells nothing then. */
  represent(person: string): void {
    this.represented.add(person);
  }

  /** The speaker has lost or given up an office. */
  resign(speaker: string): void {
    this.resigned.add(speaker);
  }

  add(speaker: string, node: string, weight: number, how: Vote["how"]): void {
    const list = this.of.get(speaker) ?? new Map<string, Vote>();
    count(list, node, { weight, times: 1, how });
    this.of.set(speaker, list);
  }

  /** The speaker has been with a node and is no more. */
  leave(speaker: string, node: string): void {
    this.gone.add(`${speaker} ${this.top(node)}`);
  }

  /** Puts a node under another: "Board of Brightmoor Dairies" under "Brightmoor Dairies". */
  put(node: string, parent: string): void {
    if (node !== parent && this.top(parent) !== node) this.parents.set(node, parent);
  }

  /** The uppermost node over one; the one country's government stands for the country. */
  top(node: string): string {
    let at = node;
    for (let depth = 0; depth < 8; depth++) {
      const next = this.parents.get(at);
      if (next === undefined) break;
      at = next;
    }
    return !this.known.international && at.startsWith("place:") ? GOVERNMENT : at;
  }

  /** Votes of a speaker by uppermost node; ties to persons are followed to what these are tied to. */
  tally(speaker: string, depth = 0): Map<string, Vote> {
    const found = new Map<string, Vote>();
    for (const [node, vote] of this.of.get(speaker) ?? []) {
      const top = this.top(node);
      if (this.gone.has(`${speaker} ${top}`)) continue;
      if (this.represented.has(speaker) && vote.how === "member") continue;
      if (this.resigned.has(speaker) && (top === GOVERNMENT || top.startsWith("place:"))) continue;
      count(found, top, vote);
      if (top.startsWith("person:") && depth < 3) {
        for (const [beyond, other] of this.tally(top.slice("person:".length), depth + 1))
          count(found, beyond, {
            weight: Math.min(vote.weight, other.weight) * 0.9,
            times: 1,
            how: vote.how,
          });
      }
    }
    return found;
  }

  private isOfficial(node: string): boolean {
    this.official ??= new Set([...this.known.sideOfArticle.values()].map((one) => this.top(one)));
    return this.official.has(node);
  }

  /** The node that most speaks for; null where there is none or two lead. */
  best(speaker: string, allowed: (node: string) => boolean): string | null {
    if (this.judges.has(speaker)) return null;
    const own = `person:${speaker}`;
    if (allowed(own)) return own;
    const tally = [...this.tally(speaker)];
    const told = tally.some(
      ([, { how, weight }]) => how === "neutral" || (how !== "readout" && weight >= 1.5),
    );
    const open = tally
      .filter(([node, vote]) => allowed(node) && vote.weight >= 1 && !(told && vote.how === "readout"))
      .map(([node, vote]) => ({
        node,
        // of two equal ones that which a readout speaks for
        score: vote.weight + Math.min(0.9, vote.times * 0.1) + (this.isOfficial(node) ? 0.5 : 0),
      }))
      .sort((a, b) => b.score - a.score || (a.node < b.node ? -1 : 1));
    const [first, second] = open;
    return !first || (second && second.score === first.score) ? null : first.node;
  }
}
