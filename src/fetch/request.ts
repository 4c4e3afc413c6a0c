/** One request to one address, within limits. Redirects are told, not followed: each target is checked by the caller. */

import type { LookupAddress } from 'node:dns';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overTls } from 'node:https';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { FetchError } from './error.ts';

export interface Limits {
  /** Of the body, after decompression. */
  readonly bytes: number;
  /** From the first packet to the last byte, in milliseconds. */
  readonly total: number;
  /** Without any byte, in milliseconds. */
  readonly idle: number;
}

export interface Raw {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Uint8Array<ArrayBuffer>;
}

const ENCODINGS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** Codings laid over each other have no use but to hide a bomb. */
const MOST_CODINGS = 2;

function decoded(response: IncomingMessage, url: string): NodeJS.ReadableStream {
  const codings = (response.headers['content-encoding'] ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')
    .reverse();
  const makers = codings.map((coding) => ENCODINGS[coding]);
  if (codings.length > MOST_CODINGS || makers.some((make) => !make)) {
    throw new FetchError('encoding', url, `The answer is coded as ${codings.join(', ')}, which is not read.`);
  }
  return makers.reduce<NodeJS.ReadableStream>(
    (stream, make) => pipeline(stream, make!() as NodeJS.ReadWriteStream, () => {}) as NodeJS.ReadableStream,
    response,
  );
}

/** The wait that an answer asks for, in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
export function retryAfterOf(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/**
 * Asks, and reads the whole body.
 *
 * @throws FetchError `no-connection`, `too-large`, `too-slow`, `encoding`, `broken`, `stopped`
 */
export function ask(
  url: URL,
  address: LookupAddress,
  headers: Readonly<Record<string, string>>,
  limits: Limits,
  signal?: AbortSignal,
): Promise<Raw> {
  return new Promise((resolve, reject) => {
    let ended = false;
    const end = (error: FetchError | null, answer?: Raw): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      if (error) {
        reject(error);
        sent.destroy();
      } else resolve(answer!);
    };
    const fail = (code: FetchError['code'], message: string): void => end(new FetchError(code, url.href, message));
    const stop = (): void => fail('stopped', 'Stopped.');
    const send = url.protocol === 'https:' ? overTls : overHttp;
    const sent = send(url, {
      headers,
      agent: false,
      timeout: limits.idle,
      maxHeaderSize: 32 * 1024,
      // The name was resolved and checked before; asking again could give another address.
      lookup: (_name, options, done) => {
        if (options.all) (done as unknown as (e: null, all: LookupAddress[]) => void)(null, [address]);
        else done(null, address.address, address.family);
      },
    });
    const timer = setTimeout(() => {
      fail('too-slow', `The answer took longer than ${Math.round(limits.total / 1000)} s.`);
    }, limits.total);
    if (signal?.aborted) {
      stop();
      return;
    }
    signal?.addEventListener('abort', stop);
    sent.on('timeout', () => fail('too-slow', `No byte came for ${Math.round(limits.idle / 1000)} s.`));
    sent.on('error', (error: NodeJS.ErrnoException) =>
      fail('no-connection', `No connection: ${error.code ?? error.message}.`),
    );
    sent.on('response', (response) => {
      const chunks: Uint8Array[] = [];
      let length = 0;
      let stream: NodeJS.ReadableStream;
      try {
        stream = decoded(response, url.href);
      } catch (error) {
        end(error as FetchError);
        return;
      }
      response.on('aborted', () => fail('broken', 'The connection broke off before the end of the answer.'));
      stream.on('data', (chunk: Uint8Array) => {
        length += chunk.length;
        if (length > limits.bytes) {
          fail('too-large', `The answer is larger than ${Math.round(limits.bytes / 1024 / 1024)} MB.`);
        } else chunks.push(chunk);
      });
      stream.on('error', (error: NodeJS.ErrnoException) =>
        fail('broken', `The answer cannot be read to its end: ${error.code ?? error.message}.`),
      );
      stream.on('end', () => {
        const body = new Uint8Array(length);
        let at = 0;
        for (const chunk of chunks) {
          body.set(chunk, at);
          at += chunk.length;
        }
        end(null, { status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.end();
  });
}
