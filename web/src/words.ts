/** Every label of our own on the desk. The words of sources stand in the data; these are ours: plain, short, dated. */
import type { Quad } from '../../src/case.ts';
import type {
  ActorKindWords,
  DisputeWords,
  EventStatusWords,
  EventTypeWords,
  FigureWords,
  ItemKindWords,
  MovementWords,
  QuadWords,
  StanceWords,
  TalkKindWords,
  TalkStatusWords,
  ViewWords,
} from './word-types.ts';

export const VIEW: ViewWords = {
  overview: 'Overview',
  positions: 'Positions',
  timeline: 'Timeline',
  talks: 'Talks',
  disputes: 'Disputes',
  deeds: 'Words and deeds',
  actors: 'Actors',
  map: 'Map',
  reports: 'Reports',
  search: 'Search',
  correct: 'Correct',
  brief: 'Brief',
  add: 'Add reports',
  case: 'Case',
};

/** What a view is, under its heading. */
export const ABOUT: ViewWords = {
  overview: '',
  positions: 'The latest words of each party on each issue.',
  timeline: 'Reports, talks, words and deeds on one scale.',
  talks: 'Meetings, calls and rounds, from proposed to held or called off.',
  disputes: 'Accounts that cannot all be right, in the order in which they were made.',
  deeds: 'What each party said and did, week by week.',
  actors: 'People, bodies and parties, under all the names that reports give them.',
  map: 'Where reports place talks and deeds, as precisely as they say.',
  reports: 'What was read, newest first.',
  search: 'Quoted words, speakers and whole reports.',
  correct: 'What the program is least sure of comes first.',
  brief: 'A page to print or send, every line with its source.',
  add: 'Files, a folder, pasted text or the address of a page.',
  case: 'Who the parties are, and what reports call people, places and outlets. The record follows.',
};

export const STANCE: StanceWords = { demands: 'demands', offers: 'offers', accepts: 'accepts', rejects: 'rejects' };
export const MOVEMENT: MovementWords = {
  unchanged: 'unchanged',
  softer: 'softer',
  harder: 'harder',
  new: 'new',
  dropped: 'dropped',
};
export const TALK_KIND: TalkKindWords = {
  summit: 'summit',
  negotiation: 'negotiation',
  mediation: 'mediation',
  call: 'call',
  contact: 'contact',
};
export const TALK_STATUS: TalkStatusWords = {
  proposed: 'proposed',
  scheduled: 'scheduled',
  ongoing: 'under way',
  held: 'held',
  stalled: 'stalled',
  postponed: 'postponed',
  cancelled: 'cancelled',
  refused: 'refused',
};
export const EVENT_TYPE: EventTypeWords = {
  ASSAULT: 'attack',
  COERCE: 'coercion',
  MOBILIZE: 'forces moved',
  RETREAT: 'pulled back',
  SANCTION: 'sanction',
  AID: 'aid',
  COOPERATE: 'cooperation',
  PROTEST: 'protest',
};
export const EVENT_STATUS: EventStatusWords = {
  happened: 'happened',
  ongoing: 'going on',
  planned: 'planned',
  background: 'told as background',
};
export const FIGURE: FigureWords = {
  killed: 'Killed',
  wounded: 'Wounded',
  captured: 'Held or captured',
  displaced: 'Displaced',
  weapons: 'Weapons',
  other: 'Counted',
};
export const DISPUTE: DisputeWords = {
  denial: 'denial',
  counterclaim: 'rival accounts',
  figures: 'figures',
  unverified: 'not verified',
};
export const ITEM: ItemKindWords = {
  statement: 'Statement',
  position: 'Position',
  talk: 'Talk',
  event: 'Deed',
  dispute: 'Dispute',
  report: 'Report',
  line: 'Position',
  happening: 'Deed',
  actor: 'Actor',
};
export const ACTOR: ActorKindWords = { person: 'person', organisation: 'body', group: 'group', party: 'party' };
export const QUAD: QuadWords = {
  verbalCooperation: 'words, cooperating',
  verbalConflict: 'words, opposing',
  materialCooperation: 'deeds, cooperating',
  materialConflict: 'deeds, opposing',
};
/** `1 deed, opposing`. */
export const quadCount = (n: number, quad: Quad): string =>
  `${count(n, quad.startsWith('verbal') ? 'statement' : 'deed')}, ${quad.endsWith('Cooperation') ? 'cooperating' : 'opposing'}`;
export const VOICE = { self: 'of its own side', other: 'said by another', narrator: 'the reporter’s words' } as const;

export const SAY = {
  brand: 'Rapporteur',
  noReport: 'no report says',
  nobody: 'nobody named',
  reporter: 'the reporter',
  accordingTo: 'according to',
  also: 'also',
  /** Beside what the record does not assert. */
  possible: 'possible',
  onlySure: 'Only what is sure',
  lessSure: 'the program is less sure: read the words',
  possibleThen: 'read the words before you rely on it',
  noneSure: 'nothing sure',
  noneChanged: 'nothing changed',
  possibleWhy: 'The program is less sure of this: read the words before you rely on it',
  /** Before a condition whose words have none that joins them. */
  condition: 'with a condition:',
  said: 'said',
  seen: 'seen',
  close: 'Close',
  previous: 'previous',
  next: 'next',
  undated: 'undated',
  changedSince: 'changed since you last looked, ',
  openReport: 'Open the report',
  skip: 'Skip to the record',
  search: 'Search words, people, issues',
  theme: 'Light or dark',
  keys: 'Keys',
  more: 'Show more',
  all: 'All',
  any: 'any',
  clear: 'Show everything',
  whoSays: 'Who says so',
  alsoReported: 'Also reported, in words of their own',
  copiesOf: 'Copies',
  overTime: 'Over time',
  movement: 'Movement',
  against: 'Against it',
  judgement: 'Your judgement',
  notJudged: 'nobody has judged this yet',
  first: 'first to carry it',
  wordsOnly: 'words only, no number',
} as const;

/** What a key does, for the page of keys. */
export const KEYS: readonly (readonly [string, string])[] = [
  ['1 to 9', 'views, in their order'],
  ['/', 'search'],
  ['j  k', 'next, previous'],
  ['Enter', 'open the evidence'],
  ['Esc', 'close; back to where you were'],
  ['[  ]', 'earlier, later evidence'],
  ['a', 'accept'],
  ['x', 'reject'],
  ['e', 'edit'],
  ['m', 'merge with another'],
  ['n', 'note'],
  ['u', 'undo the last judgement'],
  ['c', 'copy as a citation'],
  ['l', 'copy the link to what is shown'],
  ['r', 'open the report at these words'],
  ['+  −  ←  →', 'timeline: closer, wider, earlier, later'],
  ['t', 'light or dark'],
  ['?', 'these keys'],
];

/** `1 report`, `3 reports`. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** `Attack`, for the head of a sentence. */
export const capital = (words: string): string => words.replace(/^\p{L}/u, (c) => c.toUpperCase());

/** The label of a value; one that a newer server may know and this page does not stands as it is, in small letters. */
export const label = (words: Readonly<Record<string, string>>, value: string): string =>
  words[value] ?? value.toLowerCase().replaceAll('_', ' ');

const GLYPHS: Readonly<Record<string, string>> = { ...TALK_STATUS, ...STANCE, ...EVENT_TYPE };
/** What a mark of the timeline is, in a word. */
export const glyphWords = (mark: { readonly glyph: string }): string => label(GLYPHS, mark.glyph);
