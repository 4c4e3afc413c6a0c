/** The verb over a noun that tells of a talk. */
import type { Scene } from '../scene.ts';
import type { TalkTools } from './subject.ts';

/** Words before the noun phrase among which the verb over it and signs of status are looked for. */
export const OVER = 9;

/** Longest description between two commas. */
const ASIDE = 7;

/** The comma that opens what the comma at `close` ends, where no verb stands between; -1 for none. */
function asideFrom(words: Scene['words'], close: number, floor: number): number {
  for (let k = close - 1; k >= floor; k--) {
    const { tag, text } = words[k]!;
    if (text === ',') return k;
    if (tag === 'VERB' || tag === 'AUX' || tag === 'PUNCT' || tag === 'SCONJ') return -1;
  }
  return -1;
}

/** The verb over a noun phrase (-1 for none), and the preposition between them, with the word where it stands. */
export interface Governor {
  readonly verb: number;
  readonly through: string | null;
  readonly at: number;
}

export function governorOf({ words }: Scene, first: number, floor: number): Governor {
  let through: string | null = null;
  let at = -1;
  for (let k = first - 1; k >= Math.max(floor, first - OVER - (at >= 0 ? ASIDE : 0)); k--) {
    const { tag, lower } = words[k]!;
    if (tag === 'VERB' || (tag === 'AUX' && k === first - 1)) return { verb: k, through, at };
    if ((tag === 'ADP' || tag === 'SCONJ') && through === null) {
      through = lower;
      at = k;
    }
    if (tag === 'PUNCT' && lower !== '-') {
      // "Came to Lorn, Cantara's largest port, for talks": what stands between two commas may only describe.
      const open = lower === ',' && through !== null ? asideFrom(words, k, Math.max(floor, k - ASIDE)) : -1;
      if (open < 0) break;
      k = open;
    }
  }
  return { verb: -1, through, at };
}

/** "A seat | at | the talks": a noun of its own has the talk behind it, so that who acts need not take part. */
export function isSeat({ words, mentionOf, placeOf, timeOf }: Scene, { lexicon }: TalkTools, over: Governor): boolean {
  const { at, through } = over;
  if (through === null || !lexicon.small.places.has(through)) return false;
  const before = at - 1;
  const noun = words[before]?.lemma ?? '';
  if (lexicon.small.shares.has(noun) || lexicon.small.presence.has(noun)) return false;
  return words[before]?.tag === 'NOUN' && mentionOf[before]! < 0 && placeOf[before]! < 0 && timeOf[before]! < 0;
}
