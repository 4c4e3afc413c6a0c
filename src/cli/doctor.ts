import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyRow } from '../export/case/record-of.ts';
import { harmless, oneLine } from '../export/harmless.ts';
import { jsonLine } from '../export/json-lines.ts';
import { count } from '../export/words.ts';
import { textValue, WrongUse } from './arguments.ts';
import { caseFolder, readCaseFile } from './case/folder.ts';
import { issueNamesFor } from './case/issue-names.ts';
import { openFolder, openStoreOf } from './case/open.ts';
import { DONE, FAILED, type Run } from './command.ts';
import { hang } from './terminal/wrap.ts';

/** Something that needs to be done. */
interface Finding {
  /** Stable: `file`, `case-file`, `map`, `read-again`, `judgement`. */
  readonly code: string;
  readonly message: string;
}

/** Faults of `case.yaml` and of the files that it names. */
function ofCaseFile(folder: string): Finding[] {
  let file: ReturnType<typeof readCaseFile>;
  try {
    file = readCaseFile(folder);
    issueNamesFor(file);
  } catch (error) {
    return [{ code: 'case-file', message: (error as Error).message }];
  }
  return file.maps.flatMap((map): Finding[] => {
    const path = join(folder, map);
    const wrong = (what: string): Finding[] => [{ code: 'map', message: `The map ${oneLine(map)} ${what}` }];
    if (!existsSync(path)) return wrong('is not there. Put it beside case.yaml, or take its name out.');
    try {
      const { type } = JSON.parse(readFileSync(path, 'utf8')) as { type?: unknown };
      return type === 'FeatureCollection' || type === 'Feature'
        ? []
        : wrong('is no GeoJSON: it holds neither a FeatureCollection nor a Feature.');
    } catch (error) {
      return wrong(`cannot be read (${oneLine((error as Error).message)}).`);
    }
  });
}

/** `rapporteur doctor` */
export const doctor: Run = async (given, terminal) => {
  if (given.positionals.length > 0) throw new WrongUse('doctor takes the folder of a case by --case FOLDER.');
  const folder = caseFolder(textValue(given, 'case'), process.cwd());
  const found = ofCaseFile(folder);
  const sound: string[] = [];
  if (!found.some((f) => f.code === 'case-file')) {
    sound.push('case.yaml is well formed.');
    if (given.values['unlock'] === true) await (await openStoreOf(folder, readCaseFile(folder), false, true)).close();
    const { store } = await openFolder(folder, 'look');
    try {
      const faults = await store.check();
      found.push(...faults.map((message) => ({ code: 'file', message })));
      if (faults.length === 0) sound.push('case.db is sound.');
      let reports = 0;
      let old = 0;
      let held: string[] = [];
      const ask = async (): Promise<void> => {
        old += held.length - (await store.known(held)).size;
        held = [];
      };
      for await (const { id } of everyRow((filter) => store.reports(filter))) {
        reports++;
        held.push(id);
        if (held.length >= 500) await ask();
      }
      await ask();
      if (old > 0) {
        found.push({
          code: 'read-again',
          message: `${count(old, 'report')} of ${reports.toLocaleString('en')} ${old === 1 ? 'was' : 'were'} read by another version, or with other issues. Read them again: rapporteur add --again`,
        });
      } else sound.push(`${count(reports, 'report')} read by this version.`);
      let lost = 0;
      let judgements = 0;
      for await (const row of everyRow((page) => store.judgements(page))) {
        judgements++;
        if (!row.anchored && row.undone === null) lost++;
      }
      if (lost > 0) {
        found.push({
          code: 'judgement',
          message: `${count(lost, 'judgement')} of ${judgements.toLocaleString('en')} ${lost === 1 ? 'is' : 'are'} about words that are not in the newest readings. rapporteur log says which.`,
        });
      } else if (judgements > 0) sound.push(`${count(judgements, 'judgement')}, each with its words in place.`);
    } finally {
      await store.close();
    }
  }
  if (given.values['json'] === true) await terminal.print(`${jsonLine({ folder, found, sound })}\n`);
  else {
    const screen = terminal.screen();
    const lines = [
      ...sound.map((s) => hang(harmless(s), screen.width, '  ')),
      ...found.map((f) => hang(`${screen.paint.warning('to do:')} ${harmless(f.message)}`, screen.width, '  ', '    ')),
    ];
    await terminal.print(`${lines.join('\n')}\n`);
  }
  return found.length > 0 ? FAILED : DONE;
};
