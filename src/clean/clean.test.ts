import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadCleanLexicon } from '../data/clean.ts';
import type { Block, Cleaned } from '../record.ts';
import { bareDocument } from '../text/document.ts';
import { clean } from './clean.ts';

const lexicon = loadCleanLexicon();

const cleaned = (text: string, title: string | null = null): Cleaned =>
  clean(bareDocument(text, 'test', { title }), lexicon);
const shown = (text: string, blocks: readonly Block[]): string[] =>
  blocks.map((b) => `${b.kind}: ${b.runs.map((r) => text.slice(r.start, r.end)).join('|')}`);
const kinds = (text: string): string[] => cleaned(text).blocks.map((b) => b.kind);
const body = 'Envoys of Halvia and Maravet met in Lorn on Monday. They will meet again on Friday.';

test('paragraphs: a line each, or broken by a fixed width', () => {
  assert.deepEqual(kinds(`${body}\n${body.replace('Monday', 'Tuesday')} Nobody was late.`), ['paragraph', 'paragraph']);
  const wrapped =
    'The deputy foreign minister of Maravet said on Monday that the\nports of the strait would stay open to all ships, whatever the\noutcome of the talks in Lorn, and that no fee would be asked of\nany of them.\n\nThe Littoral Commission had asked for such a promise in January.';
  assert.deepEqual(kinds(wrapped), ['paragraph', 'paragraph']);
  const listed = 'Talks in Lorn\nPorts of the strait\nFees for ships';
  assert.equal(kinds(listed).length, 3);
});

test('marks of Markdown are outside of the runs', () => {
  const text = `# Talks in Lorn\n\n> The **ports** stay [open](https://a.example/b_(c)), Voss said.\n\n* first point here\n* second point here\n\n![Voss in Lorn](voss.jpg)\n\n${body}`;
  const { blocks } = cleaned(text);
  assert.deepEqual(shown(text, blocks).slice(0, 5), [
    'title: Talks in Lorn',
    'quotation: The |ports| stay |open|, Voss said.',
    'item: first point here',
    'item: second point here',
    'caption: ',
  ]);
});

test('a dash that opens what somebody says is no list', () => {
  const text = `${body}\n\n- We will not sign - said Tesk.\n\n- Nor will we - said Voss.`;
  assert.deepEqual(kinds(text).slice(1), ['paragraph', 'paragraph']);
});

test('lines that are not the report', () => {
  const cases: [string, Block['kind']][] = [
    ['CLICK HERE TO GET THE COURIER APP', 'advert'],
    ['Advertisement', 'advert'],
    ['Sign up to The Strait, our weekly newsletter', 'advert'],
    ['READ MORE: Halvia closes two ports', 'link'],
    ['[ALSO: What the Front wants]', 'link'],
    ['Related stories', 'link'],
    ['HALVIA CLOSES TWO PORTS AFTER ATTACK ON FERRY', 'link'],
    ['Photo: Maravet presidency', 'caption'],
    ['Aldren Voss arrives in Lorn (Ilka Brand/AP)', 'caption'],
    ['By Tamsin Orrel and Jon Hask', 'byline'],
    ['Published: 4 March 2031', 'dateline'],
    ['Share on Facebook', 'boilerplate'],
    ['© 2031 The Courier. All rights reserved.', 'boilerplate'],
    ['Reporting by Tamsin Orrel; Editing by Jon Hask', 'boilerplate'],
    ['This website uses cookies to make your visit better.', 'advert'],
  ];
  for (const [line, kind] of cases) {
    assert.equal(kinds(`${body}\n\n${line}\n\nThe Front refused to come. It said so twice.`)[1], kind, line);
  }
});

test('short lines under a label of other stories go, and the report goes on after them', () => {
  const text = `${body}\n\nRelated stories:\nWho is Ilse Dovrane\nFront opens office in Lorn\n\nThe Front refused to come. It said so twice.\n\n${body.replace('Monday', 'Sunday')} Nobody was late this time, and nobody left early.`;
  assert.deepEqual(kinds(text), ['paragraph', 'link', 'link', 'link', 'paragraph', 'paragraph']);
});

test('a section name above is no title, and headlines below are no report', () => {
  const text = `Cantara\n\n${body}\n\nThe Front refused to come. It said so twice.\n\nTesk said no.\n\n01:55\nHalvia opens two ports to aid ships\n\nGo to video\nStorm shuts schools in Drenholm`;
  assert.deepEqual(kinds(text), ['paragraph', 'paragraph', 'paragraph', 'paragraph', 'link', 'link', 'link', 'link']);
});

