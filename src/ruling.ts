/**
 * Rulings: a person's corrections, laid over the machine's record. Types only; docs/format.md tells what each does.
 * A ruling aims at evidence (an article, a statement, a mention, pairs of them), never at a cluster, so that it can be
 * found again when another model reads the documents.
 */
import type {
  Act,
  ArticleKind,
  Form,
  ReasonCode,
  RelationVerdict,
  SpeakerKind,
  StatementKind,
} from "./model.ts";

export const RULING_ACTIONS = [
  "accept",
  "reject",
  "add-statement",
  "set-spans",
  "set-act",
  "set-form",
  "set-kind",
  "set-speaker",
  "same-speaker",
  "not-same-speaker",
  "set-name",
  "set-side",
  "same-point",
  "not-same-point",
  "set-relation",
  "set-question",
  "set-metadata",
  "check",
  "note",
  "undo",
] as const;
export type RulingAction = (typeof RULING_ACTIONS)[number];

export const RULING_STATUSES = ["applied", "reanchored", "orphaned", "contradicted"] as const;
/**
 * `applied`: found by id or by the very same words. `reanchored`: found in what another reading has at its place, or
 * put back from its own words. `orphaned`: nothing of it is there any more. `contradicted`: a later ruling on the same
 * thing says otherwise, or it was undone.
 */
export type RulingStatus = (typeof RULING_STATUSES)[number];

/** A passage that can be found in a text whose offsets moved: its words and what stands around them. */
export interface Anchor {
  exact: string;
  /** Up to 32 code units before and after. */
  prefix: string;
  suffix: string;
  start: number;
}

export const STATEMENT_ROLES = ["source", "cue", "content", "refersTo", "addressee", "medium"] as const;
export type StatementRole = (typeof STATEMENT_ROLES)[number];

export interface RoleAnchor extends Anchor {
  role: StatementRole;
}

export interface ArticleTarget {
  type: "article";
  id: string;
  title: string | null;
  outlet: string | null;
}

/** A speaker by a mention that names it in one document; `id` is the document's speaker. */
export interface MentionTarget {
  type: "mention";
  id: string;
  article: string;
  name: string;
  kind: SpeakerKind;
  /** null for a body that a document speaks for and never names. */
  passage: Anchor | null;
}

/** How a statement read when it was ruled on, so that it can be put back where another reading has none. */
export interface Reading {
  form: Form;
  kind: StatementKind;
  act: Act;
  negated: boolean;
  speakers: MentionTarget[];
}

export interface StatementTarget {
  type: "statement";
  id: string;
  article: string;
  passages: RoleAnchor[];
  reading: Reading | null;
}

export interface StatementsTarget {
  type: "statements";
  pair: [StatementTarget, StatementTarget];
}

export interface MentionsTarget {
  type: "mentions";
  pair: [MentionTarget, MentionTarget];
}

/** A point by statements in it; found as the point that holds most of them. */
export interface PointTarget {
  type: "point";
  id: string;
  statements: StatementTarget[];
}

export interface RulingOnRuling {
  type: "ruling";
  id: string;
}

export type RulingTarget =
  | ArticleTarget
  | MentionTarget
  | StatementTarget
  | StatementsTarget
  | MentionsTarget
  | PointTarget
  | RulingOnRuling;

/** A speaker as a person chooses one: by a mention, or by a name that no document's speaker has. */
export interface SpeakerChoice {
  name: string;
  kind: SpeakerKind | null;
  mention: MentionTarget | null;
}

/** What a person may set of an article; `side` in words, as in front matter. */
export interface Metadata {
  title: string | null;
  outlet: string | null;
  byline: string | null;
  publishedAt: string | null;
  url: string | null;
  kind: ArticleKind;
  language: string | null;
  side: string | null;
}

