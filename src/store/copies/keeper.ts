import {
  type CopyIndex,
  type CopyLink,
  linksOf,
  newCopyIndex,
  type Sketch,
  shinglesOfBytes,
  type Words,
} from '../../consolidate/copies/copies.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../database.ts';
import { copyHeadOf, mostCopied } from '../reports/provenance.ts';
import { DIRTY, MARK_DIRTY } from '../sql/items.ts';
import * as SQL from '../sql/reports.ts';
import { WordsCache } from './words-cache.ts';

const PAGE = 2000;
/** More than any case has. */
const ALL = 2 ** 31 - 1;

/** Keeps the links between copies up to date. The index of all reports is made when first needed, and held. */
export class CopyKeeper {
  readonly #caseId: number;
  readonly words = new WordsCache();
  #index: CopyIndex | null = null;
  /** Reports that wait to be linked again, and that the index already has as they are now. */
  readonly #renewed = new Set<string>();

  constructor({ caseId }: Pick<Context, 'caseId'>) {
    this.#caseId = caseId;
  }

  /** To be called inside a transaction that added to the index and is to be undone, so that no other sees it. */
  forget(): void {
    this.#index = null;
    this.#renewed.clear();
    this.words.clear();
  }

  async #loaded(queries: Queries): Promise<CopyIndex> {
    if (this.#index) return this.#index;
    const index = newCopyIndex();
    for (let after = -1; ; ) {
      const rows = await queries.all<{
        n: number;
        report: string;
        shingles: Uint8Array;
        provenance: string;
        words: number;
      }>(SQL.SKETCHES, [this.#caseId, after, PAGE]);
      for (const { report, shingles, provenance, words } of rows) {
        index.add({ ...copyHeadOf(report, provenance, words), shingles: shinglesOfBytes(shingles) });
      }
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) break;
      after = last.n;
    }
    this.#index = index;
    return index;
  }

  /** Gets the index ready before anything is written, so that it does not hold what it has to be given. */
  async prepare(queries: Queries): Promise<void> {
    await this.#loaded(queries);
  }

  /**
   * Adds sketches of reports that are new in the tables, and stores the links of all reports whose links they change.
   * Gives those; reports that hold words of them, directly or through others, are marked to have their items renewed.
   */
  async add(queries: Queries, sketches: readonly Sketch[]): Promise<void> {
    const index = await this.#loaded(queries);
    const touched = new Set<string>();
    const fresh = new Set(sketches.map((sketch) => sketch.id));
    for (const sketch of sketches) for (const id of index.add(sketch)) touched.add(id);
    await this.#relink(queries, index, touched, fresh);
  }

  /** To be called for a report that was read anew: the index has it as it was. */
  outdate(id: string): void {
    this.#renewed.delete(id);
  }

  /**
   * Links of these, which were read anew or come from elsewhere, are found again; so are those of the reports that they had
   * words of, since who has them first may be the other way round now, and of all that copy any of them.
   */
  async relink(queries: Queries, reports: readonly string[]): Promise<void> {
    // What the index holds of them is out of date until it is made again; once for all that were so together.
    if (reports.some((id) => !this.#renewed.has(id))) {
      this.forget();
      const all = await queries.all<{ key: string }>(DIRTY, [this.#caseId, 'links', ALL]);
      for (const { key } of all) this.#renewed.add(key);
    }
    const related = new Set(reports);
    for (const id of reports) {
      const originals = await queries.all<{ original: string }>(SQL.LINKS_OF_COPY, [this.#caseId, id]);
      for (const { original } of originals) related.add(original);
    }
    const all = await this.#withCopies(queries, related);
    await this.#relink(queries, await this.#loaded(queries), all, new Set());
    for (const id of reports) this.#renewed.delete(id);
  }

  async #relink(
    queries: Queries,
    index: CopyIndex,
    reports: ReadonlySet<string>,
    fresh: ReadonlySet<string>,
  ): Promise<void> {
    const changed = new Set<string>();
    for (const id of reports) {
      const links = await this.#linksOf(queries, index, id);
      const bodies = links.map((link) => JSON.stringify(link)).sort();
      const old = fresh.has(id)
        ? []
        : (await queries.all<{ body: string }>(SQL.LINKS_OF_COPY, [this.#caseId, id])).map((row) => row.body).sort();
      if (bodies.length === old.length && bodies.every((body, i) => body === old[i])) continue;
      if (old.length > 0) await queries.run(SQL.DELETE_LINKS, [this.#caseId, id]);
      for (const link of links) {
        await queries.run(SQL.INSERT_LINK, [this.#caseId, id, link.original, JSON.stringify(link)]);
      }
      await queries.run(SQL.UPDATE_REPORT_COPY, [mostCopied(links), this.#caseId, id]);
      changed.add(id);
    }
    for (const id of await this.#withCopies(queries, changed)) {
      if (!fresh.has(id)) await queries.run(MARK_DIRTY, [this.#caseId, 'report', id]);
    }
  }

  async #linksOf(queries: Queries, index: CopyIndex, id: string): Promise<readonly CopyLink[]> {
    const candidates = index.candidatesOf(id);
    if (candidates.length === 0) return [];
    const words = new Map<string, Words>();
    for (const other of [id, ...candidates]) {
      words.set(other, await this.words.get(queries, this.#caseId, other));
    }
    return linksOf(index, id, (other) => words.get(other)!);
  }

  /** Has all that copy a report made again: what it tells of times is told of theirs. */
  async markCopies(queries: Queries, report: string): Promise<void> {
    for (const id of await this.#withCopies(queries, new Set([report])))
      if (id !== report) await queries.run(MARK_DIRTY, [this.#caseId, 'report', id]);
  }

  /** These reports and all that have words of them, directly or through others. */
  async #withCopies(queries: Queries, reports: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const all = new Set(reports);
    const open = [...reports];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      for (const { copy } of await queries.all<{ copy: string }>(SQL.COPIES, [this.#caseId, id])) {
        if (all.has(copy)) continue;
        all.add(copy);
        open.push(copy);
      }
    }
    return all;
  }
}
