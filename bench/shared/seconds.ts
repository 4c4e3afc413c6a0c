import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts the time of processes. */
const TICKS = 100;

const fieldsOf = (pid: number): readonly string[] | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
};

/** Processor seconds of a process and of all that it has started, those that have ended too (Linux, proc(5)). */
export function secondsOf(pid: number): number {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const fields = fieldsOf(Number(name));
    if (!fields) continue;
    if (Number(name) === pid) for (const at of [11, 12, 13, 14]) ticks += Number(fields[at]);
    else if (Number(fields[1]) === pid) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / TICKS;
}
