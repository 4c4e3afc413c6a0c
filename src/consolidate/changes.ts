import type {
  Account,
  Actor,
  CaseDispute,
  Change,
  ChangedEntry,
  EntryKind,
  Evidence,
  Happening,
  PositionLine,
  Support,
  TalkLife,
} from '../case.ts';
import { compare } from './family.ts';
import { shortened } from './whole/standing.ts';
import type { Wording } from './wording.ts';

/** Pieces of evidence that a change shows. */
const SHOWN = 5;

type Slots = NonNullable<Parameters<Wording>[1]>;
/** A sentence by its key, with what it needs, and the evidence it is about; `null` where nothing a reader would see differs. */
type Told = readonly [key: string, slots: Slots, evidence: readonly Evidence[]] | null;

/** How one kind of entry tells what is new of it. */
interface Teller<E> {
  /** Slots that every sentence of the kind may use. */
  slots(entry: E): Slots;
  isNew(entry: E): Told;
  /** What weighs most of what differs. */
  differs(before: E, after: E): Told;
}

/**
 * What is new, changed or gone between two sets of entries, one plain sentence each: of an entry that changed in several
 * ways, what weighs most. The same for the same sets, in whatever order they come: by kind, then by id.
 */
export function changesBetween(
  before: readonly ChangedEntry[],
  after: readonly ChangedEntry[],
  words: Wording,
  nameOfIssue: (code: string) => string = (code) => code,
): readonly Change[] {
  const tellers = tellersFor(words, nameOfIssue);
  const keyed = (rows: readonly ChangedEntry[]) => new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]));
  const [old, now] = [keyed(before), keyed(after)];
  const changes: Change[] = [];
  const add = (what: Change['what'], { kind, id, entry }: ChangedEntry, told: Told, teller: Teller<unknown>): void => {
    if (!told) return;
    const [key, slots, evidence] = told;
    const sentence = words(`${kind}-${key}`, { ...teller.slots(entry), ...slots });
    changes.push({ what, kind, id, words: capital(sentence), evidence: evidence.slice(0, SHOWN) });
  };
  for (const [key, row] of now) {
    const teller = tellers[row.kind] as Teller<unknown>;
    const known = old.get(key);
    if (!known) add('new', row, teller.isNew(row.entry), teller);
    else {
      const told = teller.differs(known.entry, row.entry) ?? more(known.entry.support, row.entry.support, words);
      add('changed', row, told && row.kind === 'actor' && told[0] === 'more' ? null : told, teller);
    }
  }
  for (const [key, row] of old) {
    if (!now.has(key)) add('gone', row, ['gone', {}, []], tellers[row.kind] as Teller<unknown>);
  }
  return changes.sort((a, b) => compare(a.kind, b.kind) || compare(a.id, b.id));
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

const reports = (n: number, words: Wording): string => words(n === 1 ? 'report-one' : 'report-many', { n });

/** More reports of what is known. Fewer, as after a judgement, are no news of the conflict. */
const more = (before: Support, after: Support, words: Wording): Told =>
  after.reports > before.reports ? ['more', { reports: reports(after.reports - before.reports, words) }, []] : null;

/** What of the second list the first lacks, by a key. */
function added<T>(before: readonly T[], after: readonly T[], key: (one: T) => string): readonly T[] {
  const known = new Set(before.map(key));
  return after.filter((one) => !known.has(key(one)));
}

