/** The outlets of the case by name. */
import { useAnswer } from '../answer.tsx';
import { client } from '../state.ts';

export function useOutlets(): readonly string[] {
  const { value } = useAnswer('outlets', () => client.peek().outlets());
  return (value ?? []).map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en'));
}
