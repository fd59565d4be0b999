/** The document's text with its statements marked: source, cue, contents, and those inside other contents. */
import { memo, useMemo } from "react";
import type { Span } from "../../../src/model.ts";
import type { DocumentAnswer } from "../../../src/server/contract.ts";
import { type Marking, stretches } from "../../parts/stretches.ts";
import { type Mark, statementAt } from "./marks.ts";

type ReadArticle = NonNullable<DocumentAnswer["article"]>;

interface ReadingTextProps {
  article: ReadArticle;
  marks: readonly Marking<Mark>[];
  active: string | null;
  /** A passage that the address leads to. */
  passage: Span | null;
  onActive(id: string): void;
}

export function ReadingText({ article, marks, active, passage, onActive }: ReadingTextProps) {
  const paragraphs = useMemo(
    () =>
      article.paragraphs.map((span) => ({
        span,
        marks: marks.filter((m) => m.start < span.end && m.end > span.start),
        page: article.pages.find((p) => p.start >= span.start && p.start < span.end) ?? null,
      })),
    [article, marks],
  );
  return (
    <div className="reading-text" lang={article.language ?? undefined}>
      {paragraphs.map(({ span, marks: own, page }) => (
        <Paragraph
          key={span.start}
          text={article.text}
          start={span.start}
          end={span.end}
          page={page?.label ?? null}
          marks={own}
          active={own.some((m) => m.value.statement === active) ? active : null}
          passage={passage && passage.start < span.end && passage.end > span.start ? passage : null}
          onActive={onActive}
        />
      ))}
    </div>
  );
}

interface ParagraphProps {
  text: string;
  start: number;
  end: number;
  /** The page that begins in it. */
  page: string | null;
  marks: readonly Marking<Mark>[];
  active: string | null;
  passage: Span | null;
  onActive(id: string): void;
}

const Paragraph = memo(function Paragraph({
  text,
  start,
  end,
  page,
  marks,
  active,
  passage,
  onActive,
}: ParagraphProps) {
  const pieces = stretches<Mark | null>(text.slice(start, end), start, [
    ...marks,
    ...(passage ? [{ ...passage, value: null }] : []),
  ]);
  let anchored = false;
  return (
    <p className="reading-paragraph" data-start={start} data-page={page === null ? undefined : `p. ${page}`}>
      {pieces.map((piece) => {
        if (piece.values.length === 0) return <span key={piece.start}>{piece.text}</span>;
        const own = piece.values.filter((m) => m !== null);
        const lit = own.some((m) => m.statement === active);
        // Scrolled to: the first words of what is active.
        const anchor = (lit || piece.values.includes(null)) && !anchored;
        if (anchor) anchored = true;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: j and k walk the statements
          <span
            key={piece.start}
            className={classes(own, lit, piece.values.includes(null))}
            data-anchor={anchor ? (active ?? "passage") : undefined}
            onClick={() => {
              // Selecting words is no choice of a statement.
              if (window.getSelection()?.isCollapsed === false) return;
              const id = statementAt(own, active);
              if (id !== null) onActive(id);
            }}
          >
            {piece.text}
          </span>
        );
      })}
    </p>
  );
});

function classes(marks: readonly Mark[], lit: boolean, passage: boolean): string {
  const out = ["m"];
  const content = marks.filter((m) => m.role === "content");
  if (content.length > 0) {
    const deepest = Math.max(...content.map((m) => m.depth));
    out.push(deepest > 0 ? "content-2" : "content");
    if (!content.some((m) => m.direct)) out.push("indirect");
  }
  if (marks.some((m) => m.role === "cue")) out.push("cue");
  if (marks.some((m) => m.role === "source")) out.push("source");
  if (marks.some((m) => m.role === "narrated")) out.push("narrated");
  if (lit || passage) out.push("lit");
  return out.join(" ");
}
