/** Accounts that cannot all be right, side by side, and the figures of each claimant on one axis. */
import type { Account, CaseDispute } from '../../../src/case.ts';
import { Fault, Show, useAnswer } from '../answer.tsx';
import { longDay, shortDay } from '../dates.ts';
import { AboutDispute, Opens, Party, Possible, Words } from '../parts/bits.tsx';
import { Filters, OnlySure, Pick, PickParty, PickPeriod, ViewHead } from '../parts/filters.tsx';
import { usePages } from '../parts/long-list.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { accountWords, sayerWords, sourceWords, supportWords } from '../parts/sayer.ts';
import { disputesPaged } from '../questions.ts';
import { filterOf, formatRoute } from '../route.ts';
import { client, parameters, shownId, toView } from '../state.ts';
import { ABOUT, count, DISPUTE, SAY, VIEW } from '../words.ts';
import { FigureRows } from './figures.tsx';

const OneAccount = (props: { readonly account: Account; readonly dispute: string }) => {
  const { account: a } = props;
  const first = a.evidence[0];
  const own = new Set(a.evidence.map((e) => e.originator)).size;
  const copies = a.evidence.filter((e) => e.copyOf !== null).length;
  return (
    <li>
      <Opens kind="dispute" id={props.dispute} class="o">
        <h3>
          <Party name={a.party ?? a.who}>{accountWords(a)}</Party>
          {a.party && a.who && a.party !== a.who && <span class="i2">for {a.party}</span>}
        </h3>
        <blockquote class="q" dir="auto">
          <Words>{a.words}</Words>
        </blockquote>
        {first && (
          <span class="by">
            {first.by && sayerWords(first.by) !== a.who ? `${sayerWords(first.by)} · ` : ''}
            {sourceWords(first)}
          </span>
        )}
        <span class="by">
          {count(own, 'source')}
          {copies > 0 ? `, ${count(copies, 'copy', 'copies')}` : ''}
        </span>
      </Opens>
    </li>
  );
};

/** In the order in which they were made. */
const firstDay = (a: Account): string => a.evidence.reduce((day, e) => ((e.day ?? '~') < day ? e.day! : day), '~');

const Dispute = (props: { readonly dispute: CaseDispute }) => {
  const { dispute: d } = props;
  const accounts = d.accounts.toSorted((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
  return (
    <section class="ds" id={`d-${d.id}`}>
      <header>
        <h2>
          <AboutDispute dispute={d} /> <Possible confidence={d.confidence} />
        </h2>
        <p>
          {DISPUTE[d.kind]}
          {d.support.first ? ` · since ${longDay(d.support.first)}` : ''} · {supportWords(d.support)}
        </p>
      </header>
      <ol class={`acc n${Math.min(accounts.length, 4)}`}>
        {accounts.map((a) => (
          <OneAccount account={a} dispute={d.id} />
        ))}
      </ol>
      {d.figures.length > 0 && <FigureRows figures={d.figures} />}
    </section>
  );
};

/** Whose accounts they are, for the list: a heading alone does not tell two disputes over one place apart. */
const sidesOf = (d: CaseDispute): readonly string[] =>
  [...new Set(d.accounts.map((a) => a.party ?? accountWords(a)))].slice(0, 4);

const One = (props: { readonly id: string }) => {
  const answer = useAnswer(`dispute ${props.id}`, () => client.peek().dispute(props.id));
  return (
    <>
      <ViewHead title={VIEW.disputes} about={ABOUT.disputes}>
        <a href={formatRoute(toView('disputes'))}>{SAY.all}</a>
      </ViewHead>
      <Show answer={answer} waiting="Opening the dispute">
        {(d) => <Dispute dispute={d} />}
      </Show>
    </>
  );
};

function List() {
  const filter = filterOf(parameters.value);
  const pages = usePages(disputesPaged(filter));
  return (
    <>
      <ViewHead title={VIEW.disputes} about={ABOUT.disputes}>
        <span>{count(pages.total, 'dispute')}</span>
      </ViewHead>
      <Filters>
        <PickParty />
        <Pick name="type" label="Kind" choices={Object.entries(DISPUTE)} />
        <PickPeriod />
        <OnlySure />
      </Filters>
      {pages.fault && <Fault fault={pages.fault} again={pages.again} />}
      {pages.waiting && <p class="state i2">Reading the disputes</p>}
      {!pages.waiting && pages.rows.length === 0 && (
        <Nothing
          title="No dispute stands here"
          would="Denials, rival accounts and figures that differ would stand here."
        />
      )}
      {pages.rows.length > 0 && (
        <div class="dl">
          <nav class="disp-i" aria-label="Disputes">
            <ul>
              {pages.rows.map((d) => (
                <li>
                  <a href={formatRoute(toView('disputes', {}, d.id))}>
                    <AboutDispute dispute={d} /> <Possible confidence={d.confidence} />
                    <small>
                      {DISPUTE[d.kind]}
                      {d.support.first ? ` · since ${shortDay(d.support.first)}` : ''}
                    </small>
                    <small class="who">
                      {sidesOf(d).map((who) => (
                        <Party name={who} />
                      ))}
                    </small>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div>
            {pages.rows.map((d) => (
              <Dispute dispute={d} />
            ))}
            {pages.hasMore && (
              <button type="button" class="link more" onClick={pages.more}>
                {SAY.more}: {pages.total - pages.rows.length}
              </button>
            )}
          </div>
        </div>
      )}
    </>
  );
}

export const Disputes = () => (shownId.value ? <One key={shownId.value} id={shownId.value} /> : <List />);
