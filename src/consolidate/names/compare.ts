import type { NameLexicon } from './lexicon.ts';

/** A personal name, taken apart so that spellings of it can be compared. */
export interface PersonName {
  /** As written. */
  readonly written: string;
  /** The family name by its letters, and by its sound. */
  readonly family: string;
  readonly sound: string;
  /** Given names in order, by sound; names that are one in several languages are the same. Initials are left out. */
  readonly given: readonly string[];
  /** What is heard for given names that stand as initials alone. */
  readonly initials: readonly string[];
}

/** Takes names apart and compares them. */
export interface NameReader {
  /** By its words: the last is the family name. */
  person(written: string): PersonName;
  /** Whether it is a name at all: "her office", "two diplomats", "officials" are none. */
  isProper(written: string): boolean;
  /** Whether it is a person's: all words but particles have capitals; "Halvian minister" and "President" are none. */
  isPersonal(written: string): boolean;
  /** An office without what it is written behind: "envoy" for "its envoy". */
  office(written: string): string;
  /** The parties that speak in one voice: "Halvia" and "Maravet" of "Halvia and Maravet"; a party alone of itself. */
  sidesOf(party: string): readonly string[];
  /** What is heard for a word. */
  soundOf(word: string): string;
}

/** Small letters without accents, apostrophes and points; hyphens part words. */
export function lettersOf(name: string, letters: ReadonlyMap<string, string> = new Map()): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}.'’ʼ‘ʻ`]/gu, '')
    .replace(/[^\p{ASCII}]/gu, (letter) => letters.get(letter) ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function newNameReader(lexicon: NameLexicon): NameReader {
  const longest = Math.max(1, ...[...lexicon.sounds.keys()].map((letters) => letters.length));
  const longestTitle = Math.max(1, ...[...lexicon.titles].map((title) => title.split(' ').length));
  const sounds = new Map<string, string>();

  const heard = (word: string): string => {
    let out = '';
    for (let at = 0; at < word.length; ) {
      let length = Math.min(longest, word.length - at);
      while (length > 1 && !lexicon.sounds.has(word.slice(at, at + length))) length -= 1;
      const letters = word.slice(at, at + length);
      for (const sound of lexicon.sounds.get(letters) ?? letters) if (!out.endsWith(sound)) out += sound;
      at += length;
    }
    return out;
  };
  const soundOf = (word: string): string => {
    let sound = sounds.get(word);
    if (sound === undefined) {
      sound = heard(word);
      if (sounds.size > 50_000) sounds.clear();
      sounds.set(word, sound);
    }
    return sound;
  };
  const withoutTitles = (words: readonly string[]): readonly string[] => {
    for (let length = Math.min(longestTitle, words.length - 1); length > 0; length -= 1) {
      if (lexicon.titles.has(words.slice(0, length).join(' '))) return withoutTitles(words.slice(length));
    }
    return words;
  };

  const isProper = (written: string): boolean => {
    const words = written.replace(/^the /i, '').split(/\s+/);
    return !lexicon.openers.has(lettersOf(words[0]!)) && /^[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(words[0]!);
  };

  return {
    soundOf,
    isProper,
    sidesOf(party) {
      if (lexicon.undivided.has(lettersOf(party, lexicon.letters))) return [party];
      const sides = [''];
      for (const word of party.split(/\s+/)) {
        if (lexicon.joins.has(word)) sides.push('');
        else sides[sides.length - 1] += `${sides.at(-1) === '' ? '' : ' '}${word}`;
      }
      // Of "A, B and C" the first stretch is a list; a name with a comma alone is one name.
      const all = sides.length === 1 ? sides : [...sides[0]!.split(/,\s+/), ...sides.slice(1)];
      return all.every((side) => side !== '') ? all : [party];
    },
    office(written) {
      const words = written.split(/\s+/);
      const at = words.findIndex((word) => !lexicon.openers.has(lettersOf(word)));
      return at <= 0 ? written : words.slice(at).join(' ');
    },
    isPersonal(written) {
      const words = written.split(/\s+/);
      const small = words.filter((word) => /^\p{Ll}/u.test(word));
      return (
        isProper(written) &&
        small.every((word) => lexicon.particles.has(lettersOf(word.split(/[-'’]/)[0]!))) &&
        !lexicon.titles.has(lettersOf(written))
      );
    },
    person(written) {
      const words = withoutTitles(lettersOf(written, lexicon.letters).split(' '));
      const kept = words.filter((word, i) => i === words.length - 1 || !lexicon.particles.has(word));
      const family = kept.at(-1) ?? '';
      const given = kept.slice(0, -1);
      return {
        written,
        family,
        sound: soundOf(family) || family,
        given: given.filter((word) => word.length > 1).map((word) => soundOf(lexicon.given.get(word) ?? word)),
        initials: given.filter((word) => word.length === 1).map((word) => soundOf(word) || 'a'),
      };
    },
  };
}

/** Whether the name has the family name alone, or with initials. */
export const isLone = ({ given }: PersonName): boolean => given.length === 0;

/** A family name with so many sounds is told by them, however it is spelt: Zelenskyy, Zellinski; Lavrov, Ławrow. */
const MANY_SOUNDS = 5;

/**
 * Whether two full names can be one person's: family names that sound alike, short ones spelt nearly alike too; the same
 * first given name, or all given names of one among the other's. Further given names that all differ tell two people
 * apart.
 */
export function sameFullName(a: PersonName, b: PersonName): 'surely' | 'perhaps' | 'no' {
  if (a.sound !== b.sound || !(a.sound.length >= MANY_SOUNDS || nearlySpelt(a.family, b.family))) return 'no';
  // By different names, so that a name given twice counts the same whichever side it stands on.
  const fewer = new Set(a.given).size <= new Set(b.given).size;
  const [few, many] = fewer ? [a.given, b.given] : [b.given, a.given];
  if (few.length === 0) return 'no';
  const within = few.every((name) => many.includes(name));
  if (few[0] === many[0]) return within ? 'surely' : 'no';
  return within ? 'perhaps' : 'no';
}

/** Whether a family name alone, or with initials, can be that of a full name. */
export const fitsLone = (lone: PersonName, full: PersonName): boolean =>
  lone.sound === full.sound &&
  nearlySpelt(lone.family, full.family) &&
  (lone.initials.length === 0 || full.given.some((name) => name.startsWith(lone.initials[0]!)));

/** Whether few letters differ for the length: one in four, and one always. */
export function nearlySpelt(a: string, b: string): boolean {
  if (a === b) return true;
  const most = Math.max(1, Math.floor(Math.max(a.length, b.length) / 4));
  return Math.min(a.length, b.length) > 2 && distance(a, b, most) <= most;
}

/** How many letters must be put in, left out or changed (Levenshtein 1966); no further than `most` + 1. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, changed));
    }
    before = row;
  }
  return before[b.length]!;
}
