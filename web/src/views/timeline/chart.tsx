/** The drawing of the timeline: rows by lane and party, signs where they stand alone, bars where they are many. */
import { scaleUtc } from 'd3-scale';
import { utcFormat } from 'd3-time-format';
import { useEffect, useRef } from 'preact/hooks';
import type { DayCount, Mark } from '../../../../src/store/store.ts';
import { endOf, startOf } from '../../dates.ts';
import { Possible } from '../../parts/bits.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { deedSign, type Sign, stanceSign, talkSign } from '../../parts/signs.ts';
import { type Bin, binsOf, countedBins, extentOf } from '../../scale/bins.ts';
import { zoomed } from '../../scale/period.ts';
import { lastLook, partyClass } from '../../state.ts';
import { clip } from '../../text.ts';
import { SAY, STANCE, TALK_STATUS } from '../../words.ts';
import { Bars, DAY, type Frame, Signs } from './marks.tsx';
import { type Row, rowsOf, TOP } from './rows.ts';

export const LABELS = 128;
/** Signs closer than this are one bar; so many stand above each other before that. */
const WIDE = 14;
const STACKED = 2;

const LANE = { reports: 'Reports', talks: 'Talks', words: 'Words', deeds: 'Deeds' } as const;

/** What the signs say, for whom the drawing is new. */
const KEY: readonly (readonly [Sign, string])[] = [
  ...(['demands', 'rejects', 'offers', 'accepts'] as const).map((s) => [stanceSign(s), STANCE[s]] as const),
  ...(['held', 'scheduled', 'proposed', 'refused', 'cancelled'] as const).map(
    (s) => [talkSign(s), `talks ${TALK_STATUS[s]}`] as const,
  ),
  [deedSign(true), 'deed'],
];

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

/** As many whole words as so many characters hold; a part of the first where it is longer. */
function wholeWords(text: string, most: number): string {
  const cut = text.slice(0, most + 1).lastIndexOf(' ');
  return (cut > most / 3 ? text.slice(0, cut) : text.slice(0, most)).trimEnd();
}

/** Words beside a sign, where there is room up to the next. */
const Labels = (props: { readonly row: Row; readonly bins: readonly Bin[]; readonly right: number }) => (
  <>
    {props.bins.map((bin, i) => {
      const next = props.bins[i + 1];
      const room = (next ? next.x - (next.n > STACKED ? 8 : 10) : props.right) - bin.x - 14;
      const chars = Math.min(Math.floor(room / 6.9) - 2, 34);
      if (bin.marks.length > 1 || chars < 9) return null;
      const title = bin.marks[0]!.title;
      const text = title.length > chars ? `${wholeWords(title, chars - 1)}…` : clip(title, 30);
      return (
        <text class="tq" x={bin.x + 12} y={props.row.top + props.row.height / 2 + 7}>
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
              <Bars row={row} bins={bins.filter(asBar)} most={most} frame={frame} />
              {bins.map((bin) => !asBar(bin) && <Signs row={row} bin={bin} />)}
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
