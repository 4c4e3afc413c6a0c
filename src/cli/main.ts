#!/usr/bin/env node
/** The `rapporteur` command. */
import * as module from 'node:module';
import * as v8 from 'node:v8';

// Node keeps our compiled code in its temporary folder, which spares the next call half of its start. It holds nothing
// of what is read. All else is imported only after this.
module.enableCompileCache?.();
const args = process.argv.slice(2);
(await import('./quick/quick.ts')).startQuickly(args);
// Our patterns are long, and most are tried a few times in a report: to make machine code of one costs more than to run
// it so often by steps. V8 makes it after the first run unless told otherwise.
v8.setFlagsFromString('--regexp-tier-up-ticks=20');
await (await import('./program.ts')).runProgram(args);
