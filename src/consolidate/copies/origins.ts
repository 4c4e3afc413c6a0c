import type { Span } from '../../record.ts';
import { lengthOf, shared, span } from '../../text/span.ts';
import type { CopyLink, Passage } from './link.ts';
import { isShortFor, originatorOf, precedenceOf } from './precedence.ts';
import type { ReportHead } from './sketch.ts';

/** Words of a report that carry an entry of the record. */
export interface Evidence {
  /** The report's id. */
  readonly report: string;
  readonly spans: readonly Span[];
}

/** Reports joined by copying, directly or through others. */
export interface CopyFamily {
  /** All of them, in order of precedence. */
  readonly reports: readonly string[];
  /** Those that copy none of the others, in order of precedence. */
  readonly originals: readonly string[];
  /** Every shared passage of every copy, with the report that has it first of all. */
  readonly passages: readonly {
    readonly copy: string;
    readonly span: Span;
    readonly original: string;
    readonly originalSpan: Span;
  }[];
}

/** How many stand behind an entry who did not take it from each other. */
export interface Originators {
  /** Their names (an agency, an outlet), or the id of a report whose outlet is unknown; sorted. */
  readonly names: readonly string[];
  /** For each piece of evidence, in order, the id of the report that its words come from. */
  readonly reports: readonly string[];
}

/** Where words come from, by the links between reports. */
export interface Origins {
  /** The report that has the words first, and where they stand in it; the report itself for words of its own. */
  originOf(report: string, words: Span): { readonly report: string; readonly span: Span };
  /** Counts who is independently behind an entry, by all the evidence for it. */
  originatorsOf(evidence: readonly Evidence[]): Originators;
  families(): readonly CopyFamily[];
}

/** Words belong to a shared passage when this share of them stands in it. */
const MOST = 0.5;

/**
 * `headOf` tells of each report what its sketch was made with. Quotations that two reports share are not followed: each
 * reporter may have heard them.
 */
export function originsOf(links: readonly CopyLink[], headOf: (id: string) => ReportHead | undefined): Origins {
  const precedence = new Map<string, string>();
  const order = (id: string): string => {
    let key = precedence.get(id);
    if (key === undefined) {
      const head = headOf(id);
      key = head ? precedenceOf(head) : id;
      precedence.set(id, key);
    }
    return key;
  };
  const byOrder = (a: string, b: string): number => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0);
  const copies = links.filter((link) => link.kind !== 'quotation');
  const sources = new Map<string, CopyLink[]>();
  for (const link of copies) {
    const known = sources.get(link.copy);
    if (known) known.push(link);
    else sources.set(link.copy, [link]);
  }
  for (const known of sources.values()) known.sort((a, b) => byOrder(a.original, b.original));

  const originOf = (report: string, words: Span): { report: string; span: Span } => {
    for (const link of sources.get(report) ?? []) {
      for (const passage of link.passages) {
        if (passage.kind !== 'report' || shared(passage.copy, words) < MOST * lengthOf(words)) continue;
        return originOf(link.original, within(passage, words));
      }
    }
    return { report, span: words };
  };

  return {
    originOf,
    originatorsOf(evidence) {
      const reports = evidence.map(({ report, spans }) =>
        mostOf(
          spans.map((s) => [originOf(report, s).report, lengthOf(s)]),
          report,
        ),
      );
      const names = reports.map((id) => {
        const head = headOf(id);
        return head ? originatorOf(head) : id;
      });
      return { names: withoutShortNames(names), reports };
    },
    families() {
      return groupsOf(copies).map((reports) => {
        const inside = reports.sort(byOrder);
        const passages = inside.flatMap((copy) =>
          (sources.get(copy) ?? []).flatMap(({ passages: shared }) =>
            shared
              .filter(({ kind }) => kind === 'report')
              .map((passage) => {
                const origin = originOf(copy, passage.copy);
                return { copy, span: passage.copy, original: origin.report, originalSpan: origin.span };
              }),
          ),
        );
        return { reports: inside, originals: inside.filter((id) => !sources.has(id)), passages };
      });
    },
  };
}

/** Where words of the copy stand in the original, as near as the passage tells: by their share of it. */
function within({ original, copy }: Passage, words: Span): Span {
  const scale = lengthOf(original) / Math.max(1, lengthOf(copy));
  const at = (offset: number): number =>
    Math.round(original.start + Math.min(Math.max(offset - copy.start, 0), lengthOf(copy)) * scale);
  return span(at(words.start), at(words.end));
}

/** The report with the most words; the first of those with as many; `otherwise` where there are none. */
function mostOf(found: readonly (readonly [report: string, length: number])[], otherwise: string): string {
  const lengths = new Map<string, number>();
  for (const [report, length] of found) lengths.set(report, (lengths.get(report) ?? 0) + length);
  let best = otherwise;
  let most = -1;
  for (const [report, length] of lengths) {
    if (length > most) [best, most] = [report, length];
  }
  return best;
}

/** Each name once; "LPA" is left out where it can only be the "Littoral Press Agency" beside it. */
function withoutShortNames(names: readonly string[]): readonly string[] {
  const all = [...new Set(names)].sort();
  return all.filter((name) => all.filter((other) => isShortFor(name, other)).length !== 1);
}

/** The reports joined by links, each group in the order of its first link. */
function groupsOf(links: readonly CopyLink[]): string[][] {
  const parents = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parents.get(root); up !== undefined && up !== root; up = parents.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { original, copy } of links) {
    const [a, b] = [rootOf(original), rootOf(copy)];
    parents.set(original, parents.get(original) ?? a);
    parents.set(copy, parents.get(copy) ?? b);
    if (a !== b) parents.set(a < b ? b : a, a < b ? a : b);
  }
  const groups = new Map<string, string[]>();
  for (const id of [...parents.keys()].sort()) {
    const root = rootOf(id);
    const group = groups.get(root);
    if (group) group.push(id);
    else groups.set(root, [id]);
  }
  return [...groups.values()];
}
