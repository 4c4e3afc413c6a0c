/** Settings of a shared installation: read once at the start, from a file and the environment, and checked before anything is done. */
import { readFileSync } from 'node:fs';
import { parse } from '../../data/yaml.ts';
import { oneLine } from '../../export/harmless.ts';
import { nearest, WrongUse } from '../arguments.ts';
import type { Given } from '../command.ts';
import { FILE_VARIABLE, SETTINGS, type Setting } from './keys.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Begins all our variables. */
const OURS = 'RAPPORTEUR_';

/** Settings whose option is called otherwise: one is given at a time. */
const OPTIONS: Readonly<Record<string, string>> = { 'host-names': 'host-name' };

const quoted = (value: string): string => JSON.stringify(oneLine(value).slice(0, 80));

const wrong = (setting: Setting, value: string, where: string): string | null => {
  const wanted = setting.check(value);
  return wanted === null ? null : `${where} takes ${wanted}${setting.secret ? '' : `, not ${quoted(value)}`}.`;
};

/** A value of the file as the environment would have it; `null` for what no setting can be. */
function asText(setting: Setting, value: unknown): string | null {
  if (setting.list && Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(',');
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/**
 * What a file of settings says, by the names of the environment.
 *
 * @throws WrongUse naming the file, the key and the remedy
 */
export function parseSettings(text: string, path: string): Readonly<Record<string, string>> {
  const refuse = (what: string): never => {
    throw new WrongUse(`${oneLine(path)}: ${what}`);
  };
  // A file of nothing but comments sets nothing.
  if (text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line))) return {};
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    return refuse(`this is no YAML: ${oneLine((error as Error).message.split('\n')[0]!)}.`);
  }
  if (raw === null || raw === undefined) return {};
  if (typeof raw !== 'object' || Array.isArray(raw)) return refuse('it must be a list of "key: value" lines.');
  const found: Record<string, string> = {};
  for (const [key, value] of Object.entries(raw)) {
    const setting = SETTINGS.find((one) => one.key === key);
    if (!setting) {
      const meant = nearest(
        key,
        SETTINGS.map((one) => one.key),
      );
      const hint = meant ? `Did you mean ${meant}?` : `There are ${SETTINGS.map((one) => one.key).join(', ')}.`;
      return refuse(`there is no setting ${quoted(key)}. ${hint}`);
    }
    const given = asText(setting, value);
    if (given === null) return refuse(`${key} takes ${setting.check('') ?? 'a value'}, not a list or nothing.`);
    const fault = wrong(setting, given, key);
    if (fault) refuse(fault);
    found[setting.variable] = given;
  }
  return found;
}

/** What is wrong with the environment: values that a setting does not take, and names near to one that there is not. */
function checkEnvironment(env: Environment): void {
  for (const setting of SETTINGS) {
    const value = env[setting.variable];
    if (value === undefined || value === '') continue;
    const fault = wrong(setting, value, setting.variable);
    if (fault) throw new WrongUse(fault);
  }
  // Compared without what begins them all, or any two would be alike.
  const known = [FILE_VARIABLE, ...SETTINGS.map((one) => one.variable)].map((name) => name.slice(OURS.length));
  for (const name of Object.keys(env)) {
    const own = name.slice(OURS.length);
    if (!name.startsWith(OURS) || known.includes(own)) continue;
    const meant = nearest(own, known);
    if (meant) {
      throw new WrongUse(`There is no setting ${oneLine(name)} in the environment. Did you mean ${OURS}${meant}?`);
    }
  }
}

/**
 * Puts the settings of the file and of the command's options into the environment, where all that is configured is looked
 * up: options have the last word, then the environment, then the file. `given` is `null` for a command whose options are
 * no settings.
 */
export function applySettings(given: Given | null, env: NodeJS.ProcessEnv): void {
  const file = given?.values['config'];
  const found: Record<string, string> = { ...settingsFor(typeof file === 'string' ? file : null, env) };
  for (const setting of given ? SETTINGS : []) {
    const { key, variable } = setting;
    const value = setting.list ? given?.lists[OPTIONS[key] ?? key]?.join(',') : given?.values[key];
    if (value === undefined || value === false) continue;
    const text = String(value);
    const fault = wrong(setting, text, `--${OPTIONS[key] ?? key}`);
    if (fault) throw new WrongUse(fault);
    found[variable] = text;
  }
  Object.assign(env, found);
}

/**
 * Reads the file of settings, if one is named, checks it and the environment, and gives what the environment is to be
 * besides what it is: what stands in it already has the last word.
 */
export function settingsFor(path: string | null, env: Environment): Readonly<Record<string, string>> {
  let fromFile: Readonly<Record<string, string>> = {};
  const named = path ?? env[FILE_VARIABLE] ?? null;
  if (named !== null && named !== '') {
    let text: string;
    try {
      text = readFileSync(named, 'utf8');
    } catch (error) {
      throw new WrongUse(
        `The file of settings ${oneLine(named)} cannot be read (${(error as Error).message}). Check --config, or ${FILE_VARIABLE}.`,
      );
    }
    fromFile = parseSettings(text, named);
  }
  checkEnvironment(env);
  return Object.fromEntries(Object.entries(fromFile).filter(([name]) => !env[name]));
}
