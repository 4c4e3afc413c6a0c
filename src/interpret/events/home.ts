/** The state that a report without a name for them means by "government forces", "the regime". */
import type { Scene } from '../scene.ts';

/** How many places of one state a report must name, and what share of all, for it to be the state it is about. */
const LEAST = 4;
const SHARE = 0.6;

const kept = new WeakMap<Scene, string | null>();

/** The state in which most places of a report lie, under its party's name; `null` where none stands out. */
export function homeOf(scene: Scene): string | null {
  const known = kept.get(scene);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  let all = 0;
  for (const { country, spans } of scene.places) {
    if (country === null) continue;
    counts.set(country, (counts.get(country) ?? 0) + spans.length);
    all += spans.length;
  }
  let home: string | null = null;
  for (const [country, n] of counts) {
    if (n < LEAST || n < all * SHARE) continue;
    const state = scene.places.find((p) => p.country === country && p.precision === 'country');
    home = state ? scene.resolve(state.spans[0]!).party : null;
  }
  kept.set(scene, home);
  return home;
}
