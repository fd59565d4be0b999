/** Where a statement or point stands: a sign and a word, never colour alone. */
import type { Checking, Tally } from "../../src/server/contract.ts";
import { dateTime } from "./dates.ts";

const SIGNS: Record<Checking["status"], { sign: string; word: string }> = {
  machine: { sign: "○", word: "not checked" },
  checked: { sign: "✓", word: "checked" },
  corrected: { sign: "✎", word: "corrected" },
  added: { sign: "+", word: "added" },
  disputed: { sign: "≠", word: "disputed" },
  rejected: { sign: "✕", word: "rejected" },
};

/** @param by also says who and when */
export function CheckingMark({ checking, by = false }: { checking: Checking; by?: boolean }) {
  const { sign, word } = SIGNS[checking.status];
  const who = checking.by === null ? "" : ` by ${checking.by}`;
  const when = checking.at === null ? "" : `, ${dateTime(checking.at)}`;
  return (
    <span className={`checking ${checking.status}`} title={by ? undefined : `${word}${who}${when}`}>
      <span aria-hidden="true">{sign}</span>
      <span>
        {word}
        {by ? `${who}${when}` : ""}
      </span>
    </span>
  );
}

/** "3 of 12 checked". @param voices sentences in the documents' own voice, which are not counted: no attributions */
export function TallyText({ tally, voices = 0 }: { tally: Tally; voices?: number }) {
  return (
    <span className="meta n">
      {tally.done} of {tally.total}
      {voices > 0 && (tally.total === 1 ? " attribution" : " attributions")} checked
      {voices > 0 && `, ${voices} in a document’s own voice`}
    </span>
  );
}
