/** Leaders of the list, found by how a name sounds: foreign names are written in many ways. */
import { fold, skeleton, within } from './fold.ts';

/** From so many sounds on a name is known by them; shorter ones sound like too many others. */
const SOUNDS = 5;
/** One letter of so many may differ: "Khan Sheikhoun" is left with the sounds of "Hun Sen". */
const LETTERS = 3;

const joined = (name: string): string => name.replaceAll(' ', '');

/** How a full name is kept in the list of leaders. */
export const leaderKey = (name: string): string => skeleton(joined(name));

/** The leader of the list whose full name sounds and looks like this one. */
export function leaderLike<Leader extends { readonly name: string }>(
  leaders: ReadonlyMap<string, Leader>,
  name: string,
): Leader | undefined {
  const key = leaderKey(name);
  const found = key.length < SOUNDS ? undefined : leaders.get(key);
  if (!found) return undefined;
  const [a, b] = [fold(joined(name)), fold(joined(found.name))];
  return within(a, b, Math.floor(Math.max(a.length, b.length) / LETTERS)) ? found : undefined;
}
