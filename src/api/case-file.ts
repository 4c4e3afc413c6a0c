/** The settings of a case as people give them: checked before they replace those that stand. */
import type { CaseFile } from '../case.ts';
import { loadIssues } from '../data/positions.ts';
import { parse } from '../data/yaml.ts';
import { parseCaseFile } from '../export/case-file/parse.ts';
import { withCaseIssues } from '../interpret/positions/issues.ts';
import { ApiProblem } from './problem.ts';

/** What the readers of case files and issues throw for what is not as it must be; anything else is a fault of ours. */
const OF_THE_USER = new Set(['CaseFileError', 'IssuesError', 'YAMLException']);

/** The same settings, checked as those of a file are. Throws a problem that says where and what to do. */
export function checkedCaseFile(raw: unknown): CaseFile {
  return told(() => {
    const file = parseCaseFile(raw);
    withCaseIssues(loadIssues(), file.issues);
    return file;
  });
}

/** Settings from the text of a case file. */
export const caseFileOf = (text: string): CaseFile => checkedCaseFile(told(() => parse(text)));

function told<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Error) || !OF_THE_USER.has(error.name)) throw error;
    // js-yaml draws the place below its first line.
    const message = error.message.split('\n')[0]!.replace(/^case\.yaml[:,] /, '');
    throw new ApiProblem(400, 'case-file', 'The settings are not right', message);
  }
}
