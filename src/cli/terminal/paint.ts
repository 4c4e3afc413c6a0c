import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Styles by what they mean, so that every view says the same thing the same way. */
export interface Paint {
  /** Whether colour is on; where it is off every style returns its text unchanged. */
  readonly on: boolean;
  readonly title: (text: string) => string;
  readonly name: (text: string) => string;
  /** Words of the report itself. */
  readonly words: (text: string) => string;
  /** What helps to find one's way: places, counts, codes. */
  readonly quiet: (text: string) => string;
  /** Where it is written. */
  readonly mark: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly error: (text: string) => string;
  /** The bar that stands before a speaker of the party with this rank (from 0); a blank where there is no colour. */
  readonly bar: (rank: number | null) => string;
}

// Told apart under the common forms of colour blindness; beyond five, parties share one.
const PARTY: readonly Format[] = ['blueBright', 'yellow', 'cyan', 'magentaBright', 'green', 'white'];

/** Styles for a stream that shows colour, or plain ones. */
export function paintFor(on: boolean): Paint {
  const style =
    (format: Format) =>
    (text: string): string =>
      on ? styleText(format, text, { validateStream: false }) : text;
  return {
    on,
    title: style('bold'),
    name: style('bold'),
    words: (text) => text,
    quiet: style('dim'),
    mark: style(['black', 'bgYellowBright']),
    warning: style('yellow'),
    error: style('red'),
    bar: (rank) => {
      if (!on) return ' ';
      return rank === null ? style('dim')('▏') : style(PARTY[Math.min(rank, PARTY.length - 1)]!)('▌');
    },
  };
}

/** What is known of a place that text is printed to. */
export interface Screen {
  readonly width: number;
  readonly paint: Paint;
}

/** The narrowest and the widest that text is set: longer lines tire the eye. */
const NARROWEST = 30;
const WIDEST = 110;

/**
 * The width and colours of a stream. Colour is off away from a terminal and under `NO_COLOR`, on under `FORCE_COLOR`
 * (no-color.org, force-color.org). Away from a terminal the width is 80 columns.
 */
export function screenOf(
  stream: { readonly isTTY?: boolean; readonly columns?: number; hasColors?: () => boolean },
  environment: Readonly<Record<string, string | undefined>>,
  width: number | null = null,
): Screen {
  const forced = environment['FORCE_COLOR'];
  const refused = environment['NO_COLOR'];
  const on =
    forced !== undefined && forced !== '0' && forced !== 'false'
      ? true
      : refused !== undefined && refused !== ''
        ? false
        : stream.isTTY === true && environment['TERM'] !== 'dumb' && (stream.hasColors?.() ?? false);
  const columns = width ?? (stream.isTTY ? Math.min(stream.columns || 80, WIDEST) : 80);
  return { width: Math.max(NARROWEST, columns), paint: paintFor(on) };
}
