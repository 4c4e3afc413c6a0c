/** Sentences with tags written by hand, for tests of the rules that read tags. */
import type { Segmented, Sentence, Upos, Word } from '../record.ts';
import { span } from '../text/span.ts';
import type { WordRange } from './act-signs.ts';

/** A sample as words, with the stretches that it marks. */
export interface Sample {
  readonly text: string;
  readonly segmented: Segmented;
  /** Stretches in braces, angle brackets and square brackets, in order. */
  readonly sources: readonly WordRange[];
  readonly cues: readonly WordRange[];
  readonly content: readonly WordRange[];
  /** The words of a range, joined by blanks; `null` for `null`. */
  words(range: WordRange | null): string | null;
}

const OPENING = '{<[';
const CLOSING = '}>]';
const LEMMAS: Readonly<Record<string, string>> = {
  was: 'be',
  is: 'be',
  were: 'be',
  said: 'say',
  told: 'tell',
  asked: 'ask',
  warned: 'warn',
  denied: 'deny',
  claims: 'claim',
  demands: 'demand',
  thanked: 'thank',
};
const CAPITAL = /^\p{Lu}/u;

/**
 * Reads `word/TAG` after `word/TAG`, parted by blanks; a word without a tag is a noun, one with a capital a name, and a
 * mark is a mark. `{source}`, `<cue>` and `[content]` are marked, `¶` begins a paragraph, `.` ends a sentence, and
 * words between “ and ” are quoted.
 */
export function sample(written: string): Sample {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  const ranges: [number, number][][] = [[], [], []];
  const since = [0, 0, 0];
  let text = '';
  let block = 0;
  let quote = 0;
  let first = 0;
  const end = (): void => {
    if (words.length > first)
      sentences.push({
        span: span(words[first]!.start, words.at(-1)!.end),
        first,
        last: words.length,
        block,
      });
    first = words.length;
  };
  for (let token of written.split(' ')) {
    if (token === '¶') {
      end();
      block++;
      text += '\n';
      continue;
    }
    for (let kind = OPENING.indexOf(token[0]!); kind >= 0; kind = OPENING.indexOf(token[0]!)) {
      since[kind] = words.length;
      token = token.slice(1);
    }
    const closed: number[] = [];
    for (let kind = CLOSING.indexOf(token.at(-1)!); kind >= 0; kind = CLOSING.indexOf(token.at(-1)!)) {
      closed.push(kind);
      token = token.slice(0, -1);
    }
    const [form, given] = token.split('/') as [string, Upos | undefined];
    const mark = !/[\p{L}\p{N}]/u.test(form);
    if (form === '”') quote--;
    if (text !== '') text += ' ';
    words.push({
      ...span(text.length, text.length + form.length),
      text: form,
      lower: form.toLowerCase(),
      lemma: LEMMAS[form.toLowerCase()] ?? form.toLowerCase(),
      tag: given ?? (mark ? 'PUNCT' : CAPITAL.test(form) ? 'PROPN' : 'NOUN'),
      spaced: !/^['’-]/u.test(form),
      quote,
    });
    text += form;
    if (form === '“') quote++;
    for (const kind of closed) ranges[kind]!.push([since[kind]!, words.length]);
    if (form === '.') end();
  }
  end();
  return {
    text,
    segmented: { words, sentences, quotations: [], notes: [] },
    sources: ranges[0]!,
    cues: ranges[1]!,
    content: ranges[2]!,
    words: (range) =>
      range &&
      words
        .slice(range[0], range[1])
        .map((w) => w.text)
        .join(' '),
  };
}
