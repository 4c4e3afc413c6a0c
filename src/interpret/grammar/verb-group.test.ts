import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sceneFrom, testResources, textOf, wordAt } from '../testing.ts';
import { verbGroupAt } from './verb-group.ts';

/** Sentence, verb, then its group: words, tense, marks, frame. */
type Case = readonly [string, string, string];

function written(text: string, verb: string): string {
  const scene = sceneFrom(text);
  const g = verbGroupAt(scene, wordAt(scene, verb), testResources().interpret.grammar);
  const marks = (['perfect', 'progressive', 'passive', 'negated', 'conditional'] as const).filter((m) => g[m]);
  return [textOf(scene, g), g.finite ? g.tense : 'none', ...marks, g.frame].join(' | ');
}

const table = (name: string, cases: readonly Case[]): void => {
  test(name, () => {
    for (const [text, verb, expected] of cases) assert.equal(written(text, verb), expected, text);
  });
};

table('tense, voice and aspect', [
  ['Front fighters shelled the port.', 'shelled', 'shelled | past | fact'],
  ['The Front controls Nerith.', 'controls', 'controls | present | fact'],
  ['Halvia has signed the accord.', 'signed', 'has signed | present | perfect | fact'],
  ['Nine people were killed in Nerith.', 'killed', 'were killed | past | passive | fact'],
  ['Talks are being held in Lorn.', 'held', 'are being held | present | progressive | passive | fact'],
  ['Voss had already met Tesk.', 'met', 'had already met | past | perfect | fact'],
  ['Halvian ships are approaching Ombra Point.', 'approaching', 'are approaching | present | progressive | fact'],
  ['The port hit on Monday was rebuilt.', 'rebuilt', 'was rebuilt | past | passive | fact'],
]);

table('the future, in all its forms', [
  ['Voss will meet Tesk in Lorn.', 'meet', 'will meet | future | fact'],
  ['Voss is to meet Tesk in Lorn.', 'meet', 'is to meet | future | fact'],
  ['Voss is going to meet Tesk in Lorn.', 'meet', 'is going to meet | future | fact'],
  ['The two sides are set to meet in Lorn.', 'meet', 'are set to meet | future | plan'],
  ['All prisoners are to be exchanged on May 8.', 'exchanged', 'are to be exchanged | future | passive | fact'],
  ['Voss was due to meet Tesk in Lorn.', 'meet', 'was due to meet | past | plan'],
  ['Voss will meet Tesk and sign the accord.', 'sign', 'sign | future | fact'],
]);

table('denial', [
  ['Halvia has not signed the accord.', 'signed', 'has not signed | present | perfect | negated | fact'],
  ['Halvia never signed the accord.', 'signed', 'never signed | past | negated | fact'],
  ['The Front no longer controls Nerith.', 'controls', 'no longer controls | present | negated | fact'],
  ["Maravet won't attend the talks.", 'attend', "won't attend | future | negated | fact"],
  ['Voss left Lorn without signing the accord.', 'signing', 'signing | none | negated | fact'],
  ['Halvia did not agree to sign the accord.', 'sign', 'to sign | none | negated | plan'],
  ['Halvia agreed not to shell the port.', 'shell', 'not to shell | none | negated | plan'],
  // The denial of another verb is not this one's.
  ['Voss did not travel but signed the accord in Drenholm.', 'signed', 'signed | past | fact'],
  ['Halvia, which has no navy there, shelled the port.', 'shelled', 'shelled | past | fact'],
]);

table('how it stands to fact', [
  ['Halvia could shell the port.', 'shell', 'could shell | present | possible'],
  ['Halvia must leave Nerith.', 'leave', 'must leave | present | obligation'],
  ['Halvia would reject the plan.', 'reject', 'would reject | present | would'],
  ['Halvia has to leave Nerith.', 'leave', 'has to leave | present | obligation'],
  ['Front fighters tried to seize the port.', 'seize', 'to seize | none | attempt'],
  ['Maravet refused to sign the accord.', 'sign', 'to sign | none | refusal'],
  ['Maravet failed to sign the accord.', 'sign', 'to sign | none | refusal'],
  ['The Front wants to hold talks.', 'hold', 'to hold | none | wish'],
  ['Halvia plans to withdraw from Nerith.', 'withdraw', 'to withdraw | none | plan'],
  ['Halvia is ready to withdraw from Nerith.', 'withdraw', 'to withdraw | none | plan'],
  ['Cantara urged Halvia to withdraw from Nerith.', 'withdraw', 'to withdraw | none | wish'],
  ['Voss flew to Lorn to sign the accord.', 'sign', 'to sign | none | purpose'],
  ['Front fighters continued to shell the port.', 'shell', 'to shell | none | fact'],
]);

table('conditions', [
  ['If Halvia accepts, the Front will withdraw.', 'accepts', 'accepts | present | conditional | fact'],
  ['If Halvia accepts, the Front will withdraw.', 'withdraw', 'will withdraw | future | fact'],
  ['The Front will withdraw unless Halvia attacks.', 'attacks', 'attacks | present | conditional | fact'],
  ['Should Halvia accept the plan, talks will begin.', 'accept', 'accept | present | conditional | fact'],
  ['Should Halvia accept the plan, talks will begin.', 'begin', 'will begin | future | fact'],
  ['Voss asked whether the Front had accepted.', 'accepted', 'had accepted | past | perfect | conditional | fact'],
]);
