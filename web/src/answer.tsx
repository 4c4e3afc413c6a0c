/** Asking the API from a view: what was shown stays until the new answer is there; a fault says what to do. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../src/api/client.ts';
import { caseName, revision } from './state.ts';

export interface Answer<T> {
  readonly value: T | undefined;
  readonly fault: ApiError | null;
  readonly busy: boolean;
  readonly again: () => void;
}

/** Answers by what was asked, for going back without waiting. Forgotten when the record changes. */
const kept = new Map<string, { readonly revision: number; readonly value: unknown }>();
const KEPT_AT_MOST = 60;

function keep(key: string, value: unknown): void {
  kept.delete(key);
  kept.set(key, { revision: revision.peek(), value });
  if (kept.size > KEPT_AT_MOST) kept.delete(kept.keys().next().value!);
}

/** What is being asked just now: two views that ask the same at once share one answer. */
const asking = new Map<string, Promise<unknown>>();

function askOnce<T>(key: string, ask: () => Promise<T>): Promise<T> {
  const now = asking.get(key);
  if (now) return now as Promise<T>;
  const answer = ask();
  asking.set(key, answer);
  const forget = (): void => {
    asking.delete(key);
  };
  answer.then(forget, forget);
  return answer;
}

/** Asks again whenever what is `asked` or the record changes. `null` asks nothing. */
export function useAnswer<T>(asked: string | null, ask: () => Promise<T>): Answer<T> {
  const now = revision.value;
  const key = asked === null ? null : `${caseName.value} ${asked}`;
  const [state, set] = useState<{ key: string | null; value: T | undefined; fault: ApiError | null; busy: boolean }>(
    () => ({ key, value: key === null ? undefined : (kept.get(key)?.value as T | undefined), fault: null, busy: true }),
  );
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (key === null) return;
    const before = kept.get(key);
    if (before && before.revision === now && round === 0) {
      set({ key, value: before.value as T, fault: null, busy: false });
      return;
    }
    let stale = false;
    set((s) => ({ key, value: (before?.value as T | undefined) ?? s.value, fault: null, busy: true }));
    askOnce(`${now} ${round} ${key}`, ask).then(
      (value) => {
        keep(key, value);
        if (!stale) set({ key, value, fault: null, busy: false });
      },
      (cause: unknown) => {
        const fault = cause instanceof ApiError ? cause : new ApiError(0, 'The desk stumbled', String(cause));
        if (!stale) set((s) => ({ key, value: s.value, fault, busy: false }));
      },
    );
    return () => {
      stale = true;
    };
  }, [key, now, round]);
  return { value: state.value, fault: state.fault, busy: state.busy, again: () => setRound((r) => r + 1) };
}

/** Shows an answer, or what stands in its way. */
export function Show<T>(props: {
  readonly answer: Answer<T>;
  /** What is being counted or read meanwhile: `Reading the positions`. */
  readonly waiting: string;
  readonly children: (value: T) => ComponentChildren;
}) {
  const { value, fault, busy, again } = props.answer;
  return (
    <>
      {fault && <Fault fault={fault} again={again} />}
      {value !== undefined ? (
        <div class={busy ? 'busy' : ''} aria-busy={busy}>
          {props.children(value)}
        </div>
      ) : (
        !fault && <p class="state i2">{props.waiting}</p>
      )}
    </>
  );
}

export const Fault = (props: { readonly fault: ApiError; readonly again?: () => void }) => (
  <div class="state" role="alert">
    <h2>{props.fault.title}</h2>
    {props.fault.detail && <p>{props.fault.detail}</p>}
    <p>
      What was read before still stands.{' '}
      {props.again && (
        <button type="button" class="link" onClick={props.again}>
          Ask again
        </button>
      )}
    </p>
  </div>
);

/** What would stand here, and one way on. */
export const Empty = (props: { readonly title: string; readonly children?: ComponentChildren }) => (
  <div class="state">
    <h2>{props.title}</h2>
    {props.children && <p>{props.children}</p>}
  </div>
);
