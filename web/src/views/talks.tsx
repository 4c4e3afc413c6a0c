/** Every talk with its life, from proposed to held or called off. */
import { useState } from 'preact/hooks';
import type { TalkLife } from '../../../src/case.ts';
import type { TalkStatus } from '../../../src/record.ts';
import { Fault } from '../answer.tsx';
import { intervalWords, shortDay } from '../dates.ts';
import { talkTitle } from '../drawer/titles.ts';
import { Dated, Head, Opens, Party, Possible, Sources, Words } from '../parts/bits.tsx';
import { Filters, OnlySure, Pick, PickParty, PickPeriod, ViewHead } from '../parts/filters.tsx';
import { Glyph } from '../parts/glyph.tsx';
import { usePages } from '../parts/long-list.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { talkSign } from '../parts/signs.ts';
import { talksPaged } from '../questions.ts';
import { filterOf } from '../route.ts';
import { overview, parameters } from '../state.ts';
import { ABOUT, count, SAY, TALK_STATUS, VIEW } from '../words.ts';

/** Of each state at first. */
const SHOWN = 12;
const COMING: readonly TalkStatus[] = ['proposed', 'scheduled', 'postponed'];
const GROUPS: readonly (readonly [string, (t: TalkLife) => boolean])[] = [
  ['To come', (t) => COMING.includes(t.status) && !isPast(t)],
  ['Under way or stalled', (t) => t.status === 'ongoing' || t.status === 'stalled'],
  ['Held', (t) => t.status === 'held'],
  ['Refused or called off', (t) => t.status === 'refused' || t.status === 'cancelled'],
  ['Spoken of, and no report says what became of it', (t) => COMING.includes(t.status) && isPast(t)],
];

/** Whether its day, or else the last word of it, lies well behind the last report. */
function isPast(t: TalkLife): boolean {
  const last = overview.value?.last;
  const day = t.when?.end ?? t.when?.start;
  return Boolean(last && day && day < last.slice(0, day.length));
}

const day = (t: TalkLife): string => t.when?.start ?? t.support.last ?? '';

const Life = (props: { readonly talk: TalkLife }) => (
  <span class="life">
    {props.talk.steps.map((s) => (
      <span class="step">
        <Glyph sign={talkSign(s.status)} />
        {TALK_STATUS[s.status]} <small>{shortDay(s.day)}</small>
      </span>
    ))}
  </span>
);

const OneTalk = (props: { readonly talk: TalkLife }) => {
  const { talk: t } = props;
  const when = intervalWords(t.when);
  const last = t.steps.at(-1);
  return (
    <li>
      <Opens kind="talk" id={t.id} class="trow">
        <span class="when">{when ? <b>{when}</b> : <span class="i3">no report says when</span>}</span>
        <span>
          <span class="what">
            {talkTitle({ ...t, participants: [] })} <Possible confidence={t.confidence} />
          </span>
          <span class="who">
            {t.participants.map((p) => (
              <Party name={p} />
            ))}
            {t.mediators.length > 0 && (
              <span>
                mediating:{' '}
                {t.mediators.map((p) => (
                  <Party name={p} />
                ))}
              </span>
            )}
          </span>
          <Life talk={t} />
          {t.outcome ? (
            <span class="oc">
              Outcome: <Words>{t.outcome.words}</Words>
            </span>
          ) : (
            last && (
              <span class="oc">
                <Words>{last.words}</Words>
              </span>
            )
          )}
        </span>
        <span class="m">
          <Sources support={t.support} />
          <Dated day={t.support.last} entry={t.id} />
        </span>
      </Opens>
    </li>
  );
};

/** Of one state, the newest at first. */
function Group(props: { readonly talks: readonly TalkLife[] }) {
  const [shown, show] = useState(SHOWN);
  return (
    <>
      <ol class="lst">
        {props.talks.slice(0, shown).map((t) => (
          <OneTalk key={t.id} talk={t} />
        ))}
      </ol>
      {props.talks.length > shown && (
        <button type="button" class="link more" onClick={() => show(shown + 4 * SHOWN)}>
          {SAY.more}: {props.talks.length - shown}
        </button>
      )}
    </>
  );
}

export function Talks() {
  const filter = filterOf(parameters.value);
  const pages = usePages(talksPaged(filter));
  const rows = pages.rows.toSorted((a, b) => (day(a) < day(b) ? 1 : -1));
  return (
    <>
      <ViewHead title={VIEW.talks} about={ABOUT.talks}>
        <span>{count(pages.total, 'talk')}</span>
      </ViewHead>
      <Filters>
        <PickParty />
        <Pick name="status" label="State" choices={Object.entries(TALK_STATUS)} />
        <PickPeriod />
        <OnlySure />
      </Filters>
      {pages.fault && <Fault fault={pages.fault} again={pages.again} />}
      {pages.waiting && <p class="state i2">Reading the talks</p>}
      {!pages.waiting && rows.length === 0 && (
        <Nothing
          title="No talk stands here"
          would="Meetings, calls and rounds that reports tell of would stand here."
        />
      )}
      {GROUPS.map(([title, holds]) => {
        const here = rows.filter(holds);
        return (
          here.length > 0 && (
            <section class="group">
              <Head title={title} aside={count(here.length, 'talk')} />
              <Group talks={here} />
            </section>
          )
        );
      })}
      {pages.hasMore && (
        <button type="button" class="link more" onClick={pages.more}>
          {SAY.more}
        </button>
      )}
    </>
  );
}
