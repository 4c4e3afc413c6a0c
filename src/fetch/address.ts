/**
 * Which addresses may be asked. A page or feed can name any host, and a name can resolve to anything: without a check,
 * whoever writes a feed could make this program ask services inside its user's network.
 */

import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { FetchError } from './error.ts';

/** Special-purpose ranges that are not the public internet (IANA's registries, RFC 6890 and later). */
const SPECIAL_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Only 2000::/3 is given out for public use; of it, ranges that carry an IPv4 address or are not public. */
const SPECIAL_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [range, bits] of SPECIAL_4) special.addSubnet(range, bits, 'ipv4');
for (const [range, bits] of SPECIAL_6) special.addSubnet(range, bits, 'ipv6');
const public6 = new BlockList();
public6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is on the public internet. One that wraps an IPv4 address in IPv6 never counts as such. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  if (family === 6) return public6.check(address, 'ipv6') && !special.check(address, 'ipv6');
  return false;
}

/** Finds the addresses of a name; replaced in tests. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveName: Resolve = (host) => lookup(host, { all: true, verbatim: true });

/** What a user allows by name although it is no public address: `localhost:8080`, `intranet.example`. */
export type Allowed = readonly string[];

const bare = (host: string): string => host.replace(/^\[|\]$/g, '').toLowerCase();

/**
 * The address to connect to for a URL. Every address that the name has must be public, unless the host is allowed by
 * name; the connection is then made to the address given here, so that the name cannot change in between.
 *
 * @throws FetchError with code `scheme`, `credentials`, `private` or `no-host`
 */
export async function addressOf(url: URL, allowed: Allowed, resolve: Resolve = resolveName): Promise<LookupAddress> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchError('scheme', url.href, `Only http and https addresses are read, not ${url.protocol}`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new FetchError('credentials', url.origin, 'An address with a name and password in it is not read.');
  }
  const host = bare(url.hostname);
  const family = isIP(host);
  let found: readonly LookupAddress[];
  try {
    found = family === 0 ? await resolve(host) : [{ address: host, family }];
  } catch {
    found = [];
  }
  const first = found[0];
  if (!first) throw new FetchError('no-host', url.href, `No host is called ${host}. Check the address.`);
  const permitted = allowed.some((name) => [host, `${host}:${url.port}`, url.host].includes(bare(name)));
  const inside = found.find(({ address }) => !isPublicAddress(address));
  if (!permitted && inside) {
    throw new FetchError(
      'private',
      url.href,
      `${host}${host === inside.address ? '' : ` is ${inside.address}, which`} is not on the public internet. If it is meant, allow it by name: --allow ${url.host}`,
    );
  }
  return first;
}
