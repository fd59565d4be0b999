/**
 * Lays people's rulings over what the machine read. Pure: the same articles and rulings give the same, whatever their
 * order, and laying them over again changes nothing, since the machine's record is taken first.
 */
import type {
  Article,
  ArticleTarget,
  Constraints,
  MentionTarget,
  PointTarget,
  Ruling,
  RulingStatus,
  Speaker,
  StatementTarget,
} from "../model.ts";
import { Desk, type Entry, machineRecord } from "./desk.ts";
import { editStatement } from "./edit.ts";
import { findWords } from "./find-words.ts";
import { inOrder, undoneBy } from "./history.ts";
import { anchorMention } from "./mention-target.ts";
import { pairRules } from "./pair-rules.ts";
import { anchorStatement, findParts } from "./statement-target.ts";

/** What `overlay` gives: corrected articles, what later stages must heed, every ruling with what became of it. */
export interface Overlay {
  articles: Article[];
  constraints: Constraints;
  rulings: Ruling[];
}

/** Half of the words in common: less is no statement that a person meant to strike. */
export const REJECTED = 0.6;

/** What is known of a ruling while it is laid over. */
export interface Laid {
  ruling: Ruling;
  status: RulingStatus;
  /** In the target's order. */
  found: (Entry | Speaker | string)[];
}

/**
 * @param articles as read or as saved: what rulings laid over them before is taken off first
 * @param rulings of any order; statuses from before don't matter
 */
export function overlay(articles: readonly Article[], rulings: readonly Ruling[]): Overlay {
  return new Layer(articles).lay(rulings);
}

/** A thing that may be set once: who set it last, to what. */
interface Slot {
  laid: Laid;
  value: string;
}

export class Layer {
  readonly desks: Desk[];
  private readonly byId: Map<string, Desk>;
  private readonly slots = new Map<string, Slot>();

  constructor(articles: readonly Article[]) {
    this.desks = articles.map((article) => new Desk(machineRecord(article)));
    this.byId = new Map(this.desks.map((desk) => [desk.article.id, desk]));
  }

  lay(rulings: readonly Ruling[]): Overlay {
    const ordered = inOrder(rulings);
    const undone = undoneBy(ordered);
    const known = new Map(ordered.map((ruling) => [ruling.id, ruling]));
    const all: Laid[] = ordered.map((ruling) => ({ ruling, status: "applied", found: [] }));
    const standing = all.filter(({ ruling }) => !undone.has(ruling.id));
    // Speakers and pairs are looked for when every statement stands as people left it.
    for (const laid of standing) this.ofStatements(laid);
    const constraints = pairRules(this, standing);
    const articles = this.desks.map((desk) => desk.done());
    for (const laid of all) {
      if (undone.has(laid.ruling.id)) laid.status = "contradicted";
      if (laid.ruling.action === "undo") {
        const target = laid.ruling.target.id;
        laid.found = known.has(target) ? [target] : [];
        if (!known.has(target)) laid.status = "orphaned";
      }
    }
    return {
      articles,
      constraints,
      rulings: all.map(
        ({ ruling, status, found }) => ({ ...ruling, status, found: found.map(idOf) }) as Ruling,
      ),
    };
  }

  /** Notes who set a thing; who set it to something else before is contradicted. */
  set(laid: Laid, key: string, value: unknown): void {
    const text = JSON.stringify(value);
    const before = this.slots.get(key);
    if (before && before.value !== text) before.laid.status = "contradicted";
    this.slots.set(key, { laid, value: text });
  }

  private ofStatements(laid: Laid): void {
    const { ruling } = laid;
    switch (ruling.action) {
      case "set-metadata": {
        const desk = this.article(laid, ruling.target);
        if (!desk) return;
        for (const [field, value] of Object.entries(ruling.value)) {
          Object.assign(desk.metadata, { [field]: value });
          this.set(laid, `${desk.article.id} ${field}`, value);
        }
        return;
      }
      case "accept":
      case "reject":
      case "add-statement":
      case "set-spans":
      case "set-act":
      case "set-form":
      case "set-kind":
      case "set-speaker": {
        const entry = this.statement(
          laid,
          ruling.target,
          true,
          ruling.action === "reject" ? REJECTED : undefined,
        );
        if (entry) editStatement(this, laid, ruling, entry);
        return;
      }
      case "check":
      case "note":
        // A person who found a statement right vouches for it; who left a note does not.
        if (ruling.target.type === "statement")
          this.statement(laid, ruling.target, ruling.action === "check" && ruling.value.right === true);
        return;
      case "same-point":
      case "set-relation":
        // People vouch for both; sentences in the document's own voice are found when pairs are.
        for (const target of ruling.target.pair) if (!isOwnVoice(target)) this.statement(laid, target, true);
        return;
    }
  }

