import { downloads } from "../../api/resources.ts";

/** Key as the API has it, name, what it is good for, file name where the server gives none. */
const KINDS = [
  ["markdown", "Markdown", "The report as plain text, for notes, editors and wikis.", "readout.md"],
  [
    "csv",
    "Tables (CSV)",
    "Statements, points and speakers, for spreadsheets and statistics.",
    "readout-csv.zip",
  ],
  [
    "webannotation",
    "Web Annotation",
    "Each statement as a note on its passage, for Hypothesis, Recogito and the like.",
    "readout.anno.jsonld",
  ],
  [
    "csl",
    "References (CSL)",
    "Each quotation with its source, for Zotero and word processors.",
    "readout.json",
  ],
  ["bibtex", "References (BibTeX)", "The same for LaTeX.", "readout.bib"],
  [
    "jsonld",
    "Linked data",
    "Statements in the words of schema.org, for web pages and archives.",
    "readout.jsonld",
  ],
  ["brat", "brat standoff", "Text and marks, for research on attribution.", "readout-brat.zip"],
] as const;

interface Props {
  c: string;
  onlyChecked: boolean;
  /** Which one is being written; null none. */
  busy: string | null;
  onSave(key: string, address: string, name: string): void;
}

export function Exports({ c, onlyChecked, busy, onSave }: Props) {
  const row = (key: string, name: string, text: string, address: string, file: string) => (
    <li key={key}>
      <div>
        <b>{name}</b>
        <p className="meta">{text}</p>
      </div>
      <a
        className="button small"
        href={address}
        aria-label={`Download: ${name}`}
        aria-disabled={busy !== null}
        onClick={(event) => {
          event.preventDefault();
          if (busy === null) onSave(key, address, file);
        }}
      >
        {busy === key ? "Writing …" : "Download"}
      </a>
    </li>
  );
  return (
    <section className="section">
      <h2>For other tools</h2>
      <ul className="exports">
        {KINDS.map(([key, name, text, file]) =>
          row(key, name, text, downloads.exported(c, key, onlyChecked), file),
        )}
        {row(
          "collection",
          "The collection itself",
          "Everything, checked or not, as this program saves it: the command line reads it again, rulings too.",
          downloads.collection(c),
          "collection.json",
        )}
      </ul>
    </section>
  );
}
