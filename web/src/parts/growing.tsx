/** Long tables: what fits a screen is there at once, the rest when the reader comes near it, so that a click answers at once. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { SAY } from '../words.ts';

/** Rows at a time. */
const STEP = 8;

/**
 * How many of `total` rows to draw now: `first` of them at once, more whenever `rest`, which stands below them, comes into
 * sight, unless something stands below them that would slip away: then when it is asked for. All when they are printed or
 * searched for. `what` names the rows: with others, it begins anew.
 */
export function useGrowing(total: number, first: number, what: string, bySight = true) {
  const [state, set] = useState({ what, shown: first });
  const end = useRef<HTMLParagraphElement>(null);
  const shown = Math.min(state.what === what ? state.shown : first, total);
  const all = (): void => set({ what, shown: total });
  useEffect(() => {
    if (shown >= total || !end.current) return;
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some((e) => e.isIntersecting)) set({ what, shown: shown + STEP });
      },
      { rootMargin: '0px 0px 100px' },
    );
    const searched = (e: KeyboardEvent): void => {
      if ((e.ctrlKey || e.metaKey) && e.key === 'f') all();
    };
    if (bySight) seen.observe(end.current);
    addEventListener('beforeprint', all);
    addEventListener('keydown', searched);
    return () => {
      seen.disconnect();
      removeEventListener('beforeprint', all);
      removeEventListener('keydown', searched);
    };
  }, [shown, total, what, bySight]);
  const rest = shown < total && (
    <p ref={end}>
      <button type="button" class="link more" onClick={all}>
        {SAY.more}: {total - shown}
      </button>
    </p>
  );
  return { drawn: shown, rest };
}
