/** Talks, deeds, disputes and single records in one plain sentence or heading of ours. */
import type { CaseDispute, Happening, Item, TalkLife } from '../../../src/case.ts';
import { sayerWords } from '../parts/sayer.ts';
import { deedSign, type Sign, stanceSign, talkSign } from '../parts/signs.ts';
import { issueName } from '../state.ts';
import { clip, commonWords } from '../text.ts';
import { capital, DISPUTE, EVENT_TYPE, label, SAY, STANCE, TALK_KIND, TALK_STATUS } from '../words.ts';

export const list = (names: readonly string[]): string => names.join(', ');

/** `Negotiation of Halvia and Maravet in Lorn`. */
export function talkTitle(t: Pick<TalkLife, 'kind' | 'participants' | 'place'>): string {
  const who = t.participants.length ? ` of ${list(t.participants)}` : '';
  return `${capital(label(TALK_KIND, t.kind))}${who}${t.place ? `, ${t.place}` : ''}`;
}

export const namesOf = (all: Happening['actors']): string => list(all.map((a) => a.name));

/** `Attack, Nerith, by Maravet`. */
export function happeningTitle(h: Happening): string {
  const by =
    h.actors.length > 1 ? `, laid to ${namesOf(h.actors)}` : h.actors.length ? `, by ${namesOf(h.actors)}` : '';
  return `${capital(label(EVENT_TYPE, h.type))}${h.place ? `, ${h.place.name}` : ''}${by}`;
}

/** What a dispute is about: our words for what the accounts share, the source's where that says too little. */
export function disputeAbout(d: CaseDispute): { readonly ours: string | null; readonly quoted: string | null } {
  const slots = d.common?.split(', ').length ?? 0;
  // "Attack" alone tells no dispute from another.
  const telling = slots > 1 || (slots === 1 && d.common!.includes(' '));
  return {
    ours: d.common === null ? null : commonWords(d.common),
    quoted: telling ? null : clip(d.accounts[0]?.words ?? '', 12),
  };
}

/** The same as one string, for lists to choose from. */
export function disputeTitle(d: CaseDispute): string {
  const { ours, quoted } = disputeAbout(d);
  return [ours, quoted && `“${quoted}”`].filter(Boolean).join(': ');
}

/** One plain sentence on a record of one report. */
export function itemSentence(item: Item): { sentence: string; sign: Sign; party: string | null } {
  switch (item.kind) {
    case 'statement':
      return {
        sentence: `${capital(item.by ? sayerWords(item.by) : 'somebody')} ${ACTS[item.record.act]}`,
        sign: 'said',
        party: item.by?.party ?? null,
      };
    case 'position':
      return {
        sentence: `${item.record.holder} ${STANCE[item.record.stance]}, on ${item.record.issues.map(issueName).join('; ')}`,
        sign: stanceSign(item.record.stance),
        party: item.record.holder,
      };
    case 'talk':
      return {
        sentence: `${talkTitle({ ...item.record, place: item.record.place?.name ?? null })}: ${TALK_STATUS[item.record.status]}`,
        sign: talkSign(item.record.status),
        party: null,
      };
    case 'event':
      return {
        sentence: `${capital(label(EVENT_TYPE, item.record.type))}${item.record.place ? `, ${item.record.place.name}` : ''}${item.record.actor ? `, by ${item.record.actor}` : ''}`,
        sign: deedSign(item.by === null),
        party: item.record.actor,
      };
    case 'dispute':
      return {
        sentence: `${capital(label(DISPUTE, item.record.kind))}: ${item.record.sides.map((s) => s.who ?? SAY.reporter).join(' against ')}`,
        sign: 'unequal',
        party: null,
      };
  }
}

/** What a speaker does, in the third person. */
export const ACTS = {
  claim: 'says',
  deny: 'denies',
  admit: 'admits',
  demand: 'demands',
  offer: 'offers',
  promise: 'promises',
  agree: 'agrees',
  reject: 'rejects',
  threaten: 'threatens',
  accuse: 'accuses',
  support: 'supports',
  assess: 'assesses',
} as const;
