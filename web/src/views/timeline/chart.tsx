/** The drawing of the timeline: rows by lane and party, signs where they stand alone, bars where they are many. */
import { scaleUtc } from 'd3-scale';
import { utcFormat } from 'd3-time-format';
import { useEffect, useRef } from 'preact/hooks';
import type { DayCount, Mark } from '../../../../src/store/store.ts';
import { endOf, isoDay, period, startOf } from '../../dates.ts';
import { Possible } from '../../parts/bits.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { deedSign, markSign, type Sign, stanceSign, talkSign } from '../../parts/signs.ts';
import { formatOpen, type Open } from '../../route.ts';
import { type Bin, barHeight, binsOf, countedBins, extentOf } from '../../scale/bins.ts';
import { zoomed } from '../../scale/period.ts';
import { go, lastLook, openEntry, opened, partyClass, toView } from '../../state.ts';
import { clip } from '../../text.ts';
import { count, SAY, STANCE, TALK_STATUS } from '../../words.ts';
import { type Row, rowsOf, TOP } from './rows.ts';

export const LABELS = 128;
/** Signs closer than this are one bar; so many stand above each other before that. */
const WIDE = 14;
const STACKED = 2;
const DAY = 86_400_000;

const LANE = { reports: 'Reports', talks: 'Talks', words: 'Words', deeds: 'Deeds' } as const;

export const openOf = (m: Mark): Open | null =>
  m.kind === 'report' ? null : { kind: m.kind, id: m.id, item: ['statement', 'position', 'event'].includes(m.kind) };

export function openMark(m: Mark): void {
  const open = openOf(m);
  if (open) openEntry(open);
  else go(toView('reports', {}, m.id));
}

/** What the signs say, for whom the drawing is new. */
const KEY: readonly (readonly [Sign, string])[] = [
  ...(['demands', 'rejects', 'offers', 'accepts'] as const).map((s) => [stanceSign(s), STANCE[s]] as const),
  ...(['held', 'scheduled', 'proposed', 'refused', 'cancelled'] as const).map(
    (s) => [talkSign(s), `talks ${TALK_STATUS[s]}`] as const,
  ),
  [deedSign(true), 'deed'],
];

interface Frame {
  readonly x: (time: number) => number;
  readonly right: number;
  /** Whether every day has a bar of its own. */
  readonly daily: boolean;
  readonly show: (period: readonly [string, string]) => void;
}

