import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { buildMcpServer } from "../mcp/server.ts";
import { openReadout, version } from "../node.ts";
import { told } from "./running.ts";

/** `readout mcp`: tools for assistants over standard input and output, until the input ends. */
export async function mcpCommand({ jobs }: { jobs: number }): Promise<number> {
  const readout = openReadout({ jobs });
  const server = buildMcpServer(readout, version);
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once("end", resolve);
  });
  const ended = Promise.race([closed, told("SIGINT", "SIGTERM")]);
  await server.connect(new StdioServerTransport());
  await ended;
  await server.close();
  await readout.close();
  return 0;
}
