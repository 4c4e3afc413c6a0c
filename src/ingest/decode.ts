import { IngestError } from './error.ts';

/** Text from bytes, and how it was come by. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Whether the encoding was concluded from the bytes, not told by a mark or proven by them. */
  readonly guessed: boolean;
}

/** How many bytes are looked at to tell an encoding. */
const sample = 8192;

/** What a file's first bytes say it is, and what to do about it. */
const signatures: readonly { readonly bytes: readonly number[]; readonly what: string; readonly remedy: string }[] = [
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    what: 'a PDF',
    remedy: 'Save its text as a .txt file (pdftotext does) and give that.',
  },
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    what: 'a Word, OpenDocument or zip file',
    remedy: 'Save it as plain text, or unpack it, and give that.',
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Word file', remedy: 'Save it as plain text and give that.' },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    what: 'a rich text (RTF) file',
    remedy: 'Save it as plain text and give that.',
  },
  { bytes: [0x1f, 0x8b], what: 'a gzip file', remedy: 'Unpack it with gunzip and give what is inside.' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture (PNG)', remedy: 'Give the text of the report.' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)', remedy: 'Give the text of the report.' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a picture (GIF)', remedy: 'Give the text of the report.' },
  {
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65],
    what: 'an SQLite database',
    remedy: 'Export its texts and give those.',
  },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program', remedy: 'Give the text of a report.' },
];

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((b, i) => bytes[i] === b);

/**
 * UTF-16 without a byte order mark: spaces, line ends and Latin letters have one byte of zero, and always on the same
 * side. What the bytes then say must be all but free of control characters.
 */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const limit = Math.min(bytes.length, sample) & ~1;
  if (limit < 4 || bytes.length % 2 === 1) return null;
  const even = zerosIn(bytes, 0, limit);
  const odd = zerosIn(bytes, 1, limit);
  const zeros = even + odd;
  if (zeros < limit * 0.02 || Math.min(even, odd) > zeros * 0.05) return null;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, limit));
  let controls = 0;
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i)) || text.charCodeAt(i) === 0xfffd) controls++;
  return controls <= text.length * 0.02 ? encoding : null;
}

const isControl = (unit: number): boolean => unit < 32 && unit !== 9 && unit !== 10 && unit !== 13 && unit !== 12;

/** Loops of their own, so that what is compiled for them holds nothing that has not run yet. */
function controlsIn(bytes: Uint8Array, limit: number): number {
  let controls = 0;
  for (let i = 0; i < limit; i++) if (isControl(bytes[i]!)) controls++;
  return controls;
}

function zerosIn(bytes: Uint8Array, from: number, limit: number): number {
  let zeros = 0;
  for (let i = from; i < limit; i += 2) if (bytes[i] === 0) zeros++;
  return zeros;
}

function looksBinary(bytes: Uint8Array): boolean {
  const limit = Math.min(bytes.length, sample);
  return controlsIn(bytes, limit) > limit * 0.1;
}

/** How the bytes of a text are to be read. Throws {@link IngestError} where they are no text. */
export function sniff(bytes: Uint8Array): { encoding: Decoded['encoding'] | null; skip: number } {
  // UTF-32 little-endian begins like UTF-16 does: it is asked for first.
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) {
    throw new IngestError('encoding', 'The text is in UTF-32, which is not read. Save it as UTF-8 and give that.');
  }
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', skip: 3 };
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16le', skip: 2 };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16be', skip: 2 };
  for (const { bytes: head, what, remedy } of signatures) {
    if (startsWith(bytes, head)) throw new IngestError('binary', `This is ${what}, not text. ${remedy}`);
  }
  const wide = utf16(bytes);
  if (wide) return { encoding: wide, skip: 0 };
  if (looksBinary(bytes)) {
    throw new IngestError(
      'binary',
      'This is no text: it is full of control bytes. Give the text of a report (.txt, .md, .jsonl).',
    );
  }
  return { encoding: null, skip: 0 };
}

/**
 * Decodes a text. A byte order mark tells the encoding and is not part of the text (Unicode 16, section 23.8): offsets
 * begin after it. Without one: UTF-16 by its zero bytes, else UTF-8 where the bytes are valid, else UTF-8 where nearly
 * all of what lies beyond ASCII is valid (broken bytes become U+FFFD), else Windows-1252. Throws {@link IngestError}.
 */
export function decode(bytes: Uint8Array): Decoded {
  const { encoding, skip } = sniff(bytes);
  if (encoding) {
    const body = skip > 0 ? bytes.subarray(skip) : bytes;
    return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(body), encoding, guessed: skip === 0 };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoding: 'utf-8', guessed: false };
  } catch {
    const { good, bad } = sequences(bytes);
    const name = good > bad * 4 ? 'utf-8' : 'windows-1252';
    return { text: new TextDecoder(name, { ignoreBOM: true }).decode(bytes), encoding: name, guessed: true };
  }
}

/** Counts valid sequences of UTF-8 beyond ASCII, and bytes that belong to none. */
function sequences(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    if (b < 0x80) continue;
    const more = b >= 0xc2 && b <= 0xdf ? 1 : b >= 0xe0 && b <= 0xef ? 2 : b >= 0xf0 && b <= 0xf4 ? 3 : 0;
    let k = 0;
    while (k < more && (bytes[i + 1 + k]! & 0xc0) === 0x80) k++;
    if (more > 0 && k === more) {
      good++;
      i += more;
    } else bad++;
  }
  return { good, bad };
}
