/**
 * Names of places made comparable: by `placeKey` two writings of one spelling are the same, by `soundKey` two ways of
 * putting one foreign name into Latin letters (Saraqib, Seraqeb).
 */

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const WHOLE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ß: 'ss',
    ı: 'i',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ħ: 'h',
    ə: 'a',
    ǝ: 'a',
  }),
);

/** Lower-case words of plain letters parted by single spaces: `Sa‘dah` is `sadah`, `Port-au-Prince` `port au prince`. */
export function placeKey(name: string): string {
  let plain = true;
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i);
    if (!((c >= 97 && c <= 122) || c === 32)) {
      plain = false;
      break;
    }
  }
  if (plain) return name;
  const lower = name.toLowerCase().normalize('NFD');
  let key = '';
  for (const c of lower) {
    const whole = WHOLE.get(c);
    if (whole !== undefined) key += whole;
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    else if (
      (c === ' ' || c === '-' || c === '–' || c === '.' || c === '/' || c === '\u00a0') &&
      key !== '' &&
      !key.endsWith(' ')
    )
      key += ' ';
  }
  key = key.trimEnd();
  return key.startsWith('st ') ? `saint ${key.slice(3)}` : key;
}

/** Articles that some write and some leave out, and some run together with the name: al-Hasakah, Hasakah. */
const ARTICLES: ReadonlySet<string> = new Set([
  'al',
  'el',
  'as',
  'es',
  'ash',
  'ad',
  'ed',
  'ar',
  'er',
  'at',
  'et',
  'az',
  'ez',
  'an',
  'en',
  'ul',
  'the',
]);

/** Pairs of letters for one sound, and the letter that stands for it here. */
const PAIRS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    kh: 'h',
    gh: 'h',
    sh: 's',
    zh: 'z',
    ch: 'c',
    th: 't',
    dh: 'd',
    dj: 'j',
    ph: 'f',
    ck: 'k',
    ts: 't',
    tz: 't',
    dz: 'd',
    qu: 'k',
  }),
);
const ONE: ReadonlyMap<string, string> = new Map(
  Object.entries({ q: 'k', c: 'k', v: 'v', w: 'v', b: 'b', p: 'p', x: 'ks', j: 'j', g: 'h', z: 'z', s: 's' }),
);

/** The consonants of a key, as they sound; vowels, doubled letters and a last `h` fall away. */
export function soundKey(key: string): string {
  const words = key.split(' ');
  const kept = words.length > 1 ? words.filter((w) => !ARTICLES.has(w)) : words;
  let sound = '';
  for (const word of kept) {
    let last = '';
    for (let i = 0; i < word.length; i++) {
      const pair = PAIRS.get(word.slice(i, i + 2));
      let c = pair ?? word[i]!;
      if (pair !== undefined) i++;
      else {
        if (c === 'h' && i === word.length - 1 && i > 0) continue;
        if ('aeiouy'.includes(c)) {
          if (i === 0) sound += 'a';
          last = '';
          continue;
        }
        c = ONE.get(c) ?? c;
      }
      if (c !== last) sound += c;
      last = c;
    }
  }
  return sound;
}

/** A key as letters to be compared: without articles, and with one writing for what is often written in two ways. */
export function plainKey(key: string): string {
  const words = key.split(' ');
  const kept = words.filter((word) => !ARTICLES.has(word));
  return (kept.length > 0 ? kept : words)
    .join(' ')
    .replace(/ou|oo/gu, 'u')
    .replace(/ee|y/gu, 'i')
    .replace(/q|c/gu, 'k')
    .replace(/([a-z])\1/gu, '$1')
    .replace(/([aeiou])h\b/gu, '$1');
}

/** How many letters must change to make one of the other; counts no further than `limit` + 1. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const d = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      next.push(d);
      if (d < least) least = d;
    }
    if (least > limit) return limit + 1;
    row = next;
  }
  return row[b.length]!;
}

/** A hash of a key (FNV-1a, 32 bits), for the filter that tells at once that no place has a name. */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
