/** The forms in which `rapporteur read` prints what it read. */

import { dossierOf, type IssueNames, type Reported } from '../export/dossier/dossier.ts';
import { markdownOf } from '../export/dossier/markdown.ts';
import { oneLine } from '../export/harmless.ts';
import { jsonLine } from '../export/json-lines.ts';
import { ploverHead, ploverOf } from '../export/plover/plover.ts';
import { textValue, WrongUse } from './arguments.ts';
import type { Given } from './command.ts';
import { loadPloverMapping } from './plover-mapping.ts';
import type { Screen } from './terminal/paint.ts';
import { viewOfDossier } from './view/dossier.ts';
import { viewOfReading } from './view/reading.ts';

/** Prints readings in one form: something before the first, for each, and after the last. */
export interface Format {
  /** Whether a person reads it on a screen: then notes are part of it, and blank lines part the reports. */
  readonly forPeople: boolean;
  readonly head: () => string;
  readonly each: (reported: Reported) => string;
  readonly tail: () => string;
}

export const FORMATS = ['text', 'md', 'json', 'plover'] as const;
const NOTHING = (): string => '';

/** The form asked for. @throws {WrongUse} where there is none such, or two are asked for. */
export function formatOf(given: Given, screen: Screen, issues: () => IssueNames): Format {
  const asked = textValue(given, 'format');
  const json = given.values['json'] === true;
  const together = given.values['together'] === true;
  if (json && asked !== null && asked !== 'json') throw new WrongUse('Give --json or --format, not both.');
  const form = FORMATS.find((f) => f === (json ? 'json' : (asked ?? 'text')));
  if (!form) throw new WrongUse(`--format takes ${FORMATS.join(', ')}, not ${JSON.stringify(oneLine(asked ?? ''))}.`);
  if (together && (form === 'json' || form === 'plover'))
    throw new WrongUse(`--together goes with text and md: ${form} gives a line for each record.`);
  if (form === 'json')
    return { forPeople: false, head: NOTHING, each: ({ reading }) => `${jsonLine(reading)}\n`, tail: NOTHING };
  if (form === 'plover') {
    const mapping = loadPloverMapping();
    return {
      forPeople: false,
      head: ploverHead,
      each: ({ document, reading }) => ploverOf(document, reading, mapping),
      tail: NOTHING,
    };
  }
  if (form === 'text' && !together)
    return {
      forPeople: true,
      head: NOTHING,
      each: ({ document, reading }) => viewOfReading(document, reading, screen, issues()),
      tail: NOTHING,
    };
  const all: Reported[] = [];
  return {
    forPeople: false,
    head: NOTHING,
    each: (reported) => {
      all.push(reported);
      return '';
    },
    tail: () => {
      const dossier = dossierOf(all, issues());
      return form === 'md' ? markdownOf(dossier) : viewOfDossier(dossier, screen);
    },
  };
}