test('sentences of the report that look a little like such lines stay', () => {
  const lines = [
    'By Monday the Front had left two of the three islands.',
    'Sign up for the deal or face the consequences, Voss told Maravet.',
    'Follow us or perish was the Front’s message to the islands.',
    'Watch the ports, he said, and you will know who is winning.',
    'Sources in the Front said that it would sign on Friday.',
    'Advertisements for the army now hang in every street of Drenholm.',
    'Reporting by the Littoral Commission has been patchy since January, diplomats said, and nobody knows why.',
    '“WE WILL NEVER GIVE UP THE ISLANDS”, the banner read.',
    'Subscribe to the agreement, Dovrane told both sides, and then complain.',
    'NATO and the UN were not asked.',
  ];
  for (const line of lines) {
    const text = `${body}\n\n${line}\n\nThe Front refused to come. It said so twice.`;
    assert.equal(cleaned(text).blocks[1]!.runs.length, 1, line);
  }
});

test('what is glued between sentences is cut, and the sentences stay', () => {
  const text =
    'The talks go on. CLICK HERE TO GET THE COURIER APP The Front stays away. HALVIA CLOSES TWO PORTS AFTER ATTACK ON FERRY Voss said so. He told The Courier, external. [READ MORE: Who is Ilse Dovrane?] Tesk agreed.';
  const read = cleaned(text).blocks.flatMap((b) => b.runs.map((r) => text.slice(r.start, r.end).trim()));
  assert.deepEqual(read, [
    'The talks go on.',
    'The Front stays away.',
    'Voss said so. He told The Courier',
    '.',
    'Tesk agreed.',
  ]);
});

test('a credit between sentences goes with the headline behind it', () => {
  const read = (text: string) =>
    cleaned(text).blocks.flatMap((b) => b.runs.map((r) => text.slice(r.start, r.end).trim()));
  assert.deepEqual(
    read(
      'The ferry sank on Monday. REUTERS Maud Ferrin Navy Finds Bodies of Over 20 Sailors Near Nerith The Halvian navy said so. AP Photo Ilse Dovrane Front Attacks Two Ships Off Ombra Point LORN (UPI) Tesk denied it. ... 25 Topic War in the Strait (18) Related Explosion in Drenholm Leaves Two Dead Halvia Closes Its Ports Tags Halvia Lorn',
    ),
    ['The ferry sank on Monday.', 'The Halvian navy said so.', 'Tesk denied it. ...'],
  );
  for (const whole of [
    'The ferry sank on Monday. AFP Bureau Chief Maud Ferrin of Lorn saw it.',
    'The ferry sank. REUTERS Maud Ferrin Navy Finds Bodies of Over 20 Sailors Near Nerith before dawn.',
    'Nobody came. Photo Agencies Across the Strait Told The Courier that they were kept out.',
  ])
    assert.deepEqual(read(whole), [whole]);
});

test('an agency and date between a summary and the first sentence part them', () => {
  const text =
    'Ferry Sinks\n\nShelling sank a ferry in the strait UPI Friday 14 March 2031 The navy said on Friday that 12 died. It blamed the Front. Agencies told of more on Friday 21 March 2031 The end.';
  const { blocks, filing } = cleaned(text);
  const read = blocks.flatMap((b) => b.runs.map((r) => text.slice(r.start, r.end).trim()));
  assert.deepEqual(read.slice(1, 2), ['Shelling sank a ferry in the strait']);
  assert.ok(read[2]!.startsWith('The navy said') && read[2]!.endsWith('The end.'));
  assert.equal(filing.agency && text.slice(filing.agency.start, filing.agency.end), 'UPI');
  assert.equal(filing.date && text.slice(filing.date.start, filing.date.end), 'Friday 14 March 2031');
});

test('capitals in quotation marks, and reports all in capitals, are read', () => {
  const quoted = 'The president wrote: “NO MORE TALKS WITH HALVIA UNTIL THE PORTS OPEN”. Nobody answered.';
  assert.equal(cleaned(quoted).blocks.length, 1);
  const loud = 'TALKS ON THE STRAIT WILL GO ON.\n\nBOTH SIDES SAID SO IN LORN ON MONDAY EVENING';
  assert.ok(cleaned(loud).blocks.every((b) => b.runs.length === 1));
});

