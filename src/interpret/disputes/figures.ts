/** Numbers of one thing that cannot both be right. */
import type { Event, Figure, Word } from '../../record.ts';
import { contains, overlaps } from '../../text/span.ts';
import { argumentsOf } from '../grammar/arguments.ts';
import type { Grammar } from '../grammar/lexicon.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { longestAt } from '../phrases.ts';
import { type Range, rangeOf, type Scene, spanOf } from '../scene.ts';
import { type Account, accountIn } from './account.ts';
import type { DisputeTools, Pair } from './denials.ts';
import type { DisputeLexicon } from './lexicon.ts';

/** How many times as high one count must be as another, to differ though each is only a least number. */
const FAR = 1.25;

/** Whether two figures share no number, or are counts of two voices far apart. */
function apart(a: Figure, b: Figure): boolean {
  if ((a.low === null && a.high === null) || (b.low === null && b.high === null)) return false;
  // "At least 58" here and "more than 100" there: two counts, though both may be true.
  if (a.by !== null && b.by !== null && a.low !== null && b.low !== null && a.low !== b.low)
    if (Math.max(a.low, b.low) >= FAR * Math.min(a.low, b.low)) return true;
  return (a.low ?? 0) > (b.high ?? Infinity) || (b.low ?? 0) > (a.high ?? Infinity);
}

/** How far a number of the reporter's own may be from one that somebody gives, to be of the same thing. */
const FACTOR = 3;

/** Whether two figures are given by different voices, of what is likely the same thing. */
function rival(a: Figure, b: Figure): boolean {
  if (a.by === b.by) return false;
  if (a.by !== null && b.by !== null) return true;
  const x = a.low ?? a.high ?? 0;
  const y = b.low ?? b.high ?? 0;
  return x <= y * FACTOR && y <= x * FACTOR;
}

/** Whether the figure is the sum of two others of the event: its parts contradict it no more than they do each other. */
function isSum(figure: Figure, all: readonly Figure[]): boolean {
  const n = figure.low ?? figure.high;
  if (n === null) return false;
  return all.some((a, i) => all.some((b, k) => k > i && (a.low ?? a.high ?? NaN) + (b.low ?? b.high ?? NaN) === n));
}

/** Whether two voices give numbers of which the words set one against the other: "put the toll as high as 30". */
function isSet(scene: Scene, lexicon: DisputeLexicon, a: Figure, b: Figure): boolean {
  const [x, y] = [a.low ?? a.high, b.low ?? b.high];
  if (a.by === null || b.by === null || a.by === b.by || x === null || y === null || x === y) return false;
  return x <= y * FACTOR && y <= x * FACTOR && (isCompared(scene, lexicon, a) || isCompared(scene, lexicon, b));
}

const together = (scene: Scene, a: Figure, b: Figure): boolean =>
  scene.sentenceOf[rangeOf(scene, a.span).first] === scene.sentenceOf[rangeOf(scene, b.span).first];

/** Whether the figure is told by somebody with a name, or by the reporter outside a heading. */
function isVoiced(scene: Scene, { faceless }: DisputeLexicon, { by, span }: Figure): boolean {
  // "A monitor said" may be the very body that is named further down.
  // ... unless it has a name of its own: "the Teyl news agency".
  if (by !== null) return isNamedSource(by) || !faceless.has(by.toLowerCase().split(' ').at(-1)!);
  const { first } = rangeOf(scene, span);
  const kind = scene.blocks[scene.sentences[scene.sentenceOf[first]!]!.block]?.kind;
  return kind !== 'title' && kind !== 'heading';
}

/** Whether a word within the name of a source, or all of a short one, is a name. */
const isNamedSource = (by: string): boolean =>
  by
    .split(' ')
    .slice(1)
    .some((word) => /^\p{Lu}/u.test(word));

/** Whether the words set the number against another: "a higher toll of 23". */
function isCompared(
  { words, sentences, sentenceOf }: Pick<Scene, 'words' | 'sentences' | 'sentenceOf'>,
  lexicon: DisputeLexicon,
  { span }: Figure,
): boolean {
  const { first, last } = rangeOf({ words }, span);
  const from = Math.max(sentences[sentenceOf[first]!]!.first, first - COMPARED);
  for (let i = from; i < last; i++) if (longestAt(lexicon.higher, words, i, last)) return true;
  return false;
}

