/** Events of whole sentences, from text to record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Event } from '../../record.ts';
import { sceneFrom, testResources } from '../testing.ts';
import { readEvents } from './events.ts';

/** Who is who, so that the sides are known; tells no event. */
const SIDES =
  ' Aldren Voss, the Halvian foreign minister, and Ketta Amon, the Maravetian deputy foreign minister, were in Lorn. The governments of Halvia and Maravet had no comment.';
const read = (text: string): readonly Event[] =>
  readEvents(sceneFrom(text + SIDES, '2031-05-14'), testResources().interpret.events);
const show = ({ type, mode, actor, place, when, status, figures }: Event): string =>
  [
    mode ? `${type}/${mode}` : type,
    actor ?? '-',
    place?.name ?? '-',
    when?.start ?? '-',
    status,
    ...figures.map((f) => `${f.what} ${f.low}..${f.high}${f.by ? ` by ${f.by}` : ''}`),
  ].join(', ');

const CASES: readonly (readonly [text: string, ...events: string[]])[] = [
  [
    'Halvian forces shelled the port of Nerith on Monday, killing at least nine people.',
    'ASSAULT/shelling, Halvia, Nerith, 2031-05-12, happened, killed 9..null',
  ],
  [
    'Two fishermen were killed and 30 people wounded in a drone strike on Nerith on Tuesday, the Maravetian defence ministry said.',
    'ASSAULT/drone, -, Nerith, 2031-05-13, happened, killed 2..2 by Maravet, wounded 30..30 by Maravet',
  ],
  [
    'Maravet accused Halvia of bombing the village of Teyl Major on Sunday.',
    'ASSAULT/bombing, Halvia, Teyl Major, 2031-05-11, happened',
  ],
  ['Halvian troops captured the town of Nerith on Monday.', 'ASSAULT/ground, Halvia, Nerith, 2031-05-12, happened'],
  [
    'On Monday, Halvian soldiers reportedly captured Nerith, the largest town in the north.',
    'ASSAULT/ground, Halvia, Nerith, 2031-05-12, happened',
  ],
  [
    'The war between Halvia and the Front, which holds Nerith, has killed at least 3,000 people.',
    'ASSAULT/other, -, -, -, background, killed 3000..null',
  ],
  [
    'Halvian marines boarded a Maravetian freighter in the narrows on Tuesday and took off four of her crew.',
    'COERCE, Halvia, -, 2031-05-13, happened, captured 4..4',
  ],
  ['Dozens of Halvian soldiers attacked Nerith.', 'ASSAULT/other, Halvia, Nerith, -, happened, other null..null'],
  ['Voss has deployed his troops around Nerith.', 'MOBILIZE, Halvia, Nerith, -, happened'],
  ['Halvia has massed 4,000 soldiers near Nerith.', 'MOBILIZE, Halvia, Nerith, -, happened, other 4000..4000'],
  ['The truce took effect on May 10.', 'RETREAT, -, -, 2031-05-10, happened'],
  [
    'Maravetian police arrested four crew members of the Sula Dawn in Port Asker on Friday.',
    'COERCE, Maravet, Port Asker, 2031-05-09, happened, captured 4..4',
  ],
  ['Halvia annexed Ombra Point in 2014.', 'COERCE, Halvia, -, 2014, background'],
  [
    // Two accounts of one strike are one event with the figures of both.
    'Halvian jets struck a market in Nerith on Monday. At least 12 people died in the attack, a doctor said. Maravet said 20 people were killed in the strike.',
    'ASSAULT/airstrike, Halvia, Nerith, 2031-05-12, happened, killed 12..null by doctor, killed 20..20 by Maravet',
  ],
  [
    // A count told without a deed is of the deed told before.
    'Six sailors were killed in a drone strike on Nerith on Monday. Maravet put the number at 14.',
    'ASSAULT/drone, -, Nerith, 2031-05-12, happened, killed 6..6, killed 14..14 by Maravet',
  ],
  [
    // Numbers of those held are told by the verb.
    'Halvia freed four men on Monday, the crew of the Anselm Tor.',
    'RETREAT, Halvia, -, 2031-05-12, happened, captured 4..4',
  ],
  [
    'Halvian patrol boats stopped nine ships off Nerith on Monday.',
    'COERCE, Halvia, Nerith, 2031-05-12, happened, other 9..9',
  ],
  ['Halvian marines boarded a Maravetian freighter before dawn on Tuesday.', 'COERCE, Halvia, -, 2031-05-13, happened'],
  [
    'A suicide bomber struck a wedding in Nerith on Monday, killing 32 people.',
    'ASSAULT/bombing, -, Nerith, 2031-05-12, happened, killed 32..32',
  ],
  ['Anti-government protests broke out in Drenholm on Monday.', 'PROTEST, -, Drenholm, 2031-05-12, happened'],
  [
    // Whoever leads or backs others does not do what they do.
    'The Halvian-led coalition bombed Nerith on Monday.',
    'ASSAULT/bombing, Halvian-led coalition, Nerith, 2031-05-12, happened',
  ],
  ['Halvian troops opened fire on a crowd in Nerith on Monday.', 'ASSAULT/other, Halvia, Nerith, 2031-05-12, happened'],
  [
    // A year before a bound is no number of people.
    'Since the war began in 2011 at least 280,000 people have been killed in Halvia.',
    'ASSAULT/other, -, -, 2011, background, killed 280000..null',
  ],
  [
    // Two deeds at different places are two.
    'Halvian jets struck Nerith on Monday. On Tuesday, the Front shelled the port of Drenholm.',
    'ASSAULT/airstrike, Halvia, Nerith, 2031-05-12, happened',
    'ASSAULT/shelling, -, Drenholm, 2031-05-13, happened',
  ],
  [
    // What goes on since February is not what was done on one day elsewhere.
    'Nerith has been under intense bombardment since February, which has killed more than 132 civilians, Maravet said. One of its buildings in Ombra Point was hit by an air strike on Tuesday.',
    'ASSAULT/shelling, -, -, 2031-02, background, killed 132..null by Maravet',
    'ASSAULT/airstrike, -, -, 2031-05-13, happened',
  ],
  ['The agreement brokered by Halvia and Cantara came into effect on May 10.', 'RETREAT, -, -, 2031-05-10, happened'],
  [
    'The truce between Halvia and Maravet took effect on May 10.',
    'RETREAT, Halvia and Maravet, -, 2031-05-10, happened',
  ],
  [
    'Halvian patrol boats have stopped and searched ships leaving the port of Nerith since April 14.',
    'COERCE, Halvia, Nerith, 2031-04-14, ongoing',
  ],
  [
    // The second of two sides is not the subject.
    'Heavy clashes between Halvia and Maravet broke out in Nerith on Monday, killing 12 people.',
    'ASSAULT/ground, Halvia and Maravet, Nerith, 2031-05-12, happened, killed 12..12',
  ],
  [
    'Six people were killed in rebel shelling of Nerith on Monday.',
    'ASSAULT/shelling, rebels, Nerith, 2031-05-12, happened, killed 6..6',
  ],
  ['Halvian missiles were fired at Nerith on Monday.', 'ASSAULT/missile, Halvia, Nerith, 2031-05-12, happened'],
  [
    // The parts, and not the total that the report opens with.
    'Strikes killed 42 people in Halvia on Monday.\n\nThe day was hot.\n\nA strike on Nerith killed 23 people. Shelling of Lorn killed 19 civilians.',
    'ASSAULT/other, -, Nerith, 2031-05-12, happened, killed 23..23',
    'ASSAULT/shelling, -, Lorn, 2031-05-12, happened, killed 19..19',
  ],
  [
    // "The city" is the one named before.
    'Voss spoke of Lorn on Monday.\n\nHe was tired.\n\nHalvian guns shelled the port of Nerith on Monday. Nine people died. Maravetian jets also struck the city on Tuesday.',
    'ASSAULT/shelling, Halvia, Nerith, 2031-05-12, happened, killed 9..9',
    'ASSAULT/airstrike, Maravet, Nerith, 2031-05-13, happened',
  ],
  [
    // An apostrophe lost: a day, and nobody's raid.
    'Mondays raid on Nerith killed nine people.',
    'ASSAULT/other, -, Nerith, 2031-05-12, happened, killed 9..9',
  ],
  [
    // A war is nobody's deed by the land it is named after, and gives no count.
    'The Teyl Major war claimed the lives of 6,500 people.',
    'ASSAULT/other, -, -, -, background, killed 6500..6500',
  ],
  [
    // What stands behind a preposition does nothing.
    'Halvian forces in Maravet shelled Nerith on Monday.',
    'ASSAULT/shelling, Halvia, Nerith, 2031-05-12, happened',
  ],
  [
    // A number that is part of a name counts nobody.
    'Halvian jets attacked Three Harbours Alliance troops near Nerith on Monday.',
    'ASSAULT/airstrike, Halvia, Nerith, 2031-05-12, happened',
  ],
  [
    // The side last named is not the one that spoke.
    'Cantara called out Halvia on Monday for its raid on Nerith.',
    'ASSAULT/other, Halvia, Nerith, 2031-05-12, happened',
  ],
  // Nobody besieges a man in ruins.
  ['In Nerith a man stood on a pier surrounded by debris on Monday.'],
  [
    'Militants seized a string of villages near Nerith on Monday.',
    'ASSAULT/ground, militants, Nerith, 2031-05-12, happened',
  ],
  [
    // Those who die in fighting are not said to do it; nor are troops of a day.
    'Voss said 28 rebels had been killed in Nerith in fighting on Monday.',
    'ASSAULT/ground, -, Nerith, 2031-05-12, happened, killed 28..28 by Halvia',
  ],
  [
    // Where a report was sent from does nothing.
    'DRENHOLM A drone strike on Nerith killed nine people on Monday.',
    'ASSAULT/drone, -, Nerith, 2031-05-12, happened, killed 9..9',
  ],
  [
    // A band of a country is not its side.
    "Halvia's second largest rebel group shelled Nerith on Monday.",
    'ASSAULT/shelling, -, Nerith, 2031-05-12, happened',
  ],
  [
    // When somebody said so is not when it was.
    'Twenty people were killed in air raids on Nerith the aid group said Tuesday.',
    'ASSAULT/airstrike, -, Nerith, -, happened, killed 20..20 by aid group',
  ],
  [
    // "A similar attack" is another one.
    'Nine people were killed by a car bomb in Nerith on Monday. A similar attack in Nerith killed four people.',
    'ASSAULT/bombing, -, Nerith, 2031-05-12, happened, killed 9..9',
    'ASSAULT/other, -, Nerith, -, happened, killed 4..4',
  ],
  ['Halvian peacekeeping troops deployed in Nerith were alerted.', 'MOBILIZE, Halvia, Nerith, -, happened'],
  [
    // Whoever tells of the harm did not do it; what is told "separately" is another event.
    'A car bomb in Nerith killed nine people on Monday. Separately, four people were killed by shelling in Nerith.',
    'ASSAULT/bombing, -, Nerith, 2031-05-12, happened, killed 9..9',
    'ASSAULT/shelling, -, Nerith, -, happened, killed 4..4',
  ],
  ['Otray was on the Halvian sanction list in 2029.', 'SANCTION, Halvia, -, 2029, background'],
];

