/** Two passages side by side, with what differs in their words marked. */
import type { Relation, Span } from "../../../src/model.ts";
import { whyOfPair } from "../../../src/report/why.ts";
import type { StatementView, WordDiff } from "../../../src/server/contract.ts";
import { Holding, Source } from "../../parts/names.tsx";

const VERDICTS: Record<Relation["verdict"], string> = {
  agree: "They agree",
  conflict: "They conflict",
  diverge: "They diverge",
  unclear: "Unclear whether they differ",
};

/** Least share of common letters at which marking the rest helps. */
const LEAST_COMMON = 0.2;

const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, "").length;

/** False where the two have so little in common that marks would cover nearly all. */
function marksHelp(words: WordDiff): boolean {
  const of = (kind: WordDiff[number]["in"]) =>
    words.filter((w) => w.in === kind).reduce((n, w) => n + letters(w.text), 0);
  const common = of("both");
  return common >= LEAST_COMMON * (common + Math.max(of("left"), of("right")));
}

/** The cue ahead of a passage that leaves it out: without it a denial would read as what its holder says. */
function leadInto({ says: { lead }, statement }: StatementView, { start, end }: Span): string | null {
  if (lead === null || statement.cue.some((p) => p.start < end && start < p.end)) return null;
  const [content] = statement.content;
  return content && start > content.start && !lead.endsWith(":") ? `${lead}:` : lead;
}

interface PairProps {
  c: string;
  relation: Relation;
  words: WordDiff | null;
  /** The pair's statements, in the relation's order; null where one is not at hand. */
  views: readonly [StatementView | null, StatementView | null];
}

export function Pair({ c, relation, words, views }: PairProps) {
  const marked = words !== null && marksHelp(words) ? words : null;
  const side = (index: 0 | 1) => {
    const view = views[index];
    const lead = view ? leadInto(view, relation.evidence[index]) : null;
    return (
      <blockquote className="half">
        <p className="small">{view ? <Holding c={c} view={view} full /> : null}</p>
        <p className="passage">
          {lead !== null && <i className="lead">{lead} </i>}
          {marked
            ? marked
                .filter((w) => w.in !== (index === 0 ? "right" : "left"))
                .map((w, i) =>
                  w.in === "both" || letters(w.text) === 0 ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
                    <span key={i}>{w.text}</span>
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
                    <mark key={i}>{w.text}</mark>
                  ),
                )
            : relation.evidence[index].text}
        </p>
        {view && <Source c={c} view={view} />}
      </blockquote>
    );
  };
  return (
    <div className="pair">
      {side(0)}
      {side(1)}
      <p className="because small">
        <b>{VERDICTS[relation.verdict]}.</b> {whyOfPair(relation)}
      </p>
    </div>
  );
}
