/** How far a run has come. */
export interface Progress {
  /** Reports are read first; then the record of the case is brought up to date with them. */
  readonly phase: 'reading' | 'consolidating';
  /** Reports that are through: added, known already or failed. While consolidating: steps of that. */
  readonly done: number;
  /** Of how many; `null` where that cannot be known beforehand. */
  readonly total: number | null;
  readonly added: number;
  readonly known: number;
  readonly reread: number;
  readonly failed: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly secondsLeft: number | null;
}

/** How much there is to read; what is not known is `null`. */
export interface Amount {
  readonly reports: number | null;
  readonly bytes: number | null;
}

/** Counts of reports by what became of them. */
export type Counts = Record<'added' | 'known' | 'reread' | 'failed', number>;

/**
 * What to tell of a run. The share that is done comes from reports where they can be counted, else from bytes. `unread`
 * reports were known already and cost next to nothing: they do not count for the time left.
 */
export function progressOf(counts: Counts, seconds: number, amount: Amount, bytes: number): Progress {
  const done = counts.added + counts.known + counts.reread + counts.failed;
  const worked = done - counts.known;
  const perSecond = seconds > 0 ? done / seconds : 0;
  const share = amount.reports ? done / amount.reports : amount.bytes ? bytes / amount.bytes : null;
  // Where most were known, the rest will not go as quickly: those that were read set the pace.
  const pace = worked > 0 && seconds > 0 ? worked / seconds : perSecond;
  const left =
    share === null || share <= 0 || share > 1 || done === 0
      ? null
      : amount.reports
        ? (amount.reports - done) / pace
        : (seconds * (1 - share)) / share;
  return {
    phase: 'reading',
    done,
    total: amount.reports,
    ...counts,
    seconds,
    perSecond,
    secondsLeft: left !== null && Number.isFinite(left) ? left : null,
  };
}
