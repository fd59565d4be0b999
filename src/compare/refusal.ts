/** How texts say that somebody gave no answer: refusals and silence. */

export type SilenceKind = "declined" | "no-answer";

export interface Silence {
  kind: SilenceKind;
  /** Where the words stand in the text that was searched. */
  start: number;
  end: number;
  /** Who is silent stands behind the words ("calls to the mayor went unanswered"), not before. */
  behind: boolean;
}

const ADVERBS =
  "(?:(?:yet|immediately|directly|publicly|again|even|still|so far|at once|repeatedly|all|either|formally|ever) )*";
/** What a source is asked to do with words: to tell, to judge, to go into a matter. Not to speak a language, nor to speak up. */
const SPEECH =
  "(?:comment|elaborate|speculate|guess|hazard|expand (?:on|upon)|be drawn|be interviewed|take (?:any )?questions|say\\b(?! (?:that|yes|no|goodbye|a word against))|(?:discuss|describe|disclose|reveal|specify|identify|divulge|explain|characteri[sz]e|estimate)\\b|answer\\b(?! to the| for)|(?:talk|speak)\\b(?! (?:(?:up|out|with|against|for|ill|well|in|the|an?|any|\\w+ish|from|at)\\b|to (?!reporters|the press|journalists|us\\b|the media)))|confirm(?: or deny)?|go (?:into|through|beyond|further)\\b|get into|address (?:the|that|this|his|her|its)|name (?:the|a|any|names|him|her|them|it)|(?:give|grant|provide|offer) (?:any |further |more |a |an |the )?(?:details?|reasons?|names?|figures?|dates?|numbers?|explanations?|accounts?|answers?|interviews?|estimates?|comment)|put a (?:figure|number|date)|be (?:quoted|specific|more specific)|add (?:anything|a word|to (?:that|this|the|his|her|its|what)))";
const ASKED =
  "(?:calls?|messages?|e-?mails?|letters?|requests?|questions?|inquiries|enquiries|queries|faxes|text messages?)";

/** What it is too early to do. */
const JUDGE = "say|tell|talk|speak|comment|speculate|discuss|judge|answer";
const EARLY = "too (?:early|soon)|premature";

