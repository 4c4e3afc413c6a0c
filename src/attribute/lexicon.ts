/** The closed classes of words that the rules of attribution rest on. */

/** Words in lower case, and names of families of cues; `data/lexicons/en/attribute.yaml` says what each list is. */
export interface AttributeLexicon {
  readonly joiners: ReadonlySet<string>;
  readonly firstPerson: ReadonlySet<string>;
  readonly ownVoice: ReadonlySet<string>;
  readonly leads: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly doers: ReadonlySet<string>;
  readonly noSource: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  readonly modals: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly turns: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
  readonly carriers: ReadonlySet<string>;
  readonly follow: ReadonlySet<string>;
}

/** A fault in the lexicon: where it is and what to do. */
export class AttributeLexiconError extends Error {
  override readonly name = 'AttributeLexiconError';
}

/** The name of each list in the file. */
const LISTS: Readonly<Record<keyof AttributeLexicon, string>> = {
  joiners: 'joiners',
  firstPerson: 'first_person',
  ownVoice: 'own_voice',
  leads: 'leads',
  agents: 'agents',
  doers: 'doers',
  noSource: 'no_source',
  owners: 'owners',
  modals: 'modals',
  negations: 'negations',
  turns: 'turns',
  others: 'others',
  carriers: 'carriers',
  follow: 'follow',
};

/** Reads what the file holds. Throws `AttributeLexiconError`, which names the list and the remedy. */
export function parseAttributeLexicon(raw: unknown, file = 'data/lexicons/en/attribute.yaml'): AttributeLexicon {
  const table = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  const unknown = Object.keys(table).find((key) => !Object.values(LISTS).includes(key));
  if (unknown !== undefined)
    throw new AttributeLexiconError(`${file}, ${unknown}: no list has this name. Correct it, or take it out.`);
  const setOf = (list: string): ReadonlySet<string> => {
    const words = table[list];
    if (!Array.isArray(words) || words.length === 0)
      throw new AttributeLexiconError(
        `${file}, ${list}: the list is not there. Write it as \`${list}: [word, word]\`.`,
      );
    for (const word of words)
      if (typeof word !== 'string' || word === '' || word !== word.toLowerCase())
        throw new AttributeLexiconError(
          `${file}, ${list}: ${JSON.stringify(word)} is no word in lower case. Put quotes round words such as "no".`,
        );
    return new Set(words as string[]);
  };
  return Object.fromEntries(
    Object.entries(LISTS).map(([name, list]) => [name, setOf(list)]),
  ) as unknown as AttributeLexicon;
}
