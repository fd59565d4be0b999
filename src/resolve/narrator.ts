import { hashId, ownVoiceId } from "../id.ts";
import type { ArticleSource, Speaker } from "../model.ts";
import { bodyKey } from "./bodyName.ts";

export { ownVoiceId };

/**
 * The collection's Speaker for a document's own voice: the body that a readout speaks for, else the outlet. Where the
 * collection has none yet, one is made, always the same for the same outlet; the caller adds it. Null where the document
 * names neither.
 * @param speakers the collection's (`mergeSpeakers`)
 */
export function narratorOf(
  article: Pick<ArticleSource, "id" | "outlet">,
  speakers: readonly Speaker[],
): Speaker | null {
  const own = ownVoiceId(article.id);
  const body = speakers.find((speaker) => speaker.members.includes(own));
  if (body) return body;
  if (!article.outlet) return null;
  const key = bodyKey(article.outlet);
  const known = speakers.find(
    (speaker) =>
      speaker.kind === "body" && [speaker.name, ...speaker.aliases].some((name) => bodyKey(name) === key),
  );
  if (known) return known;
  return {
    id: hashId("k", key, "body"),
    name: article.outlet,
    kind: "body",
    aliases: [],
    role: null,
    side: null,
    members: [],
  };
}
