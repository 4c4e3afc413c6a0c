/** What a command is: the words that help and the docs show of it, what it takes, and what runs it. */
import type { Terminal } from './terminal/terminal.ts';

/** An option of a command, as it is parsed and as help shows it. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What stands for its value in help (`N`); absent for a switch. */
  readonly value?: string;
  readonly about: string;
  /** Whether it may be given several times. */
  readonly repeats?: true;
}

/** What the user gave, by option name, and the rest. */
export interface Given {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** Options that may be given several times: all that were. */
  readonly lists: Readonly<Record<string, readonly string[] | undefined>>;
  readonly positionals: readonly string[];
}

/** Exit statuses, the same for every command. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USE = 2;
/** There is no case, or it cannot be opened, read or written. */
export const NO_CASE = 3;
/** Stopped by Ctrl-C: 128 and the number of the signal. */
export const STOPPED = 130;

/** Runs a command; its value is the exit status. */
export type Run = (given: Given, terminal: Terminal) => Promise<number>;

/** A command: all that help, parsing and the docs need to know of it. */
export interface Command {
  readonly name: string;
  readonly usage: readonly string[];
  /** One line. */
  readonly about: string;
  /** Paragraphs. */
  readonly details: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly { readonly run: string; readonly about: string }[];
  /** Loaded when it runs, so that `--help` is quick. */
  readonly load: () => Promise<Run>;
}
