/** The dossier of a case in Markdown (CommonMark with tables, github.github.com/gfm). */
import type { OurWords } from '../../data/words.ts';
import { escaped } from '../dossier/markdown.ts';
import type { Block, TableCell } from './blocks.ts';
import type { Entry, Quotation } from './evidence.ts';
import { dayInWords } from './evidence.ts';
import { layoutOf } from './layout.ts';
import type { CaseDossier, ReportEntry } from './model.ts';
import { furtherOf, placesInWords, sourceInWords } from './phrases.ts';

/** `[3]` as a link to the report of that number. */
const linked = (sentence: string): string => sentence.replace(/\\\[(\d+)\\\]/g, '[$1](#report-$1)');

function quotation(q: Quotation, words: OurWords): string {
  const source = sourceInWords(q, words).map(escaped).join(', ');
  const { report, digest } = q.reference;
  return (
    `“${escaped(q.words)}” — ${escaped(q.speaker)}; ${linked(source)}, ` +
    `[${report}](#report-${report}) ${digest.slice(0, 12)}@${placesInWords(q.reference)}`
  );
}

/** What it says, and each quotation on a line of its own below it. */
function bullet(entry: Entry, label: string | null, words: OurWords, indent = ''): string {
  const said = [label === null ? null : `**${escaped(label)}**`, entry.said === '' ? null : escaped(entry.said)];
  const head = said.filter((s) => s !== null).join(' ');
  const lines = [
    ...entry.quotes.map((q) => quotation(q, words)),
    ...furtherOf(entry, words).map((s) => linked(escaped(s))),
  ];
  if (head === '') return lines.map((line) => `${indent}- ${line}`).join('\n');
  if (lines.length === 1) return `${indent}- ${head}: ${lines[0]}`;
  return [`${indent}- ${head}`, ...lines.map((line) => `${indent}  - ${line}`)].join('\n');
}

const cell = ({ text, quote, small }: TableCell): string =>
  [escaped(text), quote ? `“${escaped(quote)}”` : '', small ? linked(escaped(small)) : '']
    .filter((part) => part !== '')
    .join('<br>');

const row = (fields: readonly string[]): string => `| ${fields.join(' | ')} |`;

const report = (r: ReportEntry, words: OurWords): string => {
  const facts = [r.outlet, r.agency, dayInWords(r.day, words), r.url].filter((x) => x !== null).map(escaped);
  return `${r.number}. <a id="report-${r.number}"></a>${escaped(r.title)} (${facts.join(', ')}) \`${r.digest}\``;
};

function blockOf(block: Block, words: OurWords): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
    case 'text':
      if (block.tone === 'note') return `*${escaped(block.text)}*`;
      return block.tone === 'facts' ? linked(escaped(block.text)) : escaped(block.text);
    case 'entry':
      return bullet(block.entry, block.label, words);
    case 'sides': {
      const sides = block.sides.map(({ entry }) => bullet(entry, null, words, block.title === null ? '' : '  '));
      return [...(block.title === null ? [] : [`- ${escaped(block.title)}`]), ...sides].join('\n');
    }
    case 'table':
      return [
        row(block.head.map((h) => escaped(h.text))),
        row(block.head.map((h) => (h.number ? '---:' : '---'))),
        ...block.rows.map((cells) => row(cells.map(cell))),
      ].join('\n');
    case 'reports':
      return block.reports.map((r) => report(r, words)).join('\n');
  }
}

/** The whole dossier. Ends with a line break. */
export function caseMarkdown(dossier: CaseDossier, words: OurWords): string {
  const blocks = layoutOf(dossier, words);
  // Lines of one list stand together; everything else is parted by a blank line.
  const list = (block: Block | undefined): boolean => block?.kind === 'entry' || block?.kind === 'sides';
  return `${blocks
    .map((block, i) => blockOf(block, words) + (list(block) && list(blocks[i + 1]) ? '\n' : '\n\n'))
    .join('')
    .trimEnd()}\n`;
}
