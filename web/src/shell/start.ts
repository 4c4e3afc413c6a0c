/** What the desk asks when it opens a case, and how it keeps up with what happens on the server. */
import { effect, signal } from '@preact/signals';
import { ApiError } from '../../../src/api/client.ts';
import type { News } from '../../../src/store/store.ts';
import {
  caseName,
  cases,
  client,
  desk,
  go,
  issues,
  lastJudgement,
  lastLook,
  news,
  overview,
  progress,
  revision,
  route,
} from '../state.ts';

const NOTHING: News = { counts: [], newest: [] };

/** What keeps the desk from showing anything: no server, a token asked for. */
export const hindered = signal<ApiError | null>(null);
/** Whether the server can be heard. */
export const connected = signal(true);

const asError = (cause: unknown): ApiError =>
  cause instanceof ApiError ? cause : new ApiError(0, 'The desk stumbled', String(cause));

/** For this window, the look before stays the same, so that a reload does not hide what is new. */
async function lookedBefore(name: string): Promise<string | null> {
  const key = `rapporteur-look ${name}`;
  const before = sessionStorage.getItem(key);
  if (before !== null) return before || null;
  const previous = await client.peek().looked();
  sessionStorage.setItem(key, previous ?? '');
  return previous;
}

/** From now on only what changes later is new. */
export async function lookNow(): Promise<void> {
  const name = caseName.peek();
  if (name === null) return;
  await client.peek().looked();
  const now = new Date().toISOString();
  sessionStorage.setItem(`rapporteur-look ${name}`, now);
  lastLook.value = now;
  news.value = NOTHING;
}

/** Before anything is asked again: what is judged in between is then told as not seen, though it may show already. */
async function renewLastJudgement(): Promise<void> {
  const { rows } = await client.peek().judgements({ limit: 1 });
  lastJudgement.value = rows[0]?.judgement.id ?? null;
}

/** Asks again for what the whole desk shows. */
async function refresh(): Promise<void> {
  const api = client.peek();
  const since = lastLook.peek();
  overview.value = await api.overview({ brief: true, ...(since ? { since } : {}) });
  if (since) news.value = await api.news(since);
}

async function openCase(name: string): Promise<void> {
  overview.value = null;
  progress.value = null;
  news.value = NOTHING;
  lastLook.value = undefined;
  try {
    const api = client.peek();
    // The newest judgement is asked for first: what is judged after it counts as not seen.
    const [, told, names, looked] = await Promise.all([
      renewLastJudgement(),
      api.overview({ brief: true }),
      api.issues(),
      lookedBefore(name),
    ]);
    // Another case may have been opened meanwhile.
    if (caseName.peek() !== name) return;
    issues.value = new Map(names.map((i) => [i.code, i]));
    overview.value = told;
    hindered.value = null;
    lastLook.value = looked;
    if (looked) news.value = await api.news(looked);
  } catch (cause) {
    hindered.value = asError(cause);
  }
}

/** Which cases there are. */
export async function listCases(): Promise<void> {
  cases.value = (await desk.status()).cases;
}

/** Whether the cases were asked for. */
export const started = signal(false);

/** Asks for the cases, and for a token where the address brings one. */
export async function start(): Promise<void> {
  const token = /^#token=(.+)$/.exec(location.hash)?.[1];
  try {
    if (token) {
      await desk.enter(decodeURIComponent(token));
      history.replaceState(null, '', '#/');
    }
    await listCases();
    hindered.value = null;
    started.value = true;
    const first = cases.value[0];
    if (route.peek().case === null && first) go({ ...route.peek(), case: first.name }, true);
  } catch (cause) {
    hindered.value = asError(cause);
  }
}

/** Many changes come at once while reports are read: the views ask again at most so often, in milliseconds. */
const PAUSE = 1500;
let waiting = false;

export function recordChanged(): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    renewLastJudgement()
      .then(() => {
        revision.value += 1;
        return refresh();
      })
      .catch(() => {
        // What is shown stays; the next change asks again.
      });
  }, PAUSE);
}

/** At once, after something that the user did. */
export async function recordChangedByUs(): Promise<void> {
  await renewLastJudgement().catch(() => undefined);
  revision.value += 1;
  await refresh().catch(() => undefined);
}

effect(() => {
  const name = caseName.value;
  if (name === null) return;
  void openCase(name);
  const close = client.peek().events(
    (happened) => {
      if (happened.event === 'progress') progress.value = happened;
      else recordChanged();
    },
    (is) => {
      connected.value = is;
    },
  );
  return close;
});
