import type { Saying } from "../../src/server/contract.ts";

/** What a holder says, behind his name: “quoted words”, or the document’s own with the cue ahead of them: denied words never stand bare. */
export function Says({ says: { lead, words } }: { says: Saying }) {
  return (
    <>
      {lead !== null && <i className="lead">{lead} </i>}
      {words.map(({ text, decisive }, i) =>
        decisive ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
          <b key={i}>{text}</b>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move
          <span key={i}>{text}</span>
        ),
      )}
    </>
  );
}
