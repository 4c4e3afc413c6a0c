/** Takes an archive in: checked line by line, into an empty store. */
import type { CaseFile, Judgement } from '../../case.ts';
import type { Store } from '../../store/store.ts';
import { parseCaseFile } from '../case-file/parse.ts';
import {
  type ArchivedJudgement,
  type ArchivedReport,
  ArchiveError,
  isBelow,
  isFields,
  judgementFault,
  reportFault,
} from './check.ts';
import { ARCHIVE, type ArchiveParts, chained } from './write.ts';

export type Step =
  | ({ readonly is: 'case'; readonly file: CaseFile } & ArchiveParts)
  | ({ readonly is: 'report' } & ArchivedReport)
  | ({ readonly is: 'judgement' } & ArchivedJudgement);

const wrong = (line: number, what: string): never => {
  throw new ArchiveError(
    line > 0 ? `Line ${line} of the archive cannot be taken in: ${what}.` : `The archive cannot be taken in: ${what}.`,
  );
};

/** Turns YAML into plain values, or throws. It is handed in, since this part reads no YAML. */
export type ParseYaml = (text: string) => unknown;

function casePart(value: Readonly<Record<string, unknown>>, line: number, parseYaml: ParseYaml): Step {
  const { yaml, maps } = value;
  if (typeof yaml !== 'string') return wrong(line, 'it has no case file');
  const list = Array.isArray(maps) ? (maps as readonly unknown[]) : wrong(line, 'it has no list of maps');
  const checked = list.map((map) => {
    if (!isFields(map) || typeof map['name'] !== 'string' || typeof map['text'] !== 'string')
      return wrong(line, 'a map has no text');
    if (!isBelow(map['name']))
      return wrong(line, `the map ${JSON.stringify(map['name'])} would lie outside the folder of the case`);
    return { name: map['name'], text: map['text'] };
  });
  let parsed: CaseFile;
  try {
    parsed = parseCaseFile(parseYaml(yaml), 'its case file');
  } catch (error) {
    return wrong(line, (error as Error).message);
  }
  return { is: 'case', file: parsed, yaml, maps: checked };
}

/**
 * The parts of an archive, each checked, in order. Throws an `ArchiveError` where it is none, where a part is not as it
 * must be, and at the end where it is not whole.
 */
export async function* archiveSteps(lines: AsyncIterable<string>, parseYaml: ParseYaml): AsyncGenerator<Step> {
  let digest = '';
  let number = 0;
  let reports = 0;
  let judgements = 0;
  let ended = false;
  for await (const line of lines) {
    if (line === '') continue;
    number++;
    if (ended) wrong(number, 'it stands after the end');
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return wrong(number, number === 1 ? 'this is no archive of this program' : 'it is cut off or damaged');
    }
    if (!isFields(value)) return wrong(number, 'it is no part of an archive');
    if (number === 1) {
      if (value['is'] !== ARCHIVE.is) wrong(number, 'this is no archive of this program');
      if (value['form'] !== ARCHIVE.form)
        wrong(
          number,
          `its form is ${String(value['form'])}, which another version wrote. Use that version, or a newer one`,
        );
    } else if (value['is'] === 'end') {
      if (value['digest'] !== digest || value['reports'] !== reports || value['judgements'] !== judgements)
        wrong(number, 'the archive was changed after it was written, or parts of it are missing. Get it again');
      ended = true;
      continue;
    }
    digest = chained(digest, line);
    if (number === 1) continue;
    if (number === 2 || value['is'] === 'case') {
      if (number !== 2 || value['is'] !== 'case') wrong(number, 'the case file must come first, and once');
      yield casePart(value, number, parseYaml);
    } else if (value['is'] === 'report') {
      const fault = reportFault(value);
      if (fault !== null) wrong(number, fault);
      reports++;
      yield { is: 'report', ...(value as unknown as ArchivedReport) };
    } else if (value['is'] === 'judgement') {
      const fault = judgementFault(value);
      if (fault !== null) wrong(number, fault);
      judgements++;
      yield { is: 'judgement', ...(value as unknown as ArchivedJudgement) };
    } else wrong(number, `it is a ${JSON.stringify(value['is'])}, which this version does not know`);
  }
  if (!ended) wrong(0, 'it ends too early: part of it is missing. Get it again');
}

/** So many reports are written at once. */
const BATCH = 64;

/** Fills an empty store; its value is the case file and maps, to be written beside it. */
export async function takeArchive(
  steps: AsyncIterable<Step>,
  store: Store,
  onReports: (done: number) => void = () => {},
): Promise<ArchiveParts> {
  let parts: ArchiveParts | null = null;
  let batch: ArchivedReport[] = [];
  let done = 0;
  const write = async (): Promise<void> => {
    if (batch.length > 0) await store.add(batch);
    done += batch.length;
    batch = [];
    onReports(done);
  };
  const ledger: Judgement[] = [];
  for await (const step of steps) {
    if (step.is === 'case') {
      parts = { yaml: step.yaml, maps: step.maps };
      await store.setCaseFile(step.file);
    } else if (step.is === 'report') {
      batch.push({ document: step.document, reading: step.reading });
      if (batch.length >= BATCH) await write();
    } else ledger.push(step.judgement);
  }
  await write();
  // A judgement may be about entries, which must be there first.
  while ((await store.consolidate()).left > 0);
  for (const judgement of ledger) {
    await store.judge(judgement);
    while ((await store.consolidate()).left > 0);
  }
  if (!parts) throw new ArchiveError('The archive has no case file.');
  return parts;
}
