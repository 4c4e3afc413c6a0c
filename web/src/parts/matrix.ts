/** The table of positions, asked once for all who show some of it. */
import type { Filter, Matrix } from '../../../src/store/store.ts';
import { type Answer, useAnswer } from '../answer.tsx';
import { matrixQuestion } from '../questions.ts';
import { overview } from '../state.ts';

/** With the columns of the parties that views have a row for; before these are known, nothing is asked. */
export function useMatrix(filter: Filter = {}): Answer<Matrix> {
  const { asked, ask } = matrixQuestion(filter);
  return useAnswer(overview.value ? asked : null, ask);
}
