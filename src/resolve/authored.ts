import type { Context } from "./context.ts";

/** What somebody writes to say something: it speaks for its writer, as a report or a law does not. */
const WRITTEN =
  /^(?:letter|e-?mail|mail|text|message|tweet|post|memo|memorandum|note|affidavit|postcard|telegram|statement|editorial|diary)$/;

/** The writer of a letter, an e-mail, an affidavit where the document says whose it is: "its letter"; -1 where it doesn't. */
export function writerOf(context: Context, id: number): number {
  const entity = context.entities[id]!;
  if (entity.type !== "document" || ![...entity.heads].some((head) => WRITTEN.test(head))) return -1;
  const { list, tokens } = context.mentions;
  for (const at of entity.mentions) {
    const mention = list[at]!;
    const by = /^(?:from|by)$/.test(tokens[mention.last + 1]?.lower ?? "");
    const link = mention.owner >= 0 ? mention.owner : by ? mention.complement : -1;
    if (link < 0) continue;
    const owner = context.references.get(link)?.entities ?? [];
    if (owner.length !== 1 || owner[0] === id) continue;
    const { type } = context.entities[owner[0]!]!;
    if (type !== "document" && type !== "place") return owner[0]!;
  }
  return -1;
}
