/**
 * Texts that trip careless programs: none may throw, give a record that does not hold, or take for ever. Each is read in a
 * thread that is given up after a while, far longer than any text here takes whose reading grows as it does.
 */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Answer } from './reader-thread.ts';

const PATIENCE = 40_000;
let thread: Worker | null = null;
after(() => thread?.terminate());

function answerTo(text: string): Promise<Answer> {
  thread ??= new Worker(new URL('./reader-thread.ts', import.meta.url));
  const now = thread;
  return new Promise((resolve, reject) => {
    const giveUp = (why: Error): void => {
      clearTimeout(clock);
      thread = null;
      void now.terminate();
      reject(why);
    };
    const clock = setTimeout(() => giveUp(new Error(`no answer after ${PATIENCE / 1000} s`)), PATIENCE);
    now.removeAllListeners();
    now.once('error', giveUp);
    now.once('message', (answer: Answer) => {
      clearTimeout(clock);
      resolve(answer);
    });
    now.postMessage(text);
  });
}

async function read(text: string): Promise<Answer> {
  const answer = await answerTo(text);
  assert.equal(answer.error, null);
  assert.deepEqual(answer.faults, []);
  return answer;
}

const codes = (answer: Answer): string[] => answer.notes.map((n) => n.code);

/** A text of about `length` units, of parts that are made one after another. */
function grown(length: number, part: (i: number) => string): string {
  const parts: string[] = [];
  for (let i = 0, n = 0; n < length; i++) {
    const next = part(i);
    parts.push(next);
    n += next.length;
  }
  return parts.join('');
}

/** Letters that differ from number to number, so that nothing is told twice. */
const letters = (i: number): string => {
  let s = '';
  for (let k = 0, x = (i * 7919 + 12_345) % 456_976; k < 4; k++, x = Math.floor(x / 26))
    s += String.fromCharCode(97 + (x % 26));
  return s;
};
const SIDES = ['north', 'south', 'east', 'west'];
const things = (i: number): string => `the boats of the ${SIDES[i % 4]} harbour would stay for ${i} days`;

describe('hardly a text at all', () => {
  const cases: [name: string, text: string, note: string | null][] = [
    ['nothing', '', 'empty'],
    ['spaces only', ' \t \n\n \u00a0 \r\n ', 'empty'],
    ['a letter', 'a', null],
    ['a full stop', '.', null],
    ['a quotation mark', '“', null],
    ['a NUL', '\0', 'nul'],
    ['a half of a character', '\ud800', 'lone-surrogate'],
    ['the other half', '\udc00', 'lone-surrogate'],
    ['a zero-width joiner', '\u200d', null],
    ['an accent without a letter', '\u0301', null],
    ['a byte order mark', '\ufeff', null],
    ['a heading mark', '#', null],
    ['an open link', '[', null],
    ['an open fence', '```', null],
    ['a line end', '\n', 'empty'],
  ];
  for (const [name, text, note] of cases)
    test(name, async () => {
      const answer = await read(text);
      if (note !== null) assert.ok(codes(answer).includes(note), codes(answer).join());
      assert.deepEqual(answer.said, []);
    });
});

describe('damage: noted once each, and what is whole is read', () => {
  const whole = 'Voss said that the boats would stay at Nerith.';
  const cases: [name: string, text: string, note: string][] = [
    ['NULs', `Rain\0 fell.\0\n\n${whole}\n\n\0\0\0`, 'nul'],
    ['lone surrogates', `\udc00 Rain \ud83d fell.\n\n${whole}\n\n\ud800\ud800`, 'lone-surrogate'],
    ['control characters', `\u0001\u0002\u001b[31m Rain fell.\n\n${whole}`, 'control'],
    ['lost characters', `Rain \ufffd fell.\n\n${whole}\n\n\ufffd\ufffd`, 'replacement'],
    ['letters decoded wrongly', `Rain fell on the cafÃ© of Nerith.\n\n${whole}`, 'mojibake'],
  ];
  for (const [name, text, note] of cases)
    test(name, async () => {
      const answer = await read(text);
      const found = answer.notes.filter((n) => n.code === note);
      assert.equal(found.length, 1);
      assert.ok(found[0]!.span !== null && found[0]!.message.length > 0, 'located and explained');
      assert.ok(answer.said.includes('the boats would stay at Nerith'), answer.said.join('; '));
    });
  test('binary', async () => {
    const bytes = grown(50_000, (i) => String.fromCharCode((i * 7919) % 256));
    assert.ok(codes(await read(bytes)).includes('nul'));
  });
});

describe('unusual writing', () => {
  test('all capitals', async () => {
    const { said } = await read('VOSS SAID ON MONDAY THAT THE BOATS WOULD STAY AT NERITH UNTIL THE END OF THE TALKS.');
    assert.ok(said.length <= 1);
    await read(grown(100_000, (i) => `${things(i).toUpperCase()}, SAID VOSS. `));
  });
  test('no punctuation', async () => {
    // 50,000 words.
    await read(grown(260_000, (i) => `voss said that ${things(i)} and `));
  });
  test('right to left', async () => {
    const answer = await read('قال الوزير إن السفن باقية في الميناء. '.repeat(500));
    assert.ok(codes(answer).includes('not-english'));
    const mixed = await read('Voss said that the boats would stay. قال الوزير «إن السفن باقية». He left.');
    assert.ok(mixed.said.includes('the boats would stay'));
  });
  test('emoji and joined letters', async () => {
    const { said } = await read('🛳 Voss said that the 👩‍🚀 boats 🏳️‍🌈 would stay e\u0301 at Nerith 🐟.');
    assert.equal(said.length, 1);
    await read('👩‍🚀🏳️‍🌈 '.repeat(10_000));
    await read(`a${'\u0301'.repeat(50_000)}`);
  });
  test('line ends of every kind', async () => {
    for (const end of ['\n', '\r\n', '\r', '\u2028', '\u2029', '\v', '\f'])
      await read(`Talks go on${end}${end}Voss said that the boats would stay.${end}“We stay,” he said.${end}`);
  });
});

