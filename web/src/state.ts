/** What the whole desk shares: where it is, whose case it shows, what has changed. */
import { computed, signal } from '@preact/signals';
import { type CaseRow, createClient, createDeskClient, type IssueName } from '../../src/api/client.ts';
import type { CaseEvent } from '../../src/api/hub.ts';
import type { Change } from '../../src/case.ts';
import type { News, Overview } from '../../src/store/store.ts';
import { saysNothingOf } from './dates.ts';
import {
  formatOpen,
  formatRoute,
  listOf,
  type Open,
  type Parameters,
  parseRoute,
  type Route,
  type View,
} from './route.ts';

export const API = '/api/v1';
export const desk = createDeskClient(API);

/** A token in the address is no case: it must never be asked for as one. */
const routeNow = (): Route => parseRoute(location.hash.startsWith('#token=') ? '' : location.hash);
export const route = signal<Route>(routeNow());
addEventListener('hashchange', () => {
  route.value = routeNow();
});

/** Gives what it gave before as long as that says the same: who looks at a part of the address is not told of the rest. */
function steady<T>(read: () => T): { readonly value: T; peek(): T } {
  let before: T;
  let said: string | undefined;
  return computed(() => {
    const now = read();
    const says = JSON.stringify(now);
    if (says !== said) before = now;
    said = says;
    return before;
  });
}

export const caseName = computed(() => route.value.case);
export const view = computed(() => route.value.view);
export const parameters = steady<Parameters>(() => route.value.parameters);
/** Of a view that shows one thing. */
export const shownId = computed(() => route.value.id);
/** What is open in the drawer. */
export const opened = steady<Open | null>(() => route.value.open);
export const openedKey = computed(() => opened.value && formatOpen(opened.value));
/** Asks the API about the case that the address names. */
export const client = computed(() => createClient(API, caseName.value ?? ''));

/** Goes somewhere; `replace` leaves no step for the back button. */
export function go(to: Partial<Route>, replace = false): void {
  const next = formatRoute({ ...route.peek(), ...to });
  if (next === location.hash) return;
  if (replace) {
    history.replaceState(null, '', next);
    route.value = parseRoute(next);
  } else location.hash = next;
}

/** A view as its tab opens it: the parties that are hidden stay so, nothing else is narrowed. */
export const toView = (to: View, narrowed: Parameters = {}, id: string | null = null): Route => {
  const { hide, all } = parameters.value;
  const kept = { ...(hide ? { hide } : {}), ...(all ? { all } : {}) };
  return { case: caseName.value, view: to, id, parameters: { ...kept, ...narrowed }, open: null };
};

/** Sets and clears (`undefined`) what narrows the view. */
export function narrow(by: { readonly [K in keyof Parameters]?: string | undefined }, replace = false): void {
  const left = Object.fromEntries(Object.entries({ ...route.peek().parameters, ...by }).filter(([, v]) => v));
  go({ parameters: left as Parameters }, replace);
}

/** What had the focus when the drawer was opened. */
let opener: Element | null = null;
export function openEntry(open: Open, replace = false): void {
  if (!route.peek().open) opener = document.activeElement;
  go({ open }, replace);
}
export function closeEntry(): void {
  const key = route.peek().open;
  if (!key) return;
  go({ open: null });
  queueMicrotask(() => {
    const again = document.querySelector<HTMLElement>(`main [data-open="${CSS.escape(`${key.kind}:${key.id}`)}"]`);
    if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus();
    else (again ?? document.querySelector<HTMLElement>('#main'))?.focus();
    opener = null;
  });
}

export const cases = signal<readonly CaseRow[]>([]);
export const overview = signal<Overview | null>(null);
// Before anything is drawn of it.
overview.subscribe((now) => saysNothingOf(now?.last?.slice(0, 4) ?? null));
export const issues = signal<ReadonlyMap<string, IssueName>>(new Map());
export const progress = signal<Extract<CaseEvent, { event: 'progress' }> | null>(null);

/** When you last looked: `undefined` until known, `null` for the first time. */
export const lastLook = signal<string | null | undefined>(undefined);
/** What changed since: in figures, and the newest of it. */
export const news = signal<News>({ counts: [], newest: [] });
export const changes = computed<readonly Change[]>(() => news.value.newest);
export const changedIds = computed<ReadonlySet<string>>(() => new Set(changes.value.map((c) => c.id)));

/** The newest judgement when what is shown was asked for: what another judged since is not passed over in silence. */
export const lastJudgement = signal<string | null>(null);

/** Counts up whenever the record changed, so that what is shown is asked again. */
export const revision = signal(0);

export const parties = computed<readonly string[]>(() => overview.value?.parties ?? []);
/** Of more parties than this, those that reports speak of most are shown unless all are asked for. */
const MANY = 10;
const MAIN = 8;
/** The parties that views have a row or column for. */
export const mainParties = computed<readonly string[]>(() =>
  parties.value.length <= MANY || parameters.value.all ? parties.value : parties.value.slice(0, MAIN),
);
export const hidden = computed<ReadonlySet<string>>(() => new Set(listOf(parameters.value.hide)));

/** `p1` to `p5` for the first five parties of the case, `p0` for all others. */
export function partyClass(name: string | null | undefined): string {
  const at = name ? parties.value.indexOf(name) : -1;
  return at >= 0 && at < 5 ? `p${at + 1}` : 'p0';
}

export const issueName = (code: string): string =>
  issues.value.get(code)?.name ??
  code
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/^./, (c) => c.toUpperCase());

/** Copies the address of what is shown, for oneself later or for a colleague at the same desk. */
export async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    tell('Link copied.');
  } catch {
    tell(location.href);
  }
}

/** A short line that is read out and shown for a while: `Copied`, `Undone`. */
export const told = signal('');
/** What a button beside it does: take back what was just done. */
export const toldWay = signal<{ readonly words: string; readonly go: () => void } | null>(null);
let tellTimer: ReturnType<typeof setTimeout> | undefined;
export function tell(words: string, way: typeof toldWay.value = null): void {
  told.value = words;
  toldWay.value = way;
  clearTimeout(tellTimer);
  tellTimer = setTimeout(() => {
    told.value = '';
    toldWay.value = null;
  }, 6000);
}
