import type { Entry, ZipFile } from 'yauzl';
import { sha256 } from '../../text/digest.ts';
import { readTags } from '../article/blocks.ts';
import { documentFromText, type Metadata } from '../document.ts';
import { IngestError } from '../error.ts';
import { Bytes } from './bytes.ts';
import { joined } from './html.ts';
import type { Context, Ingested, Source } from './reader.ts';
import { bytesOf, membersOf, nameOf, openZip } from './zip.ts';

/** What of a document's XML is words, and what ends a paragraph. Names are those of both standards, with prefix. */
const paragraphs: ReadonlySet<string> = new Set(['w:p', 'text:p', 'text:h']);
const words: ReadonlySet<string> = new Set(['w:t', 'text:p', 'text:h']);
/** Deleted words, notes and comments, drawn text that is given a second time. */
const silent: ReadonlySet<string> = new Set([
  ...['w:del', 'mc:fallback', 'w:instrtext', 'office:annotation', 'text:note', 'text:tracked-changes'],
]);

/** The paragraphs of a document in WordprocessingML or OpenDocument. */
export function paragraphsOf(xml: string): readonly string[] {
  const out: string[] = [];
  let line: string[] = [];
  let open = 0;
  let quiet = 0;
  const flush = (): void => {
    const text = line
      .join('')
      .replace(/[^\S\n]+/gu, ' ')
      .trim();
    if (text !== '') out.push(text);
    line = [];
  };
  readTags(
    xml,
    {
      onopentag(given) {
        const name = given.toLowerCase();
        if (silent.has(name)) quiet++;
        if (quiet > 0) return;
        if (paragraphs.has(name)) flush();
        if (words.has(name)) open++;
        if (name === 'w:tab' || name === 'text:tab' || name === 'text:s') line.push(' ');
        if (name === 'w:br' || name === 'w:cr' || name === 'text:line-break') line.push('\n');
      },
      onclosetag(given) {
        const name = given.toLowerCase();
        if (silent.has(name)) quiet = Math.max(0, quiet - 1);
        if (quiet > 0) return;
        if (words.has(name)) open = Math.max(0, open - 1);
        if (paragraphs.has(name)) flush();
      },
      ontext(text) {
        if (open > 0 && quiet === 0) line.push(text);
      },
    },
    true,
  );
  flush();
  return out;
}

const properties: Readonly<Record<string, keyof Metadata>> = {
  'dc:title': 'title',
  'dc:creator': 'byline',
  'meta:initial-creator': 'byline',
  'dcterms:created': 'published',
  'meta:creation-date': 'published',
  'dcterms:modified': 'modified',
  'dc:language': 'language',
};

function propertiesOf(xml: string): Partial<Metadata> {
  const out: { -readonly [K in keyof Metadata]?: string } = {};
  let field: keyof Metadata | null = null;
  readTags(
    xml,
    {
      onopentag(name) {
        field = properties[name.toLowerCase()] ?? null;
      },
      onclosetag() {
        field = null;
      },
      ontext(text) {
        if (field && text.trim() !== '') out[field] = (out[field] ?? '') + text;
      },
    },
    true,
  );
  // When the file was made is not when the report came out.
  const { published: _, modified: __, ...rest } = out;
  return rest;
}

/** Word (DOCX) and OpenDocument (ODT) texts: one report, its paragraphs as paragraphs. */
export async function* readOffice(source: Source, context: Context): AsyncGenerator<Ingested> {
  const bytes = await source.bytes.all(context.budget.limits.document, 'The document');
  const zip = await openZip(bytes);
  try {
    const members = new Map<string, Entry>();
    for await (const entry of membersOf(zip)) {
      context.budget.entry();
      members.set(nameOf(entry), entry);
    }
    const body = members.get('word/document.xml') ?? members.get('content.xml');
    if (!body) {
      throw new IngestError(
        'no-text',
        'This is an office file, but no text document (DOCX, ODT). Save its text as .docx, .txt or .csv, and give that.',
      );
    }
    const text = paragraphsOf(await xmlOf(zip, body, context)).join('\n\n');
    if (text === '') throw new IngestError('empty', 'There is no text in this document: it may hold only pictures.');
    const core = members.get('docProps/core.xml') ?? members.get('meta.xml');
    const meta = core ? propertiesOf(await xmlOf(zip, core, context)) : {};
    yield { document: documentFromText(text, source.origin, joined(meta, source.known), [], sha256(bytes)) };
  } finally {
    zip.close();
  }
}

async function xmlOf(zip: ZipFile, entry: Entry, context: Context): Promise<string> {
  const bytes = new Bytes(bytesOf(zip, entry, context.budget));
  return new TextDecoder('utf-8').decode(await bytes.all(context.budget.limits.document, 'The document'));
}
