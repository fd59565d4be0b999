/**
 * Articles made by templates, at any number: invented events, each told by several outlets, in which people affirm, deny and count
 * the same few things. They measure cost, never accuracy: names and words recur as they do in news, most statements in one event only.
 */
import { hashId } from "../src/id.ts";
import type { Act, Article, Passage, Speaker, Statement } from "../src/model.ts";
import { chance } from "../test/chance.ts";

const list = (words: string) => words.trim().split(/\s+/);
const FIRST = list(
  "Ana Bruno Carla Dario Edda Franz Greta Henrik Ilse Jonas Katya Luis Marta Nils Olga Pavel Rosa Sven Tilda Ulrik Vera Walter Yara Zeno",
);
const ONSET = list("B Br C D Dr F G Gr H J K Kl L M N P R S St T Tr V W Z");
const MIDDLE = list("a e i o u ar el in or un al er is on ul");
const CODA = list("den dahl mov ric sen ski ta ter vik zar bek lund nov ray tin veld mar ros");
const TOWN = list("ford bury haven mouth field wick stad dorf ton port");
const THING = list(
  `bridge ferry tunnel reservoir stadium hospital refinery vaccine satellite harvest museum pipeline archive warehouse
tram quarry orchard mine laboratory theatre airport turbine canal prison library school market factory embassy fund
budget treaty ballot contract licence tariff pension permit shipment vessel convoy herd dam railway`,
);
const QUALITY = list(
  "northern old central temporary coastal private municipal joint eastern former main second winter national",
);
const PEOPLE = list(
  "workers pupils passengers patients residents sailors farmers voters guests miners nurses drivers inspectors tenants",
);
const DONE = [
  ["was inspected before the {season}", "was not inspected before the {season}"],
  ["will be closed until the {season}", "will stay open all through the {season}"],
  ["cost {n} million crowns more than planned", "cost {n} million crowns, as planned"],
  ["was sold to a company from {town}", "was never sold to anybody from {town}"],
  ["poisoned {n} {people} in {town}", "harmed none of the {people} in {town}"],
  ["lost money in every one of the last {n} years", "earned money in all of the last {n} years"],
  ["broke down {n} times in one {season}", "worked without a fault during the {season}"],
  ["employs about {n} {people}", "employs fewer than {n} {people}"],
  ["was approved by the council of {town} in {month}", "was rejected by the council of {town} in {month}"],
  ["put {n} {people} at risk", "put no {people} at risk"],
  ["would bring {n} {people} to {town} each week", "would drive the {people} away from {town}"],
  ["was damaged when the {people} left it in {month}", "was in good order when the {people} left it"],
] as const;
const SEASON = list("spring summer autumn winter storm flood election drought festival strike");
const MONTH = list("January March April June July September October November");
const ROLES = [
  "the mayor of {town}",
  "a spokesman for the {thing}",
  "the head of the inspectors in {town}",
  "",
];
const SAYS: readonly (readonly [string, Act])[] = [
  ["said that", "assert"],
  ["told reporters that", "assert"],
  ["warned that", "warn"],
  ["insisted that", "assert"],
  ["announced that", "announce"],
  ["confirmed that", "confirm"],
  ["denied that", "deny"],
];
const OUTLET = list("Courier Herald Monitor Gazette Wire Ledger Observer Chronicle");
const FILLER = [
  "Nobody in the square could remember a louder week, and the shops closed early.",
  "The road to {town} was empty by noon, though a few {people} still waited there.",
  "A band from {town} played through most of the afternoon.",
  "The {thing} stands at the edge of {town}, behind a row of poplars.",
];

interface Event {
  town: string;
  people: { name: string; surname: string; role: string }[];
  issues: { subject: string; forms: readonly [string, string]; fill: Record<string, string> }[];
  fill: Record<string, string>;
}

const pickOf =
  (next: () => number) =>
  <T>(from: readonly T[]) =>
    from[Math.floor(next() * from.length)]!;
const filled = (text: string, fill: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (_, key: string) => fill[key] ?? key);

