/**
 * Scores the program against readings made by hand: `npm run eval [-- OPTIONS]`. The samples are always there; what lies
 * in ../shared is scored where it is present. Exit status: 0, 1 where a figure fell below its floor, 2 for wrong use.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadResources } from '../src/data/load.ts';
import { CORPORA, type Corpus } from './corpora.ts';
import { holdTo, parseFloors, raise, writeFloors } from './floors.ts';
import { measure, readersOf } from './measure.ts';
import { showFaults, showMisses } from './misses.ts';
import { asJson, showMeasured } from './show.ts';

const FLOORS = fileURLToPath(new URL('floors.json', import.meta.url));

const HELP = `npm run eval [-- OPTIONS]

Scores what is read against readings made by hand, and holds the figures to eval/floors.json.

  --only NAME   score this alone; may be given again. NAME is one of:
                  samples   gold readings of eight sample reports
                  gold      gold readings of real reports (../shared/gold)
                  fresh     our own readings of other real reports (eval/readings, of ../shared/news)
                  unheard   our own short reports on parties that nobody has heard of (eval/unheard)
                  polnear   PolNeAR dev: who said what, by other readers (../shared/polnear)
                  exact     every span of every report is a slice of it (samples, ../shared/news)
  --misses      also list what was missed, what was read and is not there, and what was read otherwise;
                never of the part that is kept aside
  --json        the figures as JSON
  --raise       raise the floors to today's figures, less the slack that floors.json names; none is lowered
  --help        this
`;

function optionsOf(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', multiple: true },
      misses: { type: 'boolean' },
      json: { type: 'boolean' },
      raise: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const only = (values.only ?? CORPORA).map((name) => {
    if ((CORPORA as readonly string[]).includes(name)) return name as Corpus;
    throw new Error(`There is no corpus named "${name}". There are ${CORPORA.join(', ')}.`);
  });
  return { ...values, only };
}

let options: ReturnType<typeof optionsOf>;
try {
  options = optionsOf(process.argv.slice(2));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  process.exit(2);
}
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

let floors = parseFloors(readFileSync(FLOORS, 'utf8'));
const measured = await measure(readersOf(loadResources()), options.only);
if (options.raise) {
  floors = raise(floors, measured.columns);
  writeFileSync(FLOORS, writeFloors(floors));
}
const verdict = holdTo(floors, measured.columns);
if (options.json) console.log(asJson(measured, verdict));
else {
  if (options.misses) console.log(showMisses(measured.beside));
  if (measured.faults.length > 0) {
    const most = options.misses ? measured.faults.length : 10;
    console.log(`${measured.faults.length} records are not exact:\n${showFaults(measured.faults.slice(0, most))}`);
  }
  console.log(showMeasured(measured, verdict));
}
process.exitCode = verdict.broken.length > 0 ? 1 : 0;
