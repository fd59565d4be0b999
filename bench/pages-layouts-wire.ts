/** Layouts of agencies, offices and organisations. */
import {
  clock,
  escaped,
  inline,
  names,
  type Page,
  Sheet,
  tableRows,
  truthOf,
  writtenDay,
} from "./pages-markup.ts";
import { blurb, type Dice, paragraph, person, story, teaser } from "./pages-story.ts";

/** A wire story in a regional paper: lists of links, advertisement marks and "read more" lines between paragraphs. */
export function wire(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [10, 22] }, nth);
  const sheet = new Sheet();
  const body: string[] = [];
  s.parts.forEach((part, i) => {
    if (part.kind !== "paragraph") return;
    const text = i === 0 ? `CARROW VALE (NW) — ${part.text}` : part.text;
    body.push(`<p>${inline(dice, sheet.say(text))}</p>`);
    if (i % 4 === 1)
      body.push(
        dice.pick([
          `<p><strong>READ MORE: <a href="/rm">${teaser(dice)}</a></strong></p>`,
          `<p class="p"><b>Also see:</b> <a href="/rm">${teaser(dice)}</a></p>`,
          `<ul class="inline-links"><li><a href="/1">${teaser(dice)}</a></li><li><a href="/2">${teaser(dice)}</a></li><li><a href="/3">${teaser(dice)}</a></li></ul>`,
          `<p>ADVERTISEMENT</p>`,
          `<p><em>Story continues below gallery</em></p>`,
          `<div class="hub-peek"><h4>More coverage</h4><a href="/4"><span>${teaser(dice)}</span></a></div>`,
        ]),
      );
  });
  body.push(
    `<p>___</p><p>${escaped(sheet.may(`${person(dice)} in Lissen contributed to this report.`))}</p>`,
  );
  const ld = {
    "@context": "https://schema.org",
    "@type": "ReportageNewsArticle",
    headline: s.headline,
    datePublished: s.published,
    author: [{ "@type": "Person", name: names(s) }],
    publisher: { name: s.outlet },
    url: s.url,
  };
  const html = `<!doctype html><html lang="en"><head><meta charset="UTF-8"><title>${escaped(s.headline)} | ${escaped(s.outlet)}</title><link href="${s.url}" rel="canonical"><script type="application/ld+json">${JSON.stringify(ld)}</script></head><body>
<div class="site-header"><ul class="menu"><li><a href="/">Local</a></li><li><a href="/ob">Obituaries</a></li><li><a href="/cl">Classifieds</a></li><li><a href="/ep">E-edition</a></li></ul></div>
<div class="page"><div class="col-8"><h1 class="headline">${escaped(s.headline)}</h1><div class="byline">By ${escaped(names(s))}</div><div class="timestamp">Published ${clock(s.published)} ${writtenDay(s.published, true)}</div>
<div class="RichTextBody">${body.join("\n")}</div><div class="tags">Topics: <a href="/t">Umbrellas</a> <a href="/u">Castles</a></div></div>
<div class="col-4"><div class="widget"><h3>Obituaries</h3><ul><li><a>${teaser(dice)}</a></li><li><a>${teaser(dice)}</a></li></ul></div><div class="widget"><h3>Classified listings</h3><p>${blurb(dice)}</p><p>${blurb(dice)}</p></div></div></div>
<div class="site-footer"><a href="/sub">Subscriber services</a><a href="/del">Delivery</a> © Regional Gazette Holdings</div></body></html>`;
  return { layout: "wire", html, truth: truthOf(s, sheet) };
}

