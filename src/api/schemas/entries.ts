/** The entries of a case as the API gives them: `src/case.ts` as validators, for the OpenAPI document and its tests. */
import { z } from '@hono/zod-openapi';
import { DISPUTE_KINDS, MOVEMENTS, STANCES, VOICES } from '../../record.ts';

const day = z.string().nullable();

export const spanSchema = z
  .object({ start: z.number().int(), end: z.number().int() })
  .openapi('Span', { description: 'Half-open, in UTF-16 code units of the text of the report.' });
const sayer = z.object({ name: z.string().nullable(), party: z.string().nullable() }).nullable();
export const interval = z
  .object({ start: z.string().nullable(), end: z.string().nullable(), pattern: z.string().nullable() })
  .openapi('Interval');

export const supportSchema = z
  .object({
    reports: z.number().int(),
    outlets: z.number().int(),
    originators: z.number().int(),
    copies: z.number().int(),
    first: day,
    last: day,
  })
  .openapi('Support');

const confidence = z.number().min(0).max(1);

export const entryKindSchema = z.enum(['line', 'talk', 'happening', 'dispute', 'actor']);
export const itemKindSchema = z.enum(['statement', 'position', 'talk', 'event', 'dispute']);

export const evidenceSchema = z
  .object({
    item: z.string(),
    kind: itemKindSchema,
    report: z.string(),
    day,
    outlet: z.string().nullable(),
    agency: z.string().nullable(),
    words: z.string(),
    spans: z.array(spanSchema),
    by: sayer,
    hedge: z.string().nullable(),
    originator: z.string(),
    copyOf: z.string().nullable(),
    confidence,
  })
  .openapi('Evidence');
const evidence = z.array(evidenceSchema);

export const stance = z.enum(STANCES);
export const voice = z.enum(VOICES);

export const pointSchema = z
  .object({
    id: z.string(),
    day,
    stance,
    voice,
    by: sayer,
    words: z.string(),
    objects: z.array(z.string()),
    condition: z.string().nullable(),
    precondition: z.boolean(),
    said: z.enum(['promise', 'threaten']).optional(),
    confidence,
    evidence,
  })
  .openapi('PositionPoint');

export const lineSchema = z
  .object({
    id: z.string(),
    holder: z.string(),
    issue: z.string(),
    points: z.array(pointSchema),
    now: pointSchema,
    confidence,
    claimed: z.array(
      z.object({
        movement: z.enum(MOVEMENTS),
        day,
        by: sayer,
        words: z.string(),
        evidence,
      }),
    ),
    observed: z.array(
      z.object({
        from: pointSchema,
        to: pointSchema,
        changed: z.array(z.enum(['stance', 'condition', 'scope'])),
        direction: z.enum(['softer', 'harder']).nullable(),
      }),
    ),
    split: z.array(z.tuple([pointSchema, pointSchema])),
    scopes: z.array(z.object({ objects: z.array(z.string()), evidence })),
    earlier: z.number().int(),
    support: supportSchema,
  })
  .openapi('PositionLine');

export const talkSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    status: z.string(),
    participants: z.array(z.string()),
    mediators: z.array(z.string()),
    place: z.string().nullable(),
    when: interval.nullable(),
    outcome: z.object({ words: z.string(), evidence: evidenceSchema }).nullable(),
    steps: z.array(z.object({ day, status: z.string(), words: z.string(), evidence })),
    evidence,
    confidence,
    support: supportSchema,
  })
  .openapi('TalkLife');

export const placeSchema = z
  .object({
    name: z.string(),
    entry: z.string().nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    precision: z.enum(['place', 'region', 'country']).nullable(),
  })
  .openapi('PlaceRef');

const figureSchema = z
  .object({
    what: z.string(),
    by: z.string().nullable(),
    told: z.array(
      z.object({
        day,
        low: z.number().nullable(),
        high: z.number().nullable(),
        words: z.string(),
        evidence: evidenceSchema,
      }),
    ),
  })
  .openapi('FigureRange');

const named = z.array(z.object({ name: z.string(), evidence }));

export const happeningSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    mode: z.string().nullable(),
    status: z.string(),
    actors: named,
    targets: named,
    place: placeSchema.nullable(),
    when: interval.nullable(),
    figures: z.array(figureSchema),
    evidence,
    background: evidence,
    confidence,
    support: supportSchema,
  })
  .openapi('Happening');

export const disputeSchema = z
  .object({
    id: z.string(),
    kind: z.enum(DISPUTE_KINDS),
    accounts: z.array(
      z.object({ who: z.string().nullable(), party: z.string().nullable(), words: z.string(), evidence }),
    ),
    happenings: z.array(z.string()),
    common: z.string().nullable(),
    figures: z.array(figureSchema),
    confidence,
    support: supportSchema,
  })
  .openapi('CaseDispute');

const held = z.array(z.object({ name: z.string(), first: day, last: day, reports: z.number().int() }));

export const actorSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['person', 'organisation', 'group', 'party']),
    name: z.string(),
    names: z.array(z.object({ name: z.string(), reports: z.number().int() })),
    offices: held,
    parties: held,
    statements: z.number().int(),
    support: supportSchema,
  })
  .openapi('Actor');

const facing = z.array(z.object({ a: z.string(), b: z.string(), evidence }));

export const stickingSchema = z
  .object({
    issue: z.string(),
    sure: z.boolean(),
    reasons: z.array(z.string()),
    opposed: facing,
    blocked: facing,
    support: supportSchema,
    weight: z.number(),
  })
  .openapi('StickingPoint');

export const agreedSchema = z
  .object({ issue: z.string(), parties: z.array(z.string()), lines: z.array(z.string()), evidence })
  .openapi('Agreed');

export const undertakingSchema = z
  .object({
    line: z.string(),
    holder: z.string(),
    issue: z.string(),
    point: pointSchema,
    deeds: z.array(happeningSchema),
    total: z.number().int(),
    alike: z.number().int(),
  })
  .openapi('Undertaking');

export const unansweredSchema = z.object({ line: z.string(), point: pointSchema }).openapi('Unanswered');

export const deedsSchema = z
  .object({
    party: z.string(),
    week: z.string(),
    verbalCooperation: z.number().int(),
    materialCooperation: z.number().int(),
    verbalConflict: z.number().int(),
    materialConflict: z.number().int(),
  })
  .openapi('WordsAndDeeds');

export const changeSchema = z
  .object({
    what: z.enum(['new', 'changed', 'gone']),
    kind: entryKindSchema,
    id: z.string(),
    words: z.string(),
    evidence,
  })
  .openapi('Change');
