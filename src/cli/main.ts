/** The command line: wires everything. One file a command; here only options, exit status and streams. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { ReadoutError } from "../errors.ts";
import { version } from "../node.ts";
import { TABLES } from "../report/tables.ts";
import { compareCommand } from "./compare.ts";
import { evaluateCommand } from "./evaluate.ts";
import { EXPORT_FORMATS, exportCommand } from "./export.ts";
import { mcpCommand } from "./mcp.ts";
import { pipeCommand } from "./pipe.ts";
import { QUOTE_FORMATS, quoteCommand } from "./quote.ts";
import { readCommand } from "./read.ts";
import { relateCommand } from "./relate.ts";
import { reportCommand } from "./report.ts";
import { backupCommand, restoreCommand } from "./restore.ts";
import { serveCommand } from "./serve.ts";
import { workerCommand } from "./worker.ts";

const INPUTS =
  "a document (text, Markdown, HTML, PDF, Word, subtitles, e-mail, feed …), a folder, an http(s) address, a saved collection (.json), or - for standard input";

async function main(argv: string[]): Promise<number> {
  let status = 0;
  const run =
    <A extends unknown[]>(command: (...args: A) => Promise<number>) =>
    async (...args: A) => {
      status = await command(...args);
    };
  const program = new Command("readout")
    .description("Lays the accounts of an event side by side: who says what, through whom.")
    .version(version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .showHelpAfterError("(`readout --help` lists the commands)");

  const keep = [
    "--keep <dir>",
    "folder for the originals of fetched addresses (default: your cache folder)",
  ] as const;
  const noKeep = ["--no-keep", "keep no originals of fetched addresses"] as const;
  const rulings = [
    "--rulings <file>",
    "corrections to lay over: a JSON array, one a line, or those of a saved collection",
  ] as const;
  const jobs = ["--jobs <n>", "how many documents' windows are read at once", positive, 2] as const;

  program
    .command("read")
    .description("the statements of each document")
    .argument("<input...>", INPUTS)
    .option("--json", "one collection as JSON")
    .option("--jsonl", "one article a line, streamed")
    .option(...keep)
    .option(...noKeep)
    .option(...jobs)
    .action(run((inputs: string[], options) => readCommand(inputs, options)));
  program
    .command("compare")
    .description("the accounts side by side")
    .argument("<input...>", INPUTS)
    .option("--json", "one collection as JSON")
    .option(...rulings)
    .option(...keep)
    .option(...noKeep)
    .option(...jobs)
    .action(run((inputs: string[], options) => compareCommand(inputs, options)));
  program
    .command("report")
    .description("the same as one self-contained page")
    .argument("<input...>", INPUTS)
    .requiredOption("-o, --output <file>", "the page to write (- for standard output)")
    .option("--title <words>", "the page's title")
    .option(...rulings)
    .option(...keep)
    .option(...noKeep)
    .option(...jobs)
    .action(run((inputs: string[], options) => reportCommand(inputs, options)));
  program
    .command("export")
    .description("every finding in another tool's format")
    .argument("<input...>", INPUTS)
    .addOption(new Option("--to <format>", "the format").choices(EXPORT_FORMATS).makeOptionMandatory())
    .requiredOption("-o, --output <path>", "file or folder to write (brat: a folder; - for standard output)")
    .addOption(
      new Option("--table <name>", "csv: this table as one file instead of a folder with all").choices(
        TABLES,
      ),
    )
    .option("--title <words>", "markdown: the heading")
    .option("--force", "write over files that are there")
    .option(...rulings)
    .option(...keep)
    .option(...noKeep)
    .option(...jobs)
    .action(run((inputs: string[], options) => exportCommand(inputs, options)));
  program
    .command("quote")
    .description("words with their reference: speaker, outlet, date, page or time, address")
    .argument("<words-and-input...>", `the words to find, then ${INPUTS}; with --id the inputs only`)
    .option("--id <id>", "a statement's id instead of words (may be given again)", collect)
    .addOption(new Option("--as <format>", "how to print").choices(QUOTE_FORMATS).default("plain"))
    .option("--exact", "the words alone, not the short quotation they stand in")
    .option(...keep)
    .option(...noKeep)
    .option(...jobs)
    .action(run((args: string[], options) => quoteCommand(args, options)));
  program
    .command("evaluate")
    .description("scores against a gold standard in brat standoff")
    .requiredOption("--gold <dir>", "folder with .txt and .ann files")
    .option("--json", "scores as JSON")
    .option("--protocol <name>", "readout, or cofenet (token-exact fragments by paragraph)", "readout")
    .option("--min-score <p>", "leave out statements below this score", probability, 0)
    .option(...jobs)
    .action(run((options) => evaluateCommand(options)));
  program
    .command("relate")
    .description("judges pairs of statements: JSON lines in, JSON lines out")
    .option(...jobs)
    .action(run((options) => relateCommand(options)));
  program
    .command("pipe")
    .description("reads documents as JSON lines, answers one article a line, in order")
    .option(...jobs)
    .action(run((options) => pipeCommand(options)));
  const data = ["--data <dir>", "the data folder (default: your own)"] as const;
  const database = [
    "--database <url>",
    "a PostgreSQL server (postgres://…) instead of a data folder",
  ] as const;
  program
    .command("serve")
    .description("the desk: a web app on this machine to read, compare, check and correct")
    .option("--port <n>", "the port to listen on (0: any free one)", port, 7464)
    .addOption(new Option("--host <address>", "the address to listen on").default("127.0.0.1").hideHelp())
    .option(...data)
    .option(...database)
    .option("--no-open", "open no browser")
    .option(...jobs)
    .action(run((options) => serveCommand(options)));
  program
    .command("mcp")
    .description("tools for assistants over the Model Context Protocol (standard input and output)")
    .option(...jobs)
    .action(run((options) => mcpCommand(options)));
  program
    .command("worker")
    .description("reads and compares for a server whose collections lie in PostgreSQL")
    .requiredOption("--database <url>", "the PostgreSQL server (postgres://…)")
    .option(...jobs)
    .action(run((options) => workerCommand(options)));
  program
    .command("backup")
    .description("collections, rulings and originals in one file")
    .option(...data)
    .option(...database)
    .requiredOption("-o, --output <file>", "the file to write (.tar.gz)")
    .option("--force", "write over a file that is there")
    .action(run((options) => backupCommand(options)));
  program
    .command("restore")
    .description("makes the database anew from the journal and the originals beside it, or from a backup")
    .option(...data)
    .option(...database)
    .option("--from <file>", "a file that `readout backup` wrote")
    .action(run((options) => restoreCommand(options)));
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof ReadoutError) {
      process.stderr.write(`readout: ${error.code}: ${error.message}\n`);
      return error.code === "USAGE" || error.code === "ADDRESS_REFUSED" ? 2 : 1;
    }
    throw error;
  }
  return status;
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function positive(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 1 || n > 64) throw new InvalidArgumentError("a whole number from 1 to 64.");
  return n;
}

function port(value: string): number {
  const n = Number(value);
  if (!/^\d+$/u.test(value) || n > 65535) throw new InvalidArgumentError("a port from 0 to 65535.");
  return n;
}

function probability(value: string): number {
  const n = Number(value);
  if (!(n >= 0 && n <= 1)) throw new InvalidArgumentError("a number from 0 to 1.");
  return n;
}

// A reader that closes early (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

try {
  process.exitCode = await main(process.argv);
} catch (error) {
  process.stderr.write(
    `readout: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
}
