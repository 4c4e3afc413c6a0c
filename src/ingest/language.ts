import { createRequire } from 'node:module';
import type { Note } from '../record.ts';
import { englishShare } from './english.ts';

/**
 * Which language a report is in. English is told by its function words, which needs no library. Only what they do not
 * show to be English is given to franc-min, which is loaded then, once. Of the three libraries that were measured on
 * 32 sentences in 18 languages and 1,197 English reports: franc-min (152 kB, 20 ms to load, 83 MB of memory in all,
 * 25 sentences and 1,193 reports right), tinyld (12 MB, 360 ms, 127 MB, 26 and 1,155), eld in its smallest size
 * (0.9 MB, 290 ms, 209 MB, 28 and 1,197). Since function words settle English, the library has only to name the others,
 * where a slip costs a word in a note: the small one will do.
 */

/** How much of the text is looked at, in units. */
const looked = 4000;
/** How much is enough where it is plainly English. */
const glance = 1200;
/** Fewest letters for a language to be named: below it, all that is told is whether the text fits English. */
const enough = 120;
/** Share of function words from which a text is English: prose has 0.35, headlines 0.15, other languages under 0.05. */
const english = { sure: 0.18, likely: 0.06 };

export interface Identified {
  /** ISO 639-1 (or 639-3 where there is none shorter); `null` where the text is too short to tell. */
  readonly language: string | null;
  /** Whether the text is to be read as English: identified as such, or too short to tell and fitting. */
  readonly english: boolean;
}

interface Franc {
  franc(text: string, options?: { minLength?: number }): string;
}
let library: Franc | null = null;
/** Loads the library on first use: most reports never need it. */
function franc(text: string): string {
  library ??= createRequire(import.meta.url)('franc-min') as Franc;
  return library.franc(text, { minLength: 10 });
}

/** ISO 639-1 where there is one, by the Unicode registry of aliases (`deu`, `de-AT` and `german` are `de`, `de`, null). */
export function languageCode(name: string): string | null {
  try {
    const canonical = Intl.getCanonicalLocales(name.trim())[0];
    const code = canonical?.split('-')[0] ?? '';
    return code.length === 2 || code.length === 3 ? code : null;
  } catch {
    return null;
  }
}

let names: Intl.DisplayNames | null = null;
/** The language's English name. */
export function languageName(code: string): string {
  names ??= new Intl.DisplayNames('en', { type: 'language' });
  return names.of(code) ?? code;
}

/** What is left of a text's head without addresses, tags and marks. */
const headOf = (text: string): string =>
  text
    .slice(0, looked)
    .replace(/https?:\/\/\S+|www\.\S+|<[^<>]{0,200}>|\S{60,}/gu, ' ')
    .toLowerCase();

const letter = /\p{L}/u;
const latinLetter = /\p{Script=Latin}/u;

/** How many letters there are, and which share of them is Latin. */
function script(head: string): { letters: number; latin: number } {
  let letters = 0;
  let latin = 0;
  for (let i = 0; i < head.length; i++) {
    const unit = head.charCodeAt(i);
    if (unit < 128) {
      if (unit >= 97 && unit <= 122) {
        letters++;
        latin++;
      }
    } else {
      const character = head[i]!;
      if (letter.test(character)) letters++;
      if (latinLetter.test(character)) latin++;
    }
  }
  return { letters, latin: letters === 0 ? 0 : latin / letters };
}

/** Identifies the language of a text. Pure but for the loading of the library. */
export function identify(text: string): Identified {
  // Most reports are English and show it at once.
  const first = englishShare(text.slice(0, glance));
  if (first.words >= 60 && first.share >= english.sure) return { language: 'en', english: true };
  const head = headOf(text);
  const { words, share } = englishShare(head);
  const { letters, latin } = script(head);
  if (letters === 0) return { language: null, english: false };
  const short = letters < enough;
  if (latin > 0.8 && share >= english.sure && words >= 4) return { language: short ? null : 'en', english: true };
  if (short && latin > 0.8) return { language: null, english: share > 0 || franc(head) === 'eng' };
  if (short) return { language: null, english: false };
  const found = franc(head);
  if (found === 'eng' || (latin > 0.8 && share >= english.likely && words >= 20))
    return { language: 'en', english: true };
  return { language: found === 'und' ? null : languageCode(found), english: false };
}

/** The language of a report with what its source declares, and notes where it is not English or the two disagree. */
export function languageOf(text: string, declared: string | null): { language: string | null; notes: readonly Note[] } {
  const notes: Note[] = [];
  const told = declared === null ? null : languageCode(declared);
  const found = identify(text);
  if (told !== null && found.language !== null && told !== found.language) {
    notes.push({
      code: 'language-disagrees',
      severity: 'warning',
      message: `Its source says ${languageName(told)}, but it reads as ${languageName(found.language)} and is treated as that. Correct the source's language if it is wrong.`,
      span: null,
      stage: 'ingest',
    });
  }
  // The text decides where it is long enough to tell; else what is declared; else whether it could be English.
  const isEnglish = found.language !== null ? found.english : told !== null ? told === 'en' : found.english;
  if (!isEnglish) {
    const name = found.language ?? told;
    notes.push({
      code: 'not-english',
      severity: 'info',
      message: `${name === null ? 'This does not read as English' : `This is in ${languageName(name)}`}; only English is read, so nothing is recorded from it. Give an English translation to have it read.`,
      span: null,
      stage: 'ingest',
    });
  }
  return { language: told ?? found.language, notes };
}
