/** What `explain` says of positions, talks, events, disputes, times and places. */

import type { IssueNames } from '../../export/dossier/dossier.ts';
import {
  disputeInWords,
  eventInWords,
  intervalInWords,
  positionInWords,
  talkInWords,
  tellerOf,
  wordsOf,
} from '../../export/dossier/wording.ts';
import { oneLine } from '../../export/harmless.ts';
import type { Document, Place, Position, Producer, Reading, Span, Time } from '../../record.ts';
import type { Covering } from '../covering.ts';
import { quoted } from './words.ts';

/** One record explained: its heading with where it stands, then what it says, then what made it. */
export interface Explained {
  readonly head: string;
  readonly spans: readonly Span[];
  readonly lines: readonly string[];
  readonly made: readonly Producer[];
}

const sure = (confidence: number): string => `Sure to ${confidence.toFixed(2)} of 1.`;

const ANCHORS = { text: 'fixed by the words themselves', published: "fixed by the report's own date" } as const;

function timeLine({ start, end, pattern, kind, precision, anchor }: Time): string {
  const fixed = intervalInWords({ start, end, pattern });
  const what = kind === 'duration' ? 'A length of time' : kind === 'set' ? 'A time that comes again' : 'A time';
  return `${what}, ${fixed === null ? 'left open by the report' : `${fixed}, to the ${precision}`}${anchor ? `; ${ANCHORS[anchor]}` : ''}.`;
}

function placeLine({ name, entry, country, region, latitude, longitude, precision }: Place): string {
  if (entry === null) return `${oneLine(name)}: no gazetteer knows it, so it has no coordinates.`;
  const in_ = [region, country].filter((x) => x !== null).join(', ');
  const at =
    latitude === null || longitude === null ? 'without coordinates' : `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`;
  const of = precision === 'place' || precision === null ? '' : `, the middle of the ${precision}`;
  return `${oneLine(name)}${in_ ? ` (${in_})` : ''}: ${at}${of}; entry ${entry}.`;
}

const VOICES: Readonly<Record<Position['voice'], string>> = {
  self: 'The holder says so itself',
  other: 'Somebody else says it of the holder',
  narrator: 'The report says it in its own voice',
};

/** Every record of interpretation that covers a place, in words. */
export function explainedRecords(
  document: Document,
  reading: Reading,
  found: Covering,
  issues: IssueNames,
): readonly Explained[] {
  const words = wordsOf(document.text);
  const teller = (statements: readonly string[]): string =>
    `Told by ${statements.length === 0 ? 'the report itself' : [...new Set(statements.map((s) => tellerOf(document, reading, s)))].join('; ')}.`;
  return [
    ...found.positions.map(
      (p): Explained => ({
        head: `Position of ${oneLine(p.holder)} on ${p.issues.map((i) => issues.get(i) ?? i).join(', ')}`,
        spans: p.content,
        lines: [
          quoted(document, p.content),
          `${oneLine(p.holder)} ${positionInWords(p, words, issues)}.`,
          `${VOICES[p.voice]}${p.voice === 'narrator' ? '' : `: ${tellerOf(document, reading, p.statement)}`}. ${sure(p.confidence)}`,
        ],
        made: p.made,
      }),
    ),
    ...found.talks.map(
      (t): Explained => ({
        head: 'Talk',
        spans: t.evidence,
        lines: [
          quoted(document, t.evidence),
          `${talkInWords(t, words)}.`,
          `${teller(t.statements)} ${sure(t.confidence)}`,
        ],
        made: t.made,
      }),
    ),
    ...found.events.map(
      (e): Explained => ({
        head: 'Event',
        spans: e.evidence,
        lines: [
          quoted(document, e.evidence),
          `${eventInWords(e, words)}.`,
          `${teller(e.statements)} ${sure(e.confidence)}`,
        ],
        made: e.made,
      }),
    ),
    ...found.disputes.map(
      (d): Explained => ({
        head: `Dispute: ${disputeInWords(d)}`,
        spans: d.sides.flatMap((s) => s.content),
        lines: [
          ...d.sides.map(
            (s) =>
              `${s.who === null ? tellerOf(document, reading, s.statement) : oneLine(s.who)}: ${quoted(document, s.content)}`,
          ),
          sure(d.confidence),
        ],
        made: d.made,
      }),
    ),
    ...found.times.map(
      (t): Explained => ({
        head: `Time ${quoted(document, [t.span])}`,
        spans: [t.span],
        lines: [timeLine(t)],
        made: t.made,
      }),
    ),
    ...found.places.map(
      (p): Explained => ({ head: `Place ${oneLine(p.name)}`, spans: p.spans, lines: [placeLine(p)], made: p.made }),
    ),
  ];
}
