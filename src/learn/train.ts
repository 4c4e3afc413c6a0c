/**
 * `npm run train [-- NAME ...]`: makes the learned weights again, byte for byte, from the corpora beside the project
 * (`../shared`, or the folder that RAPPORTEUR_SHARED names).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatActModel, trainActModel } from '../attribute/act-train.ts';
import { readGoldActs } from '../data/act-gold.ts';
import { loadCleanLexicon } from '../data/clean.ts';
import { loadCueLexicon, loadMoodLexicon } from '../data/cues.ts';
import { loadEventLexicon, loadFigureLexicon } from '../data/events.ts';
import { loadGrammar, loadGrammarLexicon } from '../data/grammar.ts';
import { readGoldScenes } from '../data/interpret-gold.ts';
import { loadMentionLexicon } from '../data/mention.ts';
import { loadNameModel } from '../data/names.ts';
import { loadSegmentLexicon } from '../data/segment.ts';
import { loadTalkLexicon } from '../data/talks.ts';
import { formatEventModel, learnEvents } from '../interpret/events/event-train.ts';
import { goldUnits } from '../interpret/positions/position-gold.ts';
import { learnPositions } from '../interpret/positions/position-train.ts';
import { formatTalkModel, trainTalkModel } from '../interpret/talks/talk-train.ts';
import { makeSegmentTools } from '../segment/segment.ts';
import { sha256 } from '../text/digest.ts';
import { readGold } from './gold.ts';
import { goldLabelled } from './gold-labels.ts';
import { labelled } from './labels.ts';
import { readPolnear } from './polnear.ts';
import { readTrees } from './polnear-trees.ts';
import { trainArguments } from './train-arguments.ts';
import { trainAttribution } from './train-attribution.ts';
import { nameExamples, trainNames } from './train-names.ts';
import { packTags } from './train-tags.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const shared = process.env['RAPPORTEUR_SHARED'] ?? join(root, '..', 'shared');
const models = join(root, 'models');

const started = performance.now();
const log = (line: string): void =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);

function write(name: string, bytes: Uint8Array): void {
  mkdirSync(models, { recursive: true });
  writeFileSync(join(models, name), bytes);
  log(`models/${name}: ${(bytes.length / 1e6).toFixed(1)} MB, SHA-256 ${sha256(bytes)}`);
}

let made: ReturnType<typeof makeSegmentTools> | undefined;
/** Made when first asked for: they rest on models/tags.bin. */
const tools = (): ReturnType<typeof makeSegmentTools> => {
  made ??= makeSegmentTools(loadSegmentLexicon());
  return made;
};

/** The models by name, in the order in which they are made. */
const trainers: Record<string, () => void> = {
  tags() {
    write('tags.bin', packTags());
  },
  names() {
    const examples = nameExamples(join(shared, 'polnear', 'train'), loadMentionLexicon(), tools());
    log(`${examples.length} runs of names`);
    write('names.bin', trainNames(examples).bytes);
  },
  act() {
    const file = trainActModel(readGoldActs(shared, 'working', tools()), {
      cues: loadCueLexicon(),
      moods: loadMoodLexicon(),
    });
    write('act.json', new TextEncoder().encode(formatActModel(file)));
  },
  attribution() {
    const polnear = readPolnear(join(shared, 'polnear', 'train')).map((t) => labelled(t, tools()));
    const lexicon = loadCleanLexicon();
    const gold = readGold(join(shared, 'gold'))
      .filter((g) => !g.aside)
      .map((g) => goldLabelled(g, lexicon, tools()));
    log(`${polnear.length} texts of PolNeAR, ${gold.length} gold readings`);
    write('attribution.bin', trainAttribution(polnear, gold, log));
  },
  arguments() {
    const stages = {
      clean: loadCleanLexicon(),
      segment: tools(),
      mention: { lexicon: loadMentionLexicon(), names: loadNameModel() },
    };
    write(
      'arguments.bin',
      trainArguments(() => readTrees(join(shared, 'polnear', 'train')), stages, loadGrammarLexicon(), log),
    );
  },
  events() {
    const file = learnEvents(readGoldScenes(shared), loadEventLexicon(), loadFigureLexicon(), loadGrammar());
    write('events.json', new TextEncoder().encode(formatEventModel(file)));
  },
  talks() {
    const file = trainTalkModel(readGoldScenes(shared), { lexicon: loadTalkLexicon(), grammar: loadGrammar() });
    write('talks.json', new TextEncoder().encode(formatTalkModel(file)));
  },
  positions() {
    const scenes = readGoldScenes(shared);
    write('positions.bin', learnPositions(goldUnits(scenes), scenes, log));
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in trainers));
if (unknown.length > 0) {
  console.error(`train: there is no model "${unknown[0]}". The models are: ${Object.keys(trainers).join(', ')}.`);
  process.exitCode = 2;
} else for (const name of asked.length > 0 ? asked : Object.keys(trainers)) trainers[name]!();
