/** Names of streams and subjects. One server can serve many cases and several versions of the program at once. */

/** Reports to be read: a work queue, each taken by one worker. */
export const JOBS = 'RAPPORTEUR_JOBS';
/** What workers read: a work queue, taken by the one who writes the case's store. */
export const READ = 'RAPPORTEUR_READ';
/** What could not be read, with the cause. */
export const DEAD = 'RAPPORTEUR_DEAD';
/** Payloads larger than the server takes in one message. */
export const LARGE = 'rapporteur-large';

/** A word of a subject: what NATS gives a meaning to, or does not take, is written as its code. */
export const token = (name: string): string =>
  name.replace(/[^A-Za-z0-9_-]/gu, (c) => `=${c.codePointAt(0)!.toString(16)}=`);

/** A job names the version that it is meant for, so that no other is ever given it. */
export const jobSubject = (version: string, caseName: string): string =>
  `rapporteur.jobs.${token(version)}.${token(caseName)}`;
export const jobsOfVersion = (version: string): string => `rapporteur.jobs.${token(version)}.*`;
export const readSubject = (caseName: string): string => `rapporteur.read.${token(caseName)}`;
export const deadSubject = (caseName: string): string => `rapporteur.dead.${token(caseName)}`;

export const workersOf = (version: string): string => `workers-${token(version)}`;
export const writerOf = (caseName: string): string => `writer-${token(caseName)}`;
