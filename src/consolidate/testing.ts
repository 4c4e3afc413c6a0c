/** Reports of the invented Keld Strait with readings made by hand, so that tests need no model. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { NO_FILE } from '../../test/sample.ts';
import type { Actor, CaseFile, CaseRecord, Judgement, PositionLine } from '../case.ts';
import type { Movement, Position, Reading, Span, Stance, Statement, Talk, Voice } from '../record.ts';
import { idOf, sha256 } from '../text/digest.ts';
import { bareDocument, emptyReading } from '../text/document.ts';
import { span } from '../text/span.ts';
import { consolidate, type ReadReport } from './consolidate.ts';
import { createConsolidation } from './consolidation.ts';
import type { Family } from './family.ts';
import { parseNameLexicon } from './names/lexicon.ts';
import { parseSubjectLexicon } from './positions/subject.ts';
import type { Wording } from './wording.ts';

const data = (path: string): unknown => load(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'));

export const NAMES = parseNameLexicon(data('lexicons/en/spellings.yaml'));
export const SUBJECTS = parseSubjectLexicon(data('lexicons/en/subjects.yaml'));

const sentences = data('words/consolidate.yaml') as Readonly<Record<string, string>>;
/** As src/data fills them. */
export const WORDS: Wording = (key, slots = {}) => {
  const sentence = sentences[key];
  if (sentence === undefined) throw new Error(`no words for ${key}`);
  const given = (slot: string): string => String(slots[slot] ?? '');
  return sentence
    .replace(/\[([^[\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every((m) => given(m[1]!) !== '') ? part : '',
    )
    .replace(/\{(\w+)\}/g, (_, slot: string) => {
      if (given(slot) === '') throw new Error(`${key} needs ${slot}`);
      return given(slot);
    });
};

export const consolidationWith = (...families: readonly Family[]) =>
  createConsolidation({ version: 'test', names: NAMES, subjects: SUBJECTS, joining: [], words: WORDS, families });

export const EMPTY: CaseFile = { ...NO_FILE, name: 'Keld Strait' };

/** Who says something: a name with its party, office and kind, or a party alone. */
export interface GivenSpeaker {
  readonly name: string | null;
  readonly party?: string | null;
  readonly office?: string;
  readonly kind?: 'person' | 'organisation' | 'group' | 'place';
  readonly aliases?: readonly string[];
}

export interface GivenPosition {
  readonly holder: string;
  readonly issue: string | readonly string[];
  readonly stance: Stance;
  /** Must stand in the text. */
  readonly words: string;
  readonly objects?: readonly string[];
  readonly condition?: string;
  readonly precondition?: boolean;
  readonly movement?: readonly [Movement, words: string];
  readonly voice?: Voice;
  readonly by?: GivenSpeaker | null;
  /** 1 where none is given. */
  readonly confidence?: number;
}

export interface GivenReport {
  readonly outlet: string | null;
  readonly day: string | null;
  /** Where it is not given, the words of what is in it, a sentence each. */
  readonly text?: string;
  readonly statements?: readonly (GivenSpeaker & { readonly words: string; readonly act?: Statement['act'] })[];
  readonly positions?: readonly GivenPosition[];
  readonly talks?: readonly (Pick<Talk, 'status'> & Partial<Talk> & { readonly words: string })[];
}

/** A report with a reading that holds what is given, its spans where the words stand in the text. */
export function reportBy(given: GivenReport): ReadReport {
  const { statements = [], positions = [], talks = [], outlet, day } = given;
  const pieces = [...statements.map((s) => s.words), ...positions.flatMap(wordsOf), ...talks.map((t) => t.words)];
  const text = given.text ?? [`${outlet} ${day}.`, ...pieces.map((piece) => `${piece}.`)].join(' ');
  const id = sha256(text);
  const find = (words: string): Span => {
    const at = text.indexOf(words);
    if (at < 0) throw new Error(`not in the text: ${words}`);
    return span(at, at + words.length);
  };
  const referents: Reading['referents'][number][] = [];
  const speaker = ({ name, party = null, office, kind, aliases = [] }: GivenSpeaker): Statement['speaker'] => {
    if (name === null) return { span: null, name, party, referent: null };
    const referent = idOf(id, name, String(referents.length));
    referents.push({
      id: referent,
      kind: kind ?? 'person',
      name,
      aliases,
      role: office ?? null,
      party,
      partyMade: null,
      generic: false,
    });
    return { span: null, name, party, referent };
  };
  const document = bareDocument(text, `${outlet}.txt`, { text_sha256: id, outlet, published: day });
  const reading: Reading = {
    ...emptyReading(document, { version: 'test', models: {} }),
    statements: statements.map((given, i) => ({
      id: idOf(id, 'statement', i),
      content: [find(given.words)],
      cue: null,
      speaker: speaker(given),
      form: 'indirect',
      act: given.act ?? 'claim',
      within: null,
      confidence: 1,
      made: [],
    })),
    positions: positions.map((given, i): Position => {
      const voice = given.voice ?? 'self';
      const by = given.by === undefined ? { name: given.holder, party: given.holder } : given.by;
      return {
        id: idOf(id, 'position', i),
        holder: given.holder,
        holderSpan: null,
        issues: typeof given.issue === 'string' ? [given.issue] : given.issue,
        stance: given.stance,
        content: [find(given.words)],
        objects: given.objects ?? [],
        condition: given.condition === undefined ? null : find(given.condition),
        precondition: given.precondition ?? false,
        movement: given.movement?.[0] ?? null,
        movementSpan: given.movement ? find(given.movement[1]) : null,
        voice,
        by: voice === 'narrator' || by === null ? null : speaker(by),
        statement: null,
        confidence: given.confidence ?? 1,
        made: [],
      };
    }),
    talks: talks.map(({ words, ...given }, i) => ({
      id: idOf(id, 'talk', i),
      kind: 'negotiation',
      participants: ['Halvia', 'Maravet'],
      mediators: [],
      named: [],
      place: null,
      when: null,
      outcome: null,
      evidence: [find(words)],
      statements: [],
      hedge: null,
      confidence: 1,
      made: [],
      ...given,
    })),
    referents,
  };
  return { reading, text };
}

const wordsOf = ({ words, condition, movement }: GivenPosition): string[] =>
  [words, condition, movement?.[1]].filter((piece): piece is string => piece !== undefined);

/** The record of reports, with whatever judgements. */
export const recordBy = (
  given: readonly GivenReport[],
  ledger: readonly Judgement[] = [],
  file: CaseFile = EMPTY,
): CaseRecord => consolidate(given.map(reportBy), file, ledger, consolidationWith());

/** The one line of a record, or that of a holder. */
export function lineIn(record: CaseRecord, holder?: string): PositionLine {
  const found = record.lines.filter((line) => holder === undefined || line.holder === holder);
  if (found.length !== 1) throw new Error(`${found.length} lines`);
  return found[0]!;
}

/** People and bodies as `name < other names`. */
export const namesIn = (actors: readonly Actor[], kind: Actor['kind'] = 'person'): readonly string[] =>
  actors
    .filter((actor) => actor.kind === kind)
    .map(({ name, names }) =>
      [
        name,
        ...names
          .map((each) => each.name)
          .filter((each) => each !== name)
          .sort(),
      ].join(' < '),
    )
    .sort();

/** A judgement at a minute of one day. */
export const judgementAt = (minute: number, action: Judgement['action']): Judgement => ({
  id: `j${minute}`,
  at: `2031-04-02T10:${String(minute).padStart(2, '0')}:00Z`,
  who: 'R. Hale',
  why: null,
  action,
});
