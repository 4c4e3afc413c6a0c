import type { Document } from '../src/record.ts';
import { bareDocument } from '../src/text/document.ts';

/** A document of a text that comes from nowhere. */
export const documentOf = (text: string): Document => bareDocument(text, '-');

const times = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Texts that trip careless programs, each of any length that is asked for. */
export const BAD: Readonly<Record<string, (length: number) => string>> = {
  'ordinary prose, one line': (n) => times('The envoy of Cantara said on Monday that talks in Lorn would go on. ', n),
  'no punctuation': (n) => times('the front said that halvia must leave the strait before anybody talks and ', n),
  'all capitals': (n) => times('THE FRONT SAID THAT HALVIA MUST LEAVE THE STRAIT. ', n),
  'capitalised words only': (n) => times('Aldren Voss Oumara Tesk Ketta Amon Ilse Dovrane ', n),
  'one word': (n) => times('a', n),
  'full stops': (n) => times('.', n),
  'quotation marks': (n) => times('"', n),
  'nested quotation marks': (n) => times('“He said ', n / 2) + times('” ', n / 2),
  'opened quotations': (n) => times('He said: “The boats stay. ', n),
  'brackets and asterisks': (n) => times('*[(_**', n),
  'empty lines': (n) => times('\n', n),
  'short lines': (n) => times('Yes.\n\n', n),
  'the same paragraph': (n) => times('The boats stay where they are, said Aldren Voss.\n\n', n),
  'nearly the same paragraph': (n) => {
    const parts: string[] = [];
    for (let i = 0, length = 0; length < n; i++) {
      const part = `Boat ${i} stays where it is until ${i * 7} men have left it, said Aldren Voss of Halvia.\n\n`;
      parts.push(part);
      length += part.length;
    }
    return parts.join('').slice(0, n);
  },
  'said said said': (n) => times('said ', n),
  'right to left': (n) => times('قال الوزير إن السفن باقية. ', n),
  emoji: (n) => times('👩‍🚀🏳️‍🌈 ', n),
  'NULs and controls': (n) => times('said\u0000 \u001b[31m', n),
  'lone surrogates': (n) => times('said \ud800 Voss \udc00. ', n),
};

/** Milliseconds that a reader takes for a text of each length; the quickest of three. */
export function growth(
  read: (document: Document) => unknown,
  make: (length: number) => string,
  lengths: readonly number[],
): number[] {
  return lengths.map((length) => {
    const document = documentOf(make(length));
    let best = Infinity;
    for (let i = 0; i < 3; i++) {
      const began = performance.now();
      read(document);
      best = Math.min(best, performance.now() - began);
    }
    return best;
  });
}
