/** One address of the API: what it takes, what it gives, and how. The app and the OpenAPI document are made of these. */
import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Cases, OpenCase } from './cases.ts';
import type { Hub } from './hub.ts';
import type { Jobs } from './jobs.ts';
import type { Metrics } from './metrics.ts';
import { mayDo, type Person, type Role } from './people.ts';
import { ApiProblem, notFound, problemSchema } from './problem.ts';

/** What every address can use. */
export interface Services {
  readonly cases: Cases;
  readonly hub: Hub;
  readonly jobs: Jobs;
  readonly version: string;
  readonly metrics: Metrics;
  /** Hears what people did, for the audit log. */
  readonly onDeed: (deed: Deed) => void;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** A new id that nobody can guess. */
  readonly newId: () => string;
  /** Whether web addresses may be read. */
  readonly online: boolean;
}

/** What somebody did that changes something. */
export interface Deed {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly who: string;
  readonly role: Role;
  readonly what: string;
  readonly path: string;
  readonly status: number;
}

export interface Given<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly context: Context;
  readonly services: Services;
  /** Who asks. */
  readonly person: Person;
  /** The case that the address names. */
  open(): Promise<OpenCase>;
}

export interface EndpointOf<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  readonly method: 'get' | 'post' | 'put';
  readonly path: string;
  readonly tag: string;
  /** What one must be allowed; `read` for what changes nothing and `correct` for all else, unless told. */
  readonly role?: Role;
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
      409: failure('It is not as you think any more.'),
    },
  });
}

/** Puts an endpoint into the app. */
export function mount(app: OpenAPIHono, e: Endpoint, services: Services): void {
  const route = routeOf(e);
  const needed = e.role ?? (e.method === 'get' ? 'read' : 'correct');
  app.openapi(route, (async (context: Context) => {
    const person = context.get('person') as Person;
    if (!mayDo(person.role, needed)) {
      throw new ApiProblem(
        403,
        'role',
        'Not allowed',
        `${person.name} may ${person.role} here, and this needs somebody who may ${needed}. Ask whoever gave out the token.`,
      );
    }
    const valid = context.req as unknown as { valid(part: string): unknown };
    const params = (e.params ? valid.valid('param') : {}) as Record<string, unknown>;
    const answer = await e.handle({
      params,
      query: (e.query ? valid.valid('query') : {}) as Record<string, unknown>,
      body: e.body ? valid.valid('json') : undefined,
      context,
      services,
      person,
      open: async () => {
        const name = String(params['case']);
        const open = await services.cases.open(name);
        if (!open) throw notFound(`case called ${name}`);
        return open;
      },
    });
    const response = answer instanceof Response ? answer : context.json(answer as object, 200);
    if (e.method !== 'get') {
      const { name: who, role } = person;
      services.onDeed({
        at: services.now(),
        who,
        role,
        what: e.summary,
        path: context.req.path,
        status: response.status,
      });
    }
    return response;
    // The answer's shape is held by a test that checks real answers against `e.answer`.
  }) as never);
}
