/**
 * Spellings made comparable: accents and case fall away, and what different ways of writing a foreign name in Latin
 * letters make of one sound falls together.
 */

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const WHOLE: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'l',
  ø: 'o',
  Ø: 'o',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  ß: 'ss',
  ı: 'i',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ə: 'a',
  Ə: 'a',
  '’': "'",
  ʼ: "'",
  '‘': "'",
  ʻ: "'",
};

/** What a text holds: 0 small letters and marks of ASCII only, 1 capitals of ASCII too, 2 other characters. */
function writingOf(text: string): 0 | 1 | 2 {
  let capitals: 0 | 1 = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 127) return 2;
    if (c >= 65 && c <= 90) capitals = 1;
  }
  return capitals;
}

/** Lower case without accents: `Łukaszenka` and `lukaszenka` are one. */
export function fold(text: string): string {
  const writing = writingOf(text);
  if (writing < 2) return writing === 0 ? text : text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (c) => WHOLE[c] ?? c)
    .toLowerCase();
}

/** What may follow a letter to make one sound with it, and what the sound is written as here. */
const SOUNDS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  s: [
    ['sch', 's'],
    ['sh', 's'],
    ['sz', 's'],
  ],
  c: [
    ['ch', 's'],
    ['cz', 's'],
    ['ce', 'sa'],
    ['ci', 'sa'],
    ['cy', 'sa'],
    ['ck', 'k'],
  ],
  t: [
    ['tsch', 's'],
    ['tch', 's'],
  ],
  z: [['zh', 's']],
  r: [['rz', 's']],
  d: [
    ['dzh', 'a'],
    ['dj', 'a'],
    ['dz', 'a'],
  ],
  k: [['kh', '']],
  g: [['gh', '']],
  p: [['ph', 'f']],
};
/** Letters that sound alike, or are often left out. */
const LETTER: Readonly<Record<string, string>> = {
  a: 'a',
  e: 'a',
  i: 'a',
  o: 'a',
  u: 'a',
  y: 'a',
  j: 'a',
  v: 'f',
  w: 'f',
  q: 'k',
  c: 'k',
  x: 'ks',
  z: 's',
  h: '',
  "'": '',
  '-': '',
  '`': '',
};

/**
 * What is left of a name when spelling habits are taken away: `Zelensky`, `Zelenskyy`, `Zełenski` all give `salanska`.
 * Two names with one skeleton are spelt alike; two different names may share one, so it is compared only inside a report.
 */
export function skeleton(text: string): string {
  const s = fold(text);
  let out = '';
  let last = '';
  for (let i = 0; i < s.length; ) {
    const c = s[i]!;
    let sound = LETTER[c] ?? c;
    let used = 1;
    for (const [letters, heard] of SOUNDS[c] ?? [])
      if (s.startsWith(letters, i)) {
        sound = heard;
        used = letters.length;
        break;
      }
    i += used;
    for (const one of sound) {
      if (one !== last) out += one;
      last = one;
    }
  }
  return out;
}

/** Whether two words differ by no more than `most` insertions, deletions or changes (Levenshtein 1966, cut off). */
export function within(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + cost);
      row.push(value);
      if (value < best) best = value;
    }
    if (best > most) return false;
    before = row;
  }
  return before[b.length]! <= most;
}
