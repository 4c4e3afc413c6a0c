import { readModelFile } from '../../learn/model-file.ts';
import {
  ENTRY_BYTES,
  FILTER_BITS,
  FLAG,
  LONGEST_NAME,
  NAMES_PER_BLOCK,
  OTHER_NAME,
  SAME_SOUND,
  SOUND_BITS,
  unpack,
} from './format.ts';
import { distance, hashOf, plainKey, soundKey } from './spelling.ts';

/** What the gazetteer knows of a place. */
export interface Entry {
  /** `geonames:703448`, `region:UA.05` (GeoNames' code), `state:UA`, `water:black-sea`, `own:ombra-point`. */
  readonly id: string;
  readonly kind: 'place' | 'region' | 'state' | 'water' | 'area' | 'spot' | 'wide' | 'county';
  /** ISO 3166-1 alpha-2; `null` where no one state holds it. */
  readonly country: string | null;
  /** The first-order administrative region, by GeoNames' code and by name. */
  readonly regionCode: string | null;
  readonly region: string | null;
  /** `null` for what is too large for a point to tell anything. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The decimal logarithm of the population. */
  readonly size: number;
  readonly seat: boolean;
  readonly capital: boolean;
  /** Whether its name is also a plain word or a person's name, so that it needs more evidence. */
  readonly ordinary: boolean;
  /** Whether the case itself brought it. */
  readonly own: boolean;
}

/** An entry with how its name was met. */
export interface Match {
  readonly entry: Entry;
  /** By its own name, another spelling of that, another name, or a name that sounds alike. */
  readonly by: 'name' | 'spelling' | 'other' | 'sound';
}

/** Places of the world, or of a case, by name. Keys are those of `placeKey`. */
export interface Gazetteer {
  /** Whatever has this name. */
  find(key: string): readonly Match[];
  /** Whatever in one of these states has a name that sounds like it and differs in few letters. */
  alike(key: string, countries: ReadonlySet<string>): readonly Match[];
  /** First words of the names that are written small ("the narrows"). */
  readonly small: ReadonlySet<string>;
  /** The code of a state by its usual name, as parties carry it. */
  codeOf(state: string): string | null;
}

const KINDS: readonly Entry['kind'][] = ['place', 'region', 'state', 'water', 'area', 'spot', 'wide', 'county'];

/**
 * Reads a gazetteer out of the bytes of places.bin, which it keeps and searches; nothing is unpacked at the start.
 * Throws a `ModelFileError` where the file is damaged.
 */
