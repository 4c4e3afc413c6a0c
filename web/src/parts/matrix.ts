/** The table of positions, asked once for all who show some of it. */
import type { Filter, Matrix } from '../../../src/store/store.ts';
import { type Answer, useAnswer } from '../answer.tsx';
import { client, mainParties, overview, route } from '../state.ts';

/** With the columns of the parties that views have a row for; before these are known, nothing is asked. */
export function useMatrix(filter: Filter = {}): Answer<Matrix> {
  // With all columns wanted, nothing needs naming, and names enough would be too long to ask.
  const asked = route.value.parameters.all ? filter : { ...filter, parties: mainParties.value };
  return useAnswer(overview.value ? `matrix ${JSON.stringify(asked)}` : null, () => client.peek().matrix(asked));
}
