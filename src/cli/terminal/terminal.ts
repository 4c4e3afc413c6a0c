import { once } from 'node:events';
import { type Screen, screenOf } from './paint.ts';

/** Where a command prints to. */
export interface Terminal {
  /** Writes to standard output and waits until there is room for more, so that nothing piles up in memory. */
  readonly print: (text: string | Uint8Array) => Promise<void>;
  /** Writes to standard error. */
  readonly tell: (text: string) => void;
  /** What standard output looks like, set `width` columns wide if that is given. */
  readonly screen: (width?: number | null) => Screen;
  /** What standard error looks like. */
  readonly errorScreen: Screen;
  /** Whether standard output is a screen. */
  readonly onScreen: boolean;
  /** Whether somebody watches standard error. */
  readonly watched: boolean;
  /** Whether standard input is a keyboard. */
  readonly keyboard: boolean;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  return {
    print: async (text) => {
      if (!stdout.write(text)) await once(stdout, 'drain');
    },
    tell: (text) => {
      stderr.write(text);
    },
    screen: (width = null) => screenOf(stdout, env, width),
    errorScreen: screenOf(stderr, env),
    onScreen: stdout.isTTY === true,
    watched: stderr.isTTY === true,
    keyboard: stdin.isTTY === true,
  };
}
