import { bareLine, type PageLexicon } from '../lexicon.ts';
import type { PageBlock } from './blocks.ts';

/** Longest line that a beginning can give away: a longer one is a paragraph that happens to begin so. */
const longest = 160;

/** Longest heading of what comes after the report. */
const shortHead = 80;

/** Longest paragraph that is taken for a call to the reader, or for who holds a picture, by words in its midst. */
const longestCall = 320;
const longestCredit = 120;

/** Whether a paragraph asks the reader for something, or says whose a picture or the report is. Quoted words are the report's. */
function isCall(text: string, { calls, credits }: PageLexicon): boolean {
  const line = text.toLowerCase();
  if (line.startsWith('©')) return true;
  if (/["“”„«»]/u.test(text)) return false;
  if (text.length <= longestCredit && !/[.!?]$/u.test(text) && credits.some((words) => line.includes(words)))
    return true;
  return calls.some((words) => line.includes(words));
}

/** Paragraphs from the end among which one may tell who wrote the report, and the longest of such. */
const last = 4;
const longestNote = 500;

/** Whether a paragraph tells of its writer, by name: "Mira Lann covers the strait for the Post." */
function isOfWriter(text: string, byline: string, { ofWriters, toWriters }: PageLexicon): boolean {
  const line = bareLine(text);
  return byline.split(/,| and | & /u).some((one) => {
    const name = bareLine(one);
    if (!name.includes(' ')) return false;
    if (toWriters.some((words) => line.startsWith(`${words} ${name}`))) return true;
    return line.startsWith(`${name} `) && ofWriters.some((words) => line.startsWith(`${words} `, name.length + 1));
  });
}

/** Lines of players and counters differ in their figures alone: `3 of 24`. */
const figures = /\d+(?:[.,:]\d+)*/gu;

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
      if (lexicon.lines.has(line) || lexicon.lines.has(line.replace(figures, '0'))) continue;
      if (lexicon.leads.some((lead) => line.startsWith(lead))) continue;
      // Title and byline stand in fields of their own.
      if (title && i < 5 && same(block.text, title)) continue;
      if (byline && i < 8 && block.text.length < byline.length + 12 && line.endsWith(bareLine(byline))) continue;
      // A report does not end at its beginning: what comes after must be less than what came before.
      // Nor at a line that itself says what else is to be read, as it stands between the paragraphs.
      const end =
        block.text.length < shortHead &&
        after < (before - block.text.length) / 2 &&
        !(block.text.includes(': ') && block.linked > 0);
      if (!end && block.linked > 0 && lexicon.ends.some((head) => line.startsWith(head))) continue;
      if (end && lexicon.ends.some((head) => line.startsWith(head))) break;
    }
    const late = i >= blocks.length - last && i > 0 && block.text.length <= longestNote;
    if (late && byline && isOfWriter(block.text, byline, lexicon)) continue;
    if (block.text.length <= longestCall && isCall(block.text, lexicon)) continue;
    out.push(block);
  }
  return out;
}
