import type { Option } from '../command.ts';

/** Options that several commands take, worded once. */
export const HELP: Option = { name: 'help', short: 'h', about: 'Show this.' };

export const CASE: Option = {
  name: 'case',
  value: 'FOLDER',
  about: 'The folder of the case; without it, the nearest folder from here upward that has a case.yaml.',
};

export const JOBS: Option = {
  name: 'jobs',
  value: 'N',
  about: 'How many threads read at once: as many as there are cores, if not given; 0 or 1 for none besides this one.',
};

export const WIDTH: Option = { name: 'width', value: 'N', about: 'Set the text N columns wide (30 or more).' };

export const NARROWING: readonly Option[] = [
  {
    name: 'party',
    value: 'NAME',
    about: 'Only what this party says and does, under the name that the case has for it.',
  },
  { name: 'issue', value: 'CODE', about: 'Only positions on this issue: its code, or its name.' },
  { name: 'from', value: 'DAY', about: 'Only from this day on, as 2031-03-04, 2031-03 or 2031.' },
  { name: 'to', value: 'DAY', about: 'Only up to this day, in the same form; it is included.' },
];

export const ALLOW: Option = {
  name: 'allow',
  value: 'HOST',
  about:
    'Ask this host although it is on this machine or in its network (localhost:8080); others there are never asked.',
  repeats: true,
};

export const HOME: Option = {
  name: 'home',
  value: 'FOLDER',
  about: "Where cases are kept; the user's folder for programs' data, if not given.",
};

export const CONFIG: Option = {
  name: 'config',
  value: 'FILE',
  about:
    'Read settings from this YAML file, or that of RAPPORTEUR_CONFIG. The environment, then options have the last word.',
};

export const LOGGING: readonly Option[] = [
  { name: 'log', value: 'FORM', about: 'text, or json: a line of JSON for each thing told, on standard error.' },
  {
    name: 'log-level',
    value: 'LEVEL',
    about: 'The least that is told: debug, info, warn or error; info if not given.',
  },
];

export const QUEUE: Option = {
  name: 'queue',
  value: 'NATS',
  about: 'The address of a NATS server with JetStream: nats://host:4222, several with commas; or RAPPORTEUR_QUEUE.',
};
