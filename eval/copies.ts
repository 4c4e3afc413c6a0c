/**
 * Scores the finding of copies: `node eval/copies.ts [--misses]`. Takes the real reports of ../shared/news, makes copies
 * of them with 0 to 40 % of the words changed, in five ways, and asks for the links of each copy in an index that holds
 * all reports and all copies of that share. A link is right when it leads to the report that was changed, or to one that
 * is its copy in truth. The reports are on two wars and their talks: what else is there is on the same topics.
 *
 * Found with 1,204 reports, 235 of them changed (share of words changed: precision, recall in percent):
 * 0: 99.9, 100.0; 5: 99.9, 100.0; 10: 99.8, 99.9; 15: 99.7, 99.7; 20: 99.6, 99.7; 25: 99.8, 99.1; 30: 99.8, 98.6;
 * 35: 99.6, 96.9; 40: 99.8, 93.5; all 10,575: 99.8, 98.6. One passage of 40 to 80 words in another report, recall:
 * 0: 98.0; 10: 97.9; 20: 95.2; 30: 76.5.
 */
import { parseArgs } from 'node:util';
import {
  type CopyLink,
  linksOf,
  newCopyIndex,
  type Provenance,
  sketchOf,
  type Text,
  type Words,
  wordsOf,
} from '../src/consolidate/copies/copies.ts';
import { loadResources } from '../src/data/load.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { createStages } from '../src/reading.ts';
import { CHANGES, changed, passageOf, randomOf, vocabularyOf } from './copies-made.ts';
import { shared } from './corpora.ts';

interface Report extends Text, Provenance {
  readonly path: string;
}

const SHARES = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4];
/** Reports that are changed: long enough to be one. */
const SHORTEST = 60;
const SAMPLED = 5;

const { values: options } = parseArgs({ options: { misses: { type: 'boolean' } } });
const folder = shared('news');
if (folder === null) {
  console.error('The reports are not on this machine: ../shared/news.');
  process.exit(2);
}

const stages = createStages(loadResources());
const reports: Report[] = [];
for await (const taken of ingest([folder])) {
  if (!('document' in taken)) continue;
  const { document } = taken;
  const { blocks, filing } = stages.clean(document);
  const agency = filing.agency && document.text.slice(filing.agency.start, filing.agency.end);
  reports.push({ ...document, blocks, agency, path: document.origin.path });
}
const words = new Map<string, Words>(reports.map((r) => [r.text_sha256, wordsOf(r)]));
const byId = new Map(reports.map((r) => [r.text_sha256, r]));
console.log(`${byId.size} reports`);

/** Reports that copy each other in truth, as far as a comparison of all with all in their week tells. */
const families = new Map<string, Set<string>>();
const familyOf = (id: string): Set<string> => {
  const known = families.get(id) ?? new Set([id]);
  families.set(id, known);
  return known;
};
const join = ({ original, copy }: CopyLink): void => {
  const all = new Set([...familyOf(original), ...familyOf(copy)]);
  for (const id of all) families.set(id, all);
};
const plain = newCopyIndex();
for (const id of byId.keys()) plain.add(sketchOf(byId.get(id)!, words.get(id)));
for (const id of byId.keys()) linksOf(plain, id, (other) => words.get(other)!).forEach(join);

const vocabulary = vocabularyOf(reports.map((r) => r.text));
const chosen = [...byId.values()]
  .filter((r) => words.get(r.text_sha256)!.count >= SHORTEST)
  .filter((_, i) => i % SAMPLED === 0);
console.log(`${chosen.length} of them changed, each in ${CHANGES.length} ways, for every share\n`);

/** The next day: a copy comes after what it copies. */
const after = (published: string | null): string | null =>
  published === null ? null : new Date(Date.parse(published.slice(0, 10)) + 86_400_000).toISOString().slice(0, 10);

/** A made copy as a report of its own. */
function madeOf(source: Report, text: string, name: string): Report {
  const blocks = stages.clean({
    ...source,
    text,
    origin: { path: name, line: null },
    language: 'en',
    notes: [],
    title: null,
    url: null,
  }).blocks;
  return {
    ...source,
    text,
    text_sha256: `${source.text_sha256}/${name}`,
    blocks,
    published: after(source.published),
    path: name,
  };
}

interface Score {
  made: number;
  found: number;
  links: number;
  right: number;
}

