/** What the drawer shows of an actor: its names, offices and parties, and some of its words. */
import type { Actor } from '../../../src/case.ts';
import { useAnswer } from '../answer.tsx';
import { period, shortDay } from '../dates.ts';
import { Opens, Words } from '../parts/bits.tsx';
import { formatRoute } from '../route.ts';
import { client, toView } from '../state.ts';
import { clip, fullest } from '../text.ts';
import { count } from '../words.ts';
import { ACTS } from './titles.ts';

const ASKED = 300;
const SHOWN = 12;

/** Statements under any of its names, newest first, among those of its party that the store hands out first. */
function Said(props: { readonly actor: Actor }) {
  const { actor } = props;
  const party = actor.kind === 'party' ? actor.name : actor.parties.at(-1)?.name;
  const { value } = useAnswer(`said ${party}`, () =>
    client.peek().items('statement', { limit: ASKED, ...(party ? { party } : {}) }),
  );
  const names = new Set(actor.names.map((n) => n.name));
  const own = (value?.rows ?? [])
    .filter((i) => i.kind === 'statement' && names.has(i.by?.name ?? ''))
    .toSorted((a, b) => ((a.report.day ?? '') < (b.report.day ?? '') ? 1 : -1))
    .slice(0, SHOWN);
  if (!own.length) return null;
  return (
    <section>
      <h3>Some of its words</h3>
      <ul class="rows">
        {own.map((i) => (
          <li>
            <Opens kind="statement" id={i.id} item class="rowb">
              <span>
                {i.kind === 'statement' && ACTS[i.record.act]} <Words>{clip(fullest(i.words), 30)}</Words>
              </span>
              <span class="nw">{shortDay(i.report.day)}</span>
            </Opens>
          </li>
        ))}
      </ul>
    </section>
  );
}

export const ActorExtras = (props: { readonly actor: Actor }) => {
  const a = props.actor;
  const held = (title: string, all: Actor['offices']) =>
    all.length > 0 && (
      <section>
        <h3>{title}</h3>
        <ul class="rows">
          {all.map((h) => (
            <li class="plain two">
              <span>{h.name}</span>
              <span class="i3">
                {period(h.first, h.last)} · {count(h.reports, 'report')}
              </span>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <section>
        <h3>Names in the reports</h3>
        <ul class="rows">
          {a.names.map((n) => (
            <li class="plain two">
              <span class="q">{n.name}</span>
              <span class="i3">{count(n.reports, 'report')}</span>
            </li>
          ))}
        </ul>
      </section>
      {held('Offices, as reports write them', a.offices)}
      {held('Speaks for', a.parties)}
      <Said actor={a} />
      <p class="out">
        <a href={formatRoute(toView('search', { speaker: a.name }))}>Search in what it says</a>
      </p>
    </>
  );
};
