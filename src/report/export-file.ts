/** What an export gives: files by name, for a folder, or one file. */
export interface ExportFile {
  /** A file name without folders, safe on every system. */
  name: string;
  text: string;
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/**
 * File names without their ending for some documents: letters, digits, ".", "_" and "-", unique whatever the case.
 * @param names in the order of the documents
 */
export function safeStems(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const bare = name
      .normalize("NFC")
      .replace(/\.[a-z0-9]{1,8}$/iu, "")
      .replace(/[^\p{L}\p{N}\p{M}._-]+/gu, "-")
      .replace(/^[.-]+|[.-]+$/gu, "");
    const stem = [...bare].slice(0, 60).join("") || "document";
    const base = RESERVED.test(stem) ? `${stem}-` : stem;
    let unique = base;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${base}-${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
