/** Short reports in any number, each another text: sentences of the samples, in which figures and half of the longer words are others. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../sources.ts';

const FOLDER = join(ROOT, 'examples/keld-strait/reports');
/** Sentences of a report. */
const SENTENCES = 3;
const OUTLETS = 60;
const DAYS = 700;
/** Words of so many letters are changed: those that carry grammar are shorter. */
const LONG = /(?<![\p{L}\p{N}])[a-z]{6,}(?![\p{L}\p{N}])/gu;

/** Numbers from 0 that follow from a start (xorshift). */
export function numbersFrom(start: number): (below: number) => number {
  let state = Math.imul(start + 1, 0x9e3779b1) || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Lines of JSON that the program reads as reports. */
export function reportLines(from: number, to: number): string {
  const paragraphs = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(FOLDER, name), 'utf8').split(/\n\s*\n/));
  const sentences = paragraphs.flatMap((one) => one.match(/[^.!?]{40,260}[.!?]”?(?=\s|$)/gu) ?? []);
  const byLength = new Map<number, string[]>();
  for (const word of new Set(sentences.join(' ').match(LONG) ?? [])) {
    byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  }
  let lines = '';
  for (let number = from; number < to; number += 1) {
    const below = numbersFrom(number);
    const varied = (sentence: string): string =>
      sentence
        .replace(/\d/g, () => String(below(10)))
        .replace(LONG, (word) => {
          const others = byLength.get(word.length)!;
          return below(2) === 0 ? word : others[below(others.length)]!;
        });
    const some = Array.from({ length: SENTENCES }, () => varied(sentences[below(sentences.length)]!.trim()));
    lines += `${JSON.stringify({
      title: varied(sentences[below(sentences.length)]!.trim()).slice(0, 80),
      text: `${some[0]}\n\n${some.slice(1).join(' ')} That was report ${number}.\n`,
      outlet: `Outlet ${below(OUTLETS)}`,
      published: new Date(Date.UTC(2031, 0, 1 + below(DAYS), below(24))).toISOString(),
    })}\n`;
  }
  return lines;
}
