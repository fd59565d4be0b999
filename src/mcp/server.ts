/** readout for assistants: tools over the Model Context Protocol. */
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { ReadoutError } from "../errors.ts";
import type { Readout } from "../node.ts";
import { McpDesk, type ReadReport } from "./desk.ts";
import { pointEvidence, searchEvidence, statementEvidence } from "./evidence.ts";
import {
  compareInput,
  compareOutput,
  evidenceInput,
  evidenceOutput,
  readInput,
  readOutput,
  searchInput,
  searchOutput,
} from "./schemas.ts";

/** Statements of one document given at once; the rest is found by search. */
const STATEMENTS = 100;
const POINTS = 30;
const HITS = 30;

const INSTRUCTIONS =
  "readout lays accounts of an event side by side. `read` documents, `compare` them, `search` their statements, and get " +
  "the `evidence` of a statement or point. All words in the answers are the documents' own: quote them as they stand, " +
  "with their reference, and never present the question of a point as somebody's words. One attribution in four of any " +
  "machine is wrong: look at the passage before relying on it.";

/** An answer as structure, and as text for clients that read only that. */
function answer(structuredContent: Record<string, unknown>): CallToolResult {
  return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent };
}

/** A coded error is the tool's answer and says what to do; anything else is the server's own failure. */
async function coded(work: () => Promise<Record<string, unknown>>): Promise<CallToolResult> {
  try {
    return answer(await work());
  } catch (error) {
    if (!(error instanceof ReadoutError)) throw error;
    return { isError: true, content: [{ type: "text", text: `${error.code}: ${error.message}` }] };
  }
}

/** A server with the four tools; the caller connects it. */
export function buildMcpServer(readout: Pick<Readout, "read" | "compare">, version: string): McpServer {
  const server = new McpServer({ name: "readout", version }, { instructions: INSTRUCTIONS });
  const desk = new McpDesk(readout);

  server.registerTool(
    "read",
    {
      title: "Read documents",
      description:
        "Reads documents and gives each statement in them: who says what, in the document's words.",
      inputSchema: readInput.shape,
      outputSchema: readOutput.shape,
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    (given) =>
      coded(async () => {
        const { inputs, text, ...told } = readInput.parse(given);
        if ((inputs === undefined) === (text === undefined))
          throw new ReadoutError("USAGE", { detail: "Give inputs or text, one of them." });
        const report: ReadReport =
          text === undefined ? await desk.readInputs(inputs!) : await desk.readText({ text, ...told });
        return documentsOf(report);
      }),
  );

  function documentsOf({ articles, warnings, failures }: ReadReport) {
    const v = articles.length > 0 ? desk.current() : null;
    return {
      documents: articles.map(({ id, title, outlet, publishedAt, statements }) => ({
        id,
        name: v?.names.get(id) ?? id,
        title,
        outlet,
        publishedAt,
        statements: statements.slice(0, STATEMENTS).flatMap((s) => {
          const found = v?.statements.get(s.id);
          return v && found ? statementEvidence(v, found) : [];
        }),
        total: statements.length,
      })),
      warnings,
      failures,
    };
  }

  server.registerTool(
    "compare",
    {
      title: "Lay the accounts side by side",
      description:
        "Compares all documents read so far: the points at issue, whether the accounts agree, and the passages behind it.",
      inputSchema: compareInput.shape,
      outputSchema: compareOutput.shape,
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    (given) =>
      coded(async () => {
        const { inputs, verdicts, limit = POINTS } = compareInput.parse(given);
        const { failures } = inputs ? await desk.readInputs(inputs) : { failures: [] };
        const v = await desk.compared();
        const points = v.points.filter((p) => !verdicts || verdicts.includes(p.verdict));
        return {
          points: points.slice(0, limit).map((p) => pointEvidence(v, p)),
          total: points.length,
          failures,
        };
      }),
  );

  server.registerTool(
    "search",
    {
      title: "Search statements",
      description: "Statements and places in the documents read so far that hold some words.",
      inputSchema: searchInput.shape,
      outputSchema: searchOutput.shape,
      annotations: { readOnlyHint: true },
    },
    (given) =>
      coded(async () => {
        const { query, speaker, limit = HITS } = searchInput.parse(given);
        const hits = searchEvidence(desk.current(), query, speaker ?? null);
        return { evidence: hits.slice(0, limit), total: hits.length };
      }),
  );

  server.registerTool(
    "evidence",
    {
      title: "Evidence of a statement or point",
      description: "The exact words behind a statement or a point, with their references.",
      inputSchema: evidenceInput.shape,
      outputSchema: evidenceOutput.shape,
      annotations: { readOnlyHint: true },
    },
    (given) =>
      coded(async () => {
        const { id } = evidenceInput.parse(given);
        const v = desk.current();
        const found = v.statements.get(id);
        if (found) return { point: null, evidence: statementEvidence(v, found) };
        const point = v.points.find((p) => p.id === id || p.formerly.includes(id));
        if (!point) throw new ReadoutError("NOT_FOUND", { thing: "statement or point", id });
        const evidenced = pointEvidence(v, point);
        return { point: evidenced, evidence: evidenced.positions.flatMap((p) => p.evidence) };
      }),
  );

  return server;
}
