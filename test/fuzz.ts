/**
 * Breaks files of every format at random and reads them: nothing may be thrown, hang or come out without a word.
 * `node test/fuzz.ts [COUNT] [SEED] [NAME]` tries COUNT inputs (20,000) over all formats, or over one of them, and prints
 * what reading came to, the slowest inputs, and any input that broke a reader, as base64 for a test. The same seed gives
 * the same inputs.
 */
import { LIMITS } from '../src/ingest/formats/limits.ts';
import { read, SAMPLES, type Taken } from '../src/ingest/formats/testing.ts';

const MB = 1024 * 1024;
/** Small, so that what unpacks to much is met early. */
const limits = { ...LIMITS, page: MB, document: 4 * MB, member: 4 * MB, unpacked: 4 * MB, entries: 10_000 };

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Bytes that mean something to a parser of some format. */
const loaded = [
  '\0',
  '\xff\xfe',
  '<',
  '</',
  '<![CDATA[',
  ']]>',
  '<!--',
  '"',
  '""',
  '\r\n\r\n',
  '\n\n',
  '&#x110000;',
  '&#0;',
  '%PDF-',
  'PK\x03\x04',
  '\x1f\x8b',
  'endobj',
  '>>',
  '0 0 R',
  '99999999999999999999',
  '-1',
  '{',
  '}',
  '[',
  ',',
  '--',
  '=?utf-8?b?',
  'charset=utf-7',
  'Content-Length: 1e9\r\n',
];

/** A broken copy of some bytes: one to eight changes. */
export function broken(bytes: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  let out = Buffer.from(bytes);
  const below = (n: number): number => Math.floor(random() * n);
  for (let n = 1 + below(8); n > 0; n--) {
    const at = below(out.length + 1);
    const length = 1 + below(random() < 0.2 ? 2000 : 20);
    switch (below(7)) {
      case 0:
        if (at < out.length) out[at] = out[at]! ^ (1 << below(8));
        break;
      case 1:
        if (at < out.length) out[at] = below(256);
        break;
      case 2:
        out = Buffer.concat([out.subarray(0, at), out.subarray(at + length)]);
        break;
      case 3:
        out = Buffer.concat([out.subarray(0, at), out.subarray(at, at + length), out.subarray(at)]);
        break;
      case 4:
        out = Buffer.concat([
          out.subarray(0, at),
          Buffer.from(loaded[below(loaded.length)]!, 'latin1'),
          out.subarray(at),
        ]);
        break;
      case 5: {
        const from = below(other.length);
        out = Buffer.concat([out.subarray(0, at), other.subarray(from, from + length), out.subarray(at)]);
        break;
      }
      default:
        if (random() < 0.3) out = out.subarray(0, at);
    }
  }
  return out;
}

/** What is wrong with how bytes were read; `null` where nothing is. */
export async function faultOf(bytes: Uint8Array, name: string): Promise<{ fault: string | null; taken: Taken | null }> {
  try {
    const taken = await read(bytes, name, { limits });
    for (const { text, origin } of taken.documents) {
      if (typeof text !== 'string' || origin.path !== name) return { fault: 'a report without text or origin', taken };
    }
    for (const { code, message } of taken.failures) {
      if (code === '' || !/[.!?)]$/u.test(message))
        return { fault: `a failure without words: ${code} ${message}`, taken };
    }
    const silent = taken.documents.length + taken.failures.length + taken.notices.length === 0;
    return { fault: silent ? 'nothing came of it, and nothing was said' : null, taken };
  } catch (error) {
    return { fault: `thrown: ${(error as Error).stack}`, taken: null };
  }
}

async function main(): Promise<void> {
  const [count, seed] = [Number(process.argv[2] ?? 20_000), Number(process.argv[3] ?? 1)];
  const names = Object.keys(SAMPLES).filter((name) => !process.argv[4] || name === process.argv[4]);
  const random = randomOf(seed);
  const tally = new Map<string, number>();
  let slowest = { time: 0, name: '', number: 0 };
  let faults = 0;
  const began = performance.now();
  for (let i = 0; i < count; i++) {
    const name = names[i % names.length]!;
    const other = SAMPLES[names[Math.floor(random() * names.length)]!]!;
    const bytes = broken(SAMPLES[name]!, other, random);
    // The name says the format, another one, or nothing.
    const given = random() < 0.7 ? name : random() < 0.5 ? names[Math.floor(random() * names.length)]! : '';
    const start = process.cpuUsage();
    const { fault, taken } = await faultOf(bytes, given);
    // Time of the processor: on a busy machine, the clock tells of others.
    const { user, system } = process.cpuUsage(start);
    const time = (user + system) / 1000;
    if (time > slowest.time) slowest = { time, name, number: i };
    for (const { code } of taken?.failures ?? []) tally.set(code, (tally.get(code) ?? 0) + 1);
    tally.set('reports', (tally.get('reports') ?? 0) + (taken?.documents.length ?? 0));
    if (fault || time > 2000) {
      faults++;
      console.log(
        `${i} ${name} as "${given}", ${Math.round(time)} ms: ${fault ?? 'slow'}\n  ${Buffer.from(bytes).toString('base64').slice(0, 20_000)}`,
      );
    }
  }
  const seconds = (performance.now() - began) / 1000;
  console.log(`${count} inputs, seed ${seed}, ${seconds.toFixed(0)} s, ${faults} faults`);
  console.log(`slowest: ${Math.round(slowest.time)} ms, ${slowest.name}, input ${slowest.number}`);
  console.log(
    [...tally]
      .sort((a, b) => b[1] - a[1])
      .map(([code, n]) => `${code} ${n}`)
      .join(', '),
  );
}

if (import.meta.main) await main();
