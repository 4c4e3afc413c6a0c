/** What changed, where the parties are stuck, what comes next. */
import type { Overview as Told } from '../../../../src/store/store.ts';
import { Empty } from '../../answer.tsx';
import { moment, period } from '../../dates.ts';
import { Head } from '../../parts/bits.tsx';
import { formatRoute } from '../../route.ts';
import { lastLook, mainParties, news, overview, toView } from '../../state.ts';
import { count, SAY } from '../../words.ts';
import { Changes } from './changes.tsx';
import { AgreedList, OpenDisputes, StickingPoints, TalkList, UnansweredList } from './lists.tsx';
import { Sparklines } from './sparklines.tsx';
import { Strip } from './strip.tsx';

const KINDS = [
  ['line', 'position', 'positions'],
  ['talk', 'talk', 'talks'],
  ['happening', 'deed', 'timeline'],
  ['dispute', 'dispute', 'disputes'],
  ['actor', 'actor', 'actors'],
] as const;

/** `12 positions, 3 talks and 1 dispute changed`, each a way to its view. */
const Counts = (props: { readonly what: string }) => {
  const of = (kind: string): number =>
    news.value.counts.find((c) => c.kind === kind && c.what === props.what)?.entries ?? 0;
  const told = KINDS.filter(([kind]) => of(kind) > 0);
  return (
    <>
      {told.map(([kind, word, view], i) => (
        <>
          {i > 0 && (i === told.length - 1 ? ' and ' : ', ')}
          <a href={formatRoute(toView(view))}>{count(of(kind), word)}</a>
        </>
      ))}{' '}
      {props.what === 'new' ? `${told.length === 1 && of(told[0]![0]) === 1 ? 'is' : 'are'} new` : props.what}
    </>
  );
};

/** The opening sentence. */
function Lede(props: { readonly told: Told }) {
  const { told } = props;
  const base = `${count(told.reports, 'report')} ${told.outlets > 0 ? `from ${count(told.outlets, 'outlet')}, ` : 'from '}${count(told.originators, 'independent source')}, ${period(told.first, told.last)}.`;
  if (!lastLook.value) return <p class="lede">{base}</p>;
  const parts = ['changed', 'new', 'gone'].filter((what) =>
    news.value.counts.some((c) => c.what === what && c.entries),
  );
  return (
    <p class="lede">
      <span class="i3">Since you last looked, on {moment(lastLook.value)}: </span>
      {parts.length === 0 && 'nothing has changed.'}
      {parts.map((what, i) => (
        <>
          <Counts what={what} />
          {i < parts.length - 1 ? '; ' : '.'}
        </>
      ))}{' '}
      <span class="i3">{base}</span>
    </p>
  );
}

const Whole = (props: { readonly told: Told }) => {
  const { told } = props;
  return (
    <>
      <h1 class="vh">Overview</h1>
      <Lede told={told} />
      <Strip last={told.last} />
      <div class="ov">
        <div>
          <Changes />
          {told.unanswered.length > 0 && <UnansweredList unanswered={told.unanswered} />}
          <Sparklines rows={told.wordsAndDeeds} parties={mainParties.value} />
        </div>
        <div>
          <StickingPoints points={told.stickingPoints} />
          {told.agreed.length > 0 && <AgreedList agreed={told.agreed} />}
          <section>
            <Head title="Next talks">
              <a href={formatRoute(toView('talks'))}>{SAY.all}</a>
            </Head>
            <TalkList talks={told.nextTalks} none="No report speaks of talks to come." />
          </section>
          {told.latestTalks.length > 0 && (
            <section>
              <Head title="Latest talks" />
              <TalkList talks={told.latestTalks} none="" />
            </section>
          )}
          <OpenDisputes disputes={told.openDisputes} />
        </div>
      </div>
    </>
  );
};

export function Overview() {
  const told = overview.value;
  if (!told) return <p class="state i2">Opening the case</p>;
  if (told.reports === 0)
    return (
      <>
        <h1 class="vh">Overview</h1>
        <Empty title="This case has no reports yet">
          Who demands, offers, accepts and rejects what would stand here, with the words of the reports.{' '}
          <a href={formatRoute(toView('add'))}>Add reports</a>
        </Empty>
      </>
    );
  return <Whole told={told} />;
}
