/** The record of a case in the forms that other programs take: the one way in for the command and the desk. */
import type { CaseFile, Evidence, Item, ItemKind, PlaceRef } from '../../case.ts';
import type { Filter, Store } from '../../store/store.ts';
import { documentOf } from '../archive/documents.ts';
import type { Only } from '../case/narrow.ts';
import { everyRow, recordOf } from '../case/record-of.ts';
import type { IssueNames } from '../dossier/dossier.ts';
import type { PloverMapping } from '../plover/mapping.ts';
import { ploverHead, ploverOf } from '../plover/plover.ts';
import { annotationPage } from './annotations.ts';
import { caseGeojson, ownPlace, type PlaceOf } from './geojson.ts';
import { caseLines } from './lines.ts';
import { caseTables, type Table } from './tables.ts';

const KINDS: readonly ItemKind[] = ['statement', 'position', 'talk', 'event', 'dispute'];

const filterOf = ({ party, issue, from, to }: Only): Filter => ({
  ...(party === undefined ? {} : { party }),
  ...(issue === undefined ? {} : { issue }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** Reports of the period. A report has neither party nor issue. */
const reportsOf = (store: Store, { from, to }: Only) =>
  everyRow(
    (f) => store.reports(f),
    filterOf({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }),
  );

async function* itemsOf(store: Store, only: Only, kinds = KINDS): AsyncGenerator<Item> {
  for (const kind of kinds) yield* everyRow((f) => store.items(kind, f), filterOf(only));
}

/** The tables of a case, to be written as files beside each other. */
export async function tablesOf(store: Store, only: Only, names: IssueNames): Promise<readonly Table[]> {
  const lists = {
    reports: reportsOf(store, only),
    statements: itemsOf(store, only, ['statement']),
    judgements: everyRow((page) => store.judgements(page)),
  };
  return caseTables(await recordOf(store, only), lists, names);
}

export async function* linesOf(store: Store, only: Only): AsyncGenerator<string> {
  yield* caseLines(await recordOf(store, only), reportsOf(store, only), itemsOf(store, only));
}

/** Places by the case file, else as the reports behind a talk resolve them. */
const placesBy =
  (store: Store, file: CaseFile): PlaceOf =>
  async (name: string, evidence: readonly Evidence[]): Promise<PlaceRef | null> => {
    const own = ownPlace(file, name);
    if (own) return own;
    for (const report of new Set(evidence.map((e) => e.report))) {
      const place = (await store.report(report))?.reading.places.find((p) => p.name === name && p.latitude !== null);
      if (place) {
        const { entry, country, region, latitude, longitude, precision } = place;
        return { name, entry, country, region, latitude, longitude, precision };
      }
    }
    return null;
  };

export async function* geojsonOf(store: Store, only: Only, file: CaseFile): AsyncGenerator<string> {
  yield* caseGeojson(await recordOf(store, only), placesBy(store, file));
}

/** Of a party or issue, only the records about it. */
export async function* annotationsOf(store: Store, only: Only): AsyncGenerator<string> {
  const narrow = only.party !== undefined || only.issue !== undefined;
  const kept = new Set<string>();
  if (narrow) for await (const item of itemsOf(store, only)) kept.add(item.id);
  async function* wholes() {
    for await (const { id } of reportsOf(store, only)) {
      const whole = await store.report(id);
      if (whole) yield { text: whole.text, items: narrow ? whole.items.filter((i) => kept.has(i.id)) : whole.items };
    }
  }
  yield* annotationPage(wholes());
}

export async function* ploverLines(store: Store, only: Only, mapping: PloverMapping): AsyncGenerator<string> {
  yield ploverHead();
  for await (const { id } of reportsOf(store, only)) {
    const whole = await store.report(id);
    if (whole) yield ploverOf(documentOf(whole), whole.reading, mapping);
  }
}
