/** Layouts held out: the reader was never tuned on these; their figures are told apart. */
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

/** A tabloid: summary bullets, gallery with long captions, video box, promoted grid, comments longer than the story. */
export function tabloid(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [8, 18] }, nth);
  const sheet = new Sheet();
  const bullets = Array.from({ length: 3 }, () => sheet.say(paragraph(dice).split(/(?<=[.?!]”?) /)[0]!));
  const body: string[] = [];
  s.parts.forEach((part, i) => {
    if (part.kind !== "paragraph") return;
    body.push(`<p class="mol-para-with-font">${inline(dice, sheet.say(part.text))}</p>`);
    if (i % 3 === 1)
      body.push(
        `<div class="artSplitter mol-img-group"><div class="mol-img"><img src="/g/${i}.jpg"></div><p class="imageCaption">${blurb(dice)} Pictured on holiday with friends</p></div>`,
      );
    if (i === 4)
      body.push(
        `<div class="vjs-video-container"><p class="vjs-no-js">To watch this video please upgrade your browser</p><div class="vjs-title">Watch: goats invade supermarket</div></div><div class="related-carousel"><h3>RELATED ARTICLES</h3><ul><li><a><span>Previous</span></a></li><li><h2><a href="/r">${teaser(dice)}</a></h2><span>Share</span></li><li><h2><a href="/r2">${teaser(dice)}</a></h2></li></ul></div>`,
      );
  });
  const comments = Array.from(
    { length: 15 },
    () =>
      `<div class="comment"><div class="user-info"><a href="/u">GoatFan</a>, Somewheresville</div><p class="comment-body">${blurb(dice)} Honestly hilarious, cannot believe adults wasted money like this.</p><div class="rating">12 votes · Reply</div></div>`,
  );
  const ld = {
    "@context": "http://schema.org",
    "@type": "NewsArticle",
    headline: s.headline,
    datePublished: s.published,
    author: s.authors.map((name) => ({ "@type": "Person", name })),
    publisher: { "@type": "Organization", name: s.outlet },
    mainEntityOfPage: { "@id": s.url },
  };
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(s.headline)} | ${escaped(s.outlet)} Online</title><link rel="canonical" href="${s.url}"><script type="application/ld+json">${JSON.stringify(ld)}</script></head><body>
<div class="page-header"><div class="nav-primary"><ul><li><a>Showbiz</a></li><li><a>Femail</a></li><li><a>Lottery</a></li></ul></div></div><div class="article wide"><div id="js-article-text" class="article-text wide"><h2>${escaped(s.headline)}</h2><ul class="mol-bullets-with-font">${bullets.map((b) => `<li><strong>${escaped(b)}</strong></li>`).join("")}</ul>
<p class="author-section byline-plain">By <a href="/p" class="author" rel="nofollow">${escaped(names(s))}</a></p><p class="byline-section"><span class="article-timestamp"><span>Published:</span> <time datetime="${s.published}">${clock(s.published)}, ${writtenDay(s.published)}</time></span></p>
<div class="shareArticles"><ul><li>Copy link</li><li>Flipboard</li></ul></div><div itemprop="articleBody">${body.join("\n")}</div></div>
<div id="reader-comments"><h2>Comments 15</h2><p>Share what you think</p>${comments.join("")}</div></div>
<div class="taboola-grid"><h3>From around the web</h3>${Array.from({ length: 8 }, () => `<div class="tb-item"><a>${teaser(dice)}</a><span>${blurb(dice)}</span></div>`).join("")}</div><div class="page-footer">Sitemap · Top of page · Showbiz syndication</div></body></html>`;
  return { layout: "tabloid", html, truth: truthOf(s, sheet) };
}

/** Every block in a container of its own, with others between, and styled-component class names. */
export function chunks(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [8, 18], headings: true, lists: true, quotes: true }, nth);
  const sheet = new Sheet();
  const wrap = (name: string, inner: string) =>
    `<div data-component="${name}" class="ssrcss-${dice.below(99999).toString(36)}-ComponentWrapper"><div class="ssrcss-${dice.below(99999).toString(36)}-Container">${inner}</div></div>`;
  const body: string[] = [];
  s.parts.forEach((part, i) => {
    if (part.kind === "paragraph")
      body.push(
        wrap(
          "text-block",
          `<p class="ssrcss-p">${i === 0 ? `<b>${escaped(sheet.say(part.text))}</b>` : inline(dice, sheet.say(part.text))}</p>`,
        ),
      );
    if (part.kind === "heading")
      body.push(wrap("subheadline-block", `<h2>${escaped(sheet.say(part.text))}</h2>`));
    if (part.kind === "quote")
      body.push(wrap("text-block", `<blockquote>${escaped(sheet.say(part.text))}</blockquote>`));
    if (part.kind === "list")
      body.push(
        wrap(
          "unordered-list-block",
          `<ul>${part.items.map((item) => `<li><div>${escaped(sheet.say(item))}</div></li>`).join("")}</ul>`,
        ),
      );
    if (i % 4 === 1)
      body.push(
        dice.pick([
          wrap(
            "image-block",
            `<figure><div><img alt="x"><span role="text"><span class="visually-hidden">Image source, </span>Agency Pixels</span></div><figcaption><span class="visually-hidden">Image caption, </span>A bakery before sunrise</figcaption></figure>`,
          ),
          wrap(
            "links-block",
            `<ul><li><a href="/l">${teaser(dice)}</a></li><li><a href="/l">${teaser(dice)}</a></li></ul>`,
          ),
          wrap("ad-slot", `<div class="dotcom-ad">Advertisement</div>`),
          wrap(
            "include-block",
            `<div><p>Please upgrade your browser to see this interactive cartoon</p></div>`,
          ),
        ]),
      );
  });
  const html = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(s.headline)} - ${escaped(s.outlet)}</title><link rel="canonical" href="${s.url}"><meta property="og:site_name" content="${escaped(s.outlet)}"><meta property="og:title" content="${escaped(s.headline)}"></head><body><div id="root"><header><nav aria-label="Sections"><ul><li><a>iPlayer</a></li><li><a>Bitesize</a></li></ul></nav></header><main id="main-content"><article class="ssrcss-article"><div data-component="headline-block"><h1 id="main-heading">${escaped(s.headline)}</h1></div><div data-component="byline-block"><div><time data-testid="timestamp" datetime="${s.published}">${writtenDay(s.published)}</time></div><div><span>${escaped(names(s))}</span><div>Transport correspondent (features)</div></div></div>
${body.join("\n")}
<div data-component="topic-list"><h2>Explore topics</h2><ul><li><a>Bakeries</a></li><li><a>Cabins</a></li></ul></div></article>
<div data-component="links-grid"><h2>Elsewhere on this website</h2>${Array.from({ length: 6 }, () => `<div><a href="/e"><p>${teaser(dice)}</p></a><p>${blurb(dice)}</p></div>`).join("")}</div></main><footer>© Corporation. External sites are not our responsibility.</footer></div></body></html>`;
  return { layout: "chunks", html, truth: truthOf(s, sheet, { byline: null, language: "en-GB" }) };
}

