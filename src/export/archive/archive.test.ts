import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { load } from 'js-yaml';
import { FILE, READ } from '../../../test/case.ts';
import { folderOf } from '../../../test/process.ts';
import type { Judgement } from '../../case.ts';
import { loadConsolidation } from '../../run/consolidation.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import { caseFileText } from '../case-file/print.ts';
import { linesOf } from '../forms/forms.ts';
import { ArchiveError } from './check.ts';
import { archiveSteps, takeArchive } from './read.ts';
import { archiveOf } from './write.ts';

const parts = {
  yaml: `# Mine.\n${caseFileText(FILE)}`,
  maps: [{ name: 'maps/line.geojson', text: '{"type":"FeatureCollection","features":[]}' }],
};

async function storeIn(t: TestContext): Promise<Store> {
  const producer = { version: '0.0.0', models: {} };
  const store = await openStore(join(folderOf(t), 'case.db'), { producer, consolidation: loadConsolidation() });
  t.after(() => store.close());
  return store;
}

const whole = async (pieces: AsyncIterable<string>): Promise<string> => {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
};

async function* linesOfText(text: string): AsyncGenerator<string> {
  yield* text.split('\n');
}

async function filled(t: TestContext): Promise<Store> {
  const store = await storeIn(t);
  await store.setCaseFile(FILE);
  await store.add(READ);
  while ((await store.consolidate()).left > 0);
  const [item] = (await store.items('statement')).rows;
  const judgement = (id: string, action: Judgement['action']): Judgement => ({
    id,
    at: `2031-04-0${id}T08:00:00.000Z`,
    who: 'ana',
    why: null,
    action,
  });
  const target = { kind: 'statement' as const, id: item!.id, report: item!.report.id, words: item!.words };
  await store.judge(judgement('1', { do: 'accept', target }));
  await store.judge(judgement('2', { do: 'note', target, text: 'See the transcript.' }));
  await store.judge(judgement('3', { do: 'undo', judgement: '1' }));
  while ((await store.consolidate()).left > 0);
  return store;
}

test('a case that is exported and imported gives the same record and the same archive, byte for byte', async (t) => {
  const first = await filled(t);
  const archive = await whole(archiveOf(first, parts));
  const second = await storeIn(t);
  const taken = await takeArchive(archiveSteps(linesOfText(archive), load), second);
  assert.deepEqual(taken, parts);
  assert.equal(await whole(archiveOf(second, parts)), archive);
  assert.equal(await whole(linesOf(second, {})), await whole(linesOf(first, {})));
  assert.ok((await second.items('statement')).total >= 3);
});

test('an archive that was cut, changed, or never was one is refused, with the line and the reason', async (t) => {
  const archive = (await whole(archiveOf(await filled(t), parts))).trimEnd().split('\n');
  const report = archive.findIndex((l) => l.startsWith('{"is":"report"'));
  const changed = (at: number, from: string | RegExp, to: string): string[] =>
    archive.map((l, i) => (i === at ? l.replace(from, to) : l));
  const cases: [readonly string[], RegExp][] = [
    [['Halvia will stay.'], /Line 1 .* this is no archive of this program/],
    [['{"is":"rapporteur-archive","form":99}'], /its form is 99, which another version wrote/],
    [archive.slice(0, -1), /ends too early/],
    [[...archive.slice(0, 3), ...archive.slice(4)], /parts of it are missing/],
    [[archive[0]!, archive[1]!, archive.at(-1)!], /parts of it are missing/],
    [changed(report, 'Halvia will', 'Halvia must'), /its text is not the one that its digest is of/],
    [changed(report, /"end":\d+/, '"end":99999'), /a place in its text from \d+ to 99999/],
    [changed(report, /"confidence":0\.9/, '"confidence":0.8'), /was changed after it was written/],
    [changed(1, 'maps/line.geojson', '../line.geojson'), /would lie outside the folder of the case/],
    [changed(1, 'maps/line.geojson', '/etc/line.geojson'), /would lie outside the folder of the case/],
    [changed(1, 'name: Keld Strait', 'nmae: Keld Strait'), /has \\?"nmae\\?", which means nothing/],
    [changed(archive.length - 2, '"do":"undo"', '"do":"burn"'), /it does nothing known/],
    [[...archive, '{"is":"report"}'], /after the end/],
    [[archive[0]!, archive[2]!], /the case file must come first/],
  ];
  for (const [lines, message] of cases) {
    await assert.rejects(
      async () => {
        for await (const _ of archiveSteps(linesOfText(lines.join('\n')), load));
      },
      (e) => e instanceof ArchiveError && message.test(e.message),
      String(message),
    );
  }
});
