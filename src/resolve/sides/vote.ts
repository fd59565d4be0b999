/** Turns what describes a speaker into votes for the nodes that it belongs to. */
import type { Article, Speaker } from "../../model.ts";
import { bodyKey } from "../bodyName.ts";
import { NATIONAL } from "./countries.ts";
import type { Evidence } from "./evidence.ts";
import { PLAIN_PARTY, REFEREE, standingOf } from "./nouns.ts";
import {
  GOVERNMENT,
  government,
  isPortfolio,
  nodeOf,
  OF_STATE,
  partyNode,
  placeIn,
  type Resolving,
  stateOf,
  townNode,
} from "./resolver.ts";
import type { Cluster } from "./sides.ts";
import type { Votes } from "./votes.ts";

/** Weight of one piece of evidence by how it ties. */
const WEIGHT = { label: 4, voice: 3, member: 1.5, close: 2, subject: 0, neutral: 0.5 } as const;
const PROSECUTION = /\b(?:prosecutors?|district attorney|state['’]s attorney|prosecution)\b/i;
const DEFENCE =
  /\b(?:defen[cs]e (?:lawyer|counsel|attorney|team|solicitor)|defendant|the accused|counsel for the defen[cs]e)\b/i;
/** Who leads the hearing of others or judges: on nobody's side, whatever body he is of. */
const BENCH =
  /^(?:(?:madam|mr\.?) (?:chair|chairman|president)|(?:the |a |an )?(?:\p{L}+ )?(?:judge|justice|magistrate|mediator|arbitrator|referee|coroner|moderator|speaker(?= of the (?:house|chamber|parliament|assembly|senate)|$|\.)|speaker of parliament|president of the (?:chamber|court|house|senate|assembly)))\b/iu;
/** People who between countries are their own country's where nothing else is said. */
const SERVANT =
  /\b(?:technician|officer|official|soldier|engineer|deputy|lawmaker|advis[eo]r|aide|diplomat|colonel|general|commander|governor|guard|pilot|captain|spokes(?:man|woman|person))\b/i;

interface Speaking {
  article: Article;
  speakers: ReadonlySet<string>;
}

/** All votes of all speakers. */
export function voteAll(
  clusters: readonly Cluster[],
  articles: readonly Article[],
  evidence: ReadonlyMap<string, readonly Evidence[]>,
  votes: Votes,
  known: Resolving,
): void {
  const speaking = new Map<string, Speaking>(
    articles.map((article) => [
      article.id,
      {
        article,
        speakers: new Set(
          article.statements.flatMap(({ parent, speakers }) => (parent === null ? speakers : [])),
        ),
      },
    ]),
  );
  for (const cluster of clusters) {
    const list = evidence.get(cluster.speaker.id)!;
    if (cluster.speaker.kind === "body") voteBody(cluster, list, votes, known, speaking);
    else if (cluster.speaker.kind !== "document") votePerson(cluster, list, votes, known, speaking);
  }
}

function voteBody(
  { speaker, members }: Cluster,
  evidence: readonly Evidence[],
  votes: Votes,
  known: Resolving,
  speaking: ReadonlyMap<string, Speaking>,
): void {
  const own = members.find((item) => known.official.get(item.article) === item.speaker.name);
  const node = own
    ? known.sideOfArticle.get(own.article)!
    : bodyNode(
        speaker,
        evidence,
        known,
        members.map((item) => speaking.get(item.article)!.article),
      );
  votes.add(speaker.id, node, 5, "voice");
  // Whoever is of "the water ministry" is of the country whose it is.
  const whole = known.bodies.named(speaker.name);
  if (whole && node.startsWith("place:")) votes.put(whole, node);
  for (const one of evidence) for (const tie of one.ties) addTie(speaker, one, tie, 0.5, votes, known);
}

/** Nouns by which a body is what somebody else has: "the prime minister’s office". */
const POSSESSED =
  /^(.+?)['’]s? (?:\p{Ll}+ )*(?:office|circle|people|team|camp|staff|campaign|chancellery|lawyers?|spokes\w+|aides|family|government|cabinet)$/u;

const ORGAN =
  /^(?:the )?(?:(?:management|executive|supervisory) )?(?:board|management|executive|leadership|press office|directors)$/i;

function bodyNode(
  speaker: Speaker,
  evidence: readonly Evidence[],
  known: Resolving,
  articles: readonly Article[],
): string {
  const article = articles[0]!;
  if (REFEREE.test(speaker.name)) return known.bodies.named(speaker.name) ?? `body:${bodyKey(speaker.name)}`;
  for (const name of [speaker.name, ...speaker.aliases]) {
    const place = stateOf(name, known.places) ?? placeIn(name.replace(/s$/, ""), known.places);
    if (place) return place;
  }
  const at = evidence[0]?.at ?? 0;
  // "the Management Board" in a body's own readout
  const side = known.sideOfArticle.get(evidence[0]?.article.id ?? article.id);
  if (side && ORGAN.test(speaker.name)) return side;
  const owner = POSSESSED.exec(speaker.name)?.[1];
  if (owner) {
    const plain = /\s\p{Lu}/u.test(owner) ? owner : owner.charAt(0).toLowerCase() + owner.slice(1);
    const node = nodeOf(
      /^(?:prime|the|city|council|company|club|union|school)\b/i.test(owner) ? plain : owner,
      article,
      at,
      known,
    );
    if (node) return node;
  }
  const named = partyNode(speaker.name, known);
  if (named === GOVERNMENT) return named;
  if (known.between && OF_STATE.test(speaker.name)) {
    for (const one of [...(evidence[0] ? [evidence[0].article] : []), ...articles]) {
      const home = government(one, known);
      if (home) return home;
    }
  }
  if (known.bodies.names.has(named)) return named;
  return nodeOf(speaker.name.toLowerCase(), evidence[0]?.article ?? article, at, known) ?? named;
}

function votePerson(
  { speaker, members }: Cluster,
  evidence: readonly Evidence[],
  votes: Votes,
  known: Resolving,
  speaking: ReadonlyMap<string, Speaking>,
): void {
  if (evidence.some(({ text }) => BENCH.test(text))) votes.bench(speaker.id);
  const byArticle = new Map<string, Evidence[]>();
  for (const one of evidence) byArticle.set(one.article.id, [...(byArticle.get(one.article.id) ?? []), one]);
  for (const one of evidence) {
    if (one.gone) {
      votes.resign(speaker.id);
      continue;
    }
    let tied = false;
    for (const tie of one.ties)
      if (!isSettled(tie, one, byArticle.get(one.article.id)!, known))
        tied = addTie(speaker, one, tie, 1, votes, known) || tied;
    if (one.over || one.bare) continue;
    if (!tied && /\bmayor(?:ess)?\b/i.test(one.text)) {
      votes.add(speaker.id, townNode(null, known), 2, "voice");
      tied = true;
    }
    for (const noun of one.nouns)
      if (PLAIN_PARTY.test(noun)) votes.add(speaker.id, `plain:${noun}`, 1.2, "member");
    if (/\b(?:plaintiff|claimant)\b/i.test(one.text)) votes.add(speaker.id, "court:Plaintiffs", 3, "voice");
    if (!tied && /\bcouncillor\b/i.test(one.text)) votes.add(speaker.id, townNode(null, known), 1.5, "voice");
    if (PROSECUTION.test(one.text)) votes.add(speaker.id, "court:Prosecution", 3, "voice");
    else if (DEFENCE.test(one.text)) votes.add(speaker.id, "court:Defence", 3, "voice");
    if (known.between && !one.ties.some(({ phrase }) => stateOf(phrase, known.places))) {
      // "opposition leader in Nordmark", "president of the Nordmark steel makers"
      const country = countryIn(one.text, known);
      if (country) {
        votes.add(speaker.id, country, 2, "member");
        tied = true;
      }
    }
    if (tied) continue;
    const subject = one.ties.some(({ how }) => how === "subject");
    if (one.office || (known.international && NATIONAL.test(one.text))) {
      const country = government(one.article, known);
      if (country) votes.add(speaker.id, country, known.international ? 1.2 : one.head ? 3.2 : 1.5, "voice");
    } else if (known.between && (SERVANT.test(one.text) || OF_STATE.test(one.text)) && !subject) {
      const country = known.home.get(one.article.id);
      if (country) votes.add(speaker.id, country, 1, "member");
    }
    const side = known.sideOfArticle.get(one.article.id);
    if (
      side &&
      !subject &&
      /\p{Ll}{3}/u.test(one.text) &&
      members.some(
        (item) =>
          item.article === one.article.id && speaking.get(item.article)!.speakers.has(item.speaker.id),
      )
    )
      votes.add(speaker.id, side, 1, "readout");
  }
}

/** "their coach": where the document's own reading has found the owner already, or has found one who can't be "his". */
function isSettled(
  tie: Evidence["ties"][number],
  one: Evidence,
  evidence: readonly Evidence[],
  known: Resolving,
): boolean {
  const others = evidence.filter((other) => other !== one);
  const pronoun = (phrase: string) => /^(?:his|her|its|their)$/.test(phrase);
  if (pronoun(tie.phrase))
    return others.some(({ ties }) =>
      ties.some(
        (other) =>
          other.noun === tie.noun &&
          !pronoun(other.phrase) &&
          !clashes(other.phrase, tie.phrase, one.article, known),
      ),
    );
  return others.some(({ ties }) =>
    ties.some(
      (other) =>
        other.noun === tie.noun &&
        pronoun(other.phrase) &&
        clashes(tie.phrase, other.phrase, one.article, known),
    ),
  );
}

/** True where a name's gender is not the pronoun's. */
function clashes(name: string, pronoun: string, article: Article, known: Resolving): boolean {
  if (!/^(?:his|her)$/.test(pronoun)) return false;
  const person = nodeOf(name, article, 0, known);
  if (!person?.startsWith("person:")) return false;
  const gender = known.genders.get(person.slice("person:".length));
  return gender !== undefined && gender !== null && gender !== (pronoun === "his" ? "m" : "f");
}

/** The only country in the words of somebody's role; envoys to countries are not theirs. */
function countryIn(text: string, known: Resolving): string | null {
  if (/\b(?:ambassador|envoy|consul|correspondent|expert|analyst|historian|specialist)\b/i.test(text))
    return null;
  const found = new Set<string>();
  // "who had equivocated over whether Moscow …" tells what somebody did, not whose he is.
  for (const [word] of text.replace(/\bwho\b.*$/su, "").matchAll(/\p{Lu}[\p{L}-]+/gu)) {
    const place = placeIn(word, known.places);
    if (place) found.add(place);
  }
  return found.size === 1 ? [...found][0]! : null;
}

function addTie(
  speaker: Speaker,
  one: Evidence,
  tie: Evidence["ties"][number],
  share: number,
  votes: Votes,
  known: Resolving,
): boolean {
  const self = `person:${speaker.id}`;
  if (
    /^(?:minister|ministry|secretary|department)$/.test(tie.noun) &&
    (isPortfolio(tie.phrase) ||
      (/^minister|^ministry/.test(tie.noun) &&
        /^\p{Ll}/u.test(tie.phrase) &&
        !/government|cabinet/.test(tie.phrase)))
  ) {
    const place = placeIn(tie.phrase.split(/ of (?:the )?/).at(-1)!, known.places);
    if (place) votes.add(speaker.id, place, 3 * share, "voice");
    return place !== null;
  }
  // "MR BRIGHTWELL (Parks)" in a council: a department of the town
  if (
    tie.how === "label" &&
    /^(?:Parks?|Finance|Housing|Roads|Works|Planning|Highways|Leisure|Education|Health|Transport|Environment|Treasury|Interior|Justice|Legal|Engineering)$/.test(
      tie.phrase,
    )
  ) {
    const owner = known.towns.size > 0 ? townNode(null, known) : government(one.article, known);
    if (owner) votes.add(speaker.id, owner, 2, "member");
    return owner !== null;
  }
  if (tie.how === "label" && /^(?:Mr|Mrs|Ms|Miss|Dr)\b/.test(tie.phrase)) return false;
  // a deputy for a constituency is not its voice
  if (
    /^(?:deputy|mp|senator|member|lawmaker)$/.test(tie.noun) &&
    /\b(?:for|from) /.test(one.text) &&
    !one.text.includes(" of ") &&
    standingOf(tie.noun) !== "subject" &&
    /^\p{Lu}/u.test(tie.phrase) &&
    !placeIn(tie.phrase, known.places) &&
    !known.bodies.isParty(tie.phrase)
  )
    return false;
  // "the mayor of Dell": a town, whatever else is called so
  if (/^(?:mayor|alderman)$/.test(tie.noun) && /^\p{Lu}/u.test(tie.phrase)) {
    votes.add(speaker.id, townNode(tie.phrase, known), 3 * share, "voice");
    return true;
  }
  const node = nodeOf(tie.phrase, one.article, one.at, known, self);
  if (!node || node === self) return false;
  if (one.over) {
    votes.leave(speaker.id, node);
    return true;
  }
  if (
    node.startsWith("person:") &&
    /^(?:agent|lawyer|attorney|counsel|solicitor|barrister|advocate)$/.test(tie.noun)
  ) {
    votes.represent(node.slice("person:".length));
    if (tie.noun !== "agent") votes.counsel(speaker.id, node);
  }
  if (tie.how === "subject") {
    votes.leave(speaker.id, node);
    return false;
  }
  votes.add(
    speaker.id,
    node,
    (one.bare ? (node.startsWith("place:") ? 3.5 : 2) : WEIGHT[tie.how]) * share,
    tie.how,
  );
  return true;
}
