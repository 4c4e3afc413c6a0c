/** How wide a box is, kept up with. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** How wide boxes of one kind were last: the next of them is drawn at once, and only again where it is not as wide. */
const lastOf = new Map<string, number>();

/** 0 until it is known, which it is as soon as one of its kind was drawn: the view's whole width unless told. */
export function useWidth(kind = 'view'): readonly [{ current: HTMLDivElement | null }, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, set] = useState(() => lastOf.get(kind) ?? 0);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const keep = (now: number): void => {
      if (now > 0) lastOf.set(kind, now);
      set(now);
    };
    // Told once at the start too, before the first frame is painted.
    const observer = new ResizeObserver(() => keep(node.clientWidth));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
