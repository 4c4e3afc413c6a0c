/**
 * Who may ask, and what the browser may do with the answers. The desk is for one machine unless it is told otherwise:
 * pages of other sites must not reach it, neither directly nor by a name that they point at this machine.
 */
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Person } from './people.ts';
import { ApiProblem } from './problem.ts';

export interface GuardOptions {
  /** Names with ports under which the desk is reached: `127.0.0.1:4270`. Any other `Host` is refused. */
  readonly hosts: () => readonly string[];
  /**
   * Whose token it is; `null` for nobody's. A token is needed on every request where this is set, which it always is where
   * the desk is bound to more than loopback.
   */
  readonly whose: ((token: string) => Person | null) | null;
  /** Who asks where no token is needed: the user of this machine. */
  readonly owner: Person;
}

/** What the guard leaves with a request for what comes after it. */
export type Asked = { readonly Variables: { readonly person: Person } };

/** Holds the token in a browser, so that no page needs to. */
export const COOKIE = 'rapporteur-token';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** No script but the desk's own files, no style but its own, no request to anywhere else, no frame round it. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
};

function refuse(kind: string, detail: string): never {
  throw new ApiProblem(403, kind, 'Refused', detail);
}

export function guard({ hosts, whose, owner }: GuardOptions): MiddlewareHandler {
  return async (c, next) => {
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (!hosts().includes(host.toLowerCase())) {
      refuse('host', `This desk is not called ${host}. Open it by the address that it printed when it started.`);
    }
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
      refuse('origin', 'Pages of another site may not use this desk.');
    }
    const site = c.req.header('sec-fetch-site');
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreign && (c.req.path.startsWith('/api/') || !SAFE.has(c.req.method))) {
      refuse('origin', 'Pages of another site may not use this desk.');
    }
    let person: Person | null = owner;
    if (whose !== null && (c.req.path.startsWith('/api/') || c.req.path === '/metrics')) {
      const bearer = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1];
      const given = bearer ?? getCookie(c, COOKIE);
      person = given === undefined ? null : whose(given);
      if (!person) {
        c.header('www-authenticate', 'Bearer');
        throw new ApiProblem(
          401,
          'token',
          'A token is needed',
          'This desk is open to other machines and asks for a token: send it as "Authorization: Bearer TOKEN", or open the desk by the address with #token= that it printed.',
        );
      }
    }
    c.set('person', person);
    await next();
    return undefined;
  };
}

/** Whether an address that the desk is bound to can be reached from this machine alone. */
export const isLoopback = (address: string): boolean =>
  address === 'localhost' || address === '::1' || /^127(?:\.\d{1,3}){3}$/.test(address);
