/**
 * Invented news for the bench of web pages: stories with people, places, quotations and figures, by a fixed seed.
 * Nothing here knows how src/ingest reads a page; the layouts (pages-layouts-*.ts) dress these stories up.
 */

/** Park and Miller's generator with the draws that stories need. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = (seed % 2147483646) + 1;
  }

  /** A whole number below `n`. */
  below(n: number): number {
    this.state = (this.state * 48271) % 2147483647;
    return this.state % n;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }
}

/** A part of a story as its reader sees it. */
export type Part =
  | { kind: "paragraph"; text: string }
  | { kind: "heading"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "quote"; text: string }
  | { kind: "table"; rows: string[][] };

export interface Story {
  headline: string;
  standfirst: string;
  outlet: string;
  authors: string[];
  /** ISO 8601 with zone. */
  published: string;
  modified: string;
  url: string;
  section: string;
  parts: Part[];
}

const FIRST =
  "Ilse Maro Tevin Odalys Brann Kesi Yorick Amaru Halla Sunniva Radek Noor Piet Zelie Corvin Ama".split(" ");
const LAST =
  "Varnholt Okebe Dresk Pellworm Quistgaard Amadi-Roy Stavik Lundeby Ferreux Halloran Brzyk Tamsin O’Dary Weller Mbeki-Lind Sorrel".split(
    " ",
  );
const PLACES =
  "Carrow Vale,Lissen,Port Ember,Ardmoor,Hythe Cross,Nordeck,Stellin,Oru Bay,Wexcombe,Tarn Hill".split(",");
const BODIES =
  "the Harbour Authority,the Ministry of Waterways,Norvane Rail,the Carrow Teachers’ Union,the Lissen city council,Ember Gas,the Office of the Ombudsman,the Ardmoor Coast Guard,the Stellin Fund".split(
    ",",
  );
const ROLES =
  "harbour master,deputy minister,spokeswoman,chief engineer,union secretary,mayor,coast guard officer,head teacher,public defender,auditor".split(
    ",",
  );
const MATTERS =
  "the flooding of the lower lock,the closure of the night ferry,the leak at the gas works,the dispute over the school rolls,the sale of the old quay,the derailment near the tunnel,the count of the harbour vote,the delay of the relief convoy".split(
    ",",
  );
const OUTLETS =
  "The Carrow Courier,Ember Post,Northwold Wire,Lissen Today,The Stellin Review,Oru Bay Herald,Ardmoor Public Radio,Hythe Dispatch".split(
    ",",
  );
const SAID =
  "said,told reporters,added,insisted,wrote in a letter,told the inquiry,acknowledged,said on Tuesday".split(
    ",",
  );
const CLAIMS =
  "nobody had been warned before the gates were opened,the pumps were serviced in March,the figures had been passed to the inspectors in good time,there was no order to turn the boats back,the agreement covers every worker on the site,the call came eleven minutes too late,the board had never seen the second report,the talks would go on through the night,the bridge was closed for the safety of the public,she had signed nothing of the kind,his office had received three complaints and answered all of them,the money was spent on what the council had approved".split(
    ",",
  );
const QUOTES =
  "We did not close the valve, and we did not ask anybody to close it.|I have read the report twice. It does not say that.|Nobody on that boat was told to wait.|This is the fourth time in two years that we have been promised a date.|It was dark, it was loud, and then the water came over the wall.|There is no deal. There was never a deal.|I am not going to guess at what he meant.|They counted the same ballots again, and they got another number.|You can’t run a ferry on good intentions.|Ask the people who were there; they will tell you what they saw.".split(
    "|",
  );
const FACTS =
  "The lock, built in 1931, handles about 40 vessels a day.|Rain had fallen on the valley for nine days.|The inquiry is expected to publish its findings in the autumn.|Two earlier reviews, in 2014 and 2019, came to no conclusion.|The council meets again next Thursday to vote on the proposal.|At least 17 people were treated in hospital, most of them for smoke.|Shares in the company fell 4.2% on the news.|A copy of the letter was seen by this newspaper.|The ferry carries some 2,300 passengers on a summer day.|The ministry did not answer written questions by the evening.|Work on the tunnel began in 2008 and was to have ended six years later.|The court adjourned the hearing until Monday.".split(
    "|",
  );
const SHORT =
  "He did not elaborate.|That was at noon.|She declined to say who.|Then the line went dead.|None was hurt.|The hall was full.".split(
    "|",
  );
const HEADINGS =
  "What happened at the lock,A second letter,‘We were not told’,The numbers,What comes next,How the vote was counted,The company’s account".split(
    ",",
  );

