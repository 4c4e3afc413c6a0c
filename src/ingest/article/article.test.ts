import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadIngestLexicon } from '../../data/ingest.ts';
import { BODY, PAGE, PARAGRAPHS } from '../formats/testing.ts';
import { articleIn } from './article.ts';
import { blocksOf } from './blocks.ts';
import { fitsTree } from './dom.ts';

const { pages } = loadIngestLexicon();
const prose = PARAGRAPHS.map((p) => `<p>${p}</p>`).join('');
const page = (body: string, head = '', lang = ''): string =>
  `<!doctype html><html${lang}><head>${head}</head><body>${body}</body></html>`;
const metaOf = (html: string, address: string | null = null) => articleIn(html, address, pages).meta;

test('the report is found in many frames, and nothing else with it', () => {
  const frames: [string, string][] = [
    ['nothing around it', prose],
    ['an article', `<article>${prose}</article>`],
    [
      'a body that says so',
      `<div class="story"><div itemprop="articleBody">${prose}</div><p>Sign up for our newsletter</p></div>`,
    ],
    ['a frame named like a share box', `<div class="content has-sharing">${prose}</div>`],
    ['a form around all', `<form>${prose}</form>`],
    [
      'links to others between',
      prose.replace('</p><p>', '</p><ul class="related"><li><a href="/1">Ferry sinks off the Point</a></li></ul><p>'),
    ],
    [
      'comments after',
      `<article>${prose}</article><div id="comments"><p>${'I was there and saw it all. '.repeat(8)}</p></div>`,
    ],
    ['teasers after', `<main>${prose}</main><aside><h2>More stories</h2><a href="/1">Talks put off</a></aside>`],
    ['breaks for paragraphs', `<div>${PARAGRAPHS.join('<br><br>')}</div>`],
    [
      'a cookie notice',
      `<div class="cookie-consent"><p>We use cookies to make this page better for you.</p></div>${prose}`,
    ],
    [
      'what is not shown',
      `${prose}<div style="display:none"><p>Nobody sees this line but those who read the source of it.</p></div>`,
    ],
    ['what follows a report', `${prose}<h3>Leave a comment</h3><p>Your email address will not be published.</p>`],
  ];
  for (const [name, body] of frames) assert.equal(articleIn(page(body), null, pages).text, BODY, name);
});

test('the paragraph above the body belongs to the report, what else stands there does not', () => {
  const sum = 'Shelling closed the strait for a third night, and both sides say that the other one began.';
  const body = `<div class="article-body">${prose}</div>`;
  const other = '<p>Listen to the wind of the strait on our radio, day and night, wherever you are.</p>';
  const whole = `${sum}\n\n${BODY}`;
  const cases: [string, string, string, string][] = [
    ['by its name', '', `<h1>Guns</h1><p class="article__standfirst">${sum}</p>${other}${body}`, whole],
    [
      'by the description of the page',
      `<meta name="description" content="${sum.slice(0, 70)}...">`,
      `<h1>Guns</h1>${other}<div>${sum}</div>${body}`,
      whole,
    ],
    ['above the heading', '', `<p class="teaser">${sum}</p><h1>Guns</h1>${body}`, BODY],
    [
      'a link to another report',
      '',
      `<h1>Guns</h1><div class="teaser"><p><a href="/2">${sum}</a></p></div>${body}`,
      BODY,
    ],
    ['in the body already', `<meta name="description" content="${PARAGRAPHS[0]}">`, `<h1>Guns</h1>${body}`, BODY],
    ['no heading', '', `<p class="lead">${sum}</p>${body}`, BODY],
  ];
  for (const [name, head, html, text] of cases) assert.equal(articleIn(page(html, head), null, pages).text, text, name);
});

test('when a page was published, by what it says of itself', () => {
  const ld = (json: string): string => `<script type="application/ld+json">${json}</script>`;
  const cases: [string, string, string, string | null][] = [
    ['JSON-LD', ld('{"@type":"NewsArticle","datePublished":"2031-02-05"}'), '', '2031-02-05'],
    [
      'JSON-LD with line ends in its strings',
      ld('{"@type":"NewsArticle","headline":"a\nb","datePublished":"2031-02-05",}'),
      '',
      '2031-02-05',
    ],
    ['meta', '<meta property="article:published_time" content="2031-02-05T10:00:00Z">', '', '2031-02-05T10:00:00Z'],
    ['meta, other name', '<meta name="parsely-pub-date" content="2031-02-05">', '', '2031-02-05'],
    ['a time', '', '<time datetime="2031-02-05T10:00">5 Feb</time>', '2031-02-05T10:00'],
    ['a time of another report', '', '<aside><time datetime="2031-01-01">1 Jan</time></aside>', null],
    ['a line under the heading', '', '<h1>Guns</h1><p>5 February 2031</p>', '2031-02-05'],
    ['a name that says so', '', '<span class="newsDate">05.02.2031</span>', '2031-02-05'],
    ['words that say so', '', '<div>Published on 5 February 2031 by the desk</div>', '2031-02-05'],
    ['a date in the report only', '', '', null],
  ];
  for (const [name, head, body, date] of cases) {
    const told = `${prose}<p>They last met on 3 January 2031, when the ice was still on the harbour of Lorn and no ship could leave it for weeks.</p>`;
    assert.equal(metaOf(page(body + told, head)).published ?? null, date, name);
  }
  assert.equal(metaOf(page(prose), 'https://x.example/2031/02/05/guns').published, '2031-02-05');
});

