import type { Context } from "./context.ts";
import type { Mention } from "./mention.ts";

const ADDS =
  /\b(?:add(?:s|ed)?|went on|goes on|continu(?:es|ed)|insist(?:s|ed)?|also|further|conced(?:es|ed)|admit(?:s|ted)?)\b/i;
const REPLIES =
  /\b(?:repl(?:ies|ied)|answer(?:s|ed)?|respond(?:s|ed)?|retort(?:s|ed)?|den(?:ies|ied)|reject(?:s|ed)?|disagree(?:s|d)?|disput(?:es|ed)|counter(?:s|ed)?|dismiss(?:es|ed)?|contradict(?:s|ed)?|object(?:s|ed)?|hit back)\b/i;

/** What the turn-taking of the statements before says about who speaks now. */
export interface Speaking {
  /** Holders of the last statement before that has a source of its own, and of the last one of somebody else. */
  last: readonly number[];
  before: readonly number[];
  /** Whom the last statement was said to. */
  addressed: ReadonlySet<number>;
  /** The cue goes on with what was said, or answers it. */
  adds: boolean;
  replies: boolean;
}

const NOTHING: Speaking = { last: [], before: [], addressed: new Set(), adds: false, replies: false };

/** Who spoke before a mention that is a source itself or may be one. */
export function speakingBefore(context: Context, mention: Mention): Speaking {
  if (context.doc.statements.length === 0) return NOTHING;
  const own = context.asSource(mention);
  const seen: (readonly number[])[] = [];
  let addressed: Set<number> | null = null;
  for (let k = context.history.length - 1; k >= 0 && seen.length < 2; k--) {
    const { mention: past, entities } = context.history[k]!;
    if (mention.sentence - past.sentence > 6) break;
    const said = context.asSource(past);
    if (!said || said.id === own?.id || said.parent !== null || past.quotation >= 0) continue;
    addressed ??= within(context, said.addressee[0] ?? null);
    if (seen[0] && entities.every((id) => seen[0]!.includes(id))) continue;
    seen.push(entities);
  }
  const cue = own?.cue.map(({ text }) => text).join(" ") ?? "";
  return {
    last: seen[0] ?? [],
    before: seen[1] ?? [],
    addressed: addressed ?? new Set(),
    adds: ADDS.test(cue),
    replies: REPLIES.test(cue),
  };
}

function within(context: Context, span: { start: number; end: number } | null): Set<number> {
  const found = new Set<number>();
  if (!span) return found;
  for (const other of context.mentions.list) {
    if (other.start < span.start) continue;
    if (other.start >= span.end) break;
    for (const id of context.references.get(other.id)?.entities ?? []) found.add(id);
  }
  return found;
}

/** Who is quoted right before in the paragraph: "“We argue daily,” he says. “She thinks I’m wrong.”" goes on with his words. */
export function besideIt(context: Context, pronoun: Mention): readonly Mention[] {
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention } = context.history[k]!;
    if (mention.paragraph !== pronoun.paragraph) return [];
    const said = mention.quotation < 0 && mention.first < pronoun.first ? context.asSource(mention) : null;
    if (said && said.form === "indirect") return [];
    if (said) return [mention];
  }
  return [];
}
