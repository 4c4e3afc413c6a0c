import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSegmentLexicon } from '../data/segment.ts';
import { makeSegmentTools, segment } from './segment.ts';
import { documentOf, linesOf } from './testing.ts';

const tools = makeSegmentTools(loadSegmentLexicon());

/** The text with `¦` before every sentence but the first of a block. */
function cut(text: string): string {
  const { sentences } = segment(documentOf(text), linesOf(text), tools);
  let marked = '';
  let at = 0;
  sentences.forEach((sentence, i) => {
    if (sentences[i - 1]?.block !== sentence.block) return;
    marked += text.slice(at, sentence.span.start) + '¦';
    at = sentence.span.start;
  });
  return marked + text.slice(at);
}

/** `¦` stands where a new sentence begins; the text read is the same without it. */
const HARD = [
  // Titles, ranks, initials
  'Mr. Voss met Mrs. Amon in Lorn. ¦Dr. Tesk stayed away.',
  'Gen. Oumara Tesk and Lt. Col. Ketta Amon left Nerith. ¦Sgt. Dale followed.',
  'The author is J. K. Rowan of Drenholm. ¦He wrote of Ombra Point.',
  'Aldren J. Voss spoke first. ¦I. Dovrane answered.',
  'J.K. Rowan and O.T. Amon signed. ¦Nobody else did.',
  'Sen. Halm and Rep. Orre opposed the truce. ¦Gov. Lunt backed it.',
  'Prof. Dale, Ph.D., advised the Littoral Commission. ¦She lives in St. Alder.',
  'Brig. Gen. Halm commands Maj. Orre. ¦Both are on Teyl Major.',
  'GEN. TESK TO MEET LT. COL. AMON IN LORN',
  'Foreign Minister Voss, Jr., declined. ¦His aide did not.',
  // Dotted abbreviations
  'The U.S. envoy left. ¦Talks with the U.N. Security Council went on.',
  'Halvia asked the U.S. ¦It did not answer.',
  'The U.S.Army had no part in it. ¦Nor had Cantara.',
  'Boats left at 5 a.m. and came back at 7 p.m. on Monday.',
  'The truce began at 6 a.m. ¦The guns fell silent.',
  'They met at 10 a.m. Drenholm time in the port.',
  'The envoy flew to Washington, D.C., and then to Lorn. ¦She was late.',
  'Some goods, e.g. grain and oil, i.e. the main cargo, may pass. ¦Arms may not.',
  'The Sula Dawn vs. the patrol boats: the court sat. ¦Nobody won.',
  // Other abbreviations
  'Resolution No. 14 was passed on Jan. 5. ¦Halvia abstained.',
  'Did they accept it? ¦They said no. ¦The Front left.',
  'The terms are in art. 3 and para. 7 of the draft. ¦See p. 12.',
  'Fighting began on Feb. 24, 2031. ¦It spread in Sept. ¦The port closed.',
  'Keld Shipping Inc. owns the Sula Dawn. ¦Nerith Grain Co. hired it.',
  'Grain, oil, timber, etc. may pass. ¦Arms, mines, etc. ¦Halvia keeps back.',
  'The strait is 5 km. wide, approx. 3 miles.',
  'Voss et al. signed the paper. ¦Amon did not.',
  'It lies near St. Alder and Mt. Ombra. ¦No road leads there.',
  // Figures and dates
  'Maravet lost 3.5 percent of its fleet. ¦Halvia lost 1,200.75 tons.',
  'On 24. February the Front landed. ¦On 3. March it left.',
  'The count was 14. ¦The next day it was 9.',
  '1. Halvia withdraws. ¦2. Maravet opens the port.',
  'It happened at 10.30 in the morning. ¦Nobody was hurt.',
  'The draft, version 2.1, was sent on 2031-02-24. ¦It failed.',
  'The price rose by 5%. ¦Then it fell.',
  // Inner ends of quotations
  '"Will you?" he asked. ¦"No," she said.',
  '“Stop!” cried the envoy. ¦Nobody stopped.',
  '“Will Maravet sign?” Minister Aldren Voss asked. ¦Amon said nothing.',
  '“We will not leave.” ¦The envoy left.',
  'He said: "We will not leave." ¦She left.',
  'The Front called it ‘a lie!’ and left. ¦Halvia stayed.',
  '"We waited. ¦We waited long," Tesk said. ¦"No one came."',
  'Amon told them, “Go home!” ¦They went.',
  '(The port was shut.) ¦Ships waited.',
  'The port was shut (the Front had mined it). ¦Ships waited.',
  'Halvia (see map.) denied it.',
  '„Wir gehen.“ ¦So spoke the envoy.',
  "``We are ready.'' ¦Voss sat down.",
  // Ellipses and several marks
  'We hoped ... and we waited. ¦Nothing came.',
  'We hoped… ¦Then the guns began.',
  'The paper says that “Halvia [...] will withdraw.” ¦It did not.',
  'What?! ¦Never!!! ¦They left.',
  'The islands . . . are ours.',
  // Missing spaces
  'They wore blue scarves.¦Ten men left the boat.',
  'The port is shut.¦“We wait,” he said.¦Nobody came.',
  'He called it "a trap".¦They agreed.',
  'See keld.example for terms.pdf and write to desk@keld.example today. ¦It is free.',
  'The draft is at https://keld.example/terms.html. ¦Read it.',
  'He left (on Monday).¦She stayed.',
  // Lists, dashes, bullets
  'They agreed on three points: a truce; open ports; the return of prisoners.',
  'The terms: ¦• Halvia withdraws ¦• Maravet opens the port ¦• both free prisoners',
  '- We will go - he said. ¦- When? ¦- Soon.',
  'DRENHOLM, H.V. — Halvia signed on Monday. ¦Maravet did not.',
  'It was over. ¦— Keld Wire',
  'Vitamin C. ¦The crew of the Sula Dawn had none.',
  'the boats left. ¦they came back at dusk. ¦nobody asked why.',
  'Halvia agreed the Front did not no full stop stands here',
  'Peace? ¦Not yet, said Dovrane.',
] as const;

