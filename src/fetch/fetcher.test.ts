import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FetchError } from './error.ts';
import { type FetcherOptions, newFetcher } from './fetcher.ts';
import { type Handler, quickClock, says, sendsTo, serverOf, type TestServer } from './testing.ts';

const AGENT = 'Rapporteur/0.1 (+https://example.org)';

async function withServer(
  pages: Record<string, Handler>,
  run: (
    server: TestServer,
    codeOf: (path: string) => Promise<string>,
    clock: ReturnType<typeof quickClock>,
  ) => Promise<void>,
  options: Partial<FetcherOptions> = {},
): Promise<void> {
  const server = await serverOf(pages);
  const clock = quickClock();
  const fetcher = newFetcher({ agent: AGENT, allowed: ['127.0.0.1'], clock, ...options });
  const codeOf = (path: string): Promise<string> =>
    fetcher.get(server.url + path).then(
      (answer) => (answer.unchanged ? 'unchanged' : new TextDecoder().decode(answer.body)),
      (error: unknown) => (error instanceof FetchError ? error.code : String(error)),
    );
  try {
    await run(server, codeOf, clock);
  } finally {
    await server.close();
  }
}

test('a page is read, and asked for as who we are', async () => {
  await withServer({ '/a': says('Halvia has said no.') }, async (server, codeOf) => {
    assert.equal(await codeOf('/a'), 'Halvia has said no.');
    assert.deepEqual(server.asked, ['/robots.txt', '/a']);
    assert.equal(server.headers[1]!['user-agent'], AGENT);
  });
});

test('loopback is not asked unless it is allowed by name', async () => {
  const pages = { '/a': says('inside') };
  await withServer(
    pages,
    async (server, codeOf) => {
      assert.equal(await codeOf('/a'), 'private');
      assert.deepEqual(server.asked, []);
    },
    { allowed: [] },
  );
});

test('a redirect to an address inside is not followed', async () => {
  await withServer(
    { '/out': sendsTo('http://localhost:1/secret'), '/in': sendsTo('/a'), '/a': says('a') },
    async (_server, codeOf) => {
      assert.equal(await codeOf('/out'), 'private');
      assert.equal(await codeOf('/in'), 'a');
    },
  );
});

test('redirects in circles, too far, or to nowhere end', async () => {
  const far = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`/${i}`, sendsTo(`/${i + 1}`)]));
  await withServer(
    { '/self': sendsTo('/self'), '/x': sendsTo('/y'), '/y': sendsTo('/x'), '/bad': sendsTo('http://[bad'), ...far },
    async (_server, codeOf) => {
      assert.equal(await codeOf('/self'), 'redirects');
      assert.equal(await codeOf('/x'), 'redirects');
      assert.equal(await codeOf('/bad'), 'redirects');
      assert.equal(await codeOf('/0'), 'redirects');
    },
  );
});

test('robots.txt is kept, and a broken one stops us for now', async () => {
  await withServer(
    {
      '/robots.txt': says('User-agent: *\nDisallow: /closed\nCrawl-delay: 7\n'),
      '/closed/a': says('no'),
      '/a': says('a'),
    },
    async (server, codeOf, clock) => {
      assert.equal(await codeOf('/closed/a'), 'robots');
      assert.equal(await codeOf('/a'), 'a');
      assert.deepEqual(server.asked, ['/robots.txt', '/a']);
      assert.ok(clock.slept.some((ms) => ms === 7000));
    },
  );
  await withServer({ '/robots.txt': says('', {}, 503), '/a': says('a') }, async (_server, codeOf) => {
    assert.equal(await codeOf('/a'), 'robots');
  });
});

test('one host is asked with a pause between', async () => {
  await withServer({ '/a': says('a'), '/b': says('b') }, async (_server, codeOf, clock) => {
    await Promise.all([codeOf('/a'), codeOf('/b')]);
    assert.ok(clock.slept.length >= 2);
    assert.ok(clock.slept.every((ms) => ms > 0 && ms <= 2000));
  });
});