/** An office's long statement: numbered paragraphs, a table, notes, in nested sections of a content system. */
export function statement(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [6, 12], headings: true, tables: true }, nth);
  const sheet = new Sheet();
  let number = 0;
  const body = s.parts.map((part) => {
    if (part.kind === "paragraph") {
      number++;
      return `<section class="para" id="para-${number}"><p><span class="num">${number}.</span> ${inline(dice, sheet.say(`${number}. ${part.text}`).replace(/^\d+\. /, ""))}</p></section>`;
    }
    if (part.kind === "heading") return `<h3 class="gem-c-heading">${escaped(sheet.say(part.text))}</h3>`;
    if (part.kind === "table")
      return `<div class="table-wrap"><table>${tableRows(sheet, part.rows)}</table></div>`;
    return "";
  });
  const office = "Office of the Ombudsman";
  const html = `<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>${escaped(s.headline)} - ${office}</title><link rel="canonical" href="${s.url}"><meta property="og:site_name" content="${office}"><meta property="og:title" content="${escaped(s.headline)}"><meta name="govuk:first-published-at" content="${s.published}"><meta property="article:published_time" content="${s.published}"></head><body class="gem-c-layout">
<div id="global-cookie-message" class="gem-c-cookie-banner" role="region" aria-label="biscuits"><div><h2>Biscuits on this portal</h2><p>We use some essential biscuits to make this portal work, and would like to set additional ones.</p></div></div><div class="skip-link">Skip to main part</div>
<header role="banner"><a href="/">Portal</a></header><div class="gem-c-breadcrumbs"><ol><li><a>Home</a></li><li><a>Organisations</a></li></ol></div>
<main role="main"><div class="gem-c-title"><span class="context">Correspondence</span><h1>${escaped(s.headline)}</h1></div><div class="metadata-block"><dl><dt>From:</dt><dd><a>${office}</a></dd><dt>Published</dt><dd>${writtenDay(s.published)}</dd></dl></div>
<div class="contents-list"><h2>Contents</h2><ol><li><a href="#para-1">Introduction page</a></li><li><a href="#para-3">Annexes</a></li></ol></div>
<div class="govspeak">${body.join("\n")}</div></main>
<div class="feedback-form"><h2>Is this page useful?</h2><button>Maybe</button><p>Help us improve this portal: tell what you were doing and what went wrong.</p></div><div class="related-navigation"><h2>Related content</h2><ul><li><a>${teaser(dice)}</a></li><li><a>${teaser(dice)}</a></li></ul></div><footer><p>All content is available under an open licence</p></footer></body></html>`;
  return { layout: "statement", html, truth: truthOf(s, sheet, { outlet: office, byline: null }) };
}

