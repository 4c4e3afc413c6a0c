import { extname } from 'node:path';
import { loadDossierWords } from '../data/words.ts';
import { briefOf, DOSSIER_FORMS, type DossierForm } from '../export/case/render.ts';
import { oneLine } from '../export/harmless.ts';
import { textValue, WrongUse } from './arguments.ts';
import { issueNamesFor } from './case/issue-names.ts';
import { onlyOf } from './case/narrowing.ts';
import { withCase } from './case/open.ts';
import { writeTo } from './case/output.ts';
import { DONE, type Given, type Run } from './command.ts';

/** The form asked for, or that which the end of the file's name tells. */
function formOf(given: Given, out: string | null): DossierForm {
  const asked = textValue(given, 'format') ?? (out === null ? null : extname(out).slice(1).toLowerCase());
  const form = DOSSIER_FORMS.find((f) => f === asked);
  if (form) return form;
  if (textValue(given, 'format') !== null)
    throw new WrongUse(`--format takes ${DOSSIER_FORMS.join(', ')}, not ${JSON.stringify(oneLine(asked ?? ''))}.`);
  return 'md';
}

/** `rapporteur dossier` */
export const dossier: Run = async (given, terminal) => {
  if (given.positionals.length > 0) throw new WrongUse('dossier takes no paths. Add reports by rapporteur add.');
  const out = textValue(given, 'out');
  const form = formOf(given, out);
  if (form === 'docx' && out === null && terminal.onScreen) {
    throw new WrongUse('A .docx file is nothing to look at on a screen. Give it a name: --out dossier.docx');
  }
  return withCase(given, 'fresh', async ({ store, file, behind }) => {
    const issues = issueNamesFor(file);
    const { parties } = await store.overview();
    const only = onlyOf(given, parties, issues);
    if (behind !== null) terminal.tell(`${behind}\n`);
    await writeTo(out, [await briefOf(store, { form, only, issues, words: loadDossierWords() })], terminal);
    return DONE;
  });
};
