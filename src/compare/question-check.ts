/** What no question that is read aloud may have. Looks at the text alone, so that it judges every question, however it was made. */

const OPENERS =
  /^(?:Did|Do|Does|Is|Are|Was|Were|Has|Have|Had|Will|Would|Can|Could|Should|Must|What|How|When|Where|Who|By how much)\b/;

/** Words that leave a phrase open. */
const OPEN_END =
  /(?:^|\s)(?:the|a|an|my|our|his|its|their|and|or|but|nor|of|than|that|which|who|whose|because|if|whether|although|while|very|mr\.?|mrs\.?|ms\.?|dr\.?|is|was|are|were|has|’s)\?$/i;

/** Words that must not stand beside each other. */
const CLASHES =
  /\b(?:the|a|an|of|to|in|at|by|for|with|from|and|or) (?:the the|of|is|was|are|were|and|or|has|had|have|did|does)\b|\b(?:the|a|an|every) (?:the|a|an|this|that|these|those|he|she|they|we|i|his|her|my|our|and|or|is|was)\b|\b(\p{L}{2,}) \1\b|\b(?:have|has) (?:is|was|are|were)\b|\bto to\b/iu;

const FINITE = /^(?:Did|Do|Does)$/;

/** Words of the subject that "do" and "does" can't stand before. */
const SINGULAR =
  /^(?:Do|Are|Were|Have) (?:a|an|each|every|it|he|she|this|that|one|nobody|anybody|everybody|somebody|everyone)\b(?! (?:lot|number|few|dozen|couple|hundred|thousand|handful|majority|good|great|further|million|third|quarter|half))/i;
const PLURAL =
  /^(?:Does|Is|Was|Has) (?:they|we|these|those|both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|many|several|few|people)\b(?! (?:of|per|percent|hours?|minutes?|days?|weeks?|months?|years?|o’clock|million|billion|thousand|kilometres?|metres?|crowns?|dollars?))/i;

/** What is wrong with a question, in words for a test's message; empty where nothing was found. */
export function faultsOf(text: string): string[] {
  const faults: string[] = [];
  const words = text.replace(/\?$/, "").split(/\s+/);
  if (!OPENERS.test(text)) faults.push("opens with no auxiliary or question word");
  if (
    !/[\p{L}\p{N})%.’]\?$/u.test(text) ||
    /\.\?$/.test(text.replace(/\b(?:[ap]\.m|Inc|Ltd|Co|Jr|Sr|\p{Lu})\.\?$/u, "?"))
  )
    faults.push("ends badly");
  if (/["“”'‘`]/.test(text)) faults.push("quotation mark");
  if (/[;:—–!?]./.test(text)) faults.push("mark inside");
  if (/\s[,.’]/.test(text.replace(/s’ /g, "s "))) faults.push("space before a mark");
  if (
    /\b(?:you|your|yours|yourself|yourselves|we|us|our|ours|ourselves|I|me|my|mine|myself)\b/i.test(
      text.replace(/\bI{2,}\b|\bNo\. I\b|\b[A-Z]\.? I\b/g, ""),
    )
  )
    faults.push("first or second person");
  if (OPEN_END.test(text) || /^(?:Do|Does|Did|Have|Has)\b.* have\?$/.test(text))
    faults.push("phrase left open");
  if (CLASHES.test(text)) faults.push("words that clash");
  if (SINGULAR.test(text) || PLURAL.test(text)) faults.push("number of subject and verb");
  if (
    FINITE.test(words[0]!) &&
    words.slice(1, 3).some((word) => /^(?:is|was|are|were|will|would)$/i.test(word))
  )
    faults.push("two finite verbs");
  if ((text.match(/\(/g)?.length ?? 0) !== (text.match(/\)/g)?.length ?? 0)) faults.push("bracket left open");
  if (twiceNamed(words)) faults.push("name told twice");
  if (strayCapital(words)) faults.push("stray capital");
  return faults;
}

/** A name of two words, or a surname behind a full name, that comes again. */
function twiceNamed(words: readonly string[]): boolean {
  const names = words
    .slice(1)
    .map((word) => word.replace(/[,.]+$/, "").replace(/’s?$/, ""))
    .filter((word) => /^\p{Lu}[\p{Ll}’-]+/u.test(word) && word.length > 2 && !GENERAL.test(word));
  return new Set(names).size < names.length;
}

/** Parts of bodies' names, which may share them: "the Ministry of …". */
const GENERAL =
  /^(?:The|Ministry|Minister|Union|Council|Court|Office|Board|Bank|Club|House|Hall|Street|Road|Lake|Port|North|South|East|West|New|Mr|Ms|Mrs|Dr|President|Prime|Party|National|Company|Group)$/;

/** Words that have a capital only where a sentence begins. */
function strayCapital(words: readonly string[]): boolean {
  return words
    .slice(1)
    .some(
      (word, n) =>
        STRAY.test(word.replace(/[,.]+$/, "")) &&
        !/^\p{Lu}/u.test(words[n + 2] ?? "") &&
        !/^\p{Lu}/u.test(n > 0 ? words[n]! : ""),
    );
}

const STRAY =
  /^(?:The|A|An|This|That|These|Those|Every|Each|All|Both|Some|Any|No|None|Nobody|His|Her|Its|Their|He|She|It|They|There|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety|Several|Many|Most|Few|Whoever|Yesterday|Today|Then|And|But|Or|Not|In|On|At|With|For|After|Before)$/;
