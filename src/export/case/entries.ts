/** Lines, talks, happenings and disputes of a case as entries of its dossier. */
import type { CaseDispute, FigureRange, Happening, PositionLine, PositionPoint, TalkLife } from '../../case.ts';
import type { OurWords } from '../../data/words.ts';
import { EVENT_TYPES, isSure } from '../../record.ts';
import { intervalInWords } from '../dossier/wording.ts';
import { oneLine } from '../harmless.ts';
import { dateInWords } from '../words.ts';
import { type Entry, type MakeEntry, sayerInWords, supportInWords } from './evidence.ts';
import type { DisputeEntry, EventEntry, FigureEntry, Issue, PositionEntry, TalkEntry } from './model.ts';

/** Names with commas, and the last with "and". */
export const listed = (names: readonly string[], words: OurWords): string =>
  names.length < 2
    ? names.map(oneLine).join('')
    : `${names.slice(0, -1).map(oneLine).join(', ')} ${words('and')} ${oneLine(names.at(-1)!)}`;

/** What a point says, without holder and issue. */
export function pointInWords(point: PositionPoint, words: OurWords, sure = isSure(point)): string {
  const { stance, condition, precondition, objects, voice, by } = point;
  return [
    sure ? words(`stance-${stance}`) : words('possible-stance', { stance: words(`stance-${stance}`) }),
    condition !== null
      ? words(precondition ? 'precondition' : 'condition', { words: oneLine(condition) })
      : precondition
        ? words('precondition-bare')
        : null,
    objects.length > 0 ? words('objects', { objects: listed(objects, words) }) : null,
    voice === 'self'
      ? null
      : voice === 'narrator' || by === null
        ? words('voice-narrator')
        : words('voice-other', { by: sayerInWords(by, words) }),
  ]
    .filter((part) => part !== null)
    .join('; ');
}

export function positionOf(line: PositionLine, issue: Issue, make: MakeEntry, words: OurWords): PositionEntry {
  const entry = (point: PositionPoint): Entry => make(pointInWords(point, words), point.evidence);
  return {
    id: line.id,
    party: oneLine(line.holder),
    issue,
    stance: line.now.stance,
    day: line.now.day,
    support: supportInWords(line.support, words),
    sure: isSure(line),
    now: make(pointInWords(line.now, words, isSure(line)), line.now.evidence),
    earlier: line.points.filter((p) => p.id !== line.now.id).map(entry),
    left: line.earlier,
    claimed: line.claimed.map((c) =>
      make(words('claimed', { movement: words(`movement-${c.movement}`), by: sayerInWords(c.by, words) }), c.evidence),
    ),
    observed: line.observed.map((o) => ({
      said: words('observed', {
        changed: listed(
          o.changed.map((what) => words(`changed-${what}`)),
          words,
        ),
        direction: o.direction && words(`direction-${o.direction}`),
      }),
      a: entry(o.from),
      b: entry(o.to),
    })),
    split: line.split.map(([a, b]) => ({ said: words('split'), a: entry(a), b: entry(b) })),
    scopes: line.scopes.map((scope) =>
      make(
        words('scope', { objects: scope.objects.length > 0 ? listed(scope.objects, words) : words('scope-none') }),
        scope.evidence,
      ),
    ),
  };
}

export function talkOf(talk: TalkLife, make: MakeEntry, words: OurWords): TalkEntry {
  const when = talk.when === null ? null : intervalInWords(talk.when);
  return {
    id: talk.id,
    title: words('talk-title', {
      kind: words(`kind-${talk.kind}`),
      participants: listed(talk.participants, words),
      place: talk.place && oneLine(talk.place),
    }),
    facts: [
      words(`status-${talk.status}`),
      when === null ? words('when-unknown') : words('when', { when }),
      ...(talk.mediators.length > 0 ? [words('mediators', { names: listed(talk.mediators, words) })] : []),
    ],
    support: supportInWords(talk.support, words),
    sure: isSure(talk),
    steps: talk.steps.map((step) =>
      make(words('talk-step', { status: words(`status-${step.status}`) }), step.evidence),
    ),
    outcome: talk.outcome && make(words('outcome'), [{ ...talk.outcome.evidence, words: talk.outcome.words }]),
  };
}

