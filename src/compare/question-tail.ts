/** What follows the verb, as far as it can be read aloud: cut where a phrase ends, never inside one. */
import { type Caller, isPerson, lowered, type Voices } from "./called.ts";
import type { Token } from "./language.ts";
import { carriesClause, clauseFollows, endsPhrase, finiteFollows, joins } from "./phrase-end.ts";
import { isQuote, type Word } from "./printed.ts";
import { inTail } from "./turned.ts";
import { isVerbal } from "./verb-group.ts";
import { REPORTING_VERBS, SUBORDINATORS } from "./vocabulary.ts";

interface Tail {
  words: Word[];
  cost: number;
  /** It ends where the clause does. */
  whole: boolean;
}

interface TailContext {
  tokens: readonly Token[];
  from: number;
  to: number;
  /** Tokens that the question asks for, left out. */
  omit: { from: number; to: number } | null;
  caller: Caller;
  voices: Voices;
  /** The question opens with a form of be or have: participles go on with it. */
  auxiliary: boolean;
}

/** From so many words on it ends at the next preposition. */
const LONG = 15;
/** From so many on it does without a clause that only adds. */
const LONG_FOR_CLAUSE = 9;
const DEICTIC = /^(?:today|yesterday|tonight|tomorrow|now)$/;
const DROPPED = /^(?:also|too|however|therefore|already|either|even|meanwhile|moreover)$/;
/** Subordinating words that are prepositions as well. */
const PREPOSITION = /^(?:as|than|before|after|since|until|like)$/;
const ADDING =
  /^(?:when|while|although|though|because|since|which|whose|where|but|after|before|as|unless|until|if)$/;
/** Behind these a clause needs no "that". */
const TAKES_CLAUSE = /^(?:know|feel|see|hear|understand|learn|find|make|sure|glad|sorry)$/;
const DEMONSTRATIVE = /^(?:so|this|that|these|those|such)$/;

/** From behind the verb to where the clause can end; null where no good end was found. */
export function tailOf(context: TailContext): Tail | null {
  return new TailReader(context).read();
}

class TailReader {
  private readonly words: Word[] = [];
  private cost = 0;
  /** Clauses that were opened and have no verb yet. */
  private open = 0;
  private deep = false;
  /** A verb stood here that takes a clause without "that". */
  private said = false;
  /** A relative clause takes a preposition at its end. */
  private loose = false;
  /** The number of what stands in for "I" or "we", for the verb behind it. */
  private verb: "one" | "many" | null = null;
  /** How many words stood at the last place where the question could end, and what it cost till there. */
  private good = 0;
  private goodCost = 0;

  constructor(private readonly context: TailContext) {
    this.said = takesClause(context.tokens[context.from - 1]);
  }

  read(): Tail | null {
    const { tokens, from, to, omit } = this.context;
    let k = from;
    let stopped = false;
    for (; k <= to; k++) {
      const token = tokens[k]!;
      if ((omit && k >= omit.from && k <= omit.to) || isQuote(tokens, k)) continue;
      if (/^[.?!;:—–…]+$/.test(token.text)) {
        stopped = true;
        break;
      }
      if (/^[([]$/.test(token.text)) {
        while (k < to && !/^[)\]]$/.test(tokens[k]!.text)) k++;
        continue;
      }
      if (k === from && negatesVerb(tokens, k)) continue;
      if (this.cutBefore(k)) {
        // Only what was asked for stood before.
        if (this.words.length === 0) return this.result(true);
        return this.good === 0 ? null : this.result(false);
      }
      if (this.dropped(k)) continue;
      const reading = this.clause(k);
      if (reading === "stop")
        return this.good > 0 && this.good < this.words.length - 3 ? this.result(false, 2) : null;
      if (reading === "bad") return null;
      this.add(k);
    }
    this.settle(this.lastKept(k - 1), stopped || this.endsSentence());
    if (this.good === 0 && this.words.length > 0) return null;
    return this.result(true);
  }

  private result(natural: boolean, extra = 0): Tail {
    const whole = natural && this.good === this.words.length;
    return { words: this.words.slice(0, this.good), cost: this.goodCost + extra, whole };
  }

  private settle(at: number, natural: boolean): void {
    const { tokens, from } = this.context;
    if (this.open > 0 || at < from || !endsPhrase(tokens, at, natural, this.loose)) return;
    this.good = this.words.length;
    this.goodCost = this.cost;
  }

  /** The last token that is no quotation mark. */
  private lastKept(k: number): number {
    let at = k;
    while (at > this.context.from && isQuote(this.context.tokens, at)) at--;
    return at;
  }

  private endsSentence(): boolean {
    const { tokens, to } = this.context;
    let next = to + 1;
    while (next < tokens.length && isQuote(tokens, next)) next++;
    return next >= tokens.length || /^[.?!;:—–]+$/.test(tokens[next]!.text);
  }

  /** Whether the question ends before a token: at a comma or "and" that opens something else, or where it grows long. */
  private cutBefore(k: number): boolean {
    const { tokens, to } = this.context;
    const token = tokens[k]!;
    const before = tokens[k - 1]!;
    if (token.text === "," || (token.pos === "CCONJ" && token.lower !== "nor")) {
      if (joins(tokens, k, to, this.open > 0)) return false;
      this.settle(this.lastKept(k - 1), false);
      return true;
    }
    const nominal = /^(?:NOUN|PROPN|NUM)$/.test(before.pos);
    if (
      (this.words.length >= LONG &&
        nominal &&
        /^(?:ADP|SCONJ|CCONJ)$/.test(token.pos) &&
        token.lower !== "of") ||
      (this.words.length >= LONG_FOR_CLAUSE && !this.said && ADDING.test(token.lower) && token.pos !== "ADP")
    ) {
      this.settle(k - 1, false);
      return this.good === this.words.length && this.good > 0;
    }
    return false;
  }

