/** Lemmas as wink-nlp makes them: irregular forms by list, others by taking endings off where a known base form is left. */
import type { Upos } from '../record.ts';
import type { Irregular } from './tag-lexicon.ts';

/** What lemmas ask of the lexicon. */
export interface LemmaLexicon {
  readonly irregular: Readonly<Record<'VERB' | 'NOUN' | 'ADJ', Irregular>>;
  /** Whether a word is known as the base form of such a word. */
  isBase(word: string, tag: Upos): boolean;
}

type Ending = readonly [ending: RegExp, instead: string];

/** Endings of English, with what stands in their place in the base form; tried in order. */
const ENDINGS: Readonly<Record<'VERB' | 'NOUN' | 'ADJ', readonly Ending[]>> = {
  VERB: [
    [/s$/u, ''],
    [/ies$/u, 'y'],
    [/(?:es|ed|ing)$/u, ''],
    [/(?:es|ed|ing)$/u, 'e'],
  ],
  NOUN: [
    [/s$/u, ''],
    [/ses$/u, 's'],
    [/xes$/u, 'x'],
    [/zes$/u, 's'],
    [/ves$/u, 'f'],
    [/ches$/u, 'ch'],
    [/shes$/u, 'sh'],
    [/ies$/u, 'y'],
  ],
  ADJ: [
    [/(?:est|er)$/u, ''],
    [/(?:est|er)$/u, 'e'],
  ],
};

/** The lemma of a word in lower case as this part of speech; the word itself where it has no other. */
export function lemmaOf(word: string, tag: Upos, lexicon: LemmaLexicon): string {
  if (tag !== 'VERB' && tag !== 'NOUN' && tag !== 'ADJ') return word;
  const { forms, lemmas, of } = lexicon.irregular[tag];
  const at = forms.find(word);
  if (at >= 0) return lemmas.at(of[at]!);
  for (const [ending, instead] of ENDINGS[tag]) {
    if (!ending.test(word)) continue;
    const base = word.replace(ending, instead);
    if (lexicon.isBase(base, tag)) return base;
  }
  return tag === 'NOUN' ? word.replace(/men$/u, 'man') : word;
}
