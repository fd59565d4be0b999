import { type DomElement, type DomNode, isElement, isText, nameTokens, textOf, walk } from "./dom.ts";
import { type Facts, gatherFacts } from "./page-facts.ts";
import { headsBox, isPageLine, isPointer, mayHeadBox, offersIn } from "./page-labels.ts";
import { BLOCKS, isHidden, SKIPPED } from "./page-text.ts";

/** Names of what stands about a story on news sites. */
const JUNK = new Set(
  (
    "nav navbar navigation breadcrumb breadcrumbs promo promos newsletter subscribe signup ad ads advert adverts " +
    "advertisement sponsored sponsor share sharing social related recommended recommendations recirc trending popular " +
    "outbrain taboola cookie cookies consent gdpr comments disqus caption captions skip skiplinks toolbar hidden " +
    "sharedaddy addtoany addthis relatedposts promobox mostread mostpopular cta upsell regwall newsletters sidebar " +
    "masthead pagination pager popup modal lightbox overlay tooltip carousel sitemap imprint"
  ).split(" "),
);
const JUNK_NAME =
  /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|element-invisible|most-read|most-popular|read-more|read-next|more-from|more-on|author-(?:bio|box|card|info)|about-(?:the-)?author|tip-line|comment-(?:list|form|body|respond)|site-(?:header|footer|nav)|page-footer|widget(?:-area)?|pull-?quote-share|img-caption|wp-caption-text|ad-(?:slot|wrap|unit|container)|no-?print)(?:\s|$)/i;
const PLAYERS = ["video", "player", "vjs", "jwplayer", "brightcove", "audioplayer", "videoplayer"];
/** Columns beside the story, as older sites name them. */
const SIDE_ID = /^(?:left|right)(?:[-_]?(?:col|column|rail|side|bar|nav|menu))?$|^(?:side[-_]?bar|rail)\b/i;
const JUNK_ROLES = new Set(
  "navigation contentinfo complementary search dialog alertdialog menu menubar toolbar tooltip".split(" "),
);
const BOX_TAGS = new Set(
  "DIV SECTION ASIDE UL OL DL TABLE TD TR ARTICLE CENTER FIELDSET FORM FIGURE NAV DETAILS".split(" "),
);
const HEADING = /^H[1-6]$/;
/** Labels and lines of the page's own are shorter. */
const LONGEST_LINE = 200;
/** A part that holds this share of all words is the page itself, whatever is said against it. */
const MOST = 0.4;

/**
 * Takes out of a page what is no reading matter: by tag, role and name; hidden parts; boxes that a heading or their
 * offers give away; lists of links and rows of teasers; forms with what belongs to them; captions; repeated pull
 * quotes. What holds a good part of all words stays, whatever its name says.
 */
export function removeJunk(root: DomElement): void {
  removeWhere(root, (node, facts, whole) => byKind(node, facts, whole));
  removeCards(root);
  removeWhere(root, (node, facts, whole) => byContent(node, facts, whole));
  removeRepeats(root);
}

function removeWhere(
  root: DomElement,
  isJunk: (element: DomElement, facts: Facts, whole: Facts) => DomElement | boolean,
): void {
  const factsOf = gatherFacts(root);
  const whole = factsOf(root);
  const doomed: DomElement[] = [];
  walk(
    root,
    (node) => {
      if (!isElement(node) || node === root || node.nodeName === "BODY" || node.nodeName === "HTML")
        return "into";
      const verdict = isJunk(node, factsOf(node), whole);
      if (verdict === false) return "into";
      doomed.push(verdict === true ? node : verdict);
      return verdict === true ? "over" : "into";
    },
    () => {},
  );
  for (const element of doomed) element.remove();
}

function byKind(node: DomElement, facts: Facts, whole: Facts): boolean {
  const tag = node.nodeName;
  if (tag === "SCRIPT" || tag === "STYLE" || tag === "NOSCRIPT" || tag === "TEMPLATE" || isHidden(node))
    return true;
  if (facts.length >= whole.length * MOST) return false;
  if (tag === "FOOTER")
    return !node.querySelector("p") || facts.linked > facts.length * 0.3 || isPageFooter(node);
  if (SKIPPED.has(tag) || /^AMP-(?:AD|SIDEBAR|CONSENT|SOCIAL|LIST|STICKY|ANALYTICS|EMBED)/.test(tag))
    return true;
  return JUNK_ROLES.has(node.getAttribute("role") ?? "") || isJunkName(node, facts);
}

/** What stands in a player's place: its title, a word about the browser. */
function isPlayer(tokens: Set<string>, facts: Facts): boolean {
  return facts.length <= 300 && facts.prose < 150 && PLAYERS.some((name) => tokens.has(name));
}

