/** `node apart.ts SCRIPT [ARGS]`: runs a script in a network of its own. */
import { runApart } from './namespaces.ts';

const [script, ...args] = process.argv.slice(2);
process.exitCode = await runApart(script!, args);
