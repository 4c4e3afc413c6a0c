import { readFileSync } from 'node:fs';
import type { Resources } from '../reading.ts';
import { makeSegmentTools } from '../segment/segment.ts';
import { loadAttributeLexicon, loadAttributionModel } from './attribution.ts';
import { loadCleanLexicon } from './clean.ts';
import { loadActResources } from './cues.ts';
import { loadInterpretResources } from './interpret.ts';
import { loadMentionLexicon } from './mention.ts';
import { loadNameModel } from './names.ts';
import { loadSegmentLexicon } from './segment.ts';

/** The program's version, from package.json. */
export const version: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

let kept: Resources | null = null;

/** Keeps what is loaded for every later call in this process: for what is put aside and begun again (`cli/quick`). */
export function keepResources(): void {
  kept = loadResources();
}

/** Loads every lexicon and model that comes with the program: once, before the first report. */
export function loadResources(): Resources {
  if (kept) return kept;
  const model = loadAttributionModel();
  const names = loadNameModel();
  const act = loadActResources();
  const interpret = loadInterpretResources();
  const { grammar, positions, talks, events } = interpret;
  return {
    clean: loadCleanLexicon(),
    segment: makeSegmentTools(loadSegmentLexicon()),
    mention: { lexicon: loadMentionLexicon(), names },
    attribute: { model, act, lexicon: loadAttributeLexicon() },
    interpret,
    producer: {
      version,
      models: {
        attribution: model.version,
        names: names.version,
        act: act.model?.version ?? 'none',
        arguments: grammar.model?.version ?? 'none',
        positions: positions.model.version,
        talks: talks.model.version,
        events: events.model.version,
      },
    },
  };
}
