/**
 * Joins sources, cues and contents into attributions: each stretch of content chooses its cue, each cue its source, by a
 * learned choice among those near by, or none.
 */
import { mix } from '../learn/hash.ts';
import { Candidates, choose, type Ranker } from '../learn/ranker.ts';
import { type Codes, PAD, TAG } from './codes.ts';
import type { Run } from './runs.ts';
import { pathBetween } from './tag-features.ts';

/** The two learned choices. */
export interface LinkModel {
  readonly cueOfContent: Ranker;
  readonly sourceOfCue: Ranker;
}

/** One cue, its source, and all the content that it reports. Numbers are indices of runs; `null` where there is none. */
export interface Attribution {
  readonly source: number | null;
  readonly cue: number | null;
  readonly content: readonly number[];
  /** 0 to 1: the least certain of the choices that made it. */
  readonly confidence: number;
}

/** How many candidates on each side, and how many words away at most. */
const REACH = 5;
const FARTHEST = 120;
const GOLDEN = 0x9e3779b1;

/** The runs of a role that `at` may choose among, in order of position. */
export function candidatesOf(runs: readonly Run[], at: number, role: Run['role']): number[] {
  const me = runs[at]!;
  const out: number[] = [];
  for (let i = at - 1, found = 0; i >= 0 && found < REACH; i--) {
    const r = runs[i]!;
    if (me.first - r.last > FARTHEST) break;
    if (r.role === role) {
      out.unshift(i);
      found++;
    }
  }
  for (let i = at + 1, found = 0; i < runs.length && found < REACH; i++) {
    const r = runs[i]!;
    if (r.first - me.last > FARTHEST) break;
    if (r.role === role) {
      out.push(i);
      found++;
    }
  }
  return out;
}

const bucket = (n: number): number => (n <= 3 ? n : Math.min(12, 2 + Math.floor(Math.log2(n) * 2)));

/** Fills `out` with the features of choosing each candidate, and last of choosing none. */
export function linkFeatures(
  codes: Codes,
  runs: readonly Run[],
  at: number,
  among: readonly number[],
  out: Candidates,
): void {
  out.reset();
  const { lemma, lower, tag, quote, first, boundary } = codes;
  const me = runs[at]!;
  const mine = me.role === 'cue' ? me.last - 1 : me.first;
  const myHead = headOf(codes, me);
  const quoted = Math.min(1, quote[me.first]!) + 2 * Math.min(1, quote[me.last - 1]!);
  const opens = first[me.first] === me.first || first[me.first] === me.first - 1 ? 1 : 0;
  const closes = me.last >= codes.length || boundary[me.last]! > 0 || codes.last[me.last]! - me.last <= 1 ? 1 : 0;
  let id = 0;
  const f = (hash: number): void => {
    id++;
    out.add(mix(hash, Math.imul(id, GOLDEN)));
  };
  for (const c of among) {
    const r = runs[c]!;
    id = 0;
    const after = r.first >= me.last ? 1 : 0;
    const distance = after ? r.first - me.last : me.first - r.last;
    let cues = 0;
    let contents = 0;
    let sources = 0;
    for (let i = Math.min(at, c) + 1; i < Math.max(at, c); i++) {
      const role = runs[i]!.role;
      if (role === 'cue') cues++;
      else if (role === 'content') contents++;
      else sources++;
    }
    const from = after ? me.last - 1 : me.first;
    const to = after ? r.first : r.last - 1;
    let sentences = 0;
    let blocks = 0;
    for (let i = Math.min(from, to) + 1; i <= Math.max(from, to); i++) {
      if (boundary[i]! > 0) sentences++;
      if (boundary[i] === 2) blocks++;
    }
    const near = mix(Math.min(sentences, 3), Math.min(blocks, 2));
    const between = mix(mix(Math.min(cues, 3), Math.min(contents, 3)), Math.min(sources, 3));
    const place = mix(after, near);
    const head = headOf(codes, r);
    const rq = Math.min(1, quote[r.first]!);
    const edge = after ? lower[me.last + PAD]! : lower[me.first - 1 + PAD]!;
    const theirs = after ? lower[r.first - 1 + PAD]! : lower[r.last + PAD]!;
    f(after);
    f(place);
    f(mix(place, bucket(distance)));
    f(mix(place, between));
    f(mix(mix(place, between), quoted));
    f(mix(mix(place, between), mix(opens, closes)));
    f(mix(lemma[head + PAD]!, after));
    f(mix(lemma[head + PAD]!, place));
    f(mix(mix(lemma[head + PAD]!, lemma[myHead + PAD]!), after));
    f(mix(lemma[myHead + PAD]!, place));
    f(mix(mix(place, quoted), rq));
    f(mix(mix(place, quoted), mix(opens, closes)));
    f(mix(place, edge));
    f(mix(place, theirs));
    f(mix(mix(place, edge), quoted));
    f(mix(tag[head + PAD]!, place));
    f(mix(mix(tag[head + PAD]!, tag[myHead + PAD]!), place));
    f(mix(mix(tag[head + PAD]!, between), place));
    f(distance < 30 ? mix(pathBetween(codes, from, to), after) : 0);
    f(distance < 30 ? mix(mix(pathBetween(codes, from, to), after), tag[head + PAD]!) : 0);
    f(mix(bucket(distance), between));
    f(mix(runs[c + 1]?.role === 'source' ? 1 : 0, mix(runs[c - 1]?.role === 'source' ? 1 : 0, place)));
    f(mix(runs[c + 1]?.role === 'content' ? 1 : 0, mix(runs[c - 1]?.role === 'content' ? 1 : 0, mix(place, between))));
    out.close();
  }
  id = 100;
  const l = runs[at - 1];
  const r = runs[at + 1];
  const leftGap = l ? bucket(me.first - l.last) : 99;
  const rightGap = r ? bucket(r.first - me.last) : 99;
  f(1);
  f(quoted);
  f(mix(opens, closes));
  f(mix(quoted, mix(opens, closes)));
  f(among.length);
  f(lemma[myHead + PAD]!);
  f(tag[myHead + PAD]!);
  f(mix(l ? roleNumber(l) : 9, r ? roleNumber(r) : 9));
  f(mix(mix(l ? roleNumber(l) : 9, leftGap), 1));
  f(mix(mix(r ? roleNumber(r) : 9, rightGap), 2));
  f(lower[mine - 1 + PAD]!);
  f(lower[me.last + PAD]!);
  out.close();
}

