import type { IssueNames } from '../export/dossier/dossier.ts';
import type { Resources } from '../reading.ts';

/** The names of issues by code, in the order of the taxonomy. */
export const issueNamesOf = ({ interpret }: Resources): IssueNames =>
  new Map(interpret.positions.taxonomy.issues.map(({ code, name }) => [code, name]));
