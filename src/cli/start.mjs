/**
 * The `rapporteur` command from a checkout. It is plain JavaScript, so that Node need not load what strips types before
 * its own cache of stripped and compiled files is on: that costs as much as all else that `--version` does.
 */
import * as module from 'node:module';

module.enableCompileCache?.();
await import('./main.ts');
