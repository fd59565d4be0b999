import type { Statement } from "../model.ts";
import type { Context } from "./context.ts";
import { extent } from "./inherit.ts";

const NOUN =
  /\b(?:account|accusation|admission|allegation|announcement|argument|assertion|assessment|assurance|characteri[sz]ation|charge|claim|comment|complaint|concession|conclusion|criticism|demand|denial|description|estimate|explanation|finding|forecast|interpretation|objection|offer|opinion|pledge|prediction|promise|proposal|reading|recommendation|remark|reply|request|statement|suggestion|testimony|threat|version|view|vow|warning|words?)s?\b/i;
const JOINT =
  /\b(?:agreement|understanding|consensus|accord) (?:was|were|has been)?\s?(?:reached|found|secured)?|\b(?:there was|by) (?:full |broad |general )?(?:agreement|consensus)\b|\b(?:was|were) (?:also )?(?:jointly )?agreed\b|\bmutual\b|\bjointly\b/i;
const URGED = /\b(?:urged|asked|advised|reminded|requested|invited|warned|encouraged|told)\b/i;
const SAID =
  /\b(?:was|were|is|are|has been|have been|being) (?:also |again |further |once more )?(?:noted|emphasi[sz]ed|stressed|underlined|underscored|pointed out|recalled|stated|reaffirmed|reiterated|confirmed|observed|highlighted|expressed|voiced|rejected|condemned|welcomed|informed|conveyed)\b/i;

/**
 * The statement that a noun without a source picks up: "That is a very serious allegation", "The claim", where `refersTo`
 * gives the words claimed. The innermost whose content meets them; null for verbs, whose subject may be somebody else.
 */
export function pickedUp(context: Context, statement: Statement): Statement | null {
  if (statement.refersTo.length === 0 || !statement.cue.some((part) => NOUN.test(part.text))) return null;
  if (/\b(?:is|are|was|were|been|being) \w+ed\b/.test(statement.cue.map((part) => part.text).join(" ")))
    return null;
  let best: Statement | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of context.doc.statements) {
    if (other.id === statement.id || other.parent === statement.id || other.source.length === 0) continue;
    const meets = other.content.some((part) =>
      statement.refersTo.some((words) => part.start < words.end && words.start < part.end),
    );
    const size = other.content.reduce((sum, part) => sum + part.end - part.start, 0);
    if (meets && size < least) {
      best = other;
      least = size;
    }
  }
  return best;
}

/**
 * Who speaks in an official text's impersonal sentences: "It was agreed" both parties, "Passengers are urged" the body whose
 * text it is, "It was noted" whoever the sentence before was about if they are several, else that body. [] in other documents.
 */
export function impersonal(context: Context, statement: Statement): number[] {
  const own = context.clusters.side >= 0 ? context.clusters.side : speakingOutlet(context);
  if (own < 0 || statement.parent !== null) return [];
  const cue = statement.cue.map((part) => part.text).join(" ");
  const { start } = extent(statement);
  if (JOINT.test(cue)) return several(context, start, 2) ?? [];
  if (/\b(?:is|are) (?:\w+ly )?\w+/.test(cue) && URGED.test(cue)) return [own];
  if (SAID.test(cue) && context.clusters.side >= 0) return several(context, start, 0) ?? [own];
  return [];
}

function speakingOutlet(context: Context): number {
  if (context.outlet < 0) return -1;
  const holds = [...context.heads.values()].some((heads) =>
    heads.some((head) => context.references.get(head.id)?.entities[0] === context.outlet),
  );
  return holds ? context.outlet : -1;
}

/** The last pair or plural spoken of before a place; for a pair also the two whose talk it is. */
function several(context: Context, start: number, count: number): number[] | null {
  for (let k = context.history.length - 1; k >= 0; k--) {
    const { mention, entities } = context.history[k]!;
    if (mention.start >= start || mention.inside >= 0) continue;
    if (entities.length > 1 && (count === 0 || entities.length === count)) return [...entities];
    if (count === 0 && mention.grammar === "subject") {
      const entity = context.entities[entities[0] ?? -1];
      return entity?.type === "group" ? [entity.id] : null;
    }
  }
  if (count === 0) return null;
  const people = context.entities.filter(
    (entity) => entity.type === "person" && entity.names.size > 0 && entity.mentions.length > 1,
  );
  return people.length === 2 ? people.map((entity) => entity.id) : null;
}
