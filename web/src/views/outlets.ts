/** The outlets of the case by name. */
import { useAnswer } from '../answer.tsx';
import { outletsQuestion } from '../questions.ts';

export function useOutlets(): readonly string[] {
  const { value } = useAnswer(outletsQuestion.asked, outletsQuestion.ask);
  return (value ?? []).map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en'));
}
