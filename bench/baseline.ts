/**
 * What somebody would write in ten minutes: cut the text into sentences at full stops, and take "Name said" and
 * "said Name" for statements. It finds few statements and gets many wrong; it is here to be timed beside the program.
 */
const SENTENCE = /[^.!?]+[.!?]*["”]?\s*/g;
const SAID_AFTER =
  /(?:["“]([^"”]+)["”],? )?([A-Z]\w+(?: [A-Z]\w+)*) (?:said|told|warned|denied|demanded) (?:that )?([^.]*)/;
const SAID_BEFORE = /["“]([^"”]+)["”],? (?:said|told|warned) ([A-Z]\w+(?: [A-Z]\w+)*)/;

export interface Said {
  readonly who: string;
  readonly what: string;
}

export function naiveStatements(text: string): Said[] {
  const found: Said[] = [];
  for (const [sentence] of text.matchAll(SENTENCE)) {
    const before = SAID_BEFORE.exec(sentence);
    if (before) found.push({ who: before[2]!, what: before[1]! });
    else {
      const after = SAID_AFTER.exec(sentence);
      if (after) found.push({ who: after[2]!, what: after[1] ?? after[3]! });
    }
  }
  return found;
}
