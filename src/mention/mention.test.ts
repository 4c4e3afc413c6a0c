import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { read } from './testing.ts';

const REPORT = `Maravet will not withdraw from Ombra Point, President Oumara Tesk said on Monday, hours before talks were to open in Lorn.
"We did not start this," Ms Tesk told reporters. Tesk added that her government was open to a truce. The Maravet leader ruled out any deal that left Nerith under Halvian control.
Aldren Voss, Halvia's foreign minister, dismissed the claim. He said Maravetian patrol boats had fired first. "They know what they did," Voss said.
The Littoral Commission said it would look into it. The commission had received no request.
The rebel Teyl Front denied that its fighters were involved. A spokesman for the Front said: "We hold Teyl Major and nothing else." The group has fought Halvia since 2029.
Envoy Ilse Dovrane of Cantara urged both sides to come. She said the invitation stood. A senior Maravetian official said there was time. The official declined to be named.
Residents of Nerith said shelling went on. Edda Roan, an analyst at the Institute for Strait Studies, said both sides feared a long war.
The Halvian defence ministry said 12 sailors were hurt. The ministry gave no names.`;

describe('an invented conflict, of which no lexicon knows anything', () => {
  const report = read(REPORT);
  const cases: readonly (readonly [string, number, string, string | null])[] = [
    ['President Oumara Tesk', 1, 'Oumara Tesk', 'Maravet'],
    ['Ms Tesk', 1, 'Oumara Tesk', 'Maravet'],
    ['Tesk added', 1, 'Oumara Tesk', 'Maravet'],
    ['The Maravet leader', 1, 'Oumara Tesk', 'Maravet'],
    ["Aldren Voss, Halvia's foreign minister", 1, 'Aldren Voss', 'Halvia'],
    // "Halvia's demands": the mark of an owner is no part of a name.
    ["Halvia's", 1, 'Halvia', 'Halvia'],
    ['He', 1, 'Aldren Voss', 'Halvia'],
    ['Voss', 2, 'Aldren Voss', 'Halvia'],
    ['The Littoral Commission', 1, 'Littoral Commission', 'Littoral Commission'],
    ['The commission', 1, 'Littoral Commission', 'Littoral Commission'],
    ['The rebel Teyl Front', 1, 'Teyl Front', 'Teyl Front'],
    ['A spokesman for the Front', 1, 'spokesman for the Front', 'Teyl Front'],
    ['The group', 1, 'Teyl Front', 'Teyl Front'],
    ['She', 1, 'Ilse Dovrane', 'Cantara'],
    ['A senior Maravetian official', 1, 'senior Maravetian official', 'Maravet'],
    ['The official', 1, 'senior Maravetian official', 'Maravet'],
    ['Residents of Nerith', 1, 'Residents of Nerith', null],
    ['Edda Roan, an analyst at the Institute for Strait Studies', 1, 'Edda Roan', null],
    ['The Halvian defence ministry', 1, 'Halvian defence ministry', 'Halvia'],
    ['The ministry', 1, 'Halvian defence ministry', 'Halvia'],
  ];
  for (const [words, nth, name, party] of cases)
    it(`${words} (${nth}) is ${name}, of ${party ?? 'no party'}`, () => {
      const source = report.who(words, nth);
      assert.deepEqual([source.name, source.party], [name, party]);
    });

  it('has one referent for one person, and says why they are on a side', () => {
    const people = report.mentioned.referents.filter((r) => r.kind === 'person').map((r) => r.name);
    assert.equal(people.filter((name) => name.includes('Tesk')).length, 1);
    assert.equal(people.filter((name) => name.includes('Voss')).length, 1);
    assert.equal(report.referent('Aldren Voss')?.role, "Halvia's foreign minister");
    assert.match(report.referent('Aldren Voss')?.partyMade?.rule ?? '', /^mention\//u);
  });
});

describe('whose side a source is on', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    // Offices, seats and capitals speak for their state.
    ['The Kremlin said so.', 'The Kremlin', 'Russia'],
    ['Ankara said it would wait.', 'Ankara', 'Turkey'],
    ['Kenyan foreign ministry spokeswoman Awa Lund said so.', 'Kenyan foreign ministry spokeswoman Awa Lund', 'Kenya'],
    ['The leader of Chile Mara Quist said so.', 'The leader of Chile Mara Quist', 'Chile'],
    [
      'The head of the Norwegian Ministry of Foreign Affairs Mara Quist spoke.',
      'The head of the Norwegian Ministry of Foreign Affairs Mara Quist',
      'Norway',
    ],
    [
      'Mara Quist, an adviser to the Chilean presidential administration, said so.',
      'Mara Quist, an adviser to the Chilean presidential administration',
      'Chile',
    ],
    ['A senior Peruvian official said so.', 'A senior Peruvian official', 'Peru'],
    ['The authorities in Lima said so.', 'The authorities in Lima', 'Peru'],
    // A group's name within a person's names no group.
    ['Karim Fatah al-Lund said so.', 'Karim Fatah al-Lund', null],
    ['Abdul Fatah al-Lund said so.', 'Abdul Fatah al-Lund', null],
    ['A spokesman for Fatah said so.', 'A spokesman for Fatah', 'Fatah'],
    [
      'The Portuguese ambassador to Japan Mara Quist said so.',
      'The Portuguese ambassador to Japan Mara Quist',
      'Portugal',
    ],
    ['Sources in the White House said so.', 'Sources in the White House', 'United States'],
    ['Chiles foreign ministry said so.', 'Chiles foreign ministry', 'Chile'],
    // Bodies, groups and news organisations.
    ['A UN envoy said so.', 'A UN envoy', 'United Nations'],
    ['A spokesman for the RSF said so.', 'A spokesman for the RSF', 'Rapid Support Forces'],
    ['The paramilitary RSF said so.', 'The paramilitary RSF', 'Rapid Support Forces'],
    ['The Rwanda-backed M23 said so.', 'The Rwanda-backed M23', 'M23'],
    ['The Xinhua news agency said so.', 'The Xinhua news agency', 'China'],
    ['The Reuters news agency said so.', 'The Reuters news agency', null],
    ['Western officials said so.', 'Western officials', 'West'],
    ['Peru and Chile said so.', 'Peru and Chile', 'Peru and Chile'],
    ['Peru, Chile and Norway said so.', 'Peru, Chile and Norway', 'Peru, Chile and Norway'],
    ['Many rebels in the north said so.', 'Many rebels in the north', 'rebels'],
    // What belongs to no side, whatever the nationality.
    ['Officials said so.', 'Officials', null],
    ['Chilean analyst Mara Quist said so.', 'Chilean analyst Mara Quist', null],
    ['Former Chilean president Mara Quist said so.', 'Former Chilean president Mara Quist', null],
    ['The ex-president of Chile said so.', 'The ex-president of Chile', null],
    ['Chilean opposition leader Mara Quist said so.', 'Chilean opposition leader Mara Quist', null],
    ['Chilean lawmaker Mara Quist said so.', 'Chilean lawmaker Mara Quist', null],
    ['A Britain-based monitor said so.', 'A Britain-based monitor', null],
    ['Sources close to the Chilean president said so.', 'Sources close to the Chilean president', null],
    ['The University of Chile said so.', 'The University of Chile', null],
    ['The Chilean Church said so.', 'The Chilean Church', null],
    ['Activists in Lima said so.', 'Activists in Lima', null],
    ['Local media said so.', 'Local media', null],
    ['Many said so.', 'Many', null],
  ];
  for (const [text, words, party] of cases)
    it(`${words}: ${party ?? 'no party'}`, () => assert.equal(read(text).who(words).party, party));

  it('keeps the names of two who speak with one voice', () =>
    assert.equal(read('Peru and Chile said so.').who('Peru and Chile').name, 'Peru and Chile'));
});

