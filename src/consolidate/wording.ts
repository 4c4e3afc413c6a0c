/** Fills the slots of one of our sentences, by its key. Data: data/words/consolidate.yaml. */
export type Wording = (key: string, slots?: Readonly<Record<string, string | number | null>>) => string;
