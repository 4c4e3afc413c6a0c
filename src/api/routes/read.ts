/** Addresses that read the record of a case. */
import { z } from '@hono/zod-openapi';
import type { Filter, TimelineRequest } from '../../store/store.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { notFound } from '../problem.ts';
import {
  dayCountSchema,
  hitSchema,
  issueSchema,
  itemSchema,
  mapSchema,
  markSchema,
  matrixSchema,
  newsSchema,
  noteSchema,
  overviewSchema,
  pageOf,
  reportRowSchema,
  reportSchema,
} from '../schemas/answers.ts';
import {
  actorSchema,
  changeSchema,
  deedsSchema,
  disputeSchema,
  happeningSchema,
  itemKindSchema,
  lineSchema,
  talkSchema,
  undertakingSchema,
} from '../schemas/entries.ts';
import { CASE, casePath, filterOf, filterSchema, idPath, moment, quad } from '../schemas/requests.ts';
import { firstReport, matrixOfParties, shortEntry, shortLine, shortOverview } from '../short.ts';
import { filterFrom, given, listAndOne, yes } from './lists.ts';

const SHORT = { description: 'Without the evidence behind each line: what the first view of the desk shows.' };
const LANES = ['reports', 'talks', 'words', 'deeds'] as const;
const partiesQuery = z.string().max(8000).optional().openapi({ description: 'Names of parties, parted by bars.' });
const OPENED = [
  ['item', itemSchema],
  ['line', lineSchema],
  ['talk', talkSchema],
  ['happening', happeningSchema],
  ['dispute', disputeSchema],
  ['actor', actorSchema],
] as const;
const UNDERTAKING_QUERY = { party: true, issue: true, from: true, to: true, sure: true, limit: true } as const;
const namesIn = (parties: string | undefined): readonly string[] | undefined => parties?.split('|');

