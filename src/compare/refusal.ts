/** How texts say that somebody gave no answer: refusals, silence, and answers that are none. */

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
const SPEECH =
  "(?:comment|elaborate|speculate|be drawn|be interviewed|take (?:any )?questions|say\\b(?! (?:that|yes|no|goodbye))|(?:discuss|disclose|reveal|specify|identify|divulge|explain)\\b|answer\\b(?! to the| for)|(?:talk|speak) (?:about|on|of|to (?:reporters|the press|journalists|us)|publicly)|confirm(?: or deny)?|go into|get into|address (?:the|that|this|his|her|its)|name (?:the|a|any|names|him|her|them|it)|(?:give|provide|offer) (?:any |further |more |a |an |the )?(?:details?|reasons?|names?|figures?|dates?|numbers?|explanations?|accounts?|answers?|interviews?|estimates?|comment)|put a (?:figure|number|date)|be (?:quoted|specific|more specific))";
const ASKED =
  "(?:calls?|messages?|e-?mails?|letters?|requests?|questions?|inquiries|enquiries|queries|faxes|text messages?)";

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
  [
    "declined",
    "declin|refus|not|n't|n’t|unwilling|unable|reluctant|loath|prefer",
    false,
    `(?:declin(?:ed|es|ing) (?:repeatedly |again )?to|refus(?:ed|es|ing) (?:repeatedly |again )?to|(?:was|were|is|are) (?:not (?:prepared|willing|ready|going|at liberty)|unwilling|unable|reluctant|loath) to|(?:did|does|do)(?: not|n['’]t) (?:want|wish|care) to|preferr?(?:ed|s) not to|chose not to|(?:would|will)(?: not|n['’]t)|wo(?:n['’]t)) ${ADVERBS}${SPEECH}`,
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
  "(?:comment|speculate|discuss|elaborate|be drawn|answer (?:that|this|the|such|any|hypothetical)|(?:talk|speak) (?:about|on|for|of|to (?:that|the press|reporters))|go into|get into|say (?:more|any|whether|how|why|what|when|who|which|where)|confirm or deny|name (?:names|him|her|them|anybody|anyone)|reveal|disclose|read out|give (?:you )?(?:details|names|numbers|figures|a (?:date|figure|number|name)|dates)|put a (?:figure|number|date))";
const OWN = new RegExp(
  [
    `\\b(?:i|we) (?:(?:do|will|would|can|could|shall|am|are)(?: not|n['’]t)|won['’]t|cannot|shan['’]t|['’]m not|['’]re not|am not|are not)(?: really| just| simply| now| publicly)* (?:(?:going|able|prepared|in a position|at liberty|willing|free|allowed|here|want|wish|propose|intend|care)(?: here)? to )?${OWN_VERBS}`,
    `\\b(?:i|we)['’](?:m|re) (?:really |just |simply )?not (?:(?:going|able|prepared|in a position|at liberty|willing|free|allowed|here) to )?${OWN_VERBS}`,
    `\\bnot (?:a matter|a question|something|a subject|a thing|anything)(?: that| which)? (?:for me|for us|(?:i|we) (?:will|can|want|would|am|are|shall|intend|care|propose))`,
    "\\b(?:i|we) have (?:absolutely )?(?:no(?:thing)? (?:further |more |else )*(?:to (?:say|add)|comment))",
    "\\bno (?:further )?comment\\b",
    "\\byou(?: will|['’]ll|['’]d| would)? (?:have to|must|should|had better|need to) ask (?:him|her|them|the|mr|ms|mrs|\\w+ (?:himself|herself))",
    "\\b(?:i|we) (?:would |will |['’]d |['’]ll )?(?:leave (?:that|this|it) to (?:him|her|them|the|others)|refer you to|decline to|prefer not to|(?:['’]d |would )rather not)",
    "\\bthat(?: is|['’]s) (?:between|for (?:the|him|her|them|others|mr|ms|mrs)\\b[^.?!]{0,30} to (?:say|answer|decide|tell))",
  ].join("|"),
  "giu",
);

/** All places where a text, in its own voice, says that somebody gave no answer. */
export function silencesIn(text: string): Silence[] {
  const found: Silence[] = [];
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

/** Where a speaker refuses in his own words; null where he doesn't. */
export function refusesIn(words: string): { start: number; end: number } | null {
  OWN.lastIndex = 0;
  const match = OWN.exec(words);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

/** What people do instead of answering. */
export const INSTEAD =
  /\b(?:changed the subject|smiled|laughed|grinned|shrugged|sighed|chuckled|winked|blushed|joked|whistled|hummed|coughed|looked (?:at|away|down|out|up|past|over)|stared|glanced|gazed|praised|admired|complimented|turned (?:away|to|back)|walked (?:away|off|out|past|on)|drove off|left (?:the|without)|hung up|rang off|put down (?:the|his|her)|waved|ignored|fell silent|said nothing|moved on|spoke (?:instead )?(?:about|of)|talked (?:instead )?(?:about|of)|thanked|wished|quoted|recited|recalled|told a (?:story|joke)|poured|lit|adjusted|examined|consulted his watch|consulted her watch)\b/i;

/** "asked twice why …": a question put to somebody, as a report tells it. */
export const PUT =
  /\b(?:(?:was|were|when|once|if|being) (?:\w+ )?)?asked\b(?: (?:twice|again|repeatedly|three times|several times|on \w+|directly|by [^,.;]{2,40}?|in [^,.;]{2,30}?))* (?:whether|if|why|how|what|when|who|where|which|about)\b/i;

/** Words by which an answer is one after all. */
export const ANSWERS =
  /^(?:\W*(?:yes|no|yeah|nope|never|certainly|of course|absolutely|indeed|definitely|exactly|correct|right|true|false|maybe|perhaps|probably|not\b)\b)|\b(?:yes|no),/i;
