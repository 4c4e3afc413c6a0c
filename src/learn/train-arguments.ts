/** Trains the choice of a verb's arguments on silver trees (PolNeAR's texts parsed by CoreNLP). */
import { clean } from '../clean/clean.ts';
import { documentFromText } from '../ingest/document.ts';
import { argumentPhrases, argumentsByRule } from '../interpret/grammar/arguments.ts';
import { sentenceAt } from '../interpret/grammar/chunks.ts';
import { ARGUMENT_BITS, argumentFeatures, candidatesFor, SLOTS } from '../interpret/grammar/features.ts';
import type { Grammar, GrammarLexicon } from '../interpret/grammar/lexicon.ts';
import { byRule, PARTICIPLE_BITS, participleFeatures } from '../interpret/grammar/participle.ts';
import { auxiliariesOf, verbGroupAt } from '../interpret/grammar/verb-group.ts';
import { type Scene, sceneOf } from '../interpret/scene.ts';
import { readMentions } from '../mention/mention.ts';
import type { Resources } from '../reading.ts';
import { segment } from '../segment/segment.ts';
import { addRanker, ModelWriter } from './model-file.ts';
import type { TreeText } from './polnear-trees.ts';
import { Candidates } from './ranker.ts';
import { treeArguments } from './train-arguments-gold.ts';
import { type Choice, trainRanker } from './train-ranker.ts';

/** One verb with its arguments by the tree, all as words of the scene; -1 none, -2 the tree does not tell. */
export interface VerbExample {
  readonly scene: Scene;
  readonly verb: number;
  readonly passive: boolean;
  readonly participle: boolean;
  readonly subject: number;
  readonly object: number;
  readonly agent: number;
}

/** What is needed to read a text up to its mentions. */
export type SceneTools = Pick<Resources, 'clean' | 'segment' | 'mention'>;

function sceneFor({ name, text }: TreeText, tools: SceneTools): Scene {
  const document = documentFromText(text, { path: name, line: null });
  const cleaned = clean(document, tools.clean);
  const segmented = segment(document, cleaned, tools.segment);
  const { mentioned, resolveSpeaker } = readMentions(document, cleaned, segmented, tools.mention);
  return sceneOf(document, cleaned, segmented, mentioned, [], resolveSpeaker);
}

/** The verbs of a text, as both the tree and our tags see them. */
export function verbExamples(tree: TreeText, tools: SceneTools): VerbExample[] {
  const out: VerbExample[] = [];
  const scene = sceneFor(tree, tools);
  const byStart = new Map(scene.words.map((w, i) => [w.start as number, i]));
  const byEnd = new Map(scene.words.map((w, i) => [w.end as number, i]));
  const wordOf = (i: number): number => {
    if (i < 0) return i;
    const w = tree.words[i]!;
    return byStart.get(w.start) ?? byEnd.get(w.end) ?? -2;
  };
  for (const a of treeArguments(tree)) {
    const verb = wordOf(a.verb);
    if (verb < 0 || scene.words[verb]!.tag !== 'VERB') continue;
    const within = (i: number): number => (i < 0 || scene.sentenceOf[i] === scene.sentenceOf[verb] ? i : -2);
    out.push({
      scene,
      verb,
      passive: a.passive,
      participle: a.participle,
      subject: within(wordOf(a.subject)),
      object: within(wordOf(a.object)),
      agent: within(wordOf(a.agent)),
    });
  }
  return out;
}

const OPTIONS = { epochs: 5, rate: 0.05, decay: 3e-3, seed: 1 } as const;

const snapshot = ({ buckets, ends }: Candidates, gold: number): Choice => ({
  buckets: buckets.slice(),
  ends: ends.slice(),
  gold,
});

/** The choices that a tree makes between the verb of a clause and a participle. */
function participleChoices(examples: readonly VerbExample[], g: Grammar): Choice[] {
  const out: Choice[] = [];
  const candidates = new Candidates(PARTICIPLE_BITS);
  for (const { scene, verb, participle } of examples) {
    const { lower, lemma } = scene.words[verb]!;
    const known = g.participles.has(lower) || g.pasts.has(lower);
    if (known || lower === lemma || /(?:s|ing)$/u.test(lower)) continue;
    const { chain, to } = auxiliariesOf(scene.words, verb, sentenceAt(scene, verb).first, g);
    if (chain.length > 0 || to >= 0) continue;
    candidates.reset();
    participleFeatures(scene, verb, byRule(scene, verb, g), g, candidates);
    out.push(snapshot(candidates, participle ? 1 : 0));
  }
  return out;
}

/** The choices of subjects and objects; a verb whose phrase the candidates lack teaches nothing. */
function argumentChoices(examples: readonly VerbExample[], g: Grammar): Choice[] {
  const out: Choice[] = [];
  const candidates = new Candidates(ARGUMENT_BITS);
  for (const example of examples) {
    const { scene, verb } = example;
    const group = verbGroupAt(scene, verb, g);
    const phrases = argumentPhrases(scene, group, g);
    const rules = argumentsByRule(scene, group, phrases, g);
    for (const slot of SLOTS) {
      const wanted = example[slot];
      if (wanted === -2 || (slot === 'object' && group.passive)) continue;
      const among = candidatesFor(phrases, group, slot);
      const gold =
        wanted < 0 ? among.length : among.findIndex((c) => phrases[c]!.first <= wanted && wanted < phrases[c]!.last);
      if (gold < 0) continue;
      candidates.reset();
      const rule = rules[slot] === null ? -1 : phrases.indexOf(rules[slot]);
      argumentFeatures(scene, group, phrases, among, slot, rule, g, candidates);
      out.push(snapshot(candidates, gold));
    }
  }
  return out;
}

/** The bytes of the model file. The same trees give the same bytes. `trees` is read twice. */
export function trainArguments(
  trees: () => Iterable<TreeText>,
  tools: SceneTools,
  words: GrammarLexicon,
  log: (line: string) => void,
): Uint8Array {
  const lexicon: Grammar = { ...words, model: null };
  const forms: Choice[] = [];
  for (const tree of trees()) for (const c of participleChoices(verbExamples(tree, tools), lexicon)) forms.push(c);
  log(`${forms.length} choices between verb and participle`);
  const participle = trainRanker(forms, { ...OPTIONS, bits: PARTICIPLE_BITS });
  // Verb groups are read with what was just learnt; subjects and objects by rules alone, which the choice looks at.
  const grammar: Grammar = {
    ...lexicon,
    model: { participle, arguments: { bits: 0, weights: new Float32Array(1) }, version: 'training' },
  };
  const choices: Choice[] = [];
  for (const tree of trees()) for (const c of argumentChoices(verbExamples(tree, tools), grammar)) choices.push(c);
  log(`${choices.length} choices of subjects and objects`);
  const chosen = trainRanker(choices, { ...OPTIONS, bits: ARGUMENT_BITS });
  const writer = new ModelWriter({ name: 'arguments' });
  addRanker(writer, 'participle', participle);
  addRanker(writer, 'arguments', chosen);
  return writer.bytes();
}
