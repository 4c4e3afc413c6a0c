/**
 * Whether a shared case survives what happens to machines: `node bench/survive.ts [REPORTS] [PORTIONS] [OUTAGE] [SEED]` (10000,
 * 30, 60 seconds, 1). Reports are given to a desk with PostgreSQL, NATS and two workers; meanwhile all of these are killed by
 * SIGKILL, workers are frozen, and the network between them and the servers is cut. At the end each report must be there once, and the
 * exports must be, byte for byte, those of the same reports added by one process on one machine.
 *
 * Needs PostgreSQL, nats-server, and, to cut a network, the right to make network namespaces (root on Linux).
 */
import { fileURLToPath } from 'node:url';
import { noNamespaces, runApart } from '../test/survive/namespaces.ts';
import { survive } from '../test/survive/survive.ts';

const [reports = '10000', portions = '30', outage = '60', seed = '1', servers] = process.argv.slice(2);
const why = servers === undefined ? noNamespaces() : false;
if (servers === undefined && !why) {
  process.exitCode = await runApart(fileURLToPath(import.meta.url), [reports, portions, outage, seed]);
} else {
  if (why) console.error(`No network is cut: ${why}.`);
  const result = await survive({
    reports: Number(reports),
    portions: Number(portions),
    outage: Number(outage),
    seed: Number(seed),
    servers: servers ?? null,
    tell: (words) => console.error(words),
  });
  console.log(JSON.stringify(result));
  const { same, dead, doctor } = result;
  process.exitCode = Object.values(same).every(Boolean) && dead === 0 && doctor === 'sound' ? 0 : 1;
}
