import type { Dialect } from '../dialect.ts';
import { first } from './0001-first.ts';
import { lists } from './0002-lists.ts';
import { outlets } from './0003-outlets.ts';
import { keys } from './0004-keys.ts';
import { numbers } from './0005-numbers.ts';
import { sure } from './0006-sure.ts';
import { disputes } from './0007-disputes.ts';
import { doubts } from './0008-doubts.ts';

/**
 * All steps from an empty file to the present form, in order; the number of a step is its place, from 1. A step that has
 * been released is never edited: what has to change comes as a new one.
 */
export const MIGRATIONS: readonly ((dialect: Dialect) => readonly string[])[] = [
  first,
  lists,
  outlets,
  keys,
  numbers,
  sure,
  disputes,
  doubts,
];