const roleNumber = (r: Run): number => (r.role === 'source' ? 1 : r.role === 'cue' ? 2 : 3);

/** The word that stands for a run: a cue's last verb or noun, a source's last noun, a content's first word. */
function headOf(codes: Codes, r: Run): number {
  if (r.role === 'content') return r.first;
  for (let i = r.last - 1; i >= r.first; i--) {
    const t = codes.tag[i + PAD]!;
    if (r.role === 'cue' ? t === TAG.VERB || t === TAG.NOUN : t === TAG.NOUN || t === TAG.PROPN || t === TAG.PRON)
      return i;
  }
  return r.last - 1;
}

/** Joins runs into attributions, in order of their content. */
export function link(codes: Codes, runs: readonly Run[], model: LinkModel): Attribution[] {
  const out = new Candidates(model.cueOfContent.bits);
  const contentsOf = new Map<number, { content: number[]; share: number }>();
  const alone: { content: number[]; share: number }[] = [];
  runs.forEach((run, i) => {
    if (run.role !== 'content') return;
    const among = candidatesOf(runs, i, 'cue');
    linkFeatures(codes, runs, i, among, out);
    const { best, share } = choose(model.cueOfContent, out);
    const cue = among[best];
    if (cue === undefined) {
      alone.push({ content: [i], share });
      return;
    }
    const entry = contentsOf.get(cue);
    if (entry) {
      entry.content.push(i);
      entry.share = Math.min(entry.share, share);
    } else contentsOf.set(cue, { content: [i], share });
  });
  const attributions: Attribution[] = alone.map(({ content, share }) => ({
    source: null,
    cue: null,
    content,
    confidence: share,
  }));
  const cues = new Candidates(model.sourceOfCue.bits);
  runs.forEach((run, i) => {
    if (run.role !== 'cue') return;
    const linked = contentsOf.get(i);
    const among = candidatesOf(runs, i, 'source');
    linkFeatures(codes, runs, i, among, cues);
    const { best, share } = choose(model.sourceOfCue, cues);
    attributions.push({
      source: among[best] ?? null,
      cue: i,
      content: linked?.content ?? [],
      confidence: Math.min(share, linked?.share ?? 1),
    });
  });
  const position = (x: Attribution): number => runs[x.content[0] ?? x.cue ?? 0]!.first;
  return attributions.sort((x, y) => position(x) - position(y));
}
