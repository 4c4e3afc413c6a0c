/** People, bodies and parties under all their names. */
import type { Actor } from '../../../src/case.ts';
import { Fault } from '../answer.tsx';
import { shortDay } from '../dates.ts';
import { Opens, Party } from '../parts/bits.tsx';
import { Filters, PickParty, ViewHead } from '../parts/filters.tsx';
import { LongList, usePages } from '../parts/long-list.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { actorsPaged } from '../questions.ts';
import { filterOf } from '../route.ts';
import { narrow, parameters } from '../state.ts';
import { ABOUT, ACTOR, count, VIEW } from '../words.ts';

/** Offices that are named in the list, those that most reports write; the drawer has all. */
const OFFICES = 3;

const officesOf = ({ offices }: Actor): string => {
  const most = offices.toSorted((a, b) => b.reports - a.reports).slice(0, OFFICES);
  const further = offices.length - most.length;
  return [...most.map((o) => o.name), ...(further > 0 ? [`and ${further} more`] : [])].join('; ');
};

const OneActor = (props: { readonly actor: Actor }) => {
  const { actor: a } = props;
  const party = a.parties.at(-1)?.name ?? null;
  return (
    <Opens kind="actor" id={a.id} class="arow">
      <span>
        <b>{a.name}</b>
        <small>{ACTOR[a.kind]}</small>
      </span>
      <span>{officesOf(a) || (a.kind === 'person' && <span class="i3">no office told</span>)}</span>
      <span>
        {party ? (
          <Party name={party} />
        ) : a.kind === 'party' ? (
          <Party name={a.name} />
        ) : (
          <span class="i3">no party told</span>
        )}
      </span>
      <span class="q also">
        {a.names
          .slice(1, 5)
          .map((n) => n.name)
          .join(', ')}
      </span>
      <span class="c">
        {count(a.statements, 'statement')} · {count(a.support.reports, 'report')} · last {shortDay(a.support.last)}
      </span>
    </Opens>
  );
};

export function Actors() {
  const { name } = parameters.value;
  const filter = { ...filterOf(parameters.value), ...(name ? { name } : {}) };
  const pages = usePages(actorsPaged(filter));
  return (
    <>
      <ViewHead title={VIEW.actors} about={ABOUT.actors}>
        <span>{count(pages.total, 'actor')}</span>
      </ViewHead>
      <Filters>
        <label class="pick">
          <span>Name</span>
          <input
            type="search"
            value={name ?? ''}
            onChange={(e) => narrow({ name: e.currentTarget.value.trim() || undefined })}
          />
        </label>
        <PickParty />
      </Filters>
      {pages.fault && <Fault fault={pages.fault} again={pages.again} />}
      {pages.waiting && <p class="state i2">Reading the names</p>}
      {!pages.waiting && pages.rows.length === 0 && (
        <Nothing title="No actor stands here" would="Those who speak and act in the reports would stand here." />
      )}
      {pages.rows.length > 0 && (
        <LongList rows={pages.rows} height={46} label="Actors" more={pages.hasMore ? pages.more : undefined}>
          {(a) => <OneActor actor={a} />}
        </LongList>
      )}
      <p class="key">
        <span>One under two names: open either, then m. Two under one: open it, then Split.</span>
      </p>
    </>
  );
}
