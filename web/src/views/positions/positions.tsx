/** Parties by issues: what each last said, on what condition, and whether it moved. */
import { useMemo } from 'preact/hooks';
import { isSure } from '../../../../src/record.ts';
import type { Cell, Matrix } from '../../../../src/store/store.ts';
import { Show } from '../../answer.tsx';
import { Party, Possible, Ticks } from '../../parts/bits.tsx';
import {
  clearFilters,
  Filters,
  isNarrowed,
  PickIssue,
  PickOutlet,
  PickPeriod,
  PickVoice,
  ViewHead,
} from '../../parts/filters.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useGrowing } from '../../parts/growing.tsx';
import { useMatrix } from '../../parts/matrix.ts';
import { Nothing } from '../../parts/nothing.tsx';
import { useWidth } from '../../parts/width.ts';
import { filterOf } from '../../route.ts';
import { changedIds, hidden, issueName, mainParties, narrow, parameters, partyClass } from '../../state.ts';
import { ABOUT, count, SAY, VIEW } from '../../words.ts';
import { useOutlets } from '../outlets.ts';
import { CellButton } from './cell.tsx';

const Key = () => (
  <p class="key">
    {(['demands', 'rejects', 'offers', 'accepts'] as const).map((s) => (
      <span>
        <Glyph sign={`st-${s}`} />
        {s}
      </span>
    ))}
    <span>solid holds, hollow opens</span>
    <span>
      <b>seen</b>: two dated statements differ
    </span>
    <span>said: somebody says so</span>
    <span>
      <Glyph sign="vo-other" />
      another says it
    </span>
    <span>
      <Glyph sign="vo-narrator" />
      the reporter’s own words
    </span>
    <span>
      <Ticks own={2} further={1} />2 sources +1: two independent, and a further report that repeats or copies them
    </span>
    <span>
      <Possible confidence={0} /> {SAY.lessSure}
    </span>
    <span class="nd">changed since you last looked</span>
  </p>
);

const Row = (props: {
  readonly issue: string;
  readonly parties: readonly string[];
  /** By party and issue: more than one where somebody has split a line. */
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
  /** What an empty cell says. */
  readonly none: string;
}) => {
  const silent = props.parties.filter((p) => !props.cells.has(`${p} ${props.issue}`));
  return (
    <tr>
      <th scope="row">
        <b>{issueName(props.issue)}</b>
        <span>{props.issue}</span>
      </th>
      {props.parties.map((party) => {
        const here = props.cells.get(`${party} ${props.issue}`);
        return (
          <td class={`${partyClass(party)} ${here ? '' : 'empty'}`}>
            <span class="ptag" aria-hidden="true">
              <Party name={party} />
            </span>
            {here ? (
              <div>
                {here.map((cell) => (
                  <CellButton cell={cell} />
                ))}
              </div>
            ) : (
              <span class="no">{props.none}</span>
            )}
          </td>
        );
      })}
      <td class="silent">{silent.length > 0 && `${silent.join(', ')}: ${props.none}`}</td>
    </tr>
  );
};

/** A column that is narrower, in pixels, breaks words. */
const LEAST = 105;
/** What the column of issues takes, in pixels. */
const ISSUES = 168;
/** So many cells fill a screen; more are drawn as they come into sight. */
const AT_ONCE = 32;

function Table(props: { readonly matrix: Matrix; readonly room: number }) {
  const { room } = props;
  const { sort } = parameters.value;
  const onlyChanged = sort === 'changed';
  const onlySure = sort === 'sure';
  // What is left out here may well be told.
  const none = onlySure ? SAY.noneSure : onlyChanged ? SAY.noneChanged : SAY.noReport;
  const parties = mainParties.value.filter((p) => !hidden.value.has(p));
  // Too many columns for any screen are scrolled sideways, in a place of their own.
  const wide = parties.length > 10 || room < parties.length * LEAST ? 'wide' : '';
  const others = props.matrix.parties.length - mainParties.value.length;
  const shown = props.matrix.cells.filter(
    (c) => (!onlyChanged || changedIds.value.has(c.line)) && (!onlySure || isSure(c)),
  );
  const cells = Map.groupBy(shown, (c) => `${c.holder} ${c.issue}`);
  const last = (issue: string): string =>
    shown.reduce((day, c) => (c.issue === issue && (c.support.last ?? '') > day ? c.support.last! : day), '');
  const issues = props.matrix.issues.filter((i) => shown.some((c) => c.issue === i && parties.includes(c.holder)));
  const ordered = sort === 'date' ? issues.toSorted((a, b) => (last(a) < last(b) ? 1 : -1)) : issues;
  const { drawn, rest } = useGrowing(
    ordered.length,
    Math.max(Math.ceil(AT_ONCE / Math.max(parties.length, 1)), 4),
    ordered.join(),
  );
  // The same rows as before are not compared again as more are drawn.
  const rows = useMemo(
    () => ordered.map((issue) => <Row key={issue} issue={issue} parties={parties} cells={cells} none={none} />),
    [props.matrix, onlyChanged && changedIds.value, onlySure, ordered.join(), parties.join()],
  );
  if (!ordered.length)
    return (
      <Nothing
        title="No position stands here"
        would="What parties demand, offer, accept and reject would stand here."
        narrowed={isNarrowed() || onlyChanged || onlySure}
        clear={() => (onlyChanged || onlySure ? narrow({ sort: undefined }) : clearFilters())}
      />
    );
  return (
    <>
      <section class={`mxw ${wide}`} tabIndex={wide ? 0 : undefined} aria-label="Positions by issue and party">
        <table class={`mx ${wide}`}>
          <caption class="vh">Positions by issue and party</caption>
          <thead>
            <tr>
              <th class="ih" scope="col">
                Issue
              </th>
              {parties.map((p) => (
                <th scope="col">
                  <Party name={p} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows.slice(0, drawn)}</tbody>
        </table>
      </section>
      {rest}
      {others > 0 && (
        <p class="by">
          {count(others, 'further party', 'further parties')} with positions of {others === 1 ? 'its' : 'their'} own.{' '}
          <button type="button" class="link" onClick={() => narrow({ all: '1' })}>
            Show all
          </button>
        </p>
      )}
      <Key />
    </>
  );
}

export function Positions() {
  const [box, width] = useWidth();
  const filter = filterOf(parameters.value);
  const answer = useMatrix(filter);
  const outlets = useOutlets();
  const sort = parameters.value.sort;
  const order = (value: string | undefined, words: string) => (
    <button type="button" class="link" aria-pressed={sort === value} onClick={() => narrow({ sort: value })}>
      {words}
    </button>
  );
  return (
    <div ref={box}>
      <ViewHead title={VIEW.positions} about={ABOUT.positions}>
        <span>{count(answer.value?.issues.length ?? 0, 'issue')}</span>
        {order(undefined, 'In the order of issues')}
        {order('date', 'By date')}
        {order('changed', 'Only changed')}
        {order('sure', SAY.onlySure)}
      </ViewHead>
      <Filters>
        <PickIssue codes={answer.value?.issues ?? []} />
        <PickPeriod />
        <PickVoice />
        <PickOutlet outlets={outlets} />
      </Filters>
      <Show answer={answer} waiting="Reading the positions">
        {(matrix) => <Table matrix={matrix} room={width === 0 ? 9999 : width - ISSUES} />}
      </Show>
    </div>
  );
}
