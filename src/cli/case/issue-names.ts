import type { CaseFile } from '../../case.ts';
import { loadIssues } from '../../data/positions.ts';
import type { IssueNames } from '../../export/dossier/dossier.ts';
import { parseIssues, withOwnIssues } from '../../interpret/positions/issues.ts';

/** The names of issues by code, with the case's own. No model is loaded. */
export function issueNamesFor(file: Pick<CaseFile, 'issues'>): IssueNames {
  const taxonomy = loadIssues();
  const all =
    file.issues.length === 0
      ? taxonomy
      : withOwnIssues(taxonomy, parseIssues({ issues: file.issues }, 'case.yaml').issues);
  return new Map(all.issues.map(({ code, name }) => [code, name]));
}
