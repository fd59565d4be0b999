import { useState } from "react";
import type { Span } from "../../src/model.ts";
import type { DocumentAnswer, StatementView } from "../../src/server/contract.ts";
import { resources } from "../api/resources.ts";
import { correct } from "../state/correct.ts";
import { useResource } from "../state/query.ts";
import { Dialog } from "./dialog.tsx";
import { SpanEditor } from "./span-editor.tsx";
import { Loaded } from "./states.tsx";
import type { Roles } from "./tokens.ts";

type ReadArticle = NonNullable<DocumentAnswer["article"]>;

/** The paragraphs that a span lies in, and `more` on each side. */
export function paragraphsAround(article: ReadArticle, span: Span, more: number): Span {
  const { paragraphs } = article;
  const first = paragraphs.findIndex((p) => p.end > span.start);
  const last = paragraphs.findLastIndex((p) => p.start < span.end);
  if (first < 0 || last < 0) return span;
  const start = paragraphs[Math.max(0, first - more)]!.start;
  const end = paragraphs[Math.min(paragraphs.length - 1, Math.max(first, last) + more)]!.end;
  return { start: Math.min(start, span.start), end: Math.max(end, span.end) };
}

const bare = ({ start, end }: Span): Span => ({ start, end });

/** Corrects which words are source, cue and content of a statement. */
export function SpansDialog({ c, view, onClose }: { c: string; view: StatementView; onClose(): void }) {
  const query = useResource(resources.document(c, view.article.document));
  return (
    <Dialog title="Which words are they?" onClose={onClose}>
      <Loaded query={query} what="the document">
        {({ article }) => article && <SpansForm c={c} view={view} article={article} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}

function SpansForm({
  c,
  view,
  article,
  onClose,
}: {
  c: string;
  view: StatementView;
  article: ReadArticle;
  onClose(): void;
}) {
  const { statement } = view;
  const [before] = useState<Roles>({
    source: statement.source.map(bare),
    cue: statement.cue.map(bare),
    content: statement.content.map(bare),
  });
  const [roles, setRoles] = useState(before);
  const [more, setMore] = useState(0);
  const { start, end } = paragraphsAround(article, view.extent, more);
  const empty = roles.content.length === 0 && roles.cue.length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
        void correct(c, [{ action: "set-spans", on: { statement: statement.id }, value: roles }]);
      }}
    >
      <SpanEditor
        text={article.text}
        from={start}
        to={end}
        before={before}
        roles={roles}
        onChange={setRoles}
      />
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => setMore(more + 1)}>
          Show more text
        </button>
        <button type="submit" className="button primary" disabled={empty}>
          Keep
        </button>
      </div>
    </form>
  );
}
