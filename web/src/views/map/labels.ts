/** Names on a map where they lie over nothing else. Pure. */

export interface Label {
  readonly name: string;
  /** The middle of what it names, and how far that reaches. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export interface Placed {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end' | 'middle';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HIGH = 13;
/** Of a letter, on average. */
const WIDE = 6.4;
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Tries right, left, below, above; what fits nowhere goes unnamed on the map and stands in the list alone. */
export function placeLabels(labels: readonly Label[]): readonly Placed[] {
  const taken: Box[] = labels.map((l) => ({ left: l.x - l.r, right: l.x + l.r, top: l.y - l.r, bottom: l.y + l.r }));
  return labels.flatMap((l, i) => {
    const wide = l.name.length * WIDE;
    const gap = l.r + 4;
    const tries: readonly Placed[] = [
      { name: l.name, x: l.x + gap, y: l.y + 4, anchor: 'start' },
      { name: l.name, x: l.x - gap, y: l.y + 4, anchor: 'end' },
      { name: l.name, x: l.x, y: l.y + gap + 9, anchor: 'middle' },
      { name: l.name, x: l.x, y: l.y - gap, anchor: 'middle' },
    ];
    for (const t of tries) {
      const left = t.anchor === 'start' ? t.x : t.anchor === 'end' ? t.x - wide : t.x - wide / 2;
      const box: Box = { left, right: left + wide, top: t.y - HIGH + 3, bottom: t.y + 3 };
      if (taken.some((b, j) => j !== i && meet(b, box))) continue;
      taken.push(box);
      return [t];
    }
    return [];
  });
}
