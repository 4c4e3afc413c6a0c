/** Totals that a report opens with and whose parts it tells apart behind: the parts belong to events, the total to none. */
import type { Scene } from '../scene.ts';
import type { Tally } from './figures.ts';
import type { Telling } from './telling.ts';

/** A smaller number may be the sum of others by chance. */
const LEAST = 4;
/** How many sentences of a report's body open it. */
const OPENING = 2;
/** At most so many parts are added up. */
const PARTS = 6;

const numberOf = ({ low, high }: Tally): number | null => low ?? high;

/** Whether two or more of some numbers add up to a total. */
function addUp(parts: readonly number[], total: number): boolean {
  for (let chosen = 1; chosen < 1 << parts.length; chosen++) {
    let sum = 0;
    let n = 0;
    for (let i = 0; i < parts.length; i++) {
      if ((chosen & (1 << i)) === 0) continue;
      sum += parts[i]!;
      n++;
    }
    if (n > 1 && sum === total) return true;
  }
  return false;
}

/** The tellings of a report without the totals of its heading and first sentences whose parts are told behind them. */
export function withoutSums(tellings: readonly Telling[], { sentences, blocks }: Scene): Telling[] {
  let opening = -1;
  for (let s = 0, body = 0; s < sentences.length && body < OPENING; s++) {
    const kind = blocks[sentences[s]!.block]?.kind;
    if (kind !== 'title' && kind !== 'heading') body++;
    opening = s;
  }
  const opens = (t: Telling): boolean => t.heading || t.sentence <= opening;
  return tellings.map((t) => {
    if (t.tallies.length === 0 || !opens(t)) return t;
    const tallies = t.tallies.filter((total) => {
      const value = numberOf(total);
      if (value === null || value < LEAST || (total.what !== 'killed' && total.what !== 'wounded')) return true;
      const parts: number[] = [];
      const told = new Set<Telling>();
      for (const e of tellings) {
        if (e.sentence <= t.sentence || e.heading) continue;
        for (const part of e.tallies) {
          const n = numberOf(part);
          if (part.what !== total.what || n === null || n <= 0 || n >= value || parts.includes(n)) continue;
          parts.push(n);
          told.add(e);
        }
      }
      // "Eleven sailors and 17 marines were killed in the attack": parts told at once are those of one event.
      return told.size < 2 || !addUp(parts.slice(0, PARTS), value);
    });
    return tallies.length === t.tallies.length ? t : { ...t, tallies };
  });
}
