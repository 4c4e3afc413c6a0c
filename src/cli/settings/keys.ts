/** What can be set for a shared installation, in a file or by the environment: one table, from which all else follows. */

/** Says what is wrong with a value, in the form `takes ..., not ...` without the value; `null` where nothing is. */
type Check = (value: string) => string | null;

export interface Setting {
  /** In the file. */
  readonly key: string;
  /** In the environment, where it has the last word over the file. */
  readonly variable: string;
  readonly about: string;
  readonly check: Check;
  /** A list in the file; in the environment its values are parted by commas. */
  readonly list?: true;
  /** Not shown in messages. */
  readonly secret?: true;
}

const whole =
  (least: number, most: number): Check =>
  (value) =>
    /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
      ? null
      : `a whole number from ${least} to ${most}`;

const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(value) ? null : words.join(' or ');

const address =
  (protocols: RegExp, example: string): Check =>
  (value) =>
    value.split(',').every((one) => URL.canParse(one.trim()) && protocols.test(one.trim())) ? null : example;

const some: Check = (value) => (value.trim() === '' ? 'some text' : null);

/** Levels of the log, from the most to the least talkative. */
export const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof LEVELS)[number];

export const SETTINGS: readonly Setting[] = [
  {
    key: 'home',
    variable: 'RAPPORTEUR_HOME',
    about: 'The folder of cases, of people.json and of audit.jsonl.',
    check: some,
  },
  {
    key: 'store',
    variable: 'RAPPORTEUR_STORE',
    about: 'The PostgreSQL database that keeps the cases; without it each is a file in its folder.',
    check: address(/^postgres(?:ql)?:\/\//, 'an address such as postgresql://user@host/database'),
    secret: true,
  },
  {
    key: 'queue',
    variable: 'RAPPORTEUR_QUEUE',
    about: 'The NATS server from which workers take reports; without it the desk reads them itself.',
    check: address(/^(?:nats|tls):\/\//, 'an address such as nats://host:4222, or several with commas'),
    secret: true,
  },
  {
    key: 'address',
    variable: 'RAPPORTEUR_ADDRESS',
    about: 'The address to listen at; 127.0.0.1 if not set.',
    check: some,
  },
  {
    key: 'port',
    variable: 'RAPPORTEUR_PORT',
    about: 'The port of the desk; 4270 if not set.',
    check: whole(0, 65_535),
  },
  {
    key: 'host-names',
    variable: 'RAPPORTEUR_HOST_NAMES',
    about: 'Names under which the desk is reached besides its address, with the port where it is not 80.',
    check: some,
    list: true,
  },
  {
    key: 'token',
    variable: 'RAPPORTEUR_TOKEN',
    about: 'One token that lets in whoever has it, to do anything; better are those of "rapporteur people".',
    check: (value) => (value.length >= 16 ? null : 'at least 16 characters'),
    secret: true,
  },
  {
    key: 'offline',
    variable: 'RAPPORTEUR_OFFLINE',
    about: 'true: read no web addresses, whoever asks.',
    check: oneOf('true', 'false'),
  },
  {
    key: 'wait',
    variable: 'RAPPORTEUR_WAIT',
    about: 'Seconds after which a report that no answer came for goes to another worker; 60 if not set.',
    check: whole(1, 86_400),
  },
  {
    key: 'consolidate',
    variable: 'RAPPORTEUR_CONSOLIDATE',
    about: 'true: a worker also brings the cases of `store` up to date, beside the desks that have them open.',
    check: oneOf('true', 'false'),
  },
  {
    key: 'metrics-address',
    variable: 'RAPPORTEUR_METRICS_ADDRESS',
    about: 'Where a worker shows its health and metrics; 127.0.0.1 if not set.',
    check: some,
  },
  {
    key: 'metrics-port',
    variable: 'RAPPORTEUR_METRICS_PORT',
    about: 'The port of these; none is opened if not set.',
    check: whole(1, 65_535),
  },
  {
    key: 'log',
    variable: 'RAPPORTEUR_LOG',
    about: 'text for people, json for programs: a line of JSON each, on standard error; text if not set.',
    check: oneOf('text', 'json'),
  },
  {
    key: 'log-level',
    variable: 'RAPPORTEUR_LOG_LEVEL',
    about: 'The least that is told: debug (also every request and report), info, warn or error; info if not set.',
    check: oneOf(...LEVELS),
  },
];

/** Names the file itself. */
export const FILE_VARIABLE = 'RAPPORTEUR_CONFIG';
