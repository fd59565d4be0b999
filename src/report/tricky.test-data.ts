/** An invented collection that is hard on every output format: emoji, formulas, marks of Markdown, TeX and HTML. */
import type { Collection } from "../model.ts";
import {
  emptyCollection,
  makeArticle,
  makePoint,
  makePosition,
  makeSide,
  makeSpeaker,
  proof,
  relate,
  say,
} from "./builder.ts";

const TEXT = `😀 👩‍👩‍👧 Bridge talks at Zörn

“=SUM(A1:A9) is *not* a _plan_, {100 %} of it,” said Ann O’Hare, the mayor. “We’ll pay $5 & no more — <b>ever</b> | \`period\` #now ~~soon~~.”

@council members, Ms. O’Hare said, had "agreed" to +3 percent\\year. Bo Lind denied “any deal.”

-1 is what Bo Lind called the plan: “a bridge to nowhere.”

مرحبا, the envoy said that the 桥梁 was “safe” and a < b && c > d.
`;

/** A new copy each time. */
export function tricky(): Collection {
  const c = emptyCollection();
  const town = makeSide("Zörn & Co. {town}");
  const ann = makeSpeaker("Ann O’Hare", town, "=the mayor");
  const bo = makeSpeaker("Bo Lind", null, "member_of [council]");
  const envoy = makeSpeaker("the envoy", null, null, "unnamed");
  const article = makeArticle(TEXT, {
    path: "in/=bridge talks.txt",
    outlet: "The Zörn Post & Mail",
    title: "“No” to 50 % {more}: a_b ~ c^d \\ #1",
    byline: "By Cy Dorn, Ed Fitch and Gil Hay",
    publishedAt: "2026-05-04",
    url: "https://zorn.example/a?b=1&c=%7Bd%7D#top",
  });
  const direct = say(article, [ann], {
    source: "Ann O’Hare, the mayor",
    cue: "said",
    content: [
      "“=SUM(A1:A9) is *not* a _plan_, {100 %} of it,”",
      "“We’ll pay $5 & no more — <b>ever</b> | `period` #now ~~soon~~.”",
    ],
    form: "direct",
    act: "announce",
  });
  const told = say(article, [ann], {
    at: "@council",
    source: "Ms. O’Hare",
    cue: "said",
    content: ["@council members,", 'had "agreed" to +3 percent\\year'],
    via: "Ann O’Hare, the mayor",
  });
  say(article, [bo], {
    at: "Bo Lind denied",
    source: "Bo Lind",
    cue: "denied",
    content: "“any deal.”",
    form: "direct",
    act: "deny",
  });
  const called = say(article, [bo], {
    at: "-1 is what",
    source: "Bo Lind",
    cue: "called",
    content: ["-1", "the plan: “a bridge to nowhere.”"],
    form: "mixed",
    act: "criticise",
  });
  say(article, [envoy], {
    at: "the envoy",
    source: "the envoy",
    cue: "said",
    content: "that the 桥梁 was “safe” and a < b && c > d",
    form: "mixed",
  });
  const other = makeArticle("Ann O’Hare said on Monday that the plan stood. Nobody else spoke.", {
    path: "in/other.md",
    outlet: "=Outlet",
    publishedAt: "2026-05",
    kind: "readout",
  });
  const later = say(other, [ann], {
    source: "Ann O’Hare",
    cue: "said",
    content: "the plan stood",
    saidAt: "2026-05-04",
  });
  const articles = [article, other];
  const relation = relate(
    "Does the plan stand?",
    [called, proof(article, "a bridge to nowhere")],
    [later, proof(other, "the plan stood")],
    "conflict",
    { code: "negation", text: "+Bo Lind: “a bridge to nowhere” against Ann O’Hare: “the plan stood”" },
  );
  const point = makePoint({
    question: "Does the plan stand? *Yes*|no",
    label: "the plan",
    verdict: "disputed",
    reason: { code: "negation", text: "=one against the other" },
    positions: [
      makePosition(articles, "1. The plan # stood", "yes", [later, direct], [ann]),
      makePosition(articles, "A bridge to nowhere", "no", [called], [bo]),
    ],
    relations: [relation],
  });
  return {
    ...c,
    articles,
    speakers: [ann, bo, envoy],
    sides: [town],
    points: [point],
    shifts: [
      { id: "h_1", speaker: ann.id, about: "@the plan", from: told.id, to: later.id, point: point.id },
    ],
    absences: [
      {
        id: "b_1",
        kind: "declined",
        speaker: bo.id,
        article: article.id,
        point: point.id,
        evidence: [proof(article, "Bo Lind denied “any deal.”")],
      },
    ],
    variants: [
      {
        id: "v_1",
        speaker: ann.id,
        statements: [direct.id, later.id],
        relation: "altered",
        changes: [{ from: "=a", to: "-b", matter: null }],
      },
    ],
    copies: [{ id: "c_1", articles: articles.map((a) => a.id), origin: article.id, share: 0.5 }],
  };
}
