import { bareLine, type PageLexicon } from '../lexicon.ts';
import type { PageBlock } from './blocks.ts';
import type { Page } from './dom.ts';
import { partsOf } from './shown.ts';

/** How many blocks may stand between the heading and the body. */
const between = 24;
/** Letters that a standfirst has; a longer one is a body. */
const shortest = 50;
const longest = 900;
/** How many elements with such a name are looked into. */
const most = 100;
/** Letters by which a paragraph is known for the description of the page. */
const known = 40;

const begins = (text: string): string => bareLine(text.slice(0, 500)).slice(0, known);

/**
 * The paragraph that sums a report up between its heading and its body, which sites put into a frame of its own. It is known
 * by the description that the page gives of itself, or by the name of its element. Asked before the page is used up.
 *
 * @param blocks all blocks of the page, in order
 * @returns a function that gives the blocks to put before a body
 */
export function standfirstOf(
  page: Page,
  blocks: readonly PageBlock[],
  lexicon: PageLexicon,
): (body: readonly PageBlock[]) => readonly PageBlock[] {
  const starts = new Set<string>();
  const note = (text: string | null | undefined): void => {
    const start = begins((text ?? '').slice(0, 500));
    if (start.length >= known) starts.add(start);
  };
  for (const meta of page.querySelectorAll(
    'meta[name="description"], meta[property="og:description"], meta[name="twitter:description"]',
  )) {
    note(meta.getAttribute('content'));
  }
  const named = [...page.querySelectorAll('[class]')].filter((e) =>
    partsOf(e).some((part) => lexicon.standfirst.has(part)),
  );
  for (const element of named.slice(0, most)) note(element.textContent);
  const heads = new Set([...page.querySelectorAll('h1')].map((h) => bareLine(h.textContent ?? '')));
  return (body) => {
    const first = body.find((b) => b.text.length >= known);
    const end = first ? blocks.findIndex((b) => b.text === first.text) : -1;
    if (end <= 0) return [];
    const from = Math.max(0, end - between);
    const head = blocks.slice(from, end).findLastIndex((b) => heads.has(bareLine(b.text)));
    if (head < 0) return [];
    const own = new Set(body.map((b) => begins(b.text)));
    return blocks
      .slice(from + head + 1, end)
      .filter(
        ({ text, linked }) =>
          text.length >= shortest &&
          text.length <= longest &&
          linked < text.length / 2 &&
          starts.has(begins(text)) &&
          !own.has(begins(text)),
      );
  };
}
