import { harmless, oneLine } from '../export/harmless.ts';
import { jsonLine } from '../export/json-lines.ts';
import { count, dateInWords } from '../export/words.ts';
import type { Hit, SearchRequest } from '../store/store.ts';
import { textValue, WrongUse, wholeNumber } from './arguments.ts';
import { issueNamesFor } from './case/issue-names.ts';
import { onlyOf } from './case/narrowing.ts';
import { withCase } from './case/open.ts';
import { DONE, type Run } from './command.ts';
import type { Screen } from './terminal/paint.ts';
import { hang } from './terminal/wrap.ts';

const KINDS = ['statement', 'position', 'talk', 'event', 'dispute', 'report'] as const;
const LIMIT = 20;
const PAGE = 500;

/** The words found, with those searched for marked, and who says them, where. */
function hitInWords(hit: Hit, { paint, width }: Screen): string {
  let at = 0;
  let words = '';
  for (const [start, end] of hit.found) {
    words += `${harmless(hit.words.slice(at, start).replace(/\s/g, ' '))}${paint.mark(harmless(hit.words.slice(start, end).replace(/\s/g, ' ')))}`;
    at = end;
  }
  words += harmless(hit.words.slice(at).replace(/\s/g, ' '));
  const { title, id } = hit.report;
  const outlet = hit.report.outlet ?? hit.report.agency;
  const day = hit.report.day ?? hit.report.filed;
  const who =
    hit.by === null
      ? null
      : oneLine(hit.by) + (hit.party !== null && hit.party !== hit.by ? ` (${oneLine(hit.party)})` : '');
  const where = [outlet, day && dateInWords(day), title].filter((x) => x !== null && x !== '').map((x) => oneLine(x!));
  const place = hit.spans[0] ? ` ${id.slice(0, 12)}@${hit.spans[0].start}` : ` ${id.slice(0, 12)}`;
  return [
    hang(`“${words}”`, width, '', '  '),
    hang(
      paint.quiet(
        `${[who, ...where].filter((x) => x !== null).join(', ')}; ${hit.kind}${hit.kind === 'report' ? '' : ` ${hit.id}`}${place}`,
      ),
      width,
      '    ',
    ),
  ].join('\n');
}

/** `rapporteur search WORDS...` */
export const search: Run = async (given, terminal) => {
  const words = given.positionals.join(' ').trim();
  if (words === '') throw new WrongUse('search needs words to look for.');
  const kind = textValue(given, 'kind');
  const known = KINDS.find((k) => k === kind);
  if (kind !== null && !known)
    throw new WrongUse(`--kind takes ${KINDS.join(', ')}, not ${JSON.stringify(oneLine(kind))}.`);
  const limit = wholeNumber(given, 'limit', 1) ?? LIMIT;
  const screen = terminal.screen(wholeNumber(given, 'width', 30));
  const json = given.values['json'] === true;
  const speaker = textValue(given, 'speaker');
  const outlet = textValue(given, 'outlet');
  return withCase(given, 'look', async ({ store, file }) => {
    const narrowed = textValue(given, 'party') !== null;
    const only = onlyOf(given, narrowed ? (await store.overview()).parties : [], issueNamesFor(file));
    let request: SearchRequest = {
      words,
      ...only,
      ...(known ? { kind: known } : {}),
      ...(speaker === null ? {} : { speaker }),
      ...(outlet === null ? {} : { outlet }),
    };
    let shown = 0;
    let total = 0;
    for (;;) {
      const page = await store.search({ ...request, limit: Math.min(PAGE, limit - shown) });
      total = page.total;
      for (const hit of page.rows) {
        if (json) await terminal.print(`${jsonLine(hit)}\n`);
        else await terminal.print(`${shown > 0 ? '\n' : ''}${hitInWords(hit, screen)}\n`);
        shown++;
      }
      if (page.next === null || shown >= limit) break;
      request = { ...request, after: page.next };
    }
    if (!json && total === 0) terminal.tell('Nothing was found.\n');
    else if (!json && total > shown)
      terminal.tell(`\n${count(shown, 'find')} of ${total.toLocaleString('en')}; --limit ${total} shows all.\n`);
    return DONE;
  });
};
