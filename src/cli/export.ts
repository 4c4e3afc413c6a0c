import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBelow } from '../export/archive/check.ts';
import { archiveOf } from '../export/archive/write.ts';
import { annotationsOf, geojsonOf, linesOf, ploverLines, tablesOf } from '../export/forms/forms.ts';
import { oneLine } from '../export/harmless.ts';
import { count } from '../export/words.ts';
import { textValue, WrongUse } from './arguments.ts';
import { CASE_FILE } from './case/folder.ts';
import { issueNamesFor } from './case/issue-names.ts';
import { onlyOf } from './case/narrowing.ts';
import { type OpenedCase, withCase } from './case/open.ts';
import { writeTo, writeWhole } from './case/output.ts';
import { DONE, type Run } from './command.ts';
import { loadPloverMapping } from './plover-mapping.ts';

const FORMS = ['csv', 'jsonl', 'geojson', 'annotations', 'plover', 'archive'] as const;

/** What lies in the folder of a case besides the record. Maps that are not there, or not below it, are left out. */
const partsOf = ({ folder, file }: OpenedCase) => ({
  yaml: readFileSync(join(folder, CASE_FILE), 'utf8'),
  maps: file.maps
    .filter((name) => isBelow(name) && existsSync(join(folder, name)))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
});

/** `rapporteur export --format FORM` */
export const exportCase: Run = async (given, terminal) => {
  if (given.positionals.length > 0) throw new WrongUse('export takes no paths; --out names the file to write.');
  const asked = textValue(given, 'format');
  const form = FORMS.find((f) => f === asked);
  if (!form) {
    throw new WrongUse(
      `export needs --format: ${FORMS.join(', ')}${asked === null ? '' : `, not ${JSON.stringify(oneLine(asked))}`}.`,
    );
  }
  const out = textValue(given, 'out');
  if (form === 'csv' && out === null)
    throw new WrongUse('csv is several tables: name a folder for them by --out FOLDER.');
  return withCase(given, 'fresh', async (opened) => {
    const { store, file, behind } = opened;
    const issues = issueNamesFor(file);
    const only = onlyOf(given, (await store.overview()).parties, issues);
    if (form === 'archive' && Object.keys(only).length > 0) throw new WrongUse('An archive is of the whole case.');
    if (behind !== null) terminal.tell(`${behind}\n`);
    switch (form) {
      case 'csv': {
        const tables = await tablesOf(store, only, issues);
        for (const { name, lines } of tables) await writeWhole(join(out!, name), lines);
        if (terminal.watched) terminal.tell(`${count(tables.length, 'table')} written to ${oneLine(out!)}.\n`);
        break;
      }
      case 'jsonl':
        await writeTo(out, linesOf(store, only), terminal);
        break;
      case 'geojson':
        await writeTo(out, geojsonOf(store, only, file), terminal);
        break;
      case 'annotations':
        await writeTo(out, annotationsOf(store, only), terminal);
        break;
      case 'plover':
        await writeTo(out, ploverLines(store, only, loadPloverMapping()), terminal);
        break;
      case 'archive':
        await writeTo(out, archiveOf(store, partsOf(opened)), terminal);
    }
    return DONE;
  });
};
