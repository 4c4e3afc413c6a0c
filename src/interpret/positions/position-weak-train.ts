/**
 * Examples of issues without a reader's mark: clauses of news reports in which the taxonomy's words leave no doubt. The
 * words that settle it are taken out, so that what is learned are the words that stand beside them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCleanLexicon } from '../../data/clean.ts';
import { loadMentionLexicon } from '../../data/mention.ts';
import { loadNameModel } from '../../data/names.ts';
import { loadIssues, loadPositionLexicon } from '../../data/positions.ts';
import { loadSegmentLexicon } from '../../data/segment.ts';
import { documentFromText } from '../../ingest/document.ts';
import { readGold } from '../../learn/gold.ts';
import { createStages, type Resources } from '../../reading.ts';
import { makeSegmentTools } from '../../segment/segment.ts';
import { type Range, type Scene, sceneOf } from '../scene.ts';
import { featuresOf } from './features.ts';
import { addIssueScores, type Taxonomy } from './issues.ts';
import type { PositionLexicon } from './lexicon.ts';
import { hashesOf } from './model.ts';
import { phraseEnd, phrasesAt } from './phrases.ts';
import { signsOf } from './signs.ts';
import { splitRange } from './split.ts';
import type { Unit } from './unit.ts';

export interface WeakExample {
  /** Which report it is from. */
  readonly document: number;
  readonly features: readonly number[];
  readonly issue: number;
}

/** The issue is clear from this score on, and by so much before the next. */
const CLEAR = 5;
const MARGIN = 3;

/** The stretches of a range that no word for the issue covers. */
function uncovered({ words }: Scene, { first, last }: Range, issue: number, { index }: Taxonomy): Range[] {
  const covered = new Set<number>();
  for (let i = first; i < last; i++) {
    for (const phrase of phrasesAt(index, words[i]!) ?? []) {
      if (phrase.value.issue !== issue) continue;
      const end = phraseEnd(words, i, last, phrase);
      for (let k = i; k < end; k++) covered.add(k);
    }
  }
  const out: Range[] = [];
  for (let i = first; i < last; ) {
    if (covered.has(i)) {
      i++;
      continue;
    }
    let end = i;
    while (end < last && !covered.has(end)) end++;
    out.push({ first: i, last: end });
    i = end;
  }
  return out;
}

/** The clear clauses of a report. */
function clearClauses(
  document: number,
  scene: Scene,
  taxonomy: Taxonomy,
  lexicon: PositionLexicon,
  hashes: Int32Array,
): WeakExample[] {
  const out: WeakExample[] = [];
  for (const sentence of scene.sentences) {
    for (const piece of splitRange(scene, sentence, taxonomy)) {
      const scores = new Float64Array(taxonomy.issues.length);
      addIssueScores(scene.words, piece.first, piece.last, taxonomy, scores);
      let top = 0;
      for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[top]!) top = i;
      const next = scores.reduce((a, s, i) => (i === top ? a : Math.max(a, s)), 0);
      if (scores[top]! < CLEAR || scores[top]! - next < MARGIN) continue;
      const content = uncovered(scene, piece, top, taxonomy);
      if (content.length === 0) continue;
      const unit: Unit = {
        holder: '',
        holderSpan: null,
        content,
        cue: null,
        source: 'verb',
        voice: 'narrator',
        by: null,
        statement: -1,
        act: null,
        form: null,
      };
      const { issue } = featuresOf(scene, unit, signsOf(scene, unit, lexicon, taxonomy), lexicon, hashes);
      out.push({ document, features: issue, issue: top });
    }
  }
  return out;
}

/** At most so many for one issue, so that the frequent ones do not drown the others. */
const MOST = 200;
/** Reports are numbered from here, apart from those of the gold readings. */
const FIRST = 10_000;

/** The clear clauses of the news reports under `shared`, in the order of their names; none of the gold kept aside. */
export function readWeakExamples(shared: string): WeakExample[] {
  const resources: Pick<Resources, 'clean' | 'segment' | 'mention'> = {
    clean: loadCleanLexicon(),
    segment: makeSegmentTools(loadSegmentLexicon()),
    mention: { lexicon: loadMentionLexicon(), names: loadNameModel() },
  };
  const stages = createStages(resources as Resources);
  const taxonomy = loadIssues();
  const lexicon = loadPositionLexicon();
  const hashes = hashesOf(taxonomy.issues.map(({ code }) => code));
  const aside = new Set(readGold(join(shared, 'gold')).flatMap((g) => (g.aside ? [g.text] : [])));
  const counts = new Map<number, number>();
  const out: WeakExample[] = [];
  let number = FIRST;
  for (const folder of ['syria', 'ukraine']) {
    const path = join(shared, 'news', folder);
    for (const file of readdirSync(path).sort()) {
      if (!file.endsWith('.txt')) continue;
      const text = readFileSync(join(path, file), 'utf8');
      if (aside.has(text)) continue;
      const document = documentFromText(text, { path: file, line: null }, {});
      const cleaned = stages.clean(document);
      const segmented = stages.segment(document, cleaned);
      const mentions = stages.mention(document, cleaned, segmented);
      const scene = sceneOf(document, cleaned, segmented, mentions.mentioned, [], mentions.resolveSpeaker);
      for (const example of clearClauses(number++, scene, taxonomy, lexicon, hashes)) {
        const n = (counts.get(example.issue) ?? 0) + 1;
        counts.set(example.issue, n);
        if (n <= MOST) out.push(example);
      }
    }
  }
  return out;
}
