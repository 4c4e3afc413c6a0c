/**
 * The golden case: the first case.yaml that the samples give, and their dossier. What is said in it must be right by
 * examples/keld-strait/truth.md, and every change of it shows in a diff.
 */
import { SAMPLES } from '../../src/cli/samples.ts';
import { consolidate, type ReadReport } from '../../src/consolidate/consolidate.ts';
import { loadIssues } from '../../src/data/positions.ts';
import { loadDossierWords } from '../../src/data/words.ts';
import { caseDossier } from '../../src/export/case/dossier.ts';
import { caseMarkdown } from '../../src/export/case/markdown.ts';
import { caseFileText } from '../../src/export/case-file/print.ts';
import { Proposal } from '../../src/export/case-file/propose.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { loadConsolidation } from '../../src/run/consolidation.ts';
import { readReports } from '../../src/run/read.ts';

/** Where the golden case lies. */
export const GOLDEN_CASE = new URL('case/', import.meta.url);

/** Its files, by name. */
export async function goldenCase(): Promise<ReadonlyMap<string, string>> {
  const reports: ReadReport[] = [];
  const proposal = new Proposal();
  for await (const outcome of readReports(ingest([SAMPLES]), { jobs: 1 })) {
    if ('failure' in outcome) throw new Error(`${outcome.failure.path}: ${outcome.failure.message}`);
    reports.push({ reading: outcome.reading, text: outcome.document.text });
    proposal.add(outcome.document, outcome.reading);
  }
  const file = proposal.file('Keld Strait');
  const record = consolidate(reports, file, [], loadConsolidation());
  const issues = new Map(loadIssues().issues.map(({ code, name }) => [code, name]));
  const words = loadDossierWords();
  return new Map([
    ['case.yaml', caseFileText(file)],
    ['dossier.md', caseMarkdown(caseDossier(record, { issues, words }), words)],
  ]);
}
