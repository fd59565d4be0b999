/**
 * A small lemmatizer for cue words: irregular forms by table, regular ones by undoing the suffix. It gives
 * candidates; the lexicon decides which of them is a word.
 */

const IRREGULAR: Record<string, string> = {};
const FORMS = `say:said,says,sayin tell:told write:wrote,written think:thought know:knew,known see:saw,seen
find:found feel:felt hear:heard read:read hold:held put:put give:gave,given make:made take:took,taken
speak:spoke,spoken swear:swore,sworn forbid:forbade,forbidden foresee:foresaw,foreseen foretell:foretold
withdraw:withdrew,withdrawn undertake:undertook,undertaken understand:understood mean:meant lay:laid
show:shown,showed shoot:shot hit:hit cast:cast stand:stood keep:kept come:came go:went,gone,goes begin:began,begun
choose:chose,chosen seek:sought bring:brought rip:ripped draw:drew,drawn throw:threw,thrown fight:fought
strike:struck,stricken sing:sang,sung forecast:forecast break:broke,broken leave:left let:let set:set bet:bet
lead:led lose:lost meet:met pay:paid send:sent spend:spent teach:taught win:won fall:fell,fallen get:got,gotten
grow:grew,grown have:has,had,having be:is,was,were,are,am,been,being,'re,'m do:did,does,done deny:denies,denied,denying
can:could will:would,'ll shall:should may:might lie:lied,lying rebut:rebutted plead:pled,pleaded
hide:hid,hidden forget:forgot,forgotten dream:dreamt bid:bid,bade misunderstand:misunderstood
overhear:overheard rethink:rethought retell:retold input:input awake:awoke`;
for (const entry of FORMS.split(/\s+/)) {
  const [lemma = "", forms = ""] = entry.split(":");
  for (const form of forms.split(",")) IRREGULAR[form] = lemma;
}
/** Forms that are words of their own before they are forms of another. */
const KEEP = new Set(["found", "left"]);

const ENDINGS: [RegExp, string[]][] = [
  [/ies$/, ["y"]],
  [/ied$/, ["y"]],
  [/ying$/, ["y", "ie"]],
  [/sses$/, ["ss"]],
  [/es$/, ["e", ""]],
  [/s$/, [""]],
  [/ed$/, ["e", ""]],
  [/ing$/, ["e", ""]],
  [/in$/, ["e", ""]],
];

/** Candidate lemmas of a word in lower case, likeliest first; the word itself is among them. */
function lemmas(lower: string): string[] {
  const irregular = IRREGULAR[lower];
  const out = irregular === undefined ? [lower] : KEEP.has(lower) ? [irregular, lower] : [irregular];
  for (const [ending, replacements] of ENDINGS) {
    if (!ending.test(lower)) continue;
    for (const replacement of replacements) {
      const base = lower.replace(ending, replacement);
      if (base.length < 2) continue;
      out.push(base);
      // "referred", "quipped": the consonant was doubled.
      if (replacement === "" && /([^aeiouls])\1$/.test(base)) out.push(base.slice(0, -1));
      // "travelled" is British for travel, but "call" keeps its own.
      if (replacement === "" && /([^aeiou])\1$/.test(base)) out.push(base.slice(0, -1));
    }
  }
  return [...new Set(out)];
}

/** The first candidate lemma that the table knows, or null. */
export function lemmaIn(lower: string, known: { has(lemma: string): boolean }): string | null {
  for (const lemma of lemmas(lower)) if (known.has(lemma)) return lemma;
  return null;
}

const PAST = new Set(
  `said told wrote thought knew saw found felt heard held gave made took spoke swore forbade foresaw foretold withdrew
undertook understood meant laid stood kept came went began chose sought brought drew threw fought struck sang broke had
was were did could would should might shot`.split(/\s+/),
);

/** How a verb form may be used by itself: a past or present tense, or neither (participle, infinitive). */
export function finite(lower: string): "past" | "present" | "base" | "ing" | "participle" {
  if (PAST.has(lower)) return "past";
  if (/ing$/.test(lower) && lower.length > 5) return "ing";
  if (/(?:written|known|seen|given|taken|spoken|sworn|foreseen|chosen|drawn|thrown|broken)$/.test(lower))
    return "participle";
  if (
    /ed$/.test(lower) &&
    lower.length > 3 &&
    !/^(?:need|feed|seed|speed|indeed|hundred|sacred|naked|breed|exceed)$/.test(lower)
  )
    return "past";
  if (/[^s]s$/.test(lower)) return "present";
  return "base";
}
