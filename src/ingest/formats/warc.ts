import { IngestError } from '../error.ts';
import { mediaType } from '../media-type.ts';
import { Bytes } from './bytes.ts';
import { inflate, type Packing } from './inflate.ts';
import { type Headers, headEnd, headersOf, latin } from './mime.ts';
import { type FileContext, failureAt, inside, partOf, type Source, type Taken } from './reader.ts';

/** Bytes taken from a stream in the amounts that a format asks for. */
class Taker {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();
  #ended = false;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const { done, value } = await this.#source.next();
    if (done) {
      this.#ended = true;
      return false;
    }
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    return true;
  }

  /** The bytes up to and with the empty line that ends a head; `null` at the end. */
  async head(): Promise<string | null> {
    for (;;) {
      // Records are told apart by empty lines, of which some writers leave one more or less.
      let from = 0;
      while (this.#held[from] === 13 || this.#held[from] === 10) from++;
      if (from > 0) this.#held = this.#held.subarray(from);
      if (this.#held.length > 0) {
        const { end, body } = headEnd(this.#held);
        if (end < this.#held.length) {
          const words = latin(this.#held.subarray(0, end));
          this.#held = this.#held.subarray(body);
          return words;
        }
        if (this.#held.length > 1 << 20) {
          throw new IngestError('damaged', 'A record of this archive has no end of its head. Get the archive again.');
        }
      }
      if (!(await this.#more())) return null;
    }
  }

  /** The next bytes, piece by piece; returns early only where the stream ends. */
  async *take(size: number): AsyncGenerator<Uint8Array> {
    let left = size;
    while (left > 0) {
      if (this.#held.length === 0 && !(await this.#more())) {
        throw new IngestError('truncated', 'The archive ends in the middle of a record. Get it again.');
      }
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  async whole(size: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    for await (const piece of this.take(size)) pieces.push(piece);
    return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
  }

  async skip(size: number): Promise<void> {
    for await (const _ of this.take(size));
  }
}

/** Media types that can hold a report. */
const reports =
  /^(?:text\/(?:html|plain|xml|csv|markdown)|application\/(?:xhtml\+xml|pdf|xml|rss\+xml|atom\+xml|feed\+json|json|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|octet-stream))$/u;

/**
 * Archives of the web (WARC 1.0 and 1.1, ISO 28500), read record by record: the pages, PDFs and feeds among its answers
 * and resources. What is no report (pictures, scripts, errors, requests) is counted and told at the end.
 */
export async function* readWarc(source: Source, context: FileContext): AsyncGenerator<Taken> {
  const taker = new Taker(source.bytes.stream());
  const { limits } = context.budget;
  let number = 0;
  let others = 0;
  for (;;) {
    const head = await taker.head();
    if (head === null) break;
    number++;
    context.budget.entry();
    const headers = headersOf(head);
    const size = Number(headers.get('content-length'));
    if (!/^WARC\/\d/u.test(head) || !Number.isSafeInteger(size) || size < 0) {
      throw new IngestError(
        'damaged',
        `Record ${number} has no head as it should have; reading stopped there. What stood before is read; get it again.`,
      );
    }
    const type = headers.get('warc-type');
    const about = mediaType(headers.get('content-type') ?? '');
    const wanted =
      type === 'response' ||
      ((type === 'resource' || type === 'conversion') && (about.type === null || reports.test(about.type)));
    if (!wanted || size > limits.document) {
      if (wanted) {
        const where = inside(source.origin, `record ${number}`);
        yield failureAt(where, 'too-large', 'This record is too large for a report. The others are read.');
      }
      others++;
      await taker.skip(size);
      continue;
    }
    const block = await taker.whole(size);
    const url = headers.get('warc-target-uri')?.replace(/^<|>$/gu, '');
    const answer = type === 'response' ? answerIn(block) : { headers: headers, body: block, status: 200 };
    const media = type === 'response' ? mediaType(answer.headers.get('content-type') ?? '') : about;
    if (answer.status !== 200 || answer.body.length === 0 || (media.type !== null && !reports.test(media.type))) {
      others++;
      continue;
    }
    const bytes = type === 'response' ? payload(answer, context) : Bytes.of(answer.body);
    const known = url && /^https?:/iu.test(url) ? { url } : {};
    const name = url?.replace(/[?#].*$/u, '') ?? '';
    yield* context.open({
      ...partOf(source, `record ${number}`, bytes, { known, name, ...media }),
      depth: source.depth,
    });
  }
  if (number === 0) throw new IngestError('empty', 'There are no records in this archive.');
  if (others > 0) {
    context.tell({
      ...source.origin,
      code: 'skipped',
      message: `${others} of its ${number} records passed over: requests, errors, pictures and the like.`,
    });
  }
}

/** An answer of HTTP: its status, fields and body. */
export function answerIn(block: Uint8Array): { status: number; headers: Headers; body: Uint8Array } {
  const { end, body } = headEnd(block);
  const words = latin(block.subarray(0, end));
  const status = Number(/^HTTP\/[\d.]+\s+(\d{3})/u.exec(words)?.[1] ?? 0);
  return { status, headers: headersOf(words), body: block.subarray(body) };
}

const packings: Readonly<Record<string, Packing>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'br',
  zstd: 'zstd',
};

/** The body of an answer without chunks and packing; where the archive's writer took them off, as it is. */
function payload({ headers, body }: { headers: Headers; body: Uint8Array }, context: FileContext): Bytes {
  const chunked = /\bchunked\b/iu.test(headers.get('transfer-encoding') ?? '') ? unchunked(body) : null;
  const bytes = chunked ?? body;
  const packing = packings[headers.get('content-encoding')?.trim().toLowerCase() ?? ''];
  const isPacked =
    packing === 'gzip' ? bytes[0] === 0x1f && bytes[1] === 0x8b : packing !== undefined && bytes[0] !== 0x3c;
  if (!packing || !isPacked) return Bytes.of(bytes);
  const one = (async function* () {
    yield bytes;
  })();
  return new Bytes(inflate(one, packing, context.budget));
}

/** A body that came in chunks (RFC 9112, 7.1); `null` where it does not look so. */
export function unchunked(body: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    const line = body.indexOf(10, at);
    if (line < 0 || line - at > 40) return pieces.length > 0 ? Buffer.concat(pieces) : null;
    const size = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?$/iu.exec(latin(body.subarray(at, line)).trim())?.[1];
    if (size === undefined) return pieces.length > 0 ? Buffer.concat(pieces) : null;
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    pieces.push(body.subarray(line + 1, line + 1 + length));
    at = line + 1 + length;
    if (body[at] === 13) at++;
    if (body[at] === 10) at++;
  }
  return Buffer.concat(pieces);
}
