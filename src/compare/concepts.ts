import { stemOf } from "./language.ts";

/**
 * Words of news English that say nearly the same, and their opposites. General vocabulary: no names, no topics.
 * A line is one concept or two opposed ones parted by "|"; "+" or "-" after the name is the tone that reporting
 * it gives a meeting (conciliatory or hostile), used to see accounts that diverge without contradiction.
 */
const GROUPS = `
accept+ accept embrace endorse approve approval acceptance agree | reject- reject refuse rebuff spurn turn_down veto decline rejection refusal throw_out
admit+ admit acknowledge concede confess admission own_up recognise recognize | deny- deny denial dispute contest repudiate disavow contradict rebut refute
promise+ promise pledge vow undertake guarantee assure assurance commit commitment undertaking give_word keep_word word
threaten- threaten threat warn warning ultimatum
confront- confront challenge rebuke reproach scold berate upbraid confrontation
demand- demand insist ultimatum
thank+ thank praise commend applaud gratitude salute compliment hail
criticise- criticise criticize condemn denounce blame fault deplore blast slam lambast
accuse- accuse accusation charge allege allegation claim
regret+ regret apologise apologize apology sorry remorse
offer+ offer propose proposal suggest suggestion invite invitation
request ask request seek appeal urge call_for
support+ support back favour favor | oppose- oppose resist fight object opposition objection
welcome+ welcome appreciate
agree+ agree agreement accord concur consensus | disagree- disagree disagreement quarrel argue argument clash
rise rise increase grow climb gain jump soar expand surge growth higher up | fall fall decrease drop decline shrink slump plunge lower down reduce reduction below dip
raise raise lift boost hike | cut cut lower slash trim reduce
open open reopen reopening | close close shut closure closing closed
start start begin launch commence beginning | end end finish cease conclude die_down over stop
continue continue go_on persist proceed resume keep | stop stop halt pause suspend suspension interrupt interruption discontinue
win win victory triumph | lose lose loss defeat
arrive arrive reach come receive get enter arrival | leave leave depart departure
stay stay remain | quit leave quit go withdraw walk_out depart pull_out exit
resign resign step_down stand_down resignation quit | dismiss dismiss sack fire oust remove relieve dismissal removal
die die death dead kill fatality fatal deadly lose_life perish | survive survive alive survivor
injure injure injury wound hurt casualty
shoot shoot fire open_fire shot gunfire shooting volley
attack attack strike assault raid bomb shell bombard
allow allow permit let authorise authorize permission clear | forbid forbid ban bar prohibit block prevent prevention
true true accurate correct genuine truth authentic | false false untrue incorrect fabricate fabrication baseless mistaken fake unfounded
safe safe harmless safety | dangerous dangerous unsafe hazardous hazard risky danger risk
buy buy purchase acquire acquisition | sell sell sale
succeed succeed success successful | fail fail failure unsuccessful collapse
legal legal lawful | illegal illegal unlawful
guilty guilty guilt | innocent innocent innocence
include include inclusion | exclude exclude exclusion leave_out
work work function operate intact operational in_order working | broken break broken disconnect disconnected faulty out_of_order out_of_service defective disabled
attend attend present attendance take_part participate | absent absent skip boycott stay_away absence
strengthen strengthen improve improvement better bolster | weaken weaken worsen deteriorate worse deterioration
public public publish disclose reveal release publication | secret secret hide conceal withhold private confidential conceal
friendly+ friendly cordial constructive calm warm amicable productive | hostile- hostile tense heated angry shout bitter furious
voluntary voluntary willing voluntarily | forced force compel coerce pressure forced
permanent permanent | temporary temporary
peaceful peaceful peacefully | violent violent violence violently
free free release freed | detain detain arrest jail imprison hold custody
capture capture seize occupy take_over | withdraw withdraw withdrawal retreat pull_back
build build construct erect | destroy destroy demolish raze ruin
accident accident accidental accidentally unintended | deliberate deliberate intentional deliberately intentionally on_purpose
delay delay postpone put_off defer hold_off postponement | hasten hasten speed_up bring_forward accelerate
keep keep retain preserve maintain | abandon abandon scrap cancel drop axe call_off cancellation
join join | split split break_away
first first initiate | last last
majority majority most | minority minority few
enough enough sufficient adequate ample | short shortage insufficient inadequate lack scarce
approach approach contact sound_out court call telephone phone ring
cross cross across intrude trespass set_foot stray wander enter incursion
cause cause trigger spark due result prompt
responsible responsible responsibility blame culpable
plan plan intend aim schedule intention
meddle meddle meddling interfere interference
exaggerate exaggerate overstate inflate exaggeration | downplay downplay understate play_down minimise minimize
investigate investigate investigation inquiry enquiry probe examine examination inspect inspection review
protest protest demonstrate march rally demonstration
strike strike walkout stoppage walk_off
deal deal pact accord treaty agreement settlement
talk talk talks negotiation negotiate discuss discussion conversation dialogue
meet meet meeting summit
ceasefire ceasefire truce cease-fire armistice
fee fee price cost charge value
pay pay payment transfer instalment installment
sanction sanction penalty fine embargo
leak leak spill release escape
explosion explosion blast explode detonate detonation
blaze blaze fire burn inferno
flood flood inundate flooding
damage damage harm hurt impair
evacuate evacuate evacuation flee
fill fill impound filling fill_up store
pollute pollute contaminate pollution contamination
evidence evidence proof prove
mistake mistake error blunder
explain explain explanation account
letter letter document paper note
log log record register logbook
alarm alarm horn siren signal
sound sound ring go_off blare
person people person man woman resident civilian individual human
soldier soldier troop patrol serviceman trooper guard army military infantry
police police policeman constable
officer officer colonel captain major lieutenant commander sergeant general
worker worker employee staff crew colleague labourer laborer workforce
protester protester demonstrator marcher crowd
patient patient
child child pupil student youngster boy girl
doctor doctor physician medic surgeon
company company firm business maker corporation employer
government government administration cabinet
minister minister secretary ministry
vehicle vehicle truck lorry car van
ship ship vessel boat ferry trawler
plane plane aircraft jet airliner
factory factory plant works
hospital hospital clinic infirmary
court court tribunal judge
leader leader head chief boss president chairman chairwoman chair
border border frontier boundary demarcation
money money cash fund
dismissive- brush_off shrug_off
reassure+ reassure comfort soothe
cooperate+ cooperate collaborate work_together cooperation collaboration joint jointly
lie- lie deceive mislead liar
insult- insult mock ridicule
shake+ shake_hands handshake embrace
`;

