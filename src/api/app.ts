/** The desk's HTTP application: guard, API, files. Web standards throughout, so that tests need no socket. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { deskFiles } from './desk.ts';
import { type Endpoint, mount, type Services } from './endpoint.ts';
import { COOKIE, type GuardOptions, guard } from './guard.ts';
import type { Person } from './people.ts';
import { ApiProblem, answerProblem, invalid } from './problem.ts';
import { judgeEndpoints } from './routes/judge.ts';
import { readEndpoints } from './routes/read.ts';
import { workEndpoints } from './routes/work.ts';
import { UPLOAD_LIMITS } from './uploads.ts';

export interface AppOptions extends GuardOptions, Services {
  /** The folder of the built web app. */
  readonly web: string;
  /** Hears of faults of the program, which are told to nobody outside. */
  readonly onFault: (error: unknown, path: string) => void;
}

export const ENDPOINTS: readonly Endpoint[] = [...readEndpoints, ...workEndpoints, ...judgeEndpoints];

/** Bodies other than uploads, in bytes. */
const BODY = 8 * 1024 * 1024;

const tooLarge = (): never => {
  throw new ApiProblem(413, 'too-large', 'Too large', 'This is more than the desk takes at once. Send it in parts.');
};

export function createApp(options: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error);
    },
  });
  app.onError((error, c) => {
    if (error instanceof ApiProblem) return answerProblem(c, error.problem);
    if (error instanceof HTTPException) {
      const detail = error.message || 'The request is not valid.';
      return answerProblem(c, { type: '/problems/request', title: 'Bad request', status: error.status, detail });
    }
    options.onFault(error, c.req.path);
    const detail = 'A fault of the program, not of your request; please tell its makers. What is kept is safe.';
    return answerProblem(c, { type: '/problems/fault', title: 'Fault', status: 500, detail });
  });
  app.use(async (c, next) => {
    await next();
    const route = c.req.path.startsWith('/api/') ? 'api' : 'desk';
    const labels = { method: c.req.method, status: String(c.res.status), route };
    options.metrics.add('rapporteur_requests_total', 'Requests answered.', 1, labels);
  });
  app.use(guard(options));
  const small = bodyLimit({ maxSize: BODY, onError: tooLarge });
  const large = bodyLimit({ maxSize: UPLOAD_LIMITS.bytes, onError: tooLarge });
  app.use('/api/*', (c, next) => (c.req.path.endsWith('/uploads') ? large(c, next) : small(c, next)));
  const tagged = etag();
  app.use('/api/*', async (c, next) => {
    c.header('cache-control', 'private, no-cache');
    if (c.req.method !== 'GET' || c.req.path.endsWith('/events')) return next();
    return tagged(c, next);
  });
  for (const one of ENDPOINTS) mount(app, one, options);
  // The token itself came with the request, or the guard would have refused it; a cookie spares the page to hold it.
  app.post('/api/v1/session', (c) => {
    const token = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (token !== undefined) setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
    const { name, role } = c.get('person' as never) as Person;
    return c.json({ name, role });
  });
  app.get('/metrics', (c) => c.text(options.metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4' }));
  app.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Rapporteur', version: options.version, description: 'The record of a conflict and its talks.' },
  });
  app.all('/api/*', () => {
    throw new ApiProblem(
      404,
      'no-address',
      'Not found',
      'The API has no such address. /api/v1/openapi.json lists all.',
    );
  });
  app.get('*', deskFiles(options.web));
  return app;
}
