/**
 * Cue words and what they say: kind of statement and act, by format.md's definitions. Collected from the reporting
 * words of English (PARC 3's and PolNeAR's guidelines name the classes; Levin 1993, classes 37 and 29–33).
 * The first column that fits a lemma wins; special readings stand in `phrases.ts` and `reading.ts`.
 */
import type { Act, StatementKind } from "../model.ts";

export interface Sense {
  kind: StatementKind;
  act: Act;
}

function table(rows: [StatementKind, Act, string][]): ReadonlyMap<string, Sense> {
  const out = new Map<string, Sense>();
  for (const [kind, act, lemmas] of rows)
    for (const lemma of lemmas.trim().split(/\s+/)) if (!out.has(lemma)) out.set(lemma, { kind, act });
  return out;
}

export const VERBS = table([
  [
    "speech",
    "assert",
    `say tell write add note state explain remark observe comment mention reply respond answer retort continue recall
    recount relate report argue claim contend maintain insist assert declare affirm stress emphasize emphasise underline
    underscore highlight reiterate repeat restate testify attest describe characterize characterise portray depict call
    label brand dub term joke quip tweet retweet post email e-mail text blog cite quote refer reference indicate signal
    hint imply show find conclude determine estimate calculate rate record read demonstrate prove illustrate summarize
    summarise detail outline list specify clarify elaborate discuss talk speak address debate tout boast brag trumpet gush
    muse opine posit theorize theorise mutter murmur shout yell scream cry chant exclaim interject inform
    notify brief remind attribute ascribe identify publish document compare liken equate allude narrate broadcast
    echo apologize apologise persuade convince preach proclaim pronounce profess purport present recite relay share
    suggest counter interpret stipulate contrast articulate write depose tally count put reason caption message
    volunteer downplay characterise crow chuckle sigh sniff snap bark growl drawl deadpan intone enthuse sob plead`,
  ],
  ["speech", "deny", "deny refute disavow disclaim gainsay dispute contest contradict"],
  [
    "speech",
    "confirm",
    `confirm corroborate verify reaffirm acknowledge admit confess validate authenticate substantiate certify vouch
    uphold avow`,
  ],
  ["speech", "accept", "accept concede"],
  [
    "speech",
    "reject",
    `reject dismiss rebut rebuff spurn rubbish repudiate refuse disagree discount debunk renounce disown
    veto object overrule discredit impugn belie pooh-pooh nix disapprove dissent`,
  ],
  ["speech", "doubt", "question challenge second-guess equivocate waffle hedge"],
  ["speech", "allege", "allege insinuate rumor rumour whisper"],
  ["speech", "accuse", "accuse blame charge fault implicate indict sue incriminate finger impute prosecute"],
  ["speech", "warn", "warn caution alert forewarn"],
  ["speech", "expect", "predict forecast project prophesy foretell speculate"],
  ["belief", "expect", "expect anticipate foresee envision envisage await dread"],
  [
    "speech",
    "announce",
    `announce unveil disclose reveal divulge publicize publicise release rule decree nominate appoint name introduce
    inaugurate schedule launch initiate`,
  ],
  ["speech", "promise", "promise pledge vow assure reassure guarantee swear undertake commit"],
  ["speech", "threaten", "threaten menace"],
  [
    "speech",
    "demand",
    `demand urge order command instruct direct require exhort compel summon press push lobby campaign mandate prod
    clamor clamour oblige entreat forbid ban prohibit agitate`,
  ],
  ["speech", "propose", "propose recommend advise advocate offer float counsel encourage invite pitch moot"],
  [
    "speech",
    "ask",
    "ask inquire enquire query request beg implore appeal petition beseech quiz pose solicit interrogate invoke grill",
  ],
  ["speech", "agree", "agree concur"],
  [
    "speech",
    "praise",
    `praise hail applaud laud welcome commend thank congratulate salute extol acclaim celebrate honor honour endorse
    appreciate champion compliment cheer defend glorify credit exalt eulogize toast`,
  ],
  [
    "speech",
    "criticise",
    `criticize criticise condemn denounce slam blast attack assail mock deride ridicule decry lament bemoan deplore complain
    rail bash chide rebuke scold berate lambaste lambast excoriate castigate reprimand reprove censure disparage belittle
    knock pan eviscerate chastise fume rant protest grumble savage skewer taunt insult lampoon scorn scoff jab trash
    admonish upbraid bristle smear vilify hammer pillory lash reproach satirize satirise gripe moan bemoan confront`,
  ],
  ["speech", "decline", "decline demur dodge evade sidestep duck deflect stonewall"],
  [
    "belief",
    "believe",
    `believe think know feel consider regard view see hear learn discover realize realise understand recognize recognise
    assume suppose presume imagine guess reckon suspect fear worry remember forget notice perceive sense judge deem
    figure seem appear look sound trust bet rue regret love hate dislike despise resent like admire conceive
    surmise infer gather hold contemplate ponder care agonize envy watch`,
  ],
  ["belief", "doubt", "doubt distrust mistrust disbelieve"],
  ["belief", "ask", "wonder"],
  ["belief", "reject", "oppose"],
  [
    "intention",
    "want",
    `want wish hope plan intend aim seek try attempt desire prefer favor favour yearn aspire decide resolve choose opt
    strive prepare struggle vie vote bid support back need mean plot scramble itch strategize endeavor endeavour`,
  ],
]);

