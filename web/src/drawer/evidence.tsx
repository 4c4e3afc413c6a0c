/** One piece of evidence in its context: the sentence with the words marked, who says so, where it stands, who copies it. */
import type { Evidence } from '../../../src/case.ts';
import { Show, useAnswer } from '../answer.tsx';
import { moment, shortDay } from '../dates.ts';
import { type ContextMark, contextsOf, type Piece } from '../marks.ts';
import { Words } from '../parts/bits.tsx';
import { outletWords, sayerWords } from '../parts/sayer.ts';
import { go, partyClass, route } from '../state.ts';
import { count, SAY } from '../words.ts';
import { reportQuestion } from './sheet.ts';

/** Goes to the report, scrolled to the words. */
export const toReport = (e: Pick<Evidence, 'report' | 'item'>): void =>
  go({ view: 'reports', id: e.report, parameters: { at: e.item }, open: route.peek().open });

const CLASS: Readonly<Record<ContextMark, string>> = {
  words: 'hl',
  condition: 'if',
  who: 'who',
  cue: 'cue',
  figure: 'fig',
};

const Marked = (props: { readonly text: string; readonly piece: Piece<ContextMark> }) => {
  const { start, end, marks } = props.piece;
  const words = props.text.slice(start, end);
  if (!marks.length) return words;
  const shown = marks.map((m) => CLASS[m]).join(' ');
  return marks.includes('words') ? <mark class={shown}>{words}</mark> : <span class={shown}>{words}</span>;
};

export function InContext(props: { readonly evidence: Evidence }) {
  const { evidence: e } = props;
  const { asked, ask } = reportQuestion(e.report);
  const answer = useAnswer(asked, ask);
  return (
    <Show answer={answer} waiting="Opening the report">
      {(whole) => {
        const contexts = contextsOf(
          whole,
          e.spans,
          whole.items.find((i) => i.id === e.item),
        );
        const paragraphs = [...new Set(contexts.flatMap((c) => c.paragraph ?? []))];
        return (
          <>
            {contexts.length === 0 && (
              <p class="ev">
                <Words>{e.words}</Words>
              </p>
            )}
            {contexts.map((c) => (
              <blockquote class="ev" dir="auto" lang={whole.row.language ?? undefined}>
                {c.pieces.map((piece) => (
                  <Marked text={whole.text} piece={piece} />
                ))}
              </blockquote>
            ))}
            <p class="where">
              <button type="button" class="link" onClick={() => toReport(e)}>
                {outletWords(e)}, {moment(whole.row.published ?? whole.row.filed)}
                {paragraphs.length ? `, paragraph ${paragraphs.join(', ')}` : ''}
              </button>
              {e.spans.length > 0 && <span> · units {e.spans.map((s) => `${s.start} to ${s.end}`).join(', ')}</span>}
            </p>
          </>
        );
      }}
    </Show>
  );
}

/** From the mouth to the page: who says it, who first carries it, who copies that. */
export function Chain(props: { readonly evidence: Evidence; readonly all: readonly Evidence[] }) {
  const { evidence: e, all } = props;
  const origin = e.copyOf ? all.find((x) => x.report === e.copyOf) : undefined;
  const copies = all.filter((x) => x.copyOf !== null && x.copyOf === (e.copyOf ?? e.report) && x.item !== e.item);
  // A report that copies the words twice is one that copies them.
  const copiers = [...new Map(copies.map((c) => [c.report, c])).values()];
  return (
    <section>
      <h3>{SAY.whoSays}</h3>
      <ol class={`chain ${partyClass(e.by?.party)}`}>
        <li>
          <span>
            <b>{sayerWords(e.by)}</b>
            {e.by?.party && e.by.party !== e.by.name ? `, for ${e.by.party}` : ''}
            {e.hedge && (
              <>
                {' '}
                · <Words>{e.hedge}</Words>
              </>
            )}
          </span>
        </li>
        {origin && (
          <li>
            <span>
              <b>{origin.outlet ?? origin.agency ?? SAY.nobody}</b>, {shortDay(origin.day)} <small>{SAY.first}</small>
            </span>
          </li>
        )}
        <li class={e.copyOf ? 'cp' : ''}>
          <span>
            <b>{outletWords(e)}</b>, {shortDay(e.day)}{' '}
            <small>
              {e.copyOf
                ? `copies ${e.originator}`
                : e.originator === (e.outlet ?? e.agency)
                  ? 'in its own words'
                  : `after ${e.originator}`}
            </small>
          </span>
        </li>
        {copiers.length > 0 && (
          <li class="cp">
            <span>copied by {copiers.map((c) => `${outletWords(c)} ${shortDay(c.day)}`).join(', ')}</span>
          </li>
        )}
      </ol>
    </section>
  );
}

/** The other reports that carry it; a click shows their words above. */
export function Others(props: {
  readonly all: readonly Evidence[];
  readonly at: number;
  readonly choose: (index: number) => void;
}) {
  const own = props.all.map((e, i) => ({ e, i })).filter(({ e }) => e.copyOf === null);
  const copies = props.all.map((e, i) => ({ e, i })).filter(({ e }) => e.copyOf !== null);
  const row = ({ e, i }: { e: Evidence; i: number }) => (
    <li>
      <button type="button" class="rowb" aria-current={i === props.at} onClick={() => props.choose(i)}>
        <span>
          {outletWords(e)} <Words>{e.words}</Words>
        </span>
        <span class="nw">{shortDay(e.day)}</span>
      </button>
    </li>
  );
  if (props.all.length < 2) return null;
  return (
    <>
      {own.length > 1 && (
        <section>
          <h3>
            {SAY.alsoReported} <small>{count(own.length, 'report')}</small>
          </h3>
          <ul class="rows">{own.map(row)}</ul>
        </section>
      )}
      {copies.length > 0 && (
        <section class="copies">
          <h3>
            {SAY.copiesOf} <small>counted with their source</small>
          </h3>
          <ul class="rows">{copies.map(row)}</ul>
        </section>
      )}
    </>
  );
}
