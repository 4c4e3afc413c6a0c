import { fold } from './fold.ts';
import { type GroupWords, parseGroupWords } from './group-words.ts';
import { leaderKey } from './leaders.ts';
import { fields, listed, pluralOf, table, values } from './lexicon-file.ts';
import { SORT } from './sorts.ts';
import { insert, newTrie, type Trie } from './trie.ts';
import { writingOf } from './writing.ts';

export { SORT } from './sorts.ts';

/** What a name in the lexicons names. */
export type NameKind = 'state' | 'capital' | 'organ' | 'people' | 'body' | 'group' | 'media' | 'civil' | 'leader';

/** One way of naming something that the world knows. */
export interface NameEntry {
  readonly kind: NameKind;
  /** As the lexicon writes this very name; the usual name for a person. */
  readonly name: string;
  /** The side it stands for, by its usual name; `null` for none. */
  readonly party: string | null;
  /** File and entry, to explain a record by. */
  readonly entry: string;
  /** `upper`: only in capitals; `capital`: some word of it with a capital; `any`. */
  readonly writing: 'upper' | 'capital' | 'any';
  /** Of a leader: what office the lexicon knows. */
  readonly office?: 'foreign minister' | 'leader';
}

export interface RoleEntry {
  /** Any of `SORT`, added up. */
  readonly sorts: number;
  /** Names of the offices it is (`foreign minister`), where it is any. */
  readonly offices: readonly string[];
  readonly word: string;
  /** Whether the text may write it in the plural; filled in for plurals made by rule. */
  readonly plural: boolean;
}

export type Gender = 'male' | 'female';

/** Words of dates and numbers; data/lexicons/en/times.yaml says what each list is. */
export interface TimeWords {
  readonly months: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly relative: ReadonlySet<string>;
  readonly amounts: ReadonlySet<string>;
  /** Words of "at least", "nearly" and the like, by the last of them. */
  readonly bounds: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Words with which a date or an amount may begin, beside figures and numbers. */
  readonly starts: ReadonlySet<string>;
}

/** Everything that the mention stage knows of the world before it reads. */
export interface MentionLexicon {
  readonly names: Trie<readonly NameEntry[]>;
  readonly roles: Trie<RoleEntry>;
  /** Wider words by office: `foreign minister` is a `minister`, a `politician`. */
  readonly wider: ReadonlyMap<string, ReadonlySet<string>>;
  readonly genders: ReadonlyMap<string, Gender>;
  readonly titleGenders: ReadonlyMap<string, Gender | 'either'>;
  readonly given: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  /** Prepositions of place. */
  readonly locatives: ReadonlySet<string>;
  readonly speechBeforeSubject: ReadonlySet<string>;
  readonly compoundCut: ReadonlySet<string>;
  readonly compoundPrefix: ReadonlySet<string>;
  /** Leaders by the skeleton of their full name, for other spellings. */
  readonly leaders: ReadonlyMap<string, NameEntry>;
  /** Months, days and function words: no names even with a capital. */
  readonly neverNames: ReadonlySet<string>;
  /** The office of the head of something, by that something. */
  readonly headOf: ReadonlyMap<string, string>;
  /** The state that a word for an office implies. */
  readonly implied: ReadonlyMap<string, string>;
  readonly close: ReadonlySet<string>;
  readonly officialPapers: ReadonlySet<string>;
  readonly serveTo: ReadonlySet<string>;
  /** Words that begin the names of towns. */
  readonly townWords: ReadonlySet<string>;
  /** Nouns for what only a country has or suffers. */
  readonly territory: ReadonlySet<string>;
  /** Verbs that answer a charge; verbs that make one. */
  readonly denials: ReadonlySet<string>;
  readonly charges: ReadonlySet<string>;
  /** Nouns for what governments have and do among each other; nouns for those who speak for a seat. */
  readonly dealings: ReadonlySet<string>;
  readonly officials: ReadonlySet<string>;
  /** Verbs for what those do who speak for others ("who leads the Front"). */
  readonly leads: ReadonlySet<string>;
  readonly stateOffices: ReadonlySet<string>;
  readonly stateOnlyOffices: ReadonlySet<string>;
  readonly stateOnlyBodies: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  /** Sides larger than one state, which have no government of their own. */
  readonly blocs: ReadonlySet<string>;
  /** What a side that has no name is called, by the word that says which it is, in the singular or plural. */
  readonly sideWords: ReadonlyMap<string, string>;
  readonly times: TimeWords;
  readonly groups: GroupWords;
}

