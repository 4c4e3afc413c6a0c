/** The answers of the API that are lists, tables and views: `src/store/store.ts` as validators. */
import { z } from '@hono/zod-openapi';
import {
  agreedSchema,
  changeSchema,
  deedsSchema,
  disputeSchema,
  entryKindSchema,
  itemKindSchema,
  spanSchema,
  stance,
  stickingSchema,
  supportSchema,
  talkSchema,
  unansweredSchema,
  voice,
} from './entries.ts';

const day = z.string().nullable();

/** One page of a longer answer. */
export const pageOf = <T extends z.ZodType>(name: string, row: T) =>
  z.object({ rows: z.array(row), next: z.string().nullable(), total: z.number().int() }).openapi(`PageOf${name}`);

const headOf = {
  id: z.string(),
  title: z.string().nullable(),
  titleFromText: z.boolean(),
  outlet: z.string().nullable(),
  agency: z.string().nullable(),
  url: z.string().nullable(),
  published: z.string().nullable(),
  filed: z.string().nullable(),
  day,
};
export const headSchema = z.object(headOf).openapi('ReportHead');

export const reportRowSchema = z
  .object({
    ...headOf,
    path: z.string(),
    language: z.string().nullable(),
    words: z.number().int(),
    items: z.number().int(),
    notes: z.number().int(),
    copyOf: z.string().nullable(),
    added: z.string(),
  })
  .openapi('ReportRow');

/** A record of one reading. Its `record` is described in docs/codebook.md, kind by kind. */
export const itemSchema = z
  .looseObject({
    id: z.string(),
    kind: itemKindSchema,
    report: headSchema,
    words: z.string(),
    spans: z.array(spanSchema),
    by: z.object({ name: z.string().nullable(), party: z.string().nullable() }).nullable(),
    hedge: z.string().nullable(),
    originator: z.string(),
    copyOf: z.string().nullable(),
    accepted: z.boolean(),
    record: z.looseObject({}),
  })
  .openapi('Item');

export const reportSchema = z
  .object({
    row: reportRowSchema,
    text: z.string(),
    reading: z.looseObject({}).openapi({ description: 'The reading, as `rapporteur read --json` gives it.' }),
    items: z.array(itemSchema),
    shared: z.array(
      z.object({
        kind: z.enum(['full', 'near', 'partial', 'quotation']),
        report: headSchema,
        first: z.boolean(),
        passages: z.array(z.object({ span: spanSchema, other: spanSchema })),
      }),
    ),
  })
  .openapi('Report');

export const matrixSchema = z
  .object({
    parties: z.array(z.string()),
    issues: z.array(z.string()),
    cells: z.array(
      z.object({
        line: z.string(),
        holder: z.string(),
        issue: z.string(),
        stance,
        voice,
        by: z.object({ name: z.string().nullable(), party: z.string().nullable() }).nullable(),
        words: z.string(),
        condition: z.string().nullable(),
        precondition: z.boolean(),
        claimed: z.object({ movement: z.string(), by: z.string().nullable(), day }).nullable(),
        observed: z.object({ direction: z.enum(['softer', 'harder']).nullable(), day }).nullable(),
        also: z.array(stance),
        confidence: z.number().min(0).max(1),
        support: supportSchema,
      }),
    ),
  })
  .openapi('Matrix');

export const markSchema = z
  .object({
    lane: z.enum(['reports', 'talks', 'words', 'deeds']),
    kind: z.string(),
    id: z.string(),
    party: z.string().nullable(),
    start: z.string(),
    end: z.string().nullable(),
    title: z.string(),
    glyph: z.string(),
    solid: z.boolean(),
    sure: z.boolean(),
  })
  .openapi('Mark');

export const dayCountSchema = z
  .object({
    lane: markSchema.shape.lane,
    day: z.string(),
    party: z.string().nullable(),
    marks: z.number().int(),
    possible: z.number().int(),
    solid: z.number().int(),
  })
  .openapi('DayCount');

export const newsSchema = z
  .object({
    counts: z.array(z.object({ kind: entryKindSchema, what: changeSchema.shape.what, entries: z.number().int() })),
    newest: z.array(changeSchema),
  })
  .openapi('News');

export const overviewSchema = z
  .object({
    name: z.string(),
    parties: z.array(z.string()),
    reports: z.number().int(),
    outlets: z.number().int(),
    originators: z.number().int(),
    first: day,
    last: day,
    stickingPoints: z.array(stickingSchema),
    agreed: z.array(agreedSchema),
    unanswered: z.array(unansweredSchema),
    nextTalks: z.array(talkSchema),
    latestTalks: z.array(talkSchema),
    openDisputes: z.array(disputeSchema),
    wordsAndDeeds: z.array(deedsSchema),
  })
  .openapi('Overview');

export const hitSchema = z
  .object({
    kind: z.union([itemKindSchema, z.literal('report')]),
    id: z.string(),
    report: headSchema,
    by: z.string().nullable(),
    party: z.string().nullable(),
    words: z.string(),
    found: z.array(z.tuple([z.number().int(), z.number().int()])),
    spans: z.array(spanSchema),
  })
  .openapi('Hit');

export const judgementRowSchema = z
  .object({
    judgement: z.looseObject({ id: z.string(), at: z.string(), who: z.string(), why: z.string().nullable() }),
    undone: z.string().nullable(),
    anchored: z.boolean(),
  })
  .openapi('JudgementRow');

export const issueSchema = z.object({ code: z.string(), name: z.string(), definition: z.string() }).openapi('Issue');

export const mapSchema = z
  .object({ name: z.string(), geojson: z.looseObject({ type: z.string() }) })
  .openapi('CaseMap');

export const noteSchema = z.object({
  report: z.string(),
  note: z.looseObject({ code: z.string(), message: z.string() }),
});

export const caseRowSchema = z.object({ name: z.string(), reports: z.number().int().nullable() }).openapi('CaseRow');

export const statusSchema = z.object({ version: z.string(), cases: z.array(caseRowSchema) }).openapi('Status');
