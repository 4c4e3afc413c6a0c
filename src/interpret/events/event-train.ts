import type { GoldReading } from '../../learn/gold.ts';
import { type LinearExample, type LinearModel, type LinearOptions, trainLinear } from '../../learn/train-act.ts';
import { sha256 } from '../../text/digest.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import type { Scene } from '../scene.ts';
import { eventExamples, goldCandidates, type LinkExamples, linkExamples } from './event-gold.ts';
import { EVENT_CLASSES, type EventModelFile } from './event-model.ts';
import type { FigureLexicon } from './figure-lexicon.ts';
import type { EventLexicon } from './lexicon.ts';

/** Chosen by cross-validation within the reports learned from, by report. */
export const EVENT_OPTIONS: LinearOptions = {
  classes: EVENT_CLASSES.length,
  baseScale: 1,
  minDocuments: 2,
  decay: 5,
  rounds: 100,
  rate: 0.2,
  byOrder: 0.25,
  firstShare: 0.6,
};

/** Of the choice whether two mentions are of one event. */
export const LINK_OPTIONS: LinearOptions = { ...EVENT_OPTIONS, classes: 2, decay: 4, byOrder: 0, firstShare: 1 };

/** From what share on a candidate is taken for an event; chosen with the options. */
export const EVENT_THRESHOLD = 0.5;

const hundredths = (row: Iterable<number>): number[] => Array.from(row, (w) => Math.round(w * 100) + 0);

interface Part {
  readonly bias: readonly number[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Rounds a trained model to what the file holds. Features whose weights all round to nothing are left out. */
function rounded(model: LinearModel, row: (weights: Float64Array) => Iterable<number>): Part {
  const weights: Record<string, readonly number[]> = {};
  for (const [name, given] of model.weights) {
    const whole = hundredths(row(given));
    if (whole.some((w) => w !== 0)) weights[name] = whole;
  }
  return { bias: hundredths(row(model.bias)), weights };
}

/** Learns which words tell of events, and which mentions are of one, from events read by people. */
export function trainEventModel(
  examples: readonly LinearExample[],
  links: readonly LinkExamples[],
  options: LinearOptions = EVENT_OPTIONS,
  linkOptions: LinearOptions = LINK_OPTIONS,
  threshold: number = EVENT_THRESHOLD,
): EventModelFile {
  const part = rounded(trainLinear(examples, options), (w) => w);
  const pairs = (of: (l: LinkExamples) => readonly LinearExample[]): Part =>
    rounded(trainLinear(links.flatMap(of), linkOptions), (w) => [w[0]! - w[1]!]);
  const near = pairs((l) => l.near);
  const far = pairs((l) => l.far);
  const taxonomy = options.baseScale;
  const version = `events@${sha256(JSON.stringify([taxonomy, threshold, part, near, far])).slice(0, 8)}`;
  return { version, classes: EVENT_CLASSES, taxonomy, threshold, ...part, near, far };
}

/** The model as text, one feature a line, so that two versions can be compared by eye. */
export function formatEventModel(file: EventModelFile): string {
  const rows = ({ weights }: Part): string =>
    Object.entries(weights)
      .map(([name, row]) => `  ${JSON.stringify(name)}: [${row.join(',')}]`)
      .join(',\n');
  const { weights: _, near, far, ...head } = file;
  const fields = Object.entries(head).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const pair = (name: string, part: Part): string =>
    ` "${name}": {"bias": [${part.bias.join(',')}], "weights": {\n${rows(part)}\n }}`;
  return `{\n${fields.join('')} "weights": {\n${rows(file)}\n },\n${pair('near', near)},\n${pair('far', far)}\n}\n`;
}

/** A report and what a careful reader made of it. */
export interface GoldReport {
  readonly scene: Scene;
  readonly gold: Pick<GoldReading, 'events'>;
}

/** Learns from whole reports. */
export function learnEvents(
  reports: readonly GoldReport[],
  lexicon: EventLexicon,
  figures: FigureLexicon,
  grammar: Grammar,
): EventModelFile {
  const golds = reports.map(({ scene, gold }) => goldCandidates(scene, gold.events, lexicon));
  const examples = golds.flatMap((g, i) => eventExamples(g, i, lexicon, grammar));
  const links = golds.map((g, i) => linkExamples(g, reports[i]!.gold.events, i, lexicon, figures, grammar));
  return trainEventModel(examples, links);
}
