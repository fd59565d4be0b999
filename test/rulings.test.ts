/** Rulings through the whole of comparing: what they change, that laying them over again changes nothing, and undoing. */
import { expect, test } from "vitest";
import { loadCollection, unmerged } from "../src/collection.ts";
import type { Article, Collection, Ruling } from "../src/model.ts";
import { emptyCollection } from "../src/node.ts";
import { type Compared, compare } from "../src/pipeline.ts";
import { checkedWords } from "../src/report/checked.ts";
import { riverSample } from "../src/report/sample.ts";
import { describeMention } from "../src/rulings/mention-target.ts";
import { newRuling, type RulingParts, undo } from "../src/rulings/new-ruling.ts";
import { describeStatement } from "../src/rulings/statement-target.ts";

const river = unmerged(riverSample());
const byWords = { encoder: null, pairs: null };
const run = (rulings: Ruling[], articles: readonly Article[] = river) => compare(articles, byWords, rulings);

function rule(n: number, parts: Pick<RulingParts, "action" | "target" | "value">): Ruling {
  return newRuling({ by: "A. Reader", at: `2031-06-12T08:0${n}:00Z`, note: null, ...parts } as RulingParts);
}

function saved(compared: Compared): Collection {
  return loadCollection(JSON.parse(JSON.stringify(emptyCollection([], compared))));
}

const plain = await run([]);
const disputed = plain.points.find((point) => point.verdict === "disputed")!;
const home = (id: string) => river.find((a) => a.statements.some((s) => s.id === id))!;
const target = (id: string) => describeStatement(home(id), home(id).statements.find((s) => s.id === id)!);
/** A document's speaker as evidence, by its id. */
const mentionOf = (id: string) => {
  const article = river.find((one) => one.speakers.some((s) => s.id === id))!;
  return describeMention(article, article.speakers.find((s) => s.id === id)!);
};
const speakerNamed = (name: string) =>
  river.flatMap((article) =>
    article.speakers.filter((s) => s.name === name).map((speaker) => ({ article, speaker })),
  );
const [a] = disputed.decisive!.pair.filter((id) =>
  river.some((x) => x.statements.some((s) => s.id === id)),
) as [string];

test("comparing without rulings is as ever", () => {
  expect(plain.rulings).toEqual([]);
  expect(a).toBeDefined();
});

test("a rejected statement is in no point; undone, all is as before", async () => {
  const reject = rule(1, { action: "reject", target: target(a), value: null });
  const ruled = await run([reject]);
  expect(JSON.stringify(ruled.points)).not.toContain(a);
  expect(ruled.articles.flatMap((x) => x.rejected ?? []).map((s) => s.id)).toEqual([a]);
  const back = await run(
    [...ruled.rulings, undo(reject, null, "2031-06-12T09:00:00Z")],
    unmerged(saved(ruled)),
  );
  const { rulings, ...rest } = back;
  const { rulings: _, ...before } = plain;
  expect(rest).toEqual(before);
  expect(rulings.map((r) => r.status)).toEqual(["contradicted", "applied"]);
});

test("compare(save(compare(x))) equals compare(x) with rulings of every kind", async () => {
  const person = speakerNamed("Henrik Dahlmo")[0] ?? { article: river[0]!, speaker: river[0]!.speakers[0]! };
  const other = river
    .flatMap((article) => article.speakers.map((speaker) => ({ article, speaker })))
    .find((x) => x.article !== person.article)!;
  const [first] = river;
  const mention = describeMention(person.article, person.speaker);
  const rulings = [
    rule(1, { action: "set-act", target: target(a), value: { act: "promise", negated: false } }),
    rule(2, { action: "set-name", target: mention, value: { name: "Minister Dahlmo" } }),
    rule(3, { action: "set-side", target: mention, value: { side: "Engineers" } }),
    rule(4, {
      action: "set-metadata",
      target: { type: "article", id: first!.id, title: first!.title, outlet: first!.outlet },
      value: { publishedAt: "2032-01-01", outlet: "Zeta" },
    }),
    rule(5, {
      action: "not-same-speaker",
      target: { type: "mentions", pair: [mention, describeMention(other.article, other.speaker)] },
      value: null,
    }),
    rule(6, {
      action: "set-question",
      target: { type: "point", id: disputed.id, statements: [target(a)] },
      value: { question: "Who promised what?" },
    }),
    rule(7, { action: "accept", target: target(a), value: null }),
  ] as Ruling[];
  const once = await run(rulings);
  const twice = await run(saved(once).rulings, unmerged(saved(once)));
  expect(twice).toEqual(once);
  expect(await run([...rulings].reverse(), [...river].reverse())).toEqual({
    ...once,
    articles: expect.anything(),
  });
  expect(once.rulings.map((r) => r.status)).toEqual(Array(7).fill("applied"));
  const asked = once.points.find((p) => p.question === "Who promised what?")!;
  // Yes and no were told of another question.
  expect(new Set(asked.positions.map((p) => p.stance))).toEqual(new Set(["other"]));
  const named = once.speakers.find((s) => s.name === "Minister Dahlmo")!;
  expect(named.aliases).toContain(person.speaker.name);
  expect(once.sides.find((s) => s.id === named.side)).toMatchObject({
    name: "Engineers",
    members: [named.id],
  });
  expect(checkedWords(emptyCollection([], once))).toMatch(/^1 of /);
});