function tellersFor(words: Wording, nameOfIssue: (code: string) => string) {
  const list = (names: readonly string[]): string | null =>
    names.length < 2 ? (names[0] ?? null) : `${names.slice(0, -1).join(', ')} ${words('and')} ${names.at(-1)}`;

  const line: Teller<PositionLine> = {
    slots: ({ holder, issue }) => ({ holder, issue: nameOfIssue(issue) }),
    isNew: ({ now }) => ['new', { stance: words(now.stance), words: shortened(now.words) }, now.evidence],
    differs(before, after) {
      const { now } = after;
      const [moved] = added(before.observed, after.observed, ({ from, to }) => `${from.words} ${to.words}`).slice(-1);
      if (moved) {
        const slots = { words: shortened(moved.to.words), beforeWords: shortened(moved.from.words) };
        return [moved.direction ?? 'moved', slots, [...moved.from.evidence.slice(0, 2), ...moved.to.evidence]];
      }
      const [split] = added(before.split, after.split, ([a, b]) => `${a.words} ${b.words}`).slice(-1);
      if (split) {
        const [a, b] = split;
        const slots = { words: shortened(a.words), beforeWords: shortened(b.words) };
        return ['split', slots, [...a.evidence.slice(0, 2), ...b.evidence]];
      }
      const [claim] = added(
        before.claimed,
        after.claimed,
        (each) => `${each.movement} ${each.words} ${each.day}`,
      ).slice(-1);
      if (claim) {
        const by = claim.by?.name ?? claim.by?.party ?? null;
        return ['claimed', { by, movement: words(claim.movement), words: shortened(claim.words) }, claim.evidence];
      }
      if (now.words === before.now.words && now.stance === before.now.stance) return null;
      const slots = { stance: words(now.stance), words: shortened(now.words) };
      const was = { before: words(before.now.stance), beforeWords: shortened(before.now.words) };
      return ['now', { ...slots, ...was }, now.evidence];
    },
  };

  const talk: Teller<TalkLife> = {
    slots: ({ kind, participants, place }) => ({ kind: words(kind), parties: list(participants), place }),
    isNew: ({ status, evidence }) => ['new', { status: words(status) }, evidence],
    differs(before, after) {
      if (before.status !== after.status) {
        const evidence = after.steps.at(-1)?.evidence ?? after.evidence;
        return ['changed', { status: words(after.status), before: words(before.status) }, evidence];
      }
      if (after.outcome && after.outcome.words !== before.outcome?.words) {
        return ['outcome', { words: shortened(after.outcome.words) }, [after.outcome.evidence]];
      }
      return null;
    },
  };

  const namesOf = (those: Happening['actors']): string | null => list(those.map(({ name }) => name));
  const happening: Teller<Happening> = {
    slots: ({ type, place, when }) => ({ type: words(type), place: place?.name ?? null, day: when?.start ?? null }),
    isNew: (one) => ['new', { actors: namesOf(one.actors), targets: namesOf(one.targets) }, one.evidence],
    differs(before, after) {
      const [actor] = added(before.actors, after.actors, ({ name }) => name);
      if (actor) {
        return ['actors', { actors: namesOf(after.actors), before: namesOf(before.actors) }, actor.evidence];
      }
      const told = ({ figures }: Happening) =>
        figures.flatMap(({ what, by, told: each }) => each.map((figure) => ({ what, by, ...figure })));
      const key = (one: ReturnType<typeof told>[number]): string => `${one.what} ${one.by} ${one.low} ${one.high}`;
      const [figure] = added(told(before), told(after), key).slice(-1);
      if (figure) return ['figure', { by: figure.by, words: shortened(figure.words) }, [figure.evidence]];
      return null;
    },
  };

  /** Words of the reporter are told as such: nobody is missing who said them. */
  const ofReporter = ({ who, party, evidence }: Account): boolean =>
    !who && !party && evidence.length > 0 && evidence.every(({ by }) => by === null);
  const told = (each: Account): Slots => ({
    who: each.who || each.party || words('somebody'),
    words: shortened(each.words),
  });
  const dispute: Teller<CaseDispute> = {
    slots: ({ accounts, common }) => ({
      accounts:
        list(
          accounts.slice(0, 3).map((each) => words(ofReporter(each) ? 'account-reporter' : 'account', told(each))),
        ) ?? words('somebody'),
      common,
    }),
    isNew: ({ accounts }) => ['new', {}, accounts.flatMap(({ evidence }) => evidence)],
    differs(before, after) {
      const [account] = added(before.accounts, after.accounts, (each) => `${each.who} ${each.words}`).slice(-1);
      if (!account) return null;
      return [ofReporter(account) ? 'account-reporter' : 'account', told(account), account.evidence];
    },
  };

  const actor: Teller<Actor> = {
    slots: ({ name }) => ({ name }),
    isNew: ({ offices, parties }) => [
      'new',
      { office: offices.at(-1)?.name ?? null, parties: list(parties.map(({ name }) => name)) },
      [],
    ],
    differs(before, after) {
      const [party] = added(before.parties, after.parties, ({ name }) => name).slice(-1);
      if (party) return ['party', { party: party.name }, []];
      const [office] = added(before.offices, after.offices, ({ name }) => name).slice(-1);
      if (office) return ['office', { office: office.name }, []];
      return null;
    },
  };
  return { line, talk, happening, dispute, actor } satisfies Record<EntryKind, unknown>;
}
