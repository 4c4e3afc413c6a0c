/**
 * The outlines of the world as one path. Drawing them is most of the map's work, too long for one piece: while nobody waits for
 * them they are drawn one by one, with pauses in which clicks are answered; who opens the map meanwhile draws what is left.
 */
import type { GeoPath, GeoProjection } from 'd3-geo';
import type { Feature } from 'geojson';
import type { Outline } from './outlines.ts';

/** How the outlines are drawn; two looks at one map share the path. */
export interface LandFrame {
  readonly path: GeoPath;
  readonly projection: GeoProjection;
  readonly width: number;
  readonly height: number;
}

interface Land {
  readonly path: GeoPath;
  readonly countries: readonly Outline[];
  readonly far: boolean;
  /** What is drawn so far, in the order of the outlines. */
  readonly pieces: string[];
  /** How many outlines are done; those that cannot be seen leave no piece. */
  done: number;
  d: string | null;
}

/** The last one: whoever comes back to the map finds it made. */
let last: Land | null = null;

function landFor(frame: LandFrame, countries: readonly Outline[], far: boolean): Land {
  if (last?.path !== frame.path || last.countries !== countries || last.far !== far)
    last = { path: frame.path, countries, far, pieces: [], done: 0, d: null };
  return last;
}

function drawNext(land: Land, holds: (f: Feature) => boolean): void {
  const outline = land.countries[land.done++]!();
  const piece = holds(outline) ? land.path(outline) : null;
  if (piece !== null) land.pieces.push(piece);
}

/** All of it at once, as far as it is not made. `far`: also what lies far outside the drawing. */
export function landOf(frame: LandFrame, countries: readonly Outline[], far: boolean): string {
  const land = landFor(frame, countries, far);
  if (land.d === null) {
    const holds = seenIn(frame, far);
    while (land.done < countries.length) drawNext(land, holds);
    land.d = land.pieces.join('');
  }
  return land.d;
}

/** The same in pieces; `pause` is waited for after each so many milliseconds. Ends early where another drawing is wanted. */
export async function landAhead(
  frame: LandFrame,
  countries: readonly Outline[],
  pause: () => Promise<unknown>,
  most = 8,
): Promise<void> {
  const land = landFor(frame, countries, false);
  const holds = seenIn(frame, false);
  let began = performance.now();
  while (land.done < countries.length) {
    drawNext(land, holds);
    if (performance.now() - began < most) continue;
    await pause();
    if (last !== land) return;
    began = performance.now();
  }
}

/** Whether some part of an outline lies in the drawing or as far again around it; others would cost without being seen. */
function seenIn({ projection, width, height }: LandFrame, far: boolean): (f: Feature) => boolean {
  const all = (): boolean => true;
  if (far) return all;
  const [a, b] = [
    [-width, -height],
    [2 * width, 2 * height],
  ].map((at) => projection.invert?.(at as [number, number]));
  // At the edge of the world there is no telling what is left of what.
  if (!a || !b || a[0] >= b[0] || projection.scale() < width / 4) return all;
  const inside = (ring: readonly (readonly number[])[]): boolean => {
    let [west, east, south, north] = [180, -180, 90, -90];
    for (const [x, y] of ring) {
      west = Math.min(west, x!);
      east = Math.max(east, x!);
      south = Math.min(south, y!);
      north = Math.max(north, y!);
    }
    return west <= b[0] && east >= a[0] && south <= a[1] && north >= b[1];
  };
  return ({ geometry }) =>
    geometry.type === 'Polygon'
      ? geometry.coordinates.some(inside)
      : geometry.type === 'MultiPolygon' && geometry.coordinates.some((polygon) => polygon.some(inside));
}
