import type { Frame, Predication } from "./frame.ts";
import { REPORTING_VERBS } from "./vocabulary.ts";

/** "failed to warn": the warning, negated. */
export function undone(frame: Frame, clause: number): Predication[] {
  const main = frame.clauses[clause];
  if (!main || !/^(?:fail|refuse|neglect|forget|avoid|decline|omit)$/.test(frame.tokens[main.verb]!.lemma))
    return [];
  const above = frame.predications[clause]!;
  return frame.clauses.flatMap((inner, n) =>
    inner.parent === clause && (inner.kind === "infinitive" || inner.kind === "participle")
      ? [{ ...frame.predications[n]!, agent: above.agent, main: true, negative: !above.negative }]
      : [],
  );
}

/** "the trust had denied that it had any plan": what it says that others said, denial and content composed. */
export function reportedIn(frame: Frame, clause: number): Predication[] {
  const main = frame.clauses[clause];
  if (!main || !REPORTING_VERBS.has(frame.tokens[main.verb]!.lemma)) return [];
  const denies = /^(?:deny|reject|dispute|dismiss)$/.test(frame.tokens[main.verb]!.lemma);
  const found: Predication[] = [];
  for (const [n, inner] of frame.clauses.entries()) {
    if (inner.kind !== "complement" || inner.parent !== clause) continue;
    const head = frame.predications[n]!;
    const agent = new Set([...head.agent, ...frame.predications[clause]!.agent]);
    found.push({ ...head, agent, negative: head.negative !== denies, main: true });
  }
  return found;
}
