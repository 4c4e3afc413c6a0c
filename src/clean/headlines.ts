/**
 * Headlines of other stories that stand behind a picture's credit, between two sentences of a page whose lines were run
 * together: "... the harbour. REUTERS Maud Ferrin Ferry Sinks Off Nerith With 40 Aboard The Halvian navy ...".
 */

/** Words by which the ends of such a headline are told. */
export interface HeadlineWords {
  /** Words that stay small in headlines. */
  readonly small: ReadonlySet<string>;
  /** Words that open a sentence and would be small, or not there, in a headline. */
  readonly openers: ReadonlySet<string>;
}

/** Fewest words with a capital behind a credit that are a headline rather than a name ("AFP correspondent Ilse Dovrane"). */
const fewest = 5;
/** Most words of a headline, the picture's author among them. */
const most = 40;
/** A sentence may begin with so many words with a capital, its opener among them: "The Halvian Navy Staff said". */
const opening = 5;

const word = /\S+/gu;
const dateline = /\p{Lu}{3,} \(\p{Lu}[\p{L} ]{2,30}\) /uy;
const capital = /^["“'‘([]*(?:\p{Lu}|\p{N}|al-)/u;
const stop = /[^\p{L}][.!?]$|\p{L}{3}[.!?]["”]?$/u;
const bare = (w: string): string => w.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Where the headline ends that stands from `at` on, in units; -1 where none stands there or its end cannot be told. */
export function headlineEnd(source: string, at: number, { small, openers }: HeadlineWords): number {
  let capitals = 0;
  let opener = -1;
  let since = 0;
  word.lastIndex = at;
  for (let n = 0, m = word.exec(source); m && n < most; m = word.exec(source), n++) {
    const w = bare(m[0]);
    dateline.lastIndex = m.index;
    if (capitals >= fewest && dateline.test(source)) return m.index;
    if (capital.test(m[0])) {
      since++;
      if (openers.has(w) && capitals >= fewest) {
        opener = m.index;
        since = 1;
      }
      capitals++;
    } else if (w !== '' && !small.has(w)) return opener >= 0 && since <= opening ? opener : -1;
    if (stop.test(m[0])) return capitals >= fewest ? m.index + m[0].length : -1;
  }
  return -1;
}
