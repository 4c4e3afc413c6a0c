/** Runs the commands of docs/operate.md as they stand, in a network of its own: all ports are free, and nothing else is reached. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { postgresServer } from '../src/store/postgres/testing.ts';
import { HERE } from './place.ts';
import { ROOT } from './sources.ts';

const PAGE = readFileSync(join(ROOT, 'docs/operate.md'), 'utf8');
const commands = [...PAGE.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((found) => found[1]!).join('\n');

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-operate-'));
const bin = join(folder, 'bin');
mkdirSync(bin);
writeFileSync(join(bin, 'rapporteur'), `#!/bin/sh\nexec ${process.execPath} ${join(ROOT, 'src/cli/main.ts')} "$@"\n`);
chmodSync(join(bin, 'rapporteur'), 0o755);
const work = join(folder, 'work');
mkdirSync(work);
cpSync(join(ROOT, 'examples/keld-strait/reports'), join(work, 'reports'), { recursive: true });

const server = await postgresServer(HERE, 5432);
try {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE ROLE rapporteur LOGIN CREATEDB');
  await client.end();
  const { PATH, HOME } = process.env;
  // What a command leaves running is ended with the shell, however it ends.
  const script = `set -euo pipefail\ntrap 'kill -9 $(jobs -p) 2> /dev/null || true' EXIT\nset -x\n${commands}`;
  const { status, error } = spawnSync('bash', ['-c', script], {
    cwd: work,
    env: { PATH: `${bin}:${PATH}`, HOME },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 420_000,
  });
  if (error) console.error(String(error));
  process.exitCode = status ?? 1;
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
