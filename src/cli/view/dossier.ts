/** A dossier on a terminal: parties by issues, talks, events, disputes. */
import type { Dossier, Line } from '../../export/dossier/dossier.ts';
import { count } from '../../export/words.ts';
import type { Screen } from '../terminal/paint.ts';
import { hang } from '../terminal/wrap.ts';

const INDENT = '  ';

/** Which party a line's bar shows; parties beyond those with positions have none. */
type Rank = (party: string | null) => number | null;

/** Sets the sections of a dossier, each under its heading; none where there is nothing. */
export function dossierSections(dossier: Dossier, screen: Screen, one: boolean): string[] {
  const { paint, width } = screen;
  const { parties, issues, cells, talks, events, disputes } = dossier;
  const rank: Rank = (party) => {
    const at = party === null ? -1 : parties.indexOf(party);
    return at < 0 ? null : at;
  };
  const heading = (text: string): string => paint.quiet(text);
  const possibly = (sure: boolean): string => (sure ? '' : paint.quiet('possibly '));

  /** What it says, the words, who tells it and, where several reports stand together, which. */
  const entry = (line: Line, party: string | null, deeper = ''): string => {
    const { outlet, date, number } = line.source;
    const from = one ? '' : `, ${[outlet, date, `report ${number}`].filter((x) => x !== null).join(', ')}`;
    const at = line.quotes[0] ? ` @${line.quotes[0].at}` : '';
    const said = line.said === '' ? '' : `${possibly(line.sure)}${line.said}: `;
    const words = `“${line.quotes.map((q) => q.words).join(' … ')}”`;
    return hang(
      `${said}${paint.words(words)}${paint.quiet(` ${line.teller}${from}${at}`)}`,
      width,
      `${INDENT}${paint.bar(rank(party))} ${deeper}`,
      `${INDENT.repeat(4)}${deeper}`,
    );
  };
  const sections: string[] = [];
  if (cells.length > 0) {
    const blocks = parties.flatMap((party) => {
      const own = issues.flatMap(({ code, name }) =>
        cells
          .filter((c) => c.party === party && c.issue === code)
          .flatMap((c) => [
            hang(paint.quiet(name), width, `${INDENT}${paint.bar(rank(party))}   `),
            ...c.lines.map((line) => entry(line, party, INDENT.repeat(2))),
          ]),
      );
      return [hang(paint.name(party), width, `${INDENT}${paint.bar(rank(party))} `), ...own];
    });
    const amount = cells.reduce((n, c) => n + c.lines.length, 0);
    sections.push(`${heading(`Who wants what (${count(amount, 'position')})`)}\n${blocks.join('\n')}`);
  }
  const list = (title: string, lines: readonly Line[]): void => {
    if (lines.length > 0) sections.push(`${heading(title)}\n${lines.map((line) => entry(line, null)).join('\n')}`);
  };
  list(`Talks (${talks.length})`, talks);
  list(`Events (${events.length})`, events);
  if (disputes.length > 0) {
    const blocks = disputes.map(({ said, sure, sides }) =>
      [
        hang(`${possibly(sure)}${said}`, width, `${INDENT}${paint.bar(null)} `),
        ...sides.map((side) => entry(side, null, INDENT)),
      ].join('\n'),
    );
    sections.push(`${heading(`Accounts that part (${disputes.length})`)}\n${blocks.join('\n')}`);
  }
  return sections;
}

/** A dossier of several reports, with the list of them. Ends with a line break. */
export function viewOfDossier(dossier: Dossier, screen: Screen): string {
  const { paint, width } = screen;
  const sections = dossierSections(dossier, screen, false);
  const reports = dossier.reports.map((r) =>
    hang(
      `${r.title} ${paint.quiet([r.outlet, r.date, r.path].filter((x) => x !== null).join(' · '))}`,
      width,
      `${INDENT}${String(r.number).padStart(String(dossier.reports.length).length)}  `,
    ),
  );
  if (sections.length === 0) sections.push(`${INDENT}No position, talk, event or dispute was found.`);
  return `${[...sections, `${paint.quiet('Reports')}\n${reports.join('\n')}`].join('\n\n')}\n`;
}
