/** One report: where it comes from, what it shares with others, its notes, its text. */
import type { ReportWhole } from '../../../../src/store/store.ts';
import { moment, shortDay } from '../../dates.ts';
import { outletWords } from '../../parts/sayer.ts';
import { formatRoute } from '../../route.ts';
import { toView } from '../../state.ts';
import { fileName } from '../../text.ts';
import { count } from '../../words.ts';
import { ReportText } from './text.tsx';

const HOW = {
  full: 'the same words',
  near: 'nearly the same words',
  partial: 'some of the same words',
  quotation: 'the same quotation',
} as const;

const Shared = (props: { readonly whole: ReportWhole; readonly first: boolean; readonly title: string }) => {
  const here = props.whole.shared.filter((s) => s.first === props.first);
  if (!here.length) return null;
  return (
    <p>
      <b>{props.title}</b>{' '}
      {here.slice(0, 12).map((s, i) => (
        <>
          {i > 0 && '; '}
          <a href={formatRoute(toView('reports', {}, s.report.id))}>
            {outletWords(s.report)}, {shortDay(s.report.day)}
          </a>{' '}
          ({HOW[s.kind]})
        </>
      ))}
      {here.length > 12 && ` and ${here.length - 12} more`}.
    </p>
  );
};

const Key = () => (
  <p class="key rkey">
    <span>
      <mark class="top-position p0">position</mark>
    </span>
    <span>
      <mark class="top-condition p0">condition</mark>
    </span>
    <span>
      <mark class="top-statement p0">statement only</mark>
    </span>
    <span>
      <mark class="top-event p0">talk or deed</mark>
    </span>
    <span>
      <mark class="m-figure top-figure p0">figure</mark>
    </span>
    <span>the line’s colour is the party that speaks</span>
    <span>
      <mark class="hot">the open entry</mark>
    </span>
  </p>
);

export function OneReport(props: { readonly whole: ReportWhole }) {
  const { whole } = props;
  const { row, reading } = whole;
  return (
    <article class="rt">
      <header>
        <h1 dir="auto">{row.title ?? fileName(row.path)}</h1>
        <p>
          {outletWords(row)}
          {row.outlet && row.agency && row.agency !== row.outlet ? `, after ${row.agency}` : ''} ·{' '}
          {moment(row.published ?? row.filed)} · {count(whole.items.length, 'record')} from {count(row.words, 'word')}
        </p>
        <Shared whole={whole} first title="Takes over words from" />
        <Shared whole={whole} first={false} title="Its words stand again in" />
        <p class="i3">
          {reading.document.origin.path}
          {reading.document.origin.line === null ? '' : `, line ${reading.document.origin.line}`}
          {row.url ? ` · ${row.url}` : ''}
        </p>
        {reading.notes.length > 0 && (
          <ul class="notes">
            {reading.notes.map((n) => (
              <li>
                <b>{n.severity === 'info' ? 'Note' : n.severity === 'warning' ? 'Take care' : 'Not read'}:</b>{' '}
                {n.message}
              </li>
            ))}
          </ul>
        )}
        {whole.items.length === 0 && <p>Nothing was found in this report.</p>}
      </header>
      <ReportText whole={whole} />
      <Key />
    </article>
  );
}