/** How many words before a number may set it against another. */
const COMPARED = 4;

/** How many words before a number may tell that it is only a part. */
const BEFORE = 3;

/** How many words before a number may tell that it has been put right. */
const UPDATE = 9;

/** How many words behind a number may do so. */
const BEHIND = 4;

const thanBehind = (word: Word | undefined): boolean => word?.lower === 'than';

/** Whether the words call it a part: "another 39", "four more", "five were among the dead". */
function isPart(scene: Scene, { parts, partsBefore, partsBehind }: DisputeLexicon, figure: Figure): boolean {
  const { words, sentences, sentenceOf } = scene;
  const { first, last } = rangeOf(scene, figure.span);
  for (let i = Math.max(0, first - BEFORE); i < last + 1; i++) {
    const lower = words[i]?.lower ?? '';
    // "More than 100" is no part of anything.
    if ((parts.has(lower) && !thanBehind(words[i + 1])) || (i < first && partsBefore.has(lower))) return true;
  }
  const { first: from, last: end } = sentences[sentenceOf[first]!]!;
  // "The vast majority of this number, some 4,000, ...".
  for (let i = Math.max(from, first - UPDATE); i < first; i++) if (longestAt(partsBehind, words, i, first)) return true;
  for (let i = last; i < Math.min(end, last + BEHIND); i++) {
    if (words[i]!.tag === 'PUNCT' || words[i]!.tag === 'VERB') break;
    if (longestAt(partsBehind, words, i, end)) return true;
  }
  return false;
}

/** Whether the number is one that has been put right since: "updating an earlier toll of 15". */
function isUpdated(scene: Scene, { updates }: DisputeLexicon, figure: Figure): boolean {
  const { words, sentences, sentenceOf } = scene;
  const { first } = rangeOf(scene, figure.span);
  const from = sentences[sentenceOf[first]!]!.first;
  for (let i = first - 1; i >= Math.max(from, first - UPDATE); i--) if (updates.has(words[i]!.lower)) return true;
  return false;
}

/** Whether it counts only some of those whom a larger number of the event counts: "five children" of "21 civilians". */
function isOfGroup(scene: Scene, lexicon: DisputeLexicon, figure: Figure, all: readonly Figure[]): boolean {
  const counted = groupOf(scene, lexicon, figure);
  return (
    counted !== null &&
    all.some((f) => (f.low ?? f.high ?? 0) > (figure.high ?? figure.low ?? 0) && groupOf(scene, lexicon, f) !== counted)
  );
}

/** The group that the words behind a number name; `null` where they name none. */
function groupOf(scene: Scene, { groups }: DisputeLexicon, figure: Figure): string | null {
  const { words } = scene;
  const { first, last } = rangeOf(scene, figure.span);
  for (let i = first; i < Math.min(words.length, last + 2); i++) {
    const { lemma, tag } = words[i]!;
    if (groups.has(lemma)) return lemma;
    if (i >= last && (tag === 'NOUN' || tag === 'VERB' || tag === 'PUNCT')) return null;
  }
  return null;
}

/** The words that give a figure: its sentence's part that a statement gives, or the clause around it. */
function wordsOf(scene: Scene, figure: Figure): { range: Range; statement: number } {
  const { first, last } = rangeOf(scene, figure.span);
  const statement = scene.statementOf[first]!;
  const sentence = scene.sentences[scene.sentenceOf[first]!]!;
  if (statement >= 0) {
    for (const span of scene.statements[statement]!.content)
      if (contains(span, figure.span)) {
        const r = rangeOf(scene, span);
        return {
          range: { first: Math.max(r.first, sentence.first), last: Math.min(r.last, sentence.last) },
          statement,
        };
      }
  }
  const range = { first, last };
  while (range.first > sentence.first && !/^[,;:—–]$/u.test(scene.words[range.first - 1]!.text)) range.first--;
  while (range.last < sentence.last && !/^[,;:—–.!?]$/u.test(scene.words[range.last]!.text)) range.last++;
  return { range, statement };
}

