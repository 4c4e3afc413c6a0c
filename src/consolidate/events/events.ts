import type { Item } from '../../case.ts';
import { namedPlaces, toldDenialOf } from '../disputes/shown.ts';
import { isContested, toldDisputeOf } from '../disputes/told.ts';
import { compare, type Family } from '../family.ts';
import type { MergingLexicon, QuadTable } from '../join/lexicon.ts';
import { joinedWithin } from './join.ts';
import { layerOf, partOfAccount, partOfDenial, partOfEvent, threadOfEvent } from './keys.ts';
import { type EventPart, toldThread } from './thread.ts';
import { toldOf } from './told.ts';

/**
 * What happened, over all reports, and the disputes about it. A thread is an area and a third of a month; a part one
 * kind of event at one day there.
 */
export function eventsFamily(lexicon: MergingLexicon, quads: QuadTable): Family {
  return {
    prefix: 'event',
    partsOf,
    part(key, items): EventPart {
      const told = items.flatMap((item) => (item.kind === 'event' ? [toldOf(item)] : []));
      return {
        events: joinedWithin(told, layerOf(key), lexicon),
        disputes: items.flatMap((item) => (item.kind === 'dispute' ? [toldDisputeOf(item)] : [])),
        denials: items.flatMap((item) => (item.kind === 'statement' ? toldDenialOf(item) : [])),
      };
    },
    threadOf: threadOfEvent,
    thread: (_key, parts, ledger) => toldThread(parts, ledger, lexicon, quads),
  };
}

function partsOf(item: Item): readonly string[] {
  switch (item.kind) {
    case 'event':
      return [partOfEvent({ ...item.record, at: item.at }, item.report, item.words)];
    case 'dispute': {
      if (!isContested(item)) return [];
      // About several events: with the one that is known best.
      const parts = item.about.map((event) => partOfEvent(event, item.report, '')).sort(byLayer);
      return parts[0] === undefined ? [] : [partOfAccount(parts[0], 'dispute', item.report.day)];
    }
    case 'statement': {
      const { day } = item.report;
      if (item.record.act !== 'deny' || item.by?.party == null || day === null) return [];
      return [...new Set(namedPlaces(item).map((place) => partOfDenial(place, day)))];
    }
    default:
      return [];
  }
}

const LAYERS = ['dated', 'reported', 'recalled', 'coarse', 'loose', 'undated'];
const byLayer = (a: string, b: string): number =>
  LAYERS.indexOf(layerOf(a)) - LAYERS.indexOf(layerOf(b)) || compare(a, b);
