/**
 * Reads the dependency trees that CoreNLP made of a corpus in PolNeAR's layout (silver: made by a machine; Manning et al.
 * 2014). Used in training only.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One word of a tree. */
export interface TreeWord {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly lemma: string;
  /** Penn Treebank tag. */
  readonly tag: string;
  /** Index in the text of the word that it depends on; -1 for the root. */
  readonly head: number;
  /** Stanford dependency, "nmod" without its preposition. */
  readonly relation: string;
}

export interface TreeText {
  readonly name: string;
  readonly text: string;
  readonly words: readonly TreeWord[];
}

/** The texts of a folder with their trees, in the order of the file. */
export function* readTrees(folder: string): Generator<TreeText> {
  const whole = gunzipSync(readFileSync(join(folder, 'corenlp.tsv.gz'))).toString('utf8');
  for (const part of whole.split('# text = ').slice(1)) {
    const cut = part.indexOf('\n');
    const name = part.slice(0, cut);
    const text = readFileSync(join(folder, 'text', `${name}.txt`), 'utf8');
    // CoreNLP's offsets count code points.
    const units: number[] = [];
    let at = 0;
    for (const ch of text) {
      units.push(at);
      at += ch.length;
    }
    units.push(at);
    const words: TreeWord[] = [];
    let base = 0;
    for (const line of part.slice(cut + 1).split('\n')) {
      const columns = line.split('\t');
      if (columns.length < 9) {
        base = words.length;
        continue;
      }
      const head = Number(columns[5]);
      words.push({
        start: units[Number(columns[7])]!,
        end: units[Number(columns[8])]!,
        lower: columns[1]!.toLowerCase(),
        lemma: columns[2]!,
        tag: columns[3]!,
        head: head === 0 ? -1 : base + head - 1,
        relation: columns[6]!,
      });
    }
    yield { name, text, words };
  }
}