const rows: readonly [SilenceKind, string, boolean, string][] = [
  [
    "no-answer",
    "not|n't|n’t|never",
    false,
    `(?:did|has|have|had|was|were)(?: not|n['’]t|\\snever) ${ADVERBS}(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?\\b(?! to the| for)|commented|return(?:ed)? (?:\\w+ ){0,3}${ASKED}|acknowledged? (?:\\w+ ){0,2}${ASKED})`,
  ],
  [
    "no-answer",
    "be reached|be contacted|be located",
    false,
    "(?:could|can)(?: ?not|n['’]t) (?:immediately |at once |yet )?be (?:reached|contacted|located)\\b(?! (?:by (?:road|car|boat|sea|air|rail)|on foot|from))",
  ],
  [
    "no-answer",
    "available|reachable",
    false,
    "(?:was|were|is|are) (?:not (?:immediately )?(?:available|reachable)|unavailable|unreachable)(?: for (?:comment|an? (?:interview|answer))|(?=[.,;]))",
  ],
  [
    "no-answer",
    "answered|unreturned|returned|without",
    true,
    `\\b${ASKED}(?: and ${ASKED})? (?:to|for|left for|sent to|put to|left with)\\b(?=[^.;]{2,90}\\b(?:unanswered|unreturned|not (?:immediately )?(?:returned|answered)|without (?:a |an )?(?:reply|answer|response)))`,
  ],
  [
    "no-answer",
    "attempt|effort",
    true,
    "\\b(?:attempts|efforts|an attempt) to (?:reach|contact|speak (?:to|with)|interview)\\b(?=[^.;]{2,80}\\b(?:fail|unsuccessful|in vain|without success|came to nothing))",
  ],
  [
    "no-answer",
    " from",
    true,
    "\\b(?:there was |received |was |had )?no (?:immediate )?(?:answer|reply|response|word|comment)(?: came)? from\\b",
  ],
  [
    "no-answer",
    "yet|not",
    false,
    "\\b(?:has|have|had) (?:yet to|so far not|still not|not so far|not yet) (?:publicly )?(?:respond|repl|comment|answer|sa(?:y|id))\\w*",
  ],
  [
    "no-answer",
    "failed to",
    false,
    "\\bfailed to (?:respond|reply|answer|return (?:\\w+ ){0,2}(?:calls?|messages?|e-?mails?))",
  ],
  [
    "no-answer",
    "did",
    false,
    "\\bdid(?: not|n['’]t) (?:say(?! that| a word against| yes| no)|explain|specify|elaborate|address (?:the|that|this)|mention how|disclose|give (?:a |any |further )?(?:details?|reasons?|names?|figures?|dates?|explanations?))\\b",
  ],
  [
    "no-answer",
    " no ",
    false,
    "\\b(?:gave|offered|made|sent|returned) no (?:immediate |direct |clear )?(?:answer|reply|response)\\b",
  ],
  [
    "no-answer",
    "subject|question|said nothing|walked",
    false,
    "\\b(?:changed the subject|ignored (?:the|a|all|any|our|repeated|reporters['’]?|several|shouted|two|three) (?:\\w+ )?questions?|left (?:the|that|our|both|all) (?:\\w+ )?questions? unanswered|(?:dodged|ducked|evaded|avoided|sidestepped|brushed aside|brushed off|skirted|parried) (?:the|a|all|any|our|his|her|that|repeated|several) (?:\\w+ )?questions?|said nothing (?:about|of|on)|walked (?:past|by) (?:the )?(?:reporters|cameras|journalists|microphones))\\b",
  ],
  // Nobody at the other end: "nobody at the office picked up", "he was not to be had", "she hung up".
  [
    "no-answer",
    "nobody|no one|not to be|could not be|nowhere|hung up|rang off|put down the",
    false,
    "\\b(?:nobody|no one)(?: (?:at|from) [^.;,]{2,60}?| there)? (?:picked up(?=[.,;]| the (?:phone|telephone|receiver))|came to the (?:phone|telephone|door)|answered (?:the (?:phone|telephone|door|bell)|(?:our|repeated|several|any|this) )|(?:returned|replied to|responded to) (?:our|a|the|this|repeated|several))\\b|\\b(?:was|were) (?:not|nowhere) to be (?:reached|had|found|spoken to)(?= for| on|[.,;])|\\bcould(?: not|n['’]t) be (?:asked|raised|got hold of|found for comment)\\b|\\b(?:hung up|rang off|put down the (?:phone|telephone|receiver))\\b",
  ],
  [
    "no-answer",
    "brought no|drew no|silence|unopened|never|unanswered",
    true,
    `\\b${ASKED}\\b(?=[^.;]{0,110}\\b(?:(?:brought|drew|found|got|met with|received) (?:no (?:answer|reply|response)|silence|only silence)|came back unopened|(?:was|were|had been|have been) never (?:answered|returned)|(?:went|remained|remains?|stayed|lay) unanswered))`,
  ],
  // Whoever is held or accused and says nothing so far.
  [
    "no-answer",
    "silent|nothing|talking|spoken",
    false,
    "(?<=\\b(?:he|she|they|man|woman|men|women|suspects?|defendants?|prisoners?|detainees?|couple|driver) )(?:(?:is|are|has been|have been) (?:so far |still |as yet )?(?:silent|saying nothing|not talking)\\b(?! for a (?:minute|moment))|(?:has|have) (?:so far |still |as yet )?(?:said nothing|not said a word|not spoken)\\b(?=[.,;]| (?:to (?:the )?(?:police|investigators|detectives|reporters|anybody|anyone)|since|about|so far)))",
  ],
  // Passing over what was asked.
  [
    "no-answer",
    "question|a word",
    false,
    "\\b(?:(?:let|lets) (?:the|that|this|every|our) (?:\\w+ )?question (?:pass|go|drop|lie|hang)|passed over (?:the|that|every|our) (?:\\w+ )?question|(?:answered|replied|responded|parried) (?:the question )?with (?:a (?:question|joke|smile|shrug|proverb|story|song|wave|laugh)|another question)|(?:did not|didn['’]t|would not) (?:take up|take in|hear|rise to) (?:the|that|our) question|(?:left|went|passed|drove off|departed|got into \\w+ \\w+) without (?:a word|answering|replying|speaking|saying anything|stopping))\\b",
  ],
  [
    "declined",
    "declin|refus|not|n't|n’t|unwilling|unable|reluctant|loath|prefer",
    false,
    `(?:declin(?:ed|es|ing) (?:repeatedly |again )?to|refus(?:ed|es|ing) (?:repeatedly |again )?to|(?:was|were|is|are) (?:not (?:prepared|willing|ready|going|at liberty)|unwilling|unable|reluctant|loath) to|(?:did|does|do)(?: not|n['’]t) (?:want|wish|care|propose|intend) to|preferr?(?:ed|s) not to|chose not to|(?:would|['’]d) rather not|(?:would|will|shall)(?: not|n['’]t)|(?:wo|sha)n['’]t) ${ADVERBS}${SPEECH}`,
  ],
  // A rule of the house, given as the answer: "said that it never comments on wages".
  [
    "declined",
    "never|not|n't|n’t",
    false,
    "(?<=\\b(?:said|says|replied|answered|added|explained|told|wrote)\\b[^.;:]{0,80}\\b(?:he|she|it|they|one) )(?:never|(?:do|does|did|would)(?: not|n['’]t)) (?:comments?|speaks?|talks?|discuss(?:es)?|gives? (?:interviews|information|details))\\b(?! (?:up|out|for|well|ill|to (?:each|one)|with)\\b)",
  ],
  // The negation stands with the subject: "neither of them would say", "nobody at the club wished to comment".
  [
    "declined",
    "neither|nobody|no one|none",
    false,
    `(?<=\\b(?:neither|nobody|no one|none)\\b[^.;:]{0,140})\\b(?:would|will|wanted to|wished to|cared to|was (?:willing|ready|prepared) to|were (?:willing|ready|prepared) to|could be (?:brought|persuaded|induced) to) ${ADVERBS}${SPEECH}`,
  ],
  // The negation stands with the object: "will give no interviews", "would say nothing", "offered not a word".
  [
    "declined",
    "no |nothing|not a word",
    false,
    "\\b(?:would|will|shall|to) (?:give|grant|provide|offer|make|take) no (?:\\w+ )?(?:interviews?|details?|answers?|information|comments?|questions?|explanations?|figures?|names?)\\b|\\b(?:would|will|shall|can|could) say (?:nothing|not a word)\\b|\\bnot (?:a|one|another) (?:single )?word (?:before|until|till|on|about|more|beyond)\\b",
  ],
  // Put off: "it was too early to say".
  [
    "declined",
    "too early|too soon|premature|the time|the moment|the place|the day",
    false,
    `\\b(?:${EARLY}|not (?:yet )?the (?:time|moment|place|day)) (?:for (?:him|her|them|me|us) )?to (?:${JUDGE}|go into|give)\\b`,
  ],
  [
    "declined",
    "declin|refus",
    false,
    "\\b(?:declin(?:ed|es)|refus(?:ed|es)) (?:repeated |several |all |any |our |further |an |a )*(?:comment|interviews?(?: requests?)?|requests? for (?:an? )?(?:interviews?|comment)|questions)\\b",
  ],
  [
    "declined",
    "comment",
    false,
    "\\b(?:ha(?:d|s|ve)|ma(?:de|ke|kes)|offer(?:ed|s)?|g(?:ave|ives?)|with|issued|there (?:was|is|will be)) no (?:further |immediate |more |other |public |official )?comments?\\b",
  ],
  [
    "declined",
    "comment|nothing",
    false,
    '\\bno (?:further )?comment (?:beyond|on|from|was)\\b|\\bnothing (?:more |further |else |to )*(?:to )?(?:say|add)(?= (?:on|about|to|beyond)|[.,;”"’])',
  ],
  [
    "declined",
    "referr",
    false,
    `\\breferr(?:ed|ing|s) (?:all |any |further |our |such |other |reporters['’]? |journalists['’]? |the )*(?:${ASKED}|reporters|journalists|callers|the matter)(?: [^.;]{0,40})? to\\b`,
  ],
  [
    "declined",
    "confirm",
    false,
    "\\b(?:neither|would not|will not|could not) confirm(?:ed)?(?: n?or) den(?:y|ied)\\b|\\bneither confirm(?:ed|s)? nor den(?:ied|ies|y)\\b",
  ],
  [
    "declined",
    "silent|mum|tight-lipped|quiet|noncommittal|evasive|vague",
    false,
    "\\b(?:kept|stayed|remained|has been|have been|keeps|remains) (?:\\w+ly )?(?:silent|mum|tight-lipped|quiet|noncommittal|evasive|vague)\\b(?! for a (?:minute|moment))",
  ],
  // Giving nothing away, breaking off, keeping out of it.
  [
    "declined",
    "nothing away|short|broke off|waved|no further|no more|himself|herself|themselves|take no|took no|take sides|be pinned|be pressed|not commit|offered no|reserved|withheld",
    false,
    "\\b(?:g(?:ave|ives?) nothing away|(?:cut|broke) (?:the|our|an) (?:interview|conversation|call) (?:short|off)|broke off the (?:interview|conversation|call)|waved (?:the|all|every|our|away|off) (?:\\w+ )?(?:questions?|reporters|microphones|cameras)(?: (?:away|aside|off))?|would (?:go no further|say no more|take no questions|not (?:be pinned down|be pressed|commit (?:himself|herself|itself|themselves)|take sides))|took no questions|kept (?:(?:his|her|their|its) (?:answer|opinion|views?|thoughts?) )to (?:himself|herself|itself|themselves)|offered no (?:comment|explanation|opinion|view|details?|reasons?|account)|(?:reserved|withheld) comment)\\b",
  ],
  [
    "declined",
    "gave no|counsel|demurred|held back",
    false,
    "\\bgave no (?:\\w+ )?(?:account|details?|reasons?|explanations?|indication|hint|figures?|names?|dates?)\\b|\\bkept (?:his|her|its|their) (?:own )?counsel\\b|\\bdemurred\\b|\\bheld back (?:the )?(?:details|names|figures)\\b",
  ],
];
const PATTERNS = rows.map(([kind, stems, behind, source]) => ({
  stems: stems.split("|"),
  kind,
  behind,
  pattern: new RegExp(source, "giu"),
}));

