import { userInfo } from 'node:os';
import type { EntryKind, Item, ItemKind, Judgement, Target } from '../case.ts';
import { EDITABLE, editFault, fieldsOf } from '../consolidate/editable.ts';
import { everyRow } from '../export/case/record-of.ts';
import { harmless, oneLine } from '../export/harmless.ts';
import { jsonLine } from '../export/json-lines.ts';
import type { Store } from '../store/store.ts';
import { idOf } from '../text/digest.ts';
import { nearest, textValue, WrongUse } from './arguments.ts';
import { CaseError } from './case/error.ts';
import { withCase } from './case/open.ts';
import { DONE, type Given, type Run } from './command.ts';
import { actionInWords } from './log.ts';

const ACTIONS = ['accept', 'reject', 'edit', 'merge', 'split', 'note', 'undo'] as const;
type Action = (typeof ACTIONS)[number];

/** Entries that can be made one. */
const MERGED: readonly (ItemKind | EntryKind)[] = ['line', 'actor', 'talk', 'happening', 'dispute'];

const itemTarget = (item: Item): Target => ({
  kind: item.kind,
  id: item.id,
  report: item.report.id,
  words: item.words,
});

/** The judgement that took a record out; `null` for none. */
async function rejectedBy(store: Store, id: string): Promise<Judgement | null> {
  for await (const { judgement, undone } of everyRow((page) => store.judgements(page))) {
    const { action } = judgement;
    if (undone === null && action.do === 'reject' && action.target.id === id) return judgement;
  }
  return null;
}

/** What an id stands for: an entry of the case, or a record of a report. Entries go first. */
async function targetOf(store: Store, id: string): Promise<{ target: Target; item: Item | null }> {
  const entries: readonly [EntryKind, (id: string) => Promise<unknown>][] = [
    ['line', (x) => store.line(x)],
    ['talk', (x) => store.talk(x)],
    ['happening', (x) => store.happening(x)],
    ['dispute', (x) => store.dispute(x)],
    ['actor', (x) => store.actor(x)],
  ];
  for (const [kind, find] of entries) {
    if ((await find(id)) !== null) return { target: { kind, id, report: null, words: null }, item: null };
  }
  const item = await store.item(id);
  if (item) return { target: itemTarget(item), item };
  const by = await rejectedBy(store, id);
  throw new CaseError(
    'no-such-id',
    by !== null
      ? `${by.who} rejected this. To have it back: rapporteur judge undo ${by.id}`
      : `Nothing in this case has the id ${JSON.stringify(oneLine(id))}. search, export and dossier --format json give the ids.`,
  );
}

/** `FIELD=VALUE` pairs. A value that is JSON is taken so, anything else as words, or as several with commas for a list. */
function settings(pairs: readonly string[], item: Item): Readonly<Record<string, unknown>> {
  const known = fieldsOf(item.kind);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const field = pair.slice(0, at);
      if (at < 1) throw new WrongUse(`--set takes FIELD=VALUE, not ${JSON.stringify(oneLine(pair))}.`);
      const value = settingOf(pair.slice(at + 1), EDITABLE[item.kind][field]?.takes === 'names');
      const fault = editFault(item.kind, field, value);
      if (fault !== null) {
        const meant = Object.hasOwn(EDITABLE[item.kind], field) ? undefined : nearest(field, known);
        throw new WrongUse(`${oneLine(fault)}${meant ? ` Did you mean ${meant}?` : ''}`);
      }
      return [field, value];
    }),
  );
}

function settingOf(given: string, isList: boolean): unknown {
  try {
    const value: unknown = JSON.parse(given);
    return value;
  } catch {
    return isList ? given.split(',').map((name) => name.trim()) : given;
  }
}

/** The judgement asked for. */
async function actionOf(
  what: Action,
  ids: readonly string[],
  given: Given,
  store: Store,
): Promise<Judgement['action']> {
  const [id, ...more] = ids;
  if (id === undefined) throw new WrongUse(`judge ${what} needs an ID.`);
  if (what === 'undo') {
    if (more.length > 0) throw new WrongUse('judge undo takes one judgement, whose id log gives.');
    return { do: 'undo', judgement: id };
  }
  if (what === 'merge') {
    if (more.length === 0) throw new WrongUse('judge merge needs two IDs or more.');
    const targets = await Promise.all([...new Set(ids)].map(async (x) => (await targetOf(store, x)).target));
    const [first] = targets;
    const odd = targets.find((t) => t.kind !== first!.kind || !MERGED.includes(t.kind));
    if (odd) {
      throw new WrongUse(
        `judge merge makes one of several lines, actors, talks, happenings or disputes: ${harmless(odd.id)} is a ${odd.kind}, ${harmless(first!.id)} a ${first!.kind}.`,
      );
    }
    const lines = first!.kind === 'line' ? await Promise.all(targets.map(({ id: line }) => store.line(line))) : [];
    if (new Set(lines.map((line) => line?.issue)).size > 1) {
      throw new WrongUse('judge merge makes one line of several on one issue: these are on several.');
    }
    return { do: 'merge', targets };
  }
  if (more.length > 0) {
    const hint = what === 'note' ? ' The words of a note go by --text WORDS.' : '';
    throw new WrongUse(`judge ${what} takes one ID.${hint}`);
  }
  const { target, item } = await targetOf(store, id);
  switch (what) {
    case 'accept':
    case 'reject':
      return { do: what, target };
    case 'edit': {
      const pairs = given.lists['set'] ?? [];
      if (!item) {
        throw new WrongUse(
          `judge edit sets fields of one record of a report; ${harmless(id)} is a ${target.kind}, which is made of several.`,
        );
      }
      if (pairs.length === 0) throw new WrongUse('judge edit needs --set FIELD=VALUE.');
      return { do: 'edit', target, set: settings(pairs, item) };
    }
    case 'split': {
      const away = given.lists['away'] ?? [];
      if (item)
        throw new WrongUse(`judge split takes items out of an entry; ${harmless(id)} is one record of a report.`);
      if (away.length === 0) throw new WrongUse('judge split needs --away ITEM.');
      return { do: 'split', target, away };
    }
    case 'note': {
      const text = textValue(given, 'text')?.trim() ?? '';
      if (text === '') throw new WrongUse('judge note needs --text WORDS.');
      return { do: 'note', target, text };
    }
  }
}

function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

/** `rapporteur judge ACTION ID...` */
export const judge: Run = async (given, terminal) => {
  const [asked, ...ids] = given.positionals;
  const what = ACTIONS.find((a) => a === asked);
  if (!what) {
    const meant = asked === undefined ? undefined : nearest(asked, ACTIONS);
    throw new WrongUse(`judge takes ${ACTIONS.join(', ')}.${meant ? ` Did you mean ${meant}?` : ''}`);
  }
  const who = (textValue(given, 'who') ?? ownName()).trim();
  if (who === '') throw new WrongUse('--who needs a name.');
  return withCase(given, 'write', async ({ store }) => {
    const action = await actionOf(what, ids, given, store);
    const at = new Date().toISOString();
    const why = textValue(given, 'why')?.trim() || null;
    const judgement: Judgement = { id: idOf(at, who, JSON.stringify(action)), at, who, why, action };
    await store.judge(judgement);
    while ((await store.consolidate()).left > 0);
    if (given.values['json'] === true) await terminal.print(`${jsonLine(judgement)}\n`);
    else
      terminal.tell(
        `${judgement.id}: ${actionInWords(judgement)}\nTo take it back: rapporteur judge undo ${judgement.id}\n`,
      );
    return DONE;
  });
};
