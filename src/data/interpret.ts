import type { InterpretResources } from '../interpret/interpret.ts';
import { loadDisputeLexicon } from './disputes.ts';
import { loadEventResources } from './events.ts';
import { loadGazetteer, loadPlaceLexicon } from './gazetteer.ts';
import { loadGrammar } from './grammar.ts';
import { loadPositionResources } from './positions.ts';
import { loadTalkLexicon, loadTalkModel } from './talks.ts';
import { loadTimeLexicon } from './times.ts';

/** Loads the lexicons and models of interpretation. */
export function loadInterpretResources(): InterpretResources {
  const grammar = loadGrammar();
  return {
    grammar,
    times: loadTimeLexicon(),
    places: { gazetteer: loadGazetteer(), lexicon: loadPlaceLexicon() },
    positions: loadPositionResources(grammar),
    disputes: { lexicon: loadDisputeLexicon(), grammar },
    talks: { lexicon: loadTalkLexicon(), model: loadTalkModel(), grammar },
    events: loadEventResources(grammar),
  };
}
