import { closingOfContrast } from "./contrast.ts";
import type { Token } from "./language.ts";
import { type Clause, type ClauseKind, isVerbal, verbGroup, WHEN } from "./verb-group.ts";
import { REPORTING_VERBS, SUBORDINATORS } from "./vocabulary.ts";

export type { Clause } from "./verb-group.ts";

const NOMINAL = /^(?:NOUN|PROPN|PRON|NUM)$/;

const isPause = (token: Token) => token.pos === "PUNCT" && /^[,;:—–]$/.test(token.text);

/**
 * A shallow reading of one sentence: its verb groups, which of them stand on their own and which hang on another,
 * and their subjects. Rules over part-of-speech tags, in the manner of chunkers before statistical parsers; it
 * leaves out what it can't tell.
 */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let i = 0;
  while (i < tokens.length) {
    if (!isVerbal(tokens[i])) {
      i++;
      continue;
    }
    const group = verbGroup(tokens, i);
    clauses.push(group);
    i = group.last + 1;
  }
  classify(tokens, clauses);
  extents(tokens, clauses);
  return clauses;
}

function classify(tokens: readonly Token[], clauses: Clause[]): void {
  let lastFinite = -1;
  let lastMain = -1;
  for (let n = 0; n < clauses.length; n++) {
    const clause = clauses[n]!;
    const start = n === 0 ? 0 : clauses[n - 1]!.last + 1;
    const edge = beforeContrast(tokens, start, clause.first);
    const lead = tokens[edge - 1];
    const head = tokens[clause.first]!;
    clause.from = start;
    const bare = head.pos === "VERB" && clause.first === clause.verb;
    if (lead?.lower === "to" && (bare || head.lower === "be" || head.lower === "have")) {
      attach(clause, "infinitive", n - 1);
      clause.from = clause.first - 1;
      continue;
    }
    if (bare && /ing$/.test(head.lower) && !clause.subject) {
      attach(clause, "participle", n - 1);
      clause.from = clause.first;
      continue;
    }
    const region = tokens.slice(start, edge);
    const sub = subordinatorIn(region);
    if (
      sub !== null &&
      n > 0 &&
      region[sub - 1]?.pos === "CCONJ" &&
      clauses[n - 1]!.kind !== "complement" &&
      region[sub]!.lower === "that"
    ) {
      // "(said) that p and that q": two contents side by side.
      clause.from = start + sub - 1;
      clause.subject = subjectIn(tokens, start + sub + 1, edge - 1);
      attach(clause, "main", -1);
      lastMain = n;
      lastFinite = n;
      continue;
    }
    if (clause.subject === null) clause.subject = subjectIn(tokens, start, edge - 1);
    if (sub !== null) {
      const word = region[sub]!.lower;
      const above = clauses[n - 1];
      const reporting = above !== undefined && REPORTING_VERBS.has(tokens[above.verb]!.lemma);
      const before = region[sub - 1] ?? tokens[start + sub - 1];
      const afterNoun = sub > 0 && before !== undefined && NOMINAL.test(before.pos);
      const kind: ClauseKind =
        /^(?:that|whether|if|how|what|why)$/.test(word) && (reporting || !afterNoun)
          ? "complement"
          : /^(?:which|who|whom|whose|that)$/.test(word)
            ? "relative"
            : "subordinate";
      clause.from = start + sub;
      clause.subject = subjectIn(tokens, start + sub + 1, edge - 1);
      attach(clause, kind, lastFinite >= 0 ? lastFinite : n + 1 < clauses.length ? -1 : -1);
      lastFinite = n;
      continue;
    }
    const previous = clauses[n - 1];
    const paused0 = region.findIndex((token, k) => token.pos === "CCONJ" && k > 0 && isPause(region[k - 1]!));
    const joint = paused0 >= 0 ? paused0 : region.findLastIndex((token) => token.pos === "CCONJ");
    if (
      joint >= 0 &&
      n > 0 &&
      !(lastMain < 0 && joint < region.length - 2 && region.at(-1)!.pos !== "PRON")
    ) {
      clause.from = start + joint;
      clause.subject =
        clause.subject && edge - (start + joint) > 1
          ? subjectIn(tokens, start + joint + 1, clause.first - 1)
          : null;
      const paused = joint > 0 && isPause(region[joint - 1]!);
      const mate = lastFinite >= 0 ? lastFinite : n - 1;
      const own = clause.subject !== null;
      // "and" without a subject goes on with the clause before; with one, and after a comma, it starts afresh.
      if (mate >= 0 && (!own || !paused) && clauses[mate]!.kind !== "main" && !(paused && lastMain >= 0)) {
        attach(clause, clauses[mate]!.kind, clauses[mate]!.parent);
        if (!own) clause.shares = mate;
      } else {
        attach(clause, "main", -1);
        if (!own) clause.shares = lastMain >= 0 ? lastMain : mate;
        lastMain = n;
      }
      if (previous?.kind === "infinitive" && !own && head.lower === head.lemma) {
        // "to cross the line and open fire": a bare form goes on with the infinitive.
        attach(clause, "infinitive", previous.parent);
        clause.shares = -1;
        continue;
      }
      lastFinite = n;
      continue;
    }
    const participle =
      previous &&
      previous.first === previous.verb &&
      tokens[previous.verb]!.pos === "VERB" &&
      /(?:ed|en|wn|ght|ld|de|nt|ne|ut)$/.test(tokens[previous.verb]!.lower);
    if (
      lastMain === n - 1 &&
      participle &&
      !region.some(isPause) &&
      !REPORTING_VERBS.has(tokens[previous.verb]!.lemma)
    ) {
      // "workers injured in the blast were treated": the first verb was a reduced relative clause.
      previous.kind = "participle";
      previous.parent = n;
      clause.subject = previous.subject ?? clause.subject;
      clause.from = previous.from;
      previous.subject = null;
      lastMain = n;
      lastFinite = n;
      continue;
    }
    const paused = region.some(isPause);
    if (
      n === 0 &&
      bare &&
      clauses.length === 1 &&
      lead !== undefined &&
      isPause(lead) &&
      region.filter(isPause).length === 1 &&
      /ed$/.test(head.lower)
    ) {
      // "Safety language in the contract, opened now": a heading or a wish, no sentence.
      clause.subject = null;
      attach(clause, "participle", -1);
      continue;
    }
    const trailing =
      bare &&
      lastMain >= 0 &&
      lead !== undefined &&
      isPause(lead) &&
      region.filter(isPause).length === 1 &&
      head.lower !== head.lemma &&
      /(?:ed|en|wn|ght|ld|de|nt|ne|ut|un|um)$/.test(head.lower) &&
      previous?.kind !== "relative";
    if (trailing) {
      // "a panel of engineers, drawn from both countries": a participle behind a comma.
      clause.subject = null;
      attach(clause, "participle", n - 1);
      clause.from = clause.first;
      continue;
    }
    if (lastMain < 0) {
      attach(clause, "main", -1);
      // "The leaders, who met in June, agreed": the subject stands before the relative clause.
      const relative = clauses
        .slice(0, n)
        .find((other) => other.kind === "relative" || other.kind === "participle");
      const parted = tokens[clause.first - 1]?.pos === "PUNCT" && clause.subject?.from !== 0;
      if (relative && (parted || clause.subject === null)) {
        const before = subjectIn(tokens, 0, relative.from - 1);
        if (before) clause.subject = before;
      }
      lastMain = n;
      lastFinite = n;
    } else if (clause.subject !== null && paused) {
      attach(clause, "main", -1);
      clause.from = clause.subject.from;
      lastMain = n;
      lastFinite = n;
    } else if (clause.subject !== null && previous && REPORTING_VERBS.has(tokens[previous.verb]!.lemma)) {
      attach(clause, "complement", n - 1);
      clause.from = clause.subject.from;
      lastFinite = n;
    } else if (head.pos === "AUX" && previous) {
      attach(clause, previous.kind === "main" ? "complement" : "subordinate", n - 1);
      lastFinite = n;
    } else {
      attach(clause, "participle", n - 1);
    }
  }
}

