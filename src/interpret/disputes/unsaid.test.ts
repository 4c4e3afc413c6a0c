/** Accounts that contradict each other without a verb of denial, from whole sentences. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEvents } from '../events/events.ts';
import { sceneFrom, testResources } from '../testing.ts';
import { readDisputes } from './disputes.ts';

const WHO =
  "Halvia's foreign minister Aldren Voss and Maravet's president Oumara Tesk are at odds over the Keld Strait. ";

/** One line for each dispute: kind, and the words of each side with who gives them. */
function lines(text: string): string[] {
  const { interpret } = testResources();
  const scene = sceneFrom(WHO + text, '2031-02-20');
  return readDisputes(scene, readEvents(scene, interpret.events), [], [], interpret.disputes).map(
    (d) =>
      `${d.kind}: ${d.sides
        .map((s) => `${s.party ?? s.who}: ${s.content.map((c) => (WHO + text).slice(c.start, c.end)).join(' / ')}`)
        .join(' | ')}`,
  );
}

test('a side that says "not" of what others tell denies it', () => {
  const cases: [string, RegExp][] = [
    [
      'Voss said that a Maravetian attack on Nerith could come at any time. Tesk said that Maravet will not attack anyone.',
      /^denial: Halvia: .*attack on Nerith.* \| Maravet: .*not attack anyone$/,
    ],
    [
      'Halvia blamed Maravet for the dead. "Our navy did not fire on anyone," Tesk said.',
      /^denial: Halvia: Maravet for the dead \| Maravet: Our navy did not fire on anyone$/,
    ],
    [
      'Maravet said on Tuesday that it had withdrawn its battery from Ombra Point. Voss said that there was still no evidence.',
      /^denial: Maravet: .*battery.* \| Halvia: there was still no evidence$/,
    ],
    [
      'Maravet denies arming the Front, while the Halvian navy says that Maravetian guns have reached it.',
      /^denial: Halvia: Maravetian guns have reached it \| Maravet: Maravet denies arming the Front$/,
    ],
    [
      'Voss said that in Maravet there were accusations that his navy plans to shell Nerith. He said that there is no evidence of these claims.',
      /^denial: null: his navy plans to shell Nerith \| Halvia: there is no evidence of these claims$/,
    ],
    [
      'The Halvians told us that they had captured the pier. It is not true. Our men still hold it.',
      /^denial: .*captured the pier \| null: It is not true$/,
    ],
  ];
  for (const [text, expected] of cases) {
    const found = lines(text);
    assert.equal(found.length, 1, `${text}\n${found.join('\n')}`);
    assert.match(found[0]!, expected);
  }
});

test('a "not" that nobody told otherwise denies nothing', () => {
  for (const text of [
    'Tesk said that Maravet will not attack anyone.',
    // What is not given is no deed.
    'Voss said that Maravet wants a truce. Tesk said that Maravet would not sign it.',
    'Halvia said that Maravet is planning a feast. Tesk said that Maravet will not attack anyone.',
    'Maravet denies the existence of the Teyl Front.',
    'Voss said that the pier was lost. Maravetian guns denied Foreign Minister Aldren Voss one of his aims.',
    'Halvia says that the truce holds. "If Maravet thinks that shelling will frighten us, it is wrong," Voss said.',
  ])
    assert.deepEqual(lines(text), [], text);
});

test('two sides that name others for one deed contradict each other', () => {
  const found = lines(
    'Halvia blamed the rebels for the attack. Maravet said that Halvian gunners were behind the attack.',
  );
  assert.equal(found.length, 1);
  assert.match(found[0]!, /^counterclaim: Halvia: .*rebels.* \| Maravet: Halvian gunners/);
  for (const text of [
    // Of no deed that is one and the same.
    'Halvia blamed the rebels for attacks. Maravet said that Halvian gunners were behind other attacks.',
    'Halvia blamed Maravet for the attack. Cantara said that Maravet was behind the attack.',
    // Who condemns it says nothing of who did it.
    'Halvia condemned the attack by the rebels. Maravet denounced the attack on Nerith.',
    // A toll of years is none of one attack.
    'Voss said that four people were killed in a strike on Nerith. Tesk said the toll of the war could be as high as 400,000.',
  ])
    assert.deepEqual(lines(text), [], text);
});
