/**
 * How the dossier of a case is laid out: a list of blocks that every form (Markdown, HTML, DOCX) sets in its own way, so
 * that all of them say the same in the same order.
 */
import type { OurWords } from '../../data/words.ts';
import { dateInWords } from '../words.ts';
import { type Block, entryOf, heading, type TableCell, text } from './blocks.ts';
import { deeds, undertakings } from './deeds.ts';
import type { Entry, Quotation } from './evidence.ts';
import type { CaseDossier, EventEntry, FigureEntry, Pair, PositionEntry, TalkEntry } from './model.ts';
import { reportsIn } from './phrases.ts';

/** So many reasons of a sticking point are told, the weightiest first. */
const REASONS = 6;

/** All blocks of a dossier, in order. */
export function layoutOf(dossier: CaseDossier, words: OurWords): readonly Block[] {
  const blocks: Block[] = [heading(1, dossier.title)];
  if (dossier.narrowed !== null) blocks.push(text(dossier.narrowed));
  blocks.push(text(dossier.lede, 'lede'), text(words('lede-note'), 'note'));
  const wants = (part: string): boolean => !dossier.leftOut?.includes(part);
  if (wants('overview')) blocks.push(...overview(dossier, words));
  if (wants('positions')) blocks.push(...positions(dossier, words));
  if (dossier.talks) blocks.push(...section('talks', bySureness(dossier.talks, talk, words), words));
  if (dossier.events)
    blocks.push(
      ...section(
        'events',
        bySureness(dossier.events, (e) => event(e, words), words),
        words,
      ),
    );
  if (dossier.disputes)
    blocks.push(
      ...section(
        'disputes',
        bySureness(
          dossier.disputes,
          (d) => [
            heading(3, d.title),
            text(d.support, 'note'),
            { kind: 'sides', title: null, sides: d.accounts.map((entry) => ({ entry, party: entry.party })) },
            ...figures(d.figures, words),
          ],
          words,
        ),
        words,
      ),
    );
  if (dossier.deeds)
    blocks.push(
      ...section('deeds', [...deeds(dossier.deeds, words), ...undertakings(dossier.undertakings ?? [], words)], words),
    );
  blocks.push(heading(2, words('section-reports')), text(words('reports-note'), 'note'));
  blocks.push({ kind: 'reports', reports: dossier.reports });
  return blocks;
}

const section = (name: string, body: readonly Block[], words: OurWords): Block[] => [
  heading(2, words(`section-${name}`)),
  ...(body.length > 0 ? body : [text(words(`none-${name}`))]),
];

/** What the record asserts; then, under a heading of its own, what is only possible, a level lower. */
function bySureness<T extends { readonly sure: boolean }>(
  entries: readonly T[],
  blocksOf: (entry: T) => readonly Block[],
  words: OurWords,
): Block[] {
  const possible = entries.filter(({ sure }) => !sure);
  const lower = (block: Block): Block =>
    block.kind === 'heading' && block.level === 3 ? { ...block, level: 4 } : block;
  return [
    ...entries.filter(({ sure }) => sure).flatMap(blocksOf),
    ...(possible.length > 0
      ? [
          heading(3, words('possible', { n: possible.length.toLocaleString('en') })),
          text(words('possible-note'), 'note'),
          ...possible.flatMap(blocksOf).map(lower),
        ]
      : []),
  ];
}

function overview({ overview: all }: CaseDossier, words: OurWords): Block[] {
  const list = (name: string, none: string, entries: readonly Entry[]): Block[] => [
    heading(3, words(name)),
    ...(entries.length > 0 ? entries.map((e) => entryOf(e)) : [text(words(none))]),
  ];
  return [
    heading(2, words('section-overview')),
    heading(3, words('sticking')),
    ...(all.sticking.length > 0
      ? all.sticking.flatMap(({ issue, sure, reasons, lines }): Block[] => [
          heading(4, sure ? issue.name : words('possible-issue', { issue: issue.name })),
          ...reasons.slice(0, REASONS).map((reason) => text(reason)),
          ...(reasons.length > REASONS
            ? [text(words('reasons-more', { n: (reasons.length - REASONS).toLocaleString('en') }), 'note')]
            : []),
          ...(lines.quotes.length > 0 ? [entryOf(lines)] : []),
        ])
      : [text(words('sticking-none'))]),
    ...list('agreed', 'agreed-none', all.agreed),
    ...list('unanswered', 'unanswered-none', all.unanswered),
  ];
}

/** So many parties stand side by side: more do not fit a page. */
const COLUMNS = 5;

const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

