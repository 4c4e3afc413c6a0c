/**
 * What is dropped anywhere on the desk, but in its own place for it, begins a new case: files, folders, a text, a link.
 * What is pasted where no field is waits in the form for adding.
 */
import { ApiError } from '../../../../src/api/client.ts';
import { go, tell, toView } from '../../state.ts';
import { addressIn, droppedFiles, droppedWords } from './dropped.ts';
import { handOver, handOverAddress, handOverText, inNewCase, pasted } from './hand-over.ts';

const KINDS = ['Files', 'text/uri-list', 'text/plain'];
const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select') !== null;

/** Hands over what was dropped, into the case that is chosen. Nothing is done with what holds neither files nor words. */
export async function handOverDropped(transfer: DataTransfer): Promise<void> {
  // Read before the first pause: the transfer is emptied then.
  const words = droppedWords(transfer);
  const files = await droppedFiles(transfer);
  if (files.length) await handOver(files);
  else if ('url' in words) await handOverAddress(words.url);
  else if (words.text) await handOverText({ text: words.text });
}

export function listenToDrops(): void {
  /** Not what is moved about within the page. */
  let ours = false;
  const wanted = (e: DragEvent): boolean =>
    !ours && !inField(e.target) && KINDS.some((kind) => e.dataTransfer?.types.includes(kind));
  addEventListener('dragstart', () => {
    ours = true;
  });
  addEventListener('dragend', () => {
    ours = false;
  });
  addEventListener('dragover', (e) => {
    if (wanted(e)) e.preventDefault();
  });
  addEventListener('drop', (e) => {
    if (!wanted(e) || e.defaultPrevented || !e.dataTransfer) return;
    e.preventDefault();
    inNewCase.value = { yes: true, name: '' };
    const handing = handOverDropped(e.dataTransfer);
    go(toView('add'));
    handing.catch((cause: unknown) =>
      tell(cause instanceof ApiError ? `${cause.title}: ${cause.detail}` : String(cause)),
    );
  });
  addEventListener('paste', (e) => {
    const text = e.clipboardData?.getData('text/plain').trim();
    if (!text || inField(e.target)) return;
    e.preventDefault();
    const url = addressIn(text);
    inNewCase.value = { yes: true, name: '' };
    pasted.value = url === null ? { text } : { url };
    go(toView('add'));
  });
}
