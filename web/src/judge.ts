/** Judgements: sending them, taking the last one back. Each is a line of a ledger; nothing is overwritten. */
import { signal } from '@preact/signals';
import { ApiError } from '../../src/api/client.ts';
import type { Judgement } from '../../src/case.ts';
import type { JudgementRow } from '../../src/store/store.ts';
import { recordChangedByUs } from './shell/start.ts';
import { client, desk, lastJudgement, tell } from './state.ts';

/** What was judged in this window, newest first, so that it shows at once. */
export const judgedHere = signal<readonly Judgement[]>([]);

const DONE: Readonly<Record<Judgement['action']['do'], string>> = {
  accept: 'Accepted',
  reject: 'Rejected',
  edit: 'Changed',
  merge: 'Merged',
  split: 'Taken apart',
  note: 'Noted',
  undo: 'Undone',
};

/** Sends what a form says, and leaves the form. */
export type Send = (action: Judgement['action']) => void;

/** The judgement that is under way: one waits for the one before, and what takes back the last waits for it to be there. */
let before: Promise<unknown> = Promise.resolve();

/** Sends a judgement and asks again for what it touches. Says what was done, or why not. */
export function judge(action: Judgement['action'], why: string | null = null): Promise<boolean> {
  const judged = before.then(() => send(action, why));
  before = judged;
  return judged;
}

/** The way back from a judgement. */
const takeBack = (judgement: string) => ({
  words: 'Undo',
  go: () => void judge({ do: 'undo', judgement }),
});

async function send(action: Judgement['action'], why: string | null): Promise<boolean> {
  try {
    const line = await client.peek().judge({ action, why, seen: lastJudgement.peek() });
    judgedHere.value = [line, ...judgedHere.peek()];
    if (action.do === 'undo') tell(`${DONE.undo}.`);
    else tell(`${DONE[action.do]}. u takes it back.`, takeBack(line.id));
    await recordChangedByUs();
    return true;
  } catch (cause) {
    tell(cause instanceof ApiError ? `${cause.title}: ${cause.detail}` : String(cause));
    // Somebody else has judged it: what they did is shown before anybody decides again.
    if (cause instanceof ApiError && cause.status === 409) await recordChangedByUs();
    return false;
  }
}

/** Takes back the newest judgement of one's own that still stands; another's is undone only by pointing at it. */
export async function undoLast(): Promise<void> {
  await before;
  const [{ name }, page] = await Promise.all([desk.me(), client.peek().judgements({ limit: 200 })]);
  const last = page.rows.find(({ judgement, undone }) => {
    return undone === null && judgement.action.do !== 'undo' && judgement.who === name;
  });
  if (!last) tell('There is nothing to take back.');
  else await judge({ do: 'undo', judgement: last.judgement.id });
}

/** What a judgement did, in one sentence. */
export function judgementWords({ action }: Judgement): string {
  switch (action.do) {
    case 'accept':
    case 'reject':
      return `${DONE[action.do]} as ${action.target.kind}`;
    case 'edit':
      return `Set ${Object.entries(action.set)
        .map(([field, value]) => `${field} to ${Array.isArray(value) ? value.join(', ') : String(value)}`)
        .join('; ')}`;
    case 'merge':
      return `Made one of ${action.targets.length} ${action.targets[0]?.kind ?? 'entrie'}s`;
    case 'split':
      return `Took ${action.away.length === 1 ? 'one part' : `${action.away.length} parts`} away from a ${action.target.kind}`;
    case 'note':
      return `Note: ${action.text}`;
    case 'undo':
      return 'Took a judgement back';
  }
}

export const stands = (row: JudgementRow): boolean => row.undone === null && row.judgement.action.do !== 'undo';