/** A magazine builder's page: columns, buttons, drop caps, sticky share, "more from" in the middle, load-more stories. */
export function builder(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [7, 14], headings: true }, nth);
  const sheet = new Sheet();
  sheet.may(s.standfirst);
  const body: string[] = [];
  s.parts.forEach((part, i) => {
    if (part.kind === "paragraph") {
      const text = sheet.say(part.text);
      body.push(
        i === 0
          ? `<p class="has-drop-cap"><span class="dropcap">${escaped(text.charAt(0))}</span>${escaped(text.slice(1))}</p>`
          : `<p>${inline(dice, text)}</p>`,
      );
    }
    if (part.kind === "heading") body.push(`<h4>${escaped(sheet.say(part.text))}</h4>`);
    if (i === 3)
      body.push(
        `<div class="td-a-rec"><span class="td-adspot-title">- Advertisement -</span></div><div class="su-box"><div class="su-box-title">You might enjoy</div><div class="su-box-content"><a href="/e">${teaser(dice)}</a></div></div>`,
      );
  });
  const html = `<!doctype html><html lang="en-US"><head><meta charset="UTF-8"><title>${escaped(s.headline)} | ${escaped(s.outlet)}</title><link rel="canonical" href="${s.url}"><meta property="og:site_name" content="${escaped(s.outlet)}"><meta property="og:title" content="${escaped(s.headline)}"><meta property="article:published_time" content="${s.published}"><meta name="author" content="${escaped(names(s))}"><meta name="twitter:label1" content="Written by"></head><body class="single elementor-default">
<div class="elementor-location-header"><div class="elementor-nav-menu"><ul><li><a class="elementor-item">Trips</a></li><li><a class="elementor-item">Gadgets</a></li></ul></div></div>
<div class="elementor elementor-77" data-elementor-type="single-post"><div class="elementor-section"><div class="elementor-widget-heading"><h1 class="elementor-heading-title">${escaped(s.headline)}</h1></div><div class="elementor-widget-theme-post-excerpt">${escaped(s.standfirst)}</div><div class="elementor-post-info"><ul><li>${escaped(names(s))}</li><li>${writtenDay(s.published, true)}</li><li>No remarks yet</li></ul></div></div>
<div class="elementor-section"><div class="elementor-column elementor-col-66"><div class="elementor-widget-theme-post-content"><div class="elementor-widget-container">${body.join("\n")}</div></div><div class="elementor-share-buttons"><span>Telegram</span><span>WhatsApp</span></div></div>
<div class="elementor-column elementor-col-33"><div class="elementor-posts-container"><div class="elementor-post__title"><a>${teaser(dice)}</a></div><div class="elementor-post__excerpt"><p>${blurb(dice)}</p></div><div class="elementor-post__title"><a>${teaser(dice)}</a></div><div class="elementor-post__excerpt"><p>${blurb(dice)}</p></div></div><div class="elementor-author-box"><h4>${escaped(person(dice))}</h4><p>Freelance cartoonist and devoted gardener.</p></div></div></div></div>
<div class="elementor-location-popup" style="display:none"><h2>Wait!</h2><p>Grab our free cookbook before leaving.</p></div><div class="elementor-location-footer"><p>Designed by Hobby Studio</p></div></body></html>`;
  return { layout: "builder", html, truth: truthOf(s, sheet, { language: "en-US" }) };
}
