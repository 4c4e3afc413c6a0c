/** What stands in a row of the timeline: signs where they stand alone, bars where they are many. */
import { useRef } from 'preact/hooks';
import type { Mark } from '../../../../src/store/store.ts';
import { isoDay, period } from '../../dates.ts';
import { markSign } from '../../parts/signs.ts';
import { formatOpen, type Open } from '../../route.ts';
import { type Bin, barHeight } from '../../scale/bins.ts';
import { go, openEntry, opened, partyClass, toView } from '../../state.ts';
import { count, SAY } from '../../words.ts';
import type { Row } from './rows.ts';

export const DAY = 86_400_000;

export interface Frame {
  readonly x: (time: number) => number;
  readonly right: number;
  /** Whether every day has a bar of its own. */
  readonly daily: boolean;
  readonly show: (period: readonly [string, string]) => void;
}

export const openOf = (m: Mark): Open | null =>
  m.kind === 'report' ? null : { kind: m.kind, id: m.id, item: ['statement', 'position', 'event'].includes(m.kind) };

function openMark(m: Mark): void {
  const open = openOf(m);
  if (open) openEntry(open);
  else go(toView('reports', {}, m.id));
}

/** One alone, or a few above each other. */
export const Signs = (props: { readonly row: Row; readonly bin: Bin }) => {
  const { row, bin } = props;
  const middle = row.top + row.height / 2 + 3;
  return (
    <>
      {bin.marks.map((m, i) => {
        const open = openOf(m);
        const here = open && opened.value && formatOpen(open) === formatOpen(opened.value);
        const y = middle - 6.5 + (i - (bin.marks.length - 1) / 2) * 13;
        return (
          <g class={`hit ${partyClass(m.party)} ${here ? 'sel' : ''}`} onClick={() => openMark(m)}>
            <title>{`${m.title} (${m.glyph.toLowerCase()}${m.sure ? '' : `; ${SAY.possible}`})`}</title>
            <rect class="pad" x={bin.x - 9} y={y - 2} width="18" height="17" />
            {!m.sure && <rect class="perhaps" x={bin.x - 8.5} y={y - 2} width="17" height="17" />}
            <use href={`#g-${markSign(m.lane, m.glyph, m.solid)}`} x={bin.x - 6.5} y={y} width="13" height="13" />
          </g>
        );
      })}
    </>
  );
};

/** What a bar stands for. */
const barWords = ({ n, possible, from, to }: Bin): string =>
  `${count(n, 'mark')}${possible ? `, ${possible.toLocaleString('en')} only possible` : ''}, ${period(isoDay(from), isoDay(to))}`;

/** A bar is pointed at from so far, in pixels. */
const NEAR = 14;

const box = (x: number, y: number, wide: number, high: number): string => `M${x} ${y}h${wide}v${high}h${-wide}z`;

/**
 * All bars of a row as one drawing of each kind, and one place that is pointed at: a long period has a thousand bars, and as
 * many drawings of their own would take longer than a click may.
 */
export function Bars(props: {
  readonly row: Row;
  readonly bins: readonly Bin[];
  readonly most: number;
  readonly frame: Frame;
}) {
  const { row, bins, most, frame } = props;
  const here = useRef<SVGRectElement>(null);
  if (bins.length === 0) return null;
  const bottom = row.top + row.height - 2;
  let [own, hollow, perhaps] = ['', '', ''];
  for (const { x, n, possible, solid } of bins) {
    const h = barHeight(n, most, row.height - 8);
    const told = (h * solid) / n;
    const sure = (h * (n - possible)) / n;
    if (solid > 0) own += box(x - 4.5, bottom - told, 9, told);
    if (n - possible > solid) hollow += box(x - 4, bottom - sure, 8, sure - told);
    if (possible > 0) perhaps += box(x - 4, bottom - h, 8, h - sure);
  }
  const at = (event: MouseEvent): Bin | undefined => {
    const svg = (event.currentTarget as SVGElement).ownerSVGElement!;
    const x = event.clientX - svg.getBoundingClientRect().left;
    const nearest = bins.reduce((a, b) => (Math.abs(b.x - x) < Math.abs(a.x - x) ? b : a));
    return Math.abs(nearest.x - x) <= NEAR ? nearest : undefined;
  };
  const point = (event: PointerEvent): void => {
    const bin = at(event);
    (event.currentTarget as Element).querySelector('title')!.textContent = bin ? barWords(bin) : '';
    if (bin) here.current?.setAttribute('x', String(bin.x - 7));
    here.current?.toggleAttribute('data-at', bin !== undefined);
  };
  const closer = (event: MouseEvent): void => {
    const bin = at(event);
    if (!bin) return;
    const [from, to] = [isoDay(bin.from), isoDay(bin.to)];
    if (row.lane === 'reports' && frame.daily) go(toView('reports', { from, to }));
    else if (bin.to - bin.from < DAY && bin.marks[0]) openMark(bin.marks[0]);
    else frame.show([isoDay(bin.from - DAY), isoDay(bin.to + DAY)]);
  };
  const [first, last] = [bins[0]!.x - 7, bins.at(-1)!.x + 7];
  return (
    <g
      class={`hit bars ${row.lane === 'reports' ? 'ink' : partyClass(row.party)}`}
      onClick={closer}
      onPointerMove={point}
      onPointerLeave={() => here.current?.removeAttribute('data-at')}
    >
      <title />
      <rect ref={here} class="here" x={first} y={row.top} width="14" height={row.height} />
      {own && <path class="own" d={own} />}
      {hollow && <path class="hollow" d={hollow} />}
      {perhaps && <path class="perhaps" d={perhaps} />}
      <rect class="pad" x={first} y={row.top} width={last - first} height={row.height} />
    </g>
  );
}
