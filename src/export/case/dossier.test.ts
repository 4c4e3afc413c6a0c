import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DOCUMENTS, RECORD, TEXTS } from '../../../test/case.ts';
import { EMPTY_RECORD } from '../../../test/fake-store.ts';
import { sourcesIn } from '../../../test/sources.ts';
import type { CaseRecord } from '../../case.ts';
import { loadDossierWords, parseWords } from '../../data/words.ts';
import { caseDossier } from './dossier.ts';
import type { Entry } from './evidence.ts';
import { caseHtml } from './html.ts';
import { caseMarkdown } from './markdown.ts';
import { narrow } from './narrow.ts';

const words = loadDossierWords();
const issues = new Map([
  ['SEA_TRADE', 'Ports and shipping'],
  ['TERR_WITHDRAW', 'Leaving land'],
]);
const dossier = caseDossier(RECORD, { issues, words });

/** Every entry of a dossier, wherever it stands. */
function entriesIn(value: unknown, into: Entry[] = []): Entry[] {
  if (typeof value !== 'object' || value === null) return into;
  if ('quotes' in value) into.push(value as Entry);
  for (const inner of Object.values(value)) entriesIn(inner, into);
  return into;
}

test('every quotation is an exact slice of the report that it leads back to', () => {
  const texts = new Map(Object.entries(DOCUMENTS).map(([name, d]) => [d.text_sha256, TEXTS[name as 'first']]));
  const entries = entriesIn(dossier);
  assert.ok(entries.length > 10);
  for (const { quotes } of entries)
    for (const q of quotes) {
      const text = texts.get(q.reference.digest);
      assert.ok(text !== undefined);
      assert.equal(q.reference.spans.map((s) => text.slice(s.start, s.end)).join(' … '), q.words);
      const report = dossier.reports[q.reference.report - 1];
      assert.deepEqual([report?.digest, report?.outlet, report?.day], [q.reference.digest, q.outlet, q.day]);
    }
});

test('then and now, said and seen stand apart', () => {
  const [position] = dossier.positions;
  assert.equal(position?.now.said, 'accepts; about Ombra Point');
  assert.deepEqual(
    position?.earlier.map((e) => e.said),
    ['rejects; precondition: “the guns go”; about Ombra Point'],
  );
  assert.deepEqual(
    position?.claimed.map((e) => [e.said, e.quotes[0]?.words]),
    [['Said to be softer, according to Ilse Dovrane (Cantara)', 'softer than before']],
  );
  assert.deepEqual(
    position?.observed.map((o) => [o.said, o.a.quotes[0]?.day, o.b.quotes[0]?.day]),
    [['Seen to differ: the stance and the condition; softer', '2031-03-04', '2031-03-22']],
  );
  assert.equal(position?.support, '3 reports, 2 independent sources, 4 March 2031 to 22 March 2031');
});

