/** Layouts of older sites, and of markup that is broken or filled by script. */
import { clock, escaped, inline, names, type Page, Sheet, truthOf, writtenDay } from "./pages-markup.ts";
import { blurb, type Dice, paragraph, story, teaser } from "./pages-story.ts";

/** The 2000s: nested tables, font tags, paragraphs parted by double line breaks, no metadata at all. */
export function tables(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [6, 14] }, nth);
  const sheet = new Sheet();
  const body = s.parts
    .map((part) => (part.kind === "paragraph" ? inline(dice, sheet.say(part.text)) : ""))
    .join(dice.pick(["<br><br>\n", "<BR>&nbsp;<BR>\n", "<p>\n"]));
  const html = `<HTML><HEAD><TITLE>${escaped(s.headline)}</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"></HEAD>
<BODY BGCOLOR="#FFFFFF" TEXT="#000000"><CENTER><TABLE WIDTH="760" BORDER="0" CELLPADDING="0"><TR><TD COLSPAN="3"><IMG SRC="top.gif" ALT="Banner"><BR><FONT SIZE="1" FACE="Verdana"><A HREF="index.html">Frontpage</A> | <A HREF="sport.html">Sports</A> | <A HREF="guest.html">Guestbook</A> | <A HREF="links.html">Webring</A></FONT></TD></TR>
<TR><TD WIDTH="140" VALIGN="top" BGCOLOR="#CCCCFF"><FONT SIZE="1"><B>Departments</B><BR><A HREF="a.html">Kitchen</A><BR><A HREF="b.html">Gardens</A><BR><A HREF="c.html">Hobbies</A><BR><BR><B>Poll of the week</B><BR>Favourite vegetable?<BR><FORM><INPUT TYPE="radio"> Turnip<BR><INPUT TYPE="radio"> Leek<BR><INPUT TYPE="submit" VALUE="Vote"></FORM></FONT></TD>
<TD WIDTH="470" VALIGN="top"><FONT FACE="Times New Roman" SIZE="5"><B>${escaped(s.headline)}</B></FONT><BR><FONT SIZE="2"><I>By ${escaped(names(s))}</I><BR>${writtenDay(s.published, true)}</FONT><BR><BR>
<TABLE ALIGN="right" WIDTH="160"><TR><TD><IMG SRC="p.jpg"></TD></TR><TR><TD><FONT SIZE="1">Turnip farmers admire their harvest</FONT></TD></TR></TABLE>
<FONT FACE="Times New Roman" SIZE="3">${body}</FONT></TD>
<TD WIDTH="150" VALIGN="top"><FONT SIZE="1"><B>Other headlines</B><BR>${Array.from({ length: 5 }, () => `<A HREF="z.html">${teaser(dice)}</A><BR><BR>`).join("")}</FONT></TD></TR>
<TR><TD COLSPAN="3" ALIGN="center"><FONT SIZE="1">Best viewed at 800x600. Webmaster: <A HREF="mailto:w@x.example">write us</A>. Copyright 2003.</FONT></TD></TR></TABLE></CENTER></BODY></HTML>`;
  return {
    layout: "tables",
    html,
    truth: truthOf(s, sheet, { outlet: null, url: null, publishedAt: s.published.slice(0, 10) }),
  };
}

/** Unclosed and crossed tags, bare attributes, stray ends, windows-style character references. */
export function broken(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [6, 14] }, nth);
  const sheet = new Sheet();
  const references = (text: string) =>
    text
      .replaceAll("“", "&#8220;")
      .replaceAll("”", "&rdquo;")
      .replaceAll("’", "&#x2019;")
      .replaceAll("é", "&eacute;");
  const body = s.parts
    .map((part, i) => {
      if (part.kind !== "paragraph") return "";
      const text = references(inline(dice, sheet.say(part.text)));
      return [
        `<p class=para>${text}`,
        `<P><b>${text}</P></b>`,
        `<p>${text}</p></div2>`,
        `<p><span>${text}</p></span>`,
        `<p id=p${i} class="a"class='b'>${text}</p>\n</font>`,
      ][i % 5]!;
    })
    .join("\n");
  const html = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head><title>${escaped(s.headline)} &raquo; ${escaped(s.outlet)}<meta name=author content="${escaped(names(s))}"></title>
