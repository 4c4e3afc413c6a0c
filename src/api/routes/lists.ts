/** Addresses of one kind of entry: all of them by page, and one by its id. */
import { z } from '@hono/zod-openapi';
import type { Filter } from '../../store/store.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { notFound } from '../problem.ts';
import { pageOf } from '../schemas/answers.ts';
import { CASE, casePath, filterSchema, idPath } from '../schemas/requests.ts';
import { briefEntry, shortEntry, shortLine } from '../short.ts';

/** Query parameters without those that were not given: an absent field does not narrow. */
export const given = <T extends object>(query: T): T =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as T;

export const filterFrom = ({ sure, ...query }: { readonly sure?: string | undefined }): Filter => ({
  ...(given(query) as Filter),
  ...(sure ? { sure: true } : {}),
});

/** A flag of a query. */
export const yes = z.enum(['1', 'true']);

const listQuery = filterSchema.extend({
  brief: z.enum(['1', 'true', 'sources']).optional().openapi({
    description: 'With the first evidence alone, for long lists; `sources`: with what stands now and all its evidence.',
  }),
});

const oneQuery = z.object({
  brief: yes.optional().openapi({ description: 'Of a line, the newest points alone.' }),
});

/** The list and the single one of a kind of entry. */
export const listAndOne = <K extends 'lines' | 'talks' | 'happenings' | 'disputes' | 'actors'>(
  list: K,
  one: 'line' | 'talk' | 'happening' | 'dispute' | 'actor',
  schema: z.ZodType,
  what: string,
): Endpoint[] => [
  endpoint({
    method: 'get',
    path: `${CASE}/${list}`,
    tag: 'Record',
    summary: `All ${what}, by page`,
    params: casePath,
    query: list === 'actors' ? listQuery.extend({ name: z.string().max(300).optional() }) : listQuery,
    answer: pageOf(list.charAt(0).toUpperCase() + list.slice(1), schema),
    handle: async ({ open, query: { brief, ...query } }) => {
      const page = await (await open()).store[list](filterFrom(query));
      return brief ? { ...page, rows: page.rows.map(brief === 'sources' ? briefEntry : shortEntry) } : page;
    },
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/${list}/{id}`,
    tag: 'Record',
    summary: `One of the ${what}, whole`,
    params: idPath,
    query: oneQuery,
    answer: schema,
    handle: async ({ open, params, query }) => {
      const found = await (await open()).store[one](params.id);
      if (!found) throw notFound(`${one} ${params.id}`);
      return query.brief && 'points' in found ? shortLine(found) : found;
    },
  }),
];
