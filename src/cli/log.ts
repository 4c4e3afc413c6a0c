import type { Judgement, Target } from '../case.ts';
import { harmless, oneLine } from '../export/harmless.ts';
import { jsonLine } from '../export/json-lines.ts';
import { dateInWords } from '../export/words.ts';
import type { JudgementRow } from '../store/store.ts';
import { WrongUse, wholeNumber } from './arguments.ts';
import { withCase } from './case/open.ts';
import { DONE, type Run } from './command.ts';
import type { Screen } from './terminal/paint.ts';
import { hang } from './terminal/wrap.ts';

const LIMIT = 50;

const targetInWords = ({ kind, id, words }: Target): string =>
  `${kind} ${harmless(id)}${words === null ? '' : ` “${oneLine(words)}”`}`;

/** What a judgement does, in words. */
export function actionInWords({ action }: Judgement): string {
  switch (action.do) {
    case 'accept':
    case 'reject':
      return `${action.do} ${targetInWords(action.target)}`;
    case 'edit':
      return `edit ${targetInWords(action.target)}: ${Object.entries(action.set)
        .map(([field, value]) => `${oneLine(field)} = ${oneLine(JSON.stringify(value))}`)
        .join(', ')}`;
    case 'merge':
      return `merge ${action.targets.map(targetInWords).join(', ')}`;
    case 'split':
      return `split ${targetInWords(action.target)}: without ${action.away.map(oneLine).join(', ')}`;
    case 'note':
      return `note on ${targetInWords(action.target)}: ${oneLine(action.text)}`;
    case 'undo':
      return `undo ${harmless(action.judgement)}`;
  }
}

function rowInWords({ judgement, undone, anchored }: JudgementRow, { paint, width }: Screen): string {
  const { id, at, who, why } = judgement;
  const state = [
    undone === null ? null : paint.quiet(`Undone by ${undone}.`),
    anchored ? null : paint.warning('The words it is about are not in the newest reading; it waits until they are.'),
  ].filter((s) => s !== null);
  return [
    hang(`${paint.quiet(`${id}  ${dateInWords(at)}`)}  ${paint.name(oneLine(who))}`, width, ''),
    hang(actionInWords(judgement), width, '  ', '    '),
    ...(why === null ? [] : [hang(`Why: ${oneLine(why)}`, width, '  ', '    ')]),
    ...state.map((s) => hang(s, width, '  ')),
  ].join('\n');
}

/** `rapporteur log` */
export const log: Run = async (given, terminal) => {
  if (given.positionals.length > 0) throw new WrongUse('log takes nothing but options.');
  const limit = wholeNumber(given, 'limit', 1) ?? LIMIT;
  const screen = terminal.screen(wholeNumber(given, 'width', 30));
  const json = given.values['json'] === true;
  return withCase(given, 'look', async ({ store }) => {
    let after: string | null = null;
    let shown = 0;
    let total = 0;
    do {
      const page = await store.judgements({ limit: Math.min(500, limit - shown), after });
      total = page.total;
      for (const row of page.rows) {
        await terminal.print(json ? `${jsonLine(row)}\n` : `${shown > 0 ? '\n' : ''}${rowInWords(row, screen)}\n`);
        shown++;
      }
      after = page.next;
    } while (after !== null && shown < limit);
    if (!json && total === 0) terminal.tell('No judgement has been made in this case.\n');
    else if (!json && total > shown) terminal.tell(`\n${shown} of ${total}; --limit ${total} shows all.\n`);
    return DONE;
  });
};
