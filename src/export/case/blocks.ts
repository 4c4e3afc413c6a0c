/** What a dossier is laid out in; every form (Markdown, HTML, DOCX) sets these in its own way. */
import type { Entry } from './evidence.ts';
import type { ReportEntry } from './model.ts';

export interface TableCell {
  readonly text: string;
  /** Words of a source, which are set in their own type. */
  readonly quote?: string;
  /** Smaller, below the rest. */
  readonly small?: string;
  readonly number?: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string; readonly party?: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'lede' | 'plain' | 'note' | 'facts' }
  /** `label` stands before it: "Now". */
  | { readonly kind: 'entry'; readonly label: string | null; readonly entry: Entry; readonly party: string | null }
  /** Two or more things to be compared. */
  | {
      readonly kind: 'sides';
      readonly title: string | null;
      readonly sides: readonly { readonly entry: Entry; readonly party: string | null }[];
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly { readonly text: string; readonly party?: string; readonly number?: boolean }[];
      readonly rows: readonly (readonly TableCell[])[];
    }
  | { readonly kind: 'reports'; readonly reports: readonly ReportEntry[] };

export const text = (words: string, tone: (Block & { kind: 'text' })['tone'] = 'plain'): Block => ({
  kind: 'text',
  text: words,
  tone,
});
export const heading = (level: 1 | 2 | 3 | 4, words: string, party?: string): Block => ({
  kind: 'heading',
  level,
  text: words,
  ...(party === undefined ? {} : { party }),
});
export const entryOf = (entry: Entry, party: string | null = null, label: string | null = null): Block => ({
  kind: 'entry',
  label,
  entry,
  party,
});
