import type { Document, Note, Origin } from '../record.ts';
import { sha256 } from '../text/digest.ts';

/** What a source may tell of a report besides its text. What it does not tell is `null`. */
export interface Metadata {
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  /** ISO 8601. */
  readonly published: string | null;
  /** ISO 639-1. */
  readonly language: string | null;
}

/** A report from its text. Pure. */
export function documentFromText(
  text: string,
  origin: Origin,
  meta: Partial<Metadata> = {},
  notes: readonly Note[] = [],
): Document {
  return {
    text,
    text_sha256: sha256(text),
    origin,
    title: meta.title ?? null,
    url: meta.url ?? null,
    outlet: meta.outlet ?? null,
    published: meta.published ?? null,
    language: meta.language ?? null,
    notes,
  };
}

/** A report from its bytes. Pure. */
export function documentFromBytes(bytes: Uint8Array, origin: Origin, meta: Partial<Metadata> = {}): Document {
  return documentFromText(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), origin, meta);
}
