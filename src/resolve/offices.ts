/** What offices are called, which mean the same, and what people are called in passing. */

/** Nouns that stand for each other, each under one name. */
const SAME: Record<string, string> = {
  spokesperson: "spokes",
  spokesman: "spokes",
  spokeswoman: "spokes",
  chairman: "chair",
  chairwoman: "chair",
  chairperson: "chair",
  lawyer: "lawyer",
  attorney: "lawyer",
  counsel: "lawyer",
  solicitor: "lawyer",
  adviser: "adviser",
  advisor: "adviser",
  aide: "adviser",
  premier: "prime-minister",
  pm: "prime-minister",
  ceo: "chief-executive",
  cfo: "chief-financial-officer",
  coo: "chief-operating-officer",
  gov: "governor",
  sen: "senator",
  rep: "representative",
  dr: "doctor",
  prof: "professor",
  gen: "general",
  det: "detective",
  sgt: "sergeant",
  insp: "inspector",
  supt: "superintendent",
  col: "colonel",
  maj: "major",
  capt: "captain",
  lt: "lieutenant",
  adm: "admiral",
  rev: "reverend",
  cllr: "councillor",
  pc: "constable",
};

/** What people are called in passing, whoever they are: "the midfielder", "the 51-year-old". */
export const EPITHET =
  /^(?:midfielder|striker|defender|goalkeeper|keeper|winger|forward|gaffer|boss|skipper|captain|actor|actress|singer|author|novelist|writer|pensioner|veteran|newcomer|champion|businessman|businesswoman|father-of-\w+|mother-of-\w+|\d+-year-old|teenager|politician|lawmaker|scientist|biologist|farmer|cleric|tycoon|billionaire|engineer|artist|musician|player|driver|teacher)$/;

export const RULERS = new Set(
  "president minister premier king queen chancellor emperor prime-minister chief executive chair director leader head governor mayor".split(
    " ",
  ),
);

export const GENERIC = new Set(
  "man woman person leader politician official figure newcomer veteran boy girl lady gentleman author candidate suspect defendant".split(
    " ",
  ),
);

/** What makes another office of an office. */
export const RANKS = ["prime", "deputy", "vice"];

/** One word for nouns that mean the same office. */
export function office(word: string): string {
  return SAME[word] ?? word;
}

/** Wider words for what titles and roles tell: "the officer" for a sergeant, "the judge" for Mr Justice Farrell. */
const WIDER: readonly [RegExp, RegExp][] = [
  [
    /^(?:officer|policeman|policewoman)$/,
    /^(?:detective|sergeant|inspector|constable|superintendent|dc|ds|di|dci|dsu|captain|lieutenant|sheriff)$/,
  ],
  [
    /^(?:officer|soldier|commander)$/,
    /^(?:general|colonel|major|captain|lieutenant|sergeant|admiral|brigadier|corporal|marshal)$/,
  ],
  [/^judge$/, /^(?:justice|magistrate|recorder|coroner)$/],
  [/^justice$/, /^judge$/],
  [
    /^(?:vicar|priest|pastor|cleric|clergyman|minister|parson|churchman|rector)$/,
    /^(?:reverend|father|canon|bishop|archbishop|vicar|rector|pastor|imam|rabbi|monsignor|dean)$/,
  ],
  [/^(?:doctor|physician|medic|surgeon|gp)$/, /^(?:doctor|surgeon|physician|gp|consultant)$/],
  [/^(?:academic|scholar|scientist|researcher|lecturer)$/, /^(?:professor|doctor|lecturer|fellow|reader)$/],
  [
    /^(?:politician|lawmaker|legislator|parliamentarian)$/,
    /^(?:senator|congressman|congresswoman|representative|mp|deputy|councillor|delegate|minister|governor|mayor)$/,
  ],
  [/^(?:lawyer|barrister|advocate)$/, /^(?:lawyer|barrister|advocate|prosecutor|qc|kc)$/],
  [/^(?:diplomat|envoy)$/, /^(?:ambassador|envoy|consul|diplomat|attach[eé])$/],
  [
    /^(?:executive|businessman|businesswoman|manager|boss|chief)$/,
    /^(?:chief-executive|executive|chair|director|founder|owner|president)$/,
  ],
  [/^head-of-state$/, /^(?:president|king|queen|emperor|emir|sultan|monarch)$/],
  [/^head-of-government$/, /^(?:prime-minister|chancellor)$/],
  [/^(?:aristocrat|peer)$/, /^(?:lord|lady|baron|baroness|duke|duchess|count|countess|earl)$/],
];

