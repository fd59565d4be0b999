/** One article while rulings are laid over it: its statements with the ids they had, its speakers, what was set by whom. */
import { hashId, ownVoiceId, statementId } from "../id.ts";
import {
  type Article,
  type Form,
  type MentionTarget,
  type Metadata,
  type Span,
  type Speaker,
  type SpeakerChoice,
  STATEMENT_ROLES,
  type Statement,
  type StatementRole,
  type StatementTarget,
} from "../model.ts";
import { contains, passages } from "../span.ts";
import { anchorMention, isCalled } from "./mention-target.ts";
import { findParts, type Parts } from "./statement-target.ts";

/** A statement on the desk. */
export interface Entry {
  statement: Statement;
  /** All ids that it had: with each change of spans another. */
  ids: Set<string>;
  /** Ids of other readings' statements that were found in it. */
  also: Set<string>;
  /** Not in this reading: made of the words of a ruling's target. */
  putBack: boolean;
  rejected: boolean;
  /** Spans set, added or put back by hand: where it is nested is worked out anew. */
  edited: boolean;
  desk: Desk;
}

/** The article without what rulings laid over it: what the machine read. */
export function machineRecord(article: Article): Article {
  const { machine, rejected: _, ...rest } = article;
  return { ...rest, ...machine };
}

export class Desk {
  readonly entries: Entry[];
  readonly speakers: Speaker[];
  readonly metadata: Partial<Metadata> = {};

  /** @param article as the machine has it */
  constructor(readonly article: Article) {
    this.entries = article.statements.map((statement) => ({
      statement,
      ids: new Set([statement.id]),
      also: new Set(),
      putBack: false,
      rejected: false,
      edited: false,
      desk: this,
    }));
    this.speakers = [...article.speakers];
  }

  /** What a mention is looked for in. */
  current(): Pick<Article, "text" | "speakers" | "statements"> {
    return {
      text: this.article.text,
      speakers: this.speakers,
      statements: this.entries.filter((entry) => !entry.rejected).map((entry) => entry.statement),
    };
  }

  /** Puts a statement on the desk that the machine has not, out of a target's words; null where they are not there. */
  add(target: StatementTarget): Entry | null {
    const parts = findParts(this.article.text, target);
    if (!parts) return null;
    const { reading } = target;
    const id = statementId(this.article.id, parts);
    const same = this.entries.find((entry) => entry.statement.id === id);
    if (same) {
      same.also.add(target.id);
      return same;
    }
    const speakers = reading ? this.choose(reading.speakers.map(choiceOf)) : [];
    const spans = Object.fromEntries(
      STATEMENT_ROLES.map((role) => [role, passages(this.article.text, parts[role])]),
    ) as Pick<Statement, StatementRole>;
    const entry: Entry = {
      statement: {
        id,
        ...spans,
        form: reading?.form ?? this.formOf(parts),
        kind: reading?.kind ?? "speech",
        act: reading?.act ?? "assert",
        negated: reading?.negated ?? false,
        parent: null,
        speakers,
        via: [],
        speakerScore: speakers.length > 0 ? 1 : null,
        guess: null,
        saidAt: null,
        score: 1,
      },
      ids: new Set([id]),
      also: new Set([target.id]),
      putBack: true,
      rejected: false,
      edited: true,
      desk: this,
    };
    this.entries.push(entry);
    return entry;
  }

  /** Sets spans; the statement gets the id of its new spans. */
  setSpans(entry: Entry, spans: Partial<Parts>): void {
    const given = Object.fromEntries(
      Object.entries(spans).map(([role, list]) => [role, passages(this.article.text, list)]),
    );
    const next = { ...entry.statement, ...given };
    const id = statementId(this.article.id, next);
    const twin = this.entries.find((other) => other !== entry && other.statement.id === id);
    if (twin) {
      for (const old of twin.ids) entry.ids.add(old);
      for (const old of twin.also) entry.also.add(old);
      this.entries.splice(this.entries.indexOf(twin), 1);
    }
    entry.ids.add(id);
    entry.statement = { ...next, id, form: spans.content ? this.formOf(next) : next.form };
    entry.edited = true;
  }

  setSpeakers(entry: Entry, choices: readonly SpeakerChoice[]): void {
    const speakers = this.choose(choices);
    entry.statement = {
      ...entry.statement,
      speakers,
      via: [],
      speakerScore: speakers.length > 0 ? 1 : null,
      guess: null,
    };
  }

  /** Holders of an added statement where the person named none: those of another with the same source, or named by it. */
  guessSpeakers(entry: Entry): void {
    const { source } = entry.statement;
    const key = source.map((p) => p.text).join(" ");
    if (key === "") return;
    const like = this.entries.find(
      (other) =>
        other !== entry &&
        other.statement.speakers.length > 0 &&
        other.statement.source.some((p) => source.some((q) => p.start === q.start && p.end === q.end)),
    );
    const named = this.speakers.filter((one) =>
      [one.name, ...one.aliases].some((name) => key.includes(name)),
    );
    const speakers = like?.statement.speakers ?? (named.length === 1 ? [named[0]!.id] : []);
    if (speakers.length > 0)
      entry.statement = { ...entry.statement, speakers: [...speakers], speakerScore: 0.5 };
  }