test('bombs, floods and slow servers cost no more than their limit', async () => {
  const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024));
  const drip: Handler = (_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  };
  const flood: Handler = (_request, response) => {
    response.writeHead(200);
    const more = (): void => {
      if (!response.destroyed && response.write(Buffer.alloc(65_536))) setImmediate(more);
      else if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
  await withServer(
    {
      '/bomb': says(bomb, { 'content-encoding': 'gzip' }),
      '/layers': says(bomb, { 'content-encoding': 'gzip, gzip, gzip' }),
      '/odd': says('x', { 'content-encoding': 'secret' }),
      '/flood': flood,
    },
    async (_server, codeOf) => {
      assert.equal(await codeOf('/bomb'), 'too-large');
      assert.equal(await codeOf('/layers'), 'encoding');
      assert.equal(await codeOf('/odd'), 'encoding');
      assert.equal(await codeOf('/flood'), 'too-large');
    },
    { limits: { bytes: 1024 * 1024 } },
  );
  await withServer(
    { '/silent': () => {}, '/drip': drip },
    async (_server, codeOf) => {
      assert.equal(await codeOf('/silent'), 'too-slow');
      assert.equal(await codeOf('/drip'), 'too-slow');
    },
    { limits: { idle: 150, total: 400 } },
  );
});

test('answers that lie or break off are told as such', async () => {
  await withServer(
    {
      '/short': (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('only this');
        setTimeout(() => response.destroy(), 10);
      },
      '/cut': says(gzipSync('a long enough text').subarray(0, 15), { 'content-encoding': 'gzip' }),
      '/notgzip': says('plain', { 'content-encoding': 'gzip' }),
      '/drop': (request) => request.socket.destroy(),
      '/garbage': (request) => request.socket.end('\u0000\u0001 nonsense\r\n\r\n'),
      '/headers': (_request, response) => {
        response.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end();
      },
    },
    async (_server, codeOf) => {
      assert.equal(await codeOf('/short'), 'broken');
      assert.equal(await codeOf('/cut'), 'broken');
      assert.equal(await codeOf('/notgzip'), 'broken');
      assert.equal(await codeOf('/drop'), 'no-connection');
      assert.equal(await codeOf('/garbage'), 'no-connection');
      assert.equal(await codeOf('/headers'), 'no-connection');
    },
  );
});

test('a page that is known is asked for conditionally', async () => {
  const seen: unknown[] = [];
  const page: Handler = (request, response) => {
    seen.push(request.headers['if-none-match']);
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"', 'last-modified': 'Tue, 01 Apr 2031 00:00:00 GMT' }).end('a');
  };
  const server = await serverOf({ '/a': page });
  const fetcher = newFetcher({ agent: AGENT, allowed: ['127.0.0.1'], clock: quickClock() });
  try {
    const first = await fetcher.get(`${server.url}/a`);
    assert.ok(!first.unchanged);
    assert.deepEqual(first.validators, { etag: '"1"', modified: 'Tue, 01 Apr 2031 00:00:00 GMT' });
    assert.equal((await fetcher.get(`${server.url}/a`, first.validators)).unchanged, true);
    assert.deepEqual(seen, [undefined, '"1"']);
  } finally {
    await server.close();
  }
});

test('what a server says of coming back is heard', async () => {
  const server = await serverOf({
    '/later': says('', { 'retry-after': '120' }, 503),
    '/date': says('', { 'retry-after': new Date(Date.UTC(2031, 3, 2, 0, 10)).toUTCString() }, 429),
    '/gone': says('', {}, 410),
  });
  const fetcher = newFetcher({ agent: AGENT, allowed: [server.host], clock: quickClock(), pause: 0 });
  try {
    const fault = (path: string): Promise<FetchError> =>
      fetcher.get(server.url + path).then(
        () => assert.fail(),
        (error: FetchError) => error,
      );
    const later = await fault('/later');
    assert.deepEqual([later.code, later.status, later.retryAfter, later.passes], ['status', 503, 120_000, true]);
    assert.equal((await fault('/date')).retryAfter, 600_000);
    assert.equal((await fault('/gone')).passes, false);
  } finally {
    await server.close();
  }
});