/** Where a contrast stands between subject and verb ("a dry winter, and not the dam, was"), its first comma; else `first`. */
function beforeContrast(tokens: readonly Token[], start: number, first: number): number {
  for (let k = first - 2; k > start; k--) if (closingOfContrast(tokens, k) === first - 1) return k;
  return first;
}

function attach(clause: Clause, kind: ClauseKind, parent: number): void {
  clause.kind = kind;
  clause.parent = kind === "main" ? -1 : parent;
}

/** The last subordinating word of a stretch that no later comma parts from the verb, or null. */
function subordinatorIn(region: readonly Token[]): number | null {
  for (let k = region.length - 1; k >= 0; k--) {
    const token = region[k]!;
    if (isPause(token) && k < region.length - 1) return null;
    if (SUBORDINATORS.has(token.lower) && token.pos !== "DET") {
      // "after the meeting" is a phrase, "after they met" a clause: the verb follows its own subject.
      return k;
    }
    if (token.lower === "that" && region[k + 1] && /^(?:DET|PRON|PROPN)$/.test(region[k + 1]!.pos)) return k;
  }
  return null;
}

/** The noun phrase before a verb, without what opens the sentence ("On Monday,"). */
function subjectIn(tokens: readonly Token[], from: number, to: number): { from: number; to: number } | null {
  let start = from;
  let end = to;
  while (
    start <= end &&
    (tokens[start]!.pos === "PUNCT" || tokens[start]!.pos === "CCONJ" || tokens[start]!.pos === "SCONJ")
  )
    start++;
  let closed = false;
  while (end >= start && (/^(?:ADV|PUNCT)$/.test(tokens[end]!.pos) || WHEN.test(tokens[end]!.lower))) {
    if (isPause(tokens[end]!)) closed = true;
    end--;
  }
  for (let k = end; k >= start; k--) {
    if (!isPause(tokens[k]!)) continue;
    const piece = tokens[k + 1];
    // A comma directly before the verb closes an apposition: the subject is what it opened behind.
    if (closed) {
      if (tokens[start]!.pos === "ADP") start = k + 1;
      else end = k - 1;
    } else if (piece && piece.pos !== "CCONJ" && piece.pos !== "ADP") {
      start = k + 1;
    }
    break;
  }
  while (start <= end && /^(?:ADV|PUNCT|SCONJ)$/.test(tokens[start]!.pos)) start++;
  // "In that snow a patrol": a phrase with a preposition comes before the subject without a comma.
  if (tokens[start]?.pos === "ADP") {
    for (let k = start + 2; k <= end; k++) {
      const opens = /^(?:DET|PRON|PROPN)$/.test(tokens[k]!.pos);
      if (opens && NOMINAL.test(tokens[k - 1]!.pos) && tokens[k - 1]!.pos !== tokens[k]!.pos) {
        start = k;
        break;
      }
    }
  }
  // "and, without warning, fired": only a phrase with a preposition, no subject.
  if (tokens[start]?.pos === "ADP" && !tokens.slice(start, end + 1).some((token) => token.pos === "PROPN"))
    return null;
  if (
    start > end ||
    !tokens.slice(start, end + 1).some((token) => NOMINAL.test(token.pos) || token.pos === "DET")
  )
    return null;
  return { from: start, to: end };
}

