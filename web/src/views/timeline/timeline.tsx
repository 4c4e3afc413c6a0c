/** Reports, talks, words and deeds on one scale of days; the same days follow as a table. */
import { useEffect, useMemo } from 'preact/hooks';
import { Empty, Show, useAnswer } from '../../answer.tsx';
import { addDays, daysBetween, period } from '../../dates.ts';
import { Filters, OnlySure, PickIssue, PickParty, PickPeriod, ViewHead } from '../../parts/filters.tsx';
import { useWidth } from '../../parts/width.ts';
import { type TimelineDays, timelinePeriod, timelineQuestion } from '../../questions.ts';
import { formatRoute } from '../../route.ts';
import { zoomed } from '../../scale/period.ts';
import { onKeys } from '../../shell/keys.ts';
import { hidden, mainParties, narrow, overview, parameters, toView } from '../../state.ts';
import { ABOUT, count, VIEW } from '../../words.ts';
import { Brush } from './brush.tsx';
import { Chart } from './chart.tsx';
import { DayTable } from './day-table.tsx';

/** Behind the last report, in days. */
const AFTER = 10;

/** The brush reaches so far back, in days, unless what is shown lies further: one report of long ago would leave no room. */
const BACK = 730;
const brushFrom = (first: string, last: string, from: string): string => {
  const start = addDays(last, -BACK);
  const least = from < start ? from : start;
  return first > least ? first : least;
};

/** What was answered, drawn once for each answer: what is asked next leaves it as it is until that is there. */
const Drawn = (props: {
  readonly value: TimelineDays;
  readonly last: string;
  readonly width: number;
  readonly show: (period: readonly [string, string]) => void;
}) => {
  const { value, last, width, show } = props;
  const main = mainParties.value;
  const without = [...hidden.value].join('|');
  return useMemo(() => {
    const [all, days, { from, to, party }] = value;
    const parties = (party ? [party] : main).filter((p) => !hidden.peek().has(p));
    const isShown = (m: { readonly party: string | null }): boolean => !m.party || !hidden.peek().has(m.party);
    const marks = all.filter(isShown);
    const counted = days.filter(isShown);
    const total = counted.reduce((n, d) => n + d.marks, 0);
    return (
      <>
        <p class="vh">
          {count(total, 'mark')}, {period(from, to)}, {count(daysBetween(from, to) + 1, 'day')}
        </p>
        {width > 0 && (
          <Chart
            marks={marks}
            days={counted}
            parties={parties}
            from={from}
            to={to}
            last={last}
            width={Math.max(width, 640)}
            show={show}
          />
        )}
        <DayTable marks={marks} days={counted} />
      </>
    );
  }, [value, main.join('|'), without, last, width]);
};

export function Timeline() {
  const { first, last } = overview.value ?? { first: null, last: null };
  const given = parameters.value;
  const { from, to } = timelinePeriod(given);
  const [box, width] = useWidth();
  const question = timelineQuestion(given);
  const answer = useAnswer(question?.asked ?? null, () => question!.ask());
  const show = (period: readonly [string, string]): void => narrow({ from: period[0], to: period[1] }, true);
  useEffect(() => {
    if (!from || !to) return;
    return onKeys({
      '+': () => show(zoomed(from, to, 0.5, 0)),
      '-': () => show(zoomed(from, to, 2, 0)),
      ArrowLeft: () => show(zoomed(from, to, 1, -0.25)),
      ArrowRight: () => show(zoomed(from, to, 1, 0.25)),
    });
  }, [from, to]);
  const jump = (words: string, before: number | null) => (
    <button
      type="button"
      class="link"
      onClick={() =>
        last &&
        first &&
        show(before === null ? [first, addDays(last, AFTER)] : [addDays(last, -before), addDays(last, AFTER)])
      }
    >
      {words}
    </button>
  );
  return (
    <div ref={box}>
      <ViewHead title={VIEW.timeline} about={ABOUT.timeline}>
        {jump('Last month', 30)}
        {jump('Three months', 91)}
        {jump('All', null)}
        {from && to && (
          <>
            <button type="button" class="link" onClick={() => show(zoomed(from, to, 1, -0.5))}>
              Earlier
            </button>
            <button type="button" class="link" onClick={() => show(zoomed(from, to, 1, 0.5))}>
              Later
            </button>
            <button type="button" class="link" onClick={() => show(zoomed(from, to, 0.5, 0))}>
              Closer
            </button>
            <button type="button" class="link" onClick={() => show(zoomed(from, to, 2, 0))}>
              Wider
            </button>
          </>
        )}
      </ViewHead>
      <Filters>
        <PickParty />
        <PickIssue />
        <PickPeriod />
        <OnlySure />
      </Filters>
      {!last || !from || !to ? (
        <Empty title="No dated report yet">
          What was said and done would stand here by day. <a href={formatRoute(toView('add'))}>Add reports</a>
        </Empty>
      ) : (
        <>
          <Brush
            first={brushFrom(first ?? last, last, from)}
            last={addDays(last, AFTER)}
            from={from}
            to={to}
            show={show}
          />
          <Show answer={answer} waiting="Reading the days">
            {(value) => <Drawn value={value} last={last} width={width} show={show} />}
          </Show>
        </>
      )}
    </div>
  );
}
