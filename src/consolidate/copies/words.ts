import type { Block, BlockKind } from '../../record.ts';

/** What of a report is compared: its text, its identity, and which stretches of it are the report itself. */
export interface Text {
  readonly text: string;
  readonly text_sha256: string;
  /** As cleaning found them; where there are none (a language that is not read), the whole text is compared. */
  readonly blocks: readonly Pick<Block, 'kind' | 'span' | 'runs'>[];
}

/** The words of a report, in order, for comparing: no letter case, marks or apostrophes, each word a number. */
export interface Words {
  readonly count: number;
  /** A hash of each word. */
  readonly hashes: Uint32Array;
  /** Where each stands in the text, in UTF-16 units, `[starts[i], ends[i])`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where the word stands inside quotation marks. */
  readonly quoted: Uint8Array;
  /** 1 where it stands in the body, 0 in a title or heading, which every outlet writes anew. */
  readonly body: Uint8Array;
}

const READ: ReadonlySet<BlockKind> = new Set<BlockKind>(['title', 'heading', 'paragraph', 'item', 'quotation']);

/** What a code unit is to a word. */
const BREAK = 0;
const APOSTROPHE = 1;
/** From here on a letter or digit: the class is its lower case. */
const KNOWN = 0x530;

/** Class or lower case of each unit in Latin, Greek and Cyrillic. */
const CLASSES = Uint16Array.from({ length: KNOWN }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  if (letter === "'" || letter === '´') return APOSTROPHE;
  return /[\p{L}\p{N}\p{M}]/u.test(letter) ? letter.toLowerCase().charCodeAt(0) : BREAK;
});

const RIGHT_SINGLE = 0x2019;

function classOf(unit: number): number {
  if (unit < KNOWN) return CLASSES[unit]!;
  if (unit === RIGHT_SINGLE) return APOSTROPHE;
  // General punctuation to supplemental punctuation, ideographic marks and full-width forms; all else counts as a letter.
  if ((unit >= 0x2000 && unit < 0x2c00) || (unit >= 0x2e00 && unit < 0x3040) || unit >= 0xff00) return BREAK;
  return unit;
}

/** Scatters the bits of a number, so that near numbers get far hashes (the finaliser of MurmurHash3). */
export function scatter(value: number): number {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const FNV_START = 0x811c9dc5;
const FNV_STEP = 0x01000193;

/**
 * The marks that open and close a quotation. A straight mark opens what stands behind it; the single curly mark is also the apostrophe and
 * closes only where no letter follows. A paragraph ends whatever is open in it: the next one of a long quotation opens
 * with a mark of its own.
 */
const MARK = { none: 0, straight: 1, open: 2, close: 3, openSingle: 4, closeSingle: 5 } as const;

function markOf(unit: number): number {
  if (unit === 0x22) return MARK.straight;
  if (unit < 0xab) return MARK.none;
  if (unit === 0x201c || unit === 0x201e || unit === 0xab) return MARK.open;
  if (unit === 0x201d || unit === 0xbb) return MARK.close;
  if (unit === 0x2018) return MARK.openSingle;
  return unit === RIGHT_SINGLE ? MARK.closeSingle : MARK.none;
}

/** Whether a straight mark opens: the word stands behind it, not before it. */
function opens(text: string, at: number, end: number): boolean {
  const after = at + 1 < end ? text.charCodeAt(at + 1) : 0x20;
  const before = at > 0 ? text.charCodeAt(at - 1) : 0x20;
  // Space, brackets and dashes before it; anything but space behind it.
  return (
    after > 0x20 && (before <= 0x20 || before === 0x28 || before === 0x2d || before === 0x2013 || before === 0x2014)
  );
}

/** Cuts the read stretches of a report into words for comparing. One pass over the text. */
export function wordsOf(report: Text): Words {
  const { text } = report;
  const stretches = readStretches(report);
  const most = stretches.reduce((sum, s) => sum + ((s.end - s.start + 2) >> 1), 0);
  const hashes = new Uint32Array(most);
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  const quoted = new Uint8Array(most);
  const body = new Uint8Array(most);
  let count = 0;
  let block = -1;
  let open = false;
  let single = false;
  for (const stretch of stretches) {
    if (stretch.block !== block) {
      block = stretch.block;
      open = false;
      single = false;
    }
    let start = -1;
    let end = 0;
    let hash = FNV_START;
    // One step beyond the stretch closes a word that ends with it.
    for (let at = stretch.start; at <= stretch.end; at += 1) {
      const unit = at < stretch.end ? text.charCodeAt(at) : 0x20;
      const kind = classOf(unit);
      if (kind > APOSTROPHE) {
        if (start < 0) start = at;
        hash = Math.imul(hash ^ kind, FNV_STEP);
        end = at + 1;
        continue;
      }
      if (kind === APOSTROPHE && start >= 0 && at + 1 < stretch.end && classOf(text.charCodeAt(at + 1)) > APOSTROPHE) {
        continue;
      }
      if (start >= 0) {
        hashes[count] = scatter(hash);
        starts[count] = start;
        ends[count] = end;
        quoted[count] = open || single ? 1 : 0;
        body[count] = stretch.body ? 1 : 0;
        count += 1;
        start = -1;
        hash = FNV_START;
      }
      const mark = markOf(unit);
      if (mark === MARK.none) continue;
      if (mark === MARK.straight) open = opens(text, at, stretch.end);
      else if (mark === MARK.open) open = true;
      else if (mark === MARK.close) open = false;
      else single = mark === MARK.openSingle;
    }
  }
  return together({ count, hashes, starts, ends, quoted, body });
}

/** Bytes of a word: its hash, its two ends, and two marks. */
const BYTES = 14;

/** The same in one buffer without room to spare: thousands are held, and a text could have three times as many words as it has. */
function together({ count, hashes, starts, ends, quoted, body }: Words): Words {
  const buffer = new ArrayBuffer(count * BYTES);
  const held: Words = {
    count,
    hashes: new Uint32Array(buffer, 0, count),
    starts: new Int32Array(buffer, 4 * count, count),
    ends: new Int32Array(buffer, 8 * count, count),
    quoted: new Uint8Array(buffer, 12 * count, count),
    body: new Uint8Array(buffer, 13 * count, count),
  };
  held.hashes.set(hashes.subarray(0, count));
  held.starts.set(starts.subarray(0, count));
  held.ends.set(ends.subarray(0, count));
  held.quoted.set(quoted.subarray(0, count));
  held.body.set(body.subarray(0, count));
  return held;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly body: boolean;
}

function readStretches({ text, blocks }: Text): readonly Stretch[] {
  const found: Stretch[] = [];
  blocks.forEach((block, index) => {
    if (!READ.has(block.kind)) return;
    const body = block.kind !== 'title' && block.kind !== 'heading';
    for (const run of block.runs) found.push({ start: run.start, end: run.end, block: index, body });
  });
  return found.length > 0 ? found : [{ start: 0, end: text.length, block: 0, body: true }];
}
