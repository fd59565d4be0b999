/** What was denied altogether, and later granted in part: "there was no letter", then "there were four". */
import type { PointContext } from "./point.ts";
import { saysAgain } from "./shift-echo.ts";
import { type Change, nearness, placeOfVoice, type Voice, wordsOf } from "./shift-voice.ts";

/** Nobody, nothing, never: words that a single case refutes. */
const ALTOGETHER =
  /\b(?:nobody|no one|none|nothing|never|nowhere|not (?:one|a single|once|any)|(?:have|had|has|is|was|were|are|be|been|with) no (?!longer|more\b|doubt|matter|wonder)\p{L}+|no (?:other |such )?(?!longer|more\b|doubt|matter|wonder)\p{L}+ (?:was|were|has|had|will|would|did|is|are))\b/iu;

/** Words that grant a case: it was there, one did, it may have been, it can't be excluded. */
const GRANTED =
  /\b(?:there (?:was|were|is|are|had been|has been|have been)\b(?! (?:no|not|never)\b)|(?:may|might|could) (?:well )?have\b|might (?:well )?be\b|did (?!not\b|no\b)\p{L}+|(?:some|several|a few) (?:of )?\p{L}+|(?<=^\W*|\bthat )one (?!may|must|can|could|should|would|might|does|has|is)\p{L}+ (?:of )?\p{L}+|(?:can|could|would)(?:not|n['’]t| no longer| not) (?:rule out|exclude|be ruled out|be excluded)|no longer (?:rule out|exclude|deny))/iu;

const NEGATED = /\b(?:not|no(?! longer)|never|nobody|none|nothing|neither|nor)\b|n['’]t\b/i;

/** Is the one refuted by a single case that the other grants? */
export function isConceded(from: Voice, to: Voice): boolean {
  const [first = ""] = wordsOf(to.statement).split(/(?<=[.!?;])\s/);
  const granted = GRANTED.exec(first);
  if (!granted || !ALTOGETHER.test(wordsOf(from.statement))) return false;
  return !NEGATED.test(first.replace(granted[0], " "));
}

/** So near in matter are what was denied and what is granted. */
const NEAR = 0.28;
/** Earlier denials of one holder that are looked through. */
const MOST_EARLIER = 80;

/** Changes that no text remarks on: the same holder denies altogether, and grants on a later day. */
export function concededChanges(
  context: PointContext,
  voices: ReadonlyMap<string, readonly Voice[]>,
): Change[] {
  const found: Change[] = [];
  for (const [holder, list] of voices) {
    const denials = list.filter(({ statement }) => ALTOGETHER.test(wordsOf(statement)));
    if (denials.length === 0) continue;
    for (const to of list)
      for (const from of denials.filter((one) => earlier(one, to)).slice(-MOST_EARLIER)) {
        if (!isConceded(from, to) || saysAgain(from, to)) continue;
        const { topic, agree, clash } = nearness(from, to, context);
        if (topic < NEAR || agree > 0.3) continue;
        found.push({
          from: placeOfVoice(from),
          to: placeOfVoice(to),
          holder,
          worth: 0.3 + topic + 0.6 * clash + (from.direct ? 0.15 : 0) + (to.direct ? 0.15 : 0),
        });
      }
  }
  return found;
}

const earlier = (from: Voice, to: Voice): boolean =>
  from.day !== null && to.day !== null && from.day < to.day && from.article.id !== to.article.id;
