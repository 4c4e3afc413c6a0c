import { inPlainWords } from '../error-words.ts';
import { messageReport } from './eml.ts';
import { LimitError } from './limits.ts';
import { type Context, failureAt, type Ingested, inside, type Source } from './reader.ts';

const start = Buffer.from('From ', 'latin1');

const longestLine = 300;

/** Whether a message begins here: after an empty line, with an address and a date (RFC 4155). */
function isStart(bytes: Buffer, at: number): boolean {
  if (bytes[at - 1] !== 10 || (bytes[at - 2] !== 10 && bytes[at - 3] !== 10)) return false;
  const line =
    bytes
      .subarray(at, at + longestLine)
      .toString('latin1')
      .split('\n', 1)[0] ?? '';
  return /^From \S+ .*\d\d:\d\d.*\d{4}/u.test(line);
}

/** Mailboxes (mbox): a report for each message, told apart by lines that begin with "From " after an empty one. */
export async function* readMbox(source: Source, context: Context): AsyncGenerator<Ingested> {
  const { limits } = context.budget;
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  const report = (message: Buffer): Ingested => {
    const origin = inside(source.origin, `message ${++number}`);
    context.budget.entry();
    const from = message.indexOf(10) + 1;
    try {
      if (message.length > limits.document) throw new Error('it is too large');
      return messageReport(message.subarray(from), { origin, known: source.known }, context);
    } catch (error) {
      if (error instanceof LimitError) throw error;
      const { code, message: words } = inPlainWords(error);
      return failureAt(origin, code, words);
    }
  };
  for await (const piece of source.bytes.stream()) {
    let looked = Math.max(1, held.length - longestLine);
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece]);
    for (;;) {
      const at = held.indexOf(start, looked);
      if (at < 0) break;
      // The line must be whole before it can be told from one of the text.
      if (held.length - at < longestLine && held.indexOf(10, at) < 0) break;
      if (isStart(held, at)) {
        yield report(held.subarray(0, at));
        held = held.subarray(at);
        looked = 1;
      } else looked = at + 1;
    }
    // A message beyond all measure is dropped but for its head, and told as too large.
    if (held.length > limits.document * 2) held = held.subarray(0, limits.document + 1);
  }
  if (held.length > 0) yield report(held);
}
