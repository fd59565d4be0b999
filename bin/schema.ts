/** Writes docs/schema.json from src/schemas.ts; `--check` fails where the file is not what would be written. */
import { collectionJsonSchema } from "../src/schemas.ts";
import { generated } from "./generated.ts";

generated("docs/schema.json", `${JSON.stringify(collectionJsonSchema(), null, 2)}\n`, "schema");
