/**
 * Asking before it is wanted: a view when its tab is pointed at or has the focus, what opens on a click when that is pointed at
 * for a moment; and, once the first view stands, the other views one after another. What was asked is kept until the record
 * changes, and asked no second time.
 */
import { askAhead, isAsking, type Question } from './answer.tsx';
import { openQuestion } from './drawer/sheet.ts';
import {
  actorsPaged,
  deedsQuestion,
  disputesPaged,
  firstOf,
  latestQuestion,
  matrixQuestion,
  outletsQuestion,
  reportsPaged,
  stripQuestion,
  talksPaged,
  timelineQuestion,
  undertakingsQuestion,
} from './questions.ts';
import { parseOpen, VIEWS, type View } from './route.ts';
import { changes, overview, revision } from './state.ts';
import { drawingAhead, mapQuestion } from './views/map/map.tsx';
import { briefQuestion } from './views/work/brief.tsx';
import { unsureQuestion } from './views/work/correct.tsx';

/** What each view asks when its tab is opened. */
const FIRST: Partial<Record<View, () => readonly (Question<unknown> | null)[]>> = {
  overview: () => {
    const last = overview.peek()?.last;
    return last
      ? [matrixQuestion(), stripQuestion(last), ...(changes.peek().length ? [] : [latestQuestion(last)])]
      : [];
  },
  positions: () => [matrixQuestion(), outletsQuestion],
  timeline: () => [timelineQuestion({})],
  talks: () => [firstOf(talksPaged({}))],
  disputes: () => [firstOf(disputesPaged({}))],
  deeds: () => [deedsQuestion({}), undertakingsQuestion({})],
  actors: () => [firstOf(actorsPaged({}))],
  map: () => {
    // What could not be drawn ahead is drawn when it is wanted.
    drawingAhead(isIdle).catch(() => {});
    return [mapQuestion({})];
  },
  reports: () => [firstOf(reportsPaged({})), outletsQuestion],
  correct: () => [unsureQuestion()],
  brief: () => [briefQuestion()],
};

/** Between two pieces of work, in milliseconds. */
const PAUSE = 20;

/** When nothing else is to be done. */
const isIdle = (): Promise<unknown> => new Promise((idle) => setTimeout(() => requestIdleCallback(idle), PAUSE));

async function viewAhead(view: View): Promise<void> {
  // Before the parties are known, there is nothing to ask by.
  if (!overview.peek() || !overview.peek()!.reports) return;
  for (const question of FIRST[view]?.() ?? []) if (question) await askAhead(question);
}

/** How long something is pointed at before it is asked for, in milliseconds: not all that the pointer crosses is wanted. */
const POINTED = 60;
let pointed: ReturnType<typeof setTimeout> | undefined;

function entryAhead(of: Element): void {
  const open = parseOpen(of.getAttribute('data-open'));
  if (open) void askAhead(openQuestion(open));
}

function ahead(event: Event): void {
  if (!(event.target instanceof Element)) return;
  clearTimeout(pointed);
  const tab = event.target.closest('[data-view-of]');
  if (tab) {
    void viewAhead(tab.getAttribute('data-view-of') as View);
    return;
  }
  const entry = event.target.closest('[data-open]');
  if (!entry) return;
  if (event.type === 'pointerdown') entryAhead(entry);
  else pointed = setTimeout(() => entryAhead(entry), POINTED);
}

/** One view after another, while nothing else is to be done, and none any more once the record has changed. */
async function allAhead(): Promise<void> {
  const now = revision.peek();
  for (const view of VIEWS) {
    // What is looked at comes first.
    do await isIdle();
    while (isAsking());
    if (revision.peek() !== now || document.hidden) return;
    await viewAhead(view);
  }
}

/** After the first answer of a case, in milliseconds. */
const FIRST_VIEW = 300;

export function askAheadOfUse(): void {
  for (const kind of ['pointerover', 'pointerdown', 'focusin'])
    addEventListener(kind, ahead, { capture: true, passive: true });
  let known: string | null = null;
  overview.subscribe((now) => {
    const name = now && now.reports > 0 ? now.name : null;
    if (name === known) return;
    known = name;
    if (name !== null) setTimeout(() => void allAhead(), FIRST_VIEW);
  });
}
