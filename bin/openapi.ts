/** Writes docs/openapi.json from the server's routes; `--check` fails where the file is not what would be written. */
import { openApiText } from "../src/server/openapi-text.ts";
import { generated } from "./generated.ts";

generated("docs/openapi.json", await openApiText(), "openapi");