/** A number as it is bounded; the words where no number is told. */
export function boundsInWords({ low, high, words: told }: FigureRange['told'][number], words: OurWords): string {
  const n = (x: number): string => x.toLocaleString('en');
  if (low !== null && high !== null)
    return low === high
      ? words('figure-exact', { low: n(low) })
      : words('figure-range', { low: n(low), high: n(high) });
  if (low !== null) return words('figure-least', { low: n(low) });
  if (high !== null) return words('figure-most', { high: n(high) });
  return words('figure-words', { words: oneLine(told) });
}

/** A number that is told again before another is told stands once, with all who tell it. */
const figureOf = (figure: FigureRange, make: MakeEntry, words: OurWords): FigureEntry => {
  const runs: FigureRange['told'][number][][] = [];
  for (const told of figure.told) {
    const run = runs.at(-1);
    if (run && boundsInWords(run[0]!, words) === boundsInWords(told, words)) run.push(told);
    else runs.push([told]);
  }
  return {
    what: words(`figure-${figure.what}`),
    by: figure.by === null ? words('reporter') : oneLine(figure.by),
    told: runs.map((run) => ({
      said: boundsInWords(run[0]!, words),
      entry: make(
        '',
        run.map((t) => ({ ...t.evidence, words: t.words })),
      ),
      day: run[0]!.day,
    })),
  };
};

export function eventOf(h: Happening, make: MakeEntry, words: OurWords): EventEntry {
  const when = h.when === null ? null : intervalInWords(h.when);
  const who = (key: 'actor-by' | 'target', list: Happening['actors']): Entry[] =>
    list.map(({ name, evidence }) =>
      make(words(key, { name: oneLine(name), by: sayersOf(evidence, words) }), evidence),
    );
  return {
    id: h.id,
    title: words('event-title', {
      type: words(`type-${h.type}`),
      mode: h.mode && words(`mode-${h.mode}`),
      place: h.place && oneLine(h.place.name),
    }),
    facts: [
      words(`event-${h.status}`),
      when === null ? words('when-unknown') : words('when', { when }),
      ...(h.actors.length === 0 ? [words('actor-unknown')] : []),
    ],
    support: supportInWords(h.support, words),
    sure: isSure(h),
    said: [...who('actor-by', h.actors), ...who('target', h.targets)],
    accounts: make('', h.evidence),
    figures: h.figures.map((figure) => figureOf(figure, make, words)),
    background: h.background.length > 0 ? make(words('background'), h.background) : null,
  };
}

/** Everybody who says so, each once. */
const sayersOf = (evidence: Happening['evidence'], words: OurWords): string =>
  listed([...new Set(evidence.map((e) => sayerInWords(e.by, words)))], words) || words('nobody');

const TYPES: ReadonlySet<string> = new Set(EVENT_TYPES);

/** What the accounts share, in words: `ASSAULT, Nerith, 2031-03-14` is "Attack, Nerith, 14 March 2031". */
const commonInWords = (common: string, words: OurWords): string =>
  common
    .split(', ')
    .map((piece) => (TYPES.has(piece) ? words(`type-${piece}`) : dateInWords(piece)))
    .map(oneLine)
    .join(', ');

/** So much of the contested words stands in a title, in UTF-16 units. */
const TITLE = 70;

/** The first of the contested words, where nothing tells what all accounts share. */
function openingOf({ accounts }: CaseDispute): string | null {
  const first = accounts[0] && oneLine(accounts[0].words);
  if (!first) return null;
  return first.length <= TITLE ? `“${first}”` : `“${first.slice(0, first.lastIndexOf(' ', TITLE)).toWellFormed()} …”`;
}

export function disputeOf(d: CaseDispute, make: MakeEntry, words: OurWords): DisputeEntry {
  return {
    id: d.id,
    title: words('dispute-title', {
      kind: words(`dispute-${d.kind}`),
      common: d.common === null ? openingOf(d) : commonInWords(d.common, words),
    }),
    support: supportInWords(d.support, words),
    sure: isSure(d),
    accounts: d.accounts.map((account) => {
      const sayer = account.who === null && account.party === null ? null : { name: account.who, party: account.party };
      return {
        ...make(words('account', { who: sayerInWords(sayer, words) }), account.evidence),
        party: account.party && oneLine(account.party),
      };
    }),
    figures: d.figures.map((figure) => figureOf(figure, make, words)),
  };
}
