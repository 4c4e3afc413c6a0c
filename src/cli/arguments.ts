import { type ParseArgsConfig, parseArgs } from 'node:util';
import { oneLine } from '../export/harmless.ts';
import type { Command, Given, Option } from './command.ts';

/** The user asked for something in a way that the command does not take. The message says what, and what to do. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

const configOf = (options: readonly Option[]): NonNullable<ParseArgsConfig['options']> =>
  Object.fromEntries(
    options.map((o) => [
      o.name,
      { type: o.value === undefined ? 'boolean' : 'string', ...(o.short ? { short: o.short } : {}) } as const,
    ]),
  );

/** Edit distance of two short words; two neighbours that changed places count as one edit (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j]!, before[j - 2]! + 1);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** The known word most like a mistyped one, if any is near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > 40) return undefined;
  const [best] = known.map((k) => ({ k, d: distance(typed, k) })).sort((a, b) => a.d - b.d);
  return best && best.d <= Math.max(2, Math.floor(best.k.length / 3)) ? best.k : undefined;
}

/** Parses what follows a command's name. Throws `WrongUse` in plain words. */
export function parse(command: Command, args: readonly string[]): Given {
  const { tokens } = parseArgs({
    args: [...args],
    options: configOf(command.options),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Record<string, string | boolean> = {};
  const lists: Record<string, string[]> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = command.options.find((o) => o.name === token.name);
    const typed = oneLine(token.rawName);
    if (!option) {
      const meant = nearest(
        token.name,
        command.options.map((o) => o.name),
      );
      throw new WrongUse(`${command.name} has no option ${typed}.${meant ? ` Did you mean --${meant}?` : ''}`);
    }
    if (option.value === undefined) {
      if (token.value !== undefined) throw new WrongUse(`${typed} takes no value.`);
      values[option.name] = true;
    } else {
      if (token.value === undefined) throw new WrongUse(`${typed} needs a value: ${typed} ${option.value}.`);
      if (option.repeats) {
        lists[option.name] = [...(lists[option.name] ?? []), token.value];
        continue;
      }
      if (values[option.name] !== undefined) throw new WrongUse(`${typed} was given twice.`);
      values[option.name] = token.value;
    }
  }
  return { values, lists, positionals };
}

/** The value of an option as a whole number of at least `least`; `null` where it was not given. */
export function wholeNumber(given: Given, name: string, least: number): number | null {
  const value = given.values[name];
  if (value === undefined || typeof value === 'boolean') return null;
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least)) {
    throw new WrongUse(`--${name} takes a whole number of ${least} or more, not ${JSON.stringify(oneLine(value))}.`);
  }
  return number;
}

/** The value of an option as text; `null` where it was not given. */
export function textValue(given: Given, name: string): string | null {
  const value = given.values[name];
  return typeof value === 'string' ? value : null;
}
