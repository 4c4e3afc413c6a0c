/** What each party said and did, week by week; every bar opens on what counts for it. */
import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Item, Quad, WordsAndDeeds } from '../../../src/case.ts';
import { Empty, Show, useAnswer } from '../answer.tsx';
import { addDays, bareDay, longDay, period } from '../dates.ts';
import { itemSentence } from '../drawer/titles.ts';
import { Head, Opens, Party, Words } from '../parts/bits.tsx';
import { Filters, PickParty, PickPeriod, ViewHead } from '../parts/filters.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { useGrowing } from '../parts/growing.tsx';
import { sourceWords } from '../parts/sayer.ts';
import { useWidth } from '../parts/width.ts';
import { deedsQuestion, WEEKS } from '../questions.ts';
import { filterOf, formatRoute } from '../route.ts';
import { weeksBetween } from '../scale/weeks.ts';
import { client, hidden, mainParties, narrow, overview, parameters, partyClass, route, toView } from '../state.ts';
import { ABOUT, count, QUAD, quadCount, VIEW } from '../words.ts';
import { Undertakings } from './undertakings.tsx';

const QUADS: readonly Quad[] = ['verbalCooperation', 'materialCooperation', 'verbalConflict', 'materialConflict'];
/** A few weeks are drawn no wider than if they were so many. */
const LEAST = 8;
/** Pixels above the line, and below. */
const HALF = 36;

type Counts = Pick<WordsAndDeeds, Quad>;
const sum = (r: Counts): number => QUADS.reduce((n, q) => n + r[q], 0);
const NOTHING: Counts = { verbalCooperation: 0, materialCooperation: 0, verbalConflict: 0, materialConflict: 0 };

/** What is said stands in one line, what is done in the next. */
const LINES = [
  ['said', 'verbalCooperation', 'verbalConflict'],
  ['did', 'materialCooperation', 'materialConflict'],
] as const;

/** `3 opposing`, the figure in bold; read out in full. */
const Amount = (props: { readonly n: number; readonly quad: Quad }) => (
  <>
    <b>{props.n.toLocaleString('en')}</b>
    <span aria-hidden="true">{props.quad.endsWith('Cooperation') ? ' cooperating' : ' opposing'}</span>
    <span class="vh">{quadCount(props.n, props.quad).replace(/^\S+/, '')}</span>
  </>
);

const pick = (party: string, week: string, quad: Quad): void =>
  narrow({ party: route.peek().parameters.party, speaker: party, week, quad });

/** A week: four stretches of one bar, each a way in. */
const Week = (props: {
  readonly row: WordsAndDeeds;
  readonly x: number;
  readonly wide: number;
  readonly unit: number;
}) => {
  const { row, x, wide, unit } = props;
  const chosen = useMemo(
    () =>
      computed(() => {
        const { speaker, week, quad } = parameters.value;
        return speaker === row.party && week === row.week ? quad : undefined;
      }),
    [row.party, row.week],
  ).value;
  const part = (quad: Quad, y: number, h: number) =>
    h > 0 && (
      <rect
        class={`${quad.startsWith('verbal') ? 'dw-v' : 'dw-m'} ${chosen === quad ? 'on' : ''}`}
        x={x + 1.5}
        width={wide - 3}
        y={y}
        height={h}
        onClick={() => pick(row.party, row.week, quad)}
      >
        <title>{`${quadCount(row[quad], quad)}, week of ${longDay(row.week)}`}</title>
      </rect>
    );
  const mc = row.materialCooperation * unit;
  const vc = row.verbalCooperation * unit;
  const mx = row.materialConflict * unit;
  const vx = row.verbalConflict * unit;
  return (
    <g>
      {part('materialCooperation', HALF - mc, mc)}
      {part('verbalCooperation', HALF - mc - vc, vc)}
      {part('materialConflict', HALF, mx)}
      {part('verbalConflict', HALF + mx, vx)}
    </g>
  );
};

