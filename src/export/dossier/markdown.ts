/** A dossier in Markdown (CommonMark with tables, github.github.com/gfm). */
import type { Cell, Dossier, Line, Source } from './dossier.ts';

/** Words of others as plain text: nothing in them acts as Markdown or HTML. */
export const escaped = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~$&!]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : `\\${c}`))
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');

const quoted = (line: Line): string => `“${line.quotes.map((q) => escaped(q.words)).join(' … ')}”`;

const sourceInWords = ({ outlet, date, number }: Source): string =>
  [
    outlet === null ? null : `*${escaped(outlet)}*`,
    date === null ? null : escaped(date),
    `[${number}](#report-${number})`,
  ]
    .filter((x) => x !== null)
    .join(', ');

/** What it says, the words, who told it, where. */
const bullet = (line: Line): string => {
  const possible = line.sure || line.said === '' ? '' : 'Possible: ';
  const said = line.said === '' ? '' : `${possible}${escaped(line.said)}. `;
  const at = line.quotes[0] ? ` @${line.quotes[0].at}` : '';
  return `- ${said}${quoted(line)} — ${escaped(line.teller)}; ${sourceInWords(line.source)}${at}`;
};

function matrix({ parties, issues, cells }: Dossier): string {
  const at = new Map(cells.map((c): [string, Cell] => [`${c.issue} ${c.party}`, c]));
  const row = (fields: readonly string[]): string => `| ${fields.join(' | ')} |`;
  const cell = (c: Cell | undefined): string =>
    c
      ? `${[...c.stances, ...c.possible.map((s) => `possibly ${s}`)].join(', ')}${c.lines.length > 1 ? ` (${c.lines.length})` : ''}`
      : '';
  return [
    row(['Issue', ...parties.map(escaped)]),
    row(['---', ...parties.map(() => '---')]),
    ...issues.map(({ code, name }) => row([escaped(name), ...parties.map((p) => cell(at.get(`${code} ${p}`)))])),
  ].join('\n');
}

/** The whole dossier. Ends with a line break. */
export function markdownOf(dossier: Dossier): string {
  const parts: string[] = ['# Dossier'];
  const { reports, parties, issues, cells, talks, events, disputes } = dossier;
  parts.push(
    `The record of ${reports.length} ${reports.length === 1 ? 'report' : 'reports'}. Every line gives the quoted words, ` +
      'who tells them, the outlet, the date and the report; `@` is where the words begin in it. An empty cell means that ' +
      'no report says. Of a line marked as possible the program is less sure: read its words before you rely on it.',
  );
  const section = (title: string, body: readonly string[], none: string): void => {
    parts.push(`## ${title}`);
    if (body.length > 0) parts.push(...body);
    else parts.push(none);
  };
  const positions = parties.flatMap((party) => [
    `### ${escaped(party)}`,
    ...issues.flatMap(({ code, name }) =>
      cells
        .filter((c) => c.party === party && c.issue === code)
        .flatMap((c) => [`**${escaped(name)}**`, c.lines.map(bullet).join('\n')]),
    ),
  ]);
  section('Positions', issues.length > 0 ? [matrix(dossier), ...positions] : [], 'No position was found.');
  section('Talks', talks.length > 0 ? [talks.map(bullet).join('\n')] : [], 'No talk was found.');
  section('Events', events.length > 0 ? [events.map(bullet).join('\n')] : [], 'No event was found.');
  section(
    'Disputes',
    disputes.length > 0
      ? [
          disputes
            .map(
              (d) =>
                `- ${d.sure ? '' : 'Possible: '}${escaped(d.said)}\n${d.sides.map((s) => `  ${bullet(s)}`).join('\n')}`,
            )
            .join('\n'),
        ]
      : [],
    'No dispute was found.',
  );
  section(
    'Reports',
    [
      reports
        .map((r) => {
          const facts = [r.outlet, r.date, r.path].filter((x) => x !== null).map(escaped);
          return `${r.number}. <a id="report-${r.number}"></a>${escaped(r.title)} (${facts.join(', ')})`;
        })
        .join('\n'),
    ],
    '',
  );
  return `${parts.join('\n\n')}\n`;
}
