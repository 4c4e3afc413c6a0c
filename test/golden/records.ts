/** Positions, talks, events, disputes, times and places as golden text. */
import type { Figure, Interval, Participant, Reading, Span } from '../../src/record.ts';

type Words = (span: Span) => string;
type Quoted = (spans: readonly Span[]) => string;

const interval = ({ start, end, pattern }: Interval): string =>
  pattern ?? (start === null && end === null ? 'open' : start === end ? start! : `${start ?? ''}..${end ?? ''}`);

/** Names, each with the words that give it where they differ: `Halvia <the Halvian side>`. */
const people = (names: readonly (string | null)[], named: readonly Participant[], words: Words): string =>
  names
    .flatMap((name) => {
      if (name === null) return [];
      const span = named.find((p) => p.name === name)?.span;
      return [span && words(span) !== name ? `${name} <${words(span)}>` : name];
    })
    .join(', ') || '-';

const figure = ({ what, low, high, span, by }: Figure, words: Words): string =>
  `    ${what} ${low ?? ''}..${high ?? ''} [${words(span)}] by ${by ?? 'the reporter'}`;

/** Each kind of record, in the order of the text, one or more lines each. */
export function recordsOf(
  reading: Reading,
  words: Words,
  quoted: Quoted,
): readonly (readonly [name: string, lines: readonly string[]])[] {
  const optional = (label: string, span: Span | null): string[] => (span ? [`    ${label}: ${words(span)}`] : []);
  return [
    [
      'positions',
      reading.positions.flatMap((p) => [
        `  ${p.holder} ${p.stance}, ${p.issues.join(', ')}; ${p.voice}${p.by ? ` by ${p.by.name ?? '-'}` : ''}`,
        `    ${quoted(p.content)}`,
        ...optional(p.precondition ? 'precondition' : 'condition', p.condition),
        ...(p.movement ? [`    ${p.movement}: ${p.movementSpan ? words(p.movementSpan) : '-'}`] : []),
        ...(p.objects.length > 0 ? [`    objects: ${p.objects.join(', ')}`] : []),
      ]),
    ],
    [
      'talks',
      reading.talks.flatMap((t) => [
        `  ${t.kind}, ${t.status}: ${people(t.participants, t.named, words)}`,
        `    ${quoted(t.evidence)}`,
        ...(t.mediators.length > 0 ? [`    mediators: ${people(t.mediators, t.named, words)}`] : []),
        ...(t.place ? [`    at ${t.place.name} <${words(t.place.span)}>`] : []),
        ...(t.when ? [`    when ${interval(t.when)} <${words(t.when.span)}>`] : []),
        ...optional('outcome', t.outcome),
        ...optional('hedge', t.hedge),
      ]),
    ],
    [
      'events',
      reading.events.flatMap((e) => [
        `  ${e.type}${e.mode ? ` ${e.mode}` : ''}, ${e.status}: ${people([e.actor], e.named, words)} on ${people([e.target], e.named, words)}`,
        `    ${quoted(e.evidence)}`,
        ...(e.place ? [`    at ${e.place.name} <${words(e.place.span)}>`] : []),
        ...(e.when ? [`    when ${interval(e.when)} <${words(e.when.span)}>`] : []),
        ...e.figures.map((f) => figure(f, words)),
        ...optional('hedge', e.hedge),
      ]),
    ],
    [
      'disputes',
      reading.disputes.flatMap((d) => [
        `  ${d.kind}`,
        ...d.sides.map((s) => `    ${s.who ?? '-'}${s.party ? ` for ${s.party}` : ''}: ${quoted(s.content)}`),
      ]),
    ],
    ['times', reading.times.map((t) => `  [${words(t.span)}] ${t.kind}, ${t.precision}: ${interval(t)}`)],
    [
      'places',
      reading.places.map(
        (p) =>
          `  ${p.name} (${p.spans.length}): ${p.entry ?? 'unknown'}${p.latitude === null ? '' : ` ${p.latitude}, ${p.longitude}`}${p.precision ? `, ${p.precision}` : ''}`,
      ),
    ],
  ];
}
