/** The dossier of a case for word processors (Office Open XML), by the `docx` library. */
import {
  BorderStyle,
  TableCell as Cell,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { OurWords } from '../../data/words.ts';
import type { Block, TableCell } from './blocks.ts';
import type { Entry, Quotation } from './evidence.ts';
import { dayInWords } from './evidence.ts';
import { layoutOf } from './layout.ts';
import type { CaseDossier, ReportEntry } from './model.ts';
import { furtherOf, placesInWords, sourceInWords } from './phrases.ts';

/** Serif is the source's words, sans is ours. Half-points. */
const SERIF = 'Georgia';
const SANS = 'Arial';
const SMALL = 16;

const LEVELS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

/** Text without the control characters that XML cannot hold. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids.
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd').toWellFormed();

const ours = (text: string, more: { bold?: boolean; size?: number; italics?: boolean } = {}): TextRun =>
  new TextRun({ text: plain(text), font: SANS, ...more });
const theirs = (text: string): TextRun => new TextRun({ text: plain(`“${text}”`), font: SERIF });

const quotation = (q: Quotation, words: OurWords): Paragraph[] => {
  const { report, digest } = q.reference;
  const source = `${q.speaker}; ${sourceInWords(q, words).join(', ')}, [${report}] ${digest.slice(0, 12)}@${placesInWords(q.reference)}`;
  return [
    new Paragraph({ children: [theirs(q.words)], indent: { left: 360 }, spacing: { before: 80 } }),
    new Paragraph({ children: [ours(source, { size: SMALL })], indent: { left: 360 } }),
  ];
};

function entryOf(entry: Entry, label: string | null, words: OurWords): Paragraph[] {
  const said: TextRun[] = [
    ...(label === null ? [] : [ours(`${label} `, { bold: true })]),
    ...(entry.said === '' ? [] : [ours(entry.said)]),
  ];
  return [
    ...(said.length > 0 ? [new Paragraph({ children: said, spacing: { before: 160 }, keepNext: true })] : []),
    ...entry.quotes.flatMap((q) => quotation(q, words)),
    ...furtherOf(entry, words).map(
      (s) => new Paragraph({ children: [ours(s, { size: SMALL })], indent: { left: 360 } }),
    ),
  ];
}

const cellOf = ({ text, quote, small }: TableCell): Cell =>
  new Cell({
    children: [
      ...(text === '' ? [] : [new Paragraph({ children: [ours(text)] })]),
      ...(quote ? [new Paragraph({ children: [theirs(quote)] })] : []),
      ...(small ? [new Paragraph({ children: [ours(small, { size: SMALL })] })] : []),
      ...(text === '' && !quote && !small ? [new Paragraph({})] : []),
    ],
  });

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'A9ADAA' } as const;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

function reportOf(r: ReportEntry, words: OurWords): Paragraph {
  const facts = [r.outlet, r.agency, dayInWords(r.day, words)].filter((x) => x !== null).join(', ');
  const children: ParagraphChild[] = [ours(`${r.number}. `), ours(r.title, { bold: true }), ours(` ${facts} `)];
  if (r.url !== null && /^https?:\/\/[^\s]+$/i.test(r.url)) {
    children.push(new ExternalHyperlink({ link: r.url, children: [ours(`${r.url} `)] }));
  } else if (r.url !== null) children.push(ours(`${r.url} `));
  children.push(ours(r.digest, { size: 14 }));
  return new Paragraph({ children, spacing: { before: 80 } });
}

function blockOf(block: Block, words: OurWords): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ children: [ours(block.text, { bold: true })], heading: LEVELS[block.level - 1]! })];
    case 'text':
      return [
        new Paragraph({
          children: [ours(block.text, block.tone === 'note' ? { size: SMALL } : {})],
          spacing: { after: 80 },
        }),
      ];
    case 'entry':
      return entryOf(block.entry, block.label, words);
    case 'sides':
      return [
        ...(block.title === null ? [] : [new Paragraph({ children: [ours(block.title, { bold: true })] })]),
        ...block.sides.flatMap(({ entry }) => entryOf(entry, null, words)),
      ];
    case 'table':
      return [
        new Paragraph({ children: [ours(block.caption, { size: SMALL })], spacing: { before: 160 }, keepNext: true }),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          borders: { top: LINE, bottom: LINE, insideHorizontal: LINE, left: NONE, right: NONE, insideVertical: NONE },
          rows: [
            new TableRow({
              tableHeader: true,
              children: block.head.map(
                (h) => new Cell({ children: [new Paragraph({ children: [ours(h.text, { bold: true })] })] }),
              ),
            }),
            ...block.rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map(cellOf) })),
          ],
        }),
      ];
    case 'reports':
      return block.reports.map((r) => reportOf(r, words));
  }
}

/** The whole dossier as the bytes of a .docx file. */
export async function caseDocx(dossier: CaseDossier, words: OurWords): Promise<Uint8Array<ArrayBuffer>> {
  const children = layoutOf(dossier, words).flatMap((block) => blockOf(block, words));
  const file = new Document({
    title: plain(dossier.title),
    creator: 'Rapporteur',
    styles: { default: { document: { run: { font: SANS, size: 20 } } } },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
