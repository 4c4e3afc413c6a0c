import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, isPublicAddress } from './address.ts';
import { FetchError } from './error.ts';

test('addresses inside a network are told from public ones', () => {
  const outside = ['1.1.1.1', '100.63.255.255', '172.32.0.1', '192.167.1.1', '2606:4700::1111', '2a00::1'];
  const inside = [
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:1.1.1.1',
    '64:ff9b::7f00:1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    'localhost',
    '',
  ];
  for (const address of outside) assert.ok(isPublicAddress(address), address);
  for (const address of inside) assert.ok(!isPublicAddress(address), address);
});

test('an address is refused for what it resolves to, not for how it looks', async () => {
  const names: Record<string, string[]> = {
    'news.example': ['1.1.1.1'],
    'inside.example': ['10.0.0.7'],
    'both.example': ['1.1.1.1', '127.0.0.1'],
    'home.example': ['192.168.0.2'],
  };
  const resolve = async (host: string) => (names[host] ?? []).map((address) => ({ address, family: 4 }));
  const cases: [string, string | null][] = [
    ['https://news.example/a', null],
    ['http://news.example:8080/a', null],
    ['https://inside.example/', 'private'],
    ['https://both.example/', 'private'],
    ['https://home.example/', null],
    ['http://127.0.0.1/', 'private'],
    ['http://2130706433/', 'private'],
    ['http://0x7f.1/', 'private'],
    ['http://[::1]/', 'private'],
    ['http://[::ffff:7f00:1]/', 'private'],
    ['https://nowhere.example/', 'no-host'],
    ['ftp://news.example/', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['https://me:secret@news.example/', 'credentials'],
  ];
  for (const [href, code] of cases) {
    const found = await addressOf(new URL(href), ['home.example'], resolve).then(
      () => null,
      (error: unknown) => (error instanceof FetchError ? error.code : String(error)),
    );
    assert.equal(found, code, href);
  }
});

test('a refusal never repeats a password', async () => {
  await assert.rejects(addressOf(new URL('https://me:secret@news.example/'), []), (error: FetchError) => {
    assert.doesNotMatch(`${error.message} ${error.url}`, /secret/);
    return true;
  });
});
