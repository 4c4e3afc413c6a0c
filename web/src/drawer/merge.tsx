/** Choosing what an entry is one with. */
import { useState } from 'preact/hooks';
import type { Target } from '../../../src/case.ts';
import { Show, useAnswer } from '../answer.tsx';
import { intervalWords } from '../dates.ts';
import type { Send } from '../judge.ts';
import { leaveBy, useFocusOnce } from '../parts/focus.ts';
import { client, issueName } from '../state.ts';
import { clip } from '../text.ts';
import { disputeTitle, happeningTitle, talkTitle } from './titles.ts';

interface Choice {
  readonly id: string;
  readonly words: string;
}

async function choicesOf({ kind, id }: Target, name: string): Promise<readonly Choice[]> {
  const api = client.peek();
  const limit = 300;
  switch (kind) {
    case 'actor':
      return (await api.actors({ limit: 40, ...(name ? { name } : {}) })).rows.map((a) => ({
        id: a.id,
        words: a.name,
      }));
    case 'line': {
      // Lines of one issue that two names of one party have.
      const { cells } = await api.matrix({});
      const issue = cells.find((c) => c.line === id)?.issue;
      return cells
        .filter((c) => c.issue === issue)
        .map((c) => ({ id: c.line, words: `${c.holder}: ${issueName(c.issue)}, “${clip(c.words, 8)}”` }));
    }
    case 'talk':
      return (await api.talks({ limit, brief: true })).rows.map((t) => ({
        id: t.id,
        words: `${talkTitle(t)}, ${intervalWords(t.when) ?? 'undated'}`,
      }));
    case 'happening':
      return (await api.happenings({ limit, brief: true })).rows.map((h) => ({
        id: h.id,
        words: `${happeningTitle(h)}, ${intervalWords(h.when) ?? 'undated'}`,
      }));
    default:
      return (await api.disputes({ limit, brief: true })).rows.map((d) => ({ id: d.id, words: disputeTitle(d) }));
  }
}

export function MergeForm(props: { readonly target: Target; readonly send: Send; readonly done: () => void }) {
  const { target } = props;
  const [name, setName] = useState('');
  const field = useFocusOnce<HTMLInputElement>();
  const asked = target.kind === 'actor' ? name : '';
  const answer = useAnswer(`merge ${target.kind} ${target.kind === 'line' ? target.id : ''} ${asked}`, () =>
    choicesOf(target, asked),
  );
  const fits = (c: Choice): boolean => c.id !== target.id && c.words.toLowerCase().includes(name.toLowerCase());
  return (
    <div class="jform" onKeyDown={leaveBy(props.done)}>
      <label>
        It is the same as
        <input
          type="search"
          value={name}
          placeholder="type a part of it"
          onInput={(e) => setName(e.currentTarget.value)}
          ref={field}
        />
      </label>
      <Show answer={answer} waiting="Looking through the record">
        {(all) => (
          <ul class="choices">
            {all
              .filter(fits)
              .slice(0, 12)
              .map((c) => (
                <li>
                  <button
                    type="button"
                    onClick={() =>
                      props.send({
                        do: 'merge',
                        targets: [target, { kind: target.kind, id: c.id, report: null, words: null }],
                      })
                    }
                  >
                    {c.words}
                  </button>
                </li>
              ))}
            {all.filter(fits).length === 0 && <li class="i3">Nothing else of that name.</li>}
          </ul>
        )}
      </Show>
      <div class="go">
        <button type="button" class="link" onClick={props.done}>
          Leave it
        </button>
      </div>
    </div>
  );
}