describe('marks', () => {
  for (const depth of [1000, 20_000])
    for (const [name, make] of [
      ['nested', () => `${'“‘'.repeat(depth / 2)}We stay${'’”'.repeat(depth / 2)}`],
      ['nested with words', () => `${'“He said ‘'.repeat(depth / 2)}we stay${'’ ” '.repeat(depth / 2)}`],
      ['opened and never closed', () => grown(depth * 20, (i) => `Voss said: “We say that ${things(i)}. `)],
      ['closed and never opened', () => grown(depth * 20, (i) => `We say that ${things(i)},” said Voss. `)],
      ['alternating', () => '"a \'b '.repeat(depth / 2)],
      ['straight, one too many', () => `${'"We stay," said Voss. '.repeat(depth / 2)}"`],
      ['guillemets', () => '« a » b '.repeat(depth / 2)],
    ] as const)
      test(`${depth} quotation marks, ${name}`, async () => {
        await read(make());
      });
  for (const bait of [
    '(',
    '[',
    '![',
    '](',
    '[a](',
    '{',
    '<',
    '<a ',
    '<!-- ',
    '*',
    '**a ',
    '*a **b ',
    '_a_',
    '`a ',
    '~',
    '#',
    '> ',
    '- ',
    '| a ',
    '\\',
    '&amp;',
    'a.',
    'A.',
    'A. B. ',
    'Mr. ',
    'U.S. ',
    'http://',
    'a@b.',
    '....a',
    '…',
    '?!',
    '—',
    '-',
    "a'",
    "s' ",
    '1,',
    '1.',
    '$',
    '…”',
    'By A. ',
    'said ',
    'that ',
    'according to ',
    'of the ',
    'Voss, ',
    'Voss and ',
    "Voss's ",
    'the minister ',
    'a\n',
    '\n',
    ' ',
    '\t',
    '\u00a0',
  ])
    test(`${JSON.stringify(bait)} over and over`, async () => {
      await read(bait.repeat(Math.ceil(12_000 / bait.length)));
      // The same with a number between, so that it is no repeat.
      await read(grown(12_000, (i) => `${bait}${i} `));
    });
});

describe('long texts', () => {
  test('one word of a million letters', async () => {
    await read('a'.repeat(1_000_000));
    await read(`A${'bc'.repeat(500_000)}`);
  });
  test('two million letters in one line', async () => {
    // Most of it is told again, which costs little; the rest is read.
    const answer = await read(grown(2_000_000, (i) => `Voss said that ${things(i % 3000)}. `));
    assert.ok(answer.said.length > 1000);
  });
  test('one line 20,000 times', async () => {
    const answer = await read('The boats stay where they are, said Aldren Voss of Halvia.\n'.repeat(20_000));
    assert.ok(answer.repeats >= 1);
    assert.ok(answer.said.length <= 1, 'it is read once');
  });
  test('10,000 headings', async () => {
    await read(grown(240_000, (i) => `## Heading ${i} on talks\n\n`));
  });
  test('5,000 bylines', async () => {
    await read(grown(85_000, (i) => `By Anna Q${letters(i)}\n\n`));
    await read(grown(85_000, (i) => `By Anna Post${i}\n\n`));
  });
  test('thousands of people, states and bodies', async () => {
    await read(
      grown(
        200_000,
        (i) => `Minister Oren Q${letters(i)} of Q${letters(i + 9)}ia said that ${things(i)}. He denied it.\n\n`,
      ),
    );
    await read(
      grown(200_000, (i) => `The Q${letters(i)} Commission said that ${things(i)}. The commission denied it.\n\n`),
    );
  });
  test('one person under thousands of names', async () => {
    await read(grown(200_000, (i) => `Aldren X${letters(i)} Voss said that ${things(i)}. The minister denied it.\n\n`));
  });
  test('what nobody says, thousands of times', async () => {
    await read(grown(400_000, (i) => `It was said that ${things(i)}.\n\n`));
  });
  test('adverts, links and emphasis in one line', async () => {
    await read(
      grown(
        200_000,
        (i) =>
          `The **talks** on [boat ${i}](http://a.b/${i}) went on. FLOUR AT ${i} MARKS A SACK IN NERITH MARKET The envoy left. `,
      ),
    );
  });
  test('a passage of a hundred thousand letters twice, as a heading and as text', async () => {
    const passage = grown(100_000, (i) => `${letters(i)} `);
    await read(`The talks go on\n\n# ${passage}\n\n${passage}`);
    await read(`# ${passage}\n\n${passage}`);
  });
});

test('one body under thousands of letters', async () => {
  await read(
    grown(
      200_000,
      (i) => `The Teyl Front (${letters(i).toUpperCase()}) met the commission, which said that ${things(i)}.\n\n`,
    ),
  );
});
