#!/usr/bin/env node
/** The `rapporteur` command. */
import * as module from 'node:module';

// Node keeps our compiled code in its temporary folder, which spares the next call half of its start. It holds nothing
// of what is read. All else is imported only after this.
module.enableCompileCache?.();
await import('./program.ts');
