/** Numbers of one thing that cannot both be right. */
import type { Event, Figure } from '../../record.ts';
import { contains } from '../../text/span.ts';
import { type Range, rangeOf, type Scene } from '../scene.ts';
import { type Account, accountIn } from './account.ts';
import type { Pair } from './denials.ts';

/** Whether two figures share no number. */
function apart(a: Figure, b: Figure): boolean {
  if ((a.low === null && a.high === null) || (b.low === null && b.high === null)) return false;
  return (a.low ?? 0) > (b.high ?? Infinity) || (b.low ?? 0) > (a.high ?? Infinity);
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

/** Figures of the events that differ, those of one event and kind together. */
export function differingFigures(scene: Scene, events: readonly Event[]): (Pair & { readonly event: string })[] {
  const found: (Pair & { readonly event: string })[] = [];
  for (const event of events) {
    for (const what of new Set(event.figures.map((f) => f.what))) {
      const own = event.figures.filter((f) => f.what === what);
      const rivals = own.filter((f) => own.some((g) => g !== f && apart(f, g) && (f.by !== g.by || f.by === null)));
      if (rivals.length < 2) continue;
      const accounts: Account[] = [];
      for (const figure of rivals) {
        const { range, statement } = wordsOf(scene, figure);
        const speaker = statement >= 0 ? scene.statements[statement]!.speaker : null;
        const party = speaker && speaker.name === figure.by ? speaker.party : null;
        accounts.push(accountIn(scene, range, { who: figure.by, party, statement }));
      }
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
