/** What changed since the last look; on the first look, the latest that was said and done. */
import type { ComponentChildren } from 'preact';
import type { Change } from '../../../../src/case.ts';
import type { Movement } from '../../../../src/record.ts';
import type { Cell, Mark } from '../../../../src/store/store.ts';
import { Show, useAnswer } from '../../answer.tsx';
import { shortDay } from '../../dates.ts';
import { Head, Moved, Opens, Party, Possible, Sources, Words } from '../../parts/bits.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useMatrix } from '../../parts/matrix.ts';
import { sayerWords, sourceWords } from '../../parts/sayer.ts';
import { markSign, stanceSign } from '../../parts/signs.ts';
import { latestQuestion } from '../../questions.ts';
import { lookNow } from '../../shell/start.ts';
import { changes, issueName, lastLook, news, overview, partyClass } from '../../state.ts';
import { fullest, inWords, trimmed } from '../../text.ts';
import { count, glyphWords, ITEM, STANCE } from '../../words.ts';

const SHOWN = 12;
const LANE_OF = { reports: 'report', talks: 'talk', words: 'position', deeds: 'deed' } as const;
/** What weighs more stands before the rest of its day. */
const WEIGHT: readonly Change['kind'][] = ['line', 'talk', 'dispute', 'happening', 'actor'];
const lastDay = (c: Change): string => c.evidence.reduce((day, e) => ((e.day ?? '') > day ? e.day! : day), '');

/** What is gone can no longer be opened. */
const Line = (props: { readonly change: Change; readonly children: ComponentChildren }) =>
  props.change.what === 'gone' ? (
    <div class="gone">{props.children}</div>
  ) : (
    <Opens kind={props.change.kind} id={props.change.id}>
      {props.children}
    </Opens>
  );

/** What a change is about: of a position, who holds what now; else our sentence on it. */
const Says = (props: { readonly change: Change; readonly cell: Cell | undefined }) => {
  const { change, cell } = props;
  if (!cell || change.what === 'gone') return <>{inWords(change.words)}</>;
  return (
    <span class={partyClass(cell.holder)}>
      <Party name={cell.holder} /> <Glyph sign={stanceSign(cell.stance)} class="pc" />
      <b>{STANCE[cell.stance]}</b>, on {issueName(cell.issue)}
    </span>
  );
};

const OneChange = (props: { readonly change: Change; readonly cell: Cell | undefined }) => {
  const { change, cell } = props;
  const first = change.evidence[0];
  const sources = new Set(change.evidence.map((e) => e.originator)).size;
  const words = cell?.words ?? first?.words;
  const quoted = words !== undefined && (cell !== undefined || !change.words.includes(trimmed(words).slice(0, 24)));
  return (
    <li>
      <Line change={change}>
        <span class="t">
          <span class="nd" />
          {shortDay(lastDay(change) || null)}
        </span>
        <span>
          <span class="say">
            <Says change={change} cell={cell} />
          </span>
          {first && (
            <span class="q">
              {quoted && <Words>{fullest(words)}</Words>}{' '}
              <span class="by">
                {sayerWords(first.by)}; {sourceWords(first)}
              </span>
            </span>
          )}
        </span>
        <span class="m">
          <b>
            {change.what} · {ITEM[change.kind].toLowerCase()}
          </b>
          {cell?.claimed && <Moved how={cell.claimed.movement as Movement} seen={false} by={cell.claimed.by} />}
          {cell?.observed && <Moved how={cell.observed.direction ?? 'new'} seen />}
          {cell ? <Sources support={cell.support} /> : sources > 0 && <span>{count(sources, 'source')}</span>}
        </span>
      </Line>
    </li>
  );
};

/** Of one day, what is asserted stands before what is only possible. */
const newestFirst = (a: Mark, b: Mark): number =>
  a.start.localeCompare(b.start) * -1 || Number(b.sure) - Number(a.sure);

/** The newest marks of the timeline, some of each lane, for those who look for the first time. */
function Latest() {
  const last = overview.value?.last ?? null;
  const question = last === null ? null : latestQuestion(last);
  const answer = useAnswer(question?.asked ?? null, () => question!.ask());
  return (
    <section>
      <Head title="Latest" aside="in the order of days" />
      {last === null && <p class="state i2">No report says on which day it was published.</p>}
      <Show answer={answer} waiting={last === null ? '' : 'Reading the latest reports'}>
        {(marks) => (
          <ol class="chg">
            {(['talks', 'words', 'deeds'] as const)
              .flatMap((lane) =>
                marks
                  .filter((m) => m.lane === lane && m.start <= (last ?? ''))
                  .toSorted(newestFirst)
                  .slice(0, SHOWN / 3),
              )
              .toSorted(newestFirst)
              .slice(0, SHOWN)
              .map((m) => (
                <LatestMark mark={m} />
              ))}
          </ol>
        )}
      </Show>
    </section>
  );
}

const LatestMark = (props: { readonly mark: Mark }) => {
  const { mark } = props;
  const kind = mark.kind === 'report' ? 'statement' : mark.kind;
  return (
    <li>
      <Opens kind={kind} id={mark.id}>
        <span class="t">{shortDay(mark.start)}</span>
        <span>
          <span class="say">
            {mark.party && <Party name={mark.party} />} <Glyph sign={markSign(mark.lane, mark.glyph, mark.solid)} />
            <b>{mark.lane === 'talks' ? `talks ${glyphWords(mark)}` : glyphWords(mark)}</b> <Words>{mark.title}</Words>{' '}
            <Possible confidence={mark.sure ? 1 : 0} />
          </span>
        </span>
        <span class="m">{mark.lane === 'deeds' && !mark.solid ? 'claimed by one side' : LANE_OF[mark.lane]}</span>
      </Opens>
    </li>
  );
};

export function Changes() {
  const { value: matrix } = useMatrix();
  if (lastLook.value === undefined) return <p class="state i2">Looking up what changed</p>;
  if (lastLook.value === null) return <Latest />;
  const total = news.value.counts.reduce((n, c) => n + c.entries, 0);
  const all = changes.value.toSorted(
    (a, b) => lastDay(b).localeCompare(lastDay(a)) || WEIGHT.indexOf(a.kind) - WEIGHT.indexOf(b.kind),
  );
  return (
    <section>
      <Head
        title="What changed"
        aside={total > SHOWN ? `newest first, ${SHOWN} of ${total.toLocaleString('en')}` : 'newest first'}
      >
        <button type="button" class="link" onClick={() => void lookNow()}>
          Mark all as read
        </button>
      </Head>
      {all.length === 0 && (
        <>
          <p class="i2 nothing">Nothing since you last looked.</p>
          <Latest />
        </>
      )}
      <ol class="chg">
        {all.slice(0, SHOWN).map((c) => (
          <OneChange change={c} cell={matrix?.cells.find((cell) => cell.line === c.id)} />
        ))}
      </ol>
    </section>
  );
}
