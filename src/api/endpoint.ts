/** One address of the API: what it takes, what it gives, and how. The app and the OpenAPI document are made of these. */
import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Cases, OpenCase } from './cases.ts';
import type { Hub } from './hub.ts';
import type { Jobs } from './jobs.ts';
import { notFound, problemSchema } from './problem.ts';

/** What every address can use. */
export interface Services {
  readonly cases: Cases;
  readonly hub: Hub;
  readonly jobs: Jobs;
  readonly version: string;
  /** The name under which judgements are kept. */
  readonly who: string;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** A new id that nobody can guess. */
  readonly newId: () => string;
  /** Whether web addresses may be read. */
  readonly online: boolean;
}

export interface Given<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly context: Context;
  readonly services: Services;
  /** The case that the address names. */
  open(): Promise<OpenCase>;
}

export interface EndpointOf<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** `null` where the answer is no JSON: the handler gives a `Response`. */
  readonly answer: z.ZodType | null;
  /** What else than JSON it answers with. */
  readonly mediaTypes?: readonly string[];
  handle(given: Given<z.infer<P>, z.infer<Q>, z.infer<B>>): Promise<unknown>;
}

export type Endpoint = EndpointOf<z.ZodObject, z.ZodObject, z.ZodType>;

/** Checks an endpoint against its own schemas, then forgets them, so that endpoints can stand in one list. */
export const endpoint = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType>(
  given: EndpointOf<P, Q, B>,
): Endpoint => given as unknown as Endpoint;

const failure = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

function routeOf(e: Endpoint) {
  const types = e.mediaTypes ?? [];
  return createRoute({
    method: e.method,
    path: e.path,
    tags: [e.tag],
    summary: e.summary,
    request: {
      ...(e.params ? { params: e.params } : {}),
      ...(e.query ? { query: e.query } : {}),
      ...(e.body ? { body: { content: { 'application/json': { schema: e.body } }, required: true } } : {}),
    },
    responses: {
      200: {
        description: e.summary,
        content: e.answer
          ? { 'application/json': { schema: e.answer } }
          : Object.fromEntries(types.map((type) => [type, { schema: { type: 'string' as const } }])),
      },
      400: failure('The request is not valid.'),
      401: failure('A token is needed.'),
      403: failure('Refused.'),
      404: failure('Not found.'),
    },
  });
}

/** Puts an endpoint into the app. */
export function mount(app: OpenAPIHono, e: Endpoint, services: Services): void {
  const route = routeOf(e);
  app.openapi(route, (async (context: Context) => {
    const valid = context.req as unknown as { valid(part: string): unknown };
    const params = (e.params ? valid.valid('param') : {}) as Record<string, unknown>;
    const answer = await e.handle({
      params,
      query: (e.query ? valid.valid('query') : {}) as Record<string, unknown>,
      body: e.body ? valid.valid('json') : undefined,
      context,
      services,
      open: async () => {
        const name = String(params['case']);
        const open = await services.cases.open(name);
        if (!open) throw notFound(`case called ${name}`);
        return open;
      },
    });
    return answer instanceof Response ? answer : context.json(answer as object, 200);
    // The answer's shape is held by a test that checks real answers against `e.answer`.
  }) as never);
}
