/** A page to print or hand on: the views, party and period chosen, every line with its source. */
import { useEffect, useState } from 'preact/hooks';
import type { CaseDispute, Evidence, Happening, PositionLine, TalkLife } from '../../../../src/case.ts';
import { type Question, Show, useAnswer } from '../../answer.tsx';
import { intervalWords, longDay, period } from '../../dates.ts';
import { happeningTitle, talkTitle } from '../../drawer/titles.ts';
import { AboutDispute, Party, Words } from '../../parts/bits.tsx';
import { Filters, PickIssue, PickParty, PickPeriod, ViewHead } from '../../parts/filters.tsx';
import { accountWords, outletWords, sayerWords } from '../../parts/sayer.ts';
import { filterOf, listOf, listText } from '../../route.ts';
import { figureWords } from '../../scale/figures.ts';
import { client, issueName, narrow, overview, parameters } from '../../state.ts';
import { ABOUT, count, FIGURE, SAY, STANCE, TALK_STATUS, VIEW } from '../../words.ts';

/** As the API calls them. */
const PARTS = [
  ['positions', 'Positions'],
  ['talks', 'Talks'],
  ['disputes', 'Disputes'],
  ['events', 'Deeds'],
] as const;
type Part = (typeof PARTS)[number][0];
const FORMS = [
  ['docx', 'Word'],
  ['md', 'Markdown'],
  ['json', 'JSON'],
  ['html', 'HTML'],
] as const;
/** So many of each kind at first, and so many when more are asked for or the page is printed. */
const FIRST = 30;
const FURTHER = 200;

/** Where a line stands: outlets and days, copies left out. */
const From = (props: { readonly evidence: readonly Evidence[] }) => {
  const own = props.evidence.filter((e) => e.copyOf === null);
  const shown = (own.length ? own : props.evidence).slice(0, 4);
  return (
    <span class="by">
      [{shown.map((e) => `${outletWords(e)}, ${longDay(e.day)}`).join('; ')}
      {own.length > shown.length ? `; and ${own.length - shown.length} more` : ''}]
    </span>
  );
};

const PositionsPart = (props: { readonly lines: readonly PositionLine[] }) => {
  const issues = [...new Set(props.lines.map((l) => l.issue))];
  return (
    <section>
      <h2>Positions</h2>
      {issues.map((issue) => (
        <>
          <h3>{issueName(issue)}</h3>
          <ul>
            {props.lines
              .filter((l) => l.issue === issue)
              .map((l) => (
                <li>
                  <Party name={l.holder} /> {STANCE[l.now.stance]} <Words>{l.now.words}</Words>
                  {l.now.condition && !l.now.words.includes(l.now.condition) && (
                    <>
                      , {SAY.condition} <Words>{l.now.condition}</Words>
                    </>
                  )}
                  {l.now.voice !== 'self' && `, according to ${sayerWords(l.now.by)}`}
                  {l.observed.at(-1)?.direction && `; ${SAY.seen} ${l.observed.at(-1)!.direction}`}.{' '}
                  <From evidence={l.now.evidence} />
                </li>
              ))}
          </ul>
        </>
      ))}
    </section>
  );
};

const TalksPart = (props: { readonly talks: readonly TalkLife[] }) => (
  <section>
    <h2>Talks</h2>
    <ul>
      {props.talks.map((t) => (
        <li>
          {intervalWords(t.when) ?? 'No report says when'}: {talkTitle(t)}, {TALK_STATUS[t.status]}
          {t.mediators.length > 0 && `, ${t.mediators.join(', ')} mediating`}.{' '}
          {t.outcome && (
            <>
              Outcome: <Words>{t.outcome.words}</Words>.{' '}
            </>
          )}
          <From evidence={t.evidence} />
        </li>
      ))}
    </ul>
  </section>
);

const DisputesPart = (props: { readonly disputes: readonly CaseDispute[] }) => (
  <section>
    <h2>Disputes</h2>
    {props.disputes.map((d) => (
      <>
        <h3>
          <AboutDispute dispute={d} />
        </h3>
        <ul>
          {d.accounts.map((a) => (
            <li>
              <Party name={a.party ?? a.who}>{accountWords(a)}</Party>: <Words>{a.words}</Words>{' '}
              <From evidence={a.evidence} />
            </li>
          ))}
        </ul>
      </>
    ))}
  </section>
);

const EventsPart = (props: { readonly happenings: readonly Happening[] }) => (
  <section>
    <h2>Deeds</h2>
    <ul>
      {props.happenings.map((h) => (
        <li>
          {intervalWords(h.when) ?? 'No report says when'}: {happeningTitle(h)}.{' '}
          {h.evidence[0] && <Words>{h.evidence[0].words}</Words>}{' '}
          {h.figures.map((f) => {
            const now = f.told.at(-1);
            return now && figureWords(now)
              ? `${FIGURE[f.what]}: ${figureWords(now)}, according to ${f.by ?? 'reporters'}. `
              : '';
          })}
          <From evidence={h.evidence} />
        </li>
      ))}
    </ul>
  </section>
);