for (const [text, ...events] of CASES) {
  test(`events: ${text}`, () => {
    assert.deepEqual(read(text).map(show), events);
  });
}

const NOTHING: readonly string[] = [
  'Halvia will strike the port of Nerith if Maravet does not withdraw, Voss warned.',
  'Maravet demanded that Halvia withdraw its troops from Nerith.',
  'The Front denied that it planned an attack.',
  'Voss said Halvia did not attack the ship.',
  'Halvia could attack Nerith, analysts fear.',
  'There is a risk of an invasion, the envoy said.',
  'The parties met in Lorn on Monday and agreed to meet again.',
  'Unions began a strike at the port of Drenholm over wages.',
  'Cantara offered to send food to Nerith.',
  'The Cold War ended in 1991.',
  'Tesk called for an immediate halt to the shelling.',
  'Halvia holds the northern shore of the strait.',
  'A Halvian attack could occur at any time, the envoy said.',
  'The talks will open once Maravet has withdrawn its guns from Ombra Point.',
  'Halvia offered to stop boarding ships in the strait.',
  'The UK-supplied missiles stood on the pier.',
  'The leaders held closed-door talks on Friday.',
  'The five occupied districts are poor.',
  'Peace talks were held in Lorn on Monday.',
  'Ceasefire talks went on in Lorn.',
  'Halvia agreed to negotiate a ceasefire on May 10.',
  'Guards hired by the port took effect.',
  'Halvia launched a series of diplomatic offensives.',
  'Villagers were taking food from trucks in Nerith.',
  'The combat power of Halvia grew.',
  'Downing Street had no comment.',
  'Halvia threatened to strike the port of Nerith.',
  'Maravetian troops have been unable to capture the town of Nerith.',
  'The march was meant to be a protest.',
  'From Monday every ship pays a toll of four marks a ton.',
  'The ministers spoke of the exchange of the wounded.',
  'Nobody was hurt in Nerith.',
  'The army was part of a campaign to complete the encirclement of Nerith.',
  'The insurers withdrew cover from the ships.',
  'In January 61 vessels left the port.',
  'The shelter stands in the surrounding villages.',
  'Hundreds of civilians were gathered near the army base in Nerith.',
];

