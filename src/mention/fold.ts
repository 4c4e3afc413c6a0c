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

// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to tell plain ASCII
const PLAIN = /^[\x00-\x7f]*$/u;

/** Lower case without accents: `Łukaszenka` and `lukaszenka` are one. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (c) => WHOLE[c] ?? c)
    .toLowerCase();
}

/** One sound written in several ways, in order of application. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/['`-]/gu, ''],
  [/shch|szcz|schtsch/gu, 's'],
  [/sch|sh|sz|ch|cz|tsch|tch|zh|rz|c(?=[eiy])/gu, 's'],
  [/dj|dzh|dz|j(?=[aeou])/gu, 'i'],
  [/kh|gh|h/gu, ''],
  [/ph|v|w/gu, 'f'],
  [/ck|c|q|k/gu, 'k'],
  [/x/gu, 'ks'],
  [/z/gu, 's'],
  [/[aeiouyj]+/gu, 'a'],
  [/(.)\1+/gu, '$1'],
];

/**
 * What is left of a name when spelling habits are taken away: `Zelensky`, `Zelenskyy`, `Zełenski` all give `salanska`.
 * Two names with one skeleton are spelt alike; two different names may share one, so it is compared only inside a report.
 */
export function skeleton(text: string): string {
  let s = fold(text);
  for (const [from, to] of SOUNDS) s = s.replace(from, to);
  return s;
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
