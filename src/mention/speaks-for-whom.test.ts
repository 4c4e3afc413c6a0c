import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read } from './testing.ts';

const WORLD = `The government of Maravet and the Halvian navy were at war. Halvia's foreign minister, Aldren Voss, said so.`;

describe('who speaks for a state, and who only belongs to its people', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    // A body that has a people's name in its own is not their state, with its apostrophe or without.
    [`A member of the Maravetian Coalition's legal committee said no.`, 'A member', 'Maravetian Coalition'],
    ['The Maravetian Coalitions legal committee said no.', 'The Maravetian Coalitions legal', 'Maravetian Coalition'],
    ['A member of the Syrian Coalitions legal committee said no.', 'A member', 'Syrian National Coalition'],
    ['The Halvian armed forces said no.', 'The Halvian armed forces', 'Halvia'],
    // A firm's people, and some of a people, speak for themselves.
    ['The chairman of the Maravetian firm Salt Lines, Ode Bran, said no.', 'The chairman', null],
    ['The chairman of the Maravetian parliament said no.', 'The chairman', 'Maravet'],
    ['One Maravetian living near Nerith said no.', 'One Maravetian living near Nerith', null],
    ['Many Halvians said no.', 'Many Halvians', null],
    ['A Maravetian source said no.', 'A Maravetian source', 'Maravet'],
    ['One Maravetian official said no.', 'One Maravetian official', 'Maravet'],
    ['The Maravetian Farmers Party said no.', 'The Maravetian Farmers Party', null],
    [`The chief executive of Halvia's Salt Lines, Ode Bran, said no.`, 'The chief executive', null],
    ['He and Oumara Tesk, who is the president of Maravet, said no.', 'He and', 'Halvia and Maravet'],
    // A trade's union or federation is none of the state, with a people's name in it or not.
    [`The Halvian Doctors' Union said no.`, `The Halvian Doctors' Union`, null],
    ['The Federation of Maravetian Scientists said no.', 'The Federation', null],
    ['The Coastal Broadcasting Union said no.', 'The Coastal Broadcasting Union', null],
    // Every state may have a security council; without a word for which, it is the United Nations'.
    ['The chairman of the Halvian Security Council said no.', 'The chairman', 'Halvia'],
    ['The Security Council said no.', 'The Security Council', 'United Nations'],
    // Some members of an alliance are not the alliance.
    ['Some NATO countries said no.', 'Some NATO countries', null],
    ['NATO countries said no.', 'NATO countries', 'NATO'],
    // Texts that have lost the commas of a list.
    ['Norway Sweden and Maravet said no.', 'Norway', 'Norway, Sweden and Maravet'],
    // Whose army it is: that of the state whose forces were just named, not of the one whose province it is.
    [`Halvian forces shelled Maravet's northern coast, the army said no.`, 'the army', 'Halvia'],
    ['Halvia closed its ports to Maravetian ships, in what the navy said no.', 'the navy', 'Halvia'],
    // Sides larger than a state have no government.
    ['Western powers said that Halvian forces had fired. The army said no.', 'The army', 'Halvia'],
    // A body's name, and then a person's, their comma lost.
    ['Member of the Teyl Front political committee Mira Solt said no.', 'Member', 'Teyl Front'],
    // What nobody has adopted speaks for nobody.
    ['A draft Security Council resolution said no.', 'A draft', null],
    // A side without a name has one name, however it is put.
    ['Rebel fighters said no.', 'Rebel fighters', 'rebels'],
    ['The rebel groups said no.', 'The rebel groups', 'rebels'],
    ['Opposition forces said no.', 'Opposition forces', 'opposition'],
    ['An opposition politician said no.', 'An opposition politician', null],
    // A coast says nothing.
    [`Halvia's coast said no.`, `Halvia's coast`, null],
    [`Halvia's marines said no.`, `Halvia's marines`, 'Halvia'],
  ];
  for (const [sentence, words, party] of cases)
    it(`${sentence} ${party ?? 'nobody'}`, () => {
      const report = read(`${WORLD}\n${sentence}`);
      const source = sentence.slice(sentence.indexOf(words), sentence.lastIndexOf(' said')).replace(/,$/u, '');
      assert.equal(report.who(source).party, party);
    });
});

describe('whom a pronoun or "both sides" means', () => {
  const TESK = `The president of Maravet, Oumara Tesk, spoke on Monday. She said the navy would stay.`;

  it('is whom the paragraph is about, and not who spoke in the one before', () => {
    const report = read(
      `${TESK}\nHalvia's prime minister, Maud Ferrin, summoned her cabinet. The navy waits, she said.`,
    );
    assert.equal(report.who('she said').name, 'Maud Ferrin');
    assert.equal(report.who('She').name, 'Oumara Tesk');
  });

  it('is nobody spoken of before, where it is told of whom and that cannot be read', () => {
    const report = read(`${TESK} Her leader would not come. The leader of the "Open Water" initiative said no.`);
    assert.equal(report.who('The leader').name, 'leader');
  });

  it('is who spoke before, where the paragraph is about nobody else', () => {
    const report = read(`${TESK}\nThe navy of Halvia had no answer. The truce must hold, she said.`);
    assert.equal(report.who('she said').name, 'Oumara Tesk');
  });

  const FAR = 'Rain fell. '.repeat(8);
  const PAIR = 'Norway and Sweden signed a treaty. The government of Maravet was at war.';
  it('both sides are the two named together shortly before, and not those of long ago', () => {
    assert.equal(read(`${PAIR} Both sides said no.`).who('Both sides').party, 'Norway and Sweden');
    assert.notEqual(read(`${PAIR} ${FAR} Both sides said no.`).who('Both sides').party, 'Norway and Sweden');
  });
});
