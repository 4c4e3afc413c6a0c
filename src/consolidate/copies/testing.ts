/** Reports for tests: invented, one paragraph a block. */
import type { BlockKind } from '../../record.ts';
import { span } from '../../text/span.ts';
import type { Provenance } from './sketch.ts';
import type { Text } from './words.ts';

export const AGENCY = 'Littoral Press Agency';

/** The paragraphs of an agency's report. */
export const PARAGRAPHS = [
  'Halvia offered on Wednesday to open two of its ports to Maravetian coasters, provided that the toll in the narrows is halved before the end of the month.',
  'Foreign Minister Aldren Voss said the offer had been carried to Port Asker by the Cantaran envoy, and that his government expected an answer within a week.',
  'Maravet has kept a battery on Ombra Point since January, and its deputy foreign minister, Ketta Amon, told reporters that the guns were no part of any bargain over harbour dues.',
  'Fishermen at Nerith, where thirty boats have lain idle since the searches began, gathered on the quay to hear the news and went home without cheering.',
] as const;

/** Other words on the same topic. */
export const OTHERS = [
  'The price of coal in Drenholm rose for the ninth week, and bakers in the old town have begun to close on Mondays for want of fuel to heat their ovens.',
  'Sael Otray, who speaks for the Teyl Front, wrote to the Littoral Commission that no harbour treaty would hold unless the islanders had put their names under it.',
  'A survey ship left Lorn with forty observers aboard, among them two captains who had served as pilots in the strait when both navies still exchanged salutes.',
  'In Port Asker the president, Oumara Tesk, opened a school for the children of sailors and spoke for half an hour without once naming the country across the water.',
] as const;

/** A report of these paragraphs; one that begins with `# ` is a heading. */
export function reportOf(id: string, paragraphs: readonly string[], from: Partial<Provenance> = {}): Text & Provenance {
  const blocks: { kind: BlockKind; span: ReturnType<typeof span>; runs: ReturnType<typeof span>[] }[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    const kind = paragraph.startsWith('# ') ? 'heading' : 'paragraph';
    const words = paragraph.replace(/^# /, '');
    const its = span(text.length, text.length + words.length);
    blocks.push({ kind, span: its, runs: [its] });
    text += `${words}\n\n`;
  }
  return { text, text_sha256: id, blocks, outlet: null, agency: null, published: '2031-03-05', ...from };
}
