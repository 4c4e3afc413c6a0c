/** The whole of the case by week, and the window that is shown: drawn, dragged, or moved by the arrow keys. */
import { useRef, useState } from 'preact/hooks';
import { addDays, daysBetween, longDay } from '../../dates.ts';
import { overview } from '../../state.ts';

const HEIGHT = 34;
const WIDE = 1000;

export function Brush(props: {
  readonly first: string;
  readonly last: string;
  readonly from: string;
  readonly to: string;
  readonly show: (period: readonly [string, string]) => void;
}) {
  const { first, last } = props;
  const days = Math.max(daysBetween(first, last) + 1, 1);
  const box = useRef<SVGSVGElement>(null);
  const [drawn, draw] = useState<readonly [string, string] | null>(null);
  const started = useRef<string | null>(null);
  const from = drawn?.[0] ?? props.from;
  const to = drawn?.[1] ?? props.to;
  const x = (day: string): number => Math.min(Math.max((WIDE * daysBetween(first, day)) / days, 0), WIDE);
  const weeks = new Map<string, number>();
  for (const r of overview.value?.wordsAndDeeds ?? [])
    weeks.set(
      r.week,
      (weeks.get(r.week) ?? 0) + r.verbalCooperation + r.verbalConflict + r.materialCooperation + r.materialConflict,
    );
  const most = Math.max(1, ...weeks.values());
  const dayAt = (event: PointerEvent): string => {
    const { left, width } = box.current!.getBoundingClientRect();
    const share = Math.min(Math.max((event.clientX - left) / width, 0), 1);
    return addDays(first, Math.min(Math.floor(share * days), days - 1));
  };
  const span = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a]);
  const end = (event: PointerEvent): void => {
    if (started.current === null) return;
    const period = span(started.current, dayAt(event));
    started.current = null;
    draw(null);
    if (daysBetween(...period) >= 2) props.show(period);
  };
  const edge = (name: string, day: string, set: (to: string) => void) => (
    <input
      type="range"
      class={`edge ${name === 'From' ? 'a' : 'b'}`}
      min="0"
      max={days - 1}
      step="1"
      value={Math.min(Math.max(daysBetween(first, day), 0), days - 1)}
      aria-label={`${name} which day`}
      aria-valuetext={longDay(day)}
      onInput={(e) => set(addDays(first, Number(e.currentTarget.value)))}
    />
  );
  return (
    <div class="brush">
      <svg
        ref={box}
        viewBox={`0 0 ${WIDE} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(e) => {
          e.currentTarget.setPointerCapture(e.pointerId);
          started.current = dayAt(e);
        }}
        onPointerMove={(e) => {
          if (started.current !== null) draw(span(started.current, dayAt(e)));
        }}
        onPointerUp={end}
        onPointerCancel={end}
      >
        {[...weeks].map(([week, n]) => {
          const left = x(week);
          const h = ((HEIGHT - 4) * n) / most;
          return (
            <rect class="wk" x={left} width={Math.max(x(addDays(week, 7)) - left - 1, 0.6)} y={HEIGHT - h} height={h} />
          );
        })}
        <rect class="out" x="0" width={x(from)} y="0" height={HEIGHT} />
        <rect class="out" x={x(addDays(to, 1))} width={WIDE - x(addDays(to, 1))} y="0" height={HEIGHT} />
        <rect class="in" x={x(from)} width={Math.max(x(addDays(to, 1)) - x(from), 2)} y="0.5" height={HEIGHT - 1} />
      </svg>
      {edge('From', from, (day) => day < props.to && props.show([day, props.to]))}
      {edge('To', to, (day) => day > props.from && props.show([props.from, day]))}
    </div>
  );
}
