/** How texts say that somebody's position moved: by the report, by the person, or by who asks. */

export interface Marker {
  start: number;
  end: number;
  /** How surely it tells of a changed position: 1 says so, 0.5 may. */
  strength: number;
}

const WHEN =
  "(?:(?:a|an|one|two|three|four|five|six|ten|\\d+|several|only|just|some|few) (?:few )?(?:hour|day|night|week|month|year)s? (?:earlier|before|after|ago|later)|the (?:day|night|week|month|evening|morning) before|(?:only |as late as |as recently as |still )?(?:yesterday|last (?:night|week|month|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday))|(?:only |as late as |as recently as |still )?(?:on|in) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)|earlier(?: this| in the)?|previously|until (?:now|then|today|\\w+day)|so far|hitherto|at first|initially|in the past|before|once|long)";
const STANCE =
  "(?:ruled out|ruling out|den(?:ied|ying)|pledg(?:ed|ing)|promis(?:ed|ing)|vow(?:ed|ing)|sw(?:orn|ore|earing)|insist(?:ed|ing)|maintain(?:ed|ing)|dismiss(?:ed|ing)|reject(?:ed|ing)|refus(?:ed|ing)|oppos(?:ed|ing)|assur(?:ed|ing)|declar(?:ed|ing)|claim(?:ed|ing)|describ(?:ed|ing)|call(?:ed|ing)|excluded|excluding|guaranteed|undertaken|said|told|stated|stating|saying|denounced|demanded|threatened|asserted|testified|sworn)";
const OWN = "(?:his|her|its|their|the|any|that|this|all)";

