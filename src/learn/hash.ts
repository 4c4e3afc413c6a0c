/**
 * Hashing of features. Strings are hashed once a word; features are then made by mixing integers, so that no string is
 * built in the inner loop.
 */

/** FNV-1a over UTF-16 units, 32 bits (Fowler, Noll, Vo; www.isthe.com/chongo/tech/comp/fnv). */
export function hashString(s: string, from = 0, to = s.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Mixes a value into a hash, after the 32-bit finaliser of MurmurHash3 (Appleby) without its first shift. */
export function mix(h: number, value: number): number {
  let x = Math.imul(h ^ value, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