interface Concept {
  id: number;
  opposite: number | null;
  tone: -1 | 0 | 1;
}

const concepts: Concept[] = [];
const byStem = new Map<string, number[]>();
const phrases = new Map<string, number[]>();

for (const line of GROUPS.trim().split("\n")) {
  const sides = line.split("|");
  for (const [i, side] of sides.entries()) {
    const [head, ...members] = side.trim().split(/\s+/);
    const id = concepts.length;
    const tone = head!.endsWith("+") ? 1 : head!.endsWith("-") ? -1 : 0;
    concepts.push({ id, opposite: sides.length < 2 ? null : i === 0 ? id + 1 : id - 1, tone });
    for (const member of members) {
      const table = member.includes("_") ? phrases : byStem;
      const key = member.includes("_") ? member.replaceAll("_", " ") : stemOf(member);
      const list = table.get(key) ?? [];
      if (!list.includes(id)) list.push(id);
      table.set(key, list);
    }
  }
}

/** Concepts of a stem, [] where it belongs to none. */
export function conceptsOf(stem: string): readonly number[] {
  return byStem.get(stem) ?? NONE;
}

const NONE: readonly number[] = [];

/** Concepts of a phrase of two or three lemmas ("turn down"), [] where it is none. */
export function conceptsOfPhrase(lemmas: string): readonly number[] {
  return phrases.get(lemmas) ?? NONE;
}

/** True where one concept is the listed opposite of the other. */
export function opposed(a: number, b: number): boolean {
  return concepts[a]!.opposite === b;
}

/** The tone that reporting the act gives a meeting: conciliatory 1, hostile -1, else 0. */
export function toneOf(concept: number): -1 | 0 | 1 {
  return concepts[concept]!.tone;
}
