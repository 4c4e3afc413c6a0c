import type { Consolidation } from '../case.ts';
import { createConsolidation } from '../consolidate/consolidation.ts';
import { toldFamilies } from '../consolidate/families.ts';
import { loadConsolidationWords, loadNameLexicon, loadSubjectLexicon } from '../data/consolidate.ts';
import { loadMergingLexicon, loadQuadTable } from '../data/merging.ts';

/** Changes whenever the rules of consolidation do: records that were made by others are made again. */
const RULES = 1;

/** Consolidation with the data that comes with the program. `version` is that of the program. */
export function loadConsolidation(version: string): Consolidation {
  return createConsolidation({
    version: `${version}/${RULES}`,
    names: loadNameLexicon(),
    subjects: loadSubjectLexicon(),
    words: loadConsolidationWords(),
    families: toldFamilies(loadMergingLexicon(), loadQuadTable()),
  });
}
