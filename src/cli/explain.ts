import { loadIngestLexicon } from '../data/ingest.ts';
import { loadResources } from '../data/load.ts';
import { oneLine } from '../export/harmless.ts';
import { jsonLine } from '../export/json-lines.ts';
import { originOf } from '../export/words.ts';
import { ingest } from '../ingest/ingest.ts';
import { createReader } from '../reading.ts';
import type { Document, Span } from '../record.ts';
import { span } from '../text/span.ts';
import { textValue, WrongUse, wholeNumber } from './arguments.ts';
import { loadCatalogue } from './catalogue.ts';
import { DONE, FAILED, type Given, type Run } from './command.ts';
import { covering } from './covering.ts';
import { issueNamesOf } from './issues.ts';
import { clip } from './terminal/wrap.ts';
import { viewOfExplanation } from './view/explanation.ts';

/** How the user says which place is meant. */
type Wanted =
  | { readonly by: 'find'; readonly words: string }
  | { readonly by: 'offset'; readonly at: number; readonly length: number; readonly words: string | null };

/** The most other places that are listed where words stand several times. */
const OTHERS = 5;

/** Words, with any white space between them and straight or curly quotation marks alike. */
function pattern(words: string): RegExp {
  const source = words
    .trim()
    .split(/\s+/)
    .map((w) =>
      w
        .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
        .replace(/['‘’]/g, "['‘’]")
        .replace(/["“”]/g, '["“”]'),
    )
    .join('\\s+');
  return new RegExp(source, 'gu');
}

function wanted(given: Given): Wanted {
  const find = textValue(given, 'find');
  const at = wholeNumber(given, 'at', 0);
  const length = wholeNumber(given, 'length', 1);
  const words = textValue(given, 'words');
  if (find !== null) {
    if (at !== null || length !== null || words !== null) {
      throw new WrongUse('--find stands alone: it takes the place of --at, --length and --words.');
    }
    if (find.trim() === '') throw new WrongUse('--find needs some words.');
    return { by: 'find', words: find };
  }
  if (at === null) throw new WrongUse('explain needs a place: --at OFFSET or --find WORDS.');
  if (length !== null && words !== null) throw new WrongUse('Give --length or --words, not both.');
  if (words?.trim() === '') throw new WrongUse('--words needs some words.');
  return { by: 'offset', at, length: length ?? 1, words };
}

/** The place in a text, and the other places where the same words stand. Throws `WrongUse` where it is not there. */
export function placeOf(text: string, want: Wanted): { place: Span; others: readonly number[] } {
  if (want.by === 'find') {
    const matches: RegExpExecArray[] = [];
    for (const match of text.matchAll(pattern(want.words))) {
      if (matches.push(match) > OTHERS + 1) break;
    }
    const [first, ...others] = matches;
    if (!first) throw new WrongUse(`The report does not hold these words: ${oneLine(want.words)}`);
    return { place: span(first.index, first.index + first[0].length), others: others.map((m) => m.index) };
  }
  const { at, length, words } = want;
  if (at >= text.length) throw new WrongUse(`The report ends at ${text.length}; there is nothing at ${at}.`);
  if (words === null) return { place: span(at, Math.min(text.length, at + length)), others: [] };
  const match = new RegExp(pattern(words).source, 'uy');
  match.lastIndex = at;
  const found = match.exec(text);
  if (!found) throw new WrongUse(`At ${at} stands “${clip(oneLine(text.slice(at, at + 200)), 50)}”, not these words.`);
  return { place: span(at, at + found[0].length), others: [] };
}

/** The one report that FILE and --line name. */
async function reportOf(path: string, line: number | null): Promise<Document | { readonly failed: string }> {
  let only: Document | null = null;
  for await (const source of ingest([path], { lexicon: loadIngestLexicon })) {
    if ('failure' in source) {
      if (line !== null && source.failure.line !== null && source.failure.line !== line) continue;
      return { failed: `${originOf(source.failure)}: ${oneLine(source.failure.message)}` };
    }
    const { document } = source;
    if (line !== null) {
      if (document.origin.line === line) return document;
      continue;
    }
    if (only) {
      throw new WrongUse(
        document.origin.line === null
          ? 'explain takes one report: name a file, not a folder.'
          : 'This file holds several reports: say which with --line N.',
      );
    }
    only = document;
  }
  return only ?? { failed: line === null ? 'There is no report in it.' : `There is no report on line ${line}.` };
}

/** `rapporteur explain FILE --at OFFSET | --find WORDS` */
export const explain: Run = async (given, terminal) => {
  const want = wanted(given);
  const screen = terminal.screen(wholeNumber(given, 'width', 30));
  const line = wholeNumber(given, 'line', 1);
  const [path, ...more] = given.positionals;
  if (path === undefined || more.length > 0) throw new WrongUse('explain takes one FILE, or - for standard input.');

  const document = await reportOf(path, line);
  if ('failed' in document) {
    terminal.tell(`${terminal.errorScreen.paint.error('failed:')} ${document.failed}\n`);
    return FAILED;
  }
  const { place, others } = placeOf(document.text, want);
  const resources = loadResources();
  const reading = createReader(resources)(document);
  const found = covering(reading, place);
  if (given.values['json']) {
    await terminal.print(
      `${jsonLine({ document: reading.document, place, words: document.text.slice(place.start, place.end), ...found })}\n`,
    );
    return DONE;
  }
  await terminal.print(
    viewOfExplanation(document, reading, place, found, loadCatalogue(), screen, issueNamesOf(resources)),
  );
  if (others.length > 0) {
    const list = `${others.slice(0, OTHERS).join(', ')}${others.length > OTHERS ? ' and on' : ''}`;
    await terminal.print(`\nThese words stand elsewhere too: --at ${list}.\n`);
  }
  return DONE;
};
