import type { Consolidation } from '../case.ts';
import { createConsolidation } from '../consolidate/consolidation.ts';
import { toldFamilies } from '../consolidate/families.ts';
import { loadConsolidationWords, loadJoiningWords, loadNameLexicon, loadSubjectLexicon } from '../data/consolidate.ts';
import { loadMergingLexicon, loadQuadTable } from '../data/merging.ts';
import { loadIssues } from '../data/positions.ts';
import { consolidationMark } from '../data/rules-mark.ts';

/** Consolidation with the data that comes with the program. `version` is its own mark, unless a test gives another. */
export const loadConsolidation = (version = consolidationMark()): Consolidation =>
  createConsolidation({
    version,
    names: loadNameLexicon(),
    subjects: loadSubjectLexicon(),
    joining: loadJoiningWords(),
    words: loadConsolidationWords(),
    issueNames: new Map(loadIssues().issues.map(({ code, name }) => [code, name])),
    families: toldFamilies(loadMergingLexicon(), loadQuadTable()),
  });
