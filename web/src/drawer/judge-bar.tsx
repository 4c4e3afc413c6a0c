/** Judging what is open: accept, reject, edit, merge, split, note; each with its key. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Evidence, Target } from '../../../src/case.ts';
import { useAnswer } from '../answer.tsx';
import { longDay, moment } from '../dates.ts';
import { judge, judgementWords, type Send, stands, undoLast } from '../judge.ts';
import { leaveForm, useFocusOnce } from '../parts/focus.ts';
import { JudgeForm } from '../parts/judge-form.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { outletWords, sayerWords } from '../parts/sayer.ts';
import { onKeys } from '../shell/keys.ts';
import { copyLink, tell } from '../state.ts';
import { trimmed } from '../text.ts';
import { SAY } from '../words.ts';
import { EditForm } from './edit.tsx';
import { toReport } from './evidence.tsx';
import { MergeForm } from './merge.tsx';
import { itemTarget, judgementsQuestion, type Whole } from './sheet.ts';
import { isShown } from './shown.ts';

type Form = 'edit' | 'merge' | 'note' | 'split' | null;

const Key = (props: { readonly k: string; readonly does: () => void; readonly children: ComponentChildren }) => (
  <button type="button" onClick={props.does} aria-keyshortcuts={props.k}>
    <Kbd>{props.k}</Kbd>
    {props.children}
  </button>
);

/** Keys that do nothing while another entry is being opened, nor while a form is filled in. */
const only = (free: boolean, keys: Readonly<Record<string, () => void>>): Readonly<Record<string, () => void>> =>
  Object.fromEntries(Object.entries(keys).map(([key, act]) => [key, () => free && isShown() && act()]));

/** Puts a citation on the clipboard: the words, who said them, where they stand. */
async function cite(e: Evidence): Promise<void> {
  const where = e.spans.map((s) => `${s.start}–${s.end}`).join(', ');
  const words = `“${trimmed(e.words)}” (${sayerWords(e.by)}; ${outletWords(e)}, ${longDay(e.day)}; report ${e.report.slice(0, 12)}, units ${where})`;
  try {
    await navigator.clipboard.writeText(words);
    tell('Citation copied.');
  } catch {
    tell(words);
  }
}

function NoteForm(props: { readonly target: Target; readonly send: Send; readonly done: () => void }) {
  const field = useFocusOnce<HTMLTextAreaElement>();
  return (
    <JudgeForm
      go="Keep the note"
      done={props.done}
      submit={(given) => {
        const text = given.get('text');
        if (typeof text === 'string' && text.trim())
          props.send({ do: 'note', target: props.target, text: text.trim() });
      }}
    >
      <label>
        Note
        <textarea name="text" rows={3} ref={field} />
      </label>
    </JudgeForm>
  );
}

/** Earlier judgements of what is open. */
function Judged(props: { readonly ids: readonly string[] }) {
  const { value } = useAnswer(judgementsQuestion.asked, judgementsQuestion.ask);
  const here = (value?.rows ?? []).filter((row) => {
    const a = row.judgement.action;
    const targets = a.do === 'merge' ? a.targets : a.do === 'undo' ? [] : [a.target];
    return stands(row) && targets.some((t) => props.ids.includes(t.id));
  });
  return (
    <p class="judged">
      <b>{SAY.judgement}:</b>{' '}
      {here.length
        ? here
            .map((row) => `${judgementWords(row.judgement)}, ${row.judgement.who}, ${moment(row.judgement.at)}`)
            .join('; ')
        : SAY.notJudged}
    </p>
  );
}

