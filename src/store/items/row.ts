import type { Item, ReportHead } from '../../case.ts';
import { isSure } from '../../record.ts';
import { plain, plainOrNull } from '../plain.ts';

/** An item as the tables have it: columns that lists are narrowed by, and the rest as JSON. */
export interface ItemRow {
  readonly kind: string;
  readonly id: string;
  readonly day: string;
  readonly type: string | null;
  readonly status: string | null;
  readonly voice: string | null;
  readonly outlet: string | null;
  readonly unsure: 0 | 1;
  /** Whose a position is. */
  readonly party: string | null;
  /**
   * Where it stands in the queue of what is unsure, as text that sorts: one minus the confidence. `null` for what is sure or was
   * judged right, and for what is said and counts for nothing.
   */
  readonly doubt: string | null;
  readonly facets: readonly string[];
  readonly parts: readonly string[];
  readonly words: string;
  /** Without its report, which stands in a table of its own. */
  readonly body: string;
}

/** The names of facets: what an item or entry may have several of. */
export const facetOf = {
  party: (name: string): string => plain(`party ${name}`),
  issue: (code: string): string => plain(`issue ${code}`),
  outlet: (name: string): string => plain(`outlet ${name}`),
  voice: (voice: string): string => `voice ${voice}`,
} as const;

/** The parties that an item is about or that speak in it. */
export function partiesOf(item: Item): readonly string[] {
  const found: (string | null)[] = [item.by?.party ?? null];
  if (item.kind === 'statement') found.push(item.record.speaker.party);
  else if (item.kind === 'position') found.push(item.record.holder);
  else if (item.kind === 'talk') found.push(...item.record.participants, ...item.record.mediators);
  else if (item.kind === 'event') found.push(item.record.actor, item.record.target);
  else found.push(...item.record.sides.map((side) => side.party));
  return [...new Set(found.filter((name) => name !== null))];
}

function columnsOf(item: Item): Pick<ItemRow, 'type' | 'status' | 'voice'> {
  switch (item.kind) {
    case 'statement':
      return { type: item.record.act, status: item.record.form, voice: null };
    case 'position':
      return { type: item.record.stance, status: item.record.movement, voice: item.record.voice };
    case 'talk':
      return { type: item.record.kind, status: item.record.status, voice: null };
    case 'event':
      return { type: item.record.type, status: item.record.status, voice: null };
    case 'dispute':
      return { type: item.record.kind, status: null, voice: null };
  }
}

/**
 * Whether a judgement of it would change the record. Of what is said, only what counts as words beside deeds: four in five
 * statements below the bar are claims, copies or said by nobody's party, and three in four of them are right all the same.
 */
const isWorthALook = (item: Item, parts: readonly string[]): boolean =>
  item.kind !== 'statement' || parts.some((part) => part.startsWith('deeds/'));

export function itemRow(item: Item, parts: readonly string[]): ItemRow {
  const { report, ...rest } = item;
  const issues = item.kind === 'position' ? item.record.issues : [];
  const { confidence } = item.record;
  const unsure = !isSure(item.record) && !item.accepted;
  // A position is its holder's, whoever tells of it.
  const parties = item.kind === 'position' ? [item.record.holder] : partiesOf(item);
  return {
    kind: item.kind,
    id: item.id,
    day: report.day ?? '',
    ...columnsOf(item),
    outlet: plainOrNull(report.outlet),
    unsure: unsure ? 1 : 0,
    party: item.kind === 'position' ? plain(item.record.holder) : null,
    doubt: unsure && isWorthALook(item, parts) ? (1 - confidence).toFixed(4) : null,
    facets: [...parties.map(facetOf.party), ...issues.map(facetOf.issue)],
    parts: parts.map(plain),
    words: item.words,
    body: JSON.stringify(rest),
  };
}

/** The way back: an item from its body and the head of its report. */
export const itemOf = (body: string, report: ReportHead): Item => ({ ...JSON.parse(body), report }) as Item;
