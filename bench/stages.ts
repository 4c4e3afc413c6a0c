import { createReader, createStages, type Resources } from '../src/reading.ts';
import type { Document } from '../src/record.ts';
import { naiveStatements } from './baseline.ts';
import { type Spread, spreadOf } from './measure.ts';

/** Milliseconds for all documents together: of each stage, of the whole reader, and of the baseline. */
export interface Times {
  readonly stages: ReadonlyMap<string, Spread>;
  readonly whole: Spread;
  readonly baseline: Spread;
  /** How many statements each finds, so that speed is not praised alone. */
  readonly statements: { readonly whole: number; readonly baseline: number };
}

const elapsed = (run: () => void): number => {
  const began = performance.now();
  run();
  return performance.now() - began;
};

/** Runs everything once to warm up, then `runs` times in turn, so that a busy moment of the machine hits all alike. */
export function timesOf(documents: readonly Document[], resources: Resources, runs: number): Times {
  const stages = createStages(resources);
  const read = createReader(resources);
  const names = ['clean', 'segment', 'mention', 'attribute'] as const;
  const samples = new Map<string, number[]>(names.map((name) => [name, []]));
  const whole: number[] = [];
  const baseline: number[] = [];
  const statements = { whole: 0, baseline: 0 };
  for (let run = 0; run <= runs; run++) {
    const sums: Record<(typeof names)[number], number> = { clean: 0, segment: 0, mention: 0, attribute: 0 };
    for (const document of documents) {
      const a = performance.now();
      const cleaned = stages.clean(document);
      const b = performance.now();
      const segmented = stages.segment(document, cleaned);
      const c = performance.now();
      const mentions = stages.mention(document, cleaned, segmented);
      const d = performance.now();
      stages.attribute(document, cleaned, segmented, mentions);
      sums.clean += b - a;
      sums.segment += c - b;
      sums.mention += d - c;
      sums.attribute += performance.now() - d;
    }
    statements.whole = 0;
    statements.baseline = 0;
    const readAll = elapsed(() => {
      for (const document of documents) statements.whole += read(document).statements.length;
    });
    const naive = elapsed(() => {
      for (const { text } of documents) statements.baseline += naiveStatements(text).length;
    });
    if (run === 0) continue;
    for (const name of names) samples.get(name)!.push(sums[name]);
    whole.push(readAll);
    baseline.push(naive);
  }
  return {
    stages: new Map([...samples].map(([name, values]) => [name, spreadOf(values)])),
    whole: spreadOf(whole),
    baseline: spreadOf(baseline),
    statements,
  };
}