const rows: readonly [number, string, string][] = [
  // The change by its name.
  [
    1,
    "revers|u-turn|about-|volte|change of|climbdown|retreat|shift",
    `\\b(?:revers(?:ed|es|ing) (?:himself|herself|itself|themselves|course|${OWN} (?:\\w+ )?(?:position|stance|decision|line|policy|view))|(?:in|an|a|sudden|sharp|abrupt|apparent|striking|complete|marked) (?:\\w+ )?(?:reversal|u-turn|about-face|about-turn|volte-face|change of (?:heart|mind|course|tone|position|tune|line)|climbdown|retreat|shift (?:in|of|from|on|by|away|towards?)))\\b`,
  ],
  [
    1,
    "back|row|retreat|relent|gave|give|giving|cave|bow|yield|soften|harden|toned|climb",
    `\\b(?:back(?:ed|s|ing)?(?: |-)?(?:track(?:ed|s|ing)?|pedal(?:l?ed|s|l?ing)?)|back(?:ed|s|ing) (?:away|down|off)\\b|climb(?:ed|s|ing) down\\b|row(?:ed|s|ing) back|walk(?:ed|s|ing) back|retreat(?:ed|s|ing) (?:from|on)|relent(?:ed|s|ing)|g(?:ave|iven|ives|iving) (?:way|in)\\b(?! (?:to (?:the )?(?:crowd|traffic)|evidence))|caved(?: in)?|bow(?:ed|s|ing) to|yield(?:ed|s|ing) (?:on|to)|soften(?:ed|s|ing) (?:${OWN} )?(?:\\w+ )?(?:position|stance|line|tone|stand|opposition)|harden(?:ed|s|ing) ${OWN} (?:position|stance|line|tone)|toned down)`,
  ],
  [
    1,
    "chang|shift|moved|turned",
    `\\b(?:tone|line|story|account|version|mood|position|stance|message|tune|language|view) (?:has|have|had) (?:since )?(?:changed|shifted|softened|hardened|turned)\\b|\\bchang(?:ed|es|ing) (?:${OWN} )?(?:mind|course|position|tune|story|account|version|tone|line|stance|views?|stand|testimony|plans?|approach)\\b|\\b(?:has|had|have) (?:since )?(?:shifted|moved|turned)\\b(?=[.,;]|(?: \\w+){0,2} (?:on|since|towards?|from)\\b)|\\bshift(?:ed|s|ing)? (?:in )?${OWN} (?:position|stance|ground|line|tone|account)`,
  ],
  [
    1,
    "withdr|retract|took back|tak|recant|disown|correct|revis|abandon|dropp|scrapp|went back|gone back|going back|broke|breaking|shelv|lift",
    `\\b(?:withdr(?:ew|awn|awing|aws)|retract(?:ed|s|ing)|took back|tak(?:en|es|ing) back|recant(?:ed|s|ing)|disown(?:ed|s|ing)|correct(?:ed|s|ing)|revis(?:ed|es|ing)|abandon(?:ed|s|ing)|dropp(?:ed|ing)|scrapp(?:ed|ing)|went back on|gone back on|going back on|br(?:oke|oken|eaking)|shelv(?:ed|ing)|lift(?:ed|s|ing)) (?:from )?(?:${OWN} |an? |(?:\\p{Lu}[\\p{L}.-]+ )+['’]s )?(?:\\w+ ){0,2}(?:promises?|pledges?|words?|claims?|statements?|remarks?|denials?|threats?|refusal|objections?|opposition|demands?|insistence|accounts?|version|story|testimony|vow|offer|resistance|veto|condition|plan|estimate|figure|himself|herself|itself|themselves)\\b`,
  ],
  [
    1,
    "contradict|odds|differ|version|account|explanation|story|line|contrary",
    `\\b(?:contradict(?:ed|s|ing)? (?:himself|herself|itself|themselves|(?:what )?(?:he|she|it|they|${OWN})\\b)|at odds with (?:what (?:he|she|it|they)|${OWN} (?:own )?(?:earlier|previous|own|first))|differ(?:ed|s|ing|ent)? from (?:what (?:he|she|it|they)|${OWN} (?:earlier|previous|own|first))|(?:a|${OWN}) (?:new|second|third|other|different|latest) (?:version|account|explanation|story|line)\\b|contrary to (?:what (?:he|she|it|they)|${OWN} (?:own )?(?:earlier|previous|first)))`,
  ],
  [
    1,
    "otherwise|differently|opposite|another way|something|no longer|had moved|earlier|previous|first|original",
    `\\b(?:told|said|put|described|sounded|had it|spoke) (?:it |this |that |the matter |things )?(?:otherwise|differently|the opposite|another way|something (?:new|else|different|other)|a different thing)\\b|\\bno longer (?:rul|exclud|insist|den|oppos|reject|demand|maintain|believ|call|object|claim|stand|spoke|talk|speak|wants?|sa[iy])\\w*|\\b(?:was|is|are|were) no longer (?:true|so|certain|sure|the (?:line|position))|\\bhad moved\\b(?=[.,;])|\\b(?:his|her|its|their) (?:earlier|previous|first|original) (?:position|stance|denial|statement|account|version|promise|pledge|words|line|claim|insistence|refusal|testimony)\\b`,
  ],
  // Firmness lost, wording mended.
  [
    1,
    "less |waver|wobbl|hedg|amend|clarif|now reads|rule|exclu|certain|sure|falter",
    "\\b(?:(?:was|is|were|are|sounded|seemed|grew|became) (?:\\w+ )?less (?:sure|certain|firm|definite|categorical|emphatic|confident)|waver(?:ed|s|ing)?|wobbl(?:ed|es|ing)|falter(?:ed|s|ing)?|hedg(?:ed|es|ing) (?:his|her|its|their)|amend(?:ed|s|ing) (?:his|her|its|their) (?:\\w+ )?(?:notice|statement|account|version|announcement|claim|wording|evidence|testimony)|(?:it|which|that) now (?:reads|says|runs)|(?:no longer|not any more) (?:wants?|wish(?:es|ed)?|wanted|cares?|tr(?:y|ies|ied)) to (?:rule|exclude|deny|claim|insist)|(?:was|were|is|are) no longer (?:ready|willing|prepared|able) to (?:rule|exclude|deny|claim|insist|swear))\\b",
  ],
  // What was said before, in the past perfect, with its time.
  [
    1,
    "ruled|ruling|denied|denying|pledg|promis|vow|sworn|insist|maintain|dismiss|reject|refus|oppos|assur|declar|claim|call|exclud|guarant|undertak|denounc|demand|threat|assert|testif",
    `\\b(?:had|having|after) (?:\\w+ly |also |still |once |long |always |earlier |previously |repeatedly |flatly )*${STANCE.replace("said|told|stated|stating|saying|", "").replace("|described|describ(?:ed|ing)", "")}\\b(?=[^.;]{0,80}\\b${WHEN}\\b)`,
  ],
  [
    1,
    "ruled out|denied|pledged|promised|vowed|sworn|insisted|dismissed|rejected|refused|excluded|opposed",
    `\\b${WHEN},? [^.;,]{0,40}\\b(?:had|having)\\b [^.;]{0,20}\\b(?:ruled out|denied|pledged|promised|vowed|sworn|insisted|dismissed|rejected|refused|excluded|opposed)\\b`,
  ],
  [
    0.7,
    "had|having",
    `\\b(?:had|having) (?:\\w+ly |also |still |once |long |always |earlier |previously )*${STANCE}\\b(?=[^.;]{0,80}\\b${WHEN}\\b)`,
  ],
  [0.7, "had|having", `\\b${WHEN},? [^.;]{0,30}\\b(?:had|having) (?:\\w+ly )?${STANCE}\\b`],
  [
    0.7,
    "after|once|formerly|previously|initially|at first|originally|earlier|until",
    `\\bafter (?:\\w+ly )?(?:insisting|denying|ruling out|vowing|pledging|promising|refusing|rejecting|dismissing|opposing|maintaining)\\b|\\b(?:once|formerly|previously|initially|at first|originally|earlier) (?:${STANCE})\\b|\\b${STANCE} (?:initially|at first|originally|until (?:now|recently|last|\\w+day))\\b`,
  ],
  // Giving ground.
  [
    0.6,
    "conced|admit|acknowledg|did allow|allowed|granted|confess|may have|now|first time|after all|did a turn|came round|came around|better|u-turn|instead",
    "\\b(?:conced(?:ed|es|ing)|did (?:allow|concede|admit|grant)|allow(?:ed|s) that|granted that|confess(?:ed|es)|admit(?:s|ted|ting)|acknowledg(?:ed|es|ing)|now (?:says|said|accepts?|agrees?|admits?|concedes?|wants?|claims?|speaks|talks|believes?|insists?|puts?|maintains?|describes?|offers?|supports?)|(?:he|she|they|it) now|for the first time|after all|did a turn|came round|came around|thought better|u-turn|instead)\\b",
  ],
];
const MARKERS = rows.map(([strength, stems, source]) => ({
  stems: stems.split("|"),
  strength,
  pattern: new RegExp(source, "giu"),
}));