/** Adds made copies to all reports, and asks for their links. */
function score(made: readonly { readonly source: Report; readonly report: Report }[], label: string): Score {
  const index = newCopyIndex();
  for (const r of byId.values()) index.add(sketchOf(r, words.get(r.text_sha256)));
  const all = new Map(words);
  const sourceOf = new Map<string, string>();
  for (const { source, report } of made) {
    all.set(report.text_sha256, wordsOf(report));
    sourceOf.set(report.text_sha256, source.text_sha256);
    index.add(sketchOf(report, all.get(report.text_sha256)));
  }
  const tally: Score = { made: made.length, found: 0, links: 0, right: 0 };
  for (const { source, report } of made) {
    const links = linksOf(index, report.text_sha256, (id) => all.get(id)!).filter((l) => l.kind !== 'quotation');
    const family = familyOf(source.text_sha256);
    const isRight = ({ original }: CopyLink): boolean => family.has(sourceOf.get(original) ?? original);
    const right = links.filter(isRight);
    tally.links += links.length;
    tally.right += right.length;
    if (right.length > 0) tally.found += 1;
    if (!options.misses) continue;
    if (right.length === 0) console.log(`  missed ${label}: ${report.path} of ${source.path}`);
    for (const link of links.filter((l) => !isRight(l))) {
      console.log(
        `  wrong ${label}: ${report.path} of ${source.path} > ${byId.get(link.original)?.path ?? link.original}`,
      );
      for (const { original } of link.passages) {
        const from = byId.get(sourceOf.get(link.original) ?? link.original)!;
        if (from.text_sha256 === link.original) console.log(`    ${from.text.slice(original.start, original.end)}`);
      }
    }
  }
  return tally;
}

const percent = (part: number, whole: number): string =>
  (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)).padStart(6);
const line = (name: string, s: Score): string =>
  `${name.padEnd(14)} ${String(s.made).padStart(6)} ${percent(s.right, s.links)} ${percent(s.found, s.made)}`;
const add = (a: Score, b: Score): Score => ({
  made: a.made + b.made,
  found: a.found + b.found,
  links: a.links + b.links,
  right: a.right + b.right,
});
const NONE: Score = { made: 0, found: 0, links: 0, right: 0 };

console.log('share changed    made precision recall    recall by way of change');
let total = NONE;
for (const share of SHARES) {
  let row = NONE;
  const recalls: string[] = [];
  for (const way of CHANGES) {
    const made = chosen.map((source) => {
      const random = randomOf(`${source.text_sha256} ${way} ${share}`);
      return {
        source,
        report: madeOf(source, changed(source.text, way, share, vocabulary, random), `${way}-${share}`),
      };
    });
    const one = score(made, `${way} ${share}`);
    row = add(row, one);
    recalls.push(`${way} ${percent(one.found, one.made).trim()}`);
  }
  total = add(total, row);
  console.log(`${line(`${Math.round(share * 100)} %`, row)}    ${recalls.join(', ')}`);
}
console.log(`${line('all', total)}\n`);

console.log('One passage of a report (40 to 80 words) inside another on the same topic:');
for (const share of [0, 0.1, 0.2, 0.3]) {
  const made = chosen.flatMap((source, i) => {
    const random = randomOf(`${source.text_sha256} part ${share}`);
    const passage = passageOf(source.text, 40, 80, random);
    // A report that shares nothing with the source, so that all that is found comes from the passage.
    const host = chosen[(i + 7) % chosen.length]!;
    if (passage === null || familyOf(host.text_sha256).size > 1) return [];
    const words = changed(passage, 'mixed', share, vocabulary, random);
    const cut = host.text.indexOf('\n\n', host.text.length / 2);
    const at = cut < 0 ? host.text.length : cut;
    const text = `${host.text.slice(0, at)}\n\n${words}\n\n${host.text.slice(at)}`;
    return [{ source, report: madeOf(source, text, `part-${share}`) }];
  });
  console.log(line(`${share * 100} %`, scoreParts(made, share)));
}

function scoreParts(made: readonly { readonly source: Report; readonly report: Report }[], share: number): Score {
  let found = 0;
  for (const { source, report } of made) {
    const index = newCopyIndex();
    const [a, b] = [words.get(source.text_sha256)!, wordsOf(report)];
    index.add(sketchOf(source, a));
    index.add(sketchOf(report, b));
    const link = linksOf(index, report.text_sha256, (id) => (id === source.text_sha256 ? a : b))[0];
    if (link && link.kind !== 'quotation') found += 1;
    else if (options.misses) console.log(`  missed part ${share}: ${source.path}`);
  }
  return { made: made.length, found, links: 0, right: 0 };
}
