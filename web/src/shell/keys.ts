/** The keys of the desk. What the drawer or a view does with a key, it says here while it stands. */

import { undoLast } from '../judge.ts';
import { parseOpen, VIEWS } from '../route.ts';
import { closeEntry, copyLink, go, openEntry, opened, toView } from '../state.ts';
import { switchTheme } from './theme.ts';

type Act = () => void;
const acts = new Map<string, Act[]>();

/** Takes over some keys; gives back a function that lets go of them. The last who took a key has it. */
export function onKeys(keys: Readonly<Record<string, Act>>): () => void {
  for (const [key, act] of Object.entries(keys)) acts.set(key, [...(acts.get(key) ?? []), act]);
  return () => {
    for (const [key, act] of Object.entries(keys))
      acts.set(
        key,
        (acts.get(key) ?? []).filter((a) => a !== act),
      );
  };
}

/** What can be opened in the view, in order; links to reports are stepped over as well. */
const openable = (): readonly HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('main :is([data-open], [data-step])')].filter(
    (e) => e.getClientRects().length > 0,
  );

/** Moves to the next or the previous entry; with the drawer open, opens it. */
export function step(by: 1 | -1): void {
  const all = openable();
  if (!all.length) return;
  const open = opened.value;
  const focused = document.activeElement?.closest<HTMLElement>('main :is([data-open], [data-step])') ?? null;
  const here = open ? all.findIndex((e) => e.classList.contains('sel')) : focused ? all.indexOf(focused) : -1;
  // Several places may open the same entry: the accounts of one dispute.
  let at = here < 0 ? 0 : here + by;
  const opens = here < 0 ? undefined : all[here]?.dataset['open'];
  while (opens && all[at]?.dataset['open'] === opens) at += by;
  const next = all[Math.min(Math.max(at, 0), all.length - 1)]!;
  next.scrollIntoView({ block: 'nearest' });
  const what = parseOpen(next.dataset['open'] ?? null);
  if (open && what) openEntry(what, true);
  else next.focus();
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);

export function listenToKeys(): void {
  onKeys({
    t: switchTheme,
    l: () => void copyLink(),
    u: () => void undoLast(),
    j: () => step(1),
    k: () => step(-1),
    '/': () => document.querySelector<HTMLInputElement>('#find')?.focus(),
    '?': () => document.querySelector<HTMLDialogElement>('#keys')?.showModal(),
    Escape: () => closeEntry(),
  });
  for (const [i, view] of VIEWS.slice(0, 9).entries()) onKeys({ [String(i + 1)]: () => go(toView(view)) });
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]')) return;
    if (typing(event.target)) {
      if (event.key === 'Escape') (event.target as HTMLElement).blur();
      return;
    }
    const act = acts.get(event.key)?.at(-1);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
