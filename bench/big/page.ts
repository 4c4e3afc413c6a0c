/** A page as sites send them today: the report is a hundredth of what comes with it. */
import { numbersFrom } from '../vary.ts';
import type { Made } from './texts.ts';

const html = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');
const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

/** Words that stand beside reports: nobody's, and about nothing. */
const BESIDE = [
  'Fares on the ferry go up after the summer',
  'What the harbour office says about mooring fees',
  'Ten walks above the cliffs, with maps',
  'How to keep a small boat dry in winter',
  'The week in pictures',
  'Why the old lighthouse is painted twice a year',
  'Readers ask about tide tables',
  'Fish soup as it is made in the islands',
];
const REMARKS = [
  'I have lived here for forty years and nobody ever asked me about any of this.',
  'Please correct the second paragraph, the pier was closed a year before that.',
  'Could somebody explain what this means for the timetable of the night boat?',
  'Thank you for a calm report. More like this one, and fewer pictures of weather.',
];

/** Bytes that no packer makes smaller, as letters. */
function noise(below: (n: number) => number, length: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const block = times(4096, () => letters[below(64)]!);
  return times(Math.ceil(length / 4096), () => block.slice(below(64))).slice(0, length);
}

const styles = (below: (n: number) => number, length: number): string =>
  times(
    Math.ceil(length / 110),
    (i) =>
      `.c${i}-${below(9999)}{display:flex;margin:${below(40)}px ${below(40)}px;color:#${(below(0xffffff) + 0x1000000).toString(16).slice(1)};padding:0 ${below(20)}px}\n`,
  );

/** State that a program of the page reads, with titles and teasers of other reports in it. */
const state = (below: (n: number) => number, length: number): string =>
  JSON.stringify(
    Array.from({ length: Math.ceil(length / 240) }, (_, i) => ({
      id: below(1e9),
      type: 'teaser',
      headline: BESIDE[below(BESIDE.length)],
      url: `/story/${below(1e9)}`,
      image: { src: `/img/${below(1e9)}-640x360.jpg`, alt: '', width: 640, height: 360 },
      tags: ['home', 'news', `t${below(500)}`],
      rank: i,
    })),
  );

/** The page of a report: from some 60 kB to 200, as news sites send them. */
export function pageOf({ title, paragraphs, outlet, day }: Made, url: string, number: number): string {
  const below = numbersFrom(number + 7);
  const weight = (6 + below(16)) / 10;
  const host = new URL(url).host;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: `${day}T0${below(10)}:15:00Z`,
    dateModified: `${day}T1${below(10)}:40:00Z`,
    publisher: { '@type': 'Organization', name: outlet },
    mainEntityOfPage: url,
  };
  const card = (i: number): string =>
    `<div class="card card--${below(4)}" data-pos="${i}"><a href="/story/${below(1e9)}"><picture><source srcset="/i/${below(1e6)}-320.webp 320w, /i/${below(1e6)}-640.webp 640w" type="image/webp"><img loading="lazy" alt="" src="/i/${below(1e6)}.jpg"></picture><h3>${BESIDE[below(BESIDE.length)]}</h3></a><span class="time">${1 + below(11)} hours ago</span></div>\n`;
  const body = paragraphs
    .map((p, i) => {
      const advert =
        i > 0 && i % 4 === 0
          ? `<div class="ad-slot" id="ad-${i}"><span>Advertisement</span><script>ads.push(${i})</script></div>\n`
          : '';
      const link =
        i === 2
          ? `<aside class="related-inline"><p>Read more: <a href="/story/${below(1e9)}">${BESIDE[below(BESIDE.length)]}</a></p></aside>\n`
          : '';
      return `${advert}${link}<p>${html(p)}</p>\n`;
    })
    .join('');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${html(title)} | ${outlet}</title><link rel="canonical" href="${url}"><meta property="og:type" content="article">
<meta property="og:site_name" content="${outlet}"><meta property="og:title" content="${html(title)}">
<meta property="article:published_time" content="${data.datePublished}"><script type="application/ld+json">${JSON.stringify(data)}</script>
<style>${styles(below, 9_000 * weight)}</style><script>window.__STATE__=${state(below, 22_000 * weight)};</script>
<script>!function(){var t="${noise(below, 14_000 * weight)}";window.t=t}();</script></head>
<body class="page page--article"><div id="consent" role="dialog"><p>We and our partners use cookies. <button>Accept all</button> <button>Settings</button></p></div>
<header><a href="/" class="logo"><svg viewBox="0 0 120 20"><path d="M${times(300, () => `${below(120)} ${below(20)}L`)}0 0z"/></svg></a>
<nav><ul>${times(60 * weight, (i) => `<li class="nav-item"><a href="/section/${i}" data-track="nav|${i}">Section ${i}</a></li>`)}</ul></nav></header>
<main><article><h1>${html(title)}</h1><p class="byline">By our staff in <a href="https://${host}/places/nerith">Nerith</a></p><time datetime="${data.datePublished}">${day}</time>
<figure><img src="data:image/webp;base64,${noise(below, 6_000 * weight)}" alt=""><figcaption>The harbour in the morning. Photo: ${outlet}</figcaption></figure>
<div class="share"><button>Share</button><button>Save</button></div>
<div class="article-body">${body}</div></article>
<aside class="rail"><h2>Most read</h2>${times(12 * weight, card)}</aside></main>
<section class="more"><h2>More from ${outlet}</h2>${times(25 * weight, card)}</section>
<section id="comments"><h2>${below(90)} comments</h2>${times(8 * weight, (i) => `<div class="comment" id="c${i}"><b>reader${below(9999)}</b> <time>${1 + below(20)} h</time><p>${REMARKS[below(REMARKS.length)]}</p><button>Reply</button></div>\n`)}</section>
<footer><ul>${times(40 * weight, (i) => `<li><a href="/about/${i}">About ${i}</a></li>`)}</ul><p>© ${outlet}. All rights reserved.</p></footer>
<script>${noise(below, 20_000 * weight)}</script></body></html>
`;
}