<meta name=author content="${escaped(names(s))}"><meta name="date" content='${s.published}'><link rel=canonical href=${s.url}><meta property=og:title content="${escaped(s.headline)}"><meta property=og:site_name content="${escaped(s.outlet)}">
<body onload=init()><div id=header><a href=/>Start</a><a href=/tv>Teletext</a><a href=/l>Lottery</a></div></div>
<div id=main><div id=left><ul><li><a href=1>Crossword<li><a href=2>Bridge column<li><a href=3>Stamps</ul></div>
<div id=story><h1>${references(escaped(s.headline))}<h1></h1><div class=meta>${escaped(names(s))}, ${writtenDay(s.published)}</div>
${body}
</div><div id=right><h3>Bargains<p>${blurb(dice)}<p>${blurb(dice)}</div><div id=footer><p>Legal notes &copy; Teletext Amusements</body>`;
  return { layout: "broken", html, truth: truthOf(s, sheet) };
}

/** A page that script fills: an empty frame, the words in JSON-LD alone, a noscript notice. */
export function shell(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [6, 14] }, nth);
  const sheet = new Sheet();
  const body = s.parts.map((part) => (part.kind === "paragraph" ? sheet.say(part.text) : ""));
  const ld = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: s.headline,
    datePublished: s.published,
    author: { "@type": "Person", name: names(s) },
    publisher: { "@type": "Organization", name: s.outlet },
    url: s.url,
    articleBody: body.join(dice.pick(["\n\n", "\n", "\r\n\r\n"])),
  };
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(s.headline)}</title><script type="application/ld+json">${JSON.stringify(ld).replaceAll("/", "\\/")}</script></head><body><noscript><p>You need to enable JavaScript to run this app. Please switch on scripting in your browser preferences and reload.</p></noscript><div id="root"><div class="loader">Loading…</div></div><script>window.__STATE__={"menu":["Videos","Shop"]}</script></body></html>`;
  return { layout: "shell", html, truth: truthOf(s, sheet) };
}

/** Infinite scroll: a longer second story below the first, in the same markup. */
export function endless(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [5, 9], headings: true }, nth);
  const sheet = new Sheet();
  const own = s.parts.map((part) =>
    part.kind === "paragraph"
      ? `<p>${inline(dice, sheet.say(part.text))}</p>`
      : part.kind === "heading"
        ? `<h2>${escaped(sheet.say(part.text))}</h2>`
        : "",
  );
  const other = Array.from({ length: dice.between(8, 14) }, () => `<p>${blurb(dice)} ${blurb(dice)}</p>`);
  const article = (title: string, url: string, who: string, time: string, content: string[]) =>
    `<article class="feed-article" data-url="${url}"><header><h1 class="feed-article__title">${escaped(title)}</h1><div class="feed-article__meta"><span class="feed-article__author">${escaped(who)}</span> <time datetime="${time}">${writtenDay(time)} ${clock(time)}</time></div></header><section class="feed-article__content">${content.join("\n")}</section></article>`;
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(s.headline)} | ${escaped(s.outlet)}</title><link rel="canonical" href="${s.url}"><meta property="og:site_name" content="${escaped(s.outlet)}"><meta property="og:title" content="${escaped(s.headline)}"><meta property="article:published_time" content="${s.published}"><meta property="article:author" content="${escaped(names(s))}"></head><body>
<header class="bar"><a href="/">Discover</a><a href="/saved">Bookmarks</a></header><main>${article(s.headline, s.url, names(s), s.published, own)}
<div class="separator">Up next</div>${article("Pigeons on trams: photo essay", "/other", "Wilma Snapper", "2026-01-01T08:00:00Z", other)}</main><footer>Cookie settings</footer></body></html>`;
  return { layout: "endless", html, truth: truthOf(s, sheet) };
}

/** A weblog: line breaks instead of paragraphs, sidebar before the post, comments after it. */
export function weblog(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [5, 12] }, nth);
  const sheet = new Sheet();
  const body = s.parts
    .map((part) => (part.kind === "paragraph" ? inline(dice, sheet.say(part.text)) : ""))
    .join("<br />\n<br />\n");
  const html = `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><meta charset="utf-8"/><title>${escaped(s.outlet)}: ${escaped(s.headline)}</title><meta content="${escaped(s.headline)}" property="og:title"/><meta content="${s.url}" property="og:url"/><meta content="${escaped(s.outlet)}" property="og:site_name"/></head><body>