function isPageFooter(node: DomElement): boolean {
  for (let above = node.parentNode; above; above = above.parentNode)
    if (above.nodeName === "ARTICLE" || above.nodeName === "BLOCKQUOTE") return false;
  return true;
}

function isJunkName(element: DomElement, facts: Facts): boolean {
  if (element.nodeName === "P" && facts.length > 300) return false;
  const tokens = nameTokens(element);
  if (tokens.size === 0) return false;
  if (SIDE_ID.test(element.getAttribute("id") ?? "")) return true;
  if (element.nodeName !== "P" && isPlayer(tokens, facts)) return true;
  return [...tokens].some((token) => JUNK.has(token)) || JUNK_NAME.test(element.getAttribute("class") ?? "");
}

function byContent(node: DomElement, facts: Facts, whole: Facts): DomElement | boolean {
  const tag = node.nodeName;
  if (facts.length === 0) return false;
  const isBox = BOX_TAGS.has(tag);
  // An offer may be longer than the few lines of a story that it shuts off.
  if (isBox && facts.length < whole.length * 0.8 && isOffer(node, facts)) return true;
  if (facts.length >= whole.length * MOST) return false;
  if (isBox && isOfLinks(facts)) return true;
  if (isBox && isCaption(node, facts, whole)) return true;
  if (tag === "FORM" && facts.controls > 0 && facts.prose < facts.length * 0.5) return true;
  if (!isLeaf(node, facts) || facts.length > LONGEST_LINE) return false;
  const text = plain(node);
  if (text === "") return false;
  if (isPageLine(text) || isPointer(text, facts.linked > 0 && facts.linked >= text.length * 0.4)) return true;
  return boxAbout(node, text, whole);
}

/** Nothing but links, two at least: menus, tags, related stories. */
function isOfLinks(facts: Facts): boolean {
  return facts.links >= 2 && facts.linked > facts.length * 0.7 && facts.prose < facts.length * 0.2;
}

/** A box that asks for money, an address or consent. */
function isOffer(node: DomElement, facts: Facts): boolean {
  if (facts.length > 1500) return false;
  const offers = offersIn(textOf(node));
  const density = facts.controls + facts.links > 0 ? 1 : 2;
  return offers >= density && (facts.controls > 0 || offers >= 2) && !hasStoryHeading(node);
}

/** A picture with its words in a small box. */
function isCaption(node: DomElement, facts: Facts, whole: Facts): boolean {
  if (facts.pictures === 0) return false;
  if (node.nodeName === "FIGURE") return !node.querySelector("blockquote, table, pre");
  const floats = /^(?:left|right)$/i.test(node.getAttribute("align") ?? "");
  const small = facts.length <= (floats ? 400 : 200) && facts.length < whole.length * 0.1;
  return small && facts.blocks <= 4 && !node.querySelector("h1, h2, h3");
}

function hasStoryHeading(node: DomElement): boolean {
  return node.querySelector("h1") !== null;
}

/** The box that a heading or a first line gives away; in a flat page the heading and the lists right after it. */
function boxAbout(label: DomElement, text: string, whole: Facts): DomElement | boolean {
  const sure = headsBox(text);
  if (!sure && !mayHeadBox(text)) return false;
  const box = boxFrom(label, whole.length * MOST);
  if (box) {
    const facts = gatherFacts(box)(box);
    const linked = facts.links >= 2 && facts.linked > facts.length * 0.15;
    if (sure || linked) return box;
  }
  if (!sure) return false;
  // Flat: lists of links after the heading go with it, its paragraphs stay.
  return !HEADING.test(label.nodeName) || isFollowedByList(label);
}

function isFollowedByList(label: DomElement): boolean {
  const next = nextElement(label);
  return next === null || /^(?:UL|OL|DL|H[1-6])$/.test(next.nodeName);
}

function nextElement(node: DomNode): DomElement | null {
  for (let next = node.nextSibling; next; next = next.nextSibling) if (isElement(next)) return next;
  return null;
}

/** The largest element that begins with this label, below a limit of length; null where it stands alone. */
function boxFrom(label: DomElement, limit: number): DomElement | null {
  let box: DomElement | null = null;
  let child: DomNode = label;
  for (
    let above = label.parentNode;
    above && isElement(above) && above.nodeName !== "BODY";
    above = above.parentNode
  ) {
    if (!BOX_TAGS.has(above.nodeName) || !isFirstWord(above, child) || textOf(above).length >= limit) break;
    if (plain(above).length > plain(label).length) box = above;
    child = above;
  }
  return box;
}

