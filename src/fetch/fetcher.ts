/**
 * Asks servers politely: as who we are, within what their robots.txt allows, one request a host at a time with a pause
 * between, by conditional requests where we know the page, and not again before they say so.
 */

import type { LookupAddress } from 'node:dns';
import { type Allowed, addressOf, type Resolve, resolveName } from './address.ts';
import { FetchError } from './error.ts';
import { ask, type Limits, type Raw, retryAfterOf } from './request.ts';
import { robotsOf } from './robots.ts';

/** What a server said of a page, to be sent back when it is asked for again. */
export interface Validators {
  readonly etag: string | null;
  readonly modified: string | null;
}

export type Fetched =
  | { readonly unchanged: true; readonly url: string }
  | {
      readonly unchanged: false;
      /** After redirects. */
      readonly url: string;
      /** Whether all redirects were permanent: the new address is to be asked from now on. */
      readonly moved: boolean;
      readonly body: Uint8Array<ArrayBuffer>;
      /** `content-type` as sent. */
      readonly type: string | null;
      readonly validators: Validators;
    };

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early, without an error, when the signal says so. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface FetcherOptions {
  /** Sent with each request; names the program and where its makers are to be found. */
  readonly agent: string;
  readonly allowed?: Allowed;
  readonly resolve?: Resolve;
  readonly clock: Clock;
  readonly limits?: Partial<Limits>;
  /** Between two requests to one host, in milliseconds; robots.txt may ask for more. */
  readonly pause?: number;
  readonly redirects?: number;
}

export interface Fetcher {
  /**
   * @throws FetchError if the page cannot or may not be had
   */
  get(url: string, known?: Validators | null, signal?: AbortSignal): Promise<Fetched>;
}

const LIMITS: Limits = { bytes: 20 * 1024 * 1024, total: 60_000, idle: 20_000 };
const ROBOTS: Limits = { bytes: 512 * 1024, total: 20_000, idle: 10_000 };
/** robots.txt is asked for again after this long, in milliseconds (RFC 9309: no longer than a day). */
const ROBOTS_KEPT = 24 * 3_600_000;
/** A server cannot make us wait longer than this between two requests. */
const LONGEST_PAUSE = 60_000;
const PERMANENT = new Set([301, 308]);
const REDIRECT = new Set([301, 302, 303, 307, 308]);

interface Rules {
  readonly until: number;
  allows(url: string): boolean;
  readonly pause: number;
}