/** A ministry's readout: breadcrumb, sidebar, print link, Dublin Core, no article element. */
export function ministry(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [4, 10], lists: true, tables: dice.chance(50) }, nth);
  const sheet = new Sheet();
  const body = s.parts.map((part) => {
    if (part.kind === "paragraph")
      return `<p style="text-align: justify;">${inline(dice, sheet.say(part.text))}</p>`;
    if (part.kind === "list")
      return `<ul>${part.items.map((item) => `<li>${escaped(sheet.say(item))}</li>`).join("")}</ul>`;
    if (part.kind === "table")
      return `<table class="data"><tbody>${tableRows(sheet, part.rows)}</tbody></table>`;
    return "";
  });
  const office = "Ministry of Waterways";
  const html = `<!DOCTYPE html><html lang="en" dir="ltr" prefix="og: http://ogp.me/ns#"><head><meta charset="utf-8"/><title>${escaped(s.headline)} | ${office}</title>
<meta name="DC.title" content="${escaped(s.headline)}"/><meta name="DCTERMS.issued" content="${s.published.slice(0, 10)}"/><meta name="DC.publisher" content="${office}"/><meta name="DC.language" content="en"/><link rel="canonical" href="${s.url}"/></head>
<body class="node-type-press"><div class="region-top"><a href="#content" class="element-invisible">Jump to navigation</a><div class="lang"><a href="/fr">Français</a> | <a href="/es">Español</a></div></div>
<div id="banner"><img alt="Coat of arms"/><h2>Government portal</h2></div><div id="menu"><ul><li><a href="/m">Minister</a></li><li><a href="/p">Policies</a></li><li><a href="/v">Vacancies</a></li><li><a href="/f">Tenders</a></li></ul></div>
<div class="breadcrumb"><h2>You are here</h2><a href="/">Home</a> » <a href="/media">Media centre</a> » <span>Speeches</span></div>
<div id="sidebar-first"><div class="block"><h2>Quick links</h2><ul><li><a href="/a">Annual estimates</a></li><li><a href="/b">Citizen charter</a></li><li><a href="/c">Accessibility statement</a></li></ul></div></div>
<div id="content"><h1 id="page-title">${escaped(s.headline)}</h1><div class="tools"><a href="/print">Print page</a> <a href="/pdf">Download as PDF</a></div><div class="field field-date"><span class="date-display-single">${writtenDay(s.published)}</span></div>
<div class="field field-name-body">${body.join("\n")}</div><p class="page-updated">Page last reviewed yesterday</p></div>
<div id="footer"><p>Freedom of Information | Sitemap | Webmaster</p><p>© Crown copyright portal</p></div></body></html>`;
  return {
    layout: "ministry",
    html,
    truth: truthOf(s, sheet, { outlet: office, byline: null, publishedAt: s.published.slice(0, 10) }),
  };
}

