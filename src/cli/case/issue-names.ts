import type { CaseFile } from '../../case.ts';
import { loadIssues } from '../../data/positions.ts';
import type { IssueNames } from '../../export/dossier/dossier.ts';
import { withCaseIssues } from '../../interpret/positions/issues.ts';

/** The names of issues by code, with the case's own. No model is loaded. */
export const issueNamesFor = (file: Pick<CaseFile, 'issues'>): IssueNames =>
  new Map(withCaseIssues(loadIssues(), file.issues).issues.map(({ code, name }) => [code, name]));
