import { sha256 } from '../../text/digest.ts';
import { isoDate } from '../article/dates.ts';
import { documentFromText, type Metadata } from '../document.ts';
import { IngestError } from '../error.ts';
import { joined } from './html.ts';
import { linesToText, type PdfItem } from './pdf-lines.ts';
import type { Context, Ingested, Source } from './reader.ts';

/** Most pages that are read. */
const most = 2000;

interface PdfPage {
  getTextContent(options?: object): Promise<{ readonly items: readonly PdfItem[] }>;
  cleanup(): void;
}
interface Pdf {
  readonly numPages: number;
  getPage(n: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
  readonly loadingTask: { destroy(): Promise<void> };
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  const { getDocumentProxy } = await import('unpdf');
  const options = {
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  };
  try {
    // The library keeps and empties what it is given.
    return (await getDocumentProxy(Uint8Array.from(bytes), options)) as unknown as Pdf;
  } catch (cause) {
    const { name, message } = cause as Error;
    if (name === 'PasswordException') {
      throw new IngestError('locked', 'This PDF is locked with a password. Save it without one, and give that.');
    }
    throw new IngestError('damaged', `This PDF is damaged (${message.slice(0, 100)}). Get it again.`);
  }
}

/** PDFs that hold text: one report, lines joined to paragraphs. A PDF of pictures is told as one that needs OCR. */
export async function* readPdf(source: Source, context: Context): AsyncGenerator<Ingested> {
  const bytes = await source.bytes.all(context.budget.limits.document, 'The PDF');
  const pdf = await open(bytes);
  try {
    const pages: (readonly PdfItem[])[] = [];
    for (let n = 1; n <= Math.min(pdf.numPages, most); n++) {
      try {
        const page = await pdf.getPage(n);
        const { items } = await page.getTextContent();
        pages.push(items);
        page.cleanup();
      } catch {
        // A page that cannot be read costs itself.
        pages.push([]);
      }
    }
    const text = linesToText(pages);
    if (!/\p{L}{2}/u.test(text)) {
      throw new IngestError(
        'needs-ocr',
        'There is no text in this PDF: its pages are pictures. Run text recognition (OCR) over it, as ocrmypdf does, and give the result.',
      );
    }
    const meta = await metadataOf(pdf, context);
    yield { document: documentFromText(text, source.origin, joined(meta, source.known), [], sha256(bytes)) };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function metadataOf(pdf: Pdf, context: Context): Promise<Partial<Metadata>> {
  let info: Readonly<Record<string, unknown>>;
  try {
    ({ info } = await pdf.getMetadata());
  } catch {
    return {};
  }
  const words = (name: string): string | null => {
    const value = info[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  // D:20310205174000+01'00'
  const made = /^D:(\d{4})(\d\d)(\d\d)/u.exec(words('CreationDate') ?? '');
  const title = words('Title');
  // A page that a browser printed was made into a PDF on the day of printing: that is not when it was published.
  const by = `${words('Creator') ?? ''} ${words('Producer') ?? ''}`.toLowerCase();
  const printed = context.lexicon().pages.printers.some((name) => by.includes(name));
  return {
    title: title !== null && !/^(?:microsoft word|untitled|.*\.(?:docx?|indd|pdf|qxd))/iu.test(title) ? title : null,
    byline: words('Author'),
    published: made && !printed ? isoDate(`${made[1]}-${made[2]}-${made[3]}`, context.lexicon().pages.months) : null,
  };
}
