/** Asking the API from a view: what was shown stays until the new answer is there; a fault says what to do. */
import type { ComponentChildren } from 'preact';
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
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
const KEPT_AT_MOST = 120;

const keyOf = (asked: string): string => `${caseName.peek()} ${asked}`;

function keep(key: string, value: unknown): void {
  kept.delete(key);
  kept.set(key, { revision: revision.peek(), value });
  if (kept.size > KEPT_AT_MOST) kept.delete(kept.keys().next().value!);
}

/** What came with the answer to something else, so that it need not be asked. */
export const keepAnswer = (asked: string, value: unknown): void => keep(keyOf(asked), value);

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

/** Whether anything is being waited for. */
export const isAsking = (): boolean => asking.size > 0;

/** Something to ask the API, by a name that stands for all that it depends on but case and record. */
export interface Question<T> {
  readonly asked: string;
  readonly ask: () => Promise<T>;
}

/** Asks what will be wanted next, so that it is there then. A fault is left to whoever wants it. */
export async function askAhead({ asked, ask }: Question<unknown>): Promise<void> {
  const key = keyOf(asked);
  const now = revision.peek();
  if (kept.get(key)?.revision === now) return;
  try {
    const value = await askOnce(`${now} 0 ${key}`, ask);
    if (revision.peek() === now) keep(key, value);
  } catch {}
}

/** The answer to something that does not depend on what is shown; asked once until the record changes. */
export async function askKept<T>({ asked, ask }: Question<T>): Promise<T> {
  const key = keyOf(asked);
  const now = revision.peek();
  const before = kept.get(key);
  if (before?.revision === now) return before.value as T;
  const value = await askOnce(`${now} 0 ${key}`, ask);
  if (revision.peek() === now) keep(key, value);
  return value;
}

interface State<T> {
  readonly key: string | null;
  readonly revision: number;
  readonly value: T | undefined;
  readonly fault: ApiError | null;
  readonly busy: boolean;
}

/**
 * Asks again whenever what is `asked` or the record changes. `null` asks nothing. An answer that is there already is given at
 * once, so that nothing is drawn twice.
 */
export function useAnswer<T>(asked: string | null, ask: () => Promise<T>): Answer<T> {
  const now = revision.value;
  const key = asked === null ? null : `${caseName.value} ${asked}`;
  const [round, setRound] = useState(0);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const state = useRef<State<T>>({ key: null, revision: -1, value: undefined, fault: null, busy: true });
  const was = state.current;
  if (key !== null && (was.key !== key || was.revision !== now)) {
    const before = kept.get(key);
    const isThere = before?.revision === now;
    const value = before ? (before.value as T) : was.value;
    state.current = { key, revision: now, value, fault: null, busy: !isThere };
    // At once, and not only when it is drawn that there is nothing yet; below, the answer is waited for, and a fault is told.
    if (!isThere && round === 0) void askAhead({ asked: asked!, ask });
  }
  useEffect(() => {
    if (key === null || !state.current.busy) return;
    let stale = false;
    // Something else may have been asked for since, and drawn as being waited for, before this here is let go of.
    const isWanted = (): boolean => !stale && state.current.key === key && state.current.revision === now;
    // It may have come between drawing and now.
    const come = round === 0 ? kept.get(key) : undefined;
    const answer = come?.revision === now ? Promise.resolve(come.value as T) : askOnce(`${now} ${round} ${key}`, ask);
    answer.then(
      (value) => {
        if (revision.peek() === now) keep(key, value);
        if (!isWanted()) return;
        state.current = { key, revision: now, value, fault: null, busy: false };
        redraw(undefined);
      },
      (cause: unknown) => {
        if (!isWanted()) return;
        const fault = cause instanceof ApiError ? cause : new ApiError(0, 'The desk stumbled', String(cause));
        state.current = { ...state.current, fault, busy: false };
        redraw(undefined);
      },
    );
    return () => {
      stale = true;
    };
  }, [key, now, round]);
  const { value, fault, busy } = state.current;
  const again = (): void => {
    state.current = { ...state.current, fault: null, busy: true };
    setRound((r) => r + 1);
  };
  return { value, fault, busy, again };
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
