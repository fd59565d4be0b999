import type { RulingView } from "../../../src/server/contract.ts";
import { dateTime, day as dayWords } from "../../parts/dates.ts";
import { Link } from "../../parts/link.tsx";
import { quoted } from "../../parts/quoted.ts";
import type { Entry } from "../../state/entries.ts";
import { to } from "../../state/routes.ts";
import { entryStanding, type Standing } from "./entries.ts";

/** Of these an undo takes the entry back; [] where nothing of it stands. An undo is redone, not undone. */
export function undoIds({ views }: Entry): string[] {
  return views.filter((v) => !v.undone && v.ruling.action !== "undo").map((v) => v.ruling.id);
}

/** Undoing these redoes the entry: the undos that stand against it. */
export function redoIds({ views }: Entry): string[] {
  return views.flatMap((v) => (v.undoneBy !== null && v.ruling.action !== "undo" ? [v.undoneBy] : []));
}

/** Where what it is about can be seen; null where nothing of it is there. */
export function placeOf(c: string, { views }: Entry): string | null {
  const { statements, articles, ruling } = views[0] as RulingView;
  const { target } = ruling;
  if (target.type === "point" && statements.length > 0) return to.point(c, target.id);
  if (target.type === "mention") return to.speaker(c, target.id);
  if (target.type === "mentions") return to.speaker(c, target.pair[0].id);
  const [article] = articles;
  if (article === undefined) return null;
  const [statement] = statements;
  return to.document(c, article, statement === undefined ? {} : { s: statement });
}

const WHAT_NOW: Partial<Record<Standing, { sign: string; word: string; text: string }>> = {
  reanchored: {
    sign: "↷",
    word: "found again",
    text: "The words were read differently since; it holds where they stand now.",
  },
  orphaned: {
    sign: "?",
    word: "lost its place",
    text: "What it was about is not there any more: the document was taken out, or reads differently. It comes back by itself if the words do. If it still matters, correct what stands there now; else undo it.",
  },
  contradicted: {
    sign: "≠",
    word: "overruled",
    text: "A later correction of the same thing says otherwise, and that one holds. To have this one back, undo the later one; else undo this one, and it is out of the list.",
  },
  undone: { sign: "↶", word: "undone", text: "" },
};

interface Props {
  c: string;
  entry: Entry;
  /** The day as a key where the entry is the first of it; null else. */
  day: string | null;
  onUndo(): void;
  onRedo(): void;
}

export function EntryRow({ c, entry, day, onUndo, onRedo }: Props) {
  const first = entry.views[0] as RulingView;
  const { ruling, summary, words } = first;
  const now = entryStanding(entry);
  const told = WHAT_NOW[now];
  const place = placeOf(c, entry);
  const count = entry.views.length;
  return (
    <div className="ruling">
      {day !== null && <h2 className="ruling-day">{day === "" ? "Time not known" : dayWords(day)}</h2>}
      <div className={`ruling-body ${now}`}>
        <p className="meta n ruling-when">
          <span>{ruling.at === null ? "" : dateTime(ruling.at).split(", ").at(-1)}</span>
          <span>{ruling.by ?? "no name"}</span>
        </p>
        <div>
          <p>
            <b className="ruling-what">{summary}</b>
            {count > 1 && <span className="meta n"> ({count} pairs)</span>}
            {told && (
              <span className={`standing ${now}`}>
                <span aria-hidden="true">{told.sign}</span> {told.word}
              </span>
            )}
          </p>
          {words !== null && (
            <p className="small ruling-words">
              {place === null ? quoted(words) : <Link to={place}>{quoted(words)}</Link>}
            </p>
          )}
          {ruling.note !== null && ruling.note !== "" && (
            <p className="small">
              <span className="label">Note:</span> {ruling.note}
            </p>
          )}
          {told && told.text !== "" && <p className="meta">{told.text}</p>}
        </div>
        <p className="no-print">
          {undoIds(entry).length > 0 && (
            <button type="button" className="button small" aria-label={`Undo: ${summary}`} onClick={onUndo}>
              Undo
            </button>
          )}
          {undoIds(entry).length === 0 && redoIds(entry).length > 0 && (
            <button type="button" className="button small" aria-label={`Redo: ${summary}`} onClick={onRedo}>
              Redo
            </button>
          )}
        </p>
      </div>
    </div>
  );
}
