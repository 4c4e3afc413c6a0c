import type { Note } from '../../record.ts';
import { decode } from '../decode.ts';
import { IngestError } from '../error.ts';

/** The text of a page, and what was odd about how it is encoded. */
export interface DecodedPage {
  readonly text: string;
  readonly notes: readonly Note[];
}

const note = (severity: Note['severity'], message: string): Note => ({
  code: 'encoding',
  severity,
  message,
  span: null,
  stage: 'ingest',
});

/** How many bytes may stand before the label (HTML Living Standard, 13.2.3.2, looks at 1024; pages keep it later). */
const sample = 8192;

/** The encoding that a page's own head names: `<meta charset>`, `<meta http-equiv>` or the XML declaration. */
export function labelIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, sample)).toString('latin1');
  const meta = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/iu.exec(head)?.[1];
  return meta ?? /^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})/iu.exec(head)?.[1] ?? null;
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | null {
  try {
    const decoder = new TextDecoder(label.trim().toLowerCase());
    // A label in ASCII letters was read in ASCII: it cannot be UTF-16 (HTML Living Standard, 13.2.3.3).
    return decoder.encoding.startsWith('utf-16') ? new TextDecoder('utf-8') : decoder;
  } catch {
    return null;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const beyondAscii = (bytes: Uint8Array): boolean => bytes.some((b) => b > 0x7f);

/**
 * Decodes a page: a byte order mark counts first, then what the transport says, then the page's own label. A label that
 * the bytes contradict (valid UTF-8 under another name, or broken under the name of UTF-8) is passed over with a note.
 */
export function decodePage(bytes: Uint8Array, transport: string | null): DecodedPage {
  if (bytes.length >= 2) {
    const [a, b, c] = bytes;
    const mark = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : null;
    if (mark) return { text: new TextDecoder(mark).decode(bytes), notes: [] };
    if (a === 0xef && b === 0xbb && c === 0xbf) return { text: new TextDecoder('utf-8').decode(bytes), notes: [] };
    if (a === 0x3c && b === 0) return { text: new TextDecoder('utf-16le').decode(bytes), notes: [] };
    if (a === 0 && b === 0x3c) return { text: new TextDecoder('utf-16be').decode(bytes), notes: [] };
  }
  const label = transport ?? labelIn(bytes);
  if (!beyondAscii(bytes)) {
    // Encodings that write other letters in ASCII bytes are the only ones for which the label matters here.
    const shifted = label !== null && /^(?:iso-2022|hz-gb|utf-7)/iu.test(label) ? decoderFor(label) : null;
    return { text: (shifted ?? new TextDecoder('utf-8')).decode(bytes), notes: [] };
  }
  const decoder = label === null ? null : decoderFor(label);
  if (isUtf8(bytes)) {
    const wrong = decoder !== null && decoder.encoding !== 'utf-8';
    return {
      text: new TextDecoder('utf-8').decode(bytes),
      notes: wrong ? [note('info', `It calls itself ${label}, but its bytes are UTF-8; it was read as UTF-8.`)] : [],
    };
  }
  if (decoder && decoder.encoding !== 'utf-8') return { text: decoder.decode(bytes), notes: [] };
  const { text, encoding } = decodeGuessed(bytes);
  const said = label === null ? 'Nothing says how it is encoded' : `It calls itself ${label}, which its bytes are not`;
  return {
    text,
    notes: [note('warning', `${said}; it was read as ${encoding}. If letters look wrong, get it again.`)],
  };
}

function decodeGuessed(bytes: Uint8Array): { text: string; encoding: string } {
  try {
    const { text, encoding } = decode(bytes);
    return { text, encoding: encoding === 'windows-1252' ? 'Windows-1252' : encoding.toUpperCase() };
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    throw new IngestError('binary', 'It is named or labelled as a page, but is full of bytes that no text has.');
  }
}