/** One name is one name throughout: "Ilse Varnholt". */
export function person(dice: Dice): string {
  return `${dice.pick(FIRST)} ${dice.pick(LAST)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function sentence(dice: Dice): string {
  const who = person(dice);
  const claim = dice.pick(CLAIMS);
  const quote = dice.pick(QUOTES);
  const said = dice.pick(SAID);
  switch (dice.below(9)) {
    case 0:
      return `“${quote.replace(/\.$/, ",")}” ${who} ${said}.`;
    case 1:
      return `${who}, the ${dice.pick(ROLES)} of ${dice.pick(PLACES)}, ${said} that ${claim}.`;
    case 2:
      return `According to ${dice.pick(BODIES)}, ${claim}.`;
    case 3:
      return dice.pick(FACTS);
    case 4:
      return `${capital(dice.pick(BODIES))} denied on ${dice.pick(["Monday", "Wednesday", "Friday"])} that ${claim}, and said it would answer ${dice.pick(MATTERS)} “in full”.`;
    case 5:
      return `“${quote}”`;
    case 6:
      return `Asked about ${dice.pick(MATTERS)}, ${who} ${said}: “${quote}”`;
    case 7:
      return `${dice.between(3, 96)} of the ${dice.between(120, 900)} members voted against; ${who} called the result “a warning” and ${said} that ${claim}.`;
    default:
      return dice.pick(FACTS);
  }
}

/** One to four sentences; now and then a very short paragraph, as reporters write them. */
export function paragraph(dice: Dice): string {
  if (dice.chance(8)) return dice.pick(SHORT);
  return Array.from({ length: dice.between(1, 4) }, () => sentence(dice)).join(" ");
}

export function headline(dice: Dice): string {
  const matter = dice.pick(MATTERS);
  const place = dice.pick(PLACES);
  switch (dice.below(5)) {
    case 0:
      return `${capital(dice.pick(BODIES).replace(/^the /, ""))} denies blame for ${matter}`;
    case 1:
      return `${place} residents ask who knew of ${matter}`;
    case 2:
      return `‘Nobody was told’: inquiry hears of ${matter}`;
    case 3:
      return `${person(dice)} questioned over ${matter}`;
    default:
      return `Two accounts of ${matter} in ${place}`;
  }
}

export interface Wanted {
  paragraphs: [number, number];
  headings?: boolean;
  lists?: boolean;
  quotes?: boolean;
  tables?: boolean;
}

export function parts(dice: Dice, wanted: Wanted): Part[] {
  const count = dice.between(...wanted.paragraphs);
  const result: Part[] = [];
  for (let i = 0; i < count; i++) {
    if (wanted.headings && i > 1 && i < count - 1 && dice.chance(22))
      result.push({ kind: "heading", text: dice.pick(HEADINGS) });
    result.push({ kind: "paragraph", text: paragraph(dice) });
    if (wanted.lists && i === 2)
      result.push({
        kind: "list",
        items: Array.from({ length: dice.between(2, 4) }, () => sentence(dice)),
      });
    if (wanted.quotes && i === 3) result.push({ kind: "quote", text: `“${dice.pick(QUOTES)}”` });
    if (wanted.tables && i === 4)
      result.push({
        kind: "table",
        rows: [
          ["Station", "Before", "After"],
          ...Array.from({ length: 3 }, () => [
            dice.pick(PLACES),
            `${dice.between(10, 90)} boats`,
            `${dice.between(10, 90)} boats`,
          ]),
        ],
      });
  }
  return result;
}

const ZONES = ["Z", "+01:00", "-05:00", "+05:30", "+00:00", "-07:00"];

export function story(dice: Dice, wanted: Wanted, nth: number): Story {
  const two = (n: number) => String(n).padStart(2, "0");
  const day = `${dice.between(2016, 2026)}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
  const zone = dice.pick(ZONES);
  const hour = dice.between(0, 21);
  const outlet = dice.pick(OUTLETS);
  const title = headline(dice);
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return {
    headline: title,
    standfirst: `${capital(dice.pick(BODIES))} and the residents of ${dice.pick(PLACES)} give different accounts of ${dice.pick(MATTERS)}.`,
    outlet,
    authors: dice.chance(25) ? [person(dice), person(dice)] : [person(dice)],
    published: `${day}T${two(hour)}:${two(dice.below(60))}:${two(dice.below(60))}${zone}`,
    modified: `${day}T${two(hour + 1)}:${two(dice.below(60))}:00${zone}`,
    url: `https://www.${outlet.toLowerCase().replace(/[^a-z]/g, "")}.example/news/${day.replaceAll("-", "/")}/${slug}-${nth}`,
    section: dice.pick(["World", "Region", "Business", "Courts", "Transport"]),
    parts: parts(dice, wanted),
  };
}

/** Chrome: words that belong to a page and to no story. Vocabulary apart from the stories', so that it is noticed. */
const TEASERS =
  "Gardening tips for a frosty spring|Quiz: can you name these lighthouses?|Recipe of the week: plum dumplings|Obituary: the clockmaker who painted trains|Horoscope for goats and other animals|Opinion: why umbrellas deserve respect|Chess club wins regional trophy|Podcast: sleeping under canvas|Photo essay: winter bees|Travel: nine castles by bicycle|Football: late penalty sinks Rovers|Review: a musical about bakers".split(
    "|",
  );
const BLURBS =
  "Our columnist visits an orchard where apples are harvested by moonlight, and brings home a pie.|A retired conductor explains how pigeons learned to ride trams, and why commuters applaud them.|Critics adored the sculpture garden, although children preferred its enormous slide and puppets.|Seven cosy cabins with saunas, ranked by our holiday desk after extensive and sleepy research.".split(
    "|",
  );

export const teaser = (dice: Dice) => dice.pick(TEASERS);
export const blurb = (dice: Dice) => dice.pick(BLURBS);
