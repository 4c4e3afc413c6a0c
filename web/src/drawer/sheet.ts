/** What the drawer says of an entry or an item, whatever kind it is: one plain sentence, facts, and the evidence. */

import { evidenceOf } from '../../../src/api/client.ts';
import type {
  Actor,
  CaseDispute,
  Evidence,
  Happening,
  Item,
  PositionLine,
  Support,
  TalkLife,
  Target,
} from '../../../src/case.ts';
import { isSure } from '../../../src/record.ts';
import type { JudgementRow, Page, ReportWhole } from '../../../src/store/store.ts';
import { keepAnswer, type Question } from '../answer.tsx';
import { intervalWords, longDay, period } from '../dates.ts';
import { sayerWords, supportWords } from '../parts/sayer.ts';
import { deedSign, type Sign, stanceSign, talkSign } from '../parts/signs.ts';
import { formatOpen, type Open } from '../route.ts';
import { client, issueName } from '../state.ts';
import { clip, fullest } from '../text.ts';
import { ACTOR, count, DISPUTE, EVENT_STATUS, ITEM, SAY, STANCE, TALK_STATUS, VOICE } from '../words.ts';
import { disputeAbout, happeningTitle, itemSentence, list, namesOf, talkTitle } from './titles.ts';

export type Whole =
  | { readonly kind: 'line'; readonly entry: PositionLine }
  | { readonly kind: 'talk'; readonly entry: TalkLife }
  | { readonly kind: 'happening'; readonly entry: Happening }
  | { readonly kind: 'dispute'; readonly entry: CaseDispute }
  | { readonly kind: 'actor'; readonly entry: Actor }
  | { readonly kind: 'item'; readonly entry: Item };

export interface Sheet {
  readonly kind: string;
  readonly sign: Sign | null;
  readonly party: string | null;
  /** Ours; `quoted` stands behind it in the source's words. */
  readonly sentence: string;
  readonly quoted: string | null;
  readonly facts: readonly string[];
  readonly evidence: readonly Evidence[];
  /** So many of the evidence say this very thing; the others, older or apart, stand further below. */
  readonly same: number;
  readonly support: Support | null;
  /** What a judgement of the whole entry is about. */
  readonly target: Target;
}

/** The judgements that the drawer looks for its own among. */
export const judgementsQuestion: Question<Page<JudgementRow>> = {
  asked: 'judgements 100',
  ask: () => client.peek().judgements({ limit: 100 }),
};

export const reportQuestion = (id: string): Question<ReportWhole> => ({
  asked: `report ${id}`,
  ask: () => client.peek().report(id),
});

/** What is open with the report to show it in, in one question; of a long line its newest points, unless `all` are wanted. */
export const openQuestion = (open: Open, all = false): Question<Whole> => ({
  asked: `open ${formatOpen(open)}${all ? ' all' : ''}`,
  ask: () => askFor(open, all),
});

async function askFor(open: Open, all: boolean): Promise<Whole> {
  const api = client.peek();
  const { kind } = open;
  const of = open.item || kind === 'statement' || kind === 'position' || kind === 'event' ? 'item' : kind;
  const { entry, report } = await api.opened(of, open.id, of === 'line' && !all);
  if (report) keepAnswer(reportQuestion(report.row.id).asked, report);
  return { kind: of, entry } as Whole;
}

const present = (facts: readonly (string | null | undefined | false)[]): readonly string[] =>
  facts.filter((f): f is string => Boolean(f));

export const itemTarget = (e: Pick<Evidence, 'kind' | 'item' | 'report' | 'words'>): Target => ({
  kind: e.kind,
  id: e.item,
  report: e.report,
  words: e.words,
});

const entryTarget = (kind: Target['kind'], id: string): Target => ({ kind, id, report: null, words: null });

export function sheetOf(whole: Whole): Sheet {
  switch (whole.kind) {
    case 'line':
      return lineSheet(whole.entry);
    case 'talk':
      return talkSheet(whole.entry);
    case 'happening':
      return happeningSheet(whole.entry);
    case 'dispute':
      return disputeSheet(whole.entry);
    case 'actor':
      return actorSheet(whole.entry);
    case 'item':
      return itemSheet(whole.entry);
  }
}