test('when a page was published, where what it says does not agree', () => {
  const ld = (date: string): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${date}"}</script>`;
  const cases: [string, string, string, string | null, string][] = [
    [
      'a vague name and a line that is seen',
      '<meta name="date" content="2031-02-12">',
      '<h1>Guns</h1><p>5 February 2031</p>',
      null,
      '2031-02-05',
    ],
    [
      'a clear name and a line that is seen',
      '<meta property="article:published_time" content="2031-02-05">',
      '<h1>Guns</h1><p>12 February 2031</p>',
      null,
      '2031-02-05',
    ],
    [
      'JSON-LD against all else',
      `${ld('2031-02-03T08:00:00Z')}<meta name="dc.date" content="2031-02-05">`,
      '<time datetime="2031-02-05">5 Feb</time>',
      null,
      '2031-02-05',
    ],
    [
      'JSON-LD and a line that is seen',
      ld('2031-02-03T08:00:00Z'),
      '<time datetime="2031-02-05">5 Feb</time>',
      null,
      '2031-02-03T08:00:00Z',
    ],
    [
      'the page itself and what it links to',
      `<title>First the guns go, says Voss</title><script type="application/ld+json">[{"@type":"NewsArticle","headline":"Ferry sinks off the Point","datePublished":"2031-01-01"},{"@type":"NewsArticle","headline":"First the guns go, says Voss","datePublished":"2031-02-05"}]</script>`,
      '',
      null,
      '2031-02-05',
    ],
    [
      'a comment before',
      '',
      '<div id="comments"><time pubdate datetime="2031-02-09">9 Feb</time></div><div>Published on 5 February 2031</div>',
      null,
      '2031-02-05',
    ],
    [
      'the day of reading in the frame of the site',
      '<meta property="article:published_time" content="2031-02-05T08:00:00Z">',
      '<div class="date">6 February 2031</div>',
      null,
      '2031-02-05T08:00:00Z',
    ],
    [
      'a change that stands first',
      '',
      '<div>Last change: 9 February 2031<br>First published: Wednesday, 5 February 2031</div>',
      null,
      '2031-02-05',
    ],
    [
      'another report on top',
      '',
      '<time datetime="2031-02-09">9 Feb</time><article><h1>Guns</h1><time datetime="2031-02-05">5 Feb</time></article>',
      null,
      '2031-02-05',
    ],
    [
      'when it was changed, by its property',
      '',
      '<time itemprop="dateModified" datetime="2031-02-09">9 Feb</time><time datetime="2031-02-05">5 Feb</time>',
      null,
      '2031-02-05',
    ],
    [
      'the month of the address',
      '',
      '<div>Since 9 January 2031 the desk of the Post has been at Lorn.</div><p>This entry was put here by the desk at Lorn on 5 February 2031 at 23:03 and is filed under the strait, where all of it is kept</p>',
      'https://x.example/2031/02/guns/',
      '2031-02-05T23:03',
    ],
    ['an old address of a site that moved', ld('2031-02-05'), '', 'https://x.example/2029/1/7/guns', '2029-01-07'],
    ['the clocks of the country', ld('2031-02-05T23:30:00Z'), '', 'https://post.de/guns', '2031-02-06T00:30:00+01:00'],
    [
      'figures where the day comes first',
      '',
      '<h1>Guns</h1><p>04/05/2031</p>',
      'https://post.co.uk/guns',
      '2031-05-04',
    ],
    [
      'boxes side by side',
      '',
      '<div class="timedata"><span>05.02.31</span><span>12:44</span></div>',
      null,
      '2031-02-05',
    ],
  ];
  for (const [name, head, body, address, date] of cases) {
    assert.equal(metaOf(page(body + prose, head), address).published, date, name);
  }
  assert.equal(
    metaOf(page(`<h1>Guns</h1><p>04/05/2031</p>${prose}`)).published ?? null,
    null,
    'no date rather than a wrong one',
  );
});