/** Whether the words of each figure name a place, and none of them the same: two counts of two places. */
function isElsewhere(scene: Scene, a: Figure, b: Figure): boolean {
  const [here, there] = [placesBy(scene, a), placesBy(scene, b)];
  return here.size > 0 && there.size > 0 && [...here].every((place) => !there.has(place));
}

/** The places that the words of a figure name. */
function placesBy(scene: Scene, figure: Figure): Set<string> {
  const { first, last } = wordsOf(scene, figure).range;
  const found = new Set<string>();
  for (let i = first; i < last; i++) {
    const place = scene.places[scene.placeOf[i]!];
    if (place) found.add(place.name);
  }
  return found;
}

/** "Rescue workers gave a higher toll of 23": whose figure it is, where no statement tells it. */
function voiced(scene: Scene, lexicon: DisputeLexicon, grammar: Grammar, figure: Figure): Figure {
  if (figure.by !== null) return figure;
  const { words, sentences, sentenceOf, statementOf, statements } = scene;
  const { first } = rangeOf(scene, figure.span);
  const told = statements[statementOf[first]!]?.speaker.name ?? null;
  if (told !== null) return { ...figure, by: told };
  for (let i = first - 1; i >= sentences[sentenceOf[first]!]!.first; i--) {
    const { tag, lemma, text } = words[i]!;
    if (tag === 'PUNCT' && text !== ',') break;
    if (tag !== 'VERB' || !lexicon.tolling.has(lemma)) continue;
    const { subject, passive } = argumentsOf(scene, verbGroupAt(scene, i, grammar), grammar);
    // "The number rose": what has no voice gives none.
    if (!subject || passive || scene.mentionOf[subject.head]! < 0) return figure;
    const by = scene.resolve(spanOf(scene, subject)).name;
    return by === null ? figure : { ...figure, by };
  }
  return figure;
}

/** Figures of the events that differ, those of one event and kind together. */
export function differingFigures(
  scene: Scene,
  { lexicon, grammar }: DisputeTools,
  events: readonly Event[],
): (Pair & { readonly event: string })[] {
  const found: (Pair & { readonly event: string })[] = [];
  for (const event of events) {
    for (const what of new Set(event.figures.map((f) => f.what))) {
      const own = event.figures.filter((f) => f.what === what).map((f) => voiced(scene, lexicon, grammar, f));
      const whole = own.filter(
        (f) =>
          !isPart(scene, lexicon, f) &&
          !isUpdated(scene, lexicon, f) &&
          !isOfGroup(scene, lexicon, f, own) &&
          !isSum(f, own) &&
          (isVoiced(scene, lexicon, f) || (f.by !== null && own.some((g) => isCompared(scene, lexicon, g)))),
      );
      // Two numbers of one sentence, one of them nobody's, are two things that it tells.
      const rivals = whole.filter((f) =>
        whole.some(
          (g) =>
            (apart(f, g) || isSet(scene, lexicon, f, g)) &&
            rival(f, g) &&
            !isElsewhere(scene, f, g) &&
            ((f.by !== null && g.by !== null) || !together(scene, f, g)),
        ),
      );
      if (rivals.length < 2) continue;
      const accounts: Account[] = [];
      for (const figure of rivals) {
        const { range, statement } = wordsOf(scene, figure);
        const speaker = statement >= 0 ? scene.statements[statement]!.speaker : null;
        const party = speaker && speaker.name === figure.by ? speaker.party : null;
        accounts.push(accountIn(scene, range, { who: figure.by, party, statement }));
      }
      // One stretch of words that gives two numbers, by two names that are one: no two accounts.
      if (accounts.every((a) => a.content.some((s) => accounts[0]!.content.some((t) => overlaps(s, t))))) continue;
      found.push({
        rule: 'interpret/dispute-figures',
        accounts,
        at: rangeOf(scene, rivals[0]!.span).first,
        confidence: 0.7,
        event: event.id,
      });
    }
  }
  return found;
}
