/** What a column can hold. */
export type Value = string | number | Uint8Array | null;