test('a copy in an archive has the address and the dates of the page', () => {
  const bar = '<div id="wm-ipp"><div>10 November 2031</div></div>';
  const meta = metaOf(
    page(`${bar}<h1>Guns</h1><p>5 February 2031</p>${prose}`),
    'https://archive.example/web/20311110121040/http://post.example/guns',
  );
  assert.deepEqual([meta.url, meta.published], ['http://post.example/guns', '2031-02-05']);
});

test('a date of change is told apart', () => {
  const head =
    '<meta property="article:published_time" content="2031-02-05"><meta property="article:modified_time" content="2031-02-07">';
  const { published, modified } = metaOf(page(prose, head));
  assert.deepEqual([published, modified], ['2031-02-05', '2031-02-07']);
});

test('title, outlet, address, language', () => {
  const meta = metaOf(
    page(
      `<h1>First the guns go, says Voss</h1>${prose}`,
      '<title>First the guns go, says Voss - Nerith Post</title><meta property="og:site_name" content="Nerith Post"><link rel="canonical" href="/guns">',
      ' lang="en-GB"',
    ),
    'https://post.example/guns?from=feed',
  );
  assert.equal(meta.title, 'First the guns go, says Voss');
  assert.deepEqual([meta.outlet, meta.url, meta.language], ['Nerith Post', 'https://post.example/guns', 'en-GB']);
  assert.equal(metaOf(page(prose, '<link rel="canonical" href="javascript:x">')).url, null);
  assert.equal(
    metaOf(`<!-- saved from url=(0024)https://post.example/a -->${page(prose)}`).url,
    'https://post.example/a',
  );
});

test('what the title of a page tells of its site', () => {
  const h1 = '<h1>First the guns go, says Voss</h1>';
  const site = (name: string): string => `<meta property="og:site_name" content="${name}">`;
  const cases: [string, string, string | null, string | null][] = [
    ['First the guns go, says Voss | Nerith Post', '', 'First the guns go, says Voss', 'Nerith Post'],
    ['First the guns go, says Voss › nerith.example', '', 'First the guns go, says Voss', 'nerith.example'],
    [
      'First the guns go, says Voss | Post - News of the strait',
      site('Post - News of the strait'),
      'First the guns go, says Voss',
      'Post - News of the strait',
    ],
    ['First the guns go, says Voss', '', 'First the guns go, says Voss', null],
    ['Talks put off: Voss stays at home', '', 'Talks put off: Voss stays at home', null],
  ];
  for (const [title, head, wanted, outlet] of cases) {
    const body = title.startsWith('First') ? h1 : '<h1>Talks put off: Voss stays at home</h1>';
    const meta = metaOf(page(`${body}${prose}`, `<title>${title}</title>${head}`));
    assert.deepEqual([meta.title, meta.outlet], [wanted, outlet], title);
  }
});

test('a byline names a writer', () => {
  const by = (author: string): string | null | undefined =>
    metaOf(page(prose, `<meta property="og:site_name" content="Nerith Post"><meta name="author" content="${author}">`))
      .byline;
  assert.equal(by('By Mira Lann,'), 'Mira Lann');
  assert.equal(by('Nerith Post'), null);
  assert.equal(by('https://post.example/mira'), null);
});

test('blocks: elements part paragraphs, breaks part them twice, captions and scripts are silent', () => {
  const texts = (html: string): string[] => blocksOf(html).map((b) => b.text);
  assert.deepEqual(texts('<p>a <b>b</b>c</p>d<div>e<br>f<br><br>g</div>'), ['a bc', 'd', 'e f', 'g']);
  assert.deepEqual(texts('<figure><figcaption>x</figcaption></figure><script>y</script>z'), ['z']);
  assert.deepEqual(texts('<table><tr><td>a</td><td>b</td></tr></table>'), ['a b']);
  assert.deepEqual(texts('a&nbsp;&amp;\u200bb\n c'), ['a & b c']);
  assert.equal(blocksOf('<p><a href=x>all of it</a></p>')[0]!.linked, 9);
});

test('pages are measured before they become trees', () => {
  assert.ok(fitsTree(PAGE));
  assert.ok(fitsTree(`<script>${'<div>'.repeat(50_000)}</script>`));
  assert.ok(!fitsTree('<div>'.repeat(300)));
  assert.ok(!fitsTree('<br>'.repeat(50_000)));
  assert.ok(!fitsTree(`${'<ul>'.repeat(100)}${'<li>'.repeat(10_000)}`));
});
