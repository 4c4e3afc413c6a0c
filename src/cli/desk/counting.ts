/** What a desk and a worker count of their work, by the names that Prometheus shows. */
import type { Metrics } from '../../api/metrics.ts';
import type { Queue } from '../../queue/queue.ts';

const READING = 'read';

const addTime = (metrics: Metrics, stage: string, ms: number): void =>
  metrics.add('rapporteur_stage_seconds_total', 'Time taken, by stage.', ms / 1000, { stage });

/** Time that a stage took for so many reports, in milliseconds. The stages of reading are parts of `read`. */
export function countTime(metrics: Metrics, stage: string, ms: number, reports: number): void {
  addTime(metrics, stage, ms);
  metrics.add('rapporteur_stage_reports_total', 'Reports that this time was taken for.', reports, { stage });
  if (stage === READING) metrics.add('rapporteur_reports_read_total', 'Reports read.', reports);
}

/** What a worker made again of a case that a desk has open, and the time that it took, in milliseconds. */
export function countHelp(metrics: Metrics, made: number, ms: number): void {
  addTime(metrics, 'consolidate', ms);
  metrics.add('rapporteur_made_again_total', 'Parts and threads of the record that were made again.', made);
}

/** Something went wrong, by its kind. */
export const countError = (metrics: Metrics, cause: string): void =>
  metrics.add('rapporteur_errors_total', 'What went wrong, by cause.', 1, { cause });

/** How much waits in the queue. */
export async function gaugeQueue(metrics: Metrics, queue: Queue): Promise<void> {
  for (const [state, messages] of Object.entries(await queue.counts())) {
    metrics.set('rapporteur_queue_depth', 'Reports in the queue: to be read, to be written, not readable.', messages, {
      state,
    });
  }
}
