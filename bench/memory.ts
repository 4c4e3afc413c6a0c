import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { MAIN } from './startup.ts';

/** Memory of a process in megabytes: what it holds now, and the most it ever held. Linux only; else not a number. */
function memoryOf(pid: number): { now: number; peak: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (key: string): number => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
    return { now: kilobytes('VmRSS') / 1024, peak: kilobytes('VmHWM') / 1024 };
  } catch {
    return { now: Number.NaN, peak: Number.NaN };
  }
}

export interface Streamed {
  readonly peak: number;
  readonly atEnd: number;
  readonly seconds: number;
}

/**
 * Streams `count` reports through `rapporteur read - --json` and measures its memory while it works. The texts are
 * taken in turn, each with its number in front, so that no two reports are the same. `onTenth` hears what it holds each time
 * another tenth of them was given.
 */
export async function memoryOver(
  texts: readonly string[],
  count: number,
  { jobs = 1, onTenth }: { jobs?: number; onTenth?: (given: number, now: number, seconds: number) => void } = {},
): Promise<Streamed> {
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, 'read', '-', '--json', '--quiet', '--jobs', String(jobs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdout.resume();
  const tenth = Math.ceil(count / 10);
  let last = { now: Number.NaN, peak: Number.NaN };
  const look = setInterval(() => {
    const seen = memoryOf(child.pid!);
    if (seen.peak > 0) last = seen;
  }, 50);
  const closed = once(child, 'close');
  for (let i = 0; i < count; i++) {
    const line = `${JSON.stringify({ text: `${i}. ${texts[i % texts.length]!}` })}\n`;
    if (!child.stdin.write(line)) await once(child.stdin, 'drain');
    if ((i + 1) % tenth === 0) onTenth?.(i + 1, memoryOf(child.pid!).now, (performance.now() - began) / 1000);
  }
  child.stdin.end();
  await closed;
  clearInterval(look);
  return { peak: last.peak, atEnd: last.now, seconds: (performance.now() - began) / 1000 };
}