describe('one person, several spellings', () => {
  it('joins spellings that sound alike', () => {
    const report = read('Deputy minister Sergei Wierzbin spoke. Later Sergei Verzbin left. Wierzbin said little.');
    assert.equal(report.who('Wierzbin', 2).name, report.who('Sergei Verzbin').name);
  });
  it('keeps apart two people of one family', () => {
    const report = read(
      'Anna Quist, the Chilean minister, spoke. Boris Quist, the Peruvian minister, answered. Anna Quist left.',
    );
    assert.equal(report.who('Anna Quist', 2).party, 'Chile');
    assert.equal(report.who('Boris Quist').party, 'Peru');
  });
  it('tells he from she', () => {
    const report = read('Chilean minister Anna Quist met Peruvian minister Boris Lund. She said it went well.');
    assert.equal(report.who('She').name, 'Anna Quist');
  });
  it('leaves a pronoun open when nobody was named', () =>
    assert.equal(read('He said nothing of it.').who('He').name, null));
});

describe('what is no name', () => {
  for (const [text, wrong] of [
    ['Us and them, he said.', 'United States'],
    ['IT IS NOT OVER FOR THE ARMY', 'Islamic State'],
    ['The world may turn in March.', 'March'],
    ['However, Monday was calm.', 'Monday'],
  ] as const)
    it(`${text} has no ${wrong}`, () => assert.equal(read(text).referent(wrong), undefined));
});