/** Known to fail: the sentences that we would want, and those that we get. Move a case up when it is mended. */
const FAILING = [
  ['The crew came from the U.S. ¦Halvia took them in.', 'The crew came from the U.S. Halvia took them in.'],
  ['They left in Sept. ¦Maravet rejoiced.', 'They left in Sept. Maravet rejoiced.'],
  ['Who knows? ¦iKeld, a local paper, does.', 'Who knows? iKeld, a local paper, does.'],
] as const;

test('hard sentence ends', async (t) => {
  assert.ok(HARD.length >= 60);
  for (const marked of HARD) {
    await t.test(marked, () => assert.equal(cut(marked.replaceAll('¦', '')), marked));
  }
});

test('sentence ends known to be missed', () => {
  for (const [wanted, got] of FAILING) {
    assert.notEqual(wanted, got);
    assert.equal(cut(wanted.replaceAll('¦', '')), got);
  }
});

test('the end of a block ends a sentence, whatever stands there', () => {
  const text = 'Talks in Lorn\nHalvia and Maravet met on\nMonday';
  const { sentences } = segment(documentOf(text), linesOf(text), tools);
  assert.deepEqual(
    sentences.map((sentence) => text.slice(sentence.span.start, sentence.span.end)),
    text.split('\n'),
  );
});

test('a blank line inside a block ends a sentence, a single line break does not', () => {
  const text = 'Halvia and\r\nMaravet met\r\n\r\nNobody else did';
  const whole = { ...linesOf(text.replaceAll('\n', ' ')) };
  const { sentences } = segment(documentOf(text), whole, tools);
  assert.deepEqual(
    sentences.map((sentence) => text.slice(sentence.span.start, sentence.span.end)),
    ['Halvia and\r\nMaravet met', 'Nobody else did'],
  );
});

test('text without any full stop is cut into sentences of bounded length', () => {
  const text = 'the boats left and '.repeat(2000);
  const { sentences } = segment(documentOf(text), linesOf(text), tools);
  assert.ok(sentences.every((sentence) => sentence.last - sentence.first <= 800));
});
