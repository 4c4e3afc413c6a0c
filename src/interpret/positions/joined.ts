/** Parties that a report joins to one that it names: "Halvia, Cantara and Maravet". */
import type { Range, Scene } from '../scene.ts';
import { partyAt } from './referents.ts';

/** A party that a noun phrase names, with the words. */
export interface Holder {
  readonly party: string;
  readonly phrase: Range;
}

/** No more than so many are joined. */
const MOST = 6;
/** What stands right before a list that is no subject: "strikes on Halvia and Cantara". */
const OVER = new Set(['ADP', 'VERB']);

/** A name among those joined, with its party if it has one. */
interface Named {
  readonly party: string | null;
  readonly phrase: Range;
}

function nameAt(scene: Scene, word: number): Named | null {
  const mention = scene.mentions[scene.mentionOf[word] ?? -1];
  if (!mention || mention.form === 'pronoun') return null;
  return { party: partyAt(scene, mention.last - 1), phrase: { first: mention.first, last: mention.last } };
}

const holding = (names: readonly Named[]): Holder[] => names.filter((name): name is Holder => name.party !== null);

/** Those joined behind a name, up to word `stop`, in order, and where they end; none unless "and" stands before the last. */
export function joinedBehind(
  scene: Scene,
  from: number,
  stop: number,
): { readonly holders: Holder[]; readonly end: number } {
  const { words } = scene;
  const names: Named[] = [];
  let and = false;
  let end = from;
  while (names.length < MOST && !and) {
    let k = end;
    while (k < stop && (words[k]!.text === ',' || words[k]!.lower === 'and')) {
      and ||= words[k]!.lower === 'and';
      k++;
    }
    if (k === end || k >= stop) break;
    if (words[k]!.lower === 'the') k++;
    const found = k < stop ? nameAt(scene, k) : null;
    if (!found || found.phrase.first < k || found.phrase.last > stop) return { holders: [], end: from };
    names.push(found);
    end = found.phrase.last;
  }
  return and ? { holders: holding(names), end } : { holders: [], end: from };
}

/** Those joined before a name that begins at `first`, nearest first: "Cantara and | Halvia"; none in what hangs on another word. */
export function joinedBefore(scene: Scene, first: number): Holder[] {
  const { words, sentences, sentenceOf } = scene;
  const floor = sentences[sentenceOf[first]!]!.first;
  const names: Named[] = [];
  const start = (at: number): number => (words[at - 1]?.lower === 'the' && at > floor ? at - 1 : at);
  let i = start(first);
  while (names.length < MOST && i - 1 > floor) {
    const joint = words[i - 1]!;
    if (joint.lower !== 'and' && !(joint.text === ',' && names.length > 0)) break;
    const at = words[i - 2]!.text === ',' && joint.lower === 'and' ? i - 3 : i - 2;
    const found = at >= floor ? nameAt(scene, at) : null;
    if (!found || found.phrase.last !== at + 1 || found.phrase.first < floor) break;
    names.push(found);
    i = start(found.phrase.first);
  }
  if (i > floor && words[i - 1]!.lower === 'both') i--;
  return i > floor && OVER.has(words[i - 1]!.tag) ? [] : holding(names);
}
