/** The desk's HTTP application: guard, API, files. Web standards throughout, so that tests need no socket. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { deskFiles } from './desk.ts';
import { type Endpoint, mount, type Services } from './endpoint.ts';
import { COOKIE, type GuardOptions, guard } from './guard.ts';
import { METRICS_TYPE } from './metrics.ts';
import type { Person } from './people.ts';
import { ApiProblem, answerProblem, invalid } from './problem.ts';
import { caseFileEndpoints } from './routes/case-file.ts';
import { judgeEndpoints } from './routes/judge.ts';
import { readEndpoints } from './routes/read.ts';
import { workEndpoints } from './routes/work.ts';
import { UPLOAD_LIMITS } from './uploads.ts';

export interface AppOptions extends GuardOptions, Services {
  /** The folder of the built web app. */
  readonly web: string;
  /** Hears of faults of the program, which are told to nobody outside. */
  readonly onFault: (error: unknown, path: string) => void;
  /** What does not answer of all that the desk stands on: `store`, `queue`. Asked by `/ready`. */
  readonly absent?: () => Promise<readonly string[]>;
  /** Brings what goes up and down to where it is; asked before metrics are shown. */
  readonly gauges?: () => Promise<void>;
  /** Hears of every request when it has been answered. */
  readonly onAnswer?: (answer: Answered) => void;
}

export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

export const ENDPOINTS: readonly Endpoint[] = [
  ...readEndpoints,
  ...caseFileEndpoints,
  ...workEndpoints,
  ...judgeEndpoints,
];

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
    // Without importing a database: told by its name and code.
    const { name, code } = error as { name?: unknown; code?: unknown };
    // A server that is away, or a case that another program has: time may mend both.
    if (name === 'StoreError' && (code === 'busy' || code === 'locked')) {
      c.header('retry-after', '5');
      return answerProblem(c, { type: '/problems/store', title: 'Later', status: 503, detail: error.message });
    }
    options.onFault(error, c.req.path);
    const detail = 'A fault of the program, not of your request; please tell its makers. What is kept is safe.';
    return answerProblem(c, { type: '/problems/fault', title: 'Fault', status: 500, detail });
  });
  // Before the guard: whatever starts and stops programs asks these, without a token and by an address of its own. They tell
  // nothing of any case.
  app.get('/health', (c) => c.json({ ok: true }));
  app.get('/ready', async (c) => {
    const absent = (await options.absent?.()) ?? [];
    return c.json({ ready: absent.length === 0, absent }, absent.length === 0 ? 200 : 503);
  });
  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    const { method, path } = c.req;
    const { status } = c.res;
    const ms = performance.now() - began;
    const labels = { method, status: String(status), route: path.startsWith('/api/') ? 'api' : 'desk' };
    options.metrics.add('rapporteur_requests_total', 'Requests answered.', 1, labels);
    options.metrics.add('rapporteur_request_seconds_total', 'Time until their answers began.', ms / 1000, labels);
    options.onAnswer?.({ method, path, status, ms });
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
  app.get('/metrics', async (c) => {
    await options.gauges?.();
    return c.text(options.metrics.text(), 200, { 'content-type': METRICS_TYPE });
  });
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