const PartyRow = (props: {
  readonly party: string;
  readonly rows: readonly WordsAndDeeds[];
  readonly weeks: readonly string[];
  readonly most: number;
  /** Whether it names the weeks: the last of the parties does so for all. */
  readonly dated: boolean;
}) => {
  const { party, rows, weeks } = props;
  const [box, width] = useWidth('weeks');
  const wide = Math.max(width, 1) / Math.max(weeks.length, LEAST);
  const unit = (HALF - 2) / props.most;
  const total = (q: Quad): number => rows.reduce((n, r) => n + r[q], 0);
  // A date takes so many pixels.
  const every = Math.max(Math.ceil(52 / wide), 1);
  return (
    <section class={`wd-p ${partyClass(party)}`}>
      <div class="nm">
        <h2>
          <Party name={party} />
        </h2>
        <p>
          {LINES.map(([what, ...quads]) => (
            <span>
              <i>{what}</i>
              {quads.map((q) => (
                <span>
                  <Amount n={total(q)} quad={q} />
                </span>
              ))}
            </span>
          ))}
        </p>
      </div>
      <div ref={box}>
        {width > 0 && (
          <svg
            class="wd-c"
            width={width}
            height={HALF * 2 + (props.dated ? 18 : 0)}
            role="img"
            aria-label={`${party} by week; the table below has the same figures`}
          >
            <line class="dw-0" x1="0" x2={width} y1={HALF} y2={HALF} />
            {weeks.map((week, i) => {
              const row = rows.find((r) => r.week === week);
              return (
                <g>
                  {props.dated && i % every === 0 && i * wide + 44 < width && (
                    <text x={i * wide} y={HALF * 2 + 14}>
                      {bareDay(week)}
                    </text>
                  )}
                  {row && <Week row={row} x={i * wide} wide={wide} unit={unit} />}
                </g>
              );
            })}
          </svg>
        )}
      </div>
    </section>
  );
};

/** Drawn once for the same figures, whatever is chosen among them. */
const PartyRows = (props: {
  readonly parties: readonly string[];
  readonly rows: readonly WordsAndDeeds[];
  readonly weeks: readonly string[];
  readonly most: number;
}) => {
  const { parties, rows, weeks, most } = props;
  return useMemo(
    () =>
      parties.map((p, i) => (
        <PartyRow
          key={p}
          party={p}
          rows={rows.filter((r) => r.party === p)}
          weeks={weeks}
          most={most}
          dated={i === 0 || i === parties.length - 1}
        />
      )),
    [parties.join(), JSON.stringify(rows), weeks.join(), most],
  );
};

/** Weeks of the table that are drawn at once: it lies below all else. */
const AT_ONCE = 1;

const FigureRow = (props: {
  readonly week: string;
  readonly parties: readonly string[];
  readonly of: ReadonlyMap<string, WordsAndDeeds>;
}) => (
  <tr>
    <th scope="row">{longDay(props.week)}</th>
    {props.parties.map((party) => {
      const row = props.of.get(`${props.week} ${party}`);
      return (
        <td data-l={party}>
          {row && sum(row) > 0 ? (
            <ul>
              {LINES.filter(([, a, b]) => row[a] + row[b] > 0).map(([what, ...quads]) => (
                <li>
                  <i>{what}</i>
                  {quads
                    .filter((q) => row[q] > 0)
                    .map((q) => (
                      <button type="button" onClick={() => pick(party, props.week, q)}>
                        <Amount n={row[q]} quad={q} />
                      </button>
                    ))}
                </li>
              ))}
            </ul>
          ) : (
            <span class="i3">none told</span>
          )}
        </td>
      );
    })}
  </tr>
);