/** A company's release in WordPress: Yoast's graph, share buttons, related posts, widgets, comment form. */
export function wordpress(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [5, 11], headings: true, quotes: true, lists: dice.chance(50) }, nth);
  const sheet = new Sheet();
  const body = s.parts.map((part) => {
    if (part.kind === "paragraph") return `\n<p>${inline(dice, sheet.say(part.text))}</p>\n`;
    if (part.kind === "heading")
      return `\n<h2 class="wp-block-heading">${escaped(sheet.say(part.text))}</h2>\n`;
    if (part.kind === "quote")
      return `<blockquote class="wp-block-quote"><p>${escaped(sheet.say(part.text))}</p></blockquote>`;
    if (part.kind === "list")
      return `<ul class="wp-block-list">${part.items.map((item) => `<li>${escaped(sheet.say(item))}</li>`).join("")}</ul>`;
    return "";
  });
  sheet.may("###");
  const contact = sheet.may(`Media contact: ${person(dice)}, +00 555 0100`);
  const ld = {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "WebPage",
        "@id": s.url,
        url: s.url,
        name: `${s.headline} - ${s.outlet}`,
        isPartOf: { "@id": "https://x.example/#website" },
        datePublished: s.published,
        dateModified: s.modified,
        author: { "@id": "https://x.example/#/schema/person/1" },
        inLanguage: "en-US",
      },
      { "@type": "BreadcrumbList", itemListElement: [{ "@type": "ListItem", position: 1, name: "Home" }] },
      { "@type": "WebSite", "@id": "https://x.example/#website", url: "https://x.example/", name: s.outlet },
      { "@type": "Person", "@id": "https://x.example/#/schema/person/1", name: names(s) },
    ],
  };
  const html = `<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8"/><title>${escaped(s.headline)} - ${escaped(s.outlet)}</title><link rel="canonical" href="${s.url}"/><meta property="og:locale" content="en_US"/><meta property="og:site_name" content="${escaped(s.outlet)}"/><meta property="og:title" content="${escaped(s.headline)}"/><script type="application/ld+json" class="yoast-schema-graph">${JSON.stringify(ld)}</script></head>
<body class="post-template-default single single-post"><div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">${escaped(s.outlet)}</a></p><div id="primary-menu"><ul><li class="menu-item"><a href="/">Products</a></li><li class="menu-item"><a href="/">Investors</a></li></ul></div></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><article id="post-${nth}" class="post-${nth} post type-post hentry category-press"><header class="entry-header"><h1 class="entry-title">${escaped(s.headline)}</h1><div class="entry-meta"><span class="posted-on">Posted on <a href="${s.url}"><time class="entry-date published" datetime="${s.published}">${writtenDay(s.published, true)}</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author">${escaped(names(s))}</a></span></span></div></header>
<div class="entry-content">${body.join("")}<p>###</p><p>${escaped(contact)}</p><div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>Pinterest</a></li><li><a>Reddit</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><p><a href="/x">${teaser(dice)}</a></p></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a href="/c">Sculpture</a></span><span class="tags-links">Tagged <a>saunas</a>, <a>pigeons</a></span></footer></article>
<nav class="navigation post-navigation"><div class="nav-previous"><a href="/p"><span>Previous post</span> ${teaser(dice)}</a></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts</h2><ol class="comment-list"><li><div class="comment-body"><p>Lovely pictures! My grandmother baked something similar whenever snow arrived early.</p></div></li><li><div class="comment-body"><p>First! Also, pigeons rule.</p></div></li></ol><div id="respond"><h3>Leave a reply</h3><p>Your email address will not be displayed publicly.</p></div></div></div>
<div id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Recent Posts</h2><ul><li><a>${teaser(dice)}</a></li><li><a>${teaser(dice)}</a></li></ul></section><section class="widget widget_archive"><h2>Archives</h2><ul><li>Sunday entries</li></ul></section></div></div>
<footer id="colophon"><div class="site-info">Proudly built with WidgetPress</div></footer></div></body></html>`;
  return { layout: "wordpress", html, truth: truthOf(s, sheet, { language: "en-US" }) };
}