/** One alone, or a few above each other. */
const Signs = (props: { readonly row: Row; readonly bin: Bin }) => {
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

const Bar = (props: { readonly row: Row; readonly bin: Bin; readonly most: number; readonly frame: Frame }) => {
  const { row, bin, most, frame } = props;
  const { n, possible, solid } = bin;
  const h = barHeight(n, most, row.height - 8);
  const own = (h * solid) / n;
  const sure = (h * (n - possible)) / n;
  const bottom = row.top + row.height - 2;
  const closer = (): void => {
    const [from, to] = [isoDay(bin.from), isoDay(bin.to)];
    if (row.lane === 'reports' && frame.daily) go(toView('reports', { from, to }));
    else if (bin.to - bin.from < DAY && bin.marks[0]) openMark(bin.marks[0]);
    else frame.show([isoDay(bin.from - DAY), isoDay(bin.to + DAY)]);
  };
  return (
    <g class={`hit ${row.lane === 'reports' ? 'ink' : partyClass(row.party)}`} onClick={closer}>
      <title>{`${count(n, 'mark')}${possible ? `, ${possible.toLocaleString('en')} only possible` : ''}, ${period(isoDay(bin.from), isoDay(bin.to))}`}</title>
      <rect class="pad" x={bin.x - 7} y={row.top} width="14" height={row.height} />
      <rect class="own" x={bin.x - 4.5} width="9" y={bottom - own} height={own} />
      {n - possible > solid && <rect class="hollow" x={bin.x - 4} width="8" y={bottom - sure} height={sure - own} />}
      {possible > 0 && <rect class="perhaps" x={bin.x - 4} width="8" y={bottom - h} height={h - sure} />}
    </g>
  );
};

/** A line for what lasts, a whisker for what is not told to the day. */
const Whiskers = (props: { readonly row: Row; readonly frame: Frame }) => (
  <>
    {props.row.marks.map((m) => {
      const { from, to, exact } = extentOf(m);
      if (to - from <= DAY || props.row.lane === 'reports') return null;
      const [a, b] = [Math.max(props.frame.x(from), LABELS), Math.min(props.frame.x(to), props.frame.right)];
      if (b <= a) return null;
      const y = props.row.top + props.row.height - 5;
      return (
        <path
          class={`whisker ${exact ? '' : 'open'} ${partyClass(m.party)}`}
          d={`M${a} ${y - 4}v8M${a} ${y}H${b}M${b} ${y - 4}v8`}
        />
      );
    })}
  </>
);

/** A date takes so many pixels at most. */
const TICK = 56;

/** Words beside a sign, where there is room up to the next. */
const Labels = (props: { readonly row: Row; readonly bins: readonly Bin[]; readonly right: number }) => (
  <>
    {props.bins.map((bin, i) => {
      const next = props.bins[i + 1];
      const room = (next ? next.x - (next.n > STACKED ? 8 : 10) : props.right) - bin.x - 14;
      const chars = Math.min(Math.floor(room / 6.9) - 2, 34);
      if (bin.marks.length > 1 || chars < 9) return null;
      const title = bin.marks[0]!.title;
      const text = title.length > chars ? `${title.slice(0, chars - 1).trimEnd()}…` : clip(title, 30);
      return (
        <text class="tq" x={bin.x + 10} y={props.row.top + props.row.height / 2 + 7}>
          {`“${text}”`}
        </text>
      );
    })}
  </>
);

export function Chart(props: {
  readonly marks: readonly Mark[];
  readonly days: readonly DayCount[];
  readonly parties: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly last: string;
  readonly width: number;
  readonly show: (period: readonly [string, string]) => void;
}) {
  const { from, to, width, show } = props;
  const start = startOf(from);
  const end = endOf(to);
  const { rows, height } = rowsOf(props.marks, props.days, props.parties);
  const scale = scaleUtc([new Date(start), new Date(end)], [LABELS, width - 8]);
  const dayWide = (width - 8 - LABELS) / ((end - start) / DAY);
  const frame: Frame = { x: (t) => scale(t), right: width - 8, daily: dayWide >= WIDE, show };
  const days = Array.from({ length: Math.min(Math.round((end - start) / DAY), 400) }, (_, i) => start + i * DAY);
  const ticks = scale.ticks(Math.max(Math.floor((width - LABELS) / 90), 2));
  const format = utcFormat(dayWide > 2 ? '%-d %b' : '%b %Y');
  const box = useRef<SVGSVGElement>(null);
  const labels = useRef<SVGGElement>(null);
  const scroller = useRef<HTMLElement>(null);
  // Where not all of it can be seen, the newest comes first.
  useEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, []);
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left } = node.getBoundingClientRect();
      const around = Math.min(Math.max((event.clientX - left - LABELS) / (width - LABELS), 0), 1);
      show(zoomed(from, to, event.deltaY > 0 ? 1.25 : 0.8, 0, around));
    };
    node.addEventListener('wheel', wheel, { passive: false });
    return () => node.removeEventListener('wheel', wheel);
  });
  const looked = lastLook.value ? scale(startOf(lastLook.value)) : 0;
  const lastX = scale(endOf(props.last));
  const inside = (x: number): boolean => x > LABELS && x < width - 8;
  return (
    <section
      class="tlw"
      ref={scroller}
      onScroll={(e) => labels.current?.setAttribute('transform', `translate(${e.currentTarget.scrollLeft} 0)`)}
      tabIndex={0}
      aria-label="Timeline, drawn; the same days follow as a table"
    >
      <svg ref={box} class="tl" width={width} height={height} aria-hidden="true">
        <defs>
          <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v6" class="hatch" />
          </pattern>
        </defs>
        {dayWide > 5 &&
          days.map((t) => {
            const weekday = new Date(t).getUTCDay();
            return weekday === 6 || weekday === 0 ? (
              <rect class="wash" x={scale(t)} width={dayWide} y={TOP} height={height - TOP} />
            ) : null;
          })}
        {lastX < width - 8 && (
          <rect
            class="future"
            x={Math.max(lastX, LABELS)}
            width={width - 8 - Math.max(lastX, LABELS)}
            y={TOP}
            height={height - TOP}
          />
        )}
        {ticks.map((t) => (
          <>
            {scale(t) + TICK < width && (
              <text class="t3" x={scale(t)} y="14">
                {format(t)}
              </text>
            )}
            <line class="rl" x1={scale(t)} x2={scale(t)} y1={TOP - 4} y2={height} />
          </>
        ))}
        {rows.map((row) => {
          const at = (t: number): number => scale(t) - LABELS;
          const [room, least] = [width - 8 - LABELS, Math.max(WIDE, dayWide)];
          const bins = (row.days ? countedBins(row.days, at, room, least) : binsOf(row.marks, at, room, least)).map(
            (b) => ({ ...b, x: b.x + LABELS }),
          );
          const most = Math.max(1, ...bins.map((b) => b.n));
          const asBar = (b: Bin): boolean => row.lane === 'reports' || row.days !== null || b.n > STACKED;
          return (
            <g>
              <line
                class={row.first ? 'rk' : 'rl'}
                x1="0"
                x2={width}
                y1={row.top - (row.first ? 20 : 0) + 0.5}
                y2={row.top - (row.first ? 20 : 0) + 0.5}
              />
              {!row.days && <Whiskers row={row} frame={frame} />}
              {row.lane !== 'reports' && !row.days && <Labels row={row} bins={bins} right={width - 8} />}
              {bins.map((bin) =>
                asBar(bin) ? <Bar row={row} bin={bin} most={most} frame={frame} /> : <Signs row={row} bin={bin} />,
              )}
            </g>
          );
        })}
        <g ref={labels}>
          <rect class="behind" x="0" y={TOP} width={LABELS - 8} height={height - TOP - 16} />
          {rows.map((row) => (
            <g>
              {row.first && <line class="rk" x1="0" x2={LABELS - 8} y1={row.top - 19.5} y2={row.top - 19.5} />}
              {row.first && (
                <text class="lane" x="0" y={row.top - 5}>
                  {LANE[row.lane]}
                </text>
              )}
              {row.label && (
                <g class={partyClass(row.party)}>
                  <rect class="pbar" x="0" y={row.top + row.height / 2 - 2} width="4" height="10" />
                  <text class="t2" x="10" y={row.top + row.height / 2 + 7}>
                    {row.label.length > 20 ? `${row.label.slice(0, 19)}…` : row.label}
                  </text>
                </g>
              )}
            </g>
          ))}
        </g>
        {inside(looked) && (
          <>
            <line class="looked" x1={looked} x2={looked} y1={TOP} y2={height} />
            <text class="t3" x={looked - 4} y={height - 4} text-anchor="end">
              you last looked
            </text>
          </>
        )}
        {inside(lastX) && (
          <>
            <line class="rk" x1={lastX} x2={lastX} y1={TOP - 4} y2={height} />
            <text class="t3" x={lastX + 4} y={height - 4}>
              last report
            </text>
          </>
        )}
      </svg>
      <p class="key">
        {KEY.map(([sign, words]) => (
          <span>
            <Glyph sign={sign} />
            {words}
          </span>
        ))}
        <span>
          a bar stands for several: solid told by the party itself, the reporter or two sides; hollow claimed by one
        </span>
        <span>
          <Possible confidence={0} /> in a broken line: {SAY.lessSure}
        </span>
        <span>whiskers: not told to the day, or going on</span>
        <span>hatched: behind the last report</span>
      </p>
    </section>
  );
}
