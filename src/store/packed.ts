import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Shorter JSON is kept as it is: to compress it costs more than it saves. In bytes. */
const SHORT = 2048;
/** What compressed bytes begin with (RFC 8878), and JSON never. */
const ZSTD = 0x28;

/**
 * A value as JSON, compressed where that pays. JSON writes halves of characters (lone surrogates) and NULs as escapes, so
 * that every text comes back as it went in, which no database's own text does.
 */
export function pack(value: unknown): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(value), 'utf8');
  return bytes.length < SHORT ? bytes : zstdCompressSync(bytes, LEVEL);
}

export function unpack<T>(bytes: Uint8Array): T {
  const json =
    bytes[0] === ZSTD ? zstdDecompressSync(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return JSON.parse(json.toString('utf8')) as T;
}
