/**
 * Scores the reading of places on public sets of news with coordinates: `node eval/toponyms.ts FILE... [--misses] [--part 0|1]`. Each FILE is
 * XML in the form of LGL (Lieberman and others 2010) or GeoVirus (Gritta and others 2018), which the user fetches.
 *
 * A toponym is found where a place of ours shares words with it; it is near where that place's coordinates lie within 161
 * kilometres (100 miles) of those told, the field's measure. Sets count "Moscow said" and "the Russian president" as
 * toponyms, where our reading has parties: `as sides` counts what is no place of ours but a name of a side, or a people.
 *
 * Every second article (`--part 0`) was read to mend causes, the others (`--part 1`) were only scored; percent:
 *
 *                      toponyms   found   as sides   precision   within 161 km of those   of all
 *                                                                with coordinates
 *   GeoVirus, part 0       1061    69.2       24.7        93.7                     88.2     56.2
 *   GeoVirus, part 1       1108    66.9       23.4        95.1                     88.3     52.9
 *   LGL, part 0            2504    45.4       22.7        85.6                     82.9     32.8
 *   LGL, part 1            2584    44.2       23.2        84.8                     81.8     31.3
 *
 * LGL is of local papers of the United States: many name no state at all, and half of its toponyms stand in names of
 * bodies ("Roswell police"), which are no places for us.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadResources } from '../src/data/load.ts';
import { createStages } from '../src/reading.ts';
import type { Place } from '../src/record.ts';
import { bareDocument } from '../src/text/document.ts';

/** The measure of toponym resolution: 100 miles. */
const NEAR = 161;

/** Kilometres on a sphere. */
function kilometres(a: readonly [number, number], b: readonly [number, number]): number {
  const radian = Math.PI / 180;
  const h =
    Math.sin(((b[0] - a[0]) * radian) / 2) ** 2 +
    Math.cos(a[0] * radian) * Math.cos(b[0] * radian) * Math.sin(((b[1] - a[1]) * radian) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}

interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** By its English name, where the set tells it. */
  readonly country: string | null;
}

interface Article {
  readonly text: string;
  readonly toponyms: readonly Toponym[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (xml: string): string =>
  xml.startsWith('<![CDATA[')
    ? xml.slice(9, -3)
    : xml.replace(/&(\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole);

function inside(xml: string, name: string): string | null {
  const open = new RegExp(`<${name}(?: [^>]*)?>`, 'u').exec(xml);
  if (!open) return null;
  const from = open.index + open[0].length;
  return xml.slice(from, xml.indexOf(`</${name}>`, from));
}

/** Offsets are told in code points. Where they miss the words, the nearest such words are meant. */
function readArticles(xml: string): Article[] {
  return xml
    .split('<article')
    .slice(2)
    .map((article): Article => {
      const text = plain(inside(article, 'text') ?? '');
      const units: number[] = [];
      for (let at = 0; at <= text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) units.push(at);
      const toponyms: Toponym[] = [];
      for (const part of article.split(/<(?:toponym|location)>/u).slice(1)) {
        const words = plain(inside(part, 'phrase') ?? inside(part, 'name') ?? '');
        let start = units[Number(inside(part, 'start'))] ?? 0;
        if (!text.startsWith(words, start)) start = text.indexOf(words, Math.max(0, start - 20));
        if (words === '' || start < 0) continue;
        const [lat, lon] = [inside(part, 'lat'), inside(part, 'lon')];
        toponyms.push({
          start,
          end: start + words.length,
          words,
          latitude: lat === null ? null : Number(lat),
          longitude: lon === null ? null : Number(lon),
          country: inside(part, 'country'),
        });
      }
      return { text, toponyms };
    });
}

const stages = createStages(loadResources());

function read(text: string): { places: readonly Place[]; sides: readonly { start: number; end: number }[] } {
  const document = bareDocument(text, 'article');
  const cleaned = stages.clean(document);
  const segmented = stages.segment(document, cleaned);
  const mentions = stages.mention(document, cleaned, segmented);
  const { places } = stages.interpret(document, cleaned, segmented, mentions, { statements: [], notes: [] });
  const sided = new Set(
    mentions.mentioned.referents.filter((r) => r.party !== null || r.kind === 'group').map((r) => r.id),
  );
  const sides = mentions.mentioned.mentions
    .filter((m) => m.form === 'name' && m.referent !== null && sided.has(m.referent))
    .map((m) => m.span);
  return { places, sides };
}

const percent = (part: number, of: number): string => (of === 0 ? '-' : ((100 * part) / of).toFixed(1));
const regions = new Intl.DisplayNames('en', { type: 'region' });

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean' }, part: { type: 'string' } },
});
if (positionals.length === 0) {
  console.error(
    'node eval/toponyms.ts FILE... [--misses]\nEach FILE is a set of toponyms in the XML of LGL or GeoVirus.',
  );
  process.exit(2);
}
for (const path of positionals) {
  let [all, found, exact, sides, fixed, located, near, told, country, read_, extra] = Array<number>(11).fill(0) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const articles = readArticles(readFileSync(path, 'utf8'));
  articles.forEach(({ text, toponyms }, i) => {
    if (values.part !== undefined && i % 2 !== Number(values.part)) return;
    const ours = read(text);
    const miss = (what: string, t: { start: number; end: number }, rest: string): void => {
      if (values.misses)
        console.log(
          `${what}\t${i}\t${rest}\t${text.slice(Math.max(0, t.start - 50), t.start).replace(/\s+/gu, ' ')}[[${text.slice(t.start, t.end)}]]${text.slice(t.end, t.end + 40).replace(/\s+/gu, ' ')}`,
        );
    };
    for (const t of toponyms) {
      all++;
      let best: Place | null = null;
      for (const p of ours.places)
        for (const s of p.spans)
          if (s.start < t.end && t.start < s.end && (!best || (s.start === t.start && s.end === t.end))) best = p;
      if (t.latitude !== null) fixed++;
      if (!best) {
        const side = ours.sides.some((s) => s.start < t.end && t.start < s.end);
        if (side) sides++;
        miss(side ? 'side' : 'missed', t, t.country ?? '');
        continue;
      }
      found++;
      if (best.spans.some((s) => s.start === t.start && s.end === t.end)) exact++;
      if (t.latitude === null) continue;
      if (best.latitude === null) {
        miss('unfixed', t, `${best.entry} ${t.country ?? ''}`);
        continue;
      }
      located++;
      const far = kilometres([best.latitude, best.longitude!], [t.latitude, t.longitude!]);
      if (far <= NEAR) near++;
      else
        miss('far', t, `${Math.round(far)} km ${best.entry} ${best.country} ${t.latitude},${t.longitude} ${t.country}`);
      if (t.country !== null) {
        told++;
        if (best.country !== null && regions.of(best.country) === t.country) country++;
      }
    }
    for (const p of ours.places)
      for (const s of p.spans) {
        read_++;
        if (!toponyms.some((t) => s.start < t.end && t.start < s.end)) {
          extra++;
          miss('extra', s, p.entry ?? '-');
        }
      }
  });
  console.log(
    `${path}: ${all} toponyms; found ${percent(found, all)} (the same words ${percent(exact, all)}), as sides ${percent(sides, all)}; ` +
      `precision ${percent(read_ - extra, read_)}; with coordinates ${percent(located, found)} of those found, within ${NEAR} km ${percent(near, located)} of these, ` +
      `of all toponyms with coordinates ${percent(near, fixed)}; country ${percent(country, told)}`,
  );
}