const OWN_WORDS =
  /\b(?:i|we) (?:was|were) (?:wrong|mistaken|too \w+|hasty|misinformed|imprecise)\b|\b(?:i|we) (?:misspoke|miscounted|misjudged|take (?:that|it|this|my words|those words) back|withdraw (?:that|it|my|the)|regret (?:what|having|my words|saying)|no longer\b|spoke (?:rather |too |a (?:bit|little) |somewhat )?(?:warmly|hastily|soon|rashly|loosely|hotly|sharply|strongly|in (?:haste|anger|heat))|(?:have|['’]ve) (?:changed (?:my|our) (?:mind|view|position)|reconsidered|thought (?:again|better|(?:about|over) (?:it|that|this)(?: again| since| a (?:good|great) deal| a lot))|come (?:round|around)|moved|learned|revised|been persuaded)|(?:should|ought) (?:not|never) (?:to )?have (?:said|promised|ruled|used)|should have (?:said|told|been clearer)|must correct|have to correct|stand corrected|got (?:it|that) wrong|did say|used to (?:say|think|believe)|said (?:something else|otherwise|the opposite)|(?:said|told you|promised|ruled (?:it|that) out)\b[^.?!]{0,50}\b(?:(?:on|last) \w+day|last (?:week|month|year|night)|yesterday|in (?:\w+ber|january|february|march|april|may|june|july|august)|before|then|at the time))|\bwhat (?:i|we) said (?:on|last|in|then|before|about|was)|\bmy (?:words|remarks|statement) (?:of|on|last)\b|\bon reflection\b|\bcircumstances (?:have )?change|\bthat was (?:then|before)\b|\bmy earlier\b/iu;
const ASKED_WORDS =
  /\b(?:on|last|in) \p{L}+,? you (?:said|told|promised|ruled|denied|insisted|called|vowed|pledged)\b|\byou (?:had |have )?(?:said|told (?:us|this|the)|promised|ruled (?:it|that|this)? ?out|denied|insisted|vowed|pledged|swore)\b[^.?!]{0,90}\b(?:(?:on|last) \w+day|last (?:week|month|year|night)|yesterday|a (?:week|month|day|year) ago|(?:days|weeks|months) ago|in (?:\p{L}+ber|january|february|march|april|may|june|july|august)|earlier|before|then)\b|\bhave you changed your (?:mind|position|view)|\bwhat (?:has )?changed\b|\bwhy (?:the|this) change\b|\bthat is not what you said\b|\byou (?:had |have |once )?(?:told|assured|promised) (?:\p{L}+ ){1,4}?that\b|\b(?:an?|one|two|three|four|five|six|\d+|some) (?:day|week|month|year)s? ago,? you\b(?! were\b)|\byou (?:said|told us|told me) (?:otherwise|differently|something (?:else|different)|the opposite)\b/iu;

/** Places where a report's own words tell of a change. */
export function markersIn(text: string): Marker[] {
  const found: Marker[] = [];
  const lower = text.toLowerCase();
  for (const { strength, stems, pattern } of MARKERS) {
    // A look for bare stems spares most sentences the pattern.
    if (!stems.some((stem) => lower.includes(stem))) continue;
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!found.some((other) => other.start < end && start < other.end))
        found.push({ start, end, strength });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Does somebody say of himself that he takes something back? */
export const takesBack = (words: string): boolean => OWN_WORDS.test(words);
/** Does a question hold somebody's earlier words against him? */
export const holdsAgainst = (words: string): boolean => ASKED_WORDS.test(words);

/** A sentence that tells of an earlier time: "had", "on Monday", "last week", "a month before". */
export const EARLIER_WORDS = new RegExp(
  `\\b(?:had|having|once|originally|formerly|used to|at the time)\\b|\\b${WHEN}\\b`,
  "i",
);

/** A cue that gives words of an earlier time: "had pledged", "once said". */
export const EARLIER_CUE =
  /^(?:had|having|once|previously|earlier|initially|originally|used to)\b|\b(?:had|previously|earlier|once|originally|initially)\b/i;
