import { hashId, ownVoiceId } from "../id.ts";
import type { ArticleSource, Speaker } from "../model.ts";
import { bodyKey } from "./bodyName.ts";

/** Finds whose voice a document's own is, among speakers that grow as such voices are added. */
export class Narrators {
  private readonly byMember = new Map<string, Speaker>();
  private readonly bodies = new Map<string, Speaker>();

  /** @param speakers the collection's (`mergeSpeakers`) */
  constructor(speakers: readonly Speaker[]) {
    for (const speaker of speakers) this.add(speaker);
  }

  add(speaker: Speaker): void {
    for (const member of speaker.members) if (!this.byMember.has(member)) this.byMember.set(member, speaker);
    if (speaker.kind !== "body") return;
    for (const name of [speaker.name, ...speaker.aliases]) {
      const key = bodyKey(name);
      if (!this.bodies.has(key)) this.bodies.set(key, speaker);
    }
  }

  /**
   * The collection's Speaker for a document's own voice: the body that a readout speaks for, else the outlet. Where the
   * collection has none yet, one is made, always the same for the same outlet; the caller adds it. Null where the document
   * names neither.
   */
  of(article: Pick<ArticleSource, "id" | "outlet">): Speaker | null {
    const body = this.byMember.get(ownVoiceId(article.id));
    if (body) return body;
    if (!article.outlet) return null;
    const key = bodyKey(article.outlet);
    return this.bodies.get(key) ?? madeFor(article.outlet, key);
  }
}

function madeFor(outlet: string, key: string): Speaker {
  return {
    id: hashId("k", key, "body"),
    name: outlet,
    kind: "body",
    aliases: [],
    role: null,
    side: null,
    members: [],
  };
}
