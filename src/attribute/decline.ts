/**
 * Answers that give none, in a speaker's own words: "No comment", "I am not going to discuss that".
 */

const VERBS =
  "(?:comment|discuss|talk|say|get into|go into|be drawn|answer|speculate|confirm|name|elaborate|characteri[sz]e|describe|respond|speak|reveal|disclose|address|engage|do that|go there|share|read out|negotiate|litigate|debate|give (?:you )?(?:details|names|numbers|a (?:date|timeline|number)))";
const ADVERB = "(?:really |just |even |now |obviously |certainly |simply |also |publicly )*";
const OPENERS =
  "(?:(?:well|look|again|sorry|no|as i said|i(?:'m| am) sorry|thank you|thanks|sir|ma'am)[,.;—– ]+(?:but )?)*";
const PATTERNS = [
  "no (?:further )?comment\\b",
  "(?:i|we)(?:'ve| have)? (?:have |got )?(?:no|nothing) (?:further |more |else )*(?:comment|to (?:say|add|announce|share|report))",
  `(?:i|we)(?:'m|'re| am| are) ${ADVERB}not ${ADVERB}(?:going to|prepared to|in a position to|able to|at liberty to|here to|ready to|about to|willing to|free to|allowed to) ${ADVERB}${VERBS}`,
  `(?:i|we) (?:won't|will not|can't|cannot|can not|wouldn't|would not|would rather not|don't want to|do not want to|decline to|refuse to|prefer not to|would prefer not to) ${ADVERB}${VERBS}`,
  `(?:i|we)'d (?:rather|prefer) not(?: to)? ${ADVERB}${VERBS}`,
  "(?:i|we)(?:'d| would|'ll| will| have to) (?:just )?(?:refer you to|let (?:that|it|the \\w+) (?:stand|speak)|leave (?:that|it) (?:at|there|to))",
  "(?:it would|it wouldn't|it's|it is|that(?:'s| is)) (?:not |be )*(?:inappropriate|appropriate|for me|my place|something i)(?: for me| for us)? to (?:comment|say|discuss|speculate|answer|talk)",
  "(?:next question|ask (?:him|her|them|the \\w+)\\b)",
];
const OPENING = new RegExp(`^["“”‘'\\s]*${OPENERS}(?:${PATTERNS.join("|")})`, "i");

/** True where a sentence in a speaker's own words declines to answer. */
export function declines(sentence: string): boolean {
  return OPENING.test(sentence.replaceAll("’", "'").slice(0, 240));
}
