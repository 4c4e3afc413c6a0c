/** The queue of what the program is least sure of, and the log of what was judged. */
import { useEffect, useState } from 'preact/hooks';
import { evidenceOf } from '../../../../src/api/client.ts';
import type { Item, ItemKind } from '../../../../src/case.ts';
import { Empty, type Question, Show, useAnswer } from '../../answer.tsx';
import { moment } from '../../dates.ts';
import { EditForm } from '../../drawer/edit.tsx';
import { InContext } from '../../drawer/evidence.tsx';
import { itemTarget, judgementsQuestion } from '../../drawer/sheet.ts';
import { itemSentence } from '../../drawer/titles.ts';
import { judge, judgedHere, judgementWords, type Send, stands, undoLast } from '../../judge.ts';
import { Head, Opens, Words } from '../../parts/bits.tsx';
import { Filters, Pick, PickParty, ViewHead } from '../../parts/filters.tsx';
import { leaveForm } from '../../parts/focus.ts';
import { Glyph } from '../../parts/glyph.tsx';
import type { Parameters } from '../../route.ts';
import { onKeys } from '../../shell/keys.ts';
import { client, opened, parameters, partyClass } from '../../state.ts';
import { clip } from '../../text.ts';
import { ABOUT, count, ITEM, VIEW } from '../../words.ts';

const KINDS: readonly ItemKind[] = ['position', 'talk', 'event', 'dispute', 'statement'];
const EACH = 20;
/** Of the log, the newest. */
const LOGGED = 30;

/** The least sure of every kind, least sure first; accepted ones are settled. */
interface Unsure {
  readonly items: readonly Item[];
  readonly total: number;
}
export const unsureQuestion = ({ kind, party }: Parameters = {}): Question<Unsure> => ({
  asked: `unsure ${kind} ${party}`,
  ask: () => unsure(kind, party),
});

/**
 * Of statements below the bar six in ten are right whatever their share (283 that count, of reports read by hand): what is told of
 * positions, talks and events at less than that is worth a look before them.
 */
const STATEMENT = 0.6;
const trustIn = ({ kind, record }: Item): number =>
  kind === 'statement' ? Math.max(record.confidence, STATEMENT) : record.confidence;

async function unsure(kind: string | undefined, party: string | undefined): Promise<Unsure> {
  const kinds = KINDS.filter((k) => !kind || k === kind);
  const pages = await Promise.all(
    kinds.map((k) => client.peek().items(k, { ...(party ? { party } : {}), unsure: true, limit: EACH })),
  );
  const items = pages
    .flatMap((p) => p.rows)
    .filter((i) => !i.accepted)
    .toSorted((a, b) => trustIn(a) - trustIn(b));
  return { items, total: pages.reduce((n, p) => n + p.total, 0) };
}

function OneItem(props: { readonly item: Item; readonly left: number; readonly judged: (is: boolean) => void }) {
  const { item } = props;
  const [editing, edit] = useState(false);
  const evidence = evidenceOf(item);
  const target = itemTarget(evidence);
  const { sentence, sign, party } = itemSentence(item);
  const send: Send = (action) => {
    leaveForm();
    void judge(action).then((done) => done && edit(false));
  };
  /** The next one is there at once; what could not be judged comes back, with the reason told. */
  const decide = (what: 'accept' | 'reject'): void => {
    props.judged(true);
    void judge({ do: what, target }).then((done) => done || props.judged(false));
  };
  useEffect(() => {
    // With the drawer open, its keys are the nearer ones.
    if (opened.value) return;
    return onKeys({
      a: () => decide('accept'),
      x: () => decide('reject'),
      e: () => edit(true),
      u: () => void undoLast(),
    });
  }, [item.id, opened.value]);
  return (
    <article class={`queue ${partyClass(party)}`}>
      <p class="by">
        {ITEM[item.kind]} · {props.left.toLocaleString('en')} in the queue
      </p>
      <h2>
        <Glyph sign={sign} class="pc" />
        {sentence}
      </h2>
      <InContext evidence={evidence} />
      <div class="judge">
        <button type="button" onClick={() => decide('accept')}>
          <kbd>a</kbd> Right
        </button>
        <button type="button" onClick={() => decide('reject')}>
          <kbd>x</kbd> Wrong
        </button>
        <button type="button" onClick={() => edit(true)}>
          <kbd>e</kbd> Edit
        </button>
        <button type="button" onClick={() => void undoLast()}>
          <kbd>u</kbd> Undo
        </button>
        <Opens kind={item.kind} id={item.id} item>
          Merge, note and more
        </Opens>
      </div>
      {editing && <EditForm id={item.id} send={send} done={() => edit(false)} />}
    </article>
  );
}