describe('dates and amounts', () => {
  const found = (text: string): string[] => {
    const report = read(text);
    return report.mentioned.mentions
      .filter((m) => m.kind === 'date' || m.kind === 'quantity')
      .map((m) => `${m.kind}: ${text.slice(m.span.start, m.span.end)}`);
  };
  it('finds them', () =>
    assert.deepEqual(
      found(
        'On 3 March 2031 at least 12 sailors and hundreds of residents left; since 2029 more had gone, two weeks ago.',
      ),
      ['date: 3 March 2031', 'quantity: at least 12', 'quantity: hundreds', 'date: 2029', 'date: two weeks ago'],
    ));
  it('takes no verb for a month', () => assert.deepEqual(found('They may march to the port.'), []));
});

describe('properties', () => {
  it('every span is an exact stretch of words of the text', () => {
    for (const text of [REPORT, 'Chiles minister\tAnna  Quist – said.']) {
      const report = read(text);
      for (const m of report.mentioned.mentions) {
        assert.ok(m.span.start < m.span.end && m.span.end <= text.length);
        assert.equal(text.slice(m.span.start, m.span.end).trim(), text.slice(m.span.start, m.span.end));
      }
      const ids = new Set(report.mentioned.referents.map((r) => r.id));
      assert.equal(ids.size, report.mentioned.referents.length);
      for (const m of report.mentioned.mentions) assert.ok(m.referent === null || ids.has(m.referent));
    }
  });
  it('any text and any span give an answer, and the same one twice', () => {
    const part = fc.constantFrom(
      'The',
      'president',
      'of',
      'Chile',
      "'s",
      '-',
      'Quist',
      'said',
      '"',
      '(',
      ')',
      ',',
      '.',
      'al',
      'RSF',
      'he',
      'and',
      'former',
      'U.S.',
      '\n',
      '🕊',
      'ß',
      '’',
      '3',
      'ministry',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.nat(200), fc.nat(40), (parts, start, length) => {
        const text = parts.join(' ');
        const from = Math.min(start, text.length);
        const words = text.slice(from, Math.min(text.length, from + length));
        const [one, two] = [read(text), read(text)];
        assert.deepEqual(one.mentioned, two.mentioned);
        if (words !== '') assert.deepEqual(one.who(words), two.who(words));
      }),
      { numRuns: 150 },
    );
  });
});