export function JudgeBar(props: {
  readonly whole: Whole;
  readonly target: Target;
  readonly evidence: Evidence | undefined;
}) {
  const { whole, target, evidence } = props;
  const [form, setForm] = useState<Form>(null);
  // A form that was sent is out of sight; it comes back with what was in it where it cannot be done.
  const [sent, setSent] = useState(false);
  const nth = useRef(0);
  const show = (next: Form): void => {
    nth.current += 1;
    setSent(false);
    setForm(next);
  };
  const send: Send = (action) => {
    const mine = nth.current;
    setSent(true);
    leaveForm();
    void judge(action).then((done) => {
      if (mine !== nth.current) return;
      setSent(false);
      if (done) setForm(null);
    });
  };
  const filledIn = form !== null && !sent;
  const words = evidence ? itemTarget(evidence) : target;
  const done = (): void => {
    show(null);
    leaveForm();
  };
  const mergeable = whole.kind !== 'item';
  const splittable = whole.kind !== 'item' && (evidence !== undefined || whole.kind === 'actor');
  useEffect(() => show(null), [target.id]);
  useEffect(
    () =>
      onKeys({
        u: () => void undoLast(),
        ...only(!filledIn, {
          a: () => void judge({ do: 'accept', target: words }),
          x: () => void judge({ do: 'reject', target: words }),
          n: () => show('note'),
          ...(evidence ? { e: () => show('edit'), c: () => void cite(evidence), r: () => toReport(evidence) } : {}),
          ...(mergeable ? { m: () => show('merge') } : {}),
        }),
      }),
    [words.id, target.id, mergeable, evidence, filledIn],
  );
  return (
    <div class="jd">
      <div hidden={sent}>
        {form === 'edit' && evidence && <EditForm id={evidence.item} send={send} done={done} />}
        {form === 'merge' && mergeable && <MergeForm target={target} send={send} done={done} />}
        {form === 'note' && <NoteForm target={target} send={send} done={done} />}
        {form === 'split' && <SplitForm whole={whole} target={target} evidence={evidence} send={send} done={done} />}
      </div>
      {!filledIn && (
        <>
          <Judged ids={[words.id, target.id]} />
          <div class="judge">
            <Key k="a" does={() => void judge({ do: 'accept', target: words })}>
              Accept
            </Key>
            <Key k="x" does={() => void judge({ do: 'reject', target: words })}>
              Reject
            </Key>
            {evidence && (
              <Key k="e" does={() => show('edit')}>
                Edit
              </Key>
            )}
            {mergeable && (
              <Key k="m" does={() => show('merge')}>
                Merge
              </Key>
            )}
            {splittable && (
              <button type="button" onClick={() => show('split')}>
                Split
              </button>
            )}
            <Key k="n" does={() => show('note')}>
              Note
            </Key>
            {evidence && (
              <>
                <Key k="l" does={() => void copyLink()}>
                  Copy link
                </Key>
                <Key k="c" does={() => void cite(evidence)}>
                  Cite
                </Key>
                <Key k="r" does={() => toReport(evidence)}>
                  Report
                </Key>
              </>
            )}
          </div>
        </>
      )}
    </div>
  );
}

/** What does not belong: the words shown, or some of an actor's names. */
function SplitForm(props: {
  readonly whole: Whole;
  readonly target: Target;
  readonly evidence: Evidence | undefined;
  readonly send: Send;
  readonly done: () => void;
}) {
  const names = props.whole.kind === 'actor' ? props.whole.entry.names.slice(1).map((n) => n.name) : null;
  return (
    <JudgeForm
      go="Split"
      done={props.done}
      submit={(given) => {
        const away = names ? given.getAll('away').map(String) : [props.evidence!.item];
        if (away.length) props.send({ do: 'split', target: props.target, away });
      }}
    >
      {names ? (
        <fieldset>
          <legend>Names of somebody else</legend>
          {names.length === 0 && <p>It has one name only.</p>}
          {names.map((name) => (
            <label class="tick-box">
              <input type="checkbox" name="away" value={name} /> <span class="q">{name}</span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p>The words shown above do not belong to this entry; take them away from it.</p>
      )}
    </JudgeForm>
  );
}
