/** The map as drawn: outlines of states, the case's own map over or instead of them, and the places. */
import { geoGraticule10 } from 'd3-geo';
import type { Feature } from 'geojson';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isSure } from '../../../../src/record.ts';
import { useWidth } from '../../parts/width.ts';
import { narrow, partyClass } from '../../state.ts';
import { count } from '../../words.ts';
import { framedBy, isMade, keptFrame, type OwnMaps } from './frame.ts';
import { placeLabels } from './labels.ts';
import { landAhead, landOf } from './land.ts';
import type { Outline } from './outlines.ts';
import type { Spot } from './spots.ts';

/** Degrees from west to east from which on the coarser outlines do. */
const COARSE = 50;

interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

const radius = (n: number): number => 4 + Math.min(Math.sqrt(n) * 2.2, 16);

/** The party most often said to have acted there. */
function partyOf(spot: Spot): string | null {
  const counts = new Map<string, number>();
  for (const h of spot.deeds) for (const a of h.actors) counts.set(a.name, (counts.get(a.name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** How many of what is told there the record does not assert. */
function perhapsWords({ deeds, talks }: Spot): string {
  const n = [...deeds, ...talks].filter((one) => !isSure(one)).length;
  return n === 0 ? '' : `; ${n} only possible`;
}

interface DrawingProps {
  readonly spots: readonly Spot[];
  /** The places of the case as it was first shown, not narrowed: the map does not jump with every filter. */
  readonly around: readonly Spot[];
  readonly maps: OwnMaps;
  readonly chosen: string | undefined;
}

const heightFor = (width: number): number => Math.max(Math.round(width * 0.66), 320);
const outlines = (coarse: boolean) => (coarse ? import('./world-far.ts') : import('./world.ts'));

/** Makes frame and outlines before the map is opened, for a drawing of this width, a piece whenever nothing else is to be done. */
export async function drawAhead(
  spots: readonly Spot[],
  maps: OwnMaps,
  width: number,
  idle: () => Promise<unknown>,
): Promise<void> {
  if (isMade(maps)) return;
  const height = heightFor(width);
  const frame = keptFrame(framedBy(spots, spots), maps, width, height);
  await idle();
  const { countries } = await outlines(frame.wide > COARSE);
  await idle();
  await landAhead({ ...frame, width, height }, countries, idle);
}

export function Drawing(props: DrawingProps) {
  const [frame, width] = useWidth('map');
  return <div ref={frame}>{width > 0 && <Drawn {...props} width={width} height={heightFor(width)} />}</div>;
}

/** Whether the name of a place lies over that of a region, which then gives way: a letter is some seven units wide. */
function over(
  label: { readonly name: string; readonly x: number; readonly y: number; readonly anchor: string },
  region: { readonly name: string; readonly at: readonly [number, number] },
): boolean {
  const wide = label.name.length * 7;
  const left = label.anchor === 'end' ? label.x - wide : label.anchor === 'middle' ? label.x - wide / 2 : label.x;
  const half = region.name.length * 5;
  return left < region.at[0] + half && left + wide > region.at[0] - half && Math.abs(label.y - region.at[1]) < 14;
}

function Drawn(props: DrawingProps & { readonly width: number; readonly height: number }) {
  const { width, height } = props;
  const [view, move] = useState<View>({ k: 1, x: 0, y: 0 });
  const dragged = useRef<{ x: number; y: number; from: View } | null>(null);
  const box = useRef<SVGSVGElement>(null);
  const [countries, setCountries] = useState<readonly Outline[] | null>(null);
  const placed = props.spots.filter((s) => s.at !== null);
  const framed = useMemo(() => framedBy(props.around, props.spots), [props.around, props.spots]);
  const inFrame = new Set(framed.map((s) => s.at!.join()));
  const outside = placed.filter((s) => !inFrame.has(s.at!.join())).length;
  // Drawing the world is most of the work: once for these places, not again with every move, filter or look at another view.
  const { own, areas, projection, path, wide } = keptFrame(framed, props.maps, width, height);
  const coarse = wide / view.k > COARSE;
  useEffect(() => {
    let stale = false;
    void outlines(coarse).then((w) => {
      if (!stale) setCountries(w.countries);
    });
    return () => {
      stale = true;
    };
  }, [coarse]);
  const far = view.k < 0.7 || Math.abs(view.x) > width * view.k || Math.abs(view.y) > height * view.k;
  const land = useMemo(
    () => countries && landOf({ path, projection, width, height }, countries, far),
    [countries, path, far],
  );
  const graticule = useMemo(() => (wide > 40 ? path(geoGraticule10()) : null), [path, wide]);
  const zoom = (factor: number): void =>
    move((v) => {
      const k = Math.min(Math.max(v.k * factor, 0.2), 12);
      return { k, x: width / 2 - ((width / 2 - v.x) * k) / v.k, y: height / 2 - ((height / 2 - v.y) * k) / v.k };
    });
  /** A tenth of the drawing at a time. */
  const pan = (e: KeyboardEvent): void => {
    const by = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[e.key];
    if (!by) return;
    e.preventDefault();
    move((v) => ({ ...v, x: v.x + (by[0]! * width) / 10, y: v.y + (by[1]! * height) / 10 }));
  };
  const screen = (at: readonly [number, number]): readonly [number, number] | null => {
    const p = projection([...at]);
    return p ? [p[0] * view.k + view.x, p[1] * view.k + view.y] : null;
  };
  const ownPoints = own.flatMap((f) => {
    if (f.geometry?.type !== 'Point') return [];
    const at = screen(f.geometry.coordinates as unknown as [number, number]);
    return at ? [{ name: String(f.properties?.['name'] ?? ''), at }] : [];
  });
  const spots = placed.flatMap((s) => {
    const at = screen(s.at!);
    return at ? [{ s, at, r: Math.max(radius(s.deeds.length), s.talks.length ? radius(s.talks.length) + 3 : 0) }] : [];
  });
  // A place that the case's own map names as well is named once.
  const alone = ownPoints.filter((p) => !spots.some((q) => Math.hypot(q.at[0] - p.at[0], q.at[1] - p.at[1]) < 1));
  // Areas that hold their own name have it in the middle; small ones beside them, as places do.
  const regions = areas.flatMap((f) => {
    const name = f.properties?.['name'];
    if (typeof name !== 'string' || /Line/.test(f.geometry.type)) return [];
    const [x, y] = path.centroid(f as Feature);
    const [[left], [right]] = path.bounds(f as Feature);
    const half = ((right - left) / 2) * view.k;
    return Number.isFinite(x)
      ? [{ name, at: [x * view.k + view.x, y * view.k + view.y] as const, half, wide: half > name.length * 5 }]
      : [];
  });
  const labels = placeLabels([
    ...spots.map(({ s, at, r }) => ({
      name: ownPoints.find((p) => Math.hypot(at[0] - p.at[0], at[1] - p.at[1]) < 1)?.name || s.name,
      x: at[0],
      y: at[1],
      r,
    })),
    ...alone.map((p) => ({ name: p.name, x: p.at[0], y: p.at[1], r: 3 })),
    ...regions.filter((r) => !r.wide).map((r) => ({ name: r.name, x: r.at[0], y: r.at[1], r: r.half })),
  ]);
  return (
    <>
      <svg
        ref={box}
        class="m"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Map of ${placed.length} places; the list beside it has the same`}
        onPointerDown={(e) => {
          dragged.current = { x: e.clientX, y: e.clientY, from: view };
        }}
        onPointerMove={(e) => {
          const d = dragged.current;
          if (!d || !box.current) return;
          const unit = width / Math.max(box.current.getBoundingClientRect().width, 1);
          if (Math.abs(e.clientX - d.x) + Math.abs(e.clientY - d.y) > 3)
            move({ ...d.from, x: d.from.x + (e.clientX - d.x) * unit, y: d.from.y + (e.clientY - d.y) * unit });
        }}
        onPointerUp={() => {
          dragged.current = null;
        }}
        onPointerLeave={() => {
          dragged.current = null;
        }}
      >
        <g transform={`translate(${view.x} ${view.y}) scale(${view.k})`}>
          {graticule && <path class="grat" d={graticule} />}
          {land && <path class="land" d={land} />}
          {areas.map((f) => (
            <path class={/Line/.test(f.geometry.type) ? 'own-line' : 'own-area'} d={path(f as Feature) ?? ''}>
              <title>{String(f.properties?.['name'] ?? '')}</title>
            </path>
          ))}
        </g>
        {regions.map((r) =>
          r.wide && !labels.some((l) => over(l, r)) ? (
            <text class="area" x={r.at[0]} y={r.at[1]} text-anchor="middle">
              {r.name}
            </text>
          ) : null,
        )}
        {alone.map((p) => (
          <circle class="own-point" cx={p.at[0]} cy={p.at[1]} r="2.5" />
        ))}
        {spots.map(({ s, at }) => {
          const r = radius(s.deeds.length);
          return (
            <g
              class={`spot ${partyClass(partyOf(s))} ${props.chosen === s.name ? 'on' : ''}`}
              onClick={() => narrow({ name: s.name })}
            >
              <title>{`${s.name}: ${count(s.deeds.length, 'deed')}, ${count(s.talks.length, 'talk')}${perhapsWords(s)}`}</title>
              {s.talks.length > 0 && (
                <circle
                  class={`talk ${s.talks.some(isSure) ? '' : 'perhaps'}`}
                  cx={at[0]}
                  cy={at[1]}
                  r={radius(s.talks.length) + 3}
                />
              )}
              {s.deeds.length > 0 && (
                <rect
                  class={`deed ${s.precision === 'place' ? '' : 'vague'} ${s.deeds.some(isSure) ? '' : 'perhaps'}`}
                  x={at[0] - r}
                  y={at[1] - r}
                  width={2 * r}
                  height={2 * r}
                />
              )}
            </g>
          );
        })}
        {labels.map((l) => (
          <text x={l.x} y={l.y} text-anchor={l.anchor}>
            {l.name}
          </text>
        ))}
      </svg>
      <p class="zoom" onKeyDown={pan}>
        <button type="button" class="link" onClick={() => zoom(1.6)}>
          Closer
        </button>
        <button type="button" class="link" onClick={() => zoom(1 / 1.6)}>
          Wider
        </button>
        <button type="button" class="link" onClick={() => move({ k: 1, x: 0, y: 0 })}>
          As at first
        </button>
        <span class="by">
          drag or use the arrow keys here to move
          {outside > 0 && view.k === 1 && `; ${count(outside, 'place')} farther off: Wider`}
        </span>
      </p>
    </>
  );
}
