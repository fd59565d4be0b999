/** Two hundred rulings of every kind on articles as read, each statement ruled on once, so that none contradicts another. */
import type { Article, Ruling, RulingAction, Statement } from "../src/model.ts";
import { describeMention } from "../src/rulings/mention-target.ts";
import { newRuling, type RulingParts, undo } from "../src/rulings/new-ruling.ts";
import { describePassage, describeStatement } from "../src/rulings/statement-target.ts";
import { segment } from "../src/segment/segment.ts";
import { overlaps } from "../src/span.ts";

const ACTIONS: readonly (readonly [RulingAction, number])[] = [
  ["accept", 23],
  ["reject", 20],
  ["add-statement", 10],
  ["set-spans", 25],
  ["set-act", 24],
  ["set-form", 5],
  ["set-kind", 9],
  ["set-speaker", 20],
  ["same-point", 12],
  ["not-same-point", 6],
  ["set-relation", 10],
  ["set-question", 5],
  ["check", 10],
  ["note", 4],
  ["same-speaker", 3],
  ["not-same-speaker", 2],
  ["set-name", 4],
  ["set-side", 2],
  ["set-metadata", 3],
  ["undo", 3],
];

interface Place {
  article: Article;
  statement: Statement;
}

/** Statements in turn over the articles, so that all of these come up, nested and floating ones too; or in an order by chance. */
function* places(articles: readonly Article[], chance: (() => number) | null): Generator<Place> {
  if (chance) {
    const all = articles.flatMap((article) =>
      article.statements.map((statement) => ({ article, statement })),
    );
    const drawn = all.map((place) => ({ place, at: chance() })).sort((a, b) => a.at - b.at);
    yield* drawn.map(({ place }) => place);
    return;
  }
  const most = Math.max(...articles.map((a) => a.statements.length));
  for (let n = 0; n < most; n++)
    for (const article of articles) {
      const statement = article.statements[n];
      if (statement && statement.content.length > 0) yield { article, statement };
    }
}

/** A sentence in which the machine found nothing, which only the person takes for an attribution. */
function* silences(
  articles: readonly Article[],
): Generator<{ article: Article; start: number; end: number }> {
  for (const article of articles) {
    const found = article.statements.flatMap((s) => [...s.source, ...s.cue, ...s.content]);
    const free = segment(article).sentences.find((one) => !found.some((p) => overlaps(p, one)));
    if (free) yield { article, start: free.start, end: free.end };
  }
}

/**
 * @param chance draws the statements from among all, also those without content; null: a few of each article, in the text's order
 * @throws Error where the articles have too few statements or speakers
 */
export function rulingsOfAllKinds(
  articles: readonly Article[],
  chance: (() => number) | null = null,
): Ruling[] {
  const list: Ruling[] = [];
  const next = <T>(from: Generator<T>): T => {
    const { value, done } = from.next();
    if (done) throw new Error("too few statements for so many rulings");
    return value;
  };
  const turn = places(articles, chance);
  const silent = silences(articles);
  const on = ({ article, statement }: Place) => describeStatement(article, statement);
  const fresh = () => on(next(turn));
  const pair = () => ({ type: "statements" as const, pair: [fresh(), fresh()] });
  const withSpeakers = articles.filter((a) => a.speakers.length > 0);
  let named = 0;
  const speaker = () => {
    const article =
      withSpeakers[chance ? Math.floor(chance() * withSpeakers.length) : named % withSpeakers.length]!;
    named++;
    return describeMention(article, article.speakers[named % article.speakers.length]!);
  };
  const at = () =>
    `2031-04-01T10:${String(Math.floor(list.length / 60)).padStart(2, "0")}:${String(list.length % 60).padStart(2, "0")}Z`;
  const made = (action: RulingAction, n: number): Pick<RulingParts, "target" | "value"> => {
    const parts = (target: unknown, value: unknown) => ({ target, value }) as never;
    switch (action) {
      case "accept":
      case "reject":
      case "note":
        return parts(fresh(), null);
      case "check":
        return parts(fresh(), { right: true });
      case "add-statement": {
        const { article, start, end } = next(silent);
        const target = { type: "statement", id: `s_added${n}`, article: article.id, reading: null };
        const passages = [describePassage(article, "content", { start, end })];
        return parts(
          { ...target, passages },
          { form: null, kind: null, act: null, negated: false, speakers: [] },
        );
      }
      case "set-spans": {
        let place = next(turn);
        while (place.statement.content.length === 0) place = next(turn);
        const { start, end, text } = place.statement.content[0]!;
        const cut = text.lastIndexOf(" ");
        const drawn = describePassage(place.article, "content", { start, end: cut > 0 ? start + cut : end });
        return parts(on(place), { passages: [drawn], empty: [] });
      }
      case "set-act":
        return parts(fresh(), { act: "threaten", negated: null });
      case "set-form":
        return parts(fresh(), { form: "mixed" });
      case "set-kind":
        return parts(fresh(), { kind: "belief" });
      case "set-speaker": {
        const place = next(turn);
        const { speakers } = place.article;
        const chosen = speakers[n % Math.max(1, speakers.length)];
        const mention = chosen ? describeMention(place.article, chosen) : null;
        return parts(on(place), {
          speakers: [{ name: chosen?.name ?? "Somebody Else", kind: null, mention }],
        });
      }
      case "same-point":
        return parts(pair(), null);
      case "not-same-point":
        return parts(pair(), { out: null });
      case "set-relation":
        return parts(pair(), { verdict: "conflict", code: null, text: null });
      case "set-question":
        return parts(
          { type: "point", id: `p_${n}`, statements: [fresh(), fresh()] },
          { question: `Was it ${n}?` },
        );
      case "same-speaker":
      case "not-same-speaker":
        return parts({ type: "mentions", pair: [speaker(), speaker()] }, null);
      case "set-name":
        return parts(speaker(), { name: `Name ${n}` });
      case "set-side":
        return parts(speaker(), { side: `Side ${n}` });
      case "set-metadata": {
        const { id, title, outlet } = articles[n]!;
        return parts({ type: "article", id, title, outlet }, { outlet: `Outlet ${n}` });
      }
      case "undo":
        throw new Error("an undo is made of what it undoes");
    }
  };
  for (const [action, count] of ACTIONS)
    for (let n = 0; n < count; n++)
      if (action === "undo") {
        const taken = list.filter((r) => r.action === "accept")[n]!;
        list.push(undo(taken, "A. Reader", at()) as Ruling);
      } else
        list.push(
          newRuling({
            action,
            ...made(action, n),
            by: "A. Reader",
            at: at(),
            note: null,
          } as RulingParts) as Ruling,
        );
  return list;
}
