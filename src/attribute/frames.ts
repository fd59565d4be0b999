/**
 * What the reporting verbs and nouns govern, for finding statements inside a content. Only words that report nearly
 * always when they stand in such a frame: a rule that sees fewer is better here than one that sees things.
 */

/**
 * `t` a that-clause, bare clause or quotation · `n` an object · `i` "to …" · `o` a hearer, then one of the others ·
 * `w` "whether …", "why …" · `g` "-ing" · `-prep` a preposition that belongs to the cue · `0` nothing
 */
export const FRAMES: ReadonlyMap<string, string[]> = new Map(
  `say:t,w tell:o deny:t,n,g accept:t,n reject:n dismiss:n dispute:t,n refute:n rebut:n contradict:n confirm:t,n,w
  acknowledge:t,n,g admit:t,n,g concede:t,n claim:t,n allege:t,n assert:t,n insist:t,-on maintain:t contend:t argue:t
  state:t declare:t,n announce:t,n reveal:t disclose:t,n promise:o,t,n,i pledge:t,n,i vow:t,i threaten:t,n,i warn:o,t,-of,-against
  caution:o,t predict:t,n demand:t,n,i urge:o,n ask:o,w,i,-for,-about request:t,n propose:t,n,i,g suggest:t,g
  recommend:t,n,g offer:i agree:t,i,-on,-to,-with refuse:i,n decline:i,0 believe:t think:t know:t,w fear:t hope:t,i want:i plan:i
  intend:i doubt:t,w,n suspect:t condemn:n denounce:n criticize:n criticise:n praise:n welcome:n blame:n accuse:n
  reiterate:t,n repeat:t,n stress:t note:t add:t write:t testify:t swear:t,i complain:t,-about,-of conclude:t indicate:t
  hint:t signal:t assure:o inform:o remind:o persuade:o convince:o advise:o,t order:o,n describe:n call:-for,-on
  apologize:-for apologise:-for understand:t learn:t recall:t rule:t find:t determine:t decide:t,i realize:t realise:t
  expect:t,i estimate:t retract:n disagree:-with,0 object:-to reply:t explain:t,w question:w
  emphasize:t emphasise:t undertake:i oppose:n regret:t,n affirm:t reaffirm:t,n thank:n`
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [lemma = "", frames = ""] = entry.split(":");
      return [lemma, frames.split(",")] as const;
    }),
);

/** Nouns that report by themselves: "Mr. Putin’s denial". */
export const BARE_NOUNS: ReadonlySet<string> = new Set(
  `denial claim accusation allegation assertion admission refusal promise pledge threat warning demand request proposal
  statement explanation account version contention insistence criticism objection complaint confirmation acknowledgment
  acknowledgement rejection acceptance suggestion assurance remark comment prediction testimony apology description
  commitment confession concession vow plea ultimatum argument`.split(/\s+/),
);

/** Of these, those that mean something without their content; the others need it, or an answer to them around. */
export const TELLING_NOUNS: ReadonlySet<string> = new Set(
  `denial accusation allegation refusal promise pledge threat warning rejection acceptance confirmation apology assurance
  confession ultimatum`.split(/\s+/),
);

/** Nouns that report with a clause behind them only: "the belief that …", "her decision to …". */
export const CLAUSE_NOUNS: ReadonlySet<string> = new Set(
  `belief view hope fear concern suspicion conviction opinion report rumor rumour announcement expectation offer word
  decision plan intention desire charge finding conclusion assumption idea doubt message letter declaration order
  call recommendation agreement willingness readiness`.split(/\s+/),
);

/** Nouns that report without a holder where a clause or "of" follows: "claims that …", "accusations of …". */
export const FREE_NOUNS: ReadonlySet<string> = new Set(
  "claim allegation accusation suggestion report rumor rumour assertion denial insinuation".split(" "),
);
