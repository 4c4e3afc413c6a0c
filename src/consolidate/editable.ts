/** Which fields of a record a judgement may set, and to what. Spans stay as they are: the words are the report's. */
import type { ItemKind } from '../case.ts';
import {
  ACTS,
  DISPUTE_KINDS,
  EVENT_MODES,
  EVENT_STATUSES,
  EVENT_TYPES,
  FORMS,
  MOVEMENTS,
  STANCES,
  TALK_KINDS,
  TALK_STATUSES,
  VOICES,
} from '../record.ts';

/** What a field takes. */
export interface Field {
  /** `name`: any words; `names`: a list of such; `yes-no`: true or false; `other`: what the program itself makes of it. */
  readonly takes: 'choice' | 'name' | 'names' | 'yes-no' | 'other';
  /** The values of a choice. */
  readonly choices: readonly string[];
  /** Whether it may be nothing (`null`). */
  readonly open: boolean;
}

const choice = <T extends string>(choices: readonly T[], open = false): Field => ({ takes: 'choice', choices, open });
const is = (takes: Field['takes'], open = false): Field => ({ takes, choices: [], open });

/** Who says it. */
const SAYER = { speaker: is('name', true), party: is('name', true) } as const;

export const EDITABLE: Readonly<Record<ItemKind, Readonly<Record<string, Field>>>> = {
  statement: { act: choice(ACTS), form: choice(FORMS), ...SAYER },
  position: {
    holder: is('name'),
    issues: is('names'),
    stance: choice(STANCES),
    objects: is('names'),
    precondition: is('yes-no'),
    movement: choice(MOVEMENTS, true),
    voice: choice(VOICES),
    ...SAYER,
  },
  talk: {
    kind: choice(TALK_KINDS),
    status: choice(TALK_STATUSES),
    participants: is('names'),
    mediators: is('names'),
    place: is('other', true),
    when: is('other', true),
    ...SAYER,
  },
  event: {
    type: choice(EVENT_TYPES),
    mode: choice(EVENT_MODES, true),
    status: choice(EVENT_STATUSES),
    actor: is('name', true),
    target: is('name', true),
    place: is('other', true),
    when: is('other', true),
    figures: is('other'),
    ...SAYER,
  },
  dispute: { kind: choice(DISPUTE_KINDS) },
};

/** Fields of a record itself: who says it stands beside it. */
export const isOfRecord = (kind: ItemKind, field: string): boolean => field in EDITABLE[kind] && !(field in SAYER);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isOpenText = (value: unknown): boolean => value === null || typeof value === 'string';
const isOpenNumber = (value: unknown): boolean => value === null || Number.isFinite(value);

/** What the program itself makes of a field, as far as what is made from it leans on that. */
const MADE: Readonly<Record<string, (value: unknown) => boolean>> = {
  place: (value) => isObject(value) && typeof value['name'] === 'string',
  when: (value) => isObject(value) && [value['start'], value['end'], value['pattern']].every(isOpenText),
  figures: (value) =>
    Array.isArray(value) &&
    value.every(
      (one) =>
        isObject(one) &&
        typeof one['what'] === 'string' &&
        isOpenNumber(one['low']) &&
        isOpenNumber(one['high']) &&
        isOpenText(one['by']),
    ),
};

/** What is wrong with a field that is to be set, in words; `null` for nothing. */
export function editFault(kind: ItemKind, field: string, value: unknown): string | null {
  const known = Object.hasOwn(EDITABLE[kind], field) ? EDITABLE[kind][field] : undefined;
  if (!known) return `A ${kind} has no field ${JSON.stringify(field)} to set. There are ${fieldsOf(kind).join(', ')}.`;
  if (value === null) return known.open ? null : `The ${field} of a ${kind} cannot be nothing.`;
  const isName = (one: unknown): boolean => typeof one === 'string' && one.trim() !== '';
  const told = JSON.stringify(value);
  switch (known.takes) {
    case 'choice':
      return known.choices.includes(value as string)
        ? null
        : `${field} takes ${known.choices.join(', ')}, not ${told}.`;
    case 'name':
      return isName(value) ? null : `${field} takes a name, not ${told}.`;
    case 'names':
      return Array.isArray(value) && value.every(isName) && (field !== 'issues' || value.length > 0)
        ? null
        : `${field} takes a list of names, not ${told}.`;
    case 'yes-no':
      return typeof value === 'boolean' ? null : `${field} takes true or false, not ${told}.`;
    case 'other':
      return MADE[field]?.(value) ? null : `${field} cannot be set to ${told}.`;
  }
}

/** Fields that people set by name. */
export const fieldsOf = (kind: ItemKind): readonly string[] =>
  Object.entries(EDITABLE[kind]).flatMap(([name, { takes }]) => (takes === 'other' ? [] : [name]));
