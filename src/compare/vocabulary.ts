import { stemOf } from "./language.ts";

const set = (words: string) => new Set(words.trim().split(/\s+/));

/** Words that carry no topic. */
export const STOP_WORDS = set(`
a an the this that these those such some any each every either neither both all no not never none nothing nobody
i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself himself
herself itself ourselves themselves who whom whose which what when where why how whether if then than so as
and or but nor yet for of in on at by to from with without within into onto upon about above below over under
between among through during before after since until till against toward towards across along around off out up
down near per via be is are was were been being am have has had having do does did doing done will would shall
should can could may might must ought let get got make made go goes went come came say said says tell told also
too very just only even still already again ever there here now soon later ago once more most less least much many
few lot lots own same other another else rather quite really well back away together however therefore thus
because although though while whereas unless despite except like unlike according mr mrs ms dr sir lady lord
one ones thing things way time times day today yesterday tomorrow week month year hour minute second
january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday a.m. p.m. am pm 's ' s t re ve ll d m
percent per cent percentage hundred thousand million billion trillion dozen half third quarter
add ask call note reply answer speak write announce state declare comment statement report account version word
`);

/** Verbs that leave their meaning to the noun beside them ("gave his word", "took the decision"). */
export const LIGHT_VERBS = set(
  "be have do make take give get put go come hold keep bring pay issue set become remain seem appear stand",
);

/** Verbs that, beside an event noun, say little themselves: "tendered her resignation", "voiced regret". */
export const SUPPORT_VERBS = set(
  "tender offer submit hand voice express launch conduct carry deliver extend lodge file write sign commit show provide reach raise state repeat receive undertake find see report order call announce",
);

/** Nouns that only hold another: "a letter of resignation", "a sign of damage". */
export const CONTAINER_NOUNS = set(
  "letter sign word act statement offer piece kind form lack number series threat risk case round state sort evidence trace",
);

/** Words that negate the clause they stand in. */
export const NEGATORS = set("not no never none nobody nothing neither nor nowhere n't without");

/** Words that weaken a claim. "will" and "would" do not. */
export const HEDGES = set(`
may might perhaps possibly probably likely unlikely apparently seemingly seem appear suggest presumably
allegedly reportedly maybe potential potentially possible suspect tend partly somewhat
`);

/** Verbs that negate what follows them: "failed to warn", "refused to confirm", "denied having met". */
export const NEGATING_VERBS = set(
  "fail refuse decline deny reject dispute rule_out avoid stop prevent forget cease dismiss rebut refute",
);

/** Verbs of saying and thinking: what follows them inside a content is somebody's claim at second hand. */
export const REPORTING_VERBS = set(`
say tell inform notify advise remind assure brief instruct claim assert insist maintain argue contend allege accuse deny admit concede acknowledge confirm announce
declare state report note add explain reply answer respond write believe think suspect fear hope expect warn promise
pledge vow assure threaten propose suggest demand ask urge request call accept reject dismiss agree complain recall
remark testify estimate predict forecast conclude
`);

/** Subordinators and relative words: a verb behind one is not the clause's own. */
export const SUBORDINATORS = set(
  "that which who whom whose when where whether if because after before while although though since until unless as how why what once than whereas",
);

const DERIVED: Record<string, string> = {
  denial: "deny",
  decision: "decide",
  payment: "pay",
  agreement: "agree",
  refusal: "refuse",
  apology: "apologise",
  apologize: "apologise",
  arrival: "arrive",
  withdrawal: "withdraw",
  explosion: "explode",
  injury: "injure",
  loss: "lose",
  growth: "grow",
  death: "die",
  dead: "die",
  proof: "prove",
  belief: "believe",
  knowledge: "know",
  choice: "choose",
  sale: "sell",
  flight: "flee",
  gift: "give",
  speech: "speak",
  warning: "warn",
  threat: "threaten",
  complaint: "complain",
  admission: "admit",
  permission: "permit",
  suspicion: "suspect",
  conclusion: "conclude",
  intention: "intend",
  extension: "extend",
  invasion: "invade",
  collision: "collide",
  reduction: "reduce",
  production: "produce",
  approval: "approve",
  removal: "remove",
  dismissal: "dismiss",
  proposal: "propose",
  closure: "close",
  failure: "fail",
  departure: "depart",
  pressure: "press",
  interference: "interfere",
  difference: "differ",
  resistance: "resist",
  acceptance: "accept",
  assistance: "assist",
  attendance: "attend",
  assurance: "assure",
  instalment: "installment",
  inquiry: "enquire",
  enquiry: "enquire",
  discovery: "discover",
  delivery: "deliver",
  recovery: "recover",
  threatened: "threaten",
  damaged: "damage",
  tonne: "ton",
};

/** The root that a lemma shares with its derivations, for matching only: "denial" and "deny" → "deni". */
export function rootOf(lemma: string): string {
  const base = DERIVED[lemma] ?? BRITISH[lemma] ?? lemma;
  const plain = base
    .replace(/isation$/, "ization")
    .replace(/yse$/, "yze")
    .replace(/'s$/, "");
  return stemOf(KEEP_ISE.has(plain) ? plain : plain.replace(/ise$/, "ize"));
}

const KEEP_ISE = set(
  "promise raise rise arise praise noise precise concise wise otherwise exercise advise revise supervise surprise compromise devise disguise premise expertise franchise enterprise merchandise cruise bruise poise appraise comprise excise improvise televise despise demise treatise paradise",
);

const BRITISH: Record<string, string> = {
  defence: "defense",
  offence: "offense",
  licence: "license",
  favour: "favor",
  labour: "labor",
  neighbour: "neighbor",
  harbour: "harbor",
  honour: "honor",
  behaviour: "behavior",
  colour: "color",
  centre: "center",
  metre: "meter",
  litre: "liter",
  theatre: "theater",
  programme: "program",
  cheque: "check",
  judgement: "judgment",
};
