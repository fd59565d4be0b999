/**
 * An event by hand for the tests of this folder and for looking at the page: two presidents, a dam, five accounts.
 * Everything in it is invented. `fixtures/report/river.json` is this collection as JSON.
 */
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

const WIRE = `LISSEN, Norvale, June 11 (Northline) — The presidents of Arland and Kestria agreed on Thursday to put their quarrel over the Halde dam before a joint panel of engineers, but aides gave two incompatible accounts of whether the upstream country had promised to hold off filling its reservoir.

Daria Orsik, the Kestrian foreign minister, said that President Tomas Reker of Arland had given his word that no water would be impounded before the end of August, when the rice on the lower Ommer is cut. Henrik Dahlmo, Arland’s minister of water, flatly denied it.

“There was no such promise, and no date was named in that room,” he told reporters outside the lakeside hotel. The filling, he added, will begin on July 1, as planned.

According to Ms. Orsik, President Ilona Vasarin of Kestria opened by confronting Mr. Reker over the emptying of the Tarn canals in April. Mr. Dahlmo recalled a calmer exchange. Ms. Vasarin, he said, had accepted Mr. Reker’s explanation that a dry winter, and not the dam, was to blame.

Both ministers said that the panel, with six engineers from each country, would sit for the first time in Lissen before the end of the month.

Kestria also asked to buy up to a fifth of the electricity that the dam is expected to generate, according to Mr. Dahlmo, who called the request “a sign that they know the thing will be built.”

Ms. Orsik declined to say whether her country would now withdraw the claim it filed in February with the Court of Waters in Aubrel.

On the hotel steps, Mr. Reker sought to reassure farmers downstream. “We will not fill the lake at the expense of our neighbors’ harvest, provided the rains come,” he said.

A diplomat who sat in on part of the talks said that each delegation “went home with the sentence it came for.”

The Ommer Basin Commission, which sponsored the meeting, did not respond to a request for comment.
`;

const REPRINT = `The presidents of Arland and Kestria agreed on Thursday to put their quarrel over the Halde dam before a joint panel of engineers.

Daria Orsik, the Kestrian foreign minister, said that President Tomas Reker of Arland had given his word that no water would be impounded before the end of August, when the rice on the lower Ommer is cut. Henrik Dahlmo, Arland’s minister of water, flatly denied it.

“There was no such promise, and no date was named in that room,” he told reporters.
`;

const ARLAND = `The President of the Republic of Arland, H.E. Tomas Reker, met today in Lissen with the President of Kestria, H.E. Ilona Vasarin.

The two Presidents decided to establish a joint panel of twelve engineers, drawn in equal number from both countries. The panel will open its work in Lissen on 29 June.

President Vasarin accepted that the drought, rather than construction at Halde, was the cause of the difficulties on the Tarn canals, and thanked the President for the full account he had given.

With regard to reports in the Kestrian press, the Ministry states the following. At no time during the meeting did the President undertake to postpone the filling of the reservoir, and no date for it was discussed.
`;

const KESTRIA = `# Readout: President Vasarin’s talks with President Reker of Arland

President Ilona Vasarin met President Tomas Reker of Arland in Lissen this afternoon for more than three hours.

The President confronted Mr. Reker with the record of the border gauge. “Our farmers do not eat explanations,” she said.

In answer, President Reker pledged that no water will be impounded behind the Halde dam before the end of August. The President welcomed this assurance. As he said publicly after the meeting, “We will not fill the lake at the expense of our neighbors’ harvest.”

The two countries will form a joint panel of engineers, six from each side. It will hold its first session in Lissen before the end of June.
`;

const HERALD = `Arland can live with a later start to the filling of the Halde reservoir, its water minister said on Friday, retreating from the date he had defended only a day earlier.

‘If the engineers ask us for the summer, they shall have the summer,’ Henrik Dahlmo said in an interview with the Herald. ‘September suits us just as well.’

Mr Dahlmo would not be drawn on who had changed his mind. He still rejects the Kestrian version of the meeting, in which President Tomas Reker gave his word that the gates would stay open through August.

His president’s remark of the evening before, ‘We will never fill the lake at the expense of our neighbours’, was played over and over in the cafes along the quay.
`;

