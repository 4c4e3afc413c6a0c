/**
 * What a stretch of words looks like as one content: how sure the tagger is of it and of its edges, where it stands in
 * its sentence, which cue and source stand beside it, and what stands at its edges. Numbers, for a forest of trees.
 */
import { hashString } from '../learn/hash.ts';
import { PAD, TAG } from './codes.ts';
import type { Candidate } from './span-candidates.ts';
import { between, type SpanContext, sumsOf } from './span-sums.ts';

/** Marks that clauses and quotations are set off by, each with a number. */
const MARKS: ReadonlyMap<number, number> = new Map(
  [[','], ['.'], [';'], [':'], ['-', '–', '—', '--'], ['"', '“', '”', "''", '``'], ['(', ')'], ['?', '!']].flatMap(
    (group, i) => group.map((mark) => [hashString(mark), i + 1] as const),
  ),
);
/** Any other mark, and no mark. */
const OTHER_MARK = 9;
const NO_MARK = 0;

/** Label numbers, by `learn/labels.ts`. */
const OUTSIDE = 0;
const B_SOURCE = 1;
const B_CUE = 3;
const B_CONTENT = 5;
const I_CONTENT = 6;
const LABELS = 7;

/** Distances are counted up to this many words; it also stands for none. */
const FAR = 60;

/** The names of the features, in their order. */
export const SPAN_FEATURES = [
  'log',
  'like',
  'words',
  'length',
  'begins',
  'ends',
  'begins-inside',
  'ends-inside',
  'content-mean',
  'content-log-mean',
  'content-before',
  'content-two-before',
  'content-after',
  'content-two-after',
  'content-first',
  'content-last',
  'content-most',
  'content-least',
  'cue-inside',
  'source-inside',
  'cue-before',
  'cue-two-before',
  'cue-after',
  'cue-soon-after',
  'source-soon-before',
  'source-soon-after',
  'cue-earlier',
  'cue-later',
  'source-earlier',
  'source-later',
  'marked',
  'marked-share',
  'marked-words',
  'marked-runs',
  'marked-begin',
  'marked-end',
  'marked-cues',
  'marked-sources',
  'from-sentence',
  'to-sentence',
  'sentence-length',
  'sentence-kind',
  'sentences',
  'verbs',
  'commas',
  'conjunctions',
  'small',
  'quote-changes',
  'quoted',
  'where',
  'cue-left',
  'cue-left-near',
  'cue-left-level',
  'cue-left-tag',
  'cue-right',
  'cue-right-near',
  'cue-right-level',
  'verb-left',
  'verb-left-level',
  'verb-right',
  'tag-2',
  'tag-1',
  'tag+0',
  'tag+1',
  'level-2',
  'level-1',
  'level+0',
  'level+1',
  'end-tag-2',
  'end-tag-1',
  'end-tag+0',
  'end-tag+1',
  'end-level-2',
  'end-level-1',
  'end-level+0',
  'end-level+1',
  'mark-1',
  'end-mark-1',
  'end-mark+0',
  'end-mark+1',
  'score-begin-outside',
  'score-begin-inside',
  'score-last',
  'score-after',
  'score-before',
  'score-cue-before',
  'score-source-after',
  'score-sum',
  'score-mean',
] as const;

