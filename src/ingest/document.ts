import type { Document, Note, Origin } from '../record.ts';
import { sha256 } from '../text/digest.ts';
import { decode } from './decode.ts';
import { inspect } from './inspect.ts';
import { languageOf } from './language.ts';
import { datedByName } from './name-date.ts';

/** What a source may tell of a report besides its text. What it does not tell is `null`. */
export interface Metadata {
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  /** ISO 8601 date or date and time. */
  readonly published: string | null;
  /** The language as the source declares it, in any form of BCP 47 (`en`, `eng`, `en-GB`). */
  readonly language: string | null;
  readonly byline: string | null;
  /** ISO 8601 date or date and time. */
  readonly modified: string | null;
}

const iso =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d\d(?::?\d\d){0,2}(?:\.\d{1,9})?(?: ?Z|[+-]\d\d:?\d\d)?)?)?)?$/;

/** The date of publication where it is ISO 8601; else a note and `null`: no date is guessed. */
function publishedOf(published: string | null): { published: string | null; notes: readonly Note[] } {
  const given = published?.trim() ?? '';
  if (given === '') return { published: null, notes: [] };
  if (iso.test(given)) return { published: given, notes: [] };
  return {
    published: null,
    notes: [
      {
        code: 'published',
        severity: 'warning',
        message: `Its date of publication, "${given.slice(0, 60)}", is not in the form 2031-03-27 or 2031-03-27T08:00Z and is left out.`,
        span: null,
        stage: 'ingest',
      },
    ],
  };
}

/**
 * The same words in memory of their own. A piece cut out of a page keeps the whole page in memory for as long as somebody
 * remembers the piece: which addresses were seen, whose a text is.
 */
const own = (words: string): string => Buffer.from(words, 'utf16le').toString('utf16le');
const ownOr = (words: string | null | undefined): string | null => (words ? own(words) : (words ?? null));

/**
 * A report from its text. Pure. `notes` are what is known already of how the text was come by, `source_sha256` the
 * digest of the bytes that it was read from.
 *
 * `text_sha256` is that of the text in UTF-8; halves of characters (lone surrogates) have no UTF-8 and count as U+FFFD,
 * so two texts that differ in nothing else share a digest.
 */
export function documentFromText(
  text: string,
  origin: Origin,
  meta: Partial<Metadata> = {},
  notes: readonly Note[] = [],
  source_sha256: string | null = null,
): Document {
  const seen = inspect(text);
  const empty = seen.some((n) => n.code === 'empty');
  const { language, notes: spoken } = empty ? { language: null, notes: [] } : languageOf(text, meta.language ?? null);
  const { published, notes: dated } = publishedOf(meta.published ?? null);
  const modified = meta.modified?.trim() ?? '';
  return {
    text,
    text_sha256: sha256(text),
    origin,
    ...(source_sha256 ? { source_sha256 } : {}),
    ...(meta.byline ? { byline: own(meta.byline) } : {}),
    ...(iso.test(modified) ? { modified: own(modified) } : {}),
    title: ownOr(meta.title),
    url: ownOr(meta.url),
    outlet: ownOr(meta.outlet),
    published: ownOr(published),
    language,
    notes: [...notes, ...seen, ...spoken, ...dated],
  };
}

/**
 * A report from its bytes. Pure. The text is what {@link decode} makes of them, without a byte order mark. Where nothing else
 * tells its day of publication, the `name` of its file may. Throws an `IngestError` where they are no text.
 */
export function documentFromBytes(
  bytes: Uint8Array,
  origin: Origin,
  meta: Partial<Metadata> = {},
  name = '',
): Document {
  const { text, encoding, guessed } = decode(bytes);
  const notes: Note[] = [];
  if (guessed && encoding !== 'utf-8') {
    notes.push({
      code: 'encoding',
      severity: 'info',
      message: `Nothing says how it is encoded; it was read as ${encoding === 'windows-1252' ? 'Windows-1252' : encoding.toUpperCase()}. If letters look wrong, save it as UTF-8.`,
      span: null,
      stage: 'ingest',
    });
  } else if (guessed) {
    notes.push({
      code: 'encoding',
      severity: 'warning',
      message: 'It is UTF-8 but for some broken bytes, which show as U+FFFD. Get the text again from its source.',
      span: null,
      stage: 'ingest',
    });
  }
  const dated = datedByName(name, text, meta);
  return documentFromText(text, origin, dated.known, [...notes, ...dated.notes], sha256(bytes));
}

/** Whether later stages are to read a report: it has text, and that is English as far as can be told. */
export const isReadable = (document: Document): boolean =>
  !document.notes.some((n) => n.code === 'not-english' || n.code === 'empty');