for (const text of NOTHING) {
  test(`no event: ${text}`, () => {
    assert.deepEqual(read(text).map(show), []);
  });
}

test('days of no known year keep apart what was done on each', () => {
  const events = readEvents(
    sceneFrom(`Halvian forces shelled Nerith on 14 May. On 16 May they shelled Nerith, killing two men.${SIDES}`, null),
    testResources().interpret.events,
  );
  assert.deepEqual(
    events.map((e) => e.when?.pattern),
    ['XXXX-05-14', 'XXXX-05-16'],
  );
});

test('a report that hedges keeps its hedge', () => {
  const text = 'Halvia reportedly fired missiles at the port of Nerith on Monday.';
  const [event] = read(text);
  const hedge = event?.hedge;
  assert.equal(hedge && text.slice(hedge.start, hedge.end), 'reportedly');
});

test('evidence lies in the text, the record says what made it, and reading again gives the same', () => {
  const text = CASES.map(([t]) => t).join(' ');
  const events = read(text);
  assert.ok(events.length > 5);
  for (const event of events) {
    assert.ok(event.evidence.length > 0);
    for (const { start, end } of event.evidence) assert.ok(start < end && end <= text.length);
    assert.equal(event.made[0]?.rule, 'interpret/event');
  }
  assert.equal(new Set(events.map((e) => e.id)).size, events.length);
  assert.deepEqual(read(text), events);
});
