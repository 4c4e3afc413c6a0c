import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import type { Entry, Options, ZipFile } from 'yauzl';
import { IngestError } from '../error.ts';
import { Bytes } from './bytes.ts';
import { tooDeep } from './gzip.ts';
import type { Budget } from './limits.ts';
import { type FileContext, failureAt, inside, partOf, type Source, type Taken } from './reader.ts';
import { tellOthers, wanted } from './tar.ts';

type Yauzl = {
  openPromise(path: string, options: Options): Promise<ZipFile>;
  fromBufferPromise(bytes: Buffer, options: Options): Promise<ZipFile>;
};
const load = createRequire(import.meta.url);

const damaged = (cause: unknown): IngestError =>
  new IngestError('damaged', `The zip archive is damaged (${(cause as Error).message}). Get it again.`);

/** Opens a zip archive for reading its members by name or one after another. Throws {@link IngestError}. */
export async function openZip(bytes: Uint8Array | string): Promise<ZipFile> {
  const yauzl = load('yauzl') as Yauzl;
  // Names are only shown, never written to: one that leads out of the archive is a name like any other.
  const options: Options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  try {
    return typeof bytes === 'string'
      ? await yauzl.openPromise(bytes, options)
      : await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options);
  } catch (cause) {
    throw damaged(cause);
  }
}

/** The members of an archive, in the order of its directory. */
export async function* membersOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const done = (): void => {
        zip.removeListener('entry', onEntry);
        zip.removeListener('end', onEnd);
        zip.removeListener('error', onError);
      };
      const onEntry = (one: Entry): void => {
        done();
        resolve(one);
      };
      const onEnd = (): void => {
        done();
        resolve(null);
      };
      const onError = (error: unknown): void => {
        done();
        reject(damaged(error));
      };
      zip.once('entry', onEntry);
      zip.once('end', onEnd);
      zip.once('error', onError);
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

/** A member's path: UTF-8 where it is, else the letters of old DOS archives as near as Windows-1252 has them. */
export function nameOf(entry: Entry): string {
  const raw = entry.fileName as unknown as Uint8Array;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw).replaceAll('\\', '/');
  } catch {
    return new TextDecoder('windows-1252').decode(raw).replaceAll('\\', '/');
  }
}

/** The bytes of a member, unpacked within the budget. */
export async function* bytesOf(zip: ZipFile, entry: Entry, budget: Budget): AsyncGenerator<Uint8Array> {
  let stream: Readable;
  try {
    stream = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error || !opened ? reject(error) : resolve(opened)));
    });
  } catch (cause) {
    throw damaged(cause);
  }
  try {
    for await (const piece of stream) {
      budget.unpacked((piece as Uint8Array).length);
      yield piece as Uint8Array;
    }
  } catch (cause) {
    throw cause instanceof IngestError ? cause : damaged(cause);
  } finally {
    stream.destroy();
  }
}

/** Zip archives: each member that may be a report is read as what it is. */
export async function* readZip(source: Source, context: FileContext): AsyncGenerator<Taken> {
  if (source.depth >= context.budget.limits.depth) {
    yield tooDeep(source);
    return;
  }
  // From disk an archive of any size is read in place; the directory that lists its members stands at its end.
  const head = source.file === null ? await source.bytes.all(context.budget.limits.member, 'The archive') : null;
  const zip = await openZip(head ?? source.file!);
  if (head === null) context.budget.read(zip.fileSize);
  let others = 0;
  try {
    for await (const entry of membersOf(zip)) {
      context.budget.entry();
      const name = nameOf(entry);
      if (name.endsWith('/')) continue;
      if (!wanted(name)) {
        others++;
        continue;
      }
      if (entry.isEncrypted()) {
        const message = 'This member is locked with a password. Unpack the archive with it, and give what is inside.';
        yield failureAt(inside(source.origin, name), 'locked', message);
        continue;
      }
      const bytes = new Bytes(bytesOf(zip, entry, context.budget));
      yield* context.open(partOf(source, name, bytes, { name: name.slice(name.lastIndexOf('/') + 1) }));
    }
  } finally {
    zip.close();
  }
  tellOthers(source, context, others);
}