/** What is less sure is said to be so before anything else. */
const possibly = (entry: { readonly confidence: number }): string | null =>
  isSure(entry) ? null : `${SAY.possible}; ${SAY.possibleThen}`;

function lineSheet(line: PositionLine): Sheet {
  const { now } = line;
  const rest = line.points.flatMap((p) => p.evidence).filter((e) => !now.evidence.some((n) => n.item === e.item));
  return {
    kind: ITEM.line,
    sign: stanceSign(now.stance),
    party: line.holder,
    sentence: `${line.holder} ${STANCE[now.stance]}`,
    quoted: clip(fullest(now.words)),
    facts: present([
      possibly(line),
      issueName(line.issue),
      now.voice !== 'self' && (now.by ? `according to ${sayerWords(now.by)}` : VOICE.narrator),
      now.precondition && 'a condition for going on',
      supportWords(line.support),
      period(line.support.first, line.support.last),
    ]),
    evidence: [...now.evidence, ...rest.toReversed()],
    same: now.evidence.length,
    support: line.support,
    target: entryTarget('line', line.id),
  };
}

function talkSheet(t: TalkLife): Sheet {
  return {
    kind: ITEM.talk,
    sign: talkSign(t.status),
    party: null,
    sentence: `${talkTitle(t)}: ${TALK_STATUS[t.status]}`,
    quoted: null,
    facts: present([
      possibly(t),
      intervalWords(t.when) ?? 'no report says when',
      t.mediators.length > 0 && `${list(t.mediators)} mediating`,
      supportWords(t.support),
    ]),
    evidence: t.evidence,
    same: t.evidence.length,
    support: t.support,
    target: entryTarget('talk', t.id),
  };
}

/** Whether the reporter or two sides tell a deed, not one side alone. */
export const isTold = (h: Happening): boolean =>
  h.evidence.some((e) => e.by === null) || new Set(h.evidence.map((e) => e.by?.party)).size > 1;

function happeningSheet(h: Happening): Sheet {
  return {
    kind: ITEM.happening,
    sign: deedSign(isTold(h)),
    party: h.actors.length === 1 ? h.actors[0]!.name : null,
    sentence: happeningTitle(h),
    quoted: h.evidence[0] ? clip(fullest(h.evidence[0].words)) : null,
    facts: present([
      possibly(h),
      intervalWords(h.when) ?? 'no report says when',
      EVENT_STATUS[h.status],
      h.targets.length > 0 && `against ${namesOf(h.targets)}`,
      supportWords(h.support),
    ]),
    evidence: [...h.evidence, ...h.background],
    same: h.evidence.length + h.background.length,
    support: h.support,
    target: entryTarget('happening', h.id),
  };
}

function disputeSheet(d: CaseDispute): Sheet {
  return {
    kind: ITEM.dispute,
    sign: 'unequal',
    party: null,
    sentence: disputeAbout(d).ours ?? 'Accounts of',
    quoted: disputeAbout(d).quoted,
    facts: present([
      possibly(d),
      DISPUTE[d.kind],
      count(d.accounts.length, 'account'),
      supportWords(d.support),
      d.support.first && `since ${longDay(d.support.first)}`,
    ]),
    evidence: d.accounts.flatMap((a) => a.evidence),
    same: 0,
    support: d.support,
    target: entryTarget('dispute', d.id),
  };
}

function actorSheet(a: Actor): Sheet {
  return {
    kind: ITEM.actor,
    sign: null,
    party: a.parties.at(-1)?.name ?? (a.kind === 'party' ? a.name : null),
    sentence: a.name,
    quoted: null,
    facts: present([ACTOR[a.kind], count(a.statements, 'statement'), count(a.support.reports, 'report')]),
    evidence: [],
    same: 0,
    support: a.support,
    target: entryTarget('actor', a.id),
  };
}

function itemSheet(item: Item): Sheet {
  const { sentence, sign, party } = itemSentence(item);
  return {
    kind: `${ITEM[item.kind]}, in one report`,
    sign,
    party,
    sentence,
    quoted: null,
    facts: present([
      item.accepted ? 'accepted' : possibly(item.record),
      item.kind === 'position' && item.record.voice !== 'self' && VOICE[item.record.voice],
    ]),
    evidence: [evidenceOf(item)],
    same: 1,
    support: null,
    target: itemTarget(evidenceOf(item)),
  };
}
