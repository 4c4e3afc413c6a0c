/** Words as numbers, for features. */
import { hashString } from '../../learn/hash.ts';
import type { Upos, Word } from '../../record.ts';
import { UPOS } from '../../text/upos.ts';

const TAG = new Map<Upos, number>(UPOS.map((tag, i) => [tag, i + 1]));

/** 0 where there is no word. */
export const tagOf = (w: Word | undefined): number => (w ? TAG.get(w.tag)! : 0);

export const wordOf = (w: Word | undefined): number => (w ? hashString(w.lower) : 1);
