import { ACTS } from '../record.ts';
import { type PhraseIndex, phraseIndex, splitWords } from '../text/phrases.ts';

export { ACTS };

/** Class of word under which a cue stands in the lexicon. `phrase` is a set expression ("according to"). */
export type CueKind = 'verb' | 'noun' | 'adjective' | 'phrase';

/** How far a cue by itself shows that somebody's words follow; explained at the head of `cues.yaml`. */
export type Reports = 'speech' | 'thought' | 'stance' | 'weak';

/** Words that report in one way. */
export interface CueFamily {
  /** As `explain` shows it: `cues.yaml: demand`. */
  readonly name: string;
  readonly means: string;
  readonly reports: Reports;
  /** How strongly the family suggests each act, 0 to 5, in the order of `ACTS`. */
  readonly acts: Float64Array;
  /** The largest of `acts`. */
  readonly strength: number;
}

/** One word or phrase of a family. */
export interface CueEntry {
  /** Base forms, as written in the lexicon: `insist on`. */
  readonly phrase: string;
  readonly kind: CueKind;
  readonly family: CueFamily;
}

export interface CueLexicon {
  readonly families: readonly CueFamily[];
  /** All entries by the first base form of their phrase; the longest first. */
  readonly index: PhraseIndex<CueEntry>;
}

/** Raised when a lexicon of cues or moods does not have the form that it must have. */
export class CueLexiconError extends Error {
  override readonly name = 'CueLexiconError';
}

const fail = (where: string, what: string, remedy: string): never => {
  throw new CueLexiconError(`${where}: ${what}. ${remedy}`);
};

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** The list of entries under `key`, each with a name of its own. */
export function namedEntries(raw: unknown, file: string, key: string): readonly Record<string, unknown>[] {
  const list = isRecord(raw) ? raw[key] : undefined;
  if (!Array.isArray(list) || list.length === 0) {
    return fail(file, `no list \`${key}\``, `Give the list \`${key}\` with at least one entry.`);
  }
  const names = new Set<unknown>();
  list.forEach((entry: unknown, i) => {
    const where = `${file}, ${key} ${i + 1}`;
    if (!isRecord(entry) || typeof entry['name'] !== 'string') fail(where, 'no name', 'Give the entry a `name`.');
    const name = (entry as Record<string, unknown>)['name'];
    if (names.has(name)) fail(where, `the name ${JSON.stringify(name)} stands twice`, 'Rename or merge the two.');
    names.add(name);
  });
  return list as Record<string, unknown>[];
}

/** A text field; an absent one is an error unless `fallback` is given. */
export function textField(entry: Record<string, unknown>, field: string, where: string, fallback?: string): string {
  const value = entry[field] ?? fallback;
  return typeof value === 'string' ? value : fail(where, `\`${field}\` is not text`, `Write \`${field}\` as text.`);
}

/** The weights of acts, in the order of `ACTS`. */
export function actWeights(raw: unknown, where: string, low: number, high: number): Float64Array {
  const weights = new Float64Array(ACTS.length);
  if (!isRecord(raw)) return fail(where, '`acts` is not a table of acts', 'Write it as `acts: {claim: 1}`.');
  for (const [act, weight] of Object.entries(raw)) {
    const i = (ACTS as readonly string[]).indexOf(act);
    if (i < 0) fail(where, `${JSON.stringify(act)} is no act`, `The acts are ${ACTS.join(', ')}.`);
    if (typeof weight !== 'number' || weight < low || weight > high) {
      fail(where, `the weight of ${act} is not a number from ${low} to ${high}`, 'Change the weight.');
    }
    weights[i] = weight as number;
  }
  return weights;
}

const KINDS: readonly (readonly [field: string, kind: CueKind])[] = [
  ['verbs', 'verb'],
  ['nouns', 'noun'],
  ['adjectives', 'adjective'],
  ['phrases', 'phrase'],
];
const REPORTS: readonly string[] = ['speech', 'thought', 'stance', 'weak'];

/**
 * Reads the parsed `cues.yaml`.
 * @throws {CueLexiconError} where an entry does not have the form described at the head of that file, or stands twice.
 */
export function parseCueLexicon(raw: unknown, file = 'data/lexicons/en/cues.yaml'): CueLexicon {
  const families: CueFamily[] = [];
  const entries: (readonly [string, CueEntry])[] = [];
  const seen = new Map<string, string>();
  for (const entry of namedEntries(raw, file, 'families')) {
    const name = entry['name'] as string;
    const where = `${file}, ${name}`;
    const reports = textField(entry, 'reports', where);
    if (!REPORTS.includes(reports)) {
      fail(where, `\`reports\` is ${JSON.stringify(reports)}`, `Use one of ${REPORTS.join(', ')}.`);
    }
    const acts = actWeights(entry['acts'], where, 0, 5);
    const strength = acts.reduce((a, b) => Math.max(a, b), 0);
    const family: CueFamily = {
      name,
      means: textField(entry, 'means', where),
      reports: reports as Reports,
      acts,
      strength,
    };
    families.push(family);
    for (const [field, kind] of KINDS) {
      for (const phrase of splitWords(textField(entry, field, where, ''))) {
        const before = seen.get(`${kind} ${phrase}`);
        if (before !== undefined) fail(where, `"${phrase}" (${kind}) stands in ${before} too`, 'Keep one of them.');
        seen.set(`${kind} ${phrase}`, name);
        entries.push([phrase, { phrase, kind, family }]);
      }
    }
  }
  return { families, index: phraseIndex(entries) };
}
