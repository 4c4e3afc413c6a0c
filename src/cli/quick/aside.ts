/**
 * What is put aside for the quick start: run by `node --build-snapshot`, it loads what reading a report needs and reads one
 * in each form, so that what Node translates when it is first used is there as well. When it is begun again, it runs
 * the command like any other start.
 */
import { readFileSync } from 'node:fs';
import * as v8 from 'node:v8';
import { keepResources } from '../../data/load.ts';
import { keepParsed } from '../../data/yaml.ts';
import { documentFromBytes } from '../../ingest/document.ts';
import { loadReader } from '../../run/reader.ts';
import { issueNamesFor } from '../case/issue-names.ts';
import { formatOf } from '../formats.ts';
import { runProgram } from '../program.ts';
import { screenOf } from '../terminal/paint.ts';

/** Reads samples as the commands do, but from memory: what is open cannot be put aside. */
function prepare(paths: readonly string[]): void {
  keepParsed();
  keepResources();
  const read = loadReader();
  const screen = screenOf({ isTTY: false } as NodeJS.WriteStream, {}, 80);
  const formats = [{}, { json: true }].map((values) =>
    formatOf({ values, lists: {}, positionals: [] }, screen, () => issueNamesFor({ issues: [] })),
  );
  for (const path of paths) {
    const document = documentFromBytes(readFileSync(path), { path, line: null });
    for (const format of formats) format.each({ document, reading: read(document) });
  }
}

const reports = (process.env['QUICK_REPORTS'] ?? '').split('\n');
v8.startupSnapshot.setDeserializeMainFunction(() => {
  v8.setFlagsFromString('--regexp-tier-up-ticks=20');
  const args = process.argv.slice(2);
  // Threads cannot be started from here; the readings are the same without.
  void runProgram(args[0] === 'read' ? [...args, '--jobs', '1'] : args);
});
prepare(reports);
