/** Layouts of today's news sites. */
import { clock, escaped, inline, names, type Page, Sheet, truthOf, writtenDay } from "./pages-markup.ts";
import { blurb, type Dice, paragraph, person, story, teaser } from "./pages-story.ts";

/** A broadsheet: semantic tags, JSON-LD, figure with caption, pull quote, share bar, related box inside. */
export function semantic(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [8, 18], headings: true, quotes: true, lists: dice.chance(40) }, nth);
  const sheet = new Sheet();
  sheet.may(s.standfirst);
  const body: string[] = [];
  s.parts.forEach((part, i) => {
    if (part.kind === "paragraph") body.push(`<p>${inline(dice, sheet.say(part.text))}</p>`);
    else if (part.kind === "heading") body.push(`<h2>${escaped(sheet.say(part.text))}</h2>`);
    else if (part.kind === "quote")
      body.push(`<blockquote><p>${escaped(sheet.say(part.text))}</p></blockquote>`);
    else if (part.kind === "list")
      body.push(`<ul>${part.items.map((item) => `<li>${inline(dice, sheet.say(item))}</li>`).join("")}</ul>`);
    if (i === 1)
      body.push(
        `<figure><img src="/i/${nth}.jpg" alt="An orchard by moonlight"><figcaption>Volunteers stacking sandbags near an orchard. <span class="credit">Photograph: Wilma Snapper/Agency Pix</span></figcaption></figure>`,
      );
    if (i === 3)
      body.push(
        `<aside class="pullquote"><p>${escaped(part.kind === "paragraph" ? part.text.slice(0, 60) : "Umbrellas deserve respect")}</p></aside>`,
      );
    if (i === 4)
      body.push(
        `<aside class="related-inline" aria-label="Related"><h3>Related</h3><ul><li><a href="/a">${teaser(dice)}</a></li><li><a href="/b">${teaser(dice)}</a></li></ul></aside>`,
      );
  });
  const ld = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: s.headline,
    datePublished: s.published,
    dateModified: s.modified,
    author: s.authors.map((name) => ({ "@type": "Person", name, url: "https://x.example/p" })),
    publisher: { "@type": "Organization", name: s.outlet, logo: { "@type": "ImageObject", url: "/l.png" } },
    mainEntityOfPage: { "@type": "WebPage", "@id": s.url },
  };
  const html = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(s.headline)} | ${escaped(s.outlet)}</title>
