import { bareLine, type PageLexicon } from '../lexicon.ts';
import type { PageBlock } from './blocks.ts';

/** Longest line that a beginning can give away: a longer one is a paragraph that happens to begin so. */
const longest = 160;

/** Longest heading of what comes after the report. */
const shortHead = 80;

const same = (a: string, b: string): boolean => bareLine(a) === bareLine(b);

/** Leaves out what stands between the paragraphs and is no part of the report: buttons, links to others, credits. */
export function withoutFurniture(
  blocks: readonly PageBlock[],
  { title, byline }: { readonly title?: string | null; readonly byline?: string | null },
  lexicon: PageLexicon,
): readonly PageBlock[] {
  const out: PageBlock[] = [];
  const all = blocks.reduce((sum, b) => sum + b.text.length, 0);
  let before = 0;
  for (const [i, block] of blocks.entries()) {
    const line = bareLine(block.text);
    const after = all - before - block.text.length;
    before += block.text.length;
    if (line === '') continue;
    if (block.text.length <= longest) {
      if (lexicon.lines.has(line)) continue;
      if (lexicon.leads.some((lead) => line.startsWith(lead))) continue;
      // Title and byline stand in fields of their own.
      if (title && i < 5 && same(block.text, title)) continue;
      if (byline && i < 8 && block.text.length < byline.length + 12 && line.endsWith(bareLine(byline))) continue;
      // A report does not end at its beginning: what comes after must be less than what came before.
      const end = block.text.length < shortHead && after < (before - block.text.length) / 2;
      if (end && lexicon.ends.some((head) => line.startsWith(head))) break;
    }
    out.push(block);
  }
  return out;
}