export const readEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'get',
    path: `${CASE}/overview`,
    tag: 'Views',
    summary: 'What stands, at a glance',
    params: casePath,
    query: z.object({ since: moment.optional(), brief: yes.optional().openapi(SHORT) }),
    answer: overviewSchema,
    handle: async ({ open, query: { since, brief } }) => {
      const whole = await (await open()).store.overview(since);
      return brief ? shortOverview(whole) : whole;
    },
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/matrix`,
    tag: 'Views',
    summary: 'Parties by issues',
    params: casePath,
    query: filterSchema.extend({ parties: partiesQuery }),
    answer: matrixSchema,
    handle: async ({ open, query: { parties, ...query } }) => {
      const whole = await (await open()).store.matrix(filterFrom(query));
      const names = namesIn(parties);
      return names ? matrixOfParties(whole, names) : whole;
    },
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/timeline`,
    tag: 'Views',
    summary: 'Reports, talks, words and deeds as marks in time',
    params: casePath,
    query: filterSchema.extend({
      lanes: z
        .string()
        .regex(new RegExp(`^(?:(?:${LANES.join('|')})(?:\\||$))+$`))
        .optional()
        .openapi({ description: `Marks of these lanes alone, parted by bars: ${LANES.join(', ')}.` }),
    }),
    answer: z.array(markSchema),
    handle: async ({ open, query: { lanes, ...query } }) =>
      (await open()).store.timeline({
        ...filterFrom(query),
        ...(lanes ? { lanes: lanes.split('|') as NonNullable<TimelineRequest['lanes']> } : {}),
      }),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/words-and-deeds`,
    tag: 'Views',
    summary: 'What each party said and did, by week',
    params: casePath,
    query: filterSchema.extend({ parties: partiesQuery }),
    answer: z.array(deedsSchema),
    handle: async ({ open, query: { parties, ...query } }) => {
      const names = namesIn(parties);
      return (await open()).store.wordsAndDeeds({ ...filterFrom(query), ...(names ? { parties: names } : {}) });
    },
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/words-and-deeds/items`,
    tag: 'Views',
    summary: 'What counts for one number of words and deeds',
    params: casePath,
    query: z.object({ party: filterOf.party.unwrap(), week: z.iso.date(), quad }),
    answer: z.array(itemSchema),
    handle: async ({ open, query }) => (await open()).store.wordsAndDeedsItems(query.party, query.week, query.quad),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/words-and-deeds/undertakings`,
    tag: 'Views',
    summary: 'What parties said that they would do or not do, beside what each did on the issue in the weeks after',
    params: casePath,
    query: filterSchema.pick(UNDERTAKING_QUERY).extend({ parties: partiesQuery }),
    answer: z.array(undertakingSchema),
    handle: async ({ open, query: { parties, ...query } }) => {
      const names = namesIn(parties);
      const found = await (await open()).store.undertakings({
        ...filterFrom(query),
        ...(names ? { parties: names } : {}),
      });
      return found.map((one) => ({ ...one, deeds: one.deeds.map(shortEntry) }));
    },
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/since`,
    tag: 'Views',
    summary: 'What is new, changed or gone since a moment',
    params: casePath,
    query: z.object({ moment }),
    answer: z.array(changeSchema),
    handle: async ({ open, query }) => (await open()).store.since(query.moment),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/timeline/days`,
    tag: 'Views',
    summary: 'The marks of the timeline counted by day and party',
    params: casePath,
    query: filterSchema,
    answer: z.array(dayCountSchema),
    handle: async ({ open, query }) => (await open()).store.days(filterFrom(query)),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/news`,
    tag: 'Views',
    summary: 'What is new, changed or gone since a moment, counted, and the newest of it',
    params: casePath,
    query: z.object({ moment, limit: filterOf.limit }),
    answer: newsSchema,
    handle: async ({ open, query }) => (await open()).store.news(query.moment, query.limit),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/reports`,
    tag: 'Reports',
    summary: 'All reports, by page',
    params: casePath,
    query: filterSchema,
    answer: pageOf('Reports', reportRowSchema),
    handle: async ({ open, query }) => (await open()).store.reports(filterFrom(query)),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/reports/{id}`,
    tag: 'Reports',
    summary: 'One report: its text, its reading, what it shares with others',
    params: idPath,
    answer: reportSchema,
    handle: async ({ open, params }) => {
      const found = await (await open()).store.report(params.id);
      if (!found) throw notFound(`report ${params.id}`);
      return found;
    },
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/outlets`,
    tag: 'Reports',
    summary: 'All outlets, those with most reports first',
    params: casePath,
    answer: z.array(z.object({ name: z.string(), reports: z.number().int() })),
    handle: async ({ open }) => (await open()).store.outlets(),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/notes`,
    tag: 'Reports',
    summary: 'What deserves notice in reports',
    params: casePath,
    answer: z.array(noteSchema),
    handle: async ({ open }) => (await open()).store.notes(),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/items/{kind}`,
    tag: 'Record',
    summary: 'Records of single reports, by page',
    params: casePath.extend({ kind: itemKindSchema }),
    query: filterSchema.extend({ unsure: z.enum(['1', 'true']).optional() }),
    answer: pageOf('Items', itemSchema),
    handle: async ({ open, params, query: { unsure, ...rest } }) =>
      (await open()).store.items(params.kind, { ...filterFrom(rest), ...(unsure ? { unsure: true } : {}) }),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/item/{id}`,
    tag: 'Record',
    summary: 'One record of one report',
    params: idPath,
    answer: itemSchema,
    handle: async ({ open, params }) => {
      const found = await (await open()).store.item(params.id);
      if (!found) throw notFound(`record ${params.id}`);
      return found;
    },
  }),
  ...listAndOne('lines', 'line', lineSchema, 'position lines'),
  ...listAndOne('talks', 'talk', talkSchema, 'talks'),
  ...listAndOne('happenings', 'happening', happeningSchema, 'events'),
  ...listAndOne('disputes', 'dispute', disputeSchema, 'disputes'),
  ...listAndOne('actors', 'actor', actorSchema, 'people, bodies and parties'),
  ...OPENED.map(([kind, schema]) =>
    endpoint({
      method: 'get',
      path: `${CASE}/opened/${kind}/{id}`,
      tag: 'Views',
      summary: `What opens on a click on one ${kind}: it, and the report that its first evidence stands in`,
      params: idPath,
      query: z.object({ brief: yes.optional().openapi({ description: 'Of a line, the newest points alone.' }) }),
      answer: z.object({ entry: schema, report: reportSchema.nullable() }),
      handle: async ({ open, params, query }) => {
        const { store } = await open();
        const found = await store[kind](params.id);
        if (!found) throw notFound(`${kind} ${params.id}`);
        const report = firstReport(found);
        return {
          entry: query.brief && 'points' in found ? shortLine(found) : found,
          report: report === null ? null : await store.report(report),
        };
      },
    }),
  ),
  endpoint({
    method: 'get',
    path: `${CASE}/search`,
    tag: 'Views',
    summary: 'Quoted words that hold what is searched for',
    params: casePath,
    query: filterSchema
      .omit({ sure: true })
      .extend({
        words: z.string().max(500).default('').openapi({ description: 'May be empty where something else narrows.' }),
        kind: z.union([itemKindSchema, z.literal('report')]).optional(),
        speaker: z.string().max(300).optional(),
      })
      .refine(
        (q) =>
          q.words !== '' || [q.speaker, q.party, q.issue, q.outlet, q.kind, q.report].some((by) => by !== undefined),
        { path: ['words'], message: 'give words, or a speaker, party, issue, outlet, kind or report' },
      ),
    answer: pageOf('Hits', hitSchema),
    handle: async ({ open, query }) => (await open()).store.search(given(query) as Filter & { words: string }),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/issues`,
    tag: 'Case',
    summary: 'What positions are about: codes, names, definitions',
    params: casePath,
    answer: z.array(issueSchema),
    handle: async ({ open }) => (await open()).issues(),
  }),
  endpoint({
    method: 'get',
    path: `${CASE}/maps`,
    tag: 'Case',
    summary: "The case's own GeoJSON",
    params: casePath,
    answer: z.array(mapSchema),
    handle: async ({ open }) => (await open()).maps(),
  }),
];
