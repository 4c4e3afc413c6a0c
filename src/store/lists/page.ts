import { type Cursor, cursorOf, cursorText, limitOf } from '../cursor.ts';
import type { Queries, Value } from '../database.ts';
import type { Page, PageRequest } from '../store.ts';
import { Kept } from './kept.ts';
import { Memo } from './memo.ts';
import type { Where } from './where.ts';

/** A list: newest (or greatest) key first, then by id, so that what comes in between pages shifts none. */
export interface List {
  readonly columns: string;
  /** Tables for what narrows it, and those that rows need besides. */
  readonly from: string;
  /** Fewer tables where the count needs no more: as many rows, and none looked up. `from` unless told. */
  readonly counted?: string;
  readonly join: string;
  readonly where: Where;
  /** Columns that order it, as text. */
  readonly key: string;
  readonly id: string;
}

/** Gives pages of lists. How long a list is is remembered until something is written: long ones are counted once. */
export class Pages {
  readonly memo = new Memo();
  /** Entries of lists, and all position lines: some megabytes, compressed. */
  readonly entries = new Kept(4 * 2 ** 20);
  readonly lines = new Kept(32 * 2 ** 20);

  async page<R extends object, T>(
    queries: Queries,
    list: List,
    request: PageRequest,
    make: (row: R) => T,
  ): Promise<Page<T>> {
    const { columns, from, counted = from, join, where, key, id } = list;
    const limit = limitOf(request.limit);
    const total = await this.total(queries, `SELECT count(*) AS total FROM ${counted} ${where.sql}`, where.values);
    const after = request.after ? cursorOf(request.after) : null;
    const values = [...where.values];
    let sql = `SELECT ${key} AS order_key, ${id} AS order_id, ${columns} FROM ${from} ${join} ${where.sql}`;
    if (after) {
      sql += `${where.sql === '' ? ' WHERE' : ' AND'} (${key}, ${id}) < (?, ?)`;
      values.push(...after);
    }
    sql += ` ORDER BY ${key} DESC, ${id} DESC LIMIT ?`;
    values.push(limit + 1);
    const rows = await queries.all<R & { order_key: string; order_id: string }>(sql, values);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const next: Cursor | null = last ? [last.order_key, last.order_id] : null;
    return { rows: rows.slice(0, limit).map(make), next: next && cursorText(next), total };
  }

  total(queries: Queries, sql: string, values: readonly Value[]): Promise<number> {
    return this.memo.of(queries, JSON.stringify([sql, values]), async () => {
      const row = await queries.first<{ total: number }>(sql, values);
      return row?.total ?? 0;
    });
  }
}
