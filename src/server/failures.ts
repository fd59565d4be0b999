/** Errors as answers: the one table's codes, each with its HTTP status. */
import type { FastifyError, FastifyInstance } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { type ErrorCode, ReadoutError } from "../errors.ts";
import type { ErrorAnswer } from "./contract.ts";

/** What is not here is the client's bad input, 400. */
const STATUS: Partial<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  REVISION_CONFLICT: 412,
  IDEMPOTENCY_MISMATCH: 422,
  HOST_REFUSED: 403,
  ORIGIN_REFUSED: 403,
  UPLOAD_TOO_LARGE: 413,
  INPUT_TOO_LARGE: 413,
  STORE_CLOSED: 503,
  INTERNAL: 500,
} as Partial<Record<ErrorCode, number>>;

/** The body that a coded error is answered with. */
export function answerOf(error: ReadoutError): ErrorAnswer {
  return { error: { code: error.code, message: error.message, details: error.details } };
}

export function statusOf(code: ErrorCode): number {
  return STATUS[code] ?? 400;
}

/** Turns whatever is thrown into a coded error; what is none of ours is told to `log` and answered as INTERNAL. */
function toReadoutError(error: unknown, log: (line: string) => void): ReadoutError {
  if (error instanceof ReadoutError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation;
    const where = `${error.validationContext ?? "request"}${first?.instancePath ?? ""}`;
    return new ReadoutError("REQUEST_INVALID", {
      detail: `${where}: ${first?.message ?? "not as expected"}`,
    });
  }
  const known = error as Partial<FastifyError>;
  if (known.code === "FST_ERR_CTP_BODY_TOO_LARGE" || known.code === "FST_REQ_FILE_TOO_LARGE")
    return new ReadoutError("UPLOAD_TOO_LARGE", { limit: "64 MB a file and 512 MB together" });
  if (typeof known.statusCode === "number" && known.statusCode >= 400 && known.statusCode < 500)
    return new ReadoutError("REQUEST_INVALID", { detail: known.message ?? "not as expected" });
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return new ReadoutError("REQUEST_FAILED", {
    detail: error instanceof Error ? error.message : String(error),
  });
}

/** One shape for all failures, unknown addresses included. */
export function installFailures(app: FastifyInstance, log: (line: string) => void): void {
  app.setErrorHandler((error, _request, reply) => {
    const coded = toReadoutError(error, log);
    reply.status(statusOf(coded.code)).type("application/json").send(answerOf(coded));
  });
}
