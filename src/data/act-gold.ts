import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GoldAct, goldActs } from '../attribute/act-gold.ts';
import type { Block, Cleaned } from '../record.ts';
import { type SegmentTools, segment } from '../segment/segment.ts';
import { bareDocument, NO_FILING } from '../text/document.ts';
import { span } from '../text/span.ts';

/** Each line of the text as a paragraph: so learning does not hang on what cleaning leaves out. */
function linesOf(text: string): Cleaned {
  const blocks: Block[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const whole = span(start, start + line.length);
    const made = { stage: 'clean', rule: 'clean/line' } as const;
    if (line.trim() !== '') blocks.push({ kind: 'paragraph', span: whole, runs: [whole], made });
    start += line.length + 1;
  }
  return { blocks, repeats: [], filing: NO_FILING, notes: [] };
}

/**
 * The statements of the gold readings under `shared` (`gold/*.json`, by file name): of every third report, which no
 * part of the program learns from (`held`), or of the others (`working`).
 */
export function readGoldActs(shared: string, part: 'working' | 'held', tools: SegmentTools): GoldAct[] {
  const names = readdirSync(join(shared, 'gold'))
    .filter((name) => name.endsWith('.json'))
    .sort();
  return names.flatMap((name, index) => {
    if ((index % 3 === 2) !== (part === 'held')) return [];
    const reading = JSON.parse(readFileSync(join(shared, 'gold', name), 'utf8')) as { text: string };
    const text = readFileSync(join(shared, reading.text), 'utf8');
    const document = bareDocument(text, name);
    return goldActs(reading, index, text, segment(document, linesOf(text), tools));
  });
}
