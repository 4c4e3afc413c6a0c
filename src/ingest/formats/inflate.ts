import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { IngestError } from '../error.ts';
import type { Budget } from './limits.ts';

export type Packing = 'gzip' | 'deflate' | 'deflate-raw' | 'br' | 'zstd';

const machines = {
  gzip: () => createGunzip(),
  deflate: () => createInflate(),
  'deflate-raw': () => createInflateRaw(),
  br: () => createBrotliDecompress(),
  zstd: () => createZstdDecompress(),
} as const;

/** What the library's codes mean for the reader of the note. */
function explained(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR' || (error as Error).message === 'unexpected end of file') {
    return new IngestError(
      'truncated',
      'It ends in the middle: the packed file was not saved whole. What could be unpacked is read; get it again.',
    );
  }
  if (code?.startsWith('Z_') || code?.startsWith('ERR_') || code?.startsWith('ZSTD_')) {
    return new IngestError(
      'damaged',
      'It cannot be unpacked further: its bytes are damaged. What could be unpacked is read; get it again.',
    );
  }
  return error;
}

/**
 * Unpacks a stream, piece by piece, within the budget. Throws {@link IngestError} where the packed bytes end early or are
 * damaged, after all that could be unpacked.
 */
export async function* inflate(
  chunks: AsyncIterable<Uint8Array>,
  packing: Packing,
  budget: Budget,
): AsyncGenerator<Uint8Array> {
  const machine = machines[packing]();
  const source = Readable.from(chunks, { objectMode: false });
  source.on('error', (error) => machine.destroy(error));
  source.pipe(machine);
  try {
    for await (const piece of machine) {
      budget.unpacked((piece as Uint8Array).length);
      yield piece as Uint8Array;
    }
  } catch (error) {
    throw explained(error);
  } finally {
    source.destroy();
    machine.destroy();
  }
}
