import type { CountedItem, Evidence, Happening, WordsAndDeeds } from '../../case.ts';
import { compare } from '../family.ts';
import { hasDay, mondayOf } from '../join/days.ts';
import type { MergingLexicon, QuadTable } from '../join/lexicon.ts';
import { topicOf } from '../join/words.ts';
import { byEvidence } from '../support.ts';

/** Rows of counts, by week and party. */
export function rowsOf(counted: readonly CountedItem[]): readonly WordsAndDeeds[] {
  const rows = new Map<string, { -readonly [K in keyof WordsAndDeeds]: WordsAndDeeds[K] }>();
  for (const { party, week, quad } of counted) {
    const key = `${week} ${party}`;
    const row = rows.get(key) ?? {
      party,
      week,
      verbalCooperation: 0,
      materialCooperation: 0,
      verbalConflict: 0,
      materialConflict: 0,
    };
    row[quad]++;
    rows.set(key, row);
  }
  return [...rows].sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
}

/**
 * What a happening counts for: once for each party that is said to have done it, in the week of its day; where only the
 * day of the first report is known, of that. Plans, and what is only recalled as background, count for nothing.
 */
export function deedsOf(happening: Happening, quads: QuadTable, lexicon: MergingLexicon): readonly CountedItem[] {
  const quad = quads.events.get(happening.type);
  const start = happening.when ? happening.when.start : happening.support.first;
  if (!quad || !hasDay(start) || (happening.status !== 'happened' && happening.status !== 'ongoing')) return [];
  const week = mondayOf(start);
  return happening.actors
    .filter(({ name }) => isNamed(name, lexicon))
    .map(({ name, evidence }) => ({ party: name, week, quad, item: fullest(evidence).item }));
}

const fullest = (evidence: readonly Evidence[]): Evidence =>
  [...evidence].sort((a, b) => b.words.length - a.words.length || byEvidence(a, b))[0]!;

/** Whether an actor is named, not "rebel fighters" or "Troops". */
const isNamed = (name: string, lexicon: MergingLexicon): boolean =>
  /^\p{Lu}/u.test(name) && topicOf(name, lexicon).size > 0;
