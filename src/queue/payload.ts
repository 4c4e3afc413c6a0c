/** What travels: JSON, compressed. What is larger than the server takes in a message goes by its object store. */
import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import type { ObjectStore } from '@nats-io/obj';
import { QueueError } from './error.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** A payload is one of these, then its bytes. */
const HERE = 0;
const ELSEWHERE = 1;
/** Room for subject and headers beside the payload. */
const MARGIN = 16 * 1024;
/** Nothing that a report yields is larger; a payload that says so is a fault or worse. In bytes. */
const LARGEST = 2 ** 30;

const marked = (mark: number, bytes: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(bytes.length + 1);
  whole[0] = mark;
  whole.set(bytes, 1);
  return whole;
};

export interface Payloads {
  pack(value: unknown, name: string): Promise<Uint8Array>;
  /** @throws QueueError `unreadable` */
  unpack<T>(bytes: Uint8Array): Promise<T>;
  /** Takes away what lay elsewhere for a payload that is done with. */
  forget(bytes: Uint8Array): Promise<void>;
}

/** `largest` is what the server takes in one message, in bytes. */
export function payloadsOf(largest: number, store: () => Promise<ObjectStore>): Payloads {
  const nameIn = (bytes: Uint8Array): string | null =>
    bytes[0] === ELSEWHERE ? new TextDecoder().decode(bytes.subarray(1)) : null;
  return {
    async pack(value, name) {
      const bytes = await compress(JSON.stringify(value));
      if (bytes.length < largest - MARGIN) return marked(HERE, bytes);
      await (await store()).putBlob({ name }, bytes);
      return marked(ELSEWHERE, new TextEncoder().encode(name));
    },
    async unpack<T>(bytes: Uint8Array) {
      const name = nameIn(bytes);
      const packed = name === null ? bytes.subarray(1) : await (await store()).getBlob(name);
      if (!packed)
        throw new QueueError('unreadable', `The payload ${name} is not in the queue's object store any more.`);
      try {
        return JSON.parse((await decompress(packed, { maxOutputLength: LARGEST })).toString('utf8')) as T;
      } catch (cause) {
        throw new QueueError('unreadable', 'A message of the queue cannot be read.', { cause });
      }
    },
    async forget(bytes) {
      const name = nameIn(bytes);
      if (name !== null) await (await store()).delete(name).catch(() => {});
    },
  };
}
