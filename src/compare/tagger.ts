import model from "wink-eng-lite-web-model";
import winkNLP, { type Document, type WinkMethods } from "wink-nlp";

/** What of the package's loaded dictionary is used here: its words, the texts' own added behind the `intrinsicSize` of its own. */
interface Dictionary {
  features: { lexeme: { list: string[]; hash: Record<string, number>; intrinsicSize: number } };
}

/** Words that texts may add before the dictionary is loaded anew: their traces take memory, and have room for so many. */
const MOST_ADDED = 50_000;

let tagger: { nlp: WinkMethods; dictionary: Dictionary; seen: number } | null = null;

function open(): NonNullable<typeof tagger> {
  let dictionary: Dictionary | null = null;
  const nlp = winkNLP(
    {
      ...model,
      core: () => {
        dictionary = (model as unknown as { core: () => Dictionary }).core();
        return dictionary;
      },
      // Patterns of the user's own, of which there are none. The package's loader for them doubles its data at every call.
      metaCER: () => ({ machines: "", transformers: [null] }),
    },
    ["sbd", "pos"],
  );
  return { nlp, dictionary: dictionary!, seen: dictionary!.features.lexeme.intrinsicSize };
}

/**
 * Analyses a text as the first that was ever read. The package keeps the words of every text, and takes what it once met
 * as one word ("Orsik's" at the end of a sentence) for one ever after: what was read before would show in the result.
 */
export function readAfresh(text: string): Document {
  tagger ??= open();
  let { list, hash, intrinsicSize } = tagger.dictionary.features.lexeme;
  if (list.length - intrinsicSize > MOST_ADDED) {
    tagger = open();
    ({ list, hash, intrinsicSize } = tagger.dictionary.features.lexeme);
  }
  const document = tagger.nlp.readDoc(text);
  for (let k = tagger.seen; k < list.length; k++) delete hash[list[k]!];
  tagger.seen = list.length;
  return document;
}

tagger = open();
export const its = tagger.nlp.its;
