/**
 * What the drawer shows: what is open, once its evidence is there. Until then, for a moment, it shows what it showed before, so
 * that the page is drawn once and not twice; after that, that it is being opened.
 */
import { effect, signal } from '@preact/signals';
import { askAhead } from '../answer.tsx';
import { formatOpen, type Open } from '../route.ts';
import { opened } from '../state.ts';
import { judgementsQuestion, openQuestion } from './sheet.ts';

export const shown = signal<Open | null>(null);

/** Whether the drawer shows what is open: a key must not judge what was open before. */
export const isShown = (): boolean => {
  const [now, open] = [shown.peek(), opened.peek()];
  return now !== null && open !== null && formatOpen(now) === formatOpen(open);
};

/** In milliseconds. */
const MOMENT = 150;

effect(() => {
  const open = opened.value;
  if (open === null) {
    shown.value = null;
    return;
  }
  let stale = false;
  const show = (): void => {
    if (!stale) shown.value = open;
  };
  const late = setTimeout(show, MOMENT);
  void askAhead(judgementsQuestion);
  void askAhead(openQuestion(open)).then(show);
  return () => {
    stale = true;
    clearTimeout(late);
  };
});