<link rel="canonical" href="${s.url}"><meta property="og:title" content="${escaped(s.headline)}"><meta property="og:site_name" content="${escaped(s.outlet)}">
<meta name="description" content="${escaped(s.standfirst)}"><script type="application/ld+json">${JSON.stringify(ld)}</script></head>
<body><a class="skip" href="#main">Skip to content</a><header role="banner"><a href="/">${escaped(s.outlet)}</a><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li><li><a href="/o">Opinion</a></li><li><a href="/c">Culture</a></li></ul></nav><form role="search"><input name="q"><button>Search</button></form></header>
<main id="main"><article><header><p class="kicker"><a href="/section">Lifestyle desk</a></p><h1>${escaped(s.headline)}</h1><p class="standfirst">${escaped(s.standfirst)}</p>
<address class="byline">By <a rel="author" href="/p">${escaped(names(s))}</a></address><time datetime="${s.published}">${writtenDay(s.published)} ${clock(s.published)}</time>
<ul class="share"><li><a href="#">Facebook</a></li><li><a href="#">Twitter</a></li><li><a href="#">Email</a></li><li><button>Copy link</button></li></ul></header>
<div class="article-body">${body.join("\n")}</div>
<footer><ul class="tags"><li><a href="/t/1">Orchards</a></li><li><a href="/t/2">Lighthouses</a></li></ul></footer></article>
<section class="more-on"><h2>Most viewed</h2><ol>${Array.from({ length: 5 }, () => `<li><a href="/m">${teaser(dice)}</a><p>${blurb(dice)}</p></li>`).join("")}</ol></section></main>
<footer role="contentinfo"><ul><li><a href="/about">About us</a></li><li><a href="/privacy">Privacy policy</a></li></ul><p>© 2026 Media Holdings Limited. All rights reserved.</p></footer></body></html>`;
  return { layout: "semantic", html, truth: truthOf(s, sheet, { language: "en-GB" }) };
}

/** Hashed class names, no semantic tag anywhere, paragraphs as divs, Open Graph alone. */
export function soup(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [7, 16], headings: true }, nth);
  const sheet = new Sheet();
  const hash = () => `css-${dice.below(1_000_000).toString(36)}`;
  const text = hash();
  const sub = hash();
  const card = hash();
  const body: string[] = [];
  s.parts.forEach((part, i) => {
    if (part.kind === "paragraph")
      body.push(`<div class="${text}">${inline(dice, sheet.say(part.text))}</div>`);
    if (part.kind === "heading")
      body.push(`<div class="${sub}"><strong>${escaped(sheet.say(part.text))}</strong></div>`);
    if (i % 5 === 2)
      body.push(
        `<div class="${card}"><div class="${hash()}"><a href="/x"><div>${teaser(dice)}</div></a><a href="/y"><div>${teaser(dice)}</div></a></div></div>`,
      );
  });
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(s.headline)} - ${escaped(s.outlet)}</title><meta property="og:type" content="article"><meta property="og:title" content="${escaped(s.headline)}"><meta property="og:url" content="${s.url}"><meta property="og:site_name" content="${escaped(s.outlet)}"><meta property="article:published_time" content="${s.published}"><meta property="article:modified_time" content="${s.modified}"><meta name="author" content="${escaped(names(s))}"></head>
<body><div id="app"><div class="${hash()}"><div class="${hash()}"><div><a href="/">Front page</a></div><div><a href="/w">Weather</a></div><div><a href="/tv">Television</a></div><div><a href="/p">Puzzles</a></div><div><a href="/s">Sign in</a></div></div></div>
<div class="${hash()}"><div class="${hash()}"><div class="${hash()}">${escaped(s.headline)}</div><div class="${hash()}"><div>${escaped(names(s))}</div><div>${writtenDay(s.published)}</div></div><div class="${hash()}">${body.join("")}</div></div>
<div class="${hash()}"><div>Popular now</div>${Array.from({ length: 6 }, () => `<div class="${card}"><a href="/z">${teaser(dice)}</a><div>${blurb(dice)}</div></div>`).join("")}</div></div>
<div class="${hash()}"><div><a href="/t">Terms of use</a></div><div><a href="/j">Careers</a></div><div>Copyright 2026 Pixel Publishing Group</div></div></div></body></html>`;
  return { layout: "soup", html, truth: truthOf(s, sheet) };
}

