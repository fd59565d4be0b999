/** Questions and what is said in reply: which answer nothing of what was asked. */
import { rootsIn, sharedRoots } from "./quotation.ts";

const INTERROGATIVE =
  "(?:(?:to|in|at|for|by|from|with|of|on|under) (?:what|which|whom|whose)|whether|if|why|how|what|when|whom?|whose|where|which|about)";

/** What people do instead of answering. */
export const INSTEAD =
  /\b(?:changed the subject|smiled|laughed|grinned|shrugged|sighed|chuckled|winked|blushed|joked|whistled|hummed|coughed|looked (?:at|away|down|out|up|past|over)|stared|glanced|gazed|praised|admired|complimented|turned (?:away|to|back)|went (?:to (?:get|fetch|find|look|see)|for|off|back to|on (?:to|with))|walked (?:away|off|out|past|on)|drove off|left (?:the|without)|hung up|rang off|put down (?:the|his|her)|waved|ignored|fell silent|said nothing|moved on|(?:spoke|talked) (?:\w+ ){0,4}?(?:about|of)|thanked|wished|quoted|recited|recalled|told a (?:story|joke)|poured|lit|adjusted|examined|consulted his watch|consulted her watch)\b/i;

/** Gestures, words and papers that do answer. */
const ANSWERING =
  /\b(?:nodd|shook|shake|agree|admit|acknowledg|confirm|den(?:y|ied)|conced|apologi[sz]|promis|pledg|insist|claim|maintain|explain|declin|refus|argu|pointed (?:to|out|at)|call(?:ed|s)|describ|blam|accus|cited|list(?:s|ed)|named|produc|show(?:s|ed)|hand(?:s|ed)|present|gave|gives|put|estimat|count|reckon|thought|thinks|believ|knew|knows|hop(?:es|ed)|expect|want|plann|did|does|could|can|would|will|was|were|is|are|ha[sd]|have|may|might|read|wrote|listen|heard|remember|recogni[sz]|correct|sign|resign|accept|reject|demand|propos|warn|testif|asked for)/i;

/** "He adjusted his tie.": somebody who was asked does something that is neither speech nor an answering gesture. */
export const actsInstead = (sentence: string): boolean =>
  /^(?!(?:It|This|That|These|Those|There|We|You|I)\b)(?:He|She|They|(?:\p{L}+\. )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*) (?:only |merely |simply |just )?\p{Ll}+/u.test(
    sentence,
  ) &&
  sentence.split(/\s+/).length <= 14 &&
  !ANSWERING.test(sentence);

/** "asked twice why …", "I asked the mayor whether …": a question put to somebody, as a report tells it. */
export const PUT = new RegExp(
  `\\b(?:(?:was|were|when|once|if|being) (?:\\w+ )?)?asked\\b(?: (?:twice|again|repeatedly|three times|several times|on \\w+|directly|by [^,.;]{2,40}?|in [^,.;]{2,30}?))* (?<question>${INTERROGATIVE})\\b|` +
    // The asker is no party: the reporter, or nobody in particular.
    `\\b(?:i|we|(?:a|the|one|another|our|several|two) (?:reporters?|journalists?|correspondents?|colleagues?|interviewers?)|reporters|journalists|somebody|someone|this (?:newspaper|paper|reporter)) (?:then |also |had |once |twice |again )*asked (?:[\\p{L}.’'-]+ ){1,5}?(?<question2>${INTERROGATIVE})\\b`,
  "iu",
);

/** Words by which an answer is one after all. */
export const ANSWERS =
  /^(?:\W*(?:yes|no|yeah|nope|never|certainly|of course|absolutely|indeed|definitely|exactly|correct|right|true|false|maybe|perhaps|probably|not\b)\b)|\b(?:yes|no),/i;

/** What kind of answer a question wants: a figure, a time, somebody's name, yes or no, or anything. */
type Wanted = "figure" | "time" | "name" | "whether" | "about" | "anything";

const NUMERAL =
  "\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|once|twice)\\b";
