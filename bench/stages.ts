import { createReader, createStages, type Resources } from '../src/reading.ts';
import type { Document } from '../src/record.ts';
import { naiveStatements } from './baseline.ts';
import { type Spread, spreadOf } from './measure.ts';

/** Milliseconds of the processor for all documents together: of each stage, of the whole reader, and of the baseline. */
export interface Times {
  readonly stages: ReadonlyMap<Stage, Spread>;
  readonly whole: Spread;
  readonly baseline: Spread;
  /** How many statements each finds, so that speed is not praised alone. */
  readonly statements: { readonly whole: number; readonly baseline: number };
}

/** The stages in order, the last of them by its parts. */
export const STAGES = [
  'clean',
  'segment',
  'mention',
  'attribute',
  'scene',
  'times',
  'places',
  'positions',
  'talks',
  'events',
  'disputes',
] as const;
type Stage = (typeof STAGES)[number];
/** What makes statements; with the rest, reports are read whole. */
export const TO_ATTRIBUTE: readonly Stage[] = ['clean', 'segment', 'mention', 'attribute'];

/** Milliseconds of the processor that this thread has used: what else the machine does hardly counts. */
function used(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

const elapsed = (run: () => void): number => {
  const began = used();
  run();
  return used() - began;
};

/** Runs everything once to warm up, then `runs` times in turn, so that a busy moment of the machine hits all alike. */
export function timesOf(documents: readonly Document[], resources: Resources, runs: number): Times {
  let sums = new Map<Stage, number>();
  const clock = <T>(stage: string, work: () => T): T => {
    const began = used();
    const made = work();
    sums.set(stage as Stage, (sums.get(stage as Stage) ?? 0) + used() - began);
    return made;
  };
  const stages = createStages(resources, clock);
  const read = createReader(resources);
  const samples = new Map<Stage, number[]>(STAGES.map((name) => [name, []]));
  const whole: number[] = [];
  const baseline: number[] = [];
  const statements = { whole: 0, baseline: 0 };
  for (let run = 0; run <= runs; run++) {
    sums = new Map();
    for (const document of documents) {
      const cleaned = clock('clean', () => stages.clean(document));
      const segmented = clock('segment', () => stages.segment(document, cleaned));
      const mentions = clock('mention', () => stages.mention(document, cleaned, segmented));
      const attributed = clock('attribute', () => stages.attribute(document, cleaned, segmented, mentions));
      stages.interpret(document, cleaned, segmented, mentions, attributed);
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
    for (const name of STAGES) samples.get(name)!.push(sums.get(name) ?? 0);
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
