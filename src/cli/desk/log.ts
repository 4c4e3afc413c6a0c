/** What a program that runs for weeks tells of itself: a line each, for people or, as JSON, for programs. */
import { oneLine } from '../../export/harmless.ts';
import { LEVELS, type Level } from '../settings/keys.ts';

/** What a line says besides its words. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Tells something; `event` is a stable name: `started`, `trouble`. */
export type Log = (level: Level, event: string, words: string, fields?: Fields) => void;

export interface LogOptions {
  readonly form: 'text' | 'json';
  readonly level: Level;
  readonly write: (text: string) => void;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** What others wrote, such as paths and names, cannot end a line or move the terminal in either form. */
export function newLog({ form, level: least, write, now }: LogOptions): Log {
  return (level, event, words, fields = {}) => {
    if (LEVELS.indexOf(level) < LEVELS.indexOf(least)) return;
    write(
      form === 'json'
        ? `${JSON.stringify({ at: now(), level, event, message: words, ...fields })}\n`
        : `${level === 'info' || level === 'debug' ? '' : `${level}: `}${oneLine(words)}\n`,
    );
  };
}

/** The log that the settings ask for. */
export const logOf = (env: NodeJS.ProcessEnv, write: (text: string) => void): Log =>
  newLog({
    form: env['RAPPORTEUR_LOG'] === 'json' ? 'json' : 'text',
    level: LEVELS.find((level) => level === env['RAPPORTEUR_LOG_LEVEL']) ?? 'info',
    write,
    now: () => new Date().toISOString(),
  });
