import type { Metadata } from '../document.ts';
import type { PageLexicon } from '../lexicon.ts';
import { blocksOf, textOfBlocks } from './blocks.ts';
import { bodyBlocks } from './body.ts';
import { fitsTree, parsePage } from './dom.ts';
import { withoutFurniture } from './lines.ts';
import { metadataOfPage } from './metadata.ts';

/** The report on a page. */
export interface Article {
  /** Its paragraphs, a blank line between them; empty where there is none. */
  readonly text: string;
  readonly meta: Partial<Metadata>;
  /** Whether the page was too large or too deep for a tree, so that all its text was taken. */
  readonly whole: boolean;
}

/** Finds the report on a page: its text in paragraphs and what the page tells of it. Pure. */
export function articleIn(html: string, address: string | null, lexicon: PageLexicon): Article {
  if (!fitsTree(html)) {
    const meta = address === null ? {} : { url: address };
    return { text: textOfBlocks(withoutFurniture(blocksOf(html), {}, lexicon)), meta, whole: true };
  }
  const page = parsePage(html);
  if (page.documentElement === null) return { text: '', meta: {}, whole: false };
  const meta = metadataOfPage(page, html, address, lexicon);
  const blocks = bodyBlocks(page, html, lexicon);
  return { text: textOfBlocks(withoutFurniture(blocks, meta, lexicon)), meta, whole: false };
}