function isFirstWord(parent: DomElement, child: DomNode): boolean {
  for (let node = parent.firstChild; node && node !== child; node = node.nextSibling)
    if ((isElement(node) ? textOf(node) : (node.nodeValue ?? "")).trim() !== "" && node.nodeType !== 8)
      return false;
  return true;
}

/** A block without blocks inside. */
function isLeaf(node: DomElement, facts: Facts): boolean {
  return facts.blocks === 0 && (BLOCKS.has(node.nodeName) || node.nodeName === "TD");
}

const INNER_BLOCKS = "p, div, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, section, article";

/**
 * Rows of teasers: three siblings or more of one shape, each beginning with a link that is a headline of its own and
 * with little text after it. Posts of a live blog may begin with links too, but say more.
 */
function removeCards(root: DomElement): void {
  const factsOf = gatherFacts(root);
  const groups: DomElement[][] = [];
  walk(
    root,
    (node) => {
      if (!isElement(node)) return "over";
      const shapes = new Map<string, DomElement[]>();
      for (let child = node.firstChild; child; child = child.nextSibling) {
        if (!isElement(child) || factsOf(child).links === 0 || !isCardTag(child)) continue;
        const shape = `${child.nodeName} ${[...nameTokens(child)].sort().join(" ")}`;
        const same = shapes.get(shape);
        if (same) same.push(child);
        else shapes.set(shape, [child]);
      }
      for (const same of shapes.values()) {
        const cards = same.filter((one) => isCard(one, factsOf(one)));
        if (cards.length >= 3 && cards.length >= same.length * 0.7) groups.push(cards);
      }
      return "into";
    },
    () => {},
  );
  const whole = factsOf(root);
  for (const cards of groups) {
    const length = cards.reduce((sum, card) => sum + factsOf(card).length, 0);
    const prose = cards.reduce((sum, card) => sum + factsOf(card).prose, 0);
    // A page of teasers alone is read as it stands.
    if (whole.prose - prose < 60 && length > whole.length * 0.5) continue;
    for (const card of cards) card.remove();
  }
}

function isCard(element: DomElement, facts: Facts): boolean {
  if (facts.length > 700 || facts.linked < 12 || !isCardTag(element)) return false;
  const first = firstText(element);
  if (first === null) return false;
  for (let node: DomNode | null = first; node && node !== element.parentNode; node = node.parentNode)
    if (isElement(node) && node.nodeName === "A")
      return endsBlock(node, element) && plain(node).length >= 12 && !isPrecise(node);
  return false;
}

/** Links in running text are siblings of one shape too; one that is a card holds blocks. */
function isCardTag(element: DomElement): boolean {
  if (element.nodeName === "A") return element.querySelector(INNER_BLOCKS) !== null;
  return BOX_TAGS.has(element.nodeName) || element.nodeName === "LI";
}

/** Links to documents and to places in the same page are no headlines. */
function isPrecise(link: DomElement): boolean {
  return /^#|^mailto:|\.(?:pdf|docx?|xlsx?)$/i.test(link.getAttribute("href") ?? "");
}

function firstText(element: DomElement): DomNode | null {
  let found: DomNode | null = null;
  walk(
    element,
    (node) => {
      if (found === null && isText(node) && (node.nodeValue ?? "").trim() !== "") found = node;
      return found === null ? "into" : "over";
    },
    () => {},
  );
  return found;
}

/** True where no words follow a link in its own block. */
function endsBlock(link: DomNode, within: DomElement): boolean {
  for (let node: DomNode = link; node !== within; node = node.parentNode!) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (isElement(next) && (BLOCKS.has(next.nodeName) || next.nodeName === "BR")) return true;
      const words = isElement(next) ? textOf(next) : (next.nodeValue ?? "");
      if (next.nodeType !== 8 && words.trim() !== "") return false;
    }
    if (isElement(node) && BLOCKS.has(node.nodeName)) return true;
    if (!node.parentNode) return true;
  }
  return true;
}

/** Pull quotes say again what the story says; a quotation that stands only there stays. */
function removeRepeats(root: DomElement): void {
  const quotes = [...root.querySelectorAll("aside, [class*=pull], [class*=Pull]")].filter((element) => {
    const length = plain(element).length;
    return length >= 20 && length <= 400 && element.nodeName !== "P";
  });
  if (quotes.length === 0) return;
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  for (const element of quotes) {
    const all = bare(textOf(root));
    const own = bare(textOf(element));
    const at = all.indexOf(own);
    if (own.length >= 15 && at >= 0 && all.indexOf(own, at + 1) >= 0) element.remove();
  }
}

/** The element's words on one line. */
function plain(element: DomNode): string {
  return textOf(element).replace(/\s+/g, " ").trim();
}
