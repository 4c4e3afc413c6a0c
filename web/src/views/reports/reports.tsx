/** What was read: the list, and one report with its records marked. */
import type { ReportRow } from '../../../../src/store/store.ts';
import { Fault, Show, useAnswer } from '../../answer.tsx';
import { fullDay, shortDay } from '../../dates.ts';
import { reportQuestion } from '../../drawer/sheet.ts';
import { Filters, PickOutlet, PickPeriod, ViewHead } from '../../parts/filters.tsx';
import { LongList, usePages } from '../../parts/long-list.tsx';
import { Nothing } from '../../parts/nothing.tsx';
import { outletWords } from '../../parts/sayer.ts';
import { reportsPaged } from '../../questions.ts';
import { filterOf, formatRoute } from '../../route.ts';
import { parameters, shownId, toView } from '../../state.ts';
import { fileName } from '../../text.ts';
import { ABOUT, count, SAY, VIEW } from '../../words.ts';
import { useOutlets } from '../outlets.ts';
import { OneReport } from './one-report.tsx';

const useReports = () => {
  const filter = filterOf(parameters.value);
  return usePages(reportsPaged(filter));
};

const hrefOf = (row: ReportRow): string => {
  const { from, to, outlet } = parameters.value;
  return formatRoute(
    toView('reports', { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(outlet ? { outlet } : {}) }, row.id),
  );
};

const Line = (props: { readonly row: ReportRow; readonly fresh: boolean }) => {
  const { row } = props;
  return (
    <>
      {props.fresh && <h2 class="day">{row.day ? fullDay(row.day) : SAY.undated}</h2>}
      <a class={`rrow ${row.copyOf ? 'cp' : ''}`} href={hrefOf(row)} data-step>
        <span class="o">{outletWords(row)}</span>
        {row.title ? (
          <span class="q" dir="auto">
            {row.title}
          </span>
        ) : (
          <span class="i2">{fileName(row.path)}</span>
        )}
        <span class="c">
          {row.copyOf ? 'a copy · ' : ''}
          {count(row.items, 'record')}
          {row.notes > 0 ? ` · ${count(row.notes, 'note')}` : ''}
        </span>
      </a>
    </>
  );
};

function List() {
  const pages = useReports();
  const outlets = useOutlets();
  return (
    <>
      <ViewHead title={VIEW.reports} about={ABOUT.reports}>
        <span>{count(pages.total, 'report')}</span>
        <a href={formatRoute(toView('add'))}>Add reports</a>
      </ViewHead>
      <Filters>
        <PickPeriod />
        <PickOutlet outlets={outlets} />
      </Filters>
      {pages.fault && <Fault fault={pages.fault} again={pages.again} />}
      {pages.waiting && <p class="state i2">Reading the list</p>}
      {!pages.waiting && pages.rows.length === 0 && (
        <Nothing title="No report stands here" would="The reports of the case would stand here, newest first." />
      )}
      {pages.rows.length > 0 && (
        <LongList rows={pages.rows} height={44} label="Reports" more={pages.hasMore ? pages.more : undefined}>
          {(row, i) => <Line row={row} fresh={row.day !== pages.rows[i - 1]?.day || i === 0} />}
        </LongList>
      )}
    </>
  );
}

/** The list again, narrow, beside the report. */
function Rail(props: { readonly id: string }) {
  const pages = useReports();
  const at = pages.rows.findIndex((r) => r.id === props.id);
  if (!pages.rows.length) return <div />;
  return (
    <nav class="rail" aria-label="Other reports">
      <a class="all" href={formatRoute(toView('reports'))}>
        {SAY.all}: {count(pages.total, 'report')}
      </a>
      <LongList rows={pages.rows} height={40} label="Reports" at={at} more={pages.hasMore ? pages.more : undefined}>
        {(row) => (
          <a
            class={`${row.copyOf ? 'cp' : ''}`}
            href={hrefOf(row)}
            aria-current={row.id === props.id ? 'page' : undefined}
          >
            {outletWords(row)}, {shortDay(row.day)}
            <small>
              {row.copyOf ? 'a copy; ' : ''}
              {row.title ?? fileName(row.path)}
            </small>
          </a>
        )}
      </LongList>
    </nav>
  );
}

function One(props: { readonly id: string }) {
  const { asked, ask } = reportQuestion(props.id);
  const answer = useAnswer(asked, ask);
  return (
    <div class="rp">
      <Rail id={props.id} />
      <div class="rbox">
        <Show answer={answer} waiting="Opening the report">
          {(whole) => <OneReport whole={whole} />}
        </Show>
      </div>
    </div>
  );
}

export const Reports = () => (shownId.value ? <One key={shownId.value} id={shownId.value} /> : <List />);
