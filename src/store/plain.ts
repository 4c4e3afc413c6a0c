/** Text that every database can keep in a column to compare by: without NULs and halves of characters, of equal length. */
export const plain = (text: string): string => text.toWellFormed().replaceAll('\u0000', '\ufffd');

export const plainOrNull = (text: string | null): string | null => (text === null ? null : plain(text));