interface Gathered {
  readonly lines: readonly PositionLine[];
  readonly talks: readonly TalkLife[];
  readonly disputes: readonly CaseDispute[];
  readonly happenings: readonly Happening[];
  /** Left out, so that the page stays one. */
  readonly more: number;
  /** So many of each kind were asked for. */
  readonly most: number;
}

async function gather(parts: readonly Part[], filter: ReturnType<typeof filterOf>, most: number): Promise<Gathered> {
  const api = client.peek();
  const asked = { ...filter, limit: most, brief: 'sources' as const };
  const none = { rows: [], total: 0 };
  const [lines, talks, disputes, happenings] = await Promise.all([
    parts.includes('positions') ? api.lines(asked) : none,
    parts.includes('talks') ? api.talks(asked) : none,
    parts.includes('disputes') ? api.disputes(asked) : none,
    parts.includes('events') ? api.happenings(asked) : none,
  ]);
  const pages = [lines, talks, disputes, happenings];
  return {
    lines: lines.rows,
    talks: talks.rows,
    disputes: disputes.rows,
    happenings: happenings.rows,
    more: pages.reduce((n, p) => n + p.total - p.rows.length, 0),
    most,
  };
}

export const briefQuestion = (
  parts: readonly Part[] = PARTS.map(([name]) => name),
  filter: ReturnType<typeof filterOf> = {},
  most = FIRST,
): Question<Gathered> => ({
  asked: `brief ${parts.join()} ${most} ${JSON.stringify(filter)}`,
  ask: () => gather(parts, filter, most),
});

export function Brief() {
  const p = parameters.value;
  const filter = filterOf(p);
  const chosen = p.views ? listOf(p.views) : PARTS.map(([name]) => name);
  const parts = PARTS.map(([name]) => name).filter((name) => chosen.includes(name));
  const [most, showMost] = useState(FIRST);
  const { asked, ask } = briefQuestion(parts, filter, most);
  const answer = useAnswer(asked, ask);
  const [printing, setPrinting] = useState(false);
  const got = answer.value;
  const whole = got !== undefined && (got.more === 0 || got.most === FURTHER);
  useEffect(() => {
    if (!printing || !whole) return;
    setPrinting(false);
    print();
  }, [printing, whole]);
  const printIt = (): void => {
    showMost(FURTHER);
    setPrinting(true);
  };
  const toggle = (name: Part): void => {
    const next = parts.includes(name) ? parts.filter((n) => n !== name) : [...parts, name];
    narrow({ views: listText(next.length === 0 ? [name] : next) }, true);
  };
  const only = {
    ...(filter.party ? { party: filter.party } : {}),
    ...(filter.issue ? { issue: filter.issue } : {}),
    ...(filter.from ? { from: filter.from } : {}),
    ...(filter.to ? { to: filter.to } : {}),
  };
  const told = overview.value;
  return (
    <>
      <div class="noprint">
        <ViewHead title={VIEW.brief} about={ABOUT.brief}>
          <button type="button" class="link" onClick={printIt}>
            Print
          </button>
          {FORMS.map(([format, words]) => (
            <a href={client.value.briefAddress({ format, views: parts, ...only })} download={format !== 'html'}>
              {words}
            </a>
          ))}
        </ViewHead>
        <Filters>
          <fieldset class="pick boxes">
            <legend>What</legend>
            {PARTS.map(([name, words]) => (
              <label>
                <input type="checkbox" checked={parts.includes(name)} onChange={() => toggle(name)} /> {words}
              </label>
            ))}
          </fieldset>
          <PickParty />
          <PickIssue />
          <PickPeriod />
        </Filters>
      </div>
      <Show answer={answer} waiting="Putting the brief together">
        {(all) => (
          <article class="brief">
            <header>
              <h1>{told?.name ?? 'Brief'}</h1>
              <p>
                {told && `${count(told.reports, 'report')} from ${count(told.outlets, 'outlet')}, `}
                {filter.from || filter.to
                  ? period(filter.from ?? null, filter.to ?? null)
                  : period(told?.first ?? null, told?.last ?? null)}
                {filter.party ? `; ${filter.party} only` : ''}
                {filter.issue ? `; ${issueName(filter.issue)} only` : ''}. Words in quotation marks are the reports’
                own.
              </p>
            </header>
            {all.lines.length > 0 && <PositionsPart lines={all.lines} />}
            {all.talks.length > 0 && <TalksPart talks={all.talks} />}
            {all.disputes.length > 0 && <DisputesPart disputes={all.disputes} />}
            {all.happenings.length > 0 && <EventsPart happenings={all.happenings} />}
            {all.lines.length + all.talks.length + all.disputes.length + all.happenings.length === 0 && (
              <p>No report tells anything of this kind in these days.</p>
            )}
            {all.more > 0 && (
              <p class="by">
                {count(all.more, 'line')} more; the files have all.{' '}
                {most === FIRST && (
                  <button type="button" class="link noprint" onClick={() => showMost(FURTHER)}>
                    {SAY.more}
                  </button>
                )}
              </p>
            )}
          </article>
        )}
      </Show>
    </>
  );
}
