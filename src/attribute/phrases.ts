/**
 * Cues of several words that say more than their head: tried in order, on the cue's lemmas ("take issue with").
 */
import type { Act, StatementKind } from "../model.ts";
import type { Sense } from "./lexicon.ts";

interface PhraseSense extends Sense {
  /** True where the phrase says itself that the reporting did not happen. */
  negated: boolean;
  /** True where a "not" in the phrase belongs to it and does not negate the reporting. */
  closed: boolean;
}

const rows: [RegExp, StatementKind, Act, ("negated" | "closed")?][] = [
  // Not answering. A "not" here is part of it.
  [/\bneither confirm nor deny\b|\bconfirm (?:n?or|or) deny\b/, "speech", "decline", "closed"],
  [/\bno (?:further |immediate |more )?comment\b/, "speech", "decline", "closed"],
  [
    /\b(?:decline|refuse)(?: repeatedly| again)? (?:all |any |further |to )?(?:comment|requests? for|interview|an interview|questions)\b/,
    "speech",
    "decline",
    "closed",
  ],
  [
    /\bnot (?:\w+ly |yet |have |be )*(?:respond|reply|comment|elaborate|return|answer)\b/,
    "speech",
    "decline",
    "closed",
  ],
  [/\bnever (?:respond|reply|comment|elaborate|return|answer)\b/, "speech", "decline", "closed"],
  [
    /\b(?:can|be) not (?:\w+ly )*be reach(?:ed)?\b|\bnot (?:\w+ly )*(?:available|reachable)\b/,
    "speech",
    "decline",
    "closed",
  ],
  [/\bbe unavailable\b|\bunavailable for comment\b/, "speech", "decline", "closed"],
  [
    /\b(?:give|offer|provide) no (?:\w+ )?(?:details?|reasons?|explanations?|answers?|specifics|timeline|date|reply|response|comment|information)\b/,
    "speech",
    "decline",
    "closed",
  ],
  [/\b(?:fail|neglect) to (?:respond|reply|answer|comment)\b/, "speech", "decline", "closed"],
  [/\b(?:refrain|shy away|shy) from (?:comment|answer|discuss|say)\w*/, "speech", "decline", "closed"],
  [
    /\b(?:avoid|dodge|evade|sidestep|duck|deflect|brush off|ignore) .*questions?\b/,
    "speech",
    "decline",
    "closed",
  ],
  [
    /\bwill not (?:\w+ly |even |yet |be )*(?:say|comment|discuss|answer|elaborate|specify|name|identify|confirm|disclose|reveal|speculate|rule out|talk|speak|address|detail|divulge|go into|get into|engage|be drawn)\b/,
    "speech",
    "decline",
    "closed",
  ],
  [
    /\bnot (?:go|get)(?:ing)? (?:in)?to (?:\w+ )?(?:discuss|comment|speculate|talk|get into|go into|answer)\b/,
    "speech",
    "decline",
    "closed",
  ],
  [/\b(?:refuse|decline) to (?:\w+ly )?rule out\b/, "speech", "decline", "closed"],
  [
    /\bkeep (?:quiet|silent|mum)\b|\b(?:remain|stay) (?:silent|mum|tight-lipped|quiet)\b/,
    "speech",
    "decline",
    "closed",
  ],
  [/\bhave yet to (?:\w+ly )?(?:comment|reply|respond|answer|say)\b/, "speech", "decline", "closed"],
  [/\bprefer not\b|\bbe vague\b/, "speech", "decline", "closed"],
  [/\b(?:will|can) not (?:accept|agree)\b/, "speech", "reject", "closed"],
  // Says "not" and means nothing of the kind.
  [/\bmake no secret\b/, "speech", "assert", "closed"],
  [/\bbe in no doubt\b/, "belief", "believe", "closed"],
  [/\bnot mince words\b/, "speech", "criticise", "closed"],
  [/\bnot (?:be )?buy(?:ing)?\b/, "belief", "doubt", "closed"],
  // Holding.
  [
    /^(?:in|to) (?:estimate|view|opinion|assessment|judge?ment|mind|eyes?|reckoning)$|^(?:for|to)$/,
    "belief",
    "believe",
  ],
  [/\blet it be known\b/, "speech", "announce"],
  [/\bthere (?:be|'s) (?:\w+ )?calls?\b/, "speech", "demand"],
  [/\bfear(?:s|ed|ing)? for\b/, "belief", "expect"],
  [/\b(?:settle for|(?:would|will) sooner|weigh(?:ing)?(?: up)?)\b/, "intention", "want"],
  // Denying and rejecting.
  [/\bplead (?:not guilty|innocent)\b/, "speech", "deny", "closed"],
  [/\bplead guilty\b/, "speech", "confirm"],
  [
    /\b(?:issue|make|give|repeat|release) (?:an? |another |his |her |their )?(?:\w+ )?denials?\b/,
    "speech",
    "deny",
  ],
  [/\bpush(?:ed)? back\b|\bpushback\b/, "speech", "reject"],
  [
    /\bhit(?:ting)? back\b|\bshoot back\b|\bfire back\b|\bpunch back\b|\bbat away\b|\bswat (?:away|down|aside)\b/,
    "speech",
    "reject",
  ],
  [/\btake issue\b|\btake exception\b|\bbeg to differ\b|\bdisagree\b/, "speech", "reject"],
  [
    /\bsay no\b|\bturn down\b|\bbrush (?:aside|off|away)\b|\bshrug off\b|\bwave (?:away|off|aside)\b|\blaugh off\b/,
    "speech",
    "reject",
  ],
  [/\brule out\b/, "speech", "reject"],
  [/\bplay down\b|\bdownplay\b|\bpour cold water\b/, "speech", "doubt"],
  [
    /\b(?:distance|disassociate|dissociate) (?:him|her|them|it|my|our)?sel(?:f|ves) from\b/,
    "speech",
    "reject",
  ],
  [/\bwalk back\b|\bbacktrack\b|\bretract\b|\brecant\b|\btake back\b/, "speech", "reject"],
  [/\bbe (?:\w+ly )?(?:against|opposed to|in opposition)\b/, "belief", "reject"],
  [
    /\b(?:come out|speak out|speak|vote|argue|stand) (?:\w+ly )?(?:against|opposed to|in opposition)\b/,
    "speech",
    "reject",
  ],
  // Doubting.
  [
    /\bcast (?:\w+ )?doubts?\b|\b(?:raise|express|voice|have) (?:\w+ )*(?:doubts?|questions?|skepticism|scepticism|reservations|misgivings)\b/,
    "speech",
    "doubt",
  ],
  [/\bcall in(?:to)? question\b|\bquestion marks?\b/, "speech", "doubt"],
  [
    /\b(?:be )?(?:not|n't) (?:\w+ly |so |too |entirely )*(?:sure|certain|convinced|clear|persuaded)\b/,
    "belief",
    "doubt",
    "closed",
  ],
  // Accepting and agreeing.
  [
    /\bsay yes\b|\bsign(?:ed)? off on\b|\bsign (?:up|on) (?:to|for)\b|\b(?:reach|strike|come to|sign) (?:an? |the )?(?:\w+ )?(?:agreement|accord|deal|compromise)\b|\bshake hands on\b/,
    "speech",
    "agree",
  ],
  [/\bback(?:ed)? down\b|\bcave (?:in)?\b|\bgive in\b/, "speech", "accept"],
  [/\btake .* at (?:his|her|their|its) word\b|\bcome (?:a)?round to\b/, "belief", "accept"],
  // Confirming, standing by.
  [
    /\bstand by\b|\bstick (?:by|to|with)\b|\bdouble down\b|\bown up\b|\bcome clean\b|\bvouch for\b/,
    "speech",
    "confirm",
  ],
  [
    /\btake (?:full |the |some )?(?:responsibility|blame)\b|\baccept (?:full |the |some )?(?:responsibility|blame)\b/,
    "speech",
    "confirm",
  ],
  // Promising, threatening, warning.
  [
    /\bgive (?:him|her|them|us|his|her|their|its|my|our|the|a|an|repeated|firm|written)?(?: own)? ?(?:word|assurances?|undertakings?|guarantees?|commitments?|promises?|pledges?)\b/,
    "speech",
    "promise",
  ],
  [
    /\b(?:make|renew|repeat|offer|issue|extend) (?:an? |the |his |her |their |its )?(?:\w+ )?(?:promises?|pledges?|commitments?|assurances?|guarantees?|vows?)\b/,
    "speech",
    "promise",
  ],
  [
    /\b(?:make|issue|repeat|utter|level) (?:an? |the |his |her |their |fresh |new )?(?:\w+ )?(?:threats?|ultimatums?)\b/,
    "speech",
    "threaten",
  ],
  [
    /\b(?:issue|give|sound|deliver|send|repeat) (?:an? |the |his |her |their |fresh |new |another )?(?:\w+ )?(?:warnings?|alarm|alarms)\b/,
    "speech",
    "warn",
  ],
  [
    /\bexpress (?:\w+ )*(?:concerns?|alarm|worry|worries|fears?)\b|\b(?:raise|voice) (?:\w+ )*(?:concerns?|alarm|worry|worries|fears?)\b/,
    "speech",
    "warn",
  ],
  // Demanding, asking, proposing.
  [
    /\bcall(?:ed)? (?:\w+ly |also |again )*(?:for|upon|on)\b|\bpress for\b|\bpush for\b|\binsist on\b|\bserve notice\b|\bholler for\b/,
    "speech",
    "demand",
  ],
  [
    /\b(?:want|ask|demand|like) to know\b|\bask about\b|\bpose (?:\w+ )?questions?\b|\b(?:put|ask) (?:\w+ )*questions?\b|\bpress (?:\w+ )*(?:about|on)\b/,
    "speech",
    "ask",
  ],
  [/\bplead (?:for|with)\b|\bappeal (?:to|for)\b/, "speech", "ask"],
  [/\bput forward\b|\bput on the table\b|\bhold out\b/, "speech", "propose"],
  // Expecting, wanting.
  [/\bbe (?:\w+ly |not )*(?:expect|predict|project|forecast|supposed)\b/, "belief", "expect"],
  [/\bbe (?:\w+ly |not )*(?:think|believe|say|report|know|understand|rumou?r) to\b/, "belief", "believe"],
  [
    /\blook(?:ing)? forward\b|\blook(?:ing)? (?:to|for)\b|\bbe (?:going|about) to\b|\bset out to\b|\bhave in mind\b|\bwill (?:like|love|prefer|rather)\b|'d (?:like|love|prefer|rather)\b|\bthink(?:ing)? of\b|\bconsider \w+ing\b/,
    "intention",
    "want",
  ],
  [
    /\bexpress (?:\w+ )*(?:interest|willingness|readiness|hopes?|desire|wish|intention|support)\b/,
    "intention",
    "want",
  ],
  [/\bexpress (?:\w+ )*(?:confidence|optimism|expectations?)\b/, "speech", "expect"],
  [/\bcount(?:ing)? on\b|\brely(?:ing)? on\b/, "belief", "expect"],
  // Praise and criticism.
  [/\bbe (?:\w+ly )?(?:encourage|hearten|reassure|impress) by\b/, "belief", "praise"],
  [
    /\bexpress (?:\w+ )*(?:thanks|gratitude|appreciation|satisfaction|admiration|praise|delight|pleasure|relief|sympathy|condolences)\b|\b(?:heap|lavish) .*praise\b|\bpay tribute\b|\bspeak (?:highly|warmly)\b|\bsing .*praises\b/,
    "speech",
    "praise",
  ],
  [
    /\bexpress (?:\w+ )*(?:anger|outrage|disappointment|frustration|dismay|regret|displeasure|indignation|fury|disgust|criticism|opposition)\b/,
    "speech",
    "criticise",
  ],
  [
    /\b(?:lash|hit|strike) out\b|\bspeak out\b|\brail (?:against|at)\b|\b(?:tear|rip|lay|light|pitch) in(?:to)?\b|\bgo after\b|\btake aim\b|\btake .* to task\b|\btake (?:a )?(?:swipe|shot|jab|dig)\w*\b|\bpoke fun\b|\bmake fun\b|\bbe critical\b|\bfind fault\b|\btake to task\b/,
    "speech",
    "criticise",
  ],
  [/\b(?:lodge|file|make|register) (?:an? )?(?:\w+ )?(?:protests?|complaints?)\b/, "speech", "criticise"],
  [
    /\bpoint(?:ing)? (?:the |a |their |his |her )?fingers?\b|\blay (?:the )?blame\b|\bput (?:the )?blame\b|\bhold .* responsible\b|\bfile suit\b|\bfile (?:a |the )?(?:\w+ )?(?:law)?suit\b/,
    "speech",
    "accuse",
  ],
  // Not quite saying.
  [
    /\bstop short of\b|\b(?:fail|neglect|forget|omit) to (?:say|mention|tell|note|acknowledge|explain|disclose|report|state|specify)\b|\b(?:make|made) no (?:mention|reference)\b|\bsay nothing\b|\brefrain from\b/,
    "speech",
    "assert",
    "negated",
  ],
  // Plain saying.
  [
    /\bmake (?:it |this |that |his \w+ |her \w+ )?(?:\w+ly |very |so |quite |abundantly )*(?:clear|plain|known|public)\b/,
    "speech",
    "assert",
  ],
  [
    /\bbe quoted\b|\bquote as saying\b|\bbe (?:\w+ly )?hear (?:to )?say(?:ing)?\b|\bgo on record\b|\bspell out\b|\bset out\b|\blay out\b|\bsum up\b|\bput it\b|\bchime in\b|\bweigh in\b|\bin .* words\b/,
    "speech",
    "assert",
  ],
];

/** The sense of a phrase within a line of lemmas, or null. */
export function phraseSense(line: string): PhraseSense | null {
  for (const [pattern, kind, act, flag] of rows) {
    if (pattern.test(line)) return { kind, act, negated: flag === "negated", closed: flag === "closed" };
  }
  return null;
}