/** The same figures, each a button; weeks of which nothing is told are left out. */
const Figures = (props: {
  readonly rows: readonly WordsAndDeeds[];
  readonly weeks: readonly string[];
  readonly parties: readonly string[];
}) => {
  const { parties } = props;
  const of = new Map(props.rows.map((r) => [`${r.week} ${r.party}`, r]));
  const told = props.weeks
    .toReversed()
    .filter((week) => parties.some((p) => sum(of.get(`${week} ${p}`) ?? NOTHING) > 0));
  const { drawn, rest } = useGrowing(told.length, AT_ONCE, told.join());
  // The same rows as before are not compared again as more are drawn.
  const rows = useMemo(
    () => told.map((week) => <FigureRow key={week} week={week} parties={parties} of={of} />),
    [JSON.stringify(props.rows), told.join(), parties.join()],
  );
  return (
    <>
      <table class="wk-t figs">
        <caption class="vh">Words and deeds by week</caption>
        <thead>
          <tr>
            <th scope="col">Week of</th>
            {parties.map((p) => (
              <th scope="col">
                <Party name={p} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.slice(0, drawn)}</tbody>
      </table>
      {rest}
    </>
  );
};

const Counted = (props: { readonly items: readonly Item[] }) => (
  <ol class="lst">
    {props.items.map((item) => {
      const { sentence, sign, party } = itemSentence(item);
      return (
        <li class={partyClass(party)}>
          <Opens kind={item.kind} id={item.id} item class="irow">
            <span>
              <Glyph sign={sign} class="pc" />
              {sentence}
            </span>
            <span>
              <Words>{item.words}</Words>
            </span>
            <span class="by">{sourceWords(item.report)}</span>
          </Opens>
        </li>
      );
    })}
  </ol>
);

/** Weeks from the words on, the week itself among them. */
const AFTER = 4;

/** What a party did from the week on in which it spoke: its deeds beside its words, in their order. */
function Beside(props: { readonly party: string; readonly week: string }) {
  const { party, week } = props;
  const until = addDays(week, 7 * AFTER - 1);
  const answer = useAnswer(`beside ${party} ${week}`, async () => {
    const weeks = Array.from({ length: AFTER }, (_, i) => addDays(week, 7 * i));
    const asked = weeks.flatMap((w) =>
      (['materialCooperation', 'materialConflict'] as const).map((quad) =>
        client.peek().wordsAndDeedsItems(party, w, quad),
      ),
    );
    return (await Promise.all(asked)).flat().toSorted((a, b) => ((a.report.day ?? '') < (b.report.day ?? '') ? -1 : 1));
  });
  return (
    <section class="beside">
      <Head title={`What ${party} did from then on`} aside={period(week, until)} />
      <Show answer={answer} waiting="Reading its deeds">
        {(items) =>
          items.length === 0 ? (
            <p class="i2">No report tells of a deed of {party} in these weeks.</p>
          ) : (
            <>
              <p class="by">{count(items.length, 'deed')} told. Whether they keep a word is for the reader to say.</p>
              <Counted items={items.slice(0, BESIDE)} />
              {items.length > BESIDE && <p class="by">and {items.length - BESIDE} more; the weeks below have them</p>}
            </>
          )
        }
      </Show>
    </section>
  );
}

/** Deeds named beside words at most. */
const BESIDE = 30;

/** What counts for one stretch of one bar. */
function What() {
  const { speaker: party, week, quad } = parameters.value;
  const chosen = party && week && QUADS.find((q) => q === quad);
  const answer = useAnswer(chosen ? `counted ${party} ${week} ${quad}` : null, () =>
    client.peek().wordsAndDeedsItems(party!, week!, quad as Quad),
  );
  if (!chosen) return null;
  return (
    <section class="group" id="counted">
      <Head title={`${party}, ${QUAD[chosen]}`} aside={`week of ${period(week!, addDays(week!, 6))}`}>
        <button
          type="button"
          class="link"
          onClick={() => narrow({ speaker: undefined, week: undefined, quad: undefined })}
        >
          Close
        </button>
      </Head>
      <Show answer={answer} waiting="Reading what counts">
        {(items) => (
          <>
            <p class="by">{count(items.length, 'record')}; one item stands for all that copy it.</p>
            <Counted items={items} />
          </>
        )}
      </Show>
      {chosen.startsWith('verbal') && <Beside party={party!} week={week!} />}
    </section>
  );
}

export function Deeds() {
  const given = filterOf(parameters.value);
  const parties = given.party ? [given.party] : mainParties.value;
  const { asked, ask } = deedsQuestion(given);
  const answer = useAnswer(asked, ask);
  return (
    <>
      <ViewHead title={VIEW.deeds} about={ABOUT.deeds} />
      <Filters>
        <PickParty />
        <PickPeriod />
      </Filters>
      <Show answer={answer} waiting="Counting words and deeds">
        {(rows) => {
          const told = parties.filter((p) => !hidden.value.has(p) && rows.some((r) => r.party === p));
          const all = rows.map((r) => r.week).sort();
          if (!told.length || !all.length)
            return (
              <Empty title="No words or deeds are counted here">
                What each party says and does by week would stand here.{' '}
                <a href={formatRoute(toView('add'))}>Add reports</a>
              </Empty>
            );
          const weeks = weeksBetween(all[0]!, all.at(-1)!).slice(-WEEKS);
          const shown = rows.filter((r) => r.week >= weeks[0]!);
          const most = Math.max(
            1,
            ...shown.flatMap((r) => [
              r.verbalCooperation + r.materialCooperation,
              r.verbalConflict + r.materialConflict,
            ]),
          );
          return (
            <>
              <p class="key dkey">
                <span>above the line: cooperating; below: opposing</span>
                <span>
                  <i class="sw full" /> deeds
                </span>
                <span>
                  <i class="sw" /> words
                </span>
                {(overview.value?.first ?? '') < weeks[0]! && <span>older weeks: choose a period</span>}
              </p>
              <PartyRows parties={told} rows={shown} weeks={weeks} most={most} />
              <What />
              <Undertakings />
              <Figures rows={shown} weeks={weeks} parties={told} />
            </>
          );
        }}
      </Show>
    </>
  );
}
