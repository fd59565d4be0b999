/** The server as a whole. Nothing listens yet: tests ask it by `inject`, `listen` gives it a port. */
import multipart from "@fastify/multipart";
import fastify from "fastify";
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import { type App, Context } from "./context.ts";
import type { ServerDeps } from "./deps.ts";
import { installFailures } from "./failures.ts";
import { installOpenApi } from "./openapi.ts";
import { boardRoutes } from "./routes/board.ts";
import { collectionRoutes } from "./routes/collections.ts";
import { documentRoutes } from "./routes/documents.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/exports.ts";
import { pointRoutes } from "./routes/points.ts";
import { queueRoutes } from "./routes/queue.ts";
import { rulingRoutes } from "./routes/rulings.ts";
import { speakerRoutes } from "./routes/speakers.ts";
import { statementRoutes } from "./routes/statements.ts";
import { installSecurity } from "./security.ts";
import { MAX_FILE, MAX_FILES } from "./upload.ts";
import { installWeb } from "./web.ts";

/** A pasted text in JSON, two million characters of up to six bytes each. */
const MAX_BODY = 16 * 2 ** 20;

/** Builds the server: API, event stream, OpenAPI, web app. */
export async function buildApp(deps: ServerDeps): Promise<App> {
  const app = fastify({
    bodyLimit: MAX_BODY,
    logger: false,
    // Ids and cursors may be long; a longer address is none of ours.
    routerOptions: { maxParamLength: 500 },
    forceCloseConnections: true,
    requestTimeout: 300_000,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  installSecurity(app as never);
  installFailures(app as never, deps.log);
  await app.register(multipart, {
    limits: {
      fileSize: MAX_FILE,
      files: MAX_FILES,
      fields: MAX_FILES,
      parts: 2 * MAX_FILES,
      fieldSize: 2000,
    },
    preservePath: true,
  });
  await installOpenApi(app as never, deps.version);
  const context = new Context(deps);
  const groups = [
    collectionRoutes,
    documentRoutes,
    boardRoutes,
    pointRoutes,
    statementRoutes,
    speakerRoutes,
    queueRoutes,
    rulingRoutes,
    eventRoutes,
    exportRoutes,
  ];
  for (const routes of groups) routes(app as App, context);
  installWeb(app as never, deps.web);
  await app.ready();
  return app as App;
}
