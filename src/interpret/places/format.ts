/**
 * How the gazetteer lies in its file: sorted names, front-coded in blocks, so that a name is found by binary search over
 * the bytes as they were read and nothing is unpacked at the start. Little-endian throughout.
 *
 * `names` holds, for each name: a byte with the number of letters shared with the name before it in its block (low five
 * bits) and flags for another name of an entry (`OTHER_NAME`), perhaps one that sounds like its own (`SAME_SOUND`); a byte with the number of letters that follow; these
 * letters (longer names than `LONGEST_NAME` are cut); and, of another name, the entry's number in three bytes. Names that are an entry's own need none: entries
 * stand in their order. `blocks` holds, for each block, where it starts in `names` and the number of its first entry.
 * `entries` holds `ENTRY_BYTES` for each entry: number in GeoNames (or among regions or slugs), latitude and longitude
 * as shares of 90 and 180 degrees, region, size and kind. `sounds` lists names of states that do
 * not write in Latin letters, three bytes each, by the hash of their sound; `sound-starts` tells where in it each hash
 * begins, two bytes each. `filter` has a bit set for the hash of every name: most words name no place, and one look
 * tells so.
 */

export const NAMES_PER_BLOCK = 16;
export const ENTRY_BYTES = 12;
export const FILTER_BITS = 21;
export const SOUND_BITS = 14;
export const OTHER_NAME = 32;
export const SAME_SOUND = 64;
export const LONGEST_NAME = 31;
/** Begins the key of a short form that counts only behind the name of a place ("Ky."). */
export const SHORT_FORM = '~';

/** What an entry is; the low three bits of its last byte. */
export const KIND = { place: 0, region: 1, state: 2, water: 3, area: 4, spot: 5, wide: 6, county: 7 } as const;
export type Kind = (typeof KIND)[keyof typeof KIND];

/** The flags above the kind. */
export const FLAG = { seat: 8, capital: 16, section: 32, ordinary: 64, unfixed: 128 } as const;

/** Populations as one byte: 20 steps for a factor of ten. */
export const sizeOf = (population: number): number =>
  population < 1 ? 0 : Math.min(255, Math.round(Math.log10(population) * 20));

/** Degrees as a 16-bit share of the whole. 0.003 degrees of latitude and 0.006 of longitude are told apart. */
export const pack = (degrees: number, whole: number): number => Math.round((degrees / whole) * 32767);
export const unpack = (share: number, whole: number): number => Math.round((share / 32767) * whole * 1000) / 1000;
