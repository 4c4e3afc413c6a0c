/** What was dropped: files, and the files of folders, under their paths; and how they are handed over in parts. */

export interface Given {
  readonly path: string;
  readonly file: File;
}

/** One hand-over is no larger than this, so that much can be given at once. */
const FILES = 400;
const BYTES = 48 * 1024 * 1024;

/** Parts of what is given, in order; a file larger than a part goes alone. */
export function batchesOf<T extends { readonly file: { readonly size: number } }>(
  given: readonly T[],
  files = FILES,
  bytes = BYTES,
): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let size = 0;
  for (const one of given) {
    const last = batches.at(-1);
    if (!last || last.length >= files || size + one.file.size > bytes) {
      batches.push([one]);
      size = one.file.size;
    } else {
      last.push(one);
      size += one.file.size;
    }
  }
  return batches;
}

/** A web address that stands alone, as a link that is dropped or copied does; `null` for anything else. */
export function addressIn(words: string): string | null {
  const [first = '', ...more] = words
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  return more.length === 0 && /^https?:\/\/\S+$/i.test(first) && URL.canParse(first) ? first : null;
}

/** The address or the text that was dropped; empty words for neither. */
export function droppedWords(transfer: DataTransfer): { readonly url: string } | { readonly text: string } {
  const url = addressIn(transfer.getData('text/uri-list')) ?? addressIn(transfer.getData('text/plain'));
  return url === null ? { text: transfer.getData('text/plain').trim() } : { url };
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A folder hands out its entries in parts, until a part is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (!part.length) return all;
    all.push(...part);
  }
}

async function filesOf(entry: FileSystemEntry): Promise<readonly Given[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map(filesOf))).flat();
}

/** Every file dropped, hidden ones aside. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly Given[]> {
  // Entries have to be taken before the first pause: the transfer is emptied then.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  const found = (await Promise.all(entries.map((e) => (e ? filesOf(e) : [])))).flat();
  return found.length ? found : plain.map((file) => ({ path: file.name, file }));
}
