/** `--party`, `--issue`, `--from`, `--to`: what a command is asked to keep to. */

import type { Only } from '../../export/case/narrow.ts';
import type { IssueNames } from '../../export/dossier/dossier.ts';
import { oneLine } from '../../export/harmless.ts';
import { nearest, textValue, WrongUse } from '../arguments.ts';
import type { Given } from '../command.ts';

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .trim()
    .toLowerCase();

/** A day, month or year as its first or last day. Throws `WrongUse` for what is no date. */
export function dayOf(given: Given, name: 'from' | 'to'): string | undefined {
  const value = textValue(given, name);
  if (value === null) return undefined;
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value);
  const [, year, month, day] = m ?? [];
  const wrong = (): never => {
    throw new WrongUse(`--${name} takes a day, as 2031-03-04, 2031-03 or 2031, not ${JSON.stringify(oneLine(value))}.`);
  };
  if (year === undefined) return wrong();
  const inMonth = Number(month ?? (name === 'from' ? 1 : 12));
  const lastOf = new Date(Date.UTC(Number(year), inMonth, 0)).getUTCDate();
  const inDay = Number(day ?? (name === 'from' ? 1 : lastOf));
  if (inMonth < 1 || inMonth > 12 || inDay < 1 || inDay > lastOf) return wrong();
  return `${year}-${String(inMonth).padStart(2, '0')}-${String(inDay).padStart(2, '0')}`;
}

/** The known name that is meant by a mistyped or shortened one, if any. */
function alike(typed: string, known: readonly string[]): string | undefined {
  const names = new Map(known.map((name) => [plain(name), name]));
  const words = plain(typed).split(/\W+/u);
  const within = [...names.keys()].find((name) => words.every((word) => name.split(/[\W_]+/u).includes(word)));
  return names.get(within ?? nearest(plain(typed), [...names.keys()]) ?? '');
}

/** What was asked for, with parties and issues under the names that the case has for them. */
export function onlyOf(given: Given, parties: readonly string[], issues: IssueNames): Only {
  const from = dayOf(given, 'from');
  const to = dayOf(given, 'to');
  if (from !== undefined && to !== undefined && from > to) throw new WrongUse(`--from ${from} is after --to ${to}.`);
  const party = textValue(given, 'party');
  const issue = textValue(given, 'issue');
  const found = party === null ? undefined : parties.find((p) => plain(p) === plain(party));
  if (party !== null && found === undefined) {
    const known = parties.length === 0 ? 'It has none yet.' : `It has ${parties.map(oneLine).join(', ')}.`;
    const meant = alike(party, parties);
    throw new WrongUse(
      `The case has no party ${JSON.stringify(oneLine(party))}. ${meant ? `Did you mean ${oneLine(meant)}? ` : ''}${known}`,
    );
  }
  const code =
    issue === null
      ? undefined
      : [...issues].find(([c, name]) => plain(c) === plain(issue) || plain(name) === plain(issue))?.[0];
  if (issue !== null && code === undefined) {
    const names = [...issues].flat();
    const meant = alike(issue, names);
    const named = [...issues].find(([c, name]) => c === meant || name === meant);
    throw new WrongUse(
      `There is no issue ${JSON.stringify(oneLine(issue))}. ${named ? `Did you mean ${named[0]} (${oneLine(named[1])})? ` : ''}Issues are ${[...issues.keys()].join(', ')}, and those of case.yaml.`,
    );
  }
  return {
    ...(found === undefined ? {} : { party: found }),
    ...(code === undefined ? {} : { issue: code }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
