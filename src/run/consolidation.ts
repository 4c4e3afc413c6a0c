import type { Consolidation } from '../case.ts';
import { createConsolidation } from '../consolidate/consolidation.ts';
import { toldFamilies } from '../consolidate/families.ts';
import { loadConsolidationWords, loadJoiningWords, loadNameLexicon, loadSubjectLexicon } from '../data/consolidate.ts';
import { loadMergingLexicon, loadQuadTable, loadUndertakingTable } from '../data/merging.ts';
import { loadIssues } from '../data/positions.ts';
import { consolidationMark } from '../data/rules-mark.ts';

/** Consolidation with the data that comes with the program. `version` is its own mark, unless a test gives another. */
export function loadConsolidation(version = consolidationMark()): Consolidation {
  const subjects = loadSubjectLexicon();
  return createConsolidation({
    version,
    names: loadNameLexicon(),
    subjects,
    joining: loadJoiningWords(),
    words: loadConsolidationWords(),
    issueNames: new Map(loadIssues().issues.map(({ code, name }) => [code, name])),
    undertakings: loadUndertakingTable(subjects),
    families: toldFamilies(loadMergingLexicon(), loadQuadTable()),
  });
}
