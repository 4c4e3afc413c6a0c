/** Addresses of the ledger, and of the brief. */
import { z } from '@hono/zod-openapi';
import type { ItemKind, Judgement } from '../../case.ts';
import { EDITABLE, editFault } from '../../consolidate/editable.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { judgedMeanwhile } from '../meanwhile.ts';
import { ApiProblem } from '../problem.ts';
import { judgementRowSchema, pageOf } from '../schemas/answers.ts';
import { briefQuery, CASE, casePath, filterOf, judgementSchema } from '../schemas/requests.ts';
import { Turns } from '../turns.ts';

const MEDIA: Readonly<Record<string, string>> = {
  md: 'text/markdown',
  html: 'text/html',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Nothing comes between looking at what others judged and writing. */
const turns = new Turns();

/** Refuses an edit that would set a field to what it cannot be. */
function refuseFaulty(action: z.infer<typeof judgementSchema>['action']): void {
  if (action.do !== 'edit') return;
  for (const [field, value] of Object.entries(action.set)) {
    const fault = isItemKind(action.target.kind)
      ? editFault(action.target.kind, field, value)
      : 'Only records are edited.';
    if (fault !== null) throw new ApiProblem(400, 'edit', 'This cannot be set', fault);
  }
}

const isItemKind = (kind: string): kind is ItemKind => Object.hasOwn(EDITABLE, kind);

export const judgeEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: `${CASE}/judgements`,
    tag: 'Judgements',
    summary: 'The ledger, newest first',
    params: casePath,
    query: z.object({ limit: filterOf.limit, after: filterOf.after }),
    answer: pageOf('Judgements', judgementRowSchema),
    handle: async ({ open, query: { limit, after } }) =>
      (await open()).store.judgements({ ...(limit ? { limit } : {}), ...(after ? { after } : {}) }),
  }),
  endpoint({
    method: 'post',
    path: `${CASE}/judgements`,
    tag: 'Judgements',
    summary: 'Accept, reject, edit, merge, split, note, or undo one of these',
    params: casePath,
    body: judgementSchema,
    answer: judgementRowSchema.shape.judgement,
    handle: async ({ open, body, services, person }) => {
      refuseFaulty(body.action);
      const { store, name } = await open();
      const { newId, now } = services;
      return turns.take(name, async () => {
        const judgement = { id: newId(), at: now(), who: person.name, why: body.why, action: body.action } as Judgement;
        const other = body.seen === undefined ? null : await judgedMeanwhile(store, body.seen, judgement);
        if (other) {
          const when = `${other.at.slice(0, 16).replace('T', ' ')} UTC`;
          const detail = `${other.who} has judged this since you looked (${other.action.do}, ${when}). Nothing was changed. Look at it as it stands; do the same again if you still mean it.`;
          throw new ApiProblem(409, 'judged', 'Somebody else was here', detail);
        }
        await store.judge(judgement);
        services.hub.tell(name, { event: 'changed', what: 'judgement' });
        return judgement;
      });
    },
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/brief`,
    tag: 'Views',
    summary: 'A brief to hand on: Markdown, HTML, DOCX or JSON',
    params: casePath,
    query: briefQuery,
    answer: null,
    mediaTypes: Object.values(MEDIA),
    handle: async ({ open, query: { views, ...rest } }) => {
      const brief = await (await open()).brief({ ...rest, views: views?.split(',') });
      return new Response(brief.body, {
        headers: {
          'content-type': brief.type,
          'content-disposition': `${rest.format === 'html' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(brief.file)}`,
          'cache-control': 'no-store',
        },
      });
    },
  }),
];
