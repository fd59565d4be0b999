import type { Entity } from "./entity.ts";

/** What kind of body a name or a noun tells of. */
type BodyClass =
  | "company"
  | "union"
  | "club"
  | "party"
  | "charity"
  | "media"
  | "school"
  | "hospital"
  | "court"
  | "office"
  | "bank";

const NAMES: readonly [BodyClass, RegExp][] = [
  [
    "company",
    /^(?:inc|corp|co|ltd|llc|plc|gmbh|ag|sa|spa|nv|company|corporation|firm|group|holdings?|chemicals?|industries|partners|systems|technolog(?:y|ies)|foods|motors|airlines?|airways|railways?|rail|railroad|lines?|energy|power|pharma(?:ceuticals)?|laboratories|steel|mining|shipping|works|mechanical|electric|logistics|software|brewery|capital|ventures|insurance|homes|stores|markets|freight|terminals|ferries|instruments|semiconductors|paints|dairy|maker|producer|manufacturer|supplier|retailer|carrier|airline|operator|utility|contractor|developer|insurer|publisher|lender|brewer|grocer|distributor|chain|startup|start-up)$/,
  ],
  ["bank", /^(?:bank|lender)$/],
  ["union", /^(?:union|local|workers|brotherhood|guild|federation|teamsters|employees|unison)$/],
  [
    "club",
    /^(?:club|team|united|rovers|athletic|city|town|wanderers|rangers|albion|fc|franchise|academicals|harriers|otters)$/,
  ],
  [
    "party",
    /^(?:party|labour|conservatives?|tories|democrats?|republicans?|greens|liberals?|movement|front|alliance|coalition|league)$/,
  ],
  [
    "charity",
    /^(?:trust|foundation|fund|charity|ngo|nonprofit|society|association|aid|relief|rescue|watch|rights|campaign|group)$/,
  ],
  [
    "media",
    /^(?:times|gazette|news|post|herald|tribune|ledger|courier|chronicle|observer|telegraph|guardian|sentinel|advertiser|standard|examiner|radio|television|tv|channel|network|broadcaster|newspaper|magazine|journal|mail|mirror|sun|star)$/,
  ],
  ["school", /^(?:university|college|school|academy|institute|polytechnic)$/],
  ["hospital", /^(?:hospital|clinic|infirmary)$/],
  ["court", /^(?:court|tribunal|bench)$/],
  [
    "office",
    /^(?:ministry|department|office|bureau|agency|authority|commission|council|committee|board|government|parliament|senate|assembly|police|army|navy|service|directorate|secretariat|inspectorate|regulator|watchdog|constabulary|panel|inquiry)$/,
  ],
];

/** Which bodies a noun can pick up, and how well; `other` for bodies that nothing tells the kind of. */
const ASKED: readonly [RegExp, Partial<Record<BodyClass | "other", number>>][] = [
  [
    /^(?:company|corporation|firm|manufacturer|maker|producer|supplier|retailer|carrier|airline|operator|utility|contractor|developer|insurer|publisher|conglomerate|holding|brewer|grocer|distributor|chain|brand|railroad|railway|bidder|suitor|buyer|exporter|importer|wholesaler|vendor|startup|start-up|giant|employer)$/,
    { company: 0.9, bank: 0.7, other: 0.6 },
  ],
  [/^(?:lender|bank)$/, { bank: 0.95, other: 0.5 }],
  [/^group$/, { company: 0.7, charity: 0.8, union: 0.6, other: 0.65 }],
  [/^(?:union|guild|brotherhood)$/, { union: 0.95 }],
  [/^(?:club|team)$/, { club: 0.9, other: 0.5 }],
  [/^party$/, { party: 0.95 }],
  [
    /^(?:charity|ngo|nonprofit|foundation|trust|organi[sz]ation|campaign|body|institution)$/,
    { charity: 0.9, union: 0.5, office: 0.4, other: 0.6 },
  ],
  [/^(?:agency|regulator|watchdog)$/, { office: 0.5, charity: 0.3, other: 0.4 }],
  [/^(?:broadcaster|newspaper|paper|magazine|station|channel|outlet)$/, { media: 0.85, other: 0.35 }],
  [/^(?:university|college|school|academy)$/, { school: 0.9 }],
  [/^(?:hospital|clinic)$/, { hospital: 0.9 }],
];

const known = new WeakMap<Entity, { of: number; classes: Set<BodyClass> }>();

/** The kinds that an entity's names and roles tell. */
export function classesOf(entity: Entity): ReadonlySet<BodyClass> {
  const memo = known.get(entity);
  const size = entity.heads.size + entity.words.size;
  if (memo && memo.of === size) return memo.classes;
  const classes = new Set<BodyClass>();
  for (const word of [...entity.heads, ...entity.words]) {
    const bare = word.replace(/[’']s?$/, "");
    for (const [kind, pattern] of NAMES) if (pattern.test(bare)) classes.add(kind);
  }
  // "Brightwater Capital Trust" is a company, a "Workers’ Union of Railways" none
  if (classes.has("union") || classes.has("office")) classes.delete("company");
  known.set(entity, { of: size, classes });
  return classes;
}

/** How well a noun that is not in a body's name can pick it up. */
export function classFit(head: string, entity: Entity): number {
  const asked = ASKED.find(([pattern]) => pattern.test(head))?.[1];
  if (!asked) return 0;
  const classes = classesOf(entity);
  if (classes.size === 0) return asked.other ?? 0;
  return Math.max(0, ...[...classes].map((kind) => asked[kind] ?? 0));
}

/** True for nouns that a body is called by whatever its name. */
export function isBodyClass(head: string): boolean {
  return ASKED.some(([pattern]) => pattern.test(head));
}