  /** The document's speakers that a person chose; who is not there yet is added. */
  choose(choices: readonly SpeakerChoice[]): string[] {
    const ids = choices.map((choice) => {
      const here = choice.mention?.article === this.article.id ? choice.mention : null;
      const found = here && anchorMention(this.current(), here);
      if (found) return found.speaker.id;
      const called = this.speakers.filter((speaker) => isCalled(speaker, choice.name));
      const fitting =
        called.find((speaker) => choice.kind === null || speaker.kind === choice.kind) ?? called[0];
      if (fitting) return fitting.id;
      // An outlet's own voice is no person: it is to be the very holder of what the outlet narrates.
      const unsaid = choice.name === (this.metadata.outlet ?? this.article.outlet) ? "body" : "person";
      const kind = choice.kind ?? choice.mention?.kind ?? unsaid;
      const id = hashId("h", this.article.id, "by hand", choice.name, kind);
      this.speakers.push({ id, name: choice.name, kind, aliases: [], role: null, side: null, members: [] });
      return id;
    });
    return [...new Set(ids)];
  }

  /** All in quotation marks, some of it, or none. A turn of a transcript, which nothing introduces, is direct. */
  private formOf({ cue, content }: { cue: readonly Span[]; content: readonly Span[] }): Form {
    const { text, kind } = this.article;
    if (kind === "transcript" && cue.length === 0) return "direct";
    const quoted = content.filter(
      ({ start, end }) =>
        /^["“„«‘]/.test(text.slice(start, end)) || /["“„«‘]$/.test(text.slice(Math.max(0, start - 1), start)),
    );
    const closed = quoted.filter(({ start, end }) => !/["”»]\s+[\p{L}]/u.test(text.slice(start, end - 1)));
    if (content.length > 0 && closed.length === content.length) return "direct";
    return content.some(({ start, end }) => /["“„«]/.test(text.slice(start, end))) ? "mixed" : "indirect";
  }

  /** The article as people left it, with what it was before where anything differs. */
  done(): Article {
    const { article } = this;
    this.giveVoice();
    const rejected = this.entries.filter((entry) => entry.rejected);
    const kept = this.entries.filter((entry) => !entry.rejected);
    const changed =
      kept.length !== article.statements.length || kept.some((e, i) => e.statement !== article.statements[i]);
    const statements = changed ? this.nested(kept, rejected) : article.statements;
    const next: Article = { ...article, ...this.metadata, statements, speakers: this.speakers };
    const machine: NonNullable<Article["machine"]> = {};
    const note = <K extends keyof NonNullable<Article["machine"]>>(field: K) => {
      machine[field] = article[field];
    };
    if (changed) note("statements");
    if (this.speakers.some((speaker, i) => speaker !== article.speakers[i])) note("speakers");
    for (const field of Object.keys(this.metadata) as (keyof Metadata)[])
      if (article[field] !== this.metadata[field]) note(field);
    if (rejected.length > 0) next.rejected = rejected.map((entry) => entry.statement);
    if (Object.keys(machine).length > 0) next.machine = machine;
    return next;
  }

  /** A readout speaks for the side that a person named. */
  private giveVoice(): void {
    const { side, kind = this.article.kind } = this.metadata;
    if (typeof side !== "string" || kind !== "readout") return;
    const id = ownVoiceId(this.article.id);
    const at = this.speakers.findIndex((speaker) => speaker.id === id);
    const old = this.speakers[at];
    if (old?.name === side) return;
    const aliases = old
      ? [...new Set([old.name, ...old.aliases])].filter((name) => name !== side).sort()
      : [];
    const voice: Speaker = { id, name: side, kind: "body", aliases, role: null, side: null, members: [] };
    this.speakers.splice(at < 0 ? this.speakers.length : at, at < 0 ? 0 : 1, voice);
  }

  /** In text order, each with the smallest statement in whose content it stands as its parent. */
  private nested(kept: readonly Entry[], rejected: readonly Entry[]): Statement[] {
    const owner = new Map<string, Entry>();
    for (const entry of [...rejected, ...kept])
      for (const id of [...entry.also, ...entry.ids]) owner.set(id, entry);
    const size = (entry: Entry) => entry.statement.content.reduce((sum, p) => sum + p.end - p.start, 0);
    const parentOf = (entry: Entry): string | null => {
      const parts = [...entry.statement.source, ...entry.statement.cue, ...entry.statement.content];
      let above = entry.statement.parent === null ? undefined : owner.get(entry.statement.parent);
      // What stood in a rejected statement stands where that stood.
      for (let steps = 0; above?.rejected && steps < 50; steps++)
        above = above.statement.parent === null ? undefined : owner.get(above.statement.parent);
      const around = kept.filter(
        (other) =>
          other !== entry &&
          (entry.edited || other.edited) &&
          parts.every((part) => other.statement.content.some((whole) => contains(whole, part))),
      );
      const all = above && !entry.edited && above !== entry ? [above, ...around] : around;
      return all.sort((a, b) => size(a) - size(b))[0]?.statement.id ?? null;
    };
    const parents = kept.map(parentOf);
    const start = ({ source, cue, content }: Statement) =>
      Math.min(
        ...[...(cue.length > 0 ? [...source, ...cue] : []), ...content, ...source].map((p) => p.start),
      );
    const all = kept.map(({ statement, edited }, i) => ({
      statement: statement.parent === parents[i] ? statement : { ...statement, parent: parents[i]! },
      edited,
    }));
    // The machine's order stays; what people added or moved goes in by place.
    const order = all.filter((one) => !one.edited).map((one) => one.statement);
    for (const { statement } of all.filter((one) => one.edited)) {
      const at = order.findIndex((other) => start(other) > start(statement));
      order.splice(at < 0 ? order.length : at, 0, statement);
    }
    return order;
  }
}

function choiceOf(mention: MentionTarget): SpeakerChoice {
  return { name: mention.name, kind: mention.kind, mention };
}