const FIGURE = new RegExp(
  `${NUMERAL}|\\b(?:none|nobody|nothing|all|every|each|both|many|few|most|several|a couple|a handful|enough|more|less|fewer|too (?:many|much|few|little)|plenty)\\b`,
  "iu",
);
const TIME = new RegExp(
  `${NUMERAL}|\\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|today|tomorrow|yesterday|tonight|now|then|soon|later|already|never|always|after|before|when|once|until|till|since|during|next|last|ago|early|earlier|minutes?|hours?|days?|weeks?|months?|years?|nights?|evenings?|mornings?|easter|christmas|noon|midnight|in (?:due|good) (?:course|time))\\b`,
  "iu",
);
/** A year places something in time and counts nothing. */
const YEAR = /\b(?:1[5-9]|20)\d\d\b/g;
const UNSURE =
  /\b(?:yes|no|not|never|nobody|none|nothing|neither|nor|cannot|unaware|unsure|perhaps|maybe|probably|possibly|(?:is|was|be|seems|['’]s|quite) possible|may|might|likely|unlikely|certain(?:ly)?|sure|of course|depends?|idea)\b|n['’]t\b/i;
/** A reply that begins by pointing to what was asked, or to what its speaker did or was. */
const POINTS_BACK =
  /^(?:(?:it|this|that|these|those|they|there|such|so|both|all)\b|(?:he|she|i|we)(?:['’]\w+\b| (?:\w+ly |never |always |still |just )*(?:did|do|does|was|were|is|am|are|(?:has|have|had)(?! (?:an?|the|our|my|some|many|several|good|two|three)\b)|will|would|shall|can|could|may|might|must|should|know|knew|think|thought|believe|hope|saw|see)\b))|^(?:\S+ ){1,4}(?:it|this|these|those|them|so|that(?=['’]s| (?:is|was|has|had|will|would|did|does))|that(?=[.,;?!]|$))\b/i;
/** "the fund would": what was asked stands for the rest. */
const LEFT_OUT =
  /\b(?:would|did|had|has|have|was|were|is|are|will|could|can|does|do|should|must|might)(?: not)?\W*$/i;

/** Of several sentences the last that asks. */
const asking = (question: string): string =>
  question.split(/(?<=[.!?])\s+/).findLast((one) => one.includes("?")) ?? question;

/** What a question wants, by its interrogative. */
function wantedBy(question: string): Wanted {
  // "And will you …", "Minister, did he …": who is spoken to asks nothing.
  const words = question
    .replace(/^[\s"“”‘’'—–-]+/, "")
    .replace(/^(?:and|but|so|then|well|or)\b,?\s+/i, "")
    .replace(/^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,3}, (?=\p{L})/u, "");
  const found =
    /\b(?:how (?:many|much|long|far|old|high|hot|big|large|fast|often|deep|wide|tall)|(?:what|which) (?:percentage|share|number|sum|temperature|price|figure|amount|speed)|when|at what (?:time|hour)|(?:what|which) (?:day|date|year|month|hour|time)|since when|by when|whom?|whose|which|whether|if|about)\b/i.exec(
      words,
    );
  const first = found?.[0].toLowerCase() ?? "";
  // "Did you know when …?" wants a yes or a no; "what happened when …" anything.
  const before = found ? words.slice(0, found.index) : words;
  if (/\b(?:why|how|what|where)\b/i.test(before.replace(/\b(?:to|in|at) what$/i, ""))) return "anything";
  if (
    /^(?:did|do|does|is|are|was|were|will|would|can|could|has|have|had|may|might|shall|should|must)\b/i.test(
      words,
    )
  )
    return "whether";
  if (first === "") return "anything";
  if (
    /^(?:how|(?:what|which) (?:percentage|share|number|sum|temperature|price|figure|amount|speed))/.test(
      first,
    )
  )
    return "figure";
  if (/^(?:when|at|since|by|(?:what|which) )/.test(first)) return "time";
  if (/^(?:wh(?:om?|ose)|which)/.test(first)) return "name";
  return first === "about" ? "about" : "whether";
}

/**
 * Does a reply give nothing of what was asked? Only where the question tells what would be an answer, and the reply neither has
 * it, nor takes up a word of the question, nor says that it can't be known.
 */
export function dodges(question: string, reply: string): boolean {
  const put = asking(question);
  const said = reply.replace(/^[\s"“”‘’',;:—–-]*(?:that )?["“‘']?/, "").trim();
  if (said === "" || LEFT_OUT.test(said)) return false;
  const wanted = wantedBy(put);
  if (wanted === "anything") return false;
  const given = rootsIn(said);
  if (given.size === 0 || sharedRoots(rootsIn(put), given) > 0) return false;
  const plain = said.replace(YEAR, " ");
  if (UNSURE.test(plain)) return false;
  if (wanted === "figure") return !FIGURE.test(plain);
  if (wanted === "time") return !TIME.test(said);
  if (wanted === "name") return !NAME.test(said);
  // "What a fine harbour this is": an exclamation points at what is in sight.
  if (POINTS_BACK.test(said) && !/^what an? /i.test(said)) return false;
  if (wanted === "whether") return true;
  // Of a name that is asked about, an answer speaks by name or pronoun.
  return (
    NAME.test(`about ${put.replace(/^.*?\babout\b/i, "")}`) &&
    !/\b(?:he|she|they|it|him|her|them|his|their|its|who|which)\b/i.test(said)
  );
}

/** A name, but for a word that may have its capital from the place where it stands. */
const NAME = /(?<=[^.!?“"‘]\s)\p{Lu}\p{Ll}/u;

const SAYING =
  "(?:said|says|replied|answered|responded|insisted|remarked|observed|added|told (?:me|us|(?:[\\p{L}.’'-]+ ){0,3}?\\p{L}+))";
const BEFORE_SAYING = new RegExp(`\\b${SAYING}(?: only| merely| simply)?[,:]? (?:that )?(?=\\p{L})`, "iu");
const AMID_SAYING = new RegExp(
  `, (?:he|she|they|it|(?:\\p{L}+\\.? )?\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)*) ${SAYING}(?:,|(?=\\W*$))`,
  "u",
);

/** What a report's sentence gives as the reply: its quotation, else all but the words of saying. */
export function replyIn(text: string): string | null {
  const quoted = [...text.matchAll(/[“"«„]([^“”"«»„]+)[”"»]/g)].map((match) => match[1]!);
  if (quoted.length > 0) return quoted.join(" ");
  const amid = AMID_SAYING.exec(text);
  if (amid && amid.index > 0) return text.replace(amid[0], " ").replace(/\s+/g, " ");
  const said = BEFORE_SAYING.exec(text);
  return said ? text.slice(said.index + said[0].length) : null;
}

/** What an asker says who got no answer. */
export const REBUKE =
  /\b(?:not an answer|no answer|(?:did|have|has)(?: not|n['’]t) answer(?:ed)?|answer (?:the|my) question|(?:not|n['’]t) (?:quite |really )?(?:what (?:i|we) asked|(?:the|my|our) question)|my question was|(?:i|we) (?:had |have )?asked (?:an?|the|you) (?:\w+ )?(?:simpler|simple|different|another|easier|plain)|(?:was|were) asked (?:how|whether|what|when|who|where|why|which|about|if)\b|dodg|evad)/i;

/** Words that take up an open question in talk: the speaker's own doings, what was asked pointed back to, figures. */
const TAKEN_UP =
  /\b(?:i|we|my|our|me|us|it|that|they|them|there|yes|no|not|never|nobody|none|nothing)\b|n['’]t\b|\d/i;
/** "Until this spring": a piece of a sentence that only the question makes whole. */
const ELLIPSIS =
  /^\W*(?:as of|until|till|since|in|on|at|after|before|from|because|by|to|for|with|under|over|about|around|every|all|both|only|just|almost|nearly)\b/i;
/** Turns the talk to something else by saying so. */
const ELSEWHERE =
  /\b(?:what (?:matters|counts|i can (?:say|tell))|the (?:important|real|main|only) (?:thing|question|point|issue) (?:here )?is|let(?:['’]s| us| me) (?:talk|speak|not|look|stick|concentrate|focus|remind|ask|say|tell)|(?:i|we)(?: am|['’]m| are|['’]re) here to|next question|(?:good|interesting|fine|excellent) question|(?:have|did|would|do|are|were) you (?:ever )?)\b/i;

/** "There is a jury for that": whose business it is, instead of what was asked. */
const OTHERS_DO =
  /^\W*there(?: is|['’]s| are) (?:an? |the )?(?:\p{L}+ )?(?:jury|courts?|judges?|tribunal|committee|commission|inquiry|prosecutors?|police|investigators|board|panel|procedure|process|department|office|referees?|lawyers) for (?:that|this|it|such)\b/iu;

/** "I was not in the hall": who asks is told where the speaker was, or what he is, not what happened. */
const NO_WITNESS =
  /^\W*i(?: was(?: not|n['’]t)? (?:(?:there|present|away|abroad|outside|upstairs|downstairs|asleep)\b|(?:in|at|on|inside) (?:the|my|another|bed)\b)|(?: am|['’]m) (?:an? |only |just |not an? |no )(?:\p{L}+ ){0,2}?\p{L}+(?: and (?:not an?|no) \p{L}+)?\s*[.!])/iu;
/** "You have the readout", "I leave law to the lawyers": where the answer is to be had, or whose trade it is. */
const ELSEWHERE_TOLD =
  /^\W*(?:you have (?:the|our|my) (?:readout|statement|release|communiqu[ée]|press release|report|minutes|text)\b(?=\W*(?:$|[.!]))|(?:i|we) leave \p{Ll}+ to (?:the )?\p{Ll}+(?=\W*(?:$|[.!])))/iu;

/** Does a turn answer the question before it with something else? */
export function passesBy(question: string, turn: string): boolean {
  const put = asking(question);
  if (OTHERS_DO.test(turn) || ELSEWHERE_TOLD.test(turn)) return true;
  if (NO_WITNESS.test(turn) && !/\byou(?:r|rs)?\b/i.test(put) && unlike(put, turn)) return true;
  if (turn.split(/\s+/).length < 5 || ELLIPSIS.test(turn)) return false;
  const wanted = wantedBy(put);
  if (wanted !== "anything" && wanted !== "about") return dodges(put, turn);
  if (TAKEN_UP.test(turn) || TIME.test(turn)) return false;
  return unlike(put, turn);
}

/** True where a reply has no root of a question. */
function unlike(question: string, turn: string): boolean {
  return sharedRoots(rootsIn(question), rootsIn(turn)) === 0;
}

/** Does a turn lead away from the question by its own words, or ask back something else? */
export function turnsAway(question: string, turn: string): boolean {
  if (UNSURE.test(turn.split(/[.!?]/)[0] ?? "")) return false;
  const asksBack =
    /^[^.!]*\?\W*$/.test(turn) && turn.split(/\s+/).length > 3 && !/\b(?:why|what|who|how)\b/i.test(turn);
  return (asksBack || ELSEWHERE.test(turn.split(/(?<=[.!?])\s/)[0] ?? "")) && unlike(asking(question), turn);
}