/** The collection; a new copy each time. */
export function riverSample(): Collection {
  const c = emptyCollection();
  const arland = makeSide("Arland");
  const kestria = makeSide("Kestria");
  const orsik = makeSpeaker("Daria Orsik", kestria, "Kestrian foreign minister");
  const dahlmo = makeSpeaker("Henrik Dahlmo", arland, "Arland’s minister of water");
  const reker = makeSpeaker("Tomas Reker", arland, "President of Arland");
  const vasarin = makeSpeaker("Ilona Vasarin", kestria, "President of Kestria");
  const ministry = makeSpeaker("Ministry of Water of Arland", arland, null, "body");
  const office = makeSpeaker("Office of the President of Kestria", kestria, null, "body");
  const commission = makeSpeaker("Ommer Basin Commission", null, null, "body");
  const diplomat = makeSpeaker("a diplomat", null, "who sat in on part of the talks", "unnamed");

  const wire = makeArticle(WIRE, {
    path: "river/northline-wire.txt",
    outlet: "Northline",
    title: "Arland and Kestria agree on engineers’ panel, part ways over filling of dam",
    byline: "Petra Hallam and Emil Sorby",
    publishedAt: "2026-06-11T19:42:00+02:00",
    url: "https://northline.example/2026/06/11/lissen-dam-talks",
  });
  const reprint = makeArticle(REPRINT, {
    path: "river/ostwick-courier.html",
    outlet: "The Ostwick Courier",
    title: "Presidents agree on dam panel but aides clash over filling",
    byline: "Northline",
    publishedAt: "2026-06-11T21:05:00+02:00",
  });
  const arlandReadout = makeArticle(ARLAND, {
    path: "river/arland-readout.txt",
    kind: "readout",
    title: "Statement on the meeting of the Presidents of Arland and Kestria",
    outlet: "Ministry of Water of Arland",
    publishedAt: "2026-06-11",
    side: arland.id,
    textOffset: 214,
  });
  const kestriaReadout = makeArticle(KESTRIA, {
    path: "river/kestria-readout.md",
    kind: "readout",
    title: "Readout: President Vasarin’s talks with President Reker of Arland",
    outlet: "Office of the President of Kestria",
    publishedAt: "2026-06-11T18:30:00+02:00",
    side: kestria.id,
  });
  const herald = makeArticle(HERALD, {
    path: "river/lissen-herald.html",
    outlet: "The Lissen Herald",
    title: "Arland now says it can wait until September to fill dam",
    byline: "Corin Abelard",
    publishedAt: "2026-06-12T20:15:00+02:00",
  });
  const articles = [kestriaReadout, arlandReadout, wire, reprint, herald];

  const word =
    "President Tomas Reker of Arland had given his word that no water would be impounded before the end of August, when the rice on the lower Ommer is cut";
  const promised = [wire, reprint].map((article) =>
    say(article, [orsik], {
      source: "Daria Orsik, the Kestrian foreign minister",
      cue: "said",
      content: word,
      saidAt: "2026-06-11",
    }),
  );
  say(wire, [reker], {
    at: "said that President Tomas Reker",
    source: "President Tomas Reker of Arland",
    cue: "had given his word",
    content: "no water would be impounded before the end of August, when the rice on the lower Ommer is cut",
    act: "promise",
    parent: promised[0]!.id,
  });
  for (const article of [wire, reprint]) {
    say(article, [dahlmo], {
      at: "Henrik Dahlmo",
      source: "Henrik Dahlmo, Arland’s minister of water",
      cue: "flatly denied",
      content: "it",
      act: "deny",
      refersTo: "President Tomas Reker of Arland had given his word",
    });
  }
  const denied = [wire, reprint].map((article) =>
    say(article, [dahlmo], {
      at: "“There was no such promise",
      source: "he",
      cue: "told",
      content: "“There was no such promise, and no date was named in that room,”",
      addressee: "reporters",
      form: "direct",
      act: "deny",
      via: "Henrik Dahlmo, Arland’s minister of water",
      saidAt: "2026-06-11",
    }),
  );
  const july = say(wire, [dahlmo], {
    at: "The filling, he added",
    source: "he",
    cue: "added",
    content: ["The filling,", "will begin on July 1, as planned"],
    act: "announce",
    via: "Henrik Dahlmo, Arland’s minister of water",
    saidAt: "2026-06-11",
  });
  const confronting = say(wire, [orsik], {
    at: "According to Ms. Orsik",
    source: "Ms. Orsik",
    cue: "According to",
    content:
      "President Ilona Vasarin of Kestria opened by confronting Mr. Reker over the emptying of the Tarn canals in April",
    via: "Daria Orsik, the Kestrian foreign minister",
  });
  const accepting = say(wire, [dahlmo], {
    at: "Ms. Vasarin, he said",
    source: "he",
    cue: "said",
    content: [
      "Ms. Vasarin,",
      "had accepted Mr. Reker’s explanation that a dry winter, and not the dam, was to blame",
    ],
    via: "Henrik Dahlmo, Arland’s minister of water",
  });
  say(wire, [vasarin], {
    at: "Ms. Vasarin, he said",
    source: "Ms. Vasarin",
    cue: "had accepted",
    content: "Mr. Reker’s explanation that a dry winter, and not the dam, was to blame",
    act: "accept",
    parent: accepting.id,
  });
  const panel = say(wire, [orsik, dahlmo], {
    at: "Both ministers",
    source: "Both ministers",
    cue: "said",
    content:
      "the panel, with six engineers from each country, would sit for the first time in Lissen before the end of the month",
    act: "agree",
  });
  const power = say(wire, [dahlmo], {
    at: "Kestria also asked",
    source: "Mr. Dahlmo",
    cue: "according to",
    content:
      "Kestria also asked to buy up to a fifth of the electricity that the dam is expected to generate",
  });
  say(wire, [dahlmo], {
    at: "who called the request",
    source: "who",
    cue: "called",
    content: "the request “a sign that they know the thing will be built.”",
    form: "mixed",
  });
  const declined = say(wire, [orsik], {
    at: "Ms. Orsik declined",
    source: "Ms. Orsik",
    cue: "declined",
    content:
      "to say whether her country would now withdraw the claim it filed in February with the Court of Waters in Aubrel",
    act: "decline",
  });
  const lake = say(wire, [reker], {
    at: "“We will not fill",
    source: "he",
    cue: "said",
    content: "“We will not fill the lake at the expense of our neighbors’ harvest, provided the rains come,”",
    form: "direct",
    act: "promise",
    via: "Mr. Reker",
  });
  const sentence = say(wire, [diplomat], {
    at: "A diplomat",
    source: "A diplomat who sat in on part of the talks",
    cue: "said",
    content: "each delegation “went home with the sentence it came for.”",
    form: "mixed",
  });
  const silent = say(wire, [commission], {
    at: "The Ommer Basin",
    source: "The Ommer Basin Commission, which sponsored the meeting",
    cue: "did not respond",
    content: "to a request for comment",
    act: "decline",
  });

  const arlandNo = say(arlandReadout, [ministry], {
    at: "the Ministry states",
    source: "the Ministry",
    cue: "states",
    content:
      "At no time during the meeting did the President undertake to postpone the filling of the reservoir, and no date for it was discussed",
    act: "deny",
  });
  const arlandAccepted = say(arlandReadout, [], {
    narrated: true,
    content:
      "President Vasarin accepted that the drought, rather than construction at Halde, was the cause of the difficulties on the Tarn canals",
  });
  const arlandPanel = say(arlandReadout, [], {
    narrated: true,
    content: "The panel will open its work in Lissen on 29 June",
  });
  const kestriaPledge = say(kestriaReadout, [], {
    narrated: true,
    content:
      "President Reker pledged that no water will be impounded behind the Halde dam before the end of August",
  });
  say(kestriaReadout, [reker], {
    at: "President Reker pledged",
    source: "President Reker",
    cue: "pledged",
    content: "no water will be impounded behind the Halde dam before the end of August",
    act: "promise",
  });
  const kestriaConfronted = say(kestriaReadout, [], {
    narrated: true,
    content: "The President confronted Mr. Reker with the record of the border gauge",
  });
  say(kestriaReadout, [vasarin], {
    at: "“Our farmers",
    source: "she",
    cue: "said",
    content: "“Our farmers do not eat explanations,”",
    form: "direct",
    act: "criticise",
    via: "The President",
  });
  const kestriaLake = say(kestriaReadout, [reker], {
    at: "As he said",
    source: "he",
    cue: "said",
    content: "“We will not fill the lake at the expense of our neighbors’ harvest.”",
    form: "direct",
    act: "promise",
  });
  const kestriaPanel = say(kestriaReadout, [], {
    narrated: true,
    content: "It will hold its first session in Lissen before the end of June",
  });

  say(herald, [dahlmo], {
    source: "its water minister",
    cue: "said",
    content: "Arland can live with a later start to the filling of the Halde reservoir",
    saidAt: "2026-06-12",
  });
  const september = say(herald, [dahlmo], {
    at: "‘If the engineers",
    source: "Henrik Dahlmo",
    cue: "said",
    content: [
      "‘If the engineers ask us for the summer, they shall have the summer,’",
      "‘September suits us just as well.’",
    ],
    form: "direct",
    act: "accept",
    saidAt: "2026-06-12",
  });
  const drawn = say(herald, [dahlmo], {
    at: "Mr Dahlmo would not",
    source: "Mr Dahlmo",
    cue: "would not be drawn",
    content: "on who had changed his mind",
    act: "decline",
  });
  const rejects = say(herald, [dahlmo], {
    at: "He still rejects",
    source: "He",
    cue: "rejects",
    content:
      "the Kestrian version of the meeting, in which President Tomas Reker gave his word that the gates would stay open through August",
    act: "reject",
    via: "Mr Dahlmo",
  });
  const never = say(herald, [reker], {
    at: "His president’s remark",
    source: "His president",
    cue: "remark",
    content: "‘We will never fill the lake at the expense of our neighbours’",
    form: "direct",
    act: "promise",
  });

  const q1 = "Did Mr. Reker promise to hold off the filling until the end of August?";
  const wordProof = proof(
    wire,
    "had given his word that no water would be impounded before the end of August",
  );
  const noProof = proof(wire, "There was no such promise");
  const pledge = proof(kestriaReadout, "pledged that no water will be impounded");
  const undertake = proof(
    arlandReadout,
    "At no time during the meeting did the President undertake to postpone the filling",
  );
  const q2 = "How did Ms. Vasarin raise the emptying of the canals?";
  const q3 = "When does the panel of engineers first sit?";
  const points = [
    makePoint({
      question: q1,
      label: "a promise to wait until the end of August",
      verdict: "disputed",
      reason: {
        code: "negation",
        text: "One account says that the promise was given, the other that there was none.",
      },
      positions: [
        makePosition(
          articles,
          "Yes: Mr. Reker gave his word that no water would be impounded before the end of August",
          "yes",
          [...promised, kestriaPledge],
          [orsik, office],
        ),
        makePosition(
          articles,
          "No: there was no such promise",
          "no",
          [...denied, arlandNo, rejects],
          [dahlmo, ministry],
        ),
      ],
      relations: [
        relate(q1, [promised[0]!, wordProof], [denied[0]!, noProof], "conflict", {
          code: "negation",
          text: "“had given his word” against “no such promise”: both can’t be true of the same meeting.",
        }),
        relate(q1, [kestriaPledge, pledge], [arlandNo, undertake], "conflict", {
          code: "negation",
          text: "“pledged” against “at no time … undertake”.",
        }),
      ],
      independent: 4,
    }),
    makePoint({
      question: q2,
      label: "how April was discussed",
      verdict: "divergent",
      reason: {
        code: "attribution",
        text: "Each side tells another part of the same exchange; both can be true.",
      },
      positions: [
        makePosition(
          articles,
          "Ms. Vasarin confronted Mr. Reker",
          "other",
          [confronting, kestriaConfronted],
          [orsik, office],
        ),
        makePosition(
          articles,
          "Ms. Vasarin accepted Mr. Reker’s explanation",
          "other",
          [accepting, arlandAccepted],
          [dahlmo, ministry],
        ),
      ],
      relations: [
        relate(
          q2,
          [confronting, proof(wire, "opened by confronting Mr. Reker")],
          [accepting, proof(wire, "had accepted Mr. Reker’s explanation")],
          "diverge",
          {
            code: "attribution",
            text: "Confronting someone and accepting the answer can both happen in one talk.",
          },
        ),
      ],
      independent: 3,
    }),
    makePoint({
      question: q3,
      label: "first session of the panel",
      verdict: "agreed",
      reason: { code: "paraphrase", text: "29 June lies before the end of the month." },
      positions: [
        makePosition(
          articles,
          "In Lissen before the end of June",
          "other",
          [panel, kestriaPanel, arlandPanel],
          [orsik, dahlmo, office, ministry],
        ),
      ],
      relations: [
        relate(
          q3,
          [kestriaPanel, proof(kestriaReadout, "before the end of June")],
          [arlandPanel, proof(arlandReadout, "on 29 June")],
          "agree",
          { code: "date", text: "29 June lies before the end of the month." },
        ),
      ],
      independent: 3,
    }),
    makePoint({
      question: "Did Kestria ask to buy power from the dam?",
      label: "power for Kestria",
      verdict: "one-sided",
      reason: { code: "reported", text: "Only Arland speaks to it." },
      positions: [makePosition(articles, "Yes: up to a fifth of it", "yes", [power], [dahlmo])],
    }),
    makePoint({
      question: "What did the delegations take home?",
      label: "what the delegations took home",
      verdict: "one-sided",
      reason: { code: "reported", text: "One unnamed holder." },
      positions: [makePosition(articles, "The sentence each came for", "other", [sentence], [diplomat])],
    }),
  ];
  return {
    ...c,
    articles,
    speakers: [orsik, dahlmo, reker, vasarin, ministry, office, commission, diplomat],
    sides: [arland, kestria],
    points,
    shifts: [
      {
        id: "f_1",
        speaker: dahlmo.id,
        about: "when the filling begins",
        from: july.id,
        to: september.id,
        point: null,
      },
    ],
    absences: [
      {
        id: "n_1",
        kind: "declined",
        speaker: orsik.id,
        article: wire.id,
        point: null,
        evidence: [
          {
            article: wire.id,
            start: declined.cue[0]!.start,
            end: declined.content[0]!.end,
            text: WIRE.slice(declined.cue[0]!.start, declined.content[0]!.end),
          },
        ],
      },
      {
        id: "n_2",
        kind: "declined",
        speaker: dahlmo.id,
        article: herald.id,
        point: points[0]!.id,
        evidence: [
          {
            article: herald.id,
            start: drawn.cue[0]!.start,
            end: drawn.content[0]!.end,
            text: HERALD.slice(drawn.cue[0]!.start, drawn.content[0]!.end),
          },
        ],
      },
      {
        id: "n_3",
        kind: "no-answer",
        speaker: commission.id,
        article: wire.id,
        point: null,
        evidence: [{ article: wire.id, ...silent.cue[0]! }],
      },
      {
        id: "n_4",
        kind: "not-mentioned",
        speaker: office.id,
        article: kestriaReadout.id,
        point: points[3]!.id,
        evidence: [],
      },
    ],
    variants: [
      {
        id: "v_1",
        speaker: reker.id,
        statements: [lake.id, never.id],
        relation: "altered",
        changes: [
          { from: "not", to: "never", matter: "negation" },
          { from: "neighbors’ harvest, provided the rains come", to: "neighbours", matter: null },
        ],
      },
      {
        id: "v_2",
        speaker: reker.id,
        statements: [lake.id, kestriaLake.id],
        relation: "truncated",
        changes: [{ from: ", provided the rains come", to: "", matter: null }],
      },
      {
        id: "v_3",
        speaker: dahlmo.id,
        statements: [denied[0]!.id, denied[1]!.id],
        relation: "same",
        changes: [],
      },
    ],
    copies: [{ id: "c_1", articles: [wire.id, reprint.id], origin: wire.id, share: 0.94 }],
    warnings: [
      {
        input: "river/lissen-herald.html",
        code: "CHARSET_GUESSED",
        message:
          "The file does not say its character set; it was read as windows-1252: check names with accents.",
      },
    ],
    failures: [
      {
        input: "river/photo.jpg",
        code: "INPUT_BINARY",
        message:
          "This is not text, Markdown or HTML: save the document as .txt, .md or .html and give that file.",
      },
    ],
  };
}
