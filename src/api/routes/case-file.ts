/** Addresses of a case's settings, as fields and as the text of case.yaml. */
import { z } from '@hono/zod-openapi';
import type { CaseFile } from '../../case.ts';
import { caseFileText } from '../../export/case-file/print.ts';
import { caseFileOf, checkedCaseFile } from '../case-file.ts';
import type { OpenCase } from '../cases.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import type { Hub } from '../hub.ts';
import { CASE, caseFileSchema, casePath } from '../schemas/requests.ts';

const asText = z.object({ text: z.string().max(4_000_000) }).openapi('CaseFileText');

/** So many reports, parts and threads are made again before it is answered: a small case is up to date then. */
const AT_ONCE = 2000;

/** Sets it, and brings the record up to date: of a large case in the background, while others are answered. */
async function change({ store, name, setFile }: OpenCase, hub: Hub, file: CaseFile): Promise<void> {
  await setFile(file);
  const { left } = await store.consolidate(AT_ONCE);
  hub.tell(name, { event: 'changed', what: 'case' });
  if (left === 0) return;
  const goOn = async (): Promise<void> => {
    while ((await store.consolidate(AT_ONCE)).left > 0) hub.tell(name, { event: 'changed', what: 'case' });
    hub.tell(name, { event: 'changed', what: 'case' });
  };
  // What stays undone, because the desk is closed, is done when the case is next brought up to date.
  void goOn().catch(() => {});
}

export const caseFileEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: `${CASE}/case`,
    tag: 'Case',
    summary: 'Its settings: parties, names, places, sources',
    params: casePath,
    answer: caseFileSchema,
    handle: async ({ open }) => (await open()).store.caseFile(),
  }),
  endpoint({
    method: 'put',
    path: `${CASE}/case`,
    tag: 'Case',
    summary: 'Change its settings; the record follows',
    role: 'administer',
    params: casePath,
    body: caseFileSchema,
    answer: caseFileSchema,
    handle: async ({ open, body, services }) => {
      const found = await open();
      await change(found, services.hub, checkedCaseFile(body));
      return found.store.caseFile();
    },
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/case/text`,
    tag: 'Case',
    summary: 'Its settings as the text of case.yaml',
    params: casePath,
    answer: asText,
    handle: async ({ open }) => ({ text: caseFileText(await (await open()).store.caseFile()) }),
  }),
  endpoint({
    method: 'put',
    path: `${CASE}/case/text`,
    tag: 'Case',
    summary: 'Change its settings by such a text; the record follows',
    role: 'administer',
    params: casePath,
    body: asText,
    answer: caseFileSchema,
    handle: async ({ open, body, services }) => {
      const found = await open();
      const file = caseFileOf(body.text);
      await change(found, services.hub, file.name === '' ? { ...file, name: found.name } : file);
      return found.store.caseFile();
    },
  }),
];