function positions(dossier: CaseDossier, words: OurWords): Block[] {
  const { issues } = dossier;
  if (dossier.positions.length === 0) return section('positions', [], words);
  const holders = new Set(dossier.positions.map((p) => p.party));
  const parties = dossier.parties.filter((party) => holders.has(party));
  const cell = (p: PositionEntry | undefined): TableCell =>
    p
      ? {
          text: p.sure
            ? words(`stance-${p.stance}`)
            : words('possible-stance', { stance: words(`stance-${p.stance}`) }),
          quote: p.now.quotes[0]?.words ?? '',
          small: p.day === null ? words('no-date') : dateInWords(p.day),
        }
      : { text: '', small: words('no-report') };
  const at = new Map(dossier.positions.map((p) => [`${p.issue.code}\u001f${p.party}`, p]));
  const pair = ({ said, a, b }: Pair, party: string): Block => ({
    kind: 'sides',
    title: said,
    sides: [
      { entry: a, party },
      { entry: b, party },
    ],
  });
  const tables = chunks(parties, COLUMNS).map((some): Block => {
    const its = issues.filter((issue) => some.some((party) => at.has(`${issue.code}\u001f${party}`)));
    return {
      kind: 'table',
      caption: words('matrix'),
      head: [{ text: words('issue') }, ...some.map((party) => ({ text: party, party }))],
      rows: its.map((issue) => [
        { text: issue.name, small: issue.code },
        ...some.map((party) => cell(at.get(`${issue.code}\u001f${party}`))),
      ]),
    };
  });
  const one = (p: PositionEntry): Block[] => [
    heading(4, p.issue.name),
    text(p.support, 'note'),
    entryOf(p.now, p.party, words('now')),
    ...p.observed.map((o) => pair(o, p.party)),
    ...p.claimed.map((c) => entryOf(c, null)),
    ...p.split.map((s) => pair(s, p.party)),
    ...p.scopes.map((s) => entryOf(s, null)),
    ...p.earlier.map((e) => entryOf(e, p.party, words('earlier'))),
    ...(p.left > 0 ? [text(words('earlier-left', { n: p.left.toLocaleString('en') }), 'note')] : []),
  ];
  return section(
    'positions',
    [
      ...tables,
      ...parties.flatMap((party) => [
        heading(3, words('party', { name: party }), party),
        ...dossier.positions.filter((p) => p.party === party).flatMap(one),
      ]),
    ],
    words,
  );
}

const talk = (t: TalkEntry): Block[] => [
  heading(3, t.title),
  text(t.facts.join('; ')),
  text(t.support, 'note'),
  ...t.steps.map((step) => entryOf(step)),
  ...(t.outcome ? [entryOf(t.outcome)] : []),
];

/** Where words stand, to be compared. */
const placeOf = ({ reference: { digest, spans } }: Quotation): string =>
  `${digest} ${spans.map(({ start, end }) => `${start}-${end}`).join()}`;

function event(e: EventEntry, words: OurWords): Block[] {
  // Who did it to whom mostly stands in the very words of the accounts: those are quoted once.
  const quoted = new Set(e.accounts.quotes.map(placeOf));
  const within = e.said.filter((said) => said.quotes.every((q) => quoted.has(placeOf(q))));
  const named = within.map(
    ({ said, quotes }) => `${said} ${[...new Set(quotes.map((q) => `[${q.reference.report}]`))].join(', ')}`,
  );
  return [
    heading(3, e.title),
    text([...e.facts, ...named].join('; '), 'facts'),
    text(e.support, 'note'),
    ...e.said.filter((said) => !within.includes(said)).map((said) => entryOf(said)),
    entryOf(e.accounts, null, words('accounts')),
    ...figures(e.figures, words),
    ...(e.background ? [entryOf(e.background)] : []),
  ];
}

/** Figures by claimant, each telling of them a row, the last one last. */
function figures(all: readonly FigureEntry[], words: OurWords): Block[] {
  if (all.length === 0) return [];
  const rows = all.flatMap(({ what, by, told }) =>
    told.map(({ said, entry, day }): TableCell[] => {
      const [quote, ...others] = entry.quotes;
      const again = [...others.map((q) => q.reference), ...entry.also, ...entry.copies];
      const where = quote
        ? ` [${quote.reference.report}]${quote.reference.spans[0] ? ` @${quote.reference.spans[0].start}` : ''}` +
          (again.length > 0 ? `; ${words('more', { reports: reportsIn(again) })}` : '')
        : '';
      return [
        { text: what },
        { text: by },
        { text: said },
        {
          text: '',
          quote: quote?.words ?? '',
          small: `${quote?.outlet ?? words('no-outlet')}, ${day === null ? words('no-date') : dateInWords(day)}${where}`,
        },
      ];
    }),
  );
  const head = ['figures-what', 'figures-by', 'figures-now', 'figures-told'].map((key) => ({ text: words(key) }));
  return [{ kind: 'table', caption: words('figures'), head, rows }];
}