<div class="sidebar" id="sidebar-left"><div class="gadget"><h2>Blog archive</h2><ul><li><a>February (12)</a></li><li><a>January (9)</a></li></ul></div><div class="gadget"><h2>About me</h2><p>Amateur baker, beekeeper and collector of umbrellas.</p></div></div>
<div class="main section"><div class="date-outer"><h2 class="date-header"><span>${writtenDay(s.published)}</span></h2><div class="post hentry"><h3 class="post-title entry-title">${escaped(s.headline)}</h3><div class="post-body entry-content" id="post-body-${nth}"><div dir="ltr" style="text-align: left;">${body}</div><div style="clear: both;"></div></div>
<div class="post-footer"><span class="post-author vcard">Posted by <span class="fn">${escaped(names(s))}</span></span> <span class="post-timestamp">at <abbr class="published" title="${s.published}">${clock(s.published)}</abbr></span><div class="post-share-buttons"><a>BlogThis!</a></div></div></div></div>
<div class="comments" id="comments"><h4>${dice.between(3, 9)} comments:</h4>${Array.from({ length: 4 }, () => `<dl><dt>Anonymous wrote</dt><dd><p>Splendid article, greetings from my allotment! ${blurb(dice)}</p></dd></dl>`).join("")}</div></div><div class="foot">Theme by Widgetsmith</div></body></html>`;
  return { layout: "weblog", html, truth: truthOf(s, sheet) };
}

/** A brief of two or three sentences among much longer teasers. */
export function brief(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [1, 2] }, nth);
  if (s.parts[0]!.kind === "paragraph") s.parts[0]!.text = `${paragraph(dice)} ${s.parts[0]!.text}`;
  const sheet = new Sheet();
  const body = s.parts.map((part) =>
    part.kind === "paragraph" ? `<p>${inline(dice, sheet.say(part.text))}</p>` : "",
  );
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(s.headline)} - ${escaped(s.outlet)}</title><meta property="og:site_name" content="${escaped(s.outlet)}"><meta property="og:title" content="${escaped(s.headline)}"><link rel="canonical" href="${s.url}"><meta name="parsely-pub-date" content="${s.published}"><meta name="parsely-author" content="${escaped(names(s))}"></head>
<body><header><nav><a href="/">Start</a><a href="/ticker">Ticker</a></nav></header><div class="layout"><main class="layout__main"><article class="brief"><h1>${escaped(s.headline)}</h1><p class="brief__meta">${escaped(names(s))}, ${writtenDay(s.published)}, ${clock(s.published)}</p><div class="brief__text">${body.join("")}</div></article></main>
<div class="layout__more"><h2>More stories</h2>${Array.from({ length: 8 }, () => `<div class="card"><h3><a href="/c">${teaser(dice)}</a></h3><p>${blurb(dice)} ${blurb(dice)}</p></div>`).join("")}</div></div><footer><p>Editorial guidelines</p></footer></body></html>`;
  return { layout: "brief", html, truth: truthOf(s, sheet) };
}
