/**
 * Words by which news pages announce what is no part of the story. They are the formulas of the trade, in English,
 * and are only believed of short lines: a sentence that begins alike stays.
 */

/** Headings of boxes: what stands below or beside them in their box goes too. */
const BOX =
  /^(?:(?:related|recommended|sponsored|promoted|featured|further|similar)(?: (?:articles?|stories|story|news|content|coverage|posts?|links?|topics?|reading|videos?|pages|information))?:?|(?:more|most|latest|top|popular|trending|other|recent|today[’']s)(?: (?:top|popular|recent|related|local|breaking))? (?:stories|news|articles|posts|headlines|coverage|videos|topics|entries|comments|now|read|viewed|shared|commented|watched|popular)(?: .{1,20})?|most[- ](?:read|viewed|popular|shared|commented|watched)(?: .{1,20})?|you (?:might|may) (?:also )?(?:like|enjoy|be interested in).{0,20}|don[’']t miss|read (?:more|next|also|on)|see also|also (?:on|in|from|read|see)\b.{0,30}|up next|next up|what to (?:read|watch) next|keep reading.{0,30}|(?:from|around|across) (?:around |across )?the web|elsewhere (?:on|in) .{1,40}|from our (?:partners|sponsors|network)|(?:paid|partner|sponsored) content|(?:advertisements?|ad)|trending|editors?[’']?s?[’']? (?:picks?|choice)|in other news|share(?: (?:this|on|via)(?: .{1,30})?)?|follow us(?: .{0,30})?|sign up(?: .{0,60})?|subscribe(?: .{0,60})?|newsletters?|get the .{1,40}(?:newsletter|briefing|edition)|our .{1,30}(?:newsletter|briefing)|join (?:us|the (?:conversation|discussion))|become a (?:member|subscriber)|support (?:us|our .{1,30})|comments?(?: ?\(?\d+\)?)?|\d+ (?:comments?|thoughts?|responses|replies)(?: on .*)?:?|leave a (?:reply|comment)|post a comment|have your say|view (?:all )?comments|about the (?:author|authors|reporter|writer)|tags|topics|filed under|categories|archives?|blog archive|quick links|useful links|on this page|contents|table of contents|you are here|navigation|menu|is this page useful\??|was this (?:page|article) (?:useful|helpful)\??|cookies?(?: (?:policy|settings|notice|preferences|on this .{1,20}))?|privacy (?:policy|notice|settings))$/iu;

/** Openings that head many a box and many a chapter: only believed where links to elsewhere fill the box. */
const PERHAPS_BOX =
  /^(?:(?:more|other|latest|top|recent|popular|explore|discover|departments|sections|links|also|keep|news|in (?:this|other)) ?.{0,40}|.{1,30} news)$/iu;

/** Single lines between paragraphs. */
const LINE =
  /^(?:[-–—*•|\s]*(?:advertisement|advertising|ad|sponsored(?: content)?|story continues(?: below)?.{0,40}|article continues(?: below)?.{0,40}|continue reading(?: below)?.{0,30}|scroll (?:down )?to continue.{0,30}|skip (?:past |to |navigation|advert).{0,60}|read more|show more|load (?:more|older).{0,30}|loading ?(?:\.\.\.|…)?|back to top|top of page|print(?: this)? (?:page|article|story)|share(?: this)?(?: (?:article|story|page|post))?|copy link|link copied!?|email this.{0,20}|permalink|close|advertisement - .{0,30}|share (?:on|via) .{0,30}|tweet(?: this)?|save(?: (?:article|story))?|listen(?: to (?:this )?(?:article|story))?(?: \(?\d+ min.{0,10})?|\d+ min(?:ute)?s? read|getty images|(?:to (?:watch|view|play|hear|listen to) this .{3,40}|please) (?:upgrade|enable|update|turn on|switch on) .{3,60}|(?:sorry, )?your browser (?:does not|doesn[’']t) support .{3,60}|(?:play|pause|mute|unmute|replay)(?: video)?|follow (?:us|.{1,30}) on (?:twitter|facebook|x|instagram|telegram|bluesky).{0,40}|page last (?:reviewed|updated|modified).{0,60}|last (?:updated|modified|reviewed):? ?(?:.{0,40}\d{4}.{0,20})?|already a (?:subscriber|member)\?.{0,60}|sign in|log ?in|register|subscribe(?: now)?)[-–—*•|\s]*)$/iu;

/** What may follow such an opening is a headline elsewhere. */
const POINTER =
  /^(?:[-–—*•>»\s]*(?:read(?: more| also| next| here)?|see also|also see|also read|related(?: (?:story|stories|articles?|coverage|news))?|more(?: on this)?|watch|listen|recommended|don[’']t miss|photos?|gallery|in pictures|up next|further reading)\s*(?::|\||»|>|→|–|—|-)\s*\S)/iu;

const COPYRIGHT =
  /^(?:(?:©|\(c\)|copyright\b)[^.]{0,40}\d{4}|©\s|copyright ©|all rights reserved|this material may not be published, broadcast)/iu;

const OFFER =
  /\b(?:already a (?:subscriber|member)|(?:start|try) (?:your|a) (?:free )?trial|cancel (?:at )?any ?time|unlimited (?:digital )?access|subscribe (?:now|today|for|to (?:read|continue))|sign in to (?:read|continue)|(?:create|register) (?:a|your) (?:free )?account|to continue reading|keep reading with|unsubscribe|in your inbox|to your inbox|sign me up|enter your e-?mail|by (?:signing up|continuing)[^.]{0,40}you agree|(?:uses?|accept|store) (?:essential )?cookies|we value your privacy|become a (?:member|subscriber)|(?:digital|print) subscription|per month|for your first (?:month|year))\b/giu;

/** True where a short text heads a box of links, of offers, of comments. */
export function headsBox(text: string): boolean {
  return text.length <= 80 && BOX.test(text);
}

/** True where a short text may head a box; only links about it make it one. */
export function mayHeadBox(text: string): boolean {
  return text.length <= 80 && PERHAPS_BOX.test(text);
}

/** True where a short line stands between paragraphs and belongs to the page, not to the story. */
export function isPageLine(text: string): boolean {
  if (text.length > 200) return false;
  return LINE.test(text) || COPYRIGHT.test(text);
}

/** True where a short line points to another story: "READ MORE: Chess club wins". `linked`: most of it is a link. */
export function isPointer(text: string, linked: boolean): boolean {
  return text.length <= 200 && linked && POINTER.test(text);
}

/** How many formulas of subscriptions, newsletters and cookie banners a text holds. */
export function offersIn(text: string): number {
  return new Set((text.match(OFFER) ?? []).map((found) => found.toLowerCase())).size;
}
