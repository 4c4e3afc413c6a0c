import pg from 'pg';
import { faultOf, shownOf } from './faults.ts';

/** The schemas of a server that hold cases. */
export async function casesOf(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT n.nspname AS name FROM pg_namespace AS n JOIN pg_class AS c ON c.relnamespace = n.oid
        WHERE n.nspname LIKE 'rapporteur%' AND c.relname = 'dirty' ORDER BY n.nspname`,
    );
    return rows.map(({ name }) => name);
  } catch (error) {
    throw faultOf(error, shownOf(url, 'its cases'));
  } finally {
    await client.end().catch(() => {});
  }
}
