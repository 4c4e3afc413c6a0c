/** Handing reports over: to the case that is open, or to a new one that is opened for them. */
import { signal } from '@preact/signals';
import { createClient } from '../../../../src/api/client.ts';
import { listCases } from '../../shell/start.ts';
import { API, caseName, client, desk, go, tell, toView } from '../../state.ts';
import { count } from '../../words.ts';
import { batchesOf, type Given } from './dropped.ts';

/** Whether what is given begins a new case, and what that is to be called. */
export const inNewCase = signal<{ readonly yes: boolean; readonly name: string }>({ yes: false, name: '' });

/** What a case of these files is called: their folder, or the day. */
export function nameOf(given: readonly Given[]): string {
  const folder = given[0]?.path.split('/').slice(0, -1)[0];
  const shared = folder && given.every((g) => g.path.startsWith(`${folder}/`));
  return shared ? folder : `Reports of ${new Date().toISOString().slice(0, 10)}`;
}

/** The case to add to: a new one, called `name` unless another name was given, or the one that is open. */
export async function newCase(name: string) {
  const { yes, name: given } = inNewCase.peek();
  if (!yes && caseName.peek() !== null) return client.peek();
  const made = await desk.makeCase(given.trim() || name);
  inNewCase.value = { yes: false, name: '' };
  await listCases();
  go({ ...toView('add'), case: made.name });
  return createClient(API, made.name);
}

export async function handOver(given: readonly Given[]): Promise<void> {
  const to = await newCase(nameOf(given));
  for (const batch of batchesOf(given)) await to.upload(batch);
  tell(`${count(given.length, 'file')} handed over.`);
}

/** One text, as it was pasted or dropped. */
export interface GivenText {
  readonly text: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
}

export async function handOverText(given: GivenText): Promise<void> {
  const to = await newCase(given.title ?? nameOf([]));
  await to.paste(given);
  tell('The text is handed over.');
}

export async function handOverAddress(url: string): Promise<void> {
  const to = await newCase(new URL(url).hostname);
  await to.fetchAddress(url);
}

/** What was pasted where no field was: it waits in the form until somebody says where it is from and adds it. */
export const pasted = signal<{ readonly text: string } | { readonly url: string } | null>(null);
