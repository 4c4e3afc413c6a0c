/** Whether what an archive holds can be what this program wrote: archives come from others. */
import type { Judgement } from '../../case.ts';
import type { Document, Reading } from '../../record.ts';
import { sha256 } from '../../text/digest.ts';
import { oneLine } from '../harmless.ts';

/** An archive that cannot be taken in: why, and what to do. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a file of this name lies in the folder of a case or below it, and nowhere else. */
export const isBelow = (name: string): boolean =>
  name === oneLine(name) &&
  !/^(?:[/\\]|[a-z]:)|\\/i.test(name) &&
  !name.split('/').some((part) => part === '..' || part === '');

const LISTS = [
  'statements',
  'positions',
  'talks',
  'events',
  'disputes',
  'times',
  'places',
  'referents',
  'mentions',
  'repeats',
  'blocks',
  'sentences',
  'notes',
] as const;

/** Words in every span must be words of the text: looks at each object that has a start and an end in numbers. */
function spanFault(value: unknown, length: number): string | null {
  const left: unknown[] = [value];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const { start, end } = next as { start?: unknown; end?: unknown };
    if (typeof start === 'number' || typeof end === 'number') {
      const fine =
        Number.isInteger(start) && Number.isInteger(end) && Number(start) >= 0 && Number(start) <= Number(end);
      if (!fine || Number(end) > length)
        return `a place in its text from ${String(start)} to ${String(end)}, of ${length}`;
    }
    for (const inner of Object.values(next)) if (typeof inner === 'object' && inner !== null) left.push(inner);
  }
  return null;
}

const textOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

/** What is wrong with a report of an archive, in words; `null` for nothing. */
export function reportFault(value: Fields): string | null {
  const { document, reading } = value;
  if (!isFields(document) || !isFields(reading) || !isFields(reading['document']))
    return 'it has no document and reading';
  const { text, text_sha256, origin, notes } = document;
  if (typeof text !== 'string' || typeof text_sha256 !== 'string') return 'it has no text';
  if (sha256(text) !== text_sha256) return 'its text is not the one that its digest is of';
  if (!isFields(origin) || typeof origin['path'] !== 'string') return 'it does not say where it came from';
  for (const key of ['title', 'url', 'outlet', 'published', 'language'])
    if (!textOrNull(document[key])) return `its ${key} is no text`;
  if (!Array.isArray(notes)) return 'it has no list of notes';
  if (reading['document']['text_sha256'] !== text_sha256) return 'its reading is of another text';
  const missing = LISTS.find((list) => !Array.isArray(reading[list]));
  if (missing) return `its reading has no list of ${missing}`;
  const producer = reading['producer'];
  if (!isFields(producer) || typeof producer['version'] !== 'string' || !isFields(producer['models']))
    return 'its reading does not say what made it';
  if (!isFields(reading['filing']) || !textOrNull(reading['filed'] ?? null))
    return 'its reading does not say how it was filed';
  return spanFault([notes, reading], text.length);
}

const DONE = ['accept', 'reject', 'edit', 'merge', 'split', 'note', 'undo'];

/** What is wrong with a judgement of an archive; `null` for nothing. */
export function judgementFault(value: Fields): string | null {
  const { judgement } = value;
  if (!isFields(judgement)) return 'it is no judgement';
  const { id, at, who, why, action } = judgement;
  if (typeof id !== 'string' || typeof who !== 'string' || !textOrNull(why)) return 'it does not say who judged';
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return 'it does not say when';
  if (!isFields(action) || typeof action['do'] !== 'string' || !DONE.includes(action['do']))
    return 'it does nothing known';
  const target = (t: unknown): boolean =>
    isFields(t) &&
    typeof t['kind'] === 'string' &&
    typeof t['id'] === 'string' &&
    textOrNull(t['report']) &&
    textOrNull(t['words']);
  if (action['do'] === 'undo') return typeof action['judgement'] === 'string' ? null : 'it does not say what it undoes';
  const targets = action['do'] === 'merge' ? action['targets'] : [action['target']];
  if (!Array.isArray(targets) || !targets.every(target)) return 'it does not say what it is about';
  if (
    action['do'] === 'split' &&
    !(Array.isArray(action['away']) && action['away'].every((a) => typeof a === 'string'))
  )
    return 'it does not say what is split away';
  if (action['do'] === 'edit' && !isFields(action['set'])) return 'it sets nothing';
  if (action['do'] === 'note' && typeof action['text'] !== 'string') return 'it notes nothing';
  return null;
}

/** A report of an archive that was checked. */
export type ArchivedReport = { readonly document: Document; readonly reading: Reading };
export type ArchivedJudgement = { readonly judgement: Judgement };
