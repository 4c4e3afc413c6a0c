/** Files dropped anywhere on the desk, but in its own place for them, begin a new case. */
import { ApiError } from '../../../../src/api/client.ts';
import { go, tell, toView } from '../../state.ts';
import { droppedFiles } from './dropped.ts';
import { handOver, inNewCase } from './hand-over.ts';

export function listenToDrops(): void {
  const files = (e: DragEvent): boolean => e.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragover', (e) => {
    if (files(e)) e.preventDefault();
  });
  addEventListener('drop', (e) => {
    if (!files(e) || e.defaultPrevented || !e.dataTransfer) return;
    e.preventDefault();
    droppedFiles(e.dataTransfer)
      .then((given) => {
        inNewCase.value = { yes: true, name: '' };
        go(toView('add'));
        return handOver(given);
      })
      .catch((cause: unknown) => tell(cause instanceof ApiError ? `${cause.title}: ${cause.detail}` : String(cause)));
  });
}
