/**
 * Whether a case stays whole however it is cut off: `node bench/kill.ts [TIMES] [PATHS]`. The adding of reports is killed
 * (SIGKILL) at random moments and started again, until it was killed so often; then it runs to its end. The case must hold
 * every report once, be sound, and be the same record that an undisturbed run gives.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLES } from '../src/cli/samples.ts';
import { MAIN } from './startup.ts';

const [times = '50', ...given] = process.argv.slice(2);
const paths = given.length > 0 ? given : [SAMPLES];
const home = mkdtempSync(join(tmpdir(), 'rapporteur-kill-'));

/** Runs the command to its end. */
function run(...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`rapporteur ${args.join(' ')}: ${status}\n${stderr}`);
  return stdout;
}

/** Kills the command after so many milliseconds; `false` where it was done before. */
const killed = (after: number, ...args: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), after);
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });

try {
  const calm = join(home, 'calm');
  const began = performance.now();
  run('init', '--quiet', '--name', 'Case', '--case', calm, ...paths);
  const whole = performance.now() - began;
  const wild = join(home, 'wild');
  run('init', '--quiet', '--name', 'Case', '--case', wild, SAMPLES.replace(/reports$/, 'README.md'));
  let cut = 0;
  let done = 0;
  while (cut + done < Number(times)) {
    if (await killed(200 + Math.random() * whole, 'add', '--quiet', '--case', wild, ...paths)) cut++;
    else {
      // All in: begin anew, so that the next kill finds something to cut off.
      done++;
      rmSync(wild, { recursive: true });
      run('init', '--quiet', '--name', 'Case', '--case', wild, SAMPLES.replace(/reports$/, 'README.md'));
    }
  }
  run('add', '--quiet', '--case', wild, ...paths);
  run('add', '--quiet', '--case', calm, SAMPLES.replace(/reports$/, 'README.md'));
  // Parties are set by hand in neither: the same case file in both.
  for (const folder of [calm, wild]) writeFileSync(join(folder, 'case.yaml'), 'name: Case\n');
  run('doctor', '--case', wild);
  const [a, b] = [calm, wild].map((folder) => run('export', '--case', folder, '--format', 'jsonl'));
  if (a !== b) throw new Error('The record differs from that of an undisturbed run.');
  console.log(
    `Killed ${cut} times (${done} runs were done before): every report once, the file sound, the same record.`,
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}
