/** The taxonomy of issues: what a position may be about, and the words that speak for each issue. */
import { STANCES, type Stance } from '../../record.ts';
import { type PhraseIndex, phraseEnd, phraseIndex, phrasesOver, splitWords } from '../../text/phrases.ts';
import type { Scene } from '../scene.ts';

/** One issue of a conflict or its settlement. */
export interface Issue {
  /** As it stands in the record: `CEASEFIRE`. */
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  /** The stance of whoever promises or threatens it, where that is no offer ("new sanctions"); `null` otherwise. */
  readonly promised: Stance | null;
  /** Words and phrases that speak for it, by weight, from 1 (a hint) to 4 (settles it). */
  readonly triggers: readonly (readonly [phrase: string, weight: number])[];
  /** Words and phrases that speak against it, by weight. */
  readonly counters: readonly (readonly [phrase: string, weight: number])[];
  /** Positions on it, to show what is meant. */
  readonly examples: readonly string[];
}

/** All issues of a case, with the index of their words. */
export interface Taxonomy {
  readonly issues: readonly Issue[];
  /** Which issue a phrase speaks for, by its place among `issues`, and how strongly; below 0 against it. */
  readonly index: PhraseIndex<{ readonly issue: number; readonly weight: number }>;
}

/** Raised when a list of issues does not have the form that it must have. */
export class IssuesError extends Error {
  override readonly name = 'IssuesError';
}

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** Words by weight, from `{4: "a, b", 2: "c"}`. */
function weighted(raw: unknown, where: string, field: string): (readonly [string, number])[] {
  if (raw === undefined || raw === null) return [];
  const fail = (what: string): never => {
    throw new IssuesError(`${where}: \`${field}\` ${what}. Write it as \`${field}: {4: "word, another phrase"}\`.`);
  };
  if (!isRecord(raw)) return fail('is not a table of weights');
  return Object.entries(raw).flatMap(([key, list]) => {
    const weight = Number(key);
    if (!(weight > 0 && weight <= 4)) return fail(`has the weight ${JSON.stringify(key)}, which is not from 1 to 4`);
    if (typeof list !== 'string') return fail(`has no words under the weight ${key}`);
    return splitWords(list).map((phrase) => {
      if (/^\.\.\.|\.\.\.$/.test(phrase)) return fail(`has the phrase "${phrase}", which begins or ends with "..."`);
      return [phrase, weight] as const;
    });
  });
}

/** Reads one entry; `at` is its place in the list, from 1. */
function parseIssue(raw: unknown, at: number, file: string): Issue {
  const code = isRecord(raw) ? raw['code'] : undefined;
  if (!isRecord(raw) || typeof code !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(code)) {
    throw new IssuesError(
      `${file}, issue ${at}: no code. Give it a \`code\` of capitals, digits and underscores, as CEASEFIRE.`,
    );
  }
  const where = `${file}, ${code}`;
  const text = (field: string): string => {
    const value = raw[field];
    if (typeof value !== 'string' || value.trim() === '') {
      throw new IssuesError(`${where}: \`${field}\` is missing. Say in plain words what the issue is.`);
    }
    return value;
  };
  const promised = raw['promised'] ?? null;
  if (promised !== null && !(STANCES as readonly unknown[]).includes(promised)) {
    throw new IssuesError(
      `${where}: \`promised\` is ${JSON.stringify(promised)}. Use one of ${STANCES.join(', ')}, or take it out.`,
    );
  }
  const examples = raw['examples'] ?? [];
  if (!Array.isArray(examples) || examples.some((e) => typeof e !== 'string')) {
    throw new IssuesError(`${where}: \`examples\` is not a list of sentences. Write one sentence a line.`);
  }
  return {
    code,
    name: text('name'),
    definition: text('definition'),
    promised: promised as Stance | null,
    triggers: weighted(raw['triggers'], where, 'triggers'),
    counters: weighted(raw['counters'], where, 'counters'),
    examples: examples as string[],
  };
}

/** Numbers the issues and indexes their words. */
export function taxonomyOf(issues: readonly Issue[]): Taxonomy {
  return {
    issues,
    index: phraseIndex(
      issues.flatMap(({ triggers, counters }, issue) => [
        ...triggers.map(([phrase, weight]) => [phrase, { issue, weight }] as const),
        ...counters.map(([phrase, weight]) => [phrase, { issue, weight: -weight }] as const),
      ]),
    ),
  };
}

/**
 * Reads the parsed `issues.yaml`, or a case's own list of the same form.
 * @throws {IssuesError} where an entry does not have the form described at the head of that file, or stands twice.
 */
export function parseIssues(raw: unknown, file = 'data/taxonomies/issues.yaml'): Taxonomy {
  const list = isRecord(raw) ? raw['issues'] : undefined;
  if (!Array.isArray(list) || list.length === 0) {
    throw new IssuesError(`${file}: no list \`issues\`. Give the list \`issues\` with at least one entry.`);
  }
  const issues = list.map((entry, i) => parseIssue(entry, i + 1, file));
  const codes = new Set<string>();
  for (const { code } of issues) {
    if (codes.has(code)) throw new IssuesError(`${file}: ${code} stands twice. Rename or merge the two.`);
    codes.add(code);
  }
  return taxonomyOf(issues);
}

/**
 * A taxonomy with a case's own issues: new ones are added after the others, and one with a known code takes the
 * place of the entry that has it.
 */
export function withOwnIssues(taxonomy: Taxonomy, own: readonly Issue[]): Taxonomy {
  const mine = new Map(own.map((issue) => [issue.code, issue]));
  const known = new Set(taxonomy.issues.map(({ code }) => code));
  return taxonomyOf([
    ...taxonomy.issues.map((issue) => mine.get(issue.code) ?? issue),
    ...own.filter(({ code }) => !known.has(code)),
  ]);
}

/** The taxonomy with the issues of a case file; the taxonomy itself where it has none. Throws an `IssuesError` for a wrong one. */
export const withCaseIssues = (taxonomy: Taxonomy, issues: readonly unknown[]): Taxonomy =>
  issues.length === 0 ? taxonomy : withOwnIssues(taxonomy, parseIssues({ issues }, 'case.yaml').issues);

/** What is needed to weigh words for issues. */
export type Weighable = Pick<Scene, 'words' | 'mentions' | 'mentionOf'>;

/** Whether a word is part of a name, which tells who and not what: the "Support" of "Rapid Support Forces". */
function isNamed({ mentions, mentionOf }: Weighable, word: number): boolean {
  const mention = mentions[mentionOf[word] ?? -1];
  return mention !== undefined && mention.form === 'name' && mention.last - mention.first > 1;
}

/**
 * How strongly the words `[first, last)` speak for each issue, added to `scores`, `much` times. A phrase may reach to
 * `stop`. Of the phrases on one issue that begin with the same word only the longest counts, and one word of a longer
 * name counts for none.
 */
export function addIssueScores(
  scene: Weighable,
  first: number,
  last: number,
  { index }: Taxonomy,
  scores: Float64Array,
  much = 1,
  stop = last,
): void {
  const { words } = scene;
  const over = phrasesOver(words, index);
  for (let i = first; i < last; i++) {
    const phrases = over[i];
    if (!phrases) continue;
    let counted: number[] | null = null;
    for (const phrase of phrases) {
      const { issue, weight } = phrase.value;
      if (counted?.includes(issue)) continue;
      if (phrase.words.length > 1 ? phraseEnd(words, i, stop, phrase) < 0 : isNamed(scene, i)) continue;
      scores[issue] = scores[issue]! + much * weight;
      counted ??= [];
      counted.push(issue);
    }
  }
}
