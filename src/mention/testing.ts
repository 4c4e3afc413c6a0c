import { loadMentionLexicon } from '../data/mention.ts';
import { loadSegmentLexicon } from '../data/segment.ts';
import type { Cleaned, Referent } from '../record.ts';
import { makeSegmentTools, segment } from '../segment/segment.ts';
import { bareDocument } from '../text/document.ts';
import { span } from '../text/span.ts';
import { type MentionReading, readMentions } from './mention.ts';
import type { Source } from './speaker.ts';

const lexicon = loadMentionLexicon();
const tools = makeSegmentTools(loadSegmentLexicon());

/** A report as the stages before this one hand it over: each line a paragraph, nothing left out but where it was filed. */
export interface Read extends MentionReading {
  readonly text: string;
  /** Who the `nth` standing of these words names. */
  who(words: string, nth?: number): Source;
  /** The referent with this name. */
  referent(name: string): Referent | undefined;
}

export function read(body: string, filed: string | null = null): Read {
  const text = filed === null ? body : `${filed}\n${body}`;
  const document = bareDocument(text, '-');
  const blocks: Cleaned['blocks'][number][] = [];
  for (const line of text.matchAll(/[^\n]+/gu)) {
    if (filed !== null && line.index === 0) continue;
    const whole = span(line.index, line.index + line[0].length);
    blocks.push({ kind: 'paragraph', span: whole, runs: [whole], made: { stage: 'clean', rule: 'clean/test' } });
  }
  const cleaned: Cleaned = {
    blocks,
    repeats: [],
    filing: { place: filed === null ? null : span(0, filed.length), agency: null, date: null, author: null },
    notes: [],
  };
  const reading = readMentions(document, cleaned, segment(document, cleaned, tools), { lexicon });
  return {
    ...reading,
    text,
    who(words, nth = 1) {
      let at = -1;
      for (let n = 0; n < nth; n++) at = text.indexOf(words, at + 1);
      if (at < 0) throw new Error(`not in the text: ${words}`);
      return reading.resolveSpeaker(span(at, at + words.length));
    },
    referent: (name) => reading.mentioned.referents.find((r) => r.name === name),
  };
}