test('a copy is told as one, and quoted only where nothing else is there', () => {
  const [earlier] = dossier.positions[0]!.earlier;
  assert.deepEqual([earlier?.quotes.length, earlier?.copies.map((c) => c.report)], [1, [2]]);
  const line = RECORD.lines[0]!;
  const copied = line.points[0]!.evidence[1]!;
  const alone: CaseRecord = { ...RECORD, lines: [{ ...line, now: { ...line.now, evidence: [copied] } }] };
  const [quote] = caseDossier(alone, { issues, words }).positions[0]!.now.quotes;
  assert.deepEqual(quote?.copied, { report: 1, originator: 'Strait Courier' });
  assert.match(
    caseMarkdown(caseDossier(alone, { issues, words }), words),
    /copied from Strait Courier \[1\]\(#report-1\)/,
  );
});

test('figures stand by claimant and day, as bounded as they were told', () => {
  assert.deepEqual(
    dossier.events?.[0]?.figures.map((f) => [f.what, f.by, f.told.map((t) => [t.said, t.day])]),
    [
      [
        'killed',
        'Maravet',
        [
          ['at least 9', '2031-03-04'],
          ['14', '2031-03-22'],
        ],
      ],
    ],
  );
  assert.deepEqual(dossier.events?.[0]?.facts, ['happened', '3 March 2031', 'by whom is not said']);
});

test('what the accounts say already is not quoted again: who did it, and a number that several tell', () => {
  const happening = RECORD.happenings[0]!;
  const { evidence } = happening;
  const told = happening.figures[0]!.told[0]!;
  const later = { ...told, evidence: { ...told.evidence, copyOf: told.evidence.report } };
  const record: CaseRecord = {
    ...RECORD,
    disputes: [
      { ...RECORD.disputes[0]!, common: 'ASSAULT, Nerith, 2031-03-14' },
      { ...RECORD.disputes[0]!, common: null },
    ],
    happenings: [
      {
        ...happening,
        actors: [{ name: 'Halvia', evidence }],
        figures: [{ what: 'killed', by: 'Maravet', told: [told, later] }],
      },
    ],
  };
  const made = caseDossier(record, { issues, words });
  const page = caseMarkdown(made, words);
  const [number] = made.events![0]!.accounts.quotes.map((q) => q.reference.report);
  assert.match(page, new RegExp(`; by Halvia, according to [^;\\n]* \\[${number}\\]\\(#report-${number}\\)`));
  assert.equal(made.events![0]!.figures[0]!.told.length, 1);
  assert.deepEqual(
    made.disputes!.map((d) => d.title),
    ['Denied: Attack, Nerith, 14 March 2031', 'Denied: “shells hit Nerith”'],
  );
});

test('what a period does not hold is neither stuck on nor agreed in it, and what has no day is said to be in none', () => {
  const only = { from: '2029-01-01', to: '2029-12-31' };
  const line = RECORD.lines[0]!;
  const { evidence } = line.now;
  const pair = { a: line.id, b: line.id, evidence };
  const { support } = line;
  const record: CaseRecord = {
    ...RECORD,
    reports: RECORD.reports.map((r) => ({ ...r, day: null })),
    agreed: [{ issue: line.issue, parties: ['Halvia'], lines: [line.id], evidence }],
    stickingPoints: [
      { issue: line.issue, sure: true, reasons: ['They differ.'], opposed: [pair], blocked: [], support, weight: 1 },
    ],
  };
  const whole = caseDossier(record, { issues, words }).overview;
  assert.deepEqual([whole.sticking.length, whole.agreed.length], [1, 1]);
  const made = caseDossier(narrow(record, only), { issues, words, only });
  assert.deepEqual([made.overview.sticking, made.overview.agreed], [[], []]);
  assert.match(made.narrowed ?? '', /3 reports without a date: in no period/);
});

test('more parties than fit a page stand in several tables', () => {
  const line = RECORD.lines[0]!;
  const names = ['A', 'B', 'C', 'D', 'E', 'F'];
  const record: CaseRecord = {
    ...RECORD,
    parties: names,
    lines: names.map((holder) => ({ ...line, id: `line ${holder}`, holder })),
  };
  const page = caseMarkdown(caseDossier(record, { issues, words }), words);
  assert.match(page, /\| Issue \| A \| B \| C \| D \| E \|\n[\s\S]*\| Issue \| F \|\n/);
});

test('both sides of a dispute stand with who gives them', () => {
  const [dispute] = dossier.disputes!;
  assert.equal(dispute?.title, 'Denied: shells at Nerith, 3 March 2031');
  assert.deepEqual(
    dispute?.accounts.map((a) => [a.said, a.quotes[0]?.words, a.quotes[0]?.hedge]),
    [
      ['According to Maravet', 'shells hit Nerith', 'reportedly'],
      ['According to Halvia', 'denied firing', null],
    ],
  );
});

test('the page holds no script, loads nothing, and what reports hold stays text', () => {
  const evil = '</q><script>alert(1)</script><img src=x onerror=alert(1)>" onmouseover="x';
  const wicked = JSON.parse(
    JSON.stringify(RECORD, (key, value) =>
      typeof value === 'string' && ['title', 'outlet', 'name', 'words', 'hedge', 'common', 'place', 'by'].includes(key)
        ? `${value}${evil}`
        : value,
    ),
  ) as CaseRecord;
  const reports = wicked.reports.map((r, i) => ({
    ...r,
    url: i === 0 ? 'javascript:alert(1)' : `https://a.example/"${evil}`,
  }));
  const page = caseHtml(caseDossier({ ...wicked, reports }, { issues, words }), words);
  assert.doesNotMatch(page, /<script|<img|<\/q><script|href="(?!#report-\d|https?:)/i);
  const tags = [...page.matchAll(/<([a-z0-9]+)((?:\s[^<>]*)?)>/gi)];
  assert.ok(tags.length > 50);
  for (const [, name, attributes] of tags) {
    assert.match(
      name!,
      /^(?:html|head|meta|title|style|body|main|h\d|p|b|q|blockquote|footer|cite|a|div|table|caption|thead|tbody|tr|th|td|i|span|small|ol|li|code)$/,
    );
    for (const [, attribute] of attributes!.matchAll(/\s([a-z-]+)="[^"]*"/g))
      assert.match(attribute!, /^(?:lang|charset|name|content|http-equiv|class|href|rel|scope|id|value|title)$/);
  }
  assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/);
  assert.match(page, /javascript:alert\(1\) <code>/);
});

test('in Markdown nothing that others wrote acts as markup, and every reference leads somewhere', () => {
  const page = caseMarkdown(dossier, words);
  assert.match(page, /^# Keld Strait\n/);
  assert.match(page, /“\\=Halvia will not leave Ombra Point” — Aldren Voss \(Halvia\); Strait Courier, 4 March 2031, /);
  assert.match(page, /The guns of &lt;b&gt;Ombra Point&lt;\/b&gt;/);
  for (const [, n] of page.matchAll(/\(#report-(\d+)\)/g)) assert.ok(page.includes(`<a id="report-${n}"></a>`), n);
  assert.match(page, new RegExp(`\\[1\\]\\(#report-1\\) ${DOCUMENTS.first.text_sha256.slice(0, 12)}@0–34`));
});

test('a dossier of one party, issue or period holds that, and says so', () => {
  const only = { party: 'Halvia', from: '2031-03-01', to: '2031-03-10' };
  const early = caseDossier(narrow(RECORD, only), { issues, words, only });
  assert.equal(early.narrowed, 'Only Halvia, from 1 March 2031 to 10 March 2031.');
  assert.equal(early.positions[0]?.stance, 'rejects');
  assert.deepEqual(
    [early.positions[0]?.earlier, early.positions[0]?.observed, early.positions[0]?.claimed],
    [[], [], []],
  );
  assert.deepEqual(early.talks?.[0]?.steps.length, 1);
  assert.equal(
    early.reports.some((r) => r.digest === DOCUMENTS.later.text_sha256),
    false,
  );
  const issue = caseDossier(narrow(RECORD, { issue: 'TERR_WITHDRAW' }), {
    issues,
    words,
    only: { issue: 'TERR_WITHDRAW' },
  });
  assert.deepEqual([issue.positions.length, issue.talks, issue.events, issue.disputes], [1, null, null, null]);
  const none = narrow(RECORD, { party: 'Cantara' });
  assert.deepEqual([none.lines, none.talks.length, none.happenings, none.wordsAndDeeds], [[], 1, [], []]);
});

test('a case without reports says so', () => {
  const empty = caseDossier({ ...EMPTY_RECORD, name: 'Keld' }, { issues, words });
  const page = caseMarkdown(empty, words);
  assert.match(page, /No report is in this dossier yet/);
  for (const what of ['a position', 'talks', 'an event']) assert.ok(page.includes(`No report tells of ${what}.`), what);
  assert.match(caseHtml(empty, words), /No accounts were found that part/);
});

test('every sentence of ours is used, and every one that is used is there', () => {
  const code = sourcesIn('src/export/case')
    .filter((f) => !f.path.endsWith('.test.ts'))
    .map((f) => f.text)
    .join('\n');
  const used = [...code.matchAll(/['"`]([a-z]+(?:-[\w${}.]+)*)['"`]/g)].map((m) => m[1]!.replace(/\$\{[^}]*\}/g, '*'));
  const families = used
    .filter((key) => key.includes('*'))
    .map((key) => new RegExp(`^${key.replaceAll('*', '[\\w]+')}$`));
  // Names of sections and of what is counted are put together from parts.
  const idle = words.keys.filter((key) => !used.includes(key) && !families.some((family) => family.test(key)));
  assert.deepEqual(idle, []);
});

test('sentences are checked when they are read and when they are used', () => {
  const say = parseWords({ a: '{x}[ by {y}]', b: 'plain' }, 'words.yaml');
  assert.deepEqual(
    [say('a', { x: 1, y: null }), say('a', { x: '{y}', y: '[z]' }), say('b')],
    ['1', '{y} by [z]', 'plain'],
  );
  assert.throws(() => say('a', {}), /words\.yaml: a needs x/);
  assert.throws(() => say('c'), /there is no entry c/);
  assert.throws(() => parseWords({ a: '[[x]' }, 'words.yaml'), /bracket/);
  assert.throws(() => parseWords({ a: '' }, 'words.yaml'), /has no words/);
});