function extents(tokens: readonly Token[], clauses: Clause[]): void {
  const mains = clauses.filter((clause) => clause.kind === "main");
  for (const [n, clause] of mains.entries()) {
    const next = mains[n + 1];
    if (n === 0) clause.from = 0;
    clause.to = next ? Math.max(clause.last, next.from - 1) : tokens.length - 1;
  }
  for (const [n, clause] of clauses.entries()) {
    if (clause.kind === "main") continue;
    const next = clauses
      .slice(n + 1)
      .find(
        (other) => other.kind === "main" || (other.parent === clause.parent && other.kind === clause.kind),
      );
    clause.to = next ? Math.max(clause.last, next.from - 1) : tokens.length - 1;
  }
}

/** Index of the head word of a noun phrase: its last noun before a preposition; -1 where it has none. */
export function headOf(tokens: readonly Token[], from: number, to: number): number {
  let head = -1;
  for (let k = from; k <= to; k++) {
    const token = tokens[k]!;
    if (NOMINAL.test(token.pos) && token.lower !== "no") {
      // "Putin's denial": the possessor is not the head.
      if (tokens[k + 1]?.lower === "'s" && k + 1 < to) continue;
      head = k;
    } else if (
      head >= 0 &&
      (token.pos === "ADP" || token.pos === "VERB" || token.pos === "CCONJ" || isPause(token))
    )
      break;
  }
  return head;
}
