/**
 * Cues with several readings: what the content, the words behind the cue and the source decide.
 */
import type { Act } from "../model.ts";
import type { Complement } from "./complement.ts";
import { holderNoun, nameWord } from "./holder.ts";
import type { Sense } from "./lexicon.ts";
import type { CueWord } from "./normalise.ts";
import type { Word } from "./words.ts";

export interface CueContext {
  cue: Word[];
  /** Words right before the cue outside every mark, at most three: "did not", "never". */
  before: Word[];
  /** Words between the cue and the content behind it, then the content's own: "on Mr. Ruiz | to resign". */
  after: Word[];
  /** Lower-case words of the source. */
  source: string[];
  content: Complement;
}

const UNTRUE = new Set(
  "false untrue lie lies baseless unfounded nonsense fabricated fabrication hoax fiction absurd ridiculous misleading inaccurate incorrect slander groundless ludicrous preposterous rubbish bogus unsubstantiated".split(
    " ",
  ),
);
const JOINT =
  /\b(?:both|two|three|sides|parties|leaders|presidents|ministers|countries|governments|they|we|all|and|companies)\b/;

/** What the content, the words behind the cue and the source change in the sense of its head. */
export function refine(lemma: string | null, sense: Sense, context: CueContext, after: CueWord[]): Sense {
  const { content } = context;
  const next = after[0]?.lemma ?? "";
  const cueEnd = context.cue.filter((w) => w.lexical).at(-1)?.lower ?? "";
  const speech = (act: Act): Sense => ({ kind: "speech", act });
  const has = (pattern: RegExp, count = 6) => content.words.slice(0, count).some((w) => pattern.test(w));
  switch (lemma) {
    case "say":
    case "add":
    case "tell":
      if ((content.start === "to" || /^not to /.test(content.words.slice(0, 3).join(" "))) && lemma !== "add")
        return speech("demand");
      if (content.question) return speech("ask");
      return content.imperative ? speech("demand") : sense;
    case "shout":
    case "cry":
    case "yell":
    case "chant":
    case "write":
    case "reply":
    case "continue":
    case "tweet":
      return content.question ? speech("ask") : content.imperative ? speech("demand") : sense;
    case "suggest":
    case "suggestion":
      return content.start === "to" || content.start === "gerund" || content.ought
        ? speech("propose")
        : sense;
    case "insist":
    case "insistence":
      return next === "on" || cueEnd === "on" || content.ought ? speech("demand") : sense;
    case "question":
      return /^(?:about|on)$/.test(cueEnd) ||
        content.words[0] === "about" ||
        content.question ||
        asksSomebody(context)
        ? speech("ask")
        : speech("doubt");
    case "agree":
    case "agreement":
    case "concur":
      return readAgreement(context, cueEnd, next);
    case "accept":
    case "acceptance":
      return has(
        /^(?:offers?|proposals?|invitations?|deal|nomination|terms|resignation|bid|compromise|ceasefire|cease-fire|truce|plan)$/,
      ) && !has(/^(?:claim|denial|explanation|that)$/, 2)
        ? speech("agree")
        : has(/^(?:responsibility|blame)$/, 4)
          ? speech("confirm")
          : sense;
    case "acknowledge":
      return has(/^(?:claims?|criticisms?|complaints?|argument|point|denial)$/, 4) ? speech("accept") : sense;
    case "declare":
      return content.start === "other" &&
        has(
          /^(?:emergency|war|winner|victory|candidacy|bankruptcy|independence|mourning|holiday|ceasefire|truce|strike)$/,
        )
        ? speech("announce")
        : sense;
    case "word":
      return content.start === "that" && content.future ? speech("promise") : sense;
    case "assure":
    case "reassure":
      return content.future || content.start === "to" || content.words.length === 0
        ? sense
        : speech("assert");
    // A fact is denied, a view rejected.
    case "dispute":
    case "contest":
    case "contradict":
      return has(
        /^(?:views?|opinions?|interpretations?|rulings?|decisions?|verdicts?|judge?ments?|arguments?|ideas?|notions?)$/,
        4,
      )
        ? speech("reject")
        : sense;
    // What will come is expected; what is, believed.
    case "fear":
      return content.future || content.start === "gerund" ? { kind: "belief", act: "expect" } : sense;
    // "there were reports that", "suggestions": nobody vouches for them.
    case "report":
    case "suggestions":
      return context.source.length === 0 &&
        !context.cue.some((w) => /^(?:is|was|are|were|been)$/.test(w.lower))
        ? speech("allege")
        : sense;
    case "estimate":
      return sense;
    case "like":
    case "love":
    case "prefer":
      return context.cue.some((w) => /^(?:would|'d)$/.test(w.lower))
        ? { kind: "intention", act: "want" }
        : sense;
    case "consider":
      return content.start === "gerund" ? { kind: "intention", act: "want" } : sense;
    case "think":
      return cueEnd === "of" || content.words[0] === "of" ? { kind: "intention", act: "want" } : sense;
    case "mean":
      return content.start === "to" ? sense : speech("assert");
    case "want":
      return content.words[0] === "to" && content.words[1] === "know" ? speech("ask") : sense;
    case "decide":
    case "resolve":
    case "choose":
      return content.start === "to" &&
        JOINT.test(context.source.join(" ")) &&
        !/\b(?:they|we|all)\b/.test(context.source.join(" "))
        ? speech("agree")
        : sense;
    case "appeal":
      return content.words[0] === "the" && has(/^(?:ruling|decision|verdict|sentence|conviction)$/)
        ? speech("reject")
        : sense;
    case "order":
    case "command":
      return sense;
    case "defend":
      return sense;
    case "argue":
    case "speak":
      return cueEnd === "for" ? speech("propose") : sense;
    case "call":
      if (content.start === "to") return speech("demand");
      return content.words.some((w) => UNTRUE.has(w)) ? speech("reject") : sense;
    case "label":
    case "brand":
    case "describe":
    case "characterize":
    case "characterise":
    case "term":
    case "dub":
      // "called the claim a lie", "described it as baseless"
      return content.words.some((w) => UNTRUE.has(w)) ? speech("reject") : sense;
    case "offer":
      return content.words[0] === "no" ? speech("assert") : sense;
    case "refer":
      // "referred all questions to the ministry"
      return content.words
        .slice(0, 5)
        .some((w) => /^(?:questions?|inquiries|queries|calls|requests?|comment)$/.test(w))
        ? speech("decline")
        : sense;
    case "press":
    case "push":
      return content.words[0] === "about" || content.words[0] === "on" ? speech("ask") : sense;
    case "comment":
    case "response":
      return /^no\b/.test(context.cue.map((w) => w.lower).join(" ")) ? speech("decline") : sense;
    default:
      return sense;
  }
}

/** "questioned the mayor about …": a person as object, then "about", or with a name "on" or "over". */
function asksSomebody(context: CueContext): boolean {
  const { words } = context.content;
  const first = context.after.find((w) => w.lexical);
  if (!first) return false;
  const named = nameWord(first);
  const person = named || /^(?:him|her|them|me|us)$/.test(first.lower) || words.slice(0, 4).some(holderNoun);
  const at = words.findIndex((w) => w === "about" || (named && (w === "on" || w === "over")));
  return person && at > 0 && at < 18 && !context.after.slice(0, 6).some((w) => w.lower === "'s");
}

/** A joint undertaking is `agree`; taking another's claim as true is `accept`. */
function readAgreement(context: CueContext, cueEnd: string, next: string): Sense {
  const { content, source } = context;
  const agree: Sense = { kind: "speech", act: "agree" };
  if (content.start === "to" || /^(?:to|on|upon)$/.test(cueEnd) || /^(?:to|on|upon)$/.test(next))
    return agree;
  if (cueEnd === "with" || content.words[0] === "with") return { kind: "speech", act: "accept" };
  if (JOINT.test(source.join(" "))) return agree;
  if (content.start === "none") return agree;
  return content.future || content.ought ? agree : { kind: "speech", act: "accept" };
}
