/** How records are named in PLOVER, as data/taxonomies/plover.yaml says. */
import type { Act, EventMode } from '../../record.ts';

export interface PloverMapping {
  readonly modes: Readonly<Partial<Record<EventMode, string>>>;
  /** By the status of an event or talk. */
  readonly auxiliary: Readonly<Record<string, string>>;
  readonly talks: {
    readonly type: string;
    readonly context: string;
    readonly modes: Readonly<Record<string, string>>;
  };
  readonly acts: Readonly<Partial<Record<Act, string>>>;
  /** By the code of an issue. */
  readonly contexts: Readonly<Record<string, string>>;
}

/** Raised when the file does not have the form that it must have. */
export class PloverMappingError extends Error {
  override readonly name = 'PloverMappingError';
}

/** Reads the parsed file. @throws {PloverMappingError} naming the entry and what it should be. */
export function parsePloverMapping(raw: unknown): PloverMapping {
  const wrong = (what: string): never => {
    throw new PloverMappingError(`data/taxonomies/plover.yaml: ${what}`);
  };
  const map = (value: unknown, name: string): Record<string, string> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return wrong(`${name}: this must map names to names.`);
    for (const [key, to] of Object.entries(value))
      if (typeof to !== 'string' || to === '') wrong(`${name}, ${key}: give the name that PLOVER has for it.`);
    return value as Record<string, string>;
  };
  const text = (value: unknown, name: string): string =>
    typeof value === 'string' && value !== '' ? value : wrong(`${name}: give a name of PLOVER.`);
  const file = (typeof raw === 'object' && raw !== null ? raw : wrong('it must map sections to entries.')) as Record<
    string,
    unknown
  >;
  const talks = (file['talks'] ?? {}) as Record<string, unknown>;
  return {
    modes: map(file['modes'], 'modes'),
    auxiliary: map(file['auxiliary'], 'auxiliary'),
    talks: {
      type: text(talks['type'], 'talks, type'),
      context: text(talks['context'], 'talks, context'),
      modes: map(talks['modes'], 'talks, modes'),
    },
    acts: map(file['acts'], 'acts'),
    contexts: map(file['contexts'], 'contexts'),
  };
}
