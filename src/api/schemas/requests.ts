/** What the API takes. The same validators check requests and describe them in the OpenAPI document. */
import { z } from '@hono/zod-openapi';
import { entryKindSchema, itemKindSchema, voice } from './entries.ts';

const day = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'a day as 2031-03-04, or a month or year')
  .openapi({ example: '2031-03-04' });

const text = z.string().min(1).max(500);

/** Query parameters that narrow and page a list. */
export const filterOf = {
  party: text.optional().openapi({ description: 'The usual name of a party.' }),
  issue: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{1,40}$/, 'the code of an issue, such as CEASEFIRE')
    .optional(),
  from: day.optional().openapi({ description: 'First day, included.' }),
  to: day.optional().openapi({ description: 'Last day, included.' }),
  outlet: text.optional(),
  voice: voice.optional(),
  report: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'the digest of a report')
    .optional(),
  status: z.string().max(40).optional(),
  type: z.string().max(40).optional(),
  sure: z.enum(['1', 'true']).optional().openapi({ description: 'Only what the record asserts.' }),
  limit: z.coerce.number().int().min(1).max(500).optional(),
  after: z.string().max(2000).optional().openapi({ description: 'The `next` of the page before.' }),
};

export const filterSchema = z.object(filterOf);

/** A moment in UTC, as `new Date().toISOString()` writes it. */
export const moment = z.iso.datetime().openapi({ example: '2031-03-04T08:00:00.000Z' });

/** Where all of a case lies. */
export const CASE = '/api/v1/cases/{case}';

export const casePath = z.object({
  case: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u, 'the name of a case: letters, digits, spaces, dots, hyphens')
    .openapi({ param: { name: 'case', in: 'path' }, example: 'keld-strait' }),
});

/** An id of the record: a digest in hexadecimal, possibly with a prefix. */
export const idPath = casePath.extend({
  id: z
    .string()
    .regex(/^[\w.:/@+-]{1,200}$/, 'an id of the record')
    .openapi({ param: { name: 'id', in: 'path' } }),
});

export const quad = z.enum(['verbalCooperation', 'materialCooperation', 'verbalConflict', 'materialConflict']);

const target = z
  .object({
    kind: z.union([itemKindSchema, entryKindSchema]),
    id: z.string().min(1).max(200),
    report: z.string().max(64).nullable(),
    words: z.string().max(100_000).nullable(),
  })
  .openapi('Target');

/** What a user decides. The server adds who, when and an id. */
export const judgementSchema = z
  .object({
    why: z.string().max(2000).nullable().default(null),
    /**
     * The id of the newest judgement that you know of, `null` for none: where another person has judged the same since, you
     * are told so, and nothing is done. Left out, nothing is looked at.
     */
    seen: z.string().max(200).nullable().optional(),
    action: z.discriminatedUnion('do', [
      z.object({ do: z.literal('accept'), target }),
      z.object({ do: z.literal('reject'), target }),
      z.object({ do: z.literal('edit'), target, set: z.record(z.string().max(40), z.unknown()) }),
      z.object({ do: z.literal('merge'), targets: z.array(target).min(2).max(50) }),
      z.object({ do: z.literal('split'), target, away: z.array(z.string().max(500)).min(1).max(500) }),
      z.object({ do: z.literal('note'), target, text: z.string().min(1).max(5000) }),
      z.object({ do: z.literal('undo'), judgement: z.string().min(1).max(200) }),
    ]),
  })
  .openapi('NewJudgement');

const names = z.array(z.string().min(1).max(300)).max(500);

export const caseFileSchema = z
  .object({
    name: z.string().min(1).max(100),
    parties: z.array(z.object({ name: z.string().min(1).max(200), aliases: names, members: names })).max(200),
    actors: z.array(z.object({ name: z.string().min(1).max(200), aliases: names })).max(5000),
    places: z
      .array(
        z.object({
          name: z.string().min(1).max(200),
          aliases: names,
          latitude: z.number().min(-90).max(90),
          longitude: z.number().min(-180).max(180),
        }),
      )
      .max(5000),
    maps: z.array(z.string().max(300)).max(50),
    issues: z.array(z.unknown()).max(200),
    sources: z
      .array(
        z.object({
          outlet: z.string().min(1).max(200),
          aliases: names,
          side: z.string().max(200).nullable(),
          agency: z.boolean(),
        }),
      )
      .max(2000),
  })
  .openapi('CaseFile');

/** Text or an address, where no file is sent. */
export const pastedSchema = z
  .object({
    text: z.string().min(1).max(5_000_000).optional(),
    title: z.string().max(500).optional(),
    outlet: z.string().max(200).optional(),
    published: day.optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  })
  .refine((given) => given.text !== undefined || given.url !== undefined, 'give a text or an address')
  .openapi('Pasted');

export const newCaseSchema = z.object({ name: casePath.shape.case }).openapi('NewCase');

export const briefQuery = z.object({
  format: z.enum(['md', 'html', 'json', 'docx']).default('md'),
  party: filterOf.party,
  issue: filterOf.issue,
  from: filterOf.from,
  to: filterOf.to,
  views: z
    .string()
    .regex(/^[a-z]+(?:,[a-z]+)*$/, 'names of views, parted by commas')
    .optional(),
});
