import type { Metadata } from '../document.ts';
import type { PageLexicon } from '../lexicon.ts';
import { blocksOf, proseOf, textOfBlocks } from './blocks.ts';
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
  if (fitsTree(html)) {
    try {
      return articleInTree(html, address, lexicon);
    } catch {
      // A page that the libraries stumble over is read without them.
    }
  }
  const meta = metadataOfHead(html, address, lexicon);
  return { text: textOfBlocks(withoutFurniture(proseOf(blocksOf(html)), meta, lexicon)), meta, whole: true };
}

function articleInTree(html: string, address: string | null, lexicon: PageLexicon): Article {
  const page = parsePage(html);
  if (page.documentElement === null) return { text: '', meta: {}, whole: false };
  for (const id of lexicon.archiveBars) page.querySelector(`[id="${id}"]`)?.remove();
  const meta = metadataOfPage(page, html, address, lexicon);
  const blocks = bodyBlocks(page, html, lexicon);
  return { text: textOfBlocks(withoutFurniture(blocks, meta, lexicon)), meta, whole: false };
}

/** How much of a page that is too large for a tree is looked at for its metadata: its head. */
const headLength = 200_000;

function metadataOfHead(html: string, address: string | null, lexicon: PageLexicon): Partial<Metadata> {
  const body = html.slice(0, headLength).search(/<body[\s>]/iu);
  const head = body < 0 ? '' : html.slice(0, body);
  if (head === '' || !fitsTree(head)) return address === null ? {} : { url: address };
  try {
    return metadataOfPage(parsePage(`${head}<body></body></html>`), head, address, lexicon);
  } catch {
    return address === null ? {} : { url: address };
  }
}