/** AMP: its own elements for menu, pictures, advertisements, consent and sharing. */
export function amp(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [6, 14], headings: true, lists: dice.chance(50) }, nth);
  const sheet = new Sheet();
  const body: string[] = [];
  s.parts.forEach((part, i) => {
    if (part.kind === "paragraph") body.push(`<p>${inline(dice, sheet.say(part.text))}</p>`);
    if (part.kind === "heading") body.push(`<h3>${escaped(sheet.say(part.text))}</h3>`);
    if (part.kind === "list")
      body.push(`<ol>${part.items.map((item) => `<li>${escaped(sheet.say(item))}</li>`).join("")}</ol>`);
    if (i % 3 === 1)
      body.push(
        `<div class="ad-wrap"><span>Advertisement</span><amp-ad type="doubleclick" width="300" height="250"><div fallback>Sponsor slot unavailable</div></amp-ad></div>`,
      );
    if (i === 2)
      body.push(
        `<amp-img src="/i.jpg" width="16" height="9" layout="responsive" alt="Winter bees"></amp-img><p class="img-caption">Beekeepers inspect hives in their greenhouse (Photo: Pixel Bureau)</p>`,
      );
  });
  const ld = {
    "@context": "http://schema.org",
    "@type": ["NewsArticle"],
    mainEntityOfPage: s.url,
    headline: s.headline,
    datePublished: s.published,
    author: { "@type": "Person", name: names(s) },
    publisher: { "@type": "NewsMediaOrganization", name: s.outlet },
  };
  const html = `<!doctype html><html amp lang="en-us"><head><meta charset="utf-8"><title>${escaped(s.headline)}</title><link rel="canonical" href="${s.url}"><script async src="https://cdn.example/v0.js"></script><style amp-boilerplate>body{visibility:hidden}</style><noscript><style amp-boilerplate>body{visibility:visible}</style></noscript><script type="application/ld+json">[${JSON.stringify(ld)}]</script></head>
<body><amp-sidebar id="menu" layout="nodisplay" side="left"><ul><li><a href="/">Homepage</a></li><li><a href="/v">Videos</a></li><li><a href="/g">Galleries</a></li></ul></amp-sidebar><amp-consent id="c" layout="nodisplay"><div id="ui"><p>We and our partners store biscuits on your device to personalise adverts. You may accept or refuse them whenever you like.</p><button on="tap:c.accept">Accept</button></div></amp-consent>
<header class="amp-header"><button on="tap:menu.toggle">Menu</button><a href="/">${escaped(s.outlet)}</a></header>
<article class="amp-article"><h1 class="amp-title">${escaped(s.headline)}</h1><div class="amp-meta"><span class="amp-author">By ${escaped(names(s))}</span> <span class="amp-date">Updated ${writtenDay(s.modified, true)}</span></div><amp-social-share type="twitter"></amp-social-share>
<div class="amp-content">${body.join("\n")}</div></article>
<amp-list src="/r.json"><div placeholder>Loading stories…</div></amp-list><section class="amp-related"><h4>You may also like</h4>${Array.from({ length: 4 }, () => `<a href="/r"><h5>${teaser(dice)}</h5></a><p>${blurb(dice)}</p>`).join("")}</section>
<footer class="amp-footer"><p><a href="#top">Back to top</a></p><p>Powered by Widget Press</p></footer></body></html>`;
  return { layout: "amp", html, truth: truthOf(s, sheet, { language: "en-us" }) };
}

