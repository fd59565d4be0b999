/** What each side's own account leaves out, document by document. */
import type { Article, Point } from "../model.ts";
import { type Holder, holderOf, type View } from "./view.ts";

export interface LeftOut {
  article: Article;
  holder: Holder | null;
  /** Points that several accounts speak to, and this one does not; in order of weight. */
  points: Point[];
  /** Points to which only others speak: that this account leaves them out says less. */
  oneSided: Point[];
}

/** The `not-mentioned` absences by document, in the collection's order. */
export function leftOut(v: View): LeftOut[] {
  return v.collection.articles.flatMap((article) => {
    const here = v.collection.absences.filter((a) => a.kind === "not-mentioned" && a.article === article.id);
    if (here.length === 0) return [];
    const ids = new Set(here.map((a) => a.point));
    const all = v.points.filter((p) => ids.has(p.id));
    const speaker = here[0]?.speaker ?? null;
    return [
      {
        article,
        holder: speaker === null ? null : holderOf(v, speaker),
        points: all.filter((p) => p.verdict !== "one-sided"),
        oneSided: all.filter((p) => p.verdict === "one-sided"),
      },
    ];
  });
}