export function newFetcher(options: FetcherOptions): Fetcher {
  const { agent, clock } = options;
  const resolve = options.resolve ?? resolveName;
  const allowed = options.allowed ?? [];
  const limits = { ...LIMITS, ...options.limits };
  const pause = options.pause ?? 2000;
  const most = options.redirects ?? 5;
  /** The name by which robots.txt may speak of us. */
  const product = agent.split('/')[0] ?? agent;
  const rules = new Map<string, Rules>();
  const lines = new Map<string, Promise<void>>();
  const last = new Map<string, number>();

  /** One request a host at a time, with a pause between. */
  async function inLine<T>(
    host: string,
    wait: number,
    signal: AbortSignal | undefined,
    work: () => Promise<T>,
  ): Promise<T> {
    const before = lines.get(host) ?? Promise.resolve();
    const turn = before.then(async () => {
      const due = (last.get(host) ?? Number.NEGATIVE_INFINITY) + wait - clock.now();
      if (due > 0) await clock.sleep(due, signal);
      if (signal?.aborted) throw new FetchError('stopped', host, 'Stopped.');
      try {
        return await work();
      } finally {
        last.set(host, clock.now());
      }
    });
    lines.set(
      host,
      turn.then(
        () => {},
        () => {},
      ),
    );
    return turn;
  }

  function request(
    url: URL,
    address: LookupAddress,
    extra: Record<string, string>,
    within: Limits,
    wait: number,
    signal?: AbortSignal,
  ): Promise<Raw> {
    const headers = { 'user-agent': agent, 'accept-encoding': 'gzip, deflate, br', accept: '*/*', ...extra };
    return inLine(url.host, wait, signal, () => ask(url, address, headers, within, signal));
  }

  /** RFC 9309: no robots.txt allows all; one that cannot be had for a fault of the server allows nothing for now. */
  async function rulesOf(url: URL, address: LookupAddress, signal?: AbortSignal): Promise<Rules> {
    const known = rules.get(url.origin);
    if (known && known.until > clock.now()) return known;
    let at = new URL('/robots.txt', url);
    let answer: Raw | null = null;
    for (let hop = 0; hop <= most; hop += 1) {
      const where = hop === 0 ? address : await addressOf(at, allowed, resolve);
      answer = await request(at, where, {}, ROBOTS, pause, signal);
      const next = REDIRECT.has(answer.status) ? answer.headers.location : undefined;
      if (next === undefined) break;
      at = new URL(next, at);
    }
    const status = answer?.status ?? 0;
    let made: Rules;
    if (status >= 500 || status === 429) {
      made = { until: clock.now() + LONGEST_PAUSE, allows: () => false, pause };
    } else {
      const text = status >= 200 && status < 300 ? new TextDecoder().decode(answer!.body) : '';
      const robots = robotsOf(new URL('/robots.txt', url).href, text);
      const asked = (robots.getCrawlDelay(product) ?? 0) * 1000;
      made = {
        until: clock.now() + ROBOTS_KEPT,
        allows: (href) => robots.isAllowed(href, product) !== false,
        pause: Math.min(LONGEST_PAUSE, Math.max(pause, asked)),
      };
    }
    rules.set(url.origin, made);
    return made;
  }

  function fault(url: URL, { status, headers }: Raw): FetchError {
    const retryAfter = retryAfterOf(headers['retry-after'], clock.now());
    const remedy =
      status === 404 || status === 410
        ? 'There is no such page. Check the address.'
        : status === 401 || status === 403
          ? 'The server does not give it to us. Save the page in a browser and add the file.'
          : status === 429
            ? 'The server asks us to come back later.'
            : 'The server has a fault; it will be asked again later.';
    return new FetchError('status', url.href, `The server answered ${status}. ${remedy}`, { status, retryAfter });
  }

  async function get(given: string, known: Validators | null = null, signal?: AbortSignal): Promise<Fetched> {
    let url: URL;
    try {
      url = new URL(given);
    } catch {
      throw new FetchError('scheme', given, 'This is no web address. It should start with https://');
    }
    let moved = true;
    const seen = new Set<string>();
    for (let hop = 0; ; hop += 1) {
      url.hash = '';
      // The address is checked first: a host that may not be asked is not asked for its rules either.
      const address = await addressOf(url, allowed, resolve);
      const { allows, pause: wait } = await rulesOf(url, address, signal);
      if (!allows(url.href)) {
        throw new FetchError(
          'robots',
          url.href,
          'The site asks programs not to read this page (robots.txt). Save it in a browser and add the file.',
        );
      }
      const conditions: Record<string, string> = {};
      if (hop === 0 && known?.etag) conditions['if-none-match'] = known.etag;
      if (hop === 0 && known?.modified) conditions['if-modified-since'] = known.modified;
      const answer = await request(url, address, conditions, limits, wait, signal);
      const { status, headers, body } = answer;
      if (status === 304) return { unchanged: true, url: url.href };
      if (REDIRECT.has(status) && headers.location !== undefined) {
        seen.add(url.href);
        let next: URL;
        try {
          next = new URL(headers.location, url);
        } catch {
          throw new FetchError(
            'redirects',
            url.href,
            `The server sends us to ${headers.location}, which is no address.`,
          );
        }
        if (seen.has(next.href) || hop >= most) {
          throw new FetchError('redirects', given, 'The server sends us in a circle, or too far.');
        }
        moved &&= PERMANENT.has(status);
        url = next;
        continue;
      }
      if (status < 200 || status >= 300) throw fault(url, answer);
      return {
        unchanged: false,
        url: url.href,
        moved: moved && hop > 0,
        body,
        type: headers['content-type'] ?? null,
        validators: { etag: headers.etag ?? null, modified: headers['last-modified'] ?? null },
      };
    }
  }
  return { get };
}