/** Own words that refuse: "I am not going to discuss that", "You will have to ask the family". */
const OWN_VERBS =
  "(?:comment|speculate|guess|discuss|describe(?! how)|elaborate|be drawn|answer (?:that|this|the|such|any|hypothetical)|(?:talk|speak) (?:about|on|for|of|to (?:that|the press|reporters))|anticipate (?:it|that|this|the|his|her|their)|go (?:into|through|beyond|further)|get into|say (?:more|another word|any|whether|how|why|what|when|who|which|where)|confirm or deny|name (?:names|him|her|them|anybody|anyone)|reveal|disclose|read out|give (?:you )?(?:details|names|numbers|figures|a (?:date|figure|number|name)|dates)|put a (?:figure|number|date))";
const READY = "going|able|prepared|in a position|at liberty|willing|free|allowed|here";
/** Whose business an answer may be. */
const DECIDERS =
  "(?:judges?|courts?|jury|prosecutors?|police|lawyers?|counsel|board|parliament|voters|ministers?|ministry|government|historians|committee|commission|inquiry|tribunal|president|council|experts|engineers|doctors|others|investigators|party|owners|shareholders|members|mayor|editors?)";
const OWN = new RegExp(
  [
    `\\b(?:i|we) (?:(?:do|will|would|can|could|shall|am|are)(?: not|n['’]t)|(?:wo|ca|sha)n['’]t|cannot|['’]m not|['’]re not|am not|are not)(?: really| just| simply| now| publicly)* (?:(?:${READY}|want|wish|propose|intend|care)(?: here)? to )?${OWN_VERBS}`,
    `\\b(?:i|we)['’](?:m|re) (?:really |just |simply )?not (?:(?:${READY}) to )?${OWN_VERBS}`,
    `\\bnot (?:a matter|a question|something|a subject|a thing|anything)(?: that| which)? (?:for me|for us|(?:i|we) (?:will|can|want|would|am|are|shall|intend|care|propose))`,
    "\\b(?:i|we) have (?:absolutely )?(?:no(?:thing)? (?:further |more |else )*(?:to (?:say|add)|comment))",
    "\\bno (?:further )?comment\\b",
    "\\b(?:i|we)(?: (?:will|shall|would|am going to|are going to)|['’]ll) (?:say|write|add|speak) (?:nothing (?:more|further|else|about|until|before)\\b|nothing(?=[.,;!]|$)|no (?:more|further)\\b|not a word\\b)",
    "\\b(?:that|this)(?: is|['’]s| would be)(?: really| surely| entirely)? a (?:matter|question) (?:for|you must put to|to put to) (?:the|my|our|his|her|others|mr|ms|mrs|dr)\\b",
    "\\b(?:before|until|till) (?:i|we) (?:discuss|talk about|speak about|comment on) (?:it|that|this|them|the|any)\\b",
    "\\byou (?:would|will|can|could|do|should)(?: not|n['’]t) (?:\\w+ )?(?:expect|get|have) (?:me to answer|an answer|any answer|an? reply)\\b",
    "\\byou(?: will|['’]ll|['’]d| would)? (?:have to|must|should|had better|need to) ask (?:him|her|them|the|mr|ms|mrs|\\w+ (?:himself|herself))",
    `\\bthat(?: is|['’]s)(?: really| surely| entirely)? for (?:the |my |our |a |an |other )?(?:\\p{L}+ ){0,2}?${DECIDERS}(?=\\W*$|[.;!])`,
    "\\b(?:i|we)(?: (?:would|will|shall|am going to|are going to)|['’](?:d|ll|m going to|re going to))? (?:(?:rather|prefer to|have to|must) )?(?:leave (?:that|this|it) (?:question )?to\\b(?! (?:the |our |every )?(?:readers?|you|public(?! \\p{L})|imagination|hearers?)\\b)|refer you to|decline to|prefer not to|rather not|keep (?:that|it|this) to (?:myself|ourselves)|hold (?:my|our) tongues?|keep (?:my|our) (?:mouths?|lips) (?:shut|sealed|closed))",
    "\\b(?:ask me (?:again|that|another|later|tomorrow|when|after|in (?:a|an|one|two|three|six))|my lips are sealed|(?:should|had better|ought to|must) (?:shut up|keep quiet|be quiet|stay silent|say nothing))\\b",
    `\\b(?:${EARLY}) (?:for (?:me|us) )?to (?:${JUDGE})\\b|\\bnot (?:a|one|another) (?:single )?word (?:before|until|till|more)\\b`,
    "\\bthat(?: is|['’]s) (?:between|for (?:the|him|her|them|others|mr|ms|mrs)\\b[^.?!]{0,30} to (?:say|answer|decide|tell))",
  ].join("|"),
  "giu",
);

