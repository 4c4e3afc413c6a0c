/** Long tables: what fits a screen is there at once, the rest a little later, so that a click answers without waiting for all. */
import { useEffect, useState } from 'preact/hooks';

/** Milliseconds of quiet before the rest is drawn, and rows at a time. */
const PAUSE = 600;
const STEP = 8;

/**
 * How many of `total` rows to draw now: `first` of them at once, more while nothing else is done, until all are there, so
 * that the page can be searched. All at once before printing, and when the reader scrolls.
 */
export function useGrowing(total: number, first: number, what: string): number {
  const [state, set] = useState({ what, shown: first });
  const shown = state.what === what ? state.shown : first;
  useEffect(() => {
    if (shown >= total) return;
    const all = (): void => set({ what, shown: total });
    const more = (): void => set({ what, shown: Math.min(shown + STEP, total) });
    const timer = setTimeout(more, shown === first ? PAUSE : 30);
    addEventListener('beforeprint', all);
    addEventListener('scroll', all, { passive: true, once: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('beforeprint', all);
      removeEventListener('scroll', all);
    };
  }, [shown, total, what]);
  return Math.min(shown, total);
}