  /**
   * The statement that a target means now. One that the machine no longer finds is put back where the ruling vouches for
   * it; where not, its words are enough for the ruling to stand.
   */
  statement(laid: Laid, target: StatementTarget, vouched: boolean, least?: number): Entry | null {
    const desk = this.deskOf(target.article, (one) => findParts(one.article.text, target) !== null);
    const found = desk && anchorStatement(desk.article.text, desk.entries, target, least);
    if (desk && found) {
      const same = found.how !== "overlap" && !found.statement.putBack && desk.article.id === target.article;
      if (!same) this.reanchored(laid);
      if (!found.statement.ids.has(target.id)) found.statement.also.add(target.id);
      laid.found.push(found.statement);
      return found.statement;
    }
    const added = desk && vouched ? desk.add(target) : null;
    if (added && laid.ruling.action === "add-statement") added.putBack = false;
    else if (added || (desk && findParts(desk.article.text, target))) this.reanchored(laid);
    else this.orphaned(laid);
    if (added) laid.found.push(added);
    return added;
  }

  /**
   * The statement that a target means now, for rulings on points: also one of the document's own voice, which is made when
   * comparing and keeps the id that it had.
   */
  claimant(laid: Laid, target: StatementTarget): Entry | string | null {
    if (!isOwnVoice(target)) return this.statement(laid, target, false);
    const { status } = laid;
    const entry = this.statement(laid, target, false);
    if (entry || laid.status === "orphaned") return entry;
    laid.status = status;
    laid.found.push(target.id);
    return target.id;
  }

  /** The document's speaker that a target means now. */
  mention(laid: Laid, target: MentionTarget): Speaker | null {
    const { passage } = target;
    const desk = this.deskOf(
      target.article,
      (one) => passage !== null && findWords(one.article.text, passage) !== null,
    );
    const found = desk && anchorMention(desk.current(), target);
    if (!found) {
      this.orphaned(laid);
      return null;
    }
    if (found.how === "overlap" || desk.article.id !== target.article) this.reanchored(laid);
    laid.found.push(found.speaker);
    return found.speaker;
  }

  article(laid: Laid, target: ArticleTarget): Desk | null {
    const own = this.byId.get(target.id);
    const alike = this.desks.filter(
      ({ article }) =>
        article.title === target.title && article.outlet === target.outlet && target.title !== null,
    );
    const desk = own ?? (alike.length === 1 ? alike[0]! : null);
    if (!desk) this.orphaned(laid);
    else {
      if (!own) this.reanchored(laid);
      laid.found.push(desk.article.id);
    }
    return desk;
  }

  /** A point is where most of its statements are: those that are still there. */
  point(laid: Laid, target: PointTarget): string[] {
    const probe: Laid = { ...laid, found: [] };
    const found = target.statements.flatMap((one) => this.claimant(probe, one) ?? []);
    if (found.length === 0) this.orphaned(laid);
    else if (found.length < target.statements.length || probe.status !== "applied") this.reanchored(laid);
    laid.found.push(...found);
    return found.map(idOf);
  }

  reanchored(laid: Laid): void {
    if (laid.status === "applied") laid.status = "reanchored";
  }

  orphaned(laid: Laid): void {
    if (laid.status !== "contradicted") laid.status = "orphaned";
  }

  /** The article of an id; where a document was taken in anew, one in which all the words stand. */
  private deskOf(id: string, holds: (desk: Desk) => boolean): Desk | null {
    return this.byId.get(id) ?? this.desks.find(holds) ?? null;
  }
}

/** True of a sentence in the document's own voice: comparing makes these, reading has none. */
const isOwnVoice = ({ id }: StatementTarget) => id.startsWith("n_");

export function idOf(found: Entry | Speaker | string): string {
  if (typeof found === "string") return found;
  return "statement" in found ? found.statement.id : found.id;
}
