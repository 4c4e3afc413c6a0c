import { Bytes } from './bytes.ts';
import { inflate, type Packing } from './inflate.ts';
import { type FileContext, failureAt, type Ingested, type Source, type Taken } from './reader.ts';

/** What is packed in gzip (RFC 1952; several members one after another count as one) is read as what it is. */
export const readGzip = (source: Source, context: FileContext): AsyncIterable<Taken> =>
  unpacked(source, context, 'gzip');
export const readZstd = (source: Source, context: FileContext): AsyncIterable<Taken> =>
  unpacked(source, context, 'zstd');

async function* unpacked(source: Source, context: FileContext, packing: Packing): AsyncGenerator<Taken> {
  if (source.depth >= context.budget.limits.depth) {
    yield tooDeep(source);
    return;
  }
  const name = source.name.replace(/\.(?:gz|gzip|zst)$/iu, '').replace(/\.tgz$/iu, '.tar');
  const bytes = new Bytes(inflate(source.bytes.stream(), packing, context.budget));
  yield* context.open({ ...source, bytes, name, type: null, file: null, depth: source.depth + 1 });
}

/** What is packed too deep is told, not read. */
export const tooDeep = (source: Source): Ingested =>
  failureAt(
    source.origin,
    'too-deep',
    `It lies in ${source.depth} archives inside each other, where reading stops. Unpack the outer ones and give what is inside.`,
  );
