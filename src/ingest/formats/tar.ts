import { IngestError } from '../error.ts';
import { isReportName } from '../paths.ts';
import { Bytes } from './bytes.ts';
import { tooDeep } from './gzip.ts';
import { latin } from './mime.ts';
import { type Context, type FileContext, failureAt, inside, partOf, type Source, type Taken } from './reader.ts';
import { isTarHead } from './sniff.ts';

const BLOCK = 512;

const wordsOf = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0);
  return new TextDecoder('utf-8').decode(end < 0 ? bytes : bytes.subarray(0, end));
};

/** A size: octal digits, or base 256 where the first bit is set (as GNU tar writes large ones). */
function sizeOf(field: Uint8Array): number {
  if (field[0]! & 0x80) {
    let size = 0;
    for (const b of field.subarray(1)) size = size * 256 + b;
    return size;
  }
  const digits = latin(field).replace(/[\0 ]+/gu, '');
  return digits === '' ? 0 : /^[0-7]+$/u.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

/** The path in a pax head: records `12 path=a/b.txt\n`, each with its own length. */
function paxPath(bytes: Uint8Array): string | null {
  return /(?:^|\n)\d+ path=([^\n]*)\n/u.exec(new TextDecoder('utf-8').decode(bytes))?.[1] ?? null;
}

/**
 * Tar archives (POSIX pax and ustar, GNU), one member after another. Only members that are files are read; nothing is
 * ever written, so a path in it can lead nowhere.
 */
export async function* readTar(source: Source, context: FileContext): AsyncGenerator<Taken> {
  if (source.depth >= context.budget.limits.depth) {
    yield tooDeep(source);
    return;
  }
  const chunks = source.bytes.stream();
  let held: Uint8Array = new Uint8Array();
  const cut = new IngestError('truncated', 'The archive ends in the middle of a member. What stood before is read.');
  /** The next bytes, or fewer at the end. */
  const take = async (size: number): Promise<Uint8Array> => {
    const pieces = [held];
    let length = held.length;
    while (length < size) {
      const { done, value } = await chunks.next();
      if (done) break;
      pieces.push(value);
      length += value.length;
    }
    const whole = pieces.length === 1 ? held : Buffer.concat(pieces);
    held = whole.subarray(size);
    return whole.subarray(0, size);
  };
  const skip = async (size: number): Promise<void> => {
    let left = size;
    while (left > 0) {
      const piece = await take(Math.min(left, 1 << 16));
      if (piece.length === 0) throw cut;
      left -= piece.length;
    }
  };
  const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;
  let others = 0;
  let told: string | null = null;
  try {
    for (;;) {
      const head = await take(BLOCK);
      if (head.length === 0 || head[0] === 0) break;
      if (head.length < BLOCK) throw cut;
      const size = sizeOf(head.subarray(124, 136));
      if (!isTarHead(head) || !Number.isSafeInteger(size)) {
        throw new IngestError('damaged', 'The archive is damaged here. What stood before is read; get it again.');
      }
      const kind = String.fromCharCode(head[156]!);
      const prefix = latin(head.subarray(257, 262)) === 'ustar' ? wordsOf(head.subarray(345, 500)) : '';
      const plain = (prefix ? `${prefix}/` : '') + wordsOf(head.subarray(0, 100));
      if (kind === 'L' || kind === 'x') {
        if (size > 1 << 20) throw new IngestError('damaged', 'A name in this archive is longer than any name is.');
        const bytes = (await take(padded(size))).subarray(0, size);
        told = kind === 'L' ? wordsOf(bytes) : (paxPath(bytes) ?? told);
        continue;
      }
      const name = told ?? plain;
      told = null;
      context.budget.entry();
      const isFile = kind === '0' || kind === '\0' || kind === '7';
      if (!isFile || !wanted(name)) {
        if (isFile) others++;
        await skip(padded(isFile || kind === 'g' ? size : 0));
        continue;
      }
      if (size > context.budget.limits.member) {
        yield failureAt(inside(source.origin, name), 'too-large', 'This member is too large. The others are read.');
        await skip(padded(size));
        continue;
      }
      const body = await take(padded(size));
      if (body.length < size) throw cut;
      yield* context.open(partOf(source, name, Bytes.of(body.subarray(0, size)), { name: lastOf(name) }));
    }
  } finally {
    await chunks.return(undefined);
  }
  tellOthers(source, context, others);
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether a member may be a report: no hidden file, none that the name gives away. */
export function wanted(path: string): boolean {
  const name = lastOf(path);
  return (
    !path.startsWith('__MACOSX/') && !name.startsWith('.') && name !== 'metadata.jsonl' && isReportName(name) !== false
  );
}

/** Tells how many members were passed over. */
export function tellOthers(source: Source, context: Context, others: number): void {
  if (others === 0) return;
  const message = `${others} other ${others === 1 ? 'member' : 'members'} in it passed over: no reports by their names.`;
  context.tell({ ...source.origin, code: 'skipped', message });
}