function eventOf(seed: number): Event {
  const next = chance(seed);
  const pick = pickOf(next);
  const name = () => `${pick(ONSET)}${pick(MIDDLE)}${pick(CODA)}`;
  const town = `${pick(ONSET)}${pick(MIDDLE)}${pick(TOWN)}`;
  const fresh = () => ({
    town: next() < 0.6 ? town : `${pick(ONSET)}${pick(MIDDLE)}${pick(TOWN)}`,
    season: pick(SEASON),
    month: pick(MONTH),
    people: pick(PEOPLE),
    thing: pick(THING),
    n: String(2 + Math.floor(next() * 90)),
  });
  const fill = fresh();
  return {
    town,
    fill,
    people: Array.from({ length: 7 }, () => {
      const surname = name();
      return { name: `${pick(FIRST)} ${surname}`, surname, role: filled(pick(ROLES), fresh()) };
    }),
    issues: Array.from({ length: 24 }, () => {
      const own = fresh();
      return { subject: `the ${pick(QUALITY)} ${own.thing}`, forms: pick(DONE), fill: own };
    }),
  };
}

/** One event's articles, statements with holders in place, as `read` gives them. */
function articleOf(event: Event, seed: number, statementsEach: number): Article {
  const next = chance(seed);
  const pick = pickOf(next);
  const outlet = `${event.town} ${pick(OUTLET)}`;
  const publishedAt = `2031-${String(1 + (seed % 12)).padStart(2, "0")}-${String(1 + Math.floor(next() * 27)).padStart(2, "0")}`;
  const id = hashId("a", "made", seed, outlet);
  const speakers = new Map<string, Speaker>();
  const statements: Statement[] = [];
  let text = "";
  const put = (words: string): Passage => {
    const start = text.length;
    text += words;
    return { start, end: text.length, text: words };
  };
  for (let n = 0; n < statementsEach; n++) {
    const who = pick(event.people);
    const speakerId = hashId("w", id, who.name);
    const known = speakers.get(speakerId);
    if (!known)
      speakers.set(speakerId, {
        id: speakerId,
        name: who.name,
        kind: "person",
        aliases: [who.surname],
        role: who.role === "" ? null : who.role,
        side: null,
        members: [],
      });
    const issue = pick(event.issues);
    const no = next() < 0.4;
    const fill = next() < 0.3 ? { ...issue.fill, n: String(2 + Math.floor(next() * 90)) } : issue.fill;
    const words = `${issue.subject} ${filled(issue.forms[no ? 1 : 0], fill)}`;
    const named = known ? who.surname : `${who.name}${who.role === "" ? "" : `, ${who.role},`}`;
    const direct = next() < 0.3;
    let said: Act = "assert";
    let source: Passage;
    let cue: Passage;
    let content: Passage;
    if (direct) {
      content = put(`“${words.charAt(0).toUpperCase()}${words.slice(1)},”`);
      put(" ");
      source = put(known ? who.surname : who.name);
      put(" ");
      cue = put("said");
    } else {
      const [verb, act] = pick(SAYS);
      said = act;
      source = put(named);
      put(" ");
      cue = put(verb.replace(/ that$/, ""));
      put(" ");
      content = put(`that ${words}`);
    }
    put(next() < 0.5 ? ". " : ".\n\n");
    if (next() < 0.25) put(`${filled(pick(FILLER), event.fill)} `);
    statements.push({
      id: hashId("s", id, content.start, content.end),
      source: [source],
      cue: [cue],
      content: [content],
      refersTo: [],
      form: direct ? "direct" : "indirect",
      kind: "speech",
      act: said,
      negated: false,
      parent: null,
      addressee: [],
      medium: [],
      speakers: [speakerId],
      via: [],
      speakerScore: 1,
      guess: null,
      saidAt: null,
      score: 1,
    });
  }
  return {
    id,
    ref: null,
    path: `${id}.txt`,
    url: null,
    outlet,
    title: `The ${event.fill.thing} of ${event.town}, part ${seed}`,
    byline: null,
    publishedAt,
    retrievedAt: null,
    kind: "report",
    language: "en",
    side: null,
    text,
    textOffset: 0,
    pages: [],
    times: [],
    speakers: [...speakers.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    statements,
    narrated: [],
  };
}

/** `count` articles of `statementsEach` statements, eight of them on one event. */
export function madeArticles(count: number, statementsEach = 25): Article[] {
  let event: Event | null = null;
  return Array.from({ length: count }, (_, n) => {
    if (n % 8 === 0 || !event) event = eventOf(1_000 + n);
    return articleOf(event, n, statementsEach);
  });
}