/** True where the head of a description is a wider word for one of the offices. */
export function isWider(head: string, offices: ReadonlySet<string>): boolean {
  return WIDER.some(
    ([wide, narrow]) => wide.test(head) && [...offices].some((office) => narrow.test(office)),
  );
}

const COMPOUNDS: readonly [key: string, ...words: string[]][] = [
  ["prime-minister", "prime", "minister"],
  ["chief-executive", "chief", "executive"],
  ["chief-executive", "managing", "director"],
  ["chief-financial-officer", "chief", "financial", "officer"],
  ["chief-financial-officer", "finance", "chief"],
  ["chief-financial-officer", "finance", "director"],
  ["chief-operating-officer", "chief", "operating", "officer"],
  ["chief-of-staff", "chief", "staff"],
  ["head-of-state", "head", "state"],
  ["head-of-government", "head", "government"],
];

/**
 * The offices that head nouns and the words around them tell, each under one name: "Prime Minister", "premier" and "PM" are one.
 * A compound stands beside its noun, since "the minister" may be the prime minister.
 */
export function officesOf(heads: Iterable<string>, words: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const head of heads) found.add(office(head));
  const has = (word: string) => words.has(word) || found.has(word);
  for (const [key, ...parts] of COMPOUNDS) if (parts.every(has)) found.add(key);
  return found;
}

/** The one office that a description tells, a compound before its noun: "the finance director". */
export function officeOf(head: string, modifiers: readonly string[]): string {
  const words = new Set([head, ...modifiers]);
  const compound = COMPOUNDS.find(([, ...parts]) => parts.every((part) => words.has(part)));
  return compound ? compound[0] : office(head);
}

/** Nouns of kin and company, which say nothing about anybody's office. */
export const KIN =
  /^(?:ex-|step|half-|grand)?(?:wife|husband|partner|son|daughter|father|mother|mum|mom|dad|brother|sister|aunt|uncle|cousin|nephew|niece|widow|widower|fiance|fiancee|girlfriend|boyfriend|spouse|child|parent|twin|friend|colleague|neighbou?r)(?:-in-law)?$/;

/** Offices that a text may bring in with "the" though nobody has been named: there is only one. */
export const UNIQUE =
  /^(?:president|minister|secretary|mayor|governor|judge|justice|court|prosecutor|coroner|chancellor|premier|king|queen|pope|chair|chairman|chairwoman|speaker|spokes\w+|commissioner|ambassador|defendant|plaintiff|chief|director|executive|head|official|officer|editor|owner|landlord|inspector|regulator|source|victim|suspect|sheriff|collector|magistrate|foreman|foreperson|clerk|whistleblower|buyer|seller|driver|pilot|caller|neighbou?r|other|envoy|deputy|treasurer|registrar|bishop|mediator|referee|ref|moderator|operator|bidder|developer|contractor|supplier|agent|lawyer|attorney|counsel|barrister|solicitor|reporter|interviewer|father|mother|mum|dad|husband|wife|son|daughter|brother|sister|child|kid|baby|boy|girl|host|opponent|client|patient|customer|ombudsman|representative|delegate)$/;

/** True where a word tells one minister, secretary or chief from another. */
export function isPortfolio(word: string): boolean {
  return /^(?:chief|joint|permanent|general|foreign|interior|defen[cs]e|finance|justice|health|labou?r|education|trade|energy|water|transport|agriculture|environment|culture|home|economy|prime|deputy|vice|state|treasury|affairs|press|police|fire|union|company|security|housing|sports?|science|tourism|industry|commerce|fisheries|mining|railways?)$/.test(
    word,
  );
}
