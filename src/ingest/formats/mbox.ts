import { inPlainWords } from '../error-words.ts';
import { Bytes } from './bytes.ts';
import { leafOf } from './leaf.ts';
import { type FileContext, failureAt, partOf, type Source, type Taken } from './reader.ts';

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
export async function* readMbox(source: Source, context: FileContext): AsyncGenerator<Taken> {
  const { limits } = context.budget;
  let held: Buffer = Buffer.alloc(0);
  let number = 0;
  const report = async (message: Buffer): Promise<Taken> => {
    context.budget.entry();
    const from = message.indexOf(10) + 1;
    const part = partOf(source, `message ${++number}`, Bytes.of(message.subarray(from)));
    try {
      return await leafOf({ ...part, depth: source.depth }, 'eml', context);
    } catch (error) {
      const { code, message: words } = inPlainWords(error);
      return failureAt(part.origin, code, words);
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
        yield await report(held.subarray(0, at));
        held = held.subarray(at);
        looked = 1;
      } else looked = at + 1;
    }
    // A message beyond all measure is dropped but for its head, and told as too large.
    if (held.length > limits.document * 2) held = held.subarray(0, limits.document + 1);
  }
  if (held.length > 0) yield await report(held);
}