  private dropped(k: number): boolean {
    const { tokens } = this.context;
    const token = tokens[k]!;
    if (DEICTIC.test(token.lower) && tokens[k + 1]?.lower !== "'s" && tokens[k - 1]?.pos !== "ADP") {
      this.settle(k - 1, false);
      return true;
    }
    return token.pos === "ADV" && DROPPED.test(token.lower);
  }

  /** Keeps count of clauses: a verb that nothing above licenses shows a misreading or a second sentence. */
  private clause(k: number): "go" | "stop" | "bad" {
    const { tokens, from, to, auxiliary } = this.context;
    const token = tokens[k]!;
    const next = tokens[k + 1];
    const previous = this.wordBefore(k);
    const since = token.lower === "since" && previous?.pos === "AUX";
    const subordinating =
      !since &&
      (token.lower === "that" ||
        (SUBORDINATORS.has(token.lower) && token.pos !== "DET" && token.pos !== "ADP"));
    if (
      DEMONSTRATIVE.test(token.lower) &&
      next &&
      isVerbal(next) &&
      token.lower !== "so" &&
      token.pos !== "DET"
    ) {
      // "explain that is because": a pronoun, and nobody could tell for what; but "a dam that breaks".
      if (k === from || (previous && isVerbal(previous))) return "bad";
    }
    const opens = token.lower === "that" && clauseFollows(tokens, k + 1, to);
    if (k === from && DEMONSTRATIVE.test(token.lower) && !opens && !/^(?:NOUN|ADJ)$/.test(next?.pos ?? ""))
      this.cost += 6;
    if (subordinating) {
      const clause = clauseFollows(tokens, k + 1, to);
      if (clause || !(PREPOSITION.test(token.lower) || token.lower === "that")) {
        if (/^(?:when|while|although|though|because|if|unless|since)$/.test(token.lower))
          this.settle(k - 1, false);
        this.open++;
        this.deep = true;
        this.context.caller.loosen();
        if (previous?.pos === "NOUN" || /^(?:what|who|which|whom)$/.test(token.lower)) this.loose = true;
      }
      return "go";
    }
    if (token.pos === "CCONJ" && this.deep && finiteFollows(tokens, k + 1)) {
      this.open++;
      return "go";
    }
    if (!isVerbal(token) || (previous && isVerbal(previous))) return "go";
    if (carriesClause(tokens, k, auxiliary, previous)) {
      if (this.open > 0) this.open--;
      else if (/^(?:he|she|they|we|i|it|there)$/.test(previous?.lower ?? "")) {
        // "a drawer he could open": a relative clause without its pronoun.
        if (!this.said) this.loose = true;
      } else if (!this.said) return "stop";
      if (this.said) this.deep = true;
      this.said = false;
    }
    if (takesClause(token)) this.said = true;
    return "go";
  }

  private wordBefore(k: number): Token | null {
    const { tokens, from } = this.context;
    for (let n = k - 1; n >= from - 1 && n >= 0; n--)
      if (!/^(?:ADV|PART|PUNCT)$/.test(tokens[n]!.pos) || tokens[n]!.lower === "to")
        return n < from ? null : tokens[n]!;
    return null;
  }

  private add(k: number): void {
    const { tokens, caller, voices } = this.context;
    const token = tokens[k]!;
    const stand = caller.word(tokens, k);
    if (stand) {
      this.cost += stand.cost;
      this.words.push({ text: stand.text, at: stand.text === token.lower ? k : -1 });
      if (stand.verb && /^(?:i|we)$/.test(token.lower)) this.verb = stand.verb;
      return;
    }
    const negative = !this.deep && tokens[k - 1]?.pos !== "ADP";
    this.words.push(inTail(tokens, k, this.verb, negative) ?? { text: lowered(tokens, k, voices), at: k });
    if (token.pos !== "ADV") this.verb = null;
    if (token.lower === "like" && token.pos === "ADP") this.cost += 1.2;
    if (/^(?:here|this|these)$/.test(token.lower)) this.cost += 0.5;
    noted(token, caller, voices);
  }
}

const takesClause = (token: Token | undefined) =>
  token !== undefined && (REPORTING_VERBS.has(token.lemma) || TAKES_CLAUSE.test(token.lemma));

const negatesVerb = (tokens: readonly Token[], k: number) =>
  /^(?:not|n't|never)$/.test(tokens[k]!.lower) &&
  !/^(?:only|just|merely|least|all|every)$/.test(tokens[k + 1]?.lower ?? "");

/** Nouns that later pronouns may mean. */
function noted(token: Token, caller: Caller, { persons }: Voices): void {
  if (isVerbal(token) || token.pos === "NOUN" || token.pos === "PROPN") caller.loosen();
  if (token.pos === "PROPN" && /^\p{Lu}/u.test(token.text))
    caller.mention(persons.has(token.lower) ? "person" : "thing");
  else if (token.pos === "NOUN")
    caller.mention(
      token.lower !== token.lemma && /s$|men$/.test(token.lower)
        ? "many"
        : isPerson(token.lower)
          ? "person"
          : "thing",
    );
}