export function readGazetteer(file: Uint8Array, path: string): Gazetteer {
  const { part } = readModelFile(file, path);
  const names = part('names');
  const [blockPart, entryPart, sounds] = [part('blocks'), part('entries'), part('sounds')];
  const blocks = new DataView(blockPart.buffer, blockPart.byteOffset, blockPart.length);
  const entries = new DataView(entryPart.buffer, entryPart.byteOffset, entryPart.length);
  const filter = part('filter');
  const soundStarts = part('sound-starts');
  const blockCount = blockPart.length / 8;
  const decode = (name: string): string[] => new TextDecoder().decode(part(name)).split('\n');
  let regionLines: readonly (readonly [string, string])[] | null = null;
  let slugLines: readonly string[] | null = null;
  let states: ReadonlyMap<string, string> | null = null;

  function entryAt(n: number): Entry {
    const at = n * ENTRY_BYTES;
    const flags = entries.getUint8(at + 11);
    const kind = KINDS[flags & 7]!;
    const id = entries.getUint32(at, true);
    regionLines ??= decode('regions').map((line) => line.split('\t') as [string, string]);
    const [code, region] = regionLines[entries.getUint16(at + 8, true)] ?? ['', ''];
    const country = code === '' ? null : code.slice(0, 2);
    slugLines ??= decode('slugs');
    const fixed = !(flags & FLAG.unfixed);
    return {
      id:
        kind === 'place'
          ? `geonames:${id}`
          : kind === 'region'
            ? `region:${code}`
            : kind === 'state'
              ? `state:${country}`
              : slugLines[id]!,
      kind,
      country,
      regionCode: region === '' ? null : code,
      region: region === '' ? null : region,
      latitude: fixed ? unpack(entries.getInt16(at + 4, true), 90) : null,
      longitude: fixed ? unpack(entries.getInt16(at + 6, true), 180) : null,
      size: entries.getUint8(at + 10) / 20,
      seat: (flags & FLAG.seat) !== 0,
      capital: (flags & FLAG.capital) !== 0,
      ordinary: (flags & FLAG.ordinary) !== 0,
      own: false,
    };
  }

  /** How the first name of a block compares with `key`; a block's first name stands there whole. */
  function compare(block: number, key: string): number {
    const at = blocks.getUint32(block * 8, true);
    const length = names[at + 1]!;
    const shorter = Math.min(length, key.length);
    for (let i = 0; i < shorter; i++) {
      const d = names[at + 2 + i]! - key.charCodeAt(i);
      if (d !== 0) return d;
    }
    return length - key.length;
  }

  /** Goes through a block's names, each with its letters so far and its entry, until `see` says that it is enough. */
  function walk(
    block: number,
    see: (letters: Uint8Array, length: number, entry: number, by: Match['by']) => boolean,
  ): boolean {
    let at = blocks.getUint32(block * 8, true);
    let first = blocks.getUint32(block * 8 + 4, true);
    const end = block + 1 < blockCount ? blocks.getUint32(block * 8 + 8, true) : names.length;
    const letters = new Uint8Array(32);
    while (at < end) {
      const head = names[at]!;
      const same = head & 31;
      const more = names[at + 1]!;
      for (let i = 0; i < more; i++) letters[same + i] = names[at + 2 + i]!;
      at += 2 + more;
      const own = !(head & OTHER_NAME);
      let entry: number;
      if (own) entry = first++;
      else {
        entry = names[at]! | (names[at + 1]! << 8) | (names[at + 2]! << 16);
        at += 3;
      }
      const by = own ? 'name' : head & SAME_SOUND ? 'spelling' : 'other';
      if (see(letters, same + more, entry, by)) return true;
    }
    return false;
  }

  function find(name: string): readonly Match[] {
    if (name.length < 2) return NONE;
    const key = name.slice(0, LONGEST_NAME);
    if (!mayHold(filter, FILTER_BITS, key)) return NONE;
    let low = 0;
    let high = blockCount;
    // The last block that begins before the key; names equal to it may go on in those after.
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(middle, key) < 0) low = middle + 1;
      else high = middle;
    }
    const found: Match[] = [];
    for (let block = Math.max(0, low - 1); block < blockCount; block++) {
      const past = walk(block, (letters, length, entry, by) => {
        const shorter = Math.min(length, key.length);
        for (let i = 0; i < shorter; i++) {
          const d = letters[i]! - key.charCodeAt(i);
          if (d !== 0) return d > 0;
        }
        if (length !== key.length) return length > key.length;
        found.push({ entry: entryAt(entry), by });
        return false;
      });
      if (past) break;
    }
    return found;
  }

  function nameAt(n: number): { key: string; entry: number } {
    let left = n % NAMES_PER_BLOCK;
    let key = '';
    let which = 0;
    walk(Math.floor(n / NAMES_PER_BLOCK), (letters, length, entry) => {
      if (left-- > 0) return false;
      for (let i = 0; i < length; i++) key += String.fromCharCode(letters[i]!);
      which = entry;
      return true;
    });
    return { key, entry: which };
  }

  const soundAt = (i: number): number => sounds[i * 3]! | (sounds[i * 3 + 1]! << 8) | (sounds[i * 3 + 2]! << 16);

  function alike(key: string, countries: ReadonlySet<string>): readonly Match[] {
    const sound = soundKey(key);
    if (sound.length < 3 || countries.size === 0) return NONE;
    const bucket = (hashOf(sound) & ((1 << SOUND_BITS) - 1)) * 2;
    const start = soundStarts[bucket]! | (soundStarts[bucket + 1]! << 8);
    const end = soundStarts[bucket + 2]! | (soundStarts[bucket + 3]! << 8);
    const plain = plainKey(key);
    const limit = sound.length < 4 ? 1 : Math.max(2, Math.floor(plain.length / 4));
    const best = new Map<string, readonly [number, Match]>();
    for (let i = start; i < end; i++) {
      const name = nameAt(soundAt(i));
      if (soundKey(name.key) !== sound) continue;
      const entry = entryAt(name.entry);
      if (entry.country === null || !countries.has(entry.country)) continue;
      const far = distance(plainKey(name.key), plain, limit);
      const old = best.get(entry.id);
      if (far <= limit && (!old || far < old[0])) best.set(entry.id, [far, { entry, by: 'sound' }]);
    }
    const nearest = Math.min(...[...best.values()].map(([far]) => far));
    return [...best.values()].filter(([far]) => far === nearest).map(([, match]) => match);
  }

  return {
    find,
    alike,
    small: new Set(),
    codeOf(state) {
      states ??= new Map(decode('states').map((line) => line.split('\t') as [string, string]));
      return states.get(state) ?? null;
    },
  };
}

const NONE: readonly Match[] = [];

/** Whether a filter leaves it open that it holds a key; most often it does not. */
function mayHold(filter: Uint8Array, bits: number, key: string): boolean {
  const bit = hashOf(key) & ((1 << bits) - 1);
  return (filter[bit >> 3]! & (1 << (bit & 7))) !== 0;
}

/** A gazetteer that knows nothing. */
export const emptyGazetteer: Gazetteer = { find: () => NONE, alike: () => NONE, small: new Set(), codeOf: () => null };