test("speakers are parted and joined", async () => {
  const shared = plain.speakers.find((s) => s.members.length > 1)!;
  const [x, y] = shared.members.map(mentionOf);
  const apart = rule(1, {
    action: "not-same-speaker",
    target: { type: "mentions", pair: [x!, y!] },
    value: null,
  });
  const parted = await run([apart]);
  const whose = (compared: Compared, id: string) => compared.speakers.find((s) => s.members.includes(id))!.id;
  expect(whose(parted, x!.id)).not.toBe(whose(parted, y!.id));
  expect(parted.speakers.flatMap((s) => s.members).sort()).toEqual(
    plain.speakers.flatMap((s) => s.members).sort(),
  );
  const same = rule(2, { action: "same-speaker", target: { type: "mentions", pair: [y!, x!] }, value: null });
  const joined = await run([apart, same]);
  expect(whose(joined, x!.id)).toBe(whose(joined, y!.id));
  expect(joined.rulings.map((r) => r.status)).toEqual(["contradicted", "applied"]);
  const stranger = plain.speakers.find(
    (s) => s.id !== shared.id && s.members.length > 0 && s.kind !== shared.kind,
  )!;
  const third = mentionOf(stranger.members[0]!);
  const merged = await run([
    rule(3, { action: "same-speaker", target: { type: "mentions", pair: [x!, third] }, value: null }),
  ]);
  expect(whose(merged, third.id)).toBe(whose(merged, x!.id));
});

test("two names for one speaker by two mentions: the later stands", async () => {
  const shared = plain.speakers.find((s) => s.members.length > 1)!;
  const mentions = shared.members.slice(0, 2).map(mentionOf);
  const { speakers, rulings } = await run(
    mentions.map((mention, n) =>
      rule(n, { action: "set-name", target: mention, value: { name: `Name ${n}` } }),
    ),
  );
  expect(speakers.map((s) => s.name)).toContain("Name 1");
  expect(rulings.map((r) => r.status)).toEqual(["contradicted", "applied"]);
});

test("a statement that makes no claim can't be put into a point, and its ruling says so", async () => {
  const at = river.findIndex(
    (x) => x.kind === "report" && x.statements.length > 0 && x.statements[0]!.id !== a,
  );
  const claimless = { ...river[at]!.statements[0]!, speakers: [], guess: null };
  const articles = river.map((x, n) =>
    n === at ? { ...x, statements: [claimless, ...x.statements.slice(1)] } : x,
  );
  const pair = [describeStatement(articles[at]!, claimless), target(a)];
  const value = null;
  const [ruling] = (
    await run(
      [rule(1, { action: "same-point", target: { type: "statements", pair }, value } as never)],
      articles,
    )
  ).rulings;
  expect(ruling!.status).toBe("orphaned");
});

test("an outlet that is chosen as the holder is the one that holds what the outlet narrates", async () => {
  const narrators = new Set(
    plain.points
      .flatMap((p) => p.positions)
      .filter((p) => p.statements.some((id) => id.startsWith("n_")))
      .flatMap((p) => p.speakers),
  );
  const article = river.find((one) =>
    plain.speakers.some((s) => narrators.has(s.id) && s.name === one.outlet),
  )!;
  const { id } = article.statements[0]!;
  const choice = { name: article.outlet!, kind: null, mention: null };
  const set = rule(1, { action: "set-speaker", target: target(id), value: { speakers: [choice] } });
  const ruled = await run([set]);
  const named = ruled.speakers.filter((s) => s.name === article.outlet);
  expect(named.map((s) => s.kind)).toEqual(["body"]);
  expect(named[0]!.id).toBe(plain.speakers.find((s) => s.name === article.outlet)!.id);
  const now = ruled.articles.flatMap((one) => one.statements).find((s) => s.id === id)!;
  expect(now.speakers.every((one) => named[0]!.members.includes(one))).toBe(true);
});