/** A paywall: the first paragraphs, then offers to subscribe. */
export function paywall(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [2, 4] }, nth);
  const sheet = new Sheet();
  sheet.may(s.standfirst);
  const body = s.parts.map((part) =>
    part.kind === "paragraph" ? `<p class="story__p">${inline(dice, sheet.say(part.text))}</p>` : "",
  );
  const ld = {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": "WebSite",
        "@id": "https://x.example/#site",
        name: s.outlet,
        publisher: { "@id": "https://x.example/#org" },
      },
      { "@type": "Organization", "@id": "https://x.example/#org", name: s.outlet },
      { "@type": "Person", "@id": "https://x.example/#p1", name: names(s) },
      {
        "@type": "NewsArticle",
        isAccessibleForFree: false,
        hasPart: { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: ".paywall" },
        headline: s.headline,
        datePublished: s.published,
        author: { "@id": "https://x.example/#p1" },
        publisher: { "@id": "https://x.example/#org" },
        mainEntityOfPage: s.url,
      },
    ],
  };
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(s.headline)} — ${escaped(s.outlet)}</title><link rel="canonical" href="${s.url}"><script type="application/ld+json">${JSON.stringify(ld)}</script></head><body class="has-paywall">
<div class="masthead"><a href="/">${escaped(s.outlet)}</a><a href="/subscribe" class="btn">Subscribe for €1</a><a href="/login">Log in</a></div>
<div class="story story--locked"><div class="story__head"><h1 class="story__title">${escaped(s.headline)}</h1><p class="story__deck">${escaped(s.standfirst)}</p><div class="story__byline">${escaped(names(s))} · ${writtenDay(s.published)} · 4 min read</div></div>
<div class="story__body paywalled">${body.join("\n")}</div>
<div class="paywall"><h2>Keep reading with a trial</h2><p>Unlimited digital access costs just one euro for your first month, and you can cancel anytime.</p><ul><li>Exclusive puzzles and crosswords</li><li>Weekly magazine delivered to your doorstep</li><li>Newsletters from our columnists</li></ul><a class="btn" href="/offer">Start your trial</a><p>Already a subscriber? <a href="/login">Sign in</a></p></div></div>
<div class="recirc"><h3>Editors’ picks</h3>${Array.from({ length: 8 }, () => `<div class="recirc__item"><h4><a href="/q">${teaser(dice)}</a></h4><p>${blurb(dice)}</p></div>`).join("")}</div>
<div class="footer">Contact us · Imprint · Cookies</div></body></html>`;
  return { layout: "paywall", html, truth: truthOf(s, sheet) };
}

/** A live blog: summary, then posts with times, headings and authors, each with its share bar. */
export function live(dice: Dice, nth: number): Page {
  const s = story(dice, { paragraphs: [1, 2] }, nth);
  const sheet = new Sheet();
  const summary = s.parts
    .map((part) => (part.kind === "paragraph" ? `<p>${inline(dice, sheet.say(part.text))}</p>` : ""))
    .join("");
  const posts: string[] = [];
  const updates: object[] = [];
  const count = dice.between(5, 10);
  for (let i = 0; i < count; i++) {
    const time = `${String(20 - i).padStart(2, "0")}:${String(dice.between(10, 59))}`;
    sheet.may(time);
    const title = dice.chance(70)
      ? sheet.say(
          `${dice.pick(["Council", "Ferry company", "Ministry", "Coast guard"])}: ${paragraph(dice)
            .split(/[.?!”]/)[0]!
            .replace(/^“/, "")}`,
        )
      : null;
    const author = person(dice);
    sheet.may(author);
    const texts = Array.from(
      { length: dice.between(1, 3) },
      () => `<p>${inline(dice, sheet.say(paragraph(dice)))}</p>`,
    );
    posts.push(
      `<article class="live-post" id="post-${i}" itemprop="liveBlogUpdate"><header><time class="live-post__time" datetime="2025-01-01T${time}:00Z">${time}</time>${title === null ? "" : `<h2 class="live-post__title">${escaped(title)}</h2>`}<span class="live-post__author">${escaped(author)}</span></header><div class="live-post__body">${texts.join("")}</div><div class="live-post__share"><button>Share this post</button><a href="#post-${i}">Permalink</a></div></article>`,
    );
    updates.push({
      "@type": "BlogPosting",
      headline: title ?? undefined,
      datePublished: `2025-01-01T${time}:00Z`,
    });
  }
  const ld = {
    "@context": "https://schema.org",
    "@type": "LiveBlogPosting",
    headline: s.headline,
    coverageStartTime: s.published,
    datePublished: s.published,
    author: s.authors.map((name) => ({ "@type": "Person", name })),
    publisher: { "@type": "Organization", name: s.outlet },
    liveBlogUpdate: updates,
    url: s.url,
  };
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escaped(s.headline)} – live | ${escaped(s.outlet)}</title><link rel="canonical" href="${s.url}"><script type="application/ld+json">${JSON.stringify(ld)}</script></head><body>
<nav class="top"><a href="/">Home</a><a href="/live">Streams</a><a href="/radio">Radio</a></nav>
<main><div class="live-head"><span class="live-badge">Live</span><h1>${escaped(s.headline)}</h1></div><div class="live-summary">${summary}</div>
<div class="live-controls"><button>Newest first</button><button>Autorefresh: on</button></div><section class="live-feed">${posts.join("\n")}</section><button class="load-more">Load older entries</button></main>
<aside class="rail"><h3>Trending topics</h3>${Array.from({ length: 5 }, () => `<a href="/k">${teaser(dice)}</a>`).join("<br>")}</aside><footer>Cookies settings · Syndication · Advertise with us</footer></body></html>`;
  return { layout: "live", html, truth: truthOf(s, sheet) };
}
