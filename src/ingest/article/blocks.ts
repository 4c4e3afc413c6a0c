import { createRequire } from 'node:module';

/** A stretch of a page that stands by itself: a paragraph, heading, item of a list, row of a table. */
export interface PageBlock {
  readonly text: string;
  /** The innermost element that begins a block. */
  readonly tag: string;
  /** How many of its characters are words of links. */
  readonly linked: number;
}

const blockTags: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol option p pre section summary table tbody tfoot thead tr ul caption'.split(
    ' ',
  ),
);
/** What of a page is no words of it. */
const silent: ReadonlySet<string> = new Set(
  // What stands small above words (ruby) says them once more.
  'script style noscript template svg math head title iframe object embed canvas audio video map select textarea button rt rp'.split(
    ' ',
  ),
);
/** Captions and credits of pictures and tables, left out unless they are asked for. Outside tables a caption is nothing. */
const captions: ReadonlySet<string> = new Set(['figcaption', 'caption']);

/** Marks where a word may be parted at the end of a line, or must not be: nobody sees them, and no word is found with them. */
const unseen = /[\u00ad\u2060\ufeff]/gu;

interface Handler {
  onopentag: (name: string, attributes: Readonly<Record<string, string>>) => void;
  onclosetag: (name: string) => void;
  ontext: (words: string) => void;
}
/** The library's parser, and the names of the elements that it holds open, the innermost first. */
interface Parser {
  write(html: string): void;
  end(): void;
  readonly stack: string[];
  readonly foreignContext: boolean[];
}
interface Library {
  readonly Parser: new (
    handler: Partial<Handler>,
    options: { readonly xmlMode: boolean; readonly decodeEntities: boolean },
  ) => Parser;
}

const load = createRequire(import.meta.url);
let library: Library | null = null;

/** How deep elements are followed. The library looks through all that are open at each tag: of these, no more are kept. */
const deepest = 400;

/** Reads tags of HTML or XML as they come, without a tree: the work and the memory are in proportion to the bytes. */
export function readTags(markup: string, handler: Partial<Handler>, xml = false): void {
  library ??= load('htmlparser2') as Library;
  const parser = new library.Parser(
    {
      ...handler,
      onopentag(name, attributes) {
        if (parser.stack.length > deepest) parser.stack.length = deepest;
        if (parser.foreignContext.length > deepest) parser.foreignContext.length = deepest;
        handler.onopentag?.(name, attributes);
      },
    },
    { xmlMode: xml, decodeEntities: true },
  );
  // In pieces, so that the parser's buffer stays small.
  for (let at = 0; at < markup.length; at += 1 << 16) parser.write(markup.slice(at, at + (1 << 16)));
  parser.end();
}

/** The blocks of some HTML, in order, with spaces as one would see them. */
export function blocksOf(html: string, withCaptions = false): readonly PageBlock[] {
  const blocks: PageBlock[] = [];
  let words: string[] = [];
  let linked = 0;
  let tag = 'p';
  let quiet = 0;
  let links = 0;
  let pre = 0;
  let tables = 0;
  const flush = (): void => {
    if (words.length > 0) {
      for (const part of words.join('').split(/\n[ \t]*\n/u)) {
        const text = part
          .replace(unseen, '')
          .replace(/[\s\u00a0\u200b]+/gu, ' ')
          .trim();
        if (text !== '') blocks.push({ text, tag, linked: Math.min(linked, text.length) });
      }
    }
    words = [];
    linked = 0;
  };
  const isSilent = (name: string): boolean =>
    silent.has(name) || (!withCaptions && captions.has(name) && (name !== 'caption' || tables > 0));
  readTags(html, {
    onopentag(name) {
      if (name === 'table') tables++;
      if (isSilent(name)) quiet++;
      if (quiet > 0) return;
      if (name === 'a') links++;
      else if (name === 'pre') pre++;
      if (name === 'br') words.push('\n');
      else if (name === 'td' || name === 'th') words.push(' ');
      else if (blockTags.has(name)) {
        flush();
        tag = name;
      }
    },
    onclosetag(name) {
      if (name === 'table') tables = Math.max(0, tables - 1);
      if (isSilent(name)) quiet = Math.max(0, quiet - 1);
      if (quiet > 0) return;
      if (name === 'a') links = Math.max(0, links - 1);
      else if (name === 'pre') pre = Math.max(0, pre - 1);
      if (blockTags.has(name)) {
        flush();
        tag = 'p';
      }
    },
    ontext(text) {
      if (quiet > 0) return;
      // Line ends of the source are spaces; those of <br> and <pre> are line ends.
      const seen = pre > 0 ? text : text.replace(/[\r\n]+/gu, ' ');
      words.push(seen);
      if (links > 0) linked += seen.length;
    },
  });
  flush();
  return blocks;
}

/** Leaves out blocks that are hardly more than links, if they are short. */
export function proseOf(blocks: readonly PageBlock[]): readonly PageBlock[] {
  return blocks.filter((b) => b.linked < b.text.length * 0.8 || (b.tag === 'p' && b.text.length > 120));
}

/** Blocks as text: a blank line between paragraphs. */
export const textOfBlocks = (blocks: readonly PageBlock[]): string => blocks.map((b) => b.text).join('\n\n');

/** A short piece of HTML, as of a title, as one line of words. */
export const lineOf = (html: string): string =>
  blocksOf(html, true)
    .map((b) => b.text)
    .join(' ');
