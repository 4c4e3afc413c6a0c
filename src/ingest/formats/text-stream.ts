import { decode, sniff } from '../decode.ts';

/** A stream of bytes as text; its encoding is told by its mark or its first bytes, UTF-8 or Windows-1252. */
export async function* decodedStream(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let early: Uint8Array | null = null;
  for await (const chunk of chunks) {
    let bytes: Uint8Array = early ? Buffer.concat([early, chunk]) : chunk;
    early = null;
    if (!decoder) {
      // A byte order mark may come in pieces.
      if (bytes.length < 4) {
        early = bytes;
        continue;
      }
      const { encoding, skip } = sniff(bytes);
      decoder = new TextDecoder(encoding ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252'), { ignoreBOM: true });
      bytes = bytes.subarray(skip);
    }
    yield decoder.decode(bytes, { stream: true });
  }
  const rest = decoder ? decoder.decode() : early ? decode(early).text : '';
  if (rest !== '') yield rest;
}

/** Whether bytes are UTF-8; the last few may be the beginning of a character. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return decode(bytes).encoding === 'utf-8';
  }
}
