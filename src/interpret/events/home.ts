/** The state that a report is about, told by where its places lie: meant by "government forces", and where its war is. */
import type { Place } from '../../record.ts';
import type { Scene } from '../scene.ts';

/** How many places of one state a report must name, and what share of all, for it to be the state it is about. */
const LEAST = 3;
const SHARE = 0.6;

const kept = new WeakMap<Scene, Place | null>();

/** The state in which most places of a report lie; `null` where none stands out or it is not named. */
export function homeStateOf(scene: Scene): Place | null {
  const known = kept.get(scene);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  let all = 0;
  for (const { country, spans } of scene.places) {
    if (country === null) continue;
    counts.set(country, (counts.get(country) ?? 0) + spans.length);
    all += spans.length;
  }
  let home: Place | null = null;
  for (const [country, n] of counts) {
    if (n < LEAST || n < all * SHARE) continue;
    // "northern Halvia" is a part of it: the state goes by its shortest name.
    home = scene.places
      .filter((p) => p.country === country && p.precision === 'country')
      .reduce<Place | null>((a, b) => (a !== null && a.name.length <= b.name.length ? a : b), null);
  }
  kept.set(scene, home);
  return home;
}

/** The same state under its party's name. */
export function homeOf(scene: Scene): string | null {
  const state = homeStateOf(scene);
  return state && scene.resolve(state.spans[0]!).party;
}
