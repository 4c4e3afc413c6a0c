/** Heads and parts of messages (RFC 5322, 2045, 2046), over bytes: MHTML pages and HTTP answers in archives have them too. */

/** Header fields by name in lower case; the first of a name counts. */
export type Headers = ReadonlyMap<string, string>;

/** Longest head that is read. */
const longest = 256 * 1024;

/** Where the head of a message ends and its body begins; the whole length where there is no empty line. */
export function headEnd(bytes: Uint8Array, from = 0): { readonly end: number; readonly body: number } {
  const limit = Math.min(bytes.length, from + longest);
  if (bytes[from] === 10) return { end: from, body: from + 1 };
  if (bytes[from] === 13 && bytes[from + 1] === 10) return { end: from, body: from + 2 };
  for (let at = bytes.indexOf(10, from); at >= 0 && at < limit; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return { end: at, body: at + 2 };
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return { end: at, body: at + 3 };
  }
  return { end: bytes.length, body: bytes.length };
}

/** The fields of a head; lines that go on are joined, lines that are none are passed over. */
export function headersOf(words: string): Headers {
  const out = new Map<string, string>();
  for (const line of words.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const at = line.indexOf(':');
    if (at <= 0) continue;
    const name = line.slice(0, at).trim().toLowerCase();
    if (!out.has(name)) out.set(name, line.slice(at + 1).trim());
  }
  return out;
}

export const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** A parameter of a field: `boundary` of `multipart/related; boundary="x"`. */
export function parameterOf(field: string | undefined, name: string): string | null {
  const m = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'iu').exec(field ?? '');
  return m?.[1] ?? m?.[2] ?? null;
}

export interface Part {
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** The parts of a body between boundaries, up to a number; a part that never ends goes to the end. */
export function partsOf(body: Uint8Array, boundary: string, most: number): readonly Part[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const whole = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Part[] = [];
  let start = -1;
  for (let at = whole.indexOf(mark); at >= 0 && parts.length < most; at = whole.indexOf(mark, at + mark.length)) {
    if (at > 0 && whole[at - 1] !== 10) continue;
    if (start >= 0) parts.push(partOf(whole.subarray(start, at)));
    const line = whole.indexOf(10, at + mark.length);
    start = line < 0 ? whole.length : line + 1;
    if (whole.subarray(at + mark.length, at + mark.length + 2).toString('latin1') === '--') return parts;
  }
  if (start >= 0 && start < whole.length && parts.length < most) parts.push(partOf(whole.subarray(start)));
  return parts;
}

function partOf(bytes: Uint8Array): Part {
  const { end, body } = headEnd(bytes);
  return { headers: headersOf(latin(bytes.subarray(0, end))), body: bytes.subarray(body) };
}

/** A body without its transfer encoding. */
export function decodedBody({ headers, body }: Part): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  if (encoding === 'base64') return Buffer.from(latin(body), 'base64');
  if (encoding === 'quoted-printable') return fromQuotedPrintable(body);
  return body;
}

/** RFC 2045, 6.7; what is no valid escape stays as it is. */
export function fromQuotedPrintable(bytes: Uint8Array): Uint8Array {
  const out = Buffer.alloc(bytes.length);
  const digit = (b: number | undefined): number =>
    b === undefined
      ? -1
      : b >= 48 && b <= 57
        ? b - 48
        : b >= 65 && b <= 70
          ? b - 55
          : b >= 97 && b <= 102
            ? b - 87
            : -1;
  let n = 0;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    if (b === 61) {
      if (bytes[i + 1] === 10) {
        i += 1;
        continue;
      }
      if (bytes[i + 1] === 13 && bytes[i + 2] === 10) {
        i += 2;
        continue;
      }
      const [high, low] = [digit(bytes[i + 1]), digit(bytes[i + 2])];
      if (high >= 0 && low >= 0) {
        out[n++] = high * 16 + low;
        i += 2;
        continue;
      }
    }
    out[n++] = b;
  }
  return out.subarray(0, n);
}

const encodedWord = /=\?([\w.:-]{1,40})(?:\*[\w-]{1,20})?\?([bq])\?([^?]{0,2000})\?=/giu;

function decodeAs(charset: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Words of a header field with its encoded words (RFC 2047) decoded. Letters may be cut between two encoded words, so
 * the bytes of neighbours are joined first.
 */
export function fieldWords(field: string | undefined): string | null {
  if (field === undefined) return null;
  const raw = field.slice(0, 10_000);
  const out: string[] = [];
  let held: Uint8Array[] = [];
  let charset = '';
  let end = 0;
  const flush = (): void => {
    if (held.length > 0) out.push(decodeAs(charset, Buffer.concat(held)));
    held = [];
  };
  for (const m of raw.matchAll(encodedWord)) {
    const between = raw.slice(end, m.index);
    const name = m[1]!.toLowerCase();
    if (held.length === 0 || between.trim() !== '' || name !== charset) {
      flush();
      if (between.trim() !== '' || end === 0) out.push(headWords(between));
    }
    charset = name;
    const words = m[3]!;
    const quoted = Buffer.from(words.replaceAll('_', ' '), 'latin1');
    held.push(m[2]!.toLowerCase() === 'b' ? Buffer.from(words, 'base64') : fromQuotedPrintable(quoted));
    end = m.index + m[0].length;
  }
  flush();
  out.push(headWords(raw.slice(end)));
  const line = out.join('').replace(/\s+/gu, ' ').trim();
  return line === '' ? null : line;
}

/** Bare words of a head, which newer programs write in UTF-8 (RFC 6532). */
function headWords(words: string): string {
  const bytes = Buffer.from(words, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return words;
  }
}
