import type { Command, Option } from '../command.ts';
import { ALLOW, CASE, CONFIG, HELP, HOME, LOGGING, QUEUE } from './options.ts';

const ADDRESS: Option = {
  name: 'address',
  value: 'ADDRESS',
  about: 'The address to listen at; 127.0.0.1 if not given.',
};
const HOST_NAME: Option = {
  name: 'host-name',
  value: 'NAME:PORT',
  about: 'A name by which the desk is reached besides its address, as behind a proxy. May be given several times.',
  repeats: true,
};
const OFFLINE: Option = { name: 'offline', about: 'Read no web addresses, whoever asks.' };

/** The desk in a browser, and what fills it by itself. */
export const DESKS: readonly Command[] = [
  {
    name: 'desk',
    usage: ['rapporteur desk [PATHS...]'],
    about: 'Open the desk in a browser: the record of a case, to read, search, correct and hand on.',
    details: [
      'With PATHS it makes a new case of these reports and fills it while you watch. Without, it opens the case of --case, ' +
        'or of the folder you are in, and lists those that it keeps.',
      'Only this machine can reach it, and it asks nobody else for anything, unless you drop a web address on it. To let ' +
        'other machines in, give it an --address; they then need the token that it prints.',
    ],
    options: [
      { name: 'case', value: 'FOLDER', about: 'The folder of the case to open.' },
      {
        name: 'name',
        value: 'NAME',
        about: 'What a new case of PATHS is called; the name of the first path, if not given.',
      },
      {
        name: 'samples',
        about: 'Open the sample case, an invented conflict, where neither PATHS nor --case are given.',
      },
      HOME,
      { name: 'port', value: 'N', about: 'The port; 4270 if not given, or any other where that is taken.' },
      ADDRESS,
      { name: 'token', value: 'TOKEN', about: 'What other machines must send; made up and printed, if not given.' },
      HOST_NAME,
      {
        name: 'who',
        value: 'NAME',
        about: 'Under whose name judgements are kept; the name of the user, if not given.',
      },
      {
        name: 'queue',
        value: 'NATS',
        about: 'Let workers read: the address of a NATS server with JetStream (nats://host:4222), or RAPPORTEUR_QUEUE.',
      },
      OFFLINE,
      ALLOW,
      { name: 'no-open', about: 'Do not open a browser.' },
      HELP,
    ],
    examples: [
      { run: 'rapporteur desk', about: 'the case of this folder' },
      { run: 'rapporteur desk archive/', about: 'a new case of all reports below archive/' },
      { run: 'rapporteur desk --samples', about: 'the sample case' },
    ],
    load: async () => (await import('../desk/desk.ts')).desk,
  },
  {
    name: 'serve',
    usage: ['rapporteur serve', 'rapporteur serve --case FOLDER PATHS...'],
    about: 'Serve the desk to several people, with settings from a file: no browser, a log, health and metrics.',
    details: [
      'It serves all cases of --home, and that of --case, into which it reads PATHS if there are any. With a --queue workers ' +
        'read, and this program writes what they read; cases lie in folders, or in the PostgreSQL server of the settings.',
      '/health says that it runs, /ready that store and queue answer, /metrics counts for Prometheus. SIGTERM ends it after ' +
        'what is being read or written. docs/operate.md has every setting.',
    ],
    options: [
      CONFIG,
      { name: 'case', value: 'FOLDER', about: 'The folder of a case to serve besides those of --home.' },
      HOME,
      { name: 'queue', value: 'NATS', about: 'Let workers read: the address of a NATS server with JetStream.' },
      { name: 'port', value: 'N', about: 'The port; 4270 if not given, and no other where that is taken.' },
      ADDRESS,
      { name: 'token', value: 'TOKEN', about: 'One token that lets in whoever has it; of 16 characters or more.' },
      HOST_NAME,
      OFFLINE,
      ...LOGGING,
      HELP,
    ],
    examples: [
      { run: 'rapporteur serve --config /etc/rapporteur.yaml', about: 'all that is in the file' },
      { run: 'rapporteur serve --home cases/ --queue nats://queue.example:4222', about: 'workers read' },
    ],
    load: async () => (await import('../desk/serve.ts')).serve,
  },
  {
    name: 'watch',
    usage: ['rapporteur watch FEEDS.opml | URL...'],
    about: 'Watch feeds on the web and add what is new to a case, until it is stopped.',
    details: [
      'Each feed is asked again after --every minutes, and later each time that it fails. Servers are asked as who we are, ' +
        'one request at a time with a pause between, and only for what their robots.txt allows. What was seen is kept in ' +
        'watch.json in the folder of the case, so that a new start goes on where the last one ended.',
      'The case is held only while something is written: reports can be added by other commands all the while. Where one of those has it, what is new waits until it is done.',
      'Addresses inside your own network are not asked, wherever a feed or a redirect leads, unless you allow them by name.',
    ],
    options: [
      CASE,
      { name: 'follow', about: 'Read the page that each item leads to, not only what the feed says of it.' },
      { name: 'every', value: 'N', about: 'Minutes between two looks at a feed; 15 if not given, 1 at least.' },
      { name: 'once', about: 'Look at each feed once, then end.' },
      {
        name: 'allow',
        value: 'HOST',
        about: 'Ask this host though it is not on the public internet. May be given several times.',
        repeats: true,
      },
      { name: 'quiet', short: 'q', about: 'Tell only of what fails.' },
      HELP,
    ],
    examples: [
      { run: 'rapporteur watch feeds.opml --follow', about: 'all feeds of a list, with their pages' },
      { run: 'rapporteur watch https://news.example/rss --every 30', about: 'one feed, every half hour' },
    ],
    load: async () => (await import('../desk/watch.ts')).watchFeeds,
  },
  {
    name: 'people',
    usage: ['rapporteur people list', 'rapporteur people add NAME [--role ROLE]', 'rapporteur people remove NAME'],
    about: 'Say who may use a shared desk, and what for: each has a token of their own.',
    details: [
      'Roles are read, correct (also judge, and add reports) and administer (also change the settings of a case, and make ' +
        'cases). A token is shown once and only its digest is kept. What each did stands in audit.jsonl, in the folder of cases.',
    ],
    options: [
      { name: 'role', value: 'ROLE', about: 'read, correct or administer; read if not given.' },
      CONFIG,
      HOME,
      HELP,
    ],
    examples: [
      { run: 'rapporteur people add "Ilse D." --role correct', about: 'a token for somebody who may correct' },
      { run: 'rapporteur people list', about: 'who has one' },
    ],
    load: async () => (await import('../desk/people.ts')).people,
  },
  {
    name: 'worker',
    usage: ['rapporteur worker --queue nats://HOST:4222', 'rapporteur worker --consolidate [--queue nats://HOST:4222]'],
    about: 'Read reports that a desk with the same queue is given: any number of these, on any number of machines.',
    details: [
      'A worker may be stopped or killed at any time: what it was reading goes to another, and counts once. It reads only ' +
        'what is meant for its own version of the program and its models, and says so where all that waits is for another.',
      'With --consolidate it also brings the cases of the PostgreSQL server in the settings up to date, beside the desks that ' +
        'have them open and as many other workers as are wanted; without a queue it does that alone.',
      'Where the queue does not answer yet, it says so and waits until it does; with --until-empty it ends instead.',
    ],
    options: [
      CONFIG,
      QUEUE,
      {
        name: 'wait',
        value: 'N',
        about: 'Seconds after which a report that no answer came for goes to another worker; 60 if not given.',
      },
      { name: 'consolidate', about: 'Bring the cases of the PostgreSQL server (RAPPORTEUR_STORE) up to date as well.' },
      { name: 'until-empty', about: 'End when nothing waits.' },
      {
        name: 'metrics-port',
        value: 'N',
        about: 'Show health and metrics at this port: /health, /ready, /metrics; at none if not given.',
      },
      { name: 'metrics-address', value: 'ADDRESS', about: 'And at this address; 127.0.0.1 if not given.' },
      ...LOGGING,
      { name: 'quiet', short: 'q', about: 'Tell only of what goes wrong.' },
      HELP,
    ],
    examples: [{ run: 'rapporteur worker --queue nats://queue.example:4222', about: 'a worker' }],
    load: async () => (await import('../desk/worker.ts')).worker,
  },
  {
    name: 'queue',
    usage: ['rapporteur queue status', 'rapporteur queue dead', 'rapporteur queue replay NUMBER | all'],
    about:
      'See how much waits in a queue and what could not be read, with the cause, and give that back to be read again.',
    details: [],
    options: [CONFIG, QUEUE, { name: 'json', about: 'Print JSON, a line each.' }, HELP],
    examples: [
      { run: 'rapporteur queue dead --queue nats://queue.example:4222', about: 'what could not be read' },
      { run: 'rapporteur queue replay all', about: 'all of it once more, with RAPPORTEUR_QUEUE set' },
    ],
    load: async () => (await import('../desk/queue.ts')).queue,
  },
];