test('datelines and bylines are read as data', () => {
  const cases: [string, Record<string, string>, string][] = [
    ['LORN, 12 March (LPA) - Talks go on.', { place: 'LORN', date: '12 March', agency: 'LPA' }, 'Talks go on.'],
    ['NERITH, Maravet (AP) — Talks go on.', { place: 'NERITH, Maravet', agency: 'AP' }, 'Talks go on.'],
    ['Port Asker AFP — Talks go on.', { place: 'Port Asker', agency: 'AFP' }, 'Talks go on.'],
    ['DRENHOLM — Talks go on.', { place: 'DRENHOLM' }, 'Talks go on.'],
    ['Front: Talks go on.', {}, 'Front: Talks go on.'],
    ['Aldren Voss (left) - the minister - waits.', {}, 'Aldren Voss (left) - the minister - waits.'],
    ['The Front — once a party — waits.', {}, 'The Front — once a party — waits.'],
  ];
  for (const [text, filing, run] of cases) {
    const { blocks, filing: found } = cleaned(text);
    const said = Object.fromEntries(
      Object.entries(found).flatMap(([k, s]) => (s ? [[k, text.slice(s.start, s.end)]] : [])),
    );
    assert.deepEqual(said, filing, text);
    assert.deepEqual(
      shown(
        text,
        blocks.filter((b) => b.runs.length > 0),
      ),
      [`paragraph: ${run}`],
      text,
    );
  }
});

test('a body whose lines were run together: date, agency, the title again, then the report', () => {
  const text =
    'Ferry sunk off Nerith\n\nTue 4 Mar 2031 Ferry sunk off Nerith. A ferry was sunk off Nerith on Tuesday. Nobody was killed. Tamsin Orrel';
  const { blocks, repeats, filing } = cleaned(text);
  assert.deepEqual(
    blocks.map((b) => b.kind),
    ['title', 'dateline', 'paragraph', 'byline'],
  );
  assert.match(
    shown(text, [blocks[2]!])[0]!,
    /^paragraph: \s?A ferry was sunk off Nerith on Tuesday\. Nobody was killed\.$/,
  );
  assert.equal(repeats.length, 1);
  assert.equal(repeats[0]!.made.rule, 'clean/repeated-title');
  assert.equal(text.slice(filing.date!.start, filing.date!.end), 'Tue 4 Mar 2031');
  assert.equal(text.slice(filing.author!.start, filing.author!.end), 'Tamsin Orrel');
});

// ---------------------------------------------------------------- what holds for any text

const pieces = fc.constantFrom(
  body,
  'LORN, 12 March (LPA) - ',
  '\n\n',
  '\n',
  '\r\n',
  ' ',
  '> ',
  '- ',
  '**',
  '[',
  '](x)',
  '```',
  '# ',
  '“',
  '”',
  '"',
  'HALVIA CLOSES TWO PORTS AFTER ATTACK ON FERRY ',
  'CLICK HERE TO GET THE APP ',
  'The Front refused to come to Lorn on Monday, its leader said. ',
  ', external.',
  '\u0000',
  '\ud800',
  '🕊️',
  'سلام',
  '    ',
  '* * *',
  'By Jon Hask',
  'Read Also',
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((p) => p.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

test('a copy glued to the first one shares no full stop with it', () => {
  const { repeats } = cleaned(`, external.${body}${body}`);
  assert.deepEqual(
    repeats.map(({ span, of }) => [of.end <= span.start, span.end - span.start]),
    [[true, body.length]],
  );
});

test('blocks are in order and apart, runs lie inside them, repeats point backwards', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { blocks, repeats, filing } = cleaned(text);
      let at = 0;
      for (const b of blocks) {
        assert.ok(b.span.start >= at && b.span.end > b.span.start && b.span.end <= text.length);
        at = b.span.start;
        for (const r of b.runs) {
          assert.ok(r.start >= at && r.end > r.start && r.end <= b.span.end);
          at = r.end;
        }
        at = b.span.end;
        assert.match(b.made.rule, /^clean\/[a-z-]+$/);
      }
      let last = 0;
      for (const r of repeats) {
        assert.ok(r.span.start >= last && r.span.end > r.span.start && r.span.end <= text.length);
        assert.ok(r.of.end <= r.span.start && r.of.end > r.of.start);
        assert.ok(r.likeness > 0 && r.likeness <= 1);
        last = r.span.end;
        for (const run of blocks.flatMap((b) => b.runs)) assert.ok(run.end <= r.span.start || run.start >= r.span.end);
      }
      for (const s of Object.values(filing)) if (s) assert.ok(s.start >= 0 && s.end > s.start && s.end <= text.length);
    }),
    { numRuns: 400 },
  );
});

test('every letter outside of blocks is none: only white space is passed over', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      let at = 0;
      for (const b of [...cleaned(text).blocks, { span: { start: text.length, end: text.length } }]) {
        assert.doesNotMatch(text.slice(at, b.span.start), /[\p{L}\p{N}]/u);
        at = b.span.end;
      }
    }),
    { numRuns: 300 },
  );
});