/** The features of each candidate, `SPAN_FEATURES.length` numbers each, one candidate after another. */
export function spanFeatures(context: SpanContext, candidates: readonly Candidate[]): Float32Array {
  const { codes, scores, marginals, runs } = context;
  const n = codes.length;
  const { content, cue, begins, ends } = marginals;
  const tagAt = (i: number): number => codes.tag[i + PAD]!;
  const levelAt = (i: number): number => codes.cue[i + PAD]!;
  const at = (of: Float64Array, i: number): number => (i < 0 || i >= n ? 0 : of[i]!);
  const markAt = (i: number): number =>
    tagAt(i) === TAG.PUNCT ? (MARKS.get(codes.lower[i + PAD]!) ?? OTHER_MARK) : NO_MARK;
  const score = (i: number, label: number): number => (i < 0 || i >= n ? 0 : scores[i * LABELS + label]!);

  const roles = new Uint8Array(n);
  const opens = new Uint8Array(n);
  const cueLeft = new Int32Array(n + 1).fill(-1);
  const cueRight = new Int32Array(n + 1).fill(-1);
  for (const run of runs) {
    roles.fill(run.role === 'source' ? 1 : run.role === 'cue' ? 2 : 3, run.first, run.last);
    opens[run.first] = 1;
  }
  for (let i = 0, c = -1; i <= n; i++) {
    cueLeft[i] = c;
    if (roles[i] === 2) c = i;
  }
  for (let i = n, c = -1; i >= 0; i--) {
    if (i < n && roles[i] === 2) c = i;
    cueRight[i] = c;
  }
  const {
    counted,
    contents,
    contentLogs,
    cues,
    sources,
    begun,
    marked,
    markedRuns,
    markedCues,
    markedSources,
    sentences,
    verbs,
    commas,
    conjunctions,
    small,
    quoted,
    quoteChanges,
    staying,
    ended,
  } = sumsOf(context, roles, opens);
  const likes = likenessOf(candidates, counted);
  const row = new Float32Array(SPAN_FEATURES.length * candidates.length);
  let k = 0;
  for (let c = 0; c < candidates.length; c++) {
    const { first: s, last: e, log, marked: isMarked } = candidates[c]!;
    const length = e - s;
    const words = between(counted, s, e);
    let most = 0;
    let least = 1;
    for (let i = s; i < e; i++) {
      if (content[i]! > most) most = content[i]!;
      if (content[i]! < least) least = content[i]!;
    }
    const from = codes.first[s]!;
    const to = codes.last[e - 1]!;
    const left = cueLeft[s]!;
    const right = cueRight[e]!;
    const verbLeft = codes.verbLeft[s]!;
    const verbRight = e < n ? codes.verbRight[e]! : -1;
    const soon = Math.min(n, e + 4);
    row[k++] = Math.max(-30, log);
    row[k++] = likes[c]!;
    row[k++] = words;
    row[k++] = length;
    row[k++] = begins[s]!;
    row[k++] = ends[e]!;
    row[k++] = between(begun, s + 1, e);
    row[k++] = between(ended, s + 1, e);
    row[k++] = between(contents, s, e) / length;
    row[k++] = between(contentLogs, s, e) / length;
    row[k++] = at(content, s - 1);
    row[k++] = at(content, s - 2);
    row[k++] = at(content, e);
    row[k++] = at(content, e + 1);
    row[k++] = content[s]!;
    row[k++] = content[e - 1]!;
    row[k++] = most;
    row[k++] = least;
    row[k++] = between(cues, s, e);
    row[k++] = between(sources, s, e);
    row[k++] = at(cue, s - 1);
    row[k++] = at(cue, s - 2);
    row[k++] = at(cue, e);
    row[k++] = between(cues, e, soon);
    row[k++] = between(sources, Math.max(0, s - 4), s);
    row[k++] = between(sources, e, soon);
    row[k++] = between(cues, from, s);
    row[k++] = between(cues, e, to);
    row[k++] = between(sources, from, s);
    row[k++] = between(sources, e, to);
    const markedWords = between(marked, s, e);
    row[k++] = isMarked ? 1 : 0;
    row[k++] = markedWords / Math.max(1, words);
    row[k++] = markedWords;
    row[k++] = between(markedRuns, s, e);
    row[k++] = roles[s] !== 3 ? 0 : opens[s] === 1 ? 1 : -1;
    row[k++] = roles[e - 1] !== 3 ? 0 : e === n || roles[e] !== 3 || opens[e] === 1 ? 1 : -1;
    row[k++] = between(markedCues, s, e);
    row[k++] = between(markedSources, s, e);
    row[k++] = s - from;
    row[k++] = to - e;
    row[k++] = codes.last[s]! - from;
    row[k++] = codes.sentence[s]!;
    row[k++] = between(sentences, s + 1, e);
    row[k++] = between(verbs, s, e);
    row[k++] = between(commas, s, e);
    row[k++] = between(conjunctions, s, e);
    row[k++] = between(small, s, e) / length;
    row[k++] = between(quoteChanges, s + 1, e);
    row[k++] = between(quoted, s, e) / length;
    row[k++] = s / n;
    row[k++] = left < 0 ? FAR : Math.min(FAR, s - left);
    row[k++] = left >= from ? 1 : 0;
    row[k++] = left < 0 ? -1 : levelAt(left);
    row[k++] = left < 0 ? -1 : tagAt(left);
    row[k++] = right < 0 ? FAR : Math.min(FAR, right - e);
    row[k++] = right >= 0 && right < to ? 1 : 0;
    row[k++] = right < 0 ? -1 : levelAt(right);
    row[k++] = verbLeft < 0 ? FAR : Math.min(FAR, s - verbLeft);
    row[k++] = verbLeft < 0 ? -1 : levelAt(verbLeft);
    row[k++] = verbRight < 0 ? FAR : Math.min(FAR, verbRight - e);
    for (let i = s - 2; i <= s + 1; i++) row[k++] = tagAt(i);
    for (let i = s - 2; i <= s + 1; i++) row[k++] = levelAt(i);
    for (let i = e - 2; i <= e + 1; i++) row[k++] = tagAt(i);
    for (let i = e - 2; i <= e + 1; i++) row[k++] = levelAt(i);
    row[k++] = markAt(s - 1);
    row[k++] = markAt(e - 1);
    row[k++] = markAt(e);
    row[k++] = markAt(e + 1);
    row[k++] = score(s, B_CONTENT) - score(s, OUTSIDE);
    row[k++] = score(s, B_CONTENT) - score(s, I_CONTENT);
    row[k++] = score(e - 1, I_CONTENT) - score(e - 1, OUTSIDE);
    row[k++] = score(e, I_CONTENT) - score(e, OUTSIDE);
    row[k++] = score(s - 1, I_CONTENT) - score(s - 1, OUTSIDE);
    row[k++] = Math.max(score(s - 1, B_CUE), score(s - 1, B_CUE + 1)) - score(s - 1, OUTSIDE);
    row[k++] = Math.max(score(e, B_SOURCE), score(e + 1, B_SOURCE)) - score(e, OUTSIDE);
    const stay = between(staying, s, e);
    row[k++] = stay;
    row[k++] = stay / length;
  }
  return row;
}

/** For each candidate: how likely some content shares half of the words of both with it, by the tagger alone. */
function likenessOf(candidates: readonly Candidate[], counted: Float64Array): Float64Array {
  const out = new Float64Array(candidates.length);
  const shares = Float64Array.from(candidates, (c) => Math.exp(c.log));
  candidates.forEach((a, i) => {
    out[i]! += shares[i]!;
    const mine = between(counted, a.first, a.last);
    for (let j = i + 1; j < candidates.length && candidates[j]!.first < a.last; j++) {
      const b = candidates[j]!;
      const both = between(counted, b.first, Math.min(a.last, b.last));
      if (2 * both < mine + between(counted, b.first, b.last) - both || both === 0) continue;
      out[i]! += shares[j]!;
      out[j]! += shares[i]!;
    }
  });
  return out;
}