/** So many of those behind the present one are named. */
const NAMED = 10;

function Queue() {
  const { asked, ask } = unsureQuestion(parameters.value);
  const answer = useAnswer(asked, ask);
  // Judged in this window; the record may hand them out until it is brought up to date.
  const [judged, setJudged] = useState<ReadonlySet<string>>(new Set());
  // What is taken back is there again.
  useEffect(() => {
    if (judgedHere.value[0]?.action.do === 'undo') setJudged(new Set());
  }, [judgedHere.value]);
  const [at, move] = useState(0);
  const { items, total } = answer.value ?? { items: [], total: 0 };
  const left = items.filter((i) => !judged.has(i.id));
  const here = Math.min(at, Math.max(left.length - 1, 0));
  const item = left[here];
  useEffect(() => {
    if (!item || opened.value) return;
    return onKeys({ j: () => move(Math.min(here + 1, left.length - 1)), k: () => move(Math.max(here - 1, 0)) });
  }, [item?.id, here, left.length, opened.value]);
  return (
    <Show answer={answer} waiting="Looking for what is least sure">
      {() =>
        item ? (
          <>
            <OneItem
              key={item.id}
              item={item}
              left={total - (items.length - left.length)}
              judged={(is) =>
                setJudged((before) => (is ? before.union(new Set([item.id])) : before.difference(new Set([item.id]))))
              }
            />
            <p class="by nextup">
              Behind it; <kbd>j</kbd> leaves this one for later, <kbd>k</kbd> goes back
            </p>
            <ol class="lst">
              {left.slice(here + 1, here + 1 + NAMED).map((i, n) => (
                <li class={partyClass(itemSentence(i).party)}>
                  <button type="button" class="irow two" onClick={() => move(here + 1 + n)}>
                    <span>
                      <Glyph sign={itemSentence(i).sign} class="pc" />
                      {itemSentence(i).sentence}
                    </span>
                    <Words>{clip(i.words, 14)}</Words>
                  </button>
                </li>
              ))}
            </ol>
          </>
        ) : (
          <Empty title="Nothing unsure is left here">What you judged stands in the log; u takes the last back.</Empty>
        )
      }
    </Show>
  );
}

function Log() {
  const answer = useAnswer(judgementsQuestion.asked, judgementsQuestion.ask);
  return (
    <section class="log">
      <Head title="Log" aside={answer.value ? count(answer.value.total, 'judgement') : undefined}>
        <button type="button" class="link" onClick={() => void undoLast()}>
          Undo the last
        </button>
      </Head>
      <Show answer={answer} waiting="Reading the log">
        {(page) =>
          page.rows.length === 0 ? (
            <p class="i2">Nobody has judged anything yet. Every judgement will stand here and can be taken back.</p>
          ) : (
            <ol>
              {page.rows.slice(0, LOGGED).map((row) => (
                <li class={stands(row) ? '' : 'undone'}>
                  <span>
                    {judgementWords(row.judgement)}
                    {'target' in row.judgement.action && row.judgement.action.target.words && (
                      <>
                        : <span class="q">“{row.judgement.action.target.words.slice(0, 160)}”</span>
                      </>
                    )}
                    {row.judgement.why && `, because ${row.judgement.why}`}
                    <span class="by">
                      {' '}
                      {row.judgement.who}, {moment(row.judgement.at)}
                      {row.undone !== null && ', taken back'}
                      {!row.anchored && ', waits: its words are not in the newer reading'}
                    </span>
                  </span>
                  {stands(row) && (
                    <button
                      type="button"
                      class="link"
                      onClick={() => void judge({ do: 'undo', judgement: row.judgement.id })}
                    >
                      Undo
                    </button>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </Show>
    </section>
  );
}

export const Correct = () => (
  <>
    <ViewHead title={VIEW.correct} about={ABOUT.correct} />
    <Filters>
      <Pick name="kind" label="Kind" choices={KINDS.map((k) => [k, ITEM[k]])} />
      <PickParty />
    </Filters>
    <div class="correct">
      <Queue />
      <Log />
    </div>
  </>
);
