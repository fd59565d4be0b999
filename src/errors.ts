/**
 * The one table of coded errors. docs/errors.md is tested against it both ways.
 * A failure concerns one input and leaves the others alone; a warning keeps the document.
 */

interface ErrorEntry {
  /** `usage` ends with exit status 2, `failure` fails one input (exit status 1), `warning` fails nothing. */
  level: "usage" | "failure" | "warning";
  /** What to do, with `{name}` for details. */
  message: string;
}

const table = {
  USAGE: { level: "usage", message: "{detail}" },
  INPUT_MISSING: {
    level: "failure",
    message: "No such file or folder: check the spelling, or give the full path.",
  },
  INPUT_UNREADABLE: {
    level: "failure",
    message: "The file can't be opened ({detail}): check its permissions.",
  },
  INPUT_EMPTY: {
    level: "failure",
    message: "The document has no text: check that the file was saved or downloaded whole.",
  },
  INPUT_BINARY: {
    level: "failure",
    message:
      "This is not text, Markdown or HTML: save the document as .txt, .md, .html or .docx and give that file.",
  },
  INPUT_BROKEN: {
    level: "failure",
    message:
      "The file is damaged ({detail}): open it in the program that made it, save it again, and give that file.",
  },
  INPUT_TOO_LARGE: {
    level: "failure",
    message: "The document is larger than {limit}: split it, and give the parts.",
  },
  INPUT_ENCRYPTED: {
    level: "failure",
    message:
      "The document is protected by a password or encrypted: open it where you can read it, save it without protection, and give that file.",
  },
  INPUT_TOO_SLOW: {
    level: "failure",
    message:
      "Reading the file was stopped after {limit}: it is damaged or made to keep readers busy; copy its text into a .txt file and give that.",
  },
  INPUT_TOO_HEAVY: {
    level: "failure",
    message:
      "Reading the file was stopped when it took more than {limit} of memory: it is damaged or made to exhaust readers; split it, or copy its text into a .txt file and give that.",
  },
  INPUT_UNSUPPORTED: {
    level: "failure",
    message:
      "{kind} files can't be read yet: save the document as .txt, .md, .html or .docx and give that file.",
  },
  PDF_NO_TEXT: {
    level: "failure",
    message:
      "This PDF has no text that can be read ({why}): run OCR on it (for example `ocrmypdf --force-ocr in.pdf out.pdf`) and give the result.",
  },
  PDF_ENCRYPTED: {
    level: "failure",
    message:
      "This PDF is locked with a password: open it with the password, save or print it without one, and give that file.",
  },
  PDF_BROKEN: {
    level: "failure",
    message:
      "This PDF is damaged ({detail}): download it again, or open it in a viewer, print it to a new PDF, and give that file.",
  },
  PDF_LIMIT: {
    level: "failure",
    message:
      "Reading this PDF took too much {limit}: it may be damaged; print the pages you need to a new PDF, and give that file.",
  },
  FOLDER_EMPTY: {
    level: "failure",
    message: "The folder holds no document that can be read: put .txt, .md, .html or .json files into it.",
  },
  HTML_NO_TEXT: {
    level: "failure",
    message:
      "No readable text was found in this page: it may be filled by script. Save the page from a browser, or copy its text into a .txt file.",
  },
  FRONT_MATTER_BROKEN: {
    level: "failure",
    message:
      "The front matter is not valid YAML ({detail}): mend the lines between the two --- marks, or remove them.",
  },
  COLLECTION_BROKEN: {
    level: "failure",
    message:
      "This JSON is no saved collection of readout ({detail}): give a file that `readout read --json` or `readout compare --json` wrote.",
  },
  PASSAGE_MISMATCH: {
    level: "failure",
    message:
      "A passage in this collection does not match its article's text ({detail}): the file was changed; read the documents again.",
  },
  RULINGS_BROKEN: {
    level: "failure",
    message:
      "The rulings can't be read from {path} ({detail}): give a JSON array of rulings, one ruling a line, or a saved collection.",
  },
  GOLD_BROKEN: {
    level: "failure",
    message:
      "The gold standard can't be read ({detail}): give a folder with .txt and .ann files of equal names.",
  },
  MODEL_MISSING: {
    level: "failure",
    message: "The model file {detail} is missing or damaged: install readout again.",
  },
  ENGINE_FAILED: {
    level: "failure",
    message: "The model process ended before its answer ({detail}): try again with fewer --jobs.",
  },
  INTERNAL: {
    level: "failure",
    message:
      "readout itself failed on this document ({detail}): the others are done; please report this with its text if you may.",
  },
  OUTPUT_FAILED: {
    level: "failure",
    message: "The result can't be written to {path} ({detail}): check the folder and its permissions.",
  },
  OUTPUT_EXISTS: {
    level: "failure",
    message: "{path} is there already and was left as it is: give another path, or --force to write over it.",
  },
  QUOTE_NOT_FOUND: {
    level: "failure",
    message:
      "{detail} in these documents: check the spelling, or give fewer words. Quotation marks, dashes, spaces and case don't matter.",
  },
  LINE_BROKEN: {
    level: "failure",
    message: "This line is not what the command reads ({detail}): give one JSON object a line.",
  },
  URL_INVALID: {
    level: "failure",
    message: "This is no address that can be read ({detail}): give a full http:// or https:// address.",
  },
  URL_CREDENTIALS: {
    level: "failure",
    message:
      "The address holds a user name or password, which would be kept in logs and results: open the page in a browser, save it, and give the file.",
  },
  URL_PORT: {
    level: "failure",
    message:
      "Port {port} is not fetched from, only 80 and 443: open the page in a browser, save it, and give the file.",
  },
  URL_PRIVATE: {
    level: "failure",
    message:
      "{host} lies in a private or local network ({address}), which is never asked: save the page, and give the file.",
  },
  URL_UNKNOWN_HOST: {
    level: "failure",
    message: "No server of the name {host} was found: check the spelling and the connection.",
  },
  URL_UNREACHABLE: {
    level: "failure",
    message: "{host} could not be reached ({detail}): try again later, or save the page and give the file.",
  },
  URL_TIMEOUT: {
    level: "failure",
    message:
      "{host} did not answer in full within {seconds} seconds: try again, or save the page and give the file.",
  },
  URL_TOO_LARGE: {
    level: "failure",
    message:
      "What the server sends is larger than {limit}: download the part that matters, and give that file.",
  },
  URL_REDIRECTS: {
    level: "failure",
    message: "The address leads on and on ({detail}): open it in a browser, and give the address it ends at.",
  },
  URL_STATUS: {
    level: "failure",
    message:
      "The server answered {status}: open the address in a browser, and save the page if it shows there.",
  },
  URL_BUSY: {
    level: "failure",
    message: "The server asks to wait ({detail}): try again after that.",
  },
  URL_TYPE: {
    level: "failure",
    message:
      "The server sends {type}, which is no document: give the address of a page, a PDF, a Word file or a feed.",
  },
  URL_ROBOTS: {
    level: "failure",
    message:
      "The site asks programs not to read this address ({detail}): open it in a browser, save the page, and give the file.",
  },
  URL_BROKEN: {
    level: "failure",
    message: "The server's answer is damaged ({detail}): try again, or save the page and give the file.",
  },
  KEEP_FAILED: {
    level: "failure",
    message:
      "The original can't be kept in {path} ({detail}): give another folder with --keep, or --no-keep.",
  },
  LINK_FILE: {
    level: "failure",
    message:
      "This file only points to {url}; nothing is fetched unless you give the address itself: readout read {url}",
  },
  FEED_BROKEN: {
    level: "failure",
    message:
      "This is no feed that can be read ({detail}): give the address or file of an RSS, Atom or JSON feed.",
  },
  FEED_EMPTY: {
    level: "failure",
    message: "The feed holds no item with text: give the addresses of its pages, or a feed with content.",
  },
  FEED_ITEM_EMPTY: {
    level: "failure",
    message: "This item of the feed has no words of its own: readout read {url}",
  },
  DATA_IN_USE: {
    level: "failure",
    message:
      "The data folder {folder} is in use by another readout (process {pid}): go on in that one, end it first, or give another folder with --data.",
  },
  DATA_UNWRITABLE: {
    level: "failure",
    message:
      "The data folder {folder} can't be written to ({detail}): check its permissions and the free space, or give another folder with --data.",
  },
  DATABASE_MISSING: {
    level: "failure",
    message:
      "The database in {folder} is gone, but the originals and the journal are there: `readout restore --data {folder}` rebuilds it.",
  },
  DATABASE_THERE: {
    level: "failure",
    message:
      "There is a database in {folder} already: to rebuild it from the originals and the journal, move the folder {folder}/database away first.",
  },
  DATABASE_NEWER: {
    level: "failure",
    message:
      "The database was made by a newer readout (it has the change {version}): use that version, or give another database.",
  },
  DATABASE_UNREACHABLE: {
    level: "failure",
    message:
      "The database can't be reached ({detail}): check the address, that the server runs, and that the user may connect.",
  },
  DATABASE_FAILED: {
    level: "failure",
    message:
      "The database failed ({detail}): nothing of this was written; try again, and report it if it comes back.",
  },
  JOURNAL_BROKEN: {
    level: "failure",
    message:
      "{file} can't be read from line {line} on: it was changed by hand or by a failing disk; mend or remove that line, or restore a backup.",
  },
  BACKUP_BROKEN: {
    level: "failure",
    message: "{file} is no whole backup of readout ({detail}): give a file that `readout backup` wrote.",
  },
  REQUEST_INVALID: {
    level: "failure",
    message: "The request is not as the API reads it ({detail}): see /api/openapi.json.",
  },
  REQUEST_FAILED: {
    level: "failure",
    message:
      "The server failed on this request ({detail}): nothing of it was kept; try again, and please report it if it stays.",
  },
  NOTHING_READ: {
    level: "failure",
    message: "No document was read yet: call `read` with files, addresses or a text first.",
  },
  EXPORT_FAILED: {
    level: "failure",
    message:
      "The export could not be written ({detail}): try again, or save the collection and use `readout export`.",
  },
  HOST_REFUSED: {
    level: "failure",
    message:
      "The desk answers on this machine only, and not under the name “{host}”: open the address that `readout serve` prints.",
  },
  ORIGIN_REFUSED: {
    level: "failure",
    message: "A page from elsewhere ({origin}) asked for this, and was refused: use the desk's own pages.",
  },
  UPLOAD_TOO_LARGE: {
    level: "failure",
    message: "More was sent than is taken at once ({limit}): send less at a time.",
  },
  ADDRESS_REFUSED: {
    level: "usage",
    message:
      "The desk has no accounts yet, so it listens on this machine only, and not on {address}: leave --host out.",
  },
  PORT_TAKEN: {
    level: "failure",
    message: "Port {port} is in use by another program: give another with --port, or 0 for any free one.",
  },
  RULING_UNPLACED: {
    level: "failure",
    message:
      "The correction is about something that is not there now ({detail}): load the page anew, and try again.",
  },
  NOT_FOUND: {
    level: "failure",
    message:
      "There is no {thing} with the id {id}: it was deleted, or the link is cut off; look in the list.",
  },
  REVISION_CONFLICT: {
    level: "failure",
    message:
      "Somebody changed this collection meanwhile (revision {revision}, yours {yours}): look at the change, and do yours again.",
  },
  IDEMPOTENCY_MISMATCH: {
    level: "failure",
    message: "This idempotency key was used for another request: send a new key with a new request.",
  },
  CURSOR_BROKEN: {
    level: "failure",
    message:
      "The mark of the page is not one that was given out with this order: start again at the first page.",
  },
  COMPUTE_FAILED: {
    level: "failure",
    message:
      "The process that reads and compares ended before its answer ({detail}): it is tried again by itself; leave the document out if it happens again.",
  },
  LANGUAGE_UNSUPPORTED: {
    level: "warning",
    message:
      "The document seems to be in another language than English ({language}): it is kept, without statements.",
  },
  CHARSET_GUESSED: {
    level: "warning",
    message: "The file does not say its character set; it was read as {charset}: check names with accents.",
  },
  PDF_PAGES_SCANNED: {
    level: "warning",
    message:
      "Some pages are pictures and give no text ({pages}): run OCR on the file (for example `ocrmypdf --skip-text`) to have them read.",
  },
  PDF_LETTERS_UNKNOWN: {
    level: "warning",
    message:
      "The file does not say what some of its letters are ({share} of them); they stand as “\ufffd”: check the words against the page.",
  },
  METADATA_INVALID: {
    level: "warning",
    message: "The value of “{field}” was not understood and is left out: {detail}.",
  },
  FEED_CUT: {
    level: "warning",
    message: "The feed is long: {count} items, of which the first {limit} were read.",
  },
  FEED_TEASER: {
    level: "warning",
    message: "The feed gives only a teaser of this item: readout read {url} reads the page itself.",
  },
  SAME_DOCUMENT: {
    level: "warning",
    message: "The same document was given more than once (also as {other}): it is read once.",
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof table;

/** All codes with level and message template, for docs and tests. */
export const ERRORS: Readonly<Record<ErrorCode, ErrorEntry>> = table;

/** The message of a code with its details filled in. */
export function messageOf(code: ErrorCode, details: Record<string, string | number> = {}): string {
  return ERRORS[code].message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in details ? String(details[name]) : whole,
  );
}

/** An error with a code from the table; its message says what to do. */
export class ReadoutError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, string | number>;

  constructor(code: ErrorCode, details: Record<string, string | number> = {}, cause?: unknown) {
    super(messageOf(code, details), cause === undefined ? undefined : { cause });
    this.name = "ReadoutError";
    this.code = code;
    this.details = details;
  }
}
