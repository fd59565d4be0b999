import type { Claim } from "./claim.ts";
import type { PointContext } from "./point.ts";

/** Share of the one-sided points that are shown; by rules alone, which tell less well what belongs together, at least so many. */
const SHARE = 0.12;
const LEAST = 8;

/**
 * Which groups become points: every group with statements of different holders or articles, and of the rest, what only one
 * side says, the most telling. Most statements belong to no point.
 */
export function chooseGroups(groups: readonly number[][], context: PointContext): number[][] {
  const { claims } = context;
  const chosen: number[][] = [];
  const single: { group: number[]; worth: number }[] = [];
  for (const whole of groups) {
    const group = settled(whole, context);
    const told = toldIn(group, context);
    if (!told) continue;
    const { statements, parties, holders, articles, spoken } = told;
    if (statements >= 2 && (parties >= 2 || (holders >= 2 && articles >= 2))) chosen.push(group);
    else if (told.joint) chosen.push(group);
    else if (spoken) single.push({ group, worth: told.worth });
  }
  // What stands in one breath with a disputed claim is part of the quarrel.
  const sharp = sharpStatements(chosen, context);
  for (const one of single) if (one.group.some((i) => sharp.has(claims[i]!.statement))) one.worth += 0.5;
  single.sort((a, b) => b.worth - a.worth || a.group[0]! - b.group[0]!);
  const limit = Math.max(context.table.weighed ? 1 : LEAST, Math.round(single.length * SHARE));
  return [
    ...chosen,
    ...single
      .filter(({ worth }) => worth > 0)
      .slice(0, limit)
      .map(({ group }) => group),
  ];
}

/** What a group of claims that may be a point has to show, counted over what is put forward at first hand. */
export interface Told {
  statements: number;
  holders: number;
  /** Holders of one side count once. */
  parties: number;
  /** Prints of one text count once. */
  articles: number;
  /** Somebody says it, not only a document's own voice. */
  spoken: boolean;
  /** One statement of several parties. */
  joint: boolean;
  /** How telling it is where one side alone puts it forward. */
  worth: number;
}

/** Null where nobody puts anything forward, or one document's own voice alone does. */
export function toldIn(group: readonly number[], context: PointContext): Told | null {
  const { claims } = context;
  const firm = group.filter((i) => claims[i]!.asserts && claims[i]!.standing !== "nested");
  if (firm.length === 0) return null;
  const count = (values: readonly string[]) => new Set(values).size;
  const holders = count(firm.flatMap((i) => claims[i]!.holders));
  const spoken = firm.some((i) => claims[i]!.standing !== "narrated");
  if (!spoken && holders < 2) return null;
  const statements = count(firm.map((i) => claims[i]!.statement));
  const articles = count(firm.map((i) => context.originOf.get(claims[i]!.article) ?? claims[i]!.article));
  return {
    statements,
    holders,
    articles,
    parties: count(
      firm.flatMap((i) => claims[i]!.holders.map((id) => context.prepared.sideOf.get(id) ?? id)),
    ),
    spoken,
    joint: firm.some((i) => jointly(claims[i]!, context)),
    worth: worthOf(firm, statements, articles, context),
  };
}

/**
 * The claims of a group that stand in a decided relation to another party's. Where there is none, nothing tells that the
 * parties speak to one question: what remains is the party with most to say.
 */
function settled(group: readonly number[], context: PointContext): number[] {
  const { claims, table } = context;
  // Chances fitted on events hold a group together by themselves.
  if (table.weighed) return [...group];
  const party = (i: number) => claims[i]!.holders.map((id) => context.prepared.sideOf.get(id) ?? id);
  const decided = group.some((i) =>
    group.some((j) => {
      if (
        i >= j ||
        claims[i]!.statement === claims[j]!.statement ||
        party(i).some((id) => party(j).includes(id))
      )
        return false;
      const result = table.get(i, j);
      return result.verdict !== "unclear" || result.score > 0;
    }),
  );
  if (decided) return [...group];
  const counts = new Map<string, number[]>();
  for (const i of group) for (const id of party(i)) counts.set(id, [...(counts.get(id) ?? []), i]);
  const best = [...counts].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))[0];
  return best ? best[1] : [...group];
}

function sharpStatements(groups: readonly number[][], context: PointContext): Set<string> {
  const { claims, table } = context;
  const found = new Set<string>();
  for (const group of groups)
    for (const [n, i] of group.entries())
      for (const j of group.slice(n + 1)) {
        const { verdict } = table.get(i, j);
        if (verdict !== "conflict" && verdict !== "diverge") continue;
        found.add(claims[i]!.statement);
        found.add(claims[j]!.statement);
      }
  return found;
}

/** "Both sides said": one statement of several parties. */
export function jointly(claim: Claim, context: PointContext): boolean {
  const known = context.prepared.statements.get(claim.statement)?.statement;
  if (!known || claim.standing !== "spoken" || !claim.asserts || known.kind !== "speech" || claim.wish)
    return false;
  if (!/^(?:assert|confirm|announce|agree|promise|deny)$/.test(claim.act) || claim.clause < 0) return false;
  return new Set(claim.holders.map((id) => context.prepared.sideOf.get(id) ?? id)).size >= 2;
}

/** Done to somebody, or to what somebody said: more than a mere "said". */
export const isPointed = ({ act }: Claim): boolean =>
  /^(?:deny|accuse|allege|threaten|promise|reject|warn|confirm|announce|accept|criticise)$/.test(act);

/** What makes a claim that one side alone puts forward worth a line: repeated, pointed, on the event's theme, of a party to it. */
function worthOf(
  firm: readonly number[],
  statements: number,
  articles: number,
  context: PointContext,
): number {
  const { claims, weights } = context;
  let best = 0;
  for (const i of firm) {
    const claim = claims[i]!;
    if (claim.standing === "narrated" || claim.clause < 0 || claim.keys.size < 3) continue;
    const keys = [...claim.keys].filter((key) => !/^[#@]/.test(key));
    // On theme: words that other accounts use too, though not all.
    const theme = keys.filter((key) => weights.count(key) >= 2).length / Math.max(1, keys.length);
    const pointed = isPointed(claim) ? 0.5 : 0;
    const party = claim.sides.length > 0 ? 0.5 : 0;
    const names = [...claim.keys].some((key) => /^[#@]/.test(key)) ? 0.2 : 0;
    const loose = /\b(?:it|this|that|these|those)\b/i.test(claim.text.split(" ").slice(0, 2).join(" "))
      ? -0.5
      : 0;
    const size = Math.min(1, keys.length / 6) * 0.4;
    best = Math.max(
      best,
      0.2 +
        0.7 * theme +
        pointed +
        party +
        names +
        loose +
        size -
        (claim.wish ? 0.7 : 0) -
        (claim.hedged ? 0.1 : 0),
    );
  }
  return best === 0 ? 0 : best + 0.4 * Math.min(3, statements - 1) + 0.5 * Math.min(2, articles - 1);
}
