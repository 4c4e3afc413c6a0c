/** How wide a box is, kept up with. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** 0 until it is known. */
export function useWidth(): readonly [{ current: HTMLDivElement | null }, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, set] = useState(0);
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const observer = new ResizeObserver(() => set(node.clientWidth));
    observer.observe(node);
    set(node.clientWidth);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
