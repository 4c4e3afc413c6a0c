/** The outlets of the case, as far as its newest reports name them. */
import { useAnswer } from '../answer.tsx';
import { client } from '../state.ts';

export function useOutlets(): readonly string[] {
  const { value } = useAnswer('outlets', async () => {
    const { rows } = await client.peek().reports({ limit: 500 });
    return [...new Set(rows.flatMap((r) => r.outlet ?? []))].sort();
  });
  return value ?? [];
}
