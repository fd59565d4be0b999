import type { DocumentRow } from "../store/store.ts";

/** Short names of documents, unique within a collection, by article id: the file's name, or the address without its scheme. */
export function articleNames(documents: ReadonlyMap<string, DocumentRow>): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const [article, document] of documents) {
    const name = shortName(document);
    const n = (taken.get(name) ?? 0) + 1;
    taken.set(name, n);
    names.set(article, n === 1 ? name : `${name} (${n})`);
  }
  return names;
}

const LONGEST = 60;

function shortName({ name, origin }: DocumentRow): string {
  const bare =
    origin.kind === "file"
      ? (name.split(/[/\\]/u).filter(Boolean).at(-1) ?? name)
      : name.replace(/^[a-z]+:\/\/(www\.)?/u, "").replace(/[/?#]+$/u, "");
  return bare.length <= LONGEST ? bare : `${bare.slice(0, LONGEST - 1)}…`;
}
