import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * A value as compressed JSON. JSON writes halves of characters (lone surrogates) and NULs as escapes, so that every text
 * comes back as it went in, which no database's own text does.
 */
export const pack = (value: unknown): Uint8Array => zstdCompressSync(Buffer.from(JSON.stringify(value), 'utf8'), LEVEL);

export const unpack = <T>(bytes: Uint8Array): T => JSON.parse(zstdDecompressSync(bytes).toString('utf8')) as T;
