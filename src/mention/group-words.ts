import { type Fields, fields, listed } from './lexicon-file.ts';

/** Words by which a report shows that a name it tells is that of a movement, council, union or other side. */
export interface GroupWords {
  /** Last words of names of sides that are armed or political whatever they do ("Front"), and of those that may be ("Council"). */
  readonly strong: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  /** Nouns for a side, beside its name or before it ("X, a militia"; "the rebel X"). */
  readonly kinds: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  /** Nouns that call what stands before them a side ("the Black Heron network"). */
  readonly called: ReadonlySet<string>;
  /** Those nouns that only an armed or political side is called by, and what must stand before the others. */
  readonly armed: ReadonlySet<string>;
  readonly sided: ReadonlySet<string>;
  /** Words that any state's bodies have in their names. */
  readonly generic: ReadonlySet<string>;
  /** Words that make no side wherever they stand ("X University", "X, a charity"), and at the end or beside a name only. */
  readonly private: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  /** Owners inside a name ("People's", "Workers'"). */
  readonly owners: ReadonlySet<string>;
  /** Adjectives between a place and its own council or administration, in lower case. */
  readonly local: ReadonlySet<string>;
  /** What only a side has: "its fighters", "X fighters", "the leader of X". */
  readonly owned: ReadonlySet<string>;
  /** Verbs of what sides do, by lemma: with or to each other, and by arms. */
  readonly stances: ReadonlySet<string>;
  readonly deeds: ReadonlySet<string>;
  /** What only states have ("its airspace"), and who rules from a town ("the junta in X"). */
  readonly states: ReadonlySet<string>;
  readonly seated: ReadonlySet<string>;
  /** What two sides are called together ("both delegations"). */
  readonly pairs: ReadonlySet<string>;
  /** Nouns before "between" or "with" and a side: of war, and of talks. */
  readonly wars: ReadonlySet<string>;
  readonly dealings: ReadonlySet<string>;
}

/** Checks `told_groups` of roles.yaml. */
export function parseGroupWords(raw: unknown): GroupWords {
  const words: Fields = fields(raw, 'roles.yaml', 'told_groups');
  const set = (key: string): ReadonlySet<string> => new Set(listed(words[key], 'roles.yaml', `told_groups, ${key}`));
  return {
    strong: set('strong'),
    weak: set('weak'),
    kinds: set('kinds'),
    before: set('before'),
    called: set('called'),
    armed: set('armed'),
    sided: set('sided'),
    generic: set('generic'),
    private: set('private'),
    never: set('never'),
    owners: set('owners'),
    local: set('local'),
    owned: set('owned'),
    stances: set('stances'),
    deeds: set('deeds'),
    states: set('states'),
    seated: set('seated'),
    pairs: set('pairs'),
    wars: set('wars'),
    dealings: set('dealings'),
  };
}
