// JSON leaves these as they are inside strings; written as escapes they mean the same and cannot act on a terminal.
const HARMFUL_IN_JSON =
  /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const escaped = (characters: string): string => {
  let out = '';
  for (let i = 0; i < characters.length; i++) {
    out += `\\u${characters.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }
  return out;
};

/**
 * A value as JSON on one line (jsonlines.org), pure of characters that act on a terminal. It parses to the very same
 * value. A reading in this form is what `rapporteur read --json` prints.
 */
export const jsonLine = (value: unknown): string => JSON.stringify(value).replace(HARMFUL_IN_JSON, escaped);