/** Microdata, cookie banner first in the source, newsletter box and author's note in the middle. */
export function microdata(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [7, 15], headings: true, tables: dice.chance(40) }, nth);
  const sheet = new Sheet();
  sheet.may(s.standfirst);
  const body: string[] = [];
  s.parts.forEach((part, i) => {
    if (part.kind === "paragraph") body.push(`<p>${inline(dice, sheet.say(part.text))}</p>`);
    if (part.kind === "heading") body.push(`<h2>${escaped(sheet.say(part.text))}</h2>`);
    if (part.kind === "table")
      body.push(
        `<table><thead><tr>${sheet
          .row(part.rows[0]!)
          .map((c) => `<th>${escaped(c)}</th>`)
          .join("")}</tr></thead><tbody>${tableRows(sheet, part.rows.slice(1))}</tbody></table>`,
      );
    if (i === 3)
      body.push(
        `<div class="nl-box"><h4>Our morning briefing</h4><p>Wake up with puzzles, recipes and cartoons in your inbox every weekday. Free, and you can unsubscribe whenever you like.</p><form><input type="email" placeholder="Your e-mail"><button>Sign me up</button></form></div>`,
      );
  });
  const html = `<!DOCTYPE html><html itemscope itemtype="http://schema.org/WebPage" lang="en"><head><meta charset="utf-8"><title>${escaped(s.outlet)}: ${escaped(s.headline)}</title><meta property="og:site_name" content="${escaped(s.outlet)}"></head><body>
<div id="cookie-law" role="dialog" aria-label="Biscuits"><p>This website uses biscuits. By continuing to browse you agree to our use of biscuits and similar wizardry. We value your privacy and share measurements with 743 partners.</p><button>Agree</button><a href="/manage">Manage preferences</a></div>
<div class="topbar"><ul class="topbar-items"><li><a href="/">Latest</a></li><li><a href="/">Magazine</a></li><li><a href="/">Shop</a></li></ul></div>
<div class="wrapper" itemscope itemtype="http://schema.org/NewsArticle"><link itemprop="mainEntityOfPage" href="${s.url}"><meta itemprop="datePublished" content="${s.published}"><meta itemprop="dateModified" content="${s.modified}">
<h1 itemprop="headline">${escaped(s.headline)}</h1><h2 class="intro" itemprop="description">${escaped(s.standfirst)}</h2>
<div class="who">${s.authors.map((name) => `<span itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/p"><span itemprop="name">${escaped(name)}</span></a></span>`).join(" and ")}</div><div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="${escaped(s.outlet)}"></div>
<div class="text" itemprop="articleBody">${body.join("\n")}</div>
<div class="author-box"><img alt=""><h5>About the reporter</h5><p>Our correspondent joined in 2011, keeps goats and has won prizes for features about castles.</p></div></div>
<div class="strip"><h3>Sponsored content</h3>${Array.from({ length: 4 }, () => `<div class="tile"><a href="/s">${teaser(dice)}</a></div>`).join("")}</div><div class="bottom"><p>Imprint. Data protection. Youth protection.</p></div></body></html>`;
  return { layout: "microdata", html, truth: truthOf(s, sheet) };
}

/** An interview printed as question and answer in a page with many boxes. */
export function interview(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [2, 3] }, nth);
  const sheet = new Sheet();
  const body: string[] = s.parts.map((part) =>
    part.kind === "paragraph" ? `<p class="lead">${inline(dice, sheet.say(part.text))}</p>` : "",
  );
  const guest = person(dice).split(" ").pop()!.toUpperCase();
  for (let i = dice.between(5, 9); i > 0; i--) {
    const question = sheet.say(
      `Q: ${dice.pick(["When did you first hear of it?", "Who gave the order?", "Did anybody object at the time?", "What will you tell the inquiry?", "Why was the public not told?"])}`,
    );
    body.push(`<p class="question"><strong>${escaped(question)}</strong></p>`);
    const answer = sheet.say(`${guest}: ${paragraph(dice)}`);
    body.push(`<p class="answer">${inline(dice, answer)}</p>`);
    if (i === 3)
      body.push(
        `<div class="newsletter-signup" data-module="signup"><div class="newsletter-signup__title">Get the weekend edition</div><div class="newsletter-signup__text">Long reads about trains, bees and bakers, delivered on Saturdays before breakfast.</div></div>`,
      );
  }
  const note = sheet.say("This conversation has been edited for length and clarity.");
  body.push(`<p><em>${escaped(note)}</em></p>`);
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(s.headline)} | ${escaped(s.outlet)}</title><meta name="citation_title" content="${escaped(s.headline)}"><meta name="dcterms.created" content="${s.published}"><meta property="og:site_name" content="${escaped(s.outlet)}"><meta property="og:url" content="${s.url}"></head>
<body><div class="skiplinks"><a href="#c">Skip navigation</a></div><div class="global-nav" role="navigation"><a>Magazine</a><a>Archive</a><a>Events</a></div>
<section class="content" id="c"><div class="hero"><h1>${escaped(s.headline)}</h1><p class="credits">Interview by ${escaped(names(s))}</p><p class="pub">${writtenDay(s.published)}</p></div><div class="prose">${body.join("\n")}</div></section>
<section class="cta"><h2>Become a member</h2><p>Members pay for lighthouses, bees and independent puzzles. Join thousands who already chip in monthly.</p><a href="/join">Join today</a></section>
<section class="teasers">${Array.from({ length: 6 }, () => `<div><h3><a href="/t">${teaser(dice)}</a></h3><p>${blurb(dice)}</p></div>`).join("")}</section><footer><p>Masthead and staff</p></footer></body></html>`;
  return { layout: "interview", html, truth: truthOf(s, sheet) };
}
