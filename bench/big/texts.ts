/** As many different reports as are asked for, made of real ones: the words are others, the names and the build stay. */
import { existsSync } from 'node:fs';
import { SAMPLES } from '../../src/cli/samples.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { numbersFrom, rewording } from '../vary.ts';

export interface Made {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly outlet: string;
  /** `2031-03-27`, spread over three years. */
  readonly day: string;
}

const OUTLETS = ['Drenholm Courier', 'Nerith Post', 'Lorn Ledger', 'Littoral Press Agency', 'Port Asker Evening'];
const DAYS = 3 * 365;

/** Texts of the samples and, where it is there, of a folder of real reports. Those too short or too long are left out. */
async function seedsOf(): Promise<readonly (readonly string[])[]> {
  const seeds: (readonly string[])[] = [];
  const news = '../shared/news';
  for await (const taken of ingest([SAMPLES, ...(existsSync(news) ? [news] : [])])) {
    if (!('document' in taken) || taken.document.language !== 'en') continue;
    const { text } = taken.document;
    const paragraphs = text
      .replace(/^#.*\n/gmu, '')
      .split(/\n\s*\n/u)
      .map((p) => p.replace(/\s+/gu, ' ').trim())
      .filter((p) => p.length > 40);
    if (paragraphs.length >= 3 && text.length < 8000) seeds.push(paragraphs);
  }
  return seeds;
}

/** Makes report after report, the same for the same number. `words` is about how long each may be; 0 for whole. */
export async function makerOfTexts(words = 0): Promise<(number: number) => Made> {
  const seeds = await seedsOf();
  const reword = rewording(
    seeds.map((s) => s.join(' ')),
    /\d|(?<![\p{L}\p{N}])[a-z]{3,}(?![\p{L}\p{N}])/gu,
  );
  return (number) => {
    const below = numbersFrom(number);
    const whole = seeds[number % seeds.length]!.map((p, i) => reword(p, number * 64 + i));
    const paragraphs: string[] = [];
    let left = words || Number.POSITIVE_INFINITY;
    // Begins anywhere, so that short ones are not all the same first lines.
    const from = words === 0 ? 0 : below(Math.max(1, whole.length - 2));
    for (const paragraph of whole.slice(from)) {
      if (left <= 0) break;
      paragraphs.push(paragraph);
      left -= paragraph.split(' ').length;
    }
    const title = paragraphs[0]!.split(' ').slice(0, 9).join(' ');
    const day = new Date(Date.parse('2031-01-01') + below(DAYS) * 86_400_000).toISOString().slice(0, 10);
    return { title, paragraphs, outlet: OUTLETS[below(OUTLETS.length)]!, day };
  };
}
