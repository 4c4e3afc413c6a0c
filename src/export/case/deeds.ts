/** Words and deeds of a dossier: how many by week, and what was done after a word on the same issue. */
import type { Undertaking, WordsAndDeeds } from '../../case.ts';
import type { OurWords } from '../../data/words.ts';
import { isSure } from '../../record.ts';
import { intervalInWords } from '../dossier/wording.ts';
import { oneLine } from '../harmless.ts';
import { dateInWords } from '../words.ts';
import { type Block, entryOf, heading, text } from './blocks.ts';
import { pointInWords } from './entries.ts';
import type { MakeEntry } from './evidence.ts';
import type { Issue, UndertakingEntry } from './model.ts';

const QUADS = ['verbalCooperation', 'materialCooperation', 'verbalConflict', 'materialConflict'] as const;

export function deeds(rows: readonly WordsAndDeeds[], words: OurWords): Block[] {
  if (rows.length === 0) return [];
  const head = [
    { text: words('deeds-week') },
    { text: words('deeds-party') },
    ...QUADS.map((quad) => ({ text: words(`deeds-${quad}`), number: true })),
  ];
  return [
    text(words('deeds-note'), 'note'),
    {
      kind: 'table',
      caption: words('section-deeds'),
      head,
      rows: rows.map((row) => [
        { text: dateInWords(row.week) },
        { text: row.party },
        ...QUADS.map((quad) => ({ text: row[quad].toLocaleString('en'), number: true })),
      ]),
    },
  ];
}

/** What a party undertook, and what it did after it on the issue. */
export function undertakingOf(one: Undertaking, issue: Issue, make: MakeEntry, words: OurWords): UndertakingEntry {
  const { point, holder, deeds: after, total } = one;
  return {
    id: point.id,
    party: oneLine(holder),
    issue,
    day: point.day,
    sure: isSure(point),
    said: make(
      point.said === undefined ? pointInWords(point, words) : words(`undertaking-${point.said}`),
      point.evidence,
    ),
    after: after.map((deed) => {
      const when = deed.when === null ? null : intervalInWords(deed.when);
      const title = words('event-title', {
        type: words(`type-${deed.type}`),
        mode: deed.mode && words(`mode-${deed.mode}`),
        place: deed.place && oneLine(deed.place.name),
      });
      return make(words(isSure(deed) ? 'undertaking-deed' : 'undertaking-possible', { title, when }), deed.evidence);
    }),
    left: total - after.length,
  };
}

/** Each word above the deeds that came after it, as they are: what they mean for each other is left to the reader. */
export function undertakings(all: readonly UndertakingEntry[], words: OurWords): Block[] {
  if (all.length === 0) return [];
  return [
    heading(3, words('undertakings')),
    text(words('undertakings-note'), 'note'),
    ...all.flatMap((one): Block[] => [
      heading(
        4,
        words('undertaking-title', {
          party: one.party,
          issue: one.issue.name,
          day: one.day === null ? null : dateInWords(one.day),
        }),
        one.party,
      ),
      entryOf(one.said, one.party),
      ...one.after.map((deed) => entryOf(deed, one.party, words('undertaking-after'))),
      ...(one.left > 0 ? [text(words('undertaking-left', { n: one.left.toLocaleString('en') }), 'note')] : []),
    ]),
  ];
}
