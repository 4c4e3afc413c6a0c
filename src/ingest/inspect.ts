import type { Note } from '../record.ts';
import { span } from '../text/span.ts';

/**
 * Traces of damage in a decoded text: noted with their first place and number, never repaired. Codes: `empty`,
 * `mojibake`, `nul`, `control`, `lone-surrogate`, `replacement`, `html`.
 */

/**
 * UTF-8 read as Windows-1252. A lead byte shows as one of these letters and the bytes after it as the marks that
 * Windows-1252 has for 0x80 to 0xBF; in no language do these letters stand before such marks.
 */
const trail =
  '\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2013\\u2014\\u2018-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u2122';
const mojibake = new RegExp(
  `[\\u00c2\\u00c3][\\u0080-\\u009f\\u00a1-\\u00ba\\u00bc-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2020-\\u2022\\u2030\\u20ac\\u2122]|\\u00e2[\\u0080\\u20ac][${trail}]|(?:[\\u00d0\\u00d1][${trail}]){2}|\\u00f0\\u0178[${trail}]`,
  'gu',
);

interface Trace {
  readonly code: string;
  readonly pattern: RegExp;
  readonly severity: Note['severity'];
  readonly message: (times: string) => string;
}

const traces: readonly Trace[] = [
  {
    code: 'mojibake',
    pattern: mojibake,
    severity: 'warning',
    message: (times) =>
      `Letters that were decoded wrongly before they came here (as Ã© for é), ${times}. They are left as they are; get the text again from its source as UTF-8.`,
  },
  {
    code: 'nul',
    pattern: /\0/gu,
    severity: 'warning',
    message: (times) =>
      `Zero characters, ${times}: the file may be damaged or partly binary. They are left as they are; save the text again.`,
  },
  {
    code: 'control',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
    pattern: /[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu,
    severity: 'info',
    message: (times) => `Control characters that no text needs, ${times}. They are left as they are.`,
  },
  {
    code: 'lone-surrogate',
    pattern: /\p{Surrogate}/gu,
    severity: 'warning',
    message: (times) =>
      `Halves of characters (lone surrogates), ${times}. They are left as they are, and count as U+FFFD in the text's digest; get the text again from its source.`,
  },
  {
    code: 'replacement',
    pattern: /\ufffd/gu,
    severity: 'info',
    message: (times) =>
      `Characters that were lost in decoding (U+FFFD), ${times}. Get the text again from its source as UTF-8.`,
  },
];

const any = new RegExp(traces.map((t) => t.pattern.source).join('|'), 'u');
const page = /^\s*(?:<!doctype html|<html[\s>]|<\?xml)/iu;

/** Notes on what is damaged or unusual in a text. The work grows as the text does. */
export function inspect(text: string): readonly Note[] {
  if (!/\S/u.test(text)) {
    return [
      {
        code: 'empty',
        severity: 'error',
        message: 'There is no text in it. Check that the file was saved whole.',
        span: null,
        stage: 'ingest',
      },
    ];
  }
  const notes: Note[] = [];
  if (page.test(text.slice(0, 1000))) {
    notes.push({
      code: 'html',
      severity: 'warning',
      message: 'This is a web page in HTML; its tags are read as text. Save the text of the article and give that.',
      span: span(0, 1),
      stage: 'ingest',
    });
  }
  if (!any.test(text)) return notes;
  for (const { code, pattern, severity, message } of traces) {
    let first: { start: number; end: number } | null = null;
    let times = 0;
    for (const m of text.matchAll(pattern)) {
      first ??= { start: m.index, end: m.index + m[0].length };
      times++;
    }
    if (first) {
      const words = times === 1 ? 'in one place' : `in ${times} places, here the first`;
      notes.push({ code, severity, message: message(words), span: span(first.start, first.end), stage: 'ingest' });
    }
  }
  return notes;
}