export const NOUNS = table([
  ["speech", "deny", "denial disavowal disclaimer refutation"],
  ["speech", "confirm", "confirmation admission acknowledgment acknowledgement confession reaffirmation"],
  ["speech", "accept", "acceptance concession"],
  ["speech", "reject", "rejection dismissal refusal objection rebuttal disagreement veto repudiation"],
  ["speech", "accuse", "accusation charge blame indictment lawsuit suit"],
  ["speech", "allege", "allegation insinuation innuendo rumor rumour"],
  ["speech", "warn", "warning caution alert"],
  ["speech", "expect", "prediction forecast projection prophecy speculation"],
  ["belief", "expect", "expectation anticipation confidence outlook"],
  ["speech", "announce", "announcement disclosure revelation ruling proclamation verdict decree unveiling"],
  ["speech", "promise", "promise pledge vow assurance reassurance guarantee commitment undertaking oath"],
  ["speech", "threaten", "threat ultimatum"],
  ["speech", "demand", "demand order command injunction instruction"],
  ["speech", "propose", "proposal offer recommendation advice invitation"],
  ["speech", "ask", "request appeal plea query inquiry enquiry petition question"],
  ["speech", "agree", "agreement accord"],
  [
    "speech",
    "praise",
    "praise endorsement compliment tribute thanks gratitude congratulation applause defense defence",
  ],
  [
    "speech",
    "criticise",
    "criticism condemnation complaint rebuke critique protest attack denunciation outcry censure outrage indignation",
  ],
  [
    "speech",
    "assert",
    `claim statement assertion contention argument remark comment declaration account testimony explanation description
    report observation message response reply answer suggestion version insistence story tweet hint quote
    characterization characterisation finding conclusion word`,
  ],
  ["belief", "doubt", "doubt skepticism scepticism reservation misgiving uncertainty"],
  [
    "belief",
    "believe",
    `belief view opinion conviction idea notion assumption fear worry concern suspicion impression understanding theory
    knowledge judgment judgement sense feeling consensus perception regret alarm`,
  ],
  ["belief", "reject", "opposition hostility resistance"],
  [
    "intention",
    "want",
    `hope wish desire plan intention intent aim goal ambition effort attempt bid willingness readiness interest decision
    resolve determination preference support eagerness reluctance aspiration`,
  ],
]);

export const ADJECTIVES = table([
  ["belief", "expect", "confident expected optimistic pessimistic likely bound"],
  [
    "belief",
    "believe",
    `convinced certain sure aware worried concerned afraid fearful mindful persuaded alarmed anxious
    considered seen known thought believed`,
  ],
  ["belief", "doubt", "unsure uncertain skeptical sceptical doubtful unclear unconvinced dubious wary"],
  [
    "intention",
    "want",
    "willing ready eager keen determined prepared poised hopeful supportive intent supporter",
  ],
  ["intention", "reject", "unwilling reluctant loath"],
  ["speech", "assert", "adamant emphatic categorical"],
  ["speech", "criticise", "critical scathing dismissive"],
  ["belief", "criticise", "angry furious upset outraged indignant dismayed disappointed frustrated unhappy"],
  ["belief", "praise", "proud glad pleased grateful happy delighted thankful"],
  ["belief", "reject", "opposed against hostile opponent"],
  ["speech", "decline", "silent mum noncommittal evasive unavailable coy tight-lipped"],
]);

export const ADVERBS = table([
  ["speech", "assert", "reportedly according per via"],
  ["speech", "allege", "allegedly supposedly purportedly"],
  ["belief", "believe", "apparently seemingly evidently"],
]);

/** Verbs of giving an answer: not doing them is declining ("would not discuss"). */
export const ANSWERING: ReadonlySet<string> = new Set(
  `say comment discuss answer elaborate specify name identify confirm deny speak talk respond reply address disclose
  reveal explain speculate describe characterize characterise detail clarify divulge state tell rule expand provide give
  release share offer predict estimate mention engage take be`.split(/\s+/),
);

/** Verbs that pass the act of the verb behind them through: "went on to say", "appeared to deny". */
export const THROUGH: ReadonlySet<string> = new Set(
  `continue go begin start appear seem keep proceed use help come rush hasten hurry move like love tend prepare dare
  venture choose`.split(/\s+/),
);

/** Verbs that add nothing to the noun behind them: "made a promise", "issued a denial", "voiced doubts". */
export const LIGHT: ReadonlySet<string> = new Set(
  `make issue give voice express raise offer level repeat send sound lodge file deliver have put release reiterate
  convey renew pose utter air state register leak publish mount join draw face`.split(/\s+/),
);
