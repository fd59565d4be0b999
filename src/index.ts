/** The library's pure door: types, errors and the stages, without files, processes or models. */
export { byArticle, checkArticle, loadCollection } from "./collection.ts";
export { ERRORS, type ErrorCode, messageOf, ReadoutError } from "./errors.ts";
export type { Attribution } from "./evaluate/brat.ts";
export { scoreArticle, sumScores } from "./evaluate/score.ts";
export type * from "./model.ts";
export { type Compared, compare, type ReadModels, read } from "./pipeline.ts";
export { reportHtml } from "./report/html.ts";
export { readText, reportText } from "./report/text.ts";
export { collectionJsonSchema, collectionSchema } from "./schemas.ts";
