/**
 * The talks, events and disputes of the samples, as a careful reader reads them one report at a time: what the record
 * makes of them must be what examples/keld-strait/truth.json has over all reports.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import type { CaseFile, CaseRecord } from '../src/case.ts';
import { consolidate } from '../src/consolidate/consolidate.ts';
import type {
  Document,
  Event,
  EventMode,
  EventType,
  Figure,
  Span,
  Talk,
  TalkKind,
  TalkStatus,
  When,
} from '../src/record.ts';
import { loadConsolidation } from '../src/run/consolidation.ts';
import { idOf } from '../src/text/digest.ts';
import { span } from '../src/text/span.ts';
import { find, NO_FILE, readingOf } from './sample.ts';
import { sampleDocuments } from './truth.ts';

interface Said {
  readonly report: string;
  readonly words: string;
}

interface Told {
  readonly talks: readonly {
    readonly id: string;
    readonly kind: TalkKind;
    readonly participants: readonly string[];
    readonly mediators: readonly string[];
    readonly place: string | null;
    readonly life: readonly (Said & { readonly date: string; readonly status: TalkStatus })[];
  }[];
  readonly events: readonly (Said & {
    readonly id: string;
    readonly type: EventType;
    readonly mode: EventMode | null;
    readonly actor: string | null;
    readonly target: string | null;
    readonly place: string | null;
    readonly when: { readonly start: string; readonly end: string | null };
    readonly figures: readonly (Said & Pick<Figure, 'what' | 'low' | 'high' | 'by'>)[];
    readonly note: string | null;
  })[];
}

const TOLD: Told = JSON.parse(readFileSync(new URL('../examples/keld-strait/truth.json', import.meta.url), 'utf8'));
const FILE: CaseFile = { ...NO_FILE, name: 'Keld Strait' };
const MADE = { confidence: 1, made: [], hedge: null, named: [], statements: [] } as const;

let record: CaseRecord;
/** What each record that was put in is of, by its id. */
const talkOf = new Map<string, string>();
const eventOf = new Map<string, string>();

before(async () => {
  const documents = await sampleDocuments();
  const reports = [...documents].map(([id, document]) => ({
    reading: readingOf(document, {
      talks: talksIn(id, document),
      events: eventsIn(id, document),
    }),
    text: document.text,
  }));
  record = consolidate(reports, FILE, [], loadConsolidation('test'));
});

/** Places that no gazetteer knows: told apart by name alone. */
const where = (document: Document, name: string | null, words: string): Talk['place'] =>
  name === null ? null : { name, place: `place ${name}`, span: find(document.text, words) };

const PLACED: ReadonlySet<TalkStatus> = new Set(['held', 'stalled', 'ongoing']);

function talksIn(report: string, document: Document): readonly Talk[] {
  return TOLD.talks.flatMap(({ id, kind, participants, mediators, place, life }) =>
    life
      .filter((step) => step.report === report)
      .map((step): Talk => {
        const span = find(document.text, step.words);
        const talk = idOf('talk', report, step.words);
        talkOf.set(talk, id);
        // When a talk is to be is told in other words of the report: only what took place has its day here.
        const when: When | null = PLACED.has(step.status)
          ? { start: step.date, end: step.date, pattern: null, span }
          : null;
        return {
          ...MADE,
          id: talk,
          kind,
          status: step.status,
          participants,
          mediators,
          place: where(document, place, step.words),
          when,
          outcome: null,
          evidence: [span],
        };
      }),
  );
}

function eventsIn(report: string, document: Document): readonly Event[] {
  return TOLD.events.flatMap((event) => {
    const figures = event.figures.filter((figure) => figure.report === report);
    const own = event.report === report ? [event.words] : [];
    const words = [...own, ...figures.map((figure) => figure.words)];
    if (words.length === 0 || (event.type as string) === 'OTHER') return [];
    const span = find(document.text, words[0]!);
    const id = idOf('event', report, event.id);
    eventOf.set(id, event.id);
    return [
      {
        ...MADE,
        id,
        type: event.type,
        mode: event.mode,
        actor: event.actor,
        target: event.target,
        place: where(document, event.place, words[0]!),
        when: { ...event.when, pattern: null, span },
        status: event.note?.startsWith('Planned') || event.note?.startsWith('Announced') ? 'planned' : 'happened',
        figures: figures.map(({ what, low, high, by, words: its }) => ({
          what,
          low,
          high,
          by,
          span: find(document.text, its),
        })),
        evidence: words.map((its) => sentenceOf(document.text, find(document.text, its))),
      },
    ];
  });
}

/** The sentence that words stand in, as far as full stops tell: what a reading has as evidence. */
function sentenceOf(text: string, { start, end }: Span): Span {
  const from = Math.max(text.lastIndexOf('. ', start) + 2, text.lastIndexOf('\n', start) + 1, 0);
  const stops = [text.indexOf('. ', end), text.indexOf('\n', end)].filter((at) => at >= 0);
  return span(from, Math.max(end, Math.min(text.length, ...stops)));
}

/** Of what was put in: what stands in one entry and should not, and what should and does not. */
function compared(entries: readonly (readonly string[])[], nameOf: ReadonlyMap<string, string>) {
  const names = entries.map((items) => [...new Set(items.map((item) => nameOf.get(item)!))]);
  const wrong = names.filter((its) => its.length > 1).map((its) => its.join(' + '));
  const counts = new Map<string, number>();
  for (const name of names.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return { wrong, parted: [...counts].flatMap(([name, count]) => (count > 1 ? [name] : [])), all: counts.size };
}

test('every talk of the truth is one, from its first step to its last', () => {
  const found = compared(
    record.talks.map(({ evidence }) => evidence.map(({ item }) => item)),
    talkOf,
  );
  assert.deepEqual(found, { wrong: [], parted: [], all: TOLD.talks.length });
  for (const life of record.talks) {
    const { id, life: steps, kind } = TOLD.talks.find((talk) => talk.id === talkOf.get(life.evidence[0]!.item))!;
    assert.equal(life.status, steps.at(-1)!.status, id);
    assert.equal(life.kind, kind, id);
    assert.deepEqual(
      life.steps.map(({ status }) => status),
      steps.map(({ status }) => status),
      id,
    );
  }
});

test('no two events of the truth are one, and one that several reports tell is one', () => {
  const found = compared(
    record.happenings.map(({ evidence, background }) => [...evidence, ...background].map(({ item }) => item)),
    eventOf,
  );
  assert.deepEqual(found.wrong, []);
  // Of the ferry some reports here tell a number alone, from which nobody knows that it is of the ferry.
  assert.deepEqual(found.parted, ['Sula Dawn sinks']);
});