/** Target and value of each action. */
export interface RulingContents {
  accept: { target: StatementTarget; value: null };
  reject: { target: StatementTarget; value: null };
  /** The target's passages are the statement; what the value leaves null is worked out. */
  "add-statement": {
    target: StatementTarget;
    value: {
      form: Form | null;
      kind: StatementKind | null;
      act: Act | null;
      negated: boolean;
      speakers: SpeakerChoice[];
    };
  };
  /** All passages of the roles named; roles that are not named stay as they are. `empty` names roles to be emptied. */
  "set-spans": { target: StatementTarget; value: { passages: RoleAnchor[]; empty: StatementRole[] } };
  "set-act": { target: StatementTarget; value: { act: Act; negated: boolean | null } };
  "set-form": { target: StatementTarget; value: { form: Form } };
  "set-kind": { target: StatementTarget; value: { kind: StatementKind } };
  /** [] where nobody can be known. */
  "set-speaker": { target: StatementTarget; value: { speakers: SpeakerChoice[] } };
  "same-speaker": { target: MentionsTarget; value: null };
  "not-same-speaker": { target: MentionsTarget; value: null };
  "set-name": { target: MentionTarget; value: { name: string } };
  "set-side": { target: MentionTarget; value: { side: string | null } };
  "same-point": { target: StatementsTarget; value: null };
  /** `out`: which of the pair leaves, alone; null: the others go with the one they are closer to. */
  "not-same-point": { target: StatementsTarget; value: { out: 0 | 1 | null } };
  "set-relation": {
    target: StatementsTarget;
    value: { verdict: RelationVerdict; code: ReasonCode | null; text: string | null };
  };
  "set-question": { target: PointTarget; value: { question: string } };
  "set-metadata": { target: ArticleTarget; value: Partial<Metadata> };
  /** `right` null: looked at, left open. */
  check: { target: CheckTarget; value: { right: boolean | null } };
  note: { target: CheckTarget; value: null };
  undo: { target: RulingOnRuling; value: null };
}

export type CheckTarget =
  | ArticleTarget
  | MentionTarget
  | StatementTarget
  | StatementsTarget
  | MentionsTarget
  | PointTarget;

/** A ruling with one action, for code that deals with just that. */
export interface RulingWith<A extends RulingAction> {
  /** Hash of all that follows but `status` and `found`. */
  id: string;
  action: A;
  target: RulingContents[A]["target"];
  value: RulingContents[A]["value"];
  by: string | null;
  at: string | null;
  note: string | null;
  status: RulingStatus | null;
  /** Ids of what the target was found as, in the target's order: article, statements, document speakers, ruling. */
  found: string[];
}

/** A person's correction; told apart by `action`. */
export type Ruling = { [A in RulingAction]: RulingWith<A> }[RulingAction];

/** Two things that belong together or must not, and the ruling that says so. */
export interface PairRule {
  ruling: string;
  pair: [string, string];
}

/** Two statements that a person put together or apart, in the target's order. */
export interface PointBond extends PairRule {
  joins: boolean;
  /** Which of two that part leaves, alone. */
  out: string | null;
  /** False where a later ruling says otherwise. It was done all the same, and what came later was done to what it had made. */
  stands: boolean;
}

/** What rulings ask of the stages after reading. Later ones last; contradictions are settled already. */
export interface Constraints {
  /** Pairs of documents' speakers. */
  sameSpeaker: PairRule[];
  notSameSpeaker: PairRule[];
  names: { ruling: string; speaker: string; name: string }[];
  sides: { ruling: string; speaker: string; side: string | null }[];
  bonds: PointBond[];
  relations: (PairRule & { verdict: RelationVerdict; code: ReasonCode | null; text: string | null })[];
  /** `point`: the id it had. */
  questions: { ruling: string; point: string; statements: string[]; question: string }[];
}

/** Constraints of no ruling at all. */
export const NO_CONSTRAINTS: Constraints = {
  sameSpeaker: [],
  notSameSpeaker: [],
  names: [],
  sides: [],
  bonds: [],
  relations: [],
  questions: [],
};

/** Rulings that a stage could not follow (`unmet`) or that a later one overrode there (`overruled`), by id. */
export interface Followed {
  unmet: string[];
  overruled: string[];
}
