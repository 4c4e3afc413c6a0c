/**
 * Whether a run told of every broken file with its cause: `node bench/big/compare-log.ts EXPECTED.tsv LOG.tsv`. The first is
 * what `make-folder.ts` wrote, the second what the run did. Prints how many of each cause there are in both; ends with 1
 * where they differ.
 */
import { readFileSync } from 'node:fs';

const [expected, log] = process.argv.slice(2);
if (!expected || !log) throw new Error('Give what is expected and what was logged.');
const rows = (path: string): (readonly [code: string, where: string])[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [line.split('\t')[0]!, line.split('\t')[1]!] as const);
const logged = rows(log).slice(1);
const wanted = rows(expected);

const causes = new Map<string, [made: number, told: number]>();
for (const [list, place] of [
  [wanted, 0],
  [logged, 1],
] as const) {
  for (const [code] of list) {
    const both = causes.get(code) ?? [0, 0];
    both[place]++;
    causes.set(code, both);
  }
}
console.log('cause'.padEnd(14), 'made'.padStart(6), 'told'.padStart(6));
for (const [code, [made, told]] of causes)
  console.log(code.padEnd(14), String(made).padStart(6), String(told).padStart(6));

const told = new Map<string, string>();
for (const [code, where] of logged) told.set(/^[^,]*/u.exec(where)![0], `${code}\t${where}`);
const missing = wanted.filter(([code, where]) => {
  const found = told.get(/^[^,]*/u.exec(where)![0]);
  return !found?.startsWith(`${code}\t${where}`);
});
for (const [code, where] of missing.slice(0, 20))
  console.log(`not told so: ${code} ${where} (${told.get(where) ?? 'nothing'})`);
console.log(`${wanted.length} made, ${logged.length} told, ${missing.length} not told as they should be.`);
process.exitCode = missing.length === 0 && logged.length === wanted.length ? 0 : 1;
