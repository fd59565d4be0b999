/** The addresses of the app's own pages: made and read here only. */
import { address, type Query } from "../api/resources.ts";

const part = encodeURIComponent;
const collection = (c: string) => `/c/${part(c)}`;

const SECTIONS = [
  "documents",
  "board",
  "statements",
  "speakers",
  "sides",
  "check",
  "history",
  "share",
  "search",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Links. `s` is a statement to go to, `at` a passage as "start-end". */
export const to = {
  collections: () => "/",
  section: (c: string, section: Section, q?: Query) => address(`${collection(c)}/${section}`, q),
  point: (c: string, p: string, q?: { s?: string }) => address(`${collection(c)}/points/${part(p)}`, q),
  document: (c: string, d: string, q?: { s?: string; at?: string }) =>
    address(`${collection(c)}/documents/${part(d)}`, q),
  speaker: (c: string, s: string) => `${collection(c)}/speakers/${part(s)}`,
};

export type Route =
  | { view: "collections" }
  | { view: "collection"; c: string }
  | { view: Section; c: string }
  | { view: "document" | "point" | "speaker"; c: string; id: string }
  | { view: "unknown" };

/** Which view an address shows. */
export function route(path: string): Route {
  const parts = path.split("/").filter(Boolean).map(decode);
  if (parts.includes(null)) return { view: "unknown" };
  const [root, c, section, id, ...rest] = parts as string[];
  if (root === undefined) return { view: "collections" };
  if (root !== "c" || c === undefined || rest.length > 0) return { view: "unknown" };
  if (section === undefined) return { view: "collection", c };
  if (id === undefined) {
    const found = SECTIONS.find((s) => s === section);
    return found ? { view: found, c } : { view: "unknown" };
  }
  if (section === "documents") return { view: "document", c, id };
  if (section === "points") return { view: "point", c, id };
  if (section === "speakers") return { view: "speaker", c, id };
  return { view: "unknown" };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