/** The parsed YAML of the lexicon files, by name. */
export interface MentionLexiconFiles {
  readonly states: unknown;
  readonly bodies: unknown;
  readonly groups: unknown;
  readonly roles: unknown;
  readonly names: unknown;
  readonly leaders: unknown;
  readonly times: unknown;
}

/** Checks the parsed files and builds the lexicon of them. */
export function parseMentionLexicon(files: MentionLexiconFiles): MentionLexicon {
  const names = newTrie<readonly NameEntry[]>();
  const leaders = new Map<string, NameEntry>();
  const both = (old: readonly NameEntry[], added: readonly NameEntry[]): readonly NameEntry[] => [...old, ...added];
  const add = (value: string, kind: NameKind, party: string | null, entry: string, name = value): void =>
    insert(names, value, [{ kind, name, party, entry, writing: writingOf(value) }], both);

  const help = fields(files.names, 'names.yaml', 'the file');
  const spaced = (key: string): readonly string[] =>
    listed(help[key], 'names.yaml', key)
      .flatMap((s) => s.split(/\s+/u))
      .map(fold);
  const common = new Set(spaced('common_family_names'));

  const addLeaders = (raw: unknown, party: string, file: string, entry: string): void => {
    for (const value of values(raw, file, entry)) {
      const [named = '', short] = value.split(/\s*=\s*/u);
      const full = named.replace(' (fm)', '');
      const known: NameEntry = { kind: 'leader', name: full, party, entry: `${file}: ${entry}`, writing: 'capital' };
      insert(names, full, [known], both);
      leaders.set(leaderKey(full), known);
      const last = short ?? full.split(' ').at(-1) ?? '';
      if (last !== '' && last !== full && !common.has(fold(last))) insert(names, last, [known], both);
    }
  };

  for (const [state, [people, capital, also, organs]] of table(
    fields(files.states, 'states.yaml', 'the file')['table'],
    'states.yaml',
    'table',
  )) {
    const where = `states.yaml: ${state}`;
    add(state, 'state', state, where);
    for (const v of values(also, 'states.yaml', state)) add(v, 'state', state, where);
    for (const v of values(capital, 'states.yaml', state)) add(v, 'capital', state, where);
    for (const v of values(organs, 'states.yaml', state)) add(v, 'organ', state, where);
    for (const v of values(people, 'states.yaml', state)) {
      add(v, 'people', state, where);
      if (!/(?:ese|sh|ch|ss|men|\.)$/u.test(v) && v !== v.toUpperCase()) add(pluralOf(v), 'people', state, where);
    }
  }
  const known = fields(files.bodies, 'bodies.yaml', 'the file');
  for (const [body, [also, people, chiefs]] of table(known['bodies'], 'bodies.yaml', 'bodies')) {
    const where = `bodies.yaml: ${body}`;
    add(body, 'body', body, where);
    for (const v of values(also, 'bodies.yaml', body)) add(v, 'body', body, where);
    for (const v of values(people, 'bodies.yaml', body)) add(v, 'people', body, where);
    addLeaders(chiefs, body, 'bodies.yaml', body);
  }
  for (const [state, [outlets]] of table(known['state_media'], 'bodies.yaml', 'state_media'))
    for (const v of listed(outlets, 'bodies.yaml', `state_media, ${state}`))
      add(v, 'media', state, `bodies.yaml: state_media ${state}`);
  for (const v of listed(known['media'], 'bodies.yaml', 'media')) add(v, 'media', null, 'bodies.yaml: media');
  for (const v of listed(known['civil'], 'bodies.yaml', 'civil')) add(v, 'civil', null, 'bodies.yaml: civil');

  for (const [group, [also]] of table(fields(files.groups, 'groups.yaml', 'the file')['table'], 'groups.yaml', 'table'))
    for (const v of [group, ...values(also, 'groups.yaml', group)]) add(v, 'group', group, `groups.yaml: ${group}`);
  for (const [state, [people]] of table(
    fields(files.leaders, 'leaders.yaml', 'the file')['table'],
    'leaders.yaml',
    'table',
  ))
    addLeaders(people, state, 'leaders.yaml', state);

  const roles = newTrie<RoleEntry>();
  const join = (a: RoleEntry, b: RoleEntry): RoleEntry => ({
    sorts: a.sorts | b.sorts,
    offices: [...new Set([...a.offices, ...b.offices])],
    word: a.word,
    plural: a.plural || b.plural,
  });
  const words = fields(files.roles, 'roles.yaml', 'the file');
  const many = new Set(listed(words['always_plural'], 'roles.yaml', 'always_plural'));
  const addRole = (word: string, sorts: number, offices: readonly string[] = [], inflect = true): void => {
    insert(roles, word, { sorts, offices, word, plural: many.has(word) }, join);
    if (inflect && !/s$/u.test(word)) insert(roles, pluralOf(word), { sorts, offices, word, plural: true }, join);
  };
  const implied = new Map<string, string>();
  const implications = fields(words['implied'], 'roles.yaml', 'implied');
  for (const state of Object.keys(implications))
    for (const word of listed(implications[state], 'roles.yaml', `implied, ${state}`)) implied.set(word, state);
  const wider = new Map<string, ReadonlySet<string>>();
  for (const [office, [names_, is]] of table(words['offices'], 'roles.yaml', 'offices')) {
    wider.set(office, new Set(values(is, 'roles.yaml', `offices, ${office}`)));
    for (const word of listed(names_, 'roles.yaml', `offices, ${office}`)) addRole(word, SORT.office, [office]);
  }
  const sortLists: readonly (readonly [string, number])[] = [
    ['collective_only', SORT.alone],
    ['private', SORT.private],
    ['institutions', SORT.institution],
    ['movements', SORT.movement],
    ['private_bodies', SORT.privateBody],
    ['documents', SORT.document],
    ['sides', SORT.side],
    ['stand_ins', SORT.standIn],
    ['home', SORT.home],
  ];
  for (const [key, sort] of sortLists) for (const word of listed(words[key], 'roles.yaml', key)) addRole(word, sort);
  for (const word of listed(words['generic'], 'roles.yaml', 'generic')) addRole(word, SORT.generic, [], false);
  for (const word of listed(words['portfolios'], 'roles.yaml', 'portfolios')) addRole(word, SORT.portfolio, [], false);
  const cut = fields(words['cut'], 'roles.yaml', 'cut');
  for (const word of listed(cut['former'], 'roles.yaml', 'cut, former')) addRole(word, SORT.former, [], false);
  for (const word of listed(cut['opposition'], 'roles.yaml', 'cut, opposition'))
    addRole(word, SORT.opposition, [], false);

  const genders = new Map<string, Gender>();
  const titleGenders = new Map<string, Gender | 'either'>();
  const titles = fields(words['titles'], 'roles.yaml', 'titles');
  for (const gender of ['male', 'female', 'either'] as const)
    for (const title of listed(titles[gender], 'roles.yaml', `titles, ${gender}`)) {
      titleGenders.set(fold(title), gender);
      addRole(title, SORT.title, [], false);
    }
  const male = new Set(spaced('male'));
  const female = new Set(spaced('female'));
  for (const name of male) if (!female.has(name)) genders.set(name, 'male');
  for (const name of female) if (!male.has(name)) genders.set(name, 'female');
  const gendered = fields(words['gendered'], 'roles.yaml', 'gendered');
  for (const gender of ['male', 'female'] as const)
    for (const word of listed(gendered[gender], 'roles.yaml', `gendered, ${gender}`)) genders.set(fold(word), gender);

  const times = fields(files.times, 'times.yaml', 'the file');
  const time = (key: string): ReadonlySet<string> => new Set(listed(times[key], 'times.yaml', key));
  const [months, weekdays] = [time('months'), time('weekdays')];
  const timeWords = (): TimeWords => {
    const [days, relative, amounts] = [time('days'), time('relative'), time('amounts')];
    const bounds = new Map<string, (readonly string[])[]>();
    for (const bound of listed(times['bounds'], 'times.yaml', 'bounds')) {
      const parts = bound.split(' ');
      const last = parts.at(-1)!;
      bounds.set(last, [...(bounds.get(last) ?? []), parts]);
    }
    const starts = new Set([...days, ...weekdays, ...months, ...relative, ...amounts]);
    return { months, weekdays, days, units: time('units'), relative, amounts, bounds, starts };
  };
  const heads = fields(words['head_of'], 'roles.yaml', 'head_of');
  const stateOnly = fields(words['state_only'], 'roles.yaml', 'state_only');
  return {
    neverNames: new Set([...spaced('never_names'), ...months, ...weekdays]),
    headOf: new Map(Object.keys(heads).map((key) => [key, listed(heads[key], 'roles.yaml', `head_of, ${key}`)[0]!])),
    implied,
    close: new Set(listed(cut['close'], 'roles.yaml', 'cut, close')),
    officialPapers: new Set(listed(words['official_papers'], 'roles.yaml', 'official_papers')),
    townWords: new Set(listed(words['town_words'], 'roles.yaml', 'town_words')),
    territory: new Set(listed(words['territory'], 'roles.yaml', 'territory')),
    denials: new Set(listed(words['denials'], 'roles.yaml', 'denials')),
    charges: new Set(listed(words['charges'], 'roles.yaml', 'charges')),
    dealings: new Set(listed(words['dealings'], 'roles.yaml', 'dealings')),
    officials: new Set(listed(words['officials'], 'roles.yaml', 'officials')),
    leads: new Set(listed(words['leads'], 'roles.yaml', 'leads')),
    serveTo: new Set(listed(words['serve_to'], 'roles.yaml', 'serve_to')),
    stateOffices: new Set(listed(words['state_offices'], 'roles.yaml', 'state_offices')),
    stateOnlyOffices: new Set(listed(stateOnly['offices'], 'roles.yaml', 'state_only, offices')),
    stateOnlyBodies: new Set(listed(stateOnly['bodies'], 'roles.yaml', 'state_only, bodies')),
    countries: new Set(listed(words['countries'], 'roles.yaml', 'countries')),
    sideWords: new Map(
      listed(words['side_words'], 'roles.yaml', 'side_words').flatMap((name) => [
        [name, name],
        [name.replace(/s$/u, ''), name],
      ]),
    ),
    blocs: new Set([
      ...listed(fields(files.states, 'states.yaml', 'the file')['blocs'], 'states.yaml', 'blocs'),
      ...[...table(known['bodies'], 'bodies.yaml', 'bodies')].map(([body]) => body),
    ]),
    times: timeWords(),
    groups: parseGroupWords(words['told_groups']),
    names,
    roles,
    wider,
    genders,
    titleGenders,
    leaders,
    given: new Set([...male, ...female]),
    particles: new Set(spaced('particles')),
    speech: new Set(listed(words['speech'], 'roles.yaml', 'speech')),
    locatives: new Set(listed(words['locatives'], 'roles.yaml', 'locatives')),
    speechBeforeSubject: new Set(listed(words['speech_before_subject'], 'roles.yaml', 'speech_before_subject')),
    compoundCut: new Set(listed(words['compound_cut'], 'roles.yaml', 'compound_cut')),
    compoundPrefix: new Set(listed(words['compound_prefix'], 'roles.yaml', 'compound_prefix')),
  };
}
