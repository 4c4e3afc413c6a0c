import { type Words, wordsOf } from '../../consolidate/copies/copies.ts';
import type { Block } from '../../record.ts';
import type { Queries } from '../database.ts';
import { unpack } from '../packed.ts';
import { TEXT } from '../sql/reports.ts';

/** What is kept of a report to compare it with others, and to cut words from. */
export interface KeptText {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Words of so many reports are kept in memory: some 6 KB each, more where reports are long. */
const MOST = 3000;

/** The words of reports as copies are found by, those asked for last in memory. */
export class WordsCache {
  readonly #words = new Map<string, Words>();

  put(id: string, words: Words): void {
    this.#words.delete(id);
    this.#words.set(id, words);
    if (this.#words.size > MOST) this.#words.delete(this.#words.keys().next().value!);
  }

  clear(): void {
    this.#words.clear();
  }

  async get(queries: Queries, caseId: number, id: string): Promise<Words> {
    const known = this.#words.get(id);
    if (known) {
      this.put(id, known);
      return known;
    }
    const row = await queries.first<{ text: Uint8Array }>(TEXT, [caseId, id]);
    const kept: KeptText = row ? unpack<KeptText>(row.text) : { text: '', blocks: [] };
    const words = wordsOf({ text: kept.text, text_sha256: id, blocks: kept.blocks });
    this.put(id, words);
    return words;
  }
}