/** All places where a text, in its own voice, says that somebody gave no answer. */
export function silencesIn(words: string): Silence[] {
  const found: Silence[] = [];
  // "Messages left for Ms. Roe went unanswered": that stop ends no sentence.
  const text = words.replace(/(?<=\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Sen|Gov|St|\p{Lu}))\./gu, " ");
  const lower = text.toLowerCase();
  for (const { kind, stems, behind, pattern } of PATTERNS) {
    // A look for bare stems spares most sentences the pattern.
    if (!stems.some((stem) => lower.includes(stem))) continue;
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!found.some((other) => other.start < end && start < other.end))
        found.push({ kind, start, end, behind });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Does somebody put an answer off ("it is too early to say")? */
export const putsOff = (words: string): boolean => PUTS_OFF.test(words);

const PUTS_OFF = new RegExp(`\\b(?:${EARLY}) (?:for (?:him|her|it|them|me|us) )?to (?:${JUDGE})\\b`, "i");

/** "Ask the mill.", "You would have to ask Brenner": somebody else is named to go to, and nothing is told. */
const SENT_ON =
  /(?<=^|[.!?;] |^["“'‘])Ask (?:(?:the|my|our|their) \p{Ll}+|(?:Mr|Ms|Mrs|Dr)\.? ?\p{Lu}[\p{L}’'-]+|\p{Lu}[\p{L}’'-]+|him|her|them)(?= ?(?:[.!]|$))|\b[Yy]ou(?: will|['’]ll|['’]d| would)? (?:have to|must|should|had better|need to) ask (?!yoursel|me\b|why\b|who\b|what\b|how\b|whether\b|if\b)\p{Lu}[\p{L}’'-]+/u;

/** Where a speaker refuses in his own words; null where he doesn't. */
export function refusesIn(words: string): { start: number; end: number } | null {
  OWN.lastIndex = 0;
  const match = OWN.exec(words) ?? SENT_ON.exec(words);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
