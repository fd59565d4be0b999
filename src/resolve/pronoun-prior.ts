import type { Statement } from "../model.ts";
import type { Context } from "./context.ts";
import { DOCUMENT_NOUNS } from "./lexicon/nouns.ts";
import type { Mention } from "./mention.ts";
import { tokenAt } from "./tokens.ts";

const ASKS =
  /\b(?:ask(?:s|ed)?|press(?:es|ed)|question(?:s|ed)|challeng(?:es|ed)|put (?:it|this|that)|quizz(?:es|ed)|wondered|inquired)\b/i;

/**
 * What speaks for candidates beside what the ranker has learnt, as log odds: what says something is a text or a body and no thing, and
 * who answers a question is the one asked, not the one who asks ("The coroner asked him whether … He said").
 */
export function priors(context: Context, pronoun: Mention): (entity: number) => number {
  const own = context.asSource(pronoun);
  if (!own) return () => 0;
  const question = questionBefore(context, pronoun, own);
  return (id) => {
    const entity = context.entities[id]!;
    let odds = 0;
    if (entity.type === "document" && ![...entity.heads].some((head) => DOCUMENT_NOUNS.has(head)))
      odds -= 2.5;
    if (question?.askers.includes(id)) odds -= 1.5;
    if (question?.asked === id) odds += 1;
    return odds;
  };
}

function questionBefore(
  context: Context,
  pronoun: Mention,
  own: Statement,
): { askers: readonly number[]; asked: number } | null {
  const { tokens, list } = context.mentions;
  let last: Statement | null = null;
  let end = -1;
  for (const statement of context.doc.statements) {
    const [first] = statement.source;
    const at = statement.cue[0];
    if (statement.id === own.id || statement.parent !== null || !first || !at || at.start >= pronoun.start)
      continue;
    if (at.start > end) {
      end = at.start;
      last = statement;
    }
  }
  if (!last) return null;
  const cue = last.cue[0]!;
  const token = tokens[tokenAt(tokens, cue.start)]!;
  if (pronoun.sentence - token.sentence > 1 || !last.cue.some((part) => ASKS.test(part.text))) return null;
  const askers = (context.heads.get(last.id) ?? []).flatMap(
    (head) => context.references.get(head.id)?.entities ?? [],
  );
  const to = last.addressee[0];
  const content = last.content.find((part) => part.start > cue.end);
  const mention = list.find(
    (item) =>
      item.start >= (to?.start ?? cue.end) &&
      item.end <= (to?.end ?? content?.start ?? cue.end) &&
      item.form !== "relative",
  );
  const asked = mention ? (context.references.get(mention.id)?.entities[0] ?? -1) : -1;
  return { askers, asked };
}
