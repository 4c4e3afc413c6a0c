import type { Items } from './items.ts';
import type { MentionLexicon } from './lexicon.ts';
import { isS } from './writing.ts';

/** A state or a town that may be a seat, where a sentence names it. */
export interface Mark {
  readonly first: number;
  readonly last: number;
  /** The state's party; `null` for a town. */
  readonly state: string | null;
  /** The town's folded words; empty for a state. */
  readonly town: string;
}

/** How a town is spoken of. */
export interface Acting {
  /** How much shows that it acts as a government does. */
  acts: number;
  /** Whether its place in the sentence shows that it is nobody's surname. */
  placed: boolean;
}

/** Takes note that a town is, or by a negative weight is not, the seat of a state. */
export type Vote = (town: string, party: string, weight: number) => void;

/** How far apart a doer and what it does something to may stand, in words. */
const REACH = 12;
/** How many names after a verb are looked at. */
const FEW = 4;

/**
 * Reads in what frames towns and states meet: who deals with whom, who answers a charge, whose will is told. A town is no
 * seat of a state that it accuses, meets or fights. Returns the towns that act as a government does, with how much shows it.
 */
export function readFrames(
  items: Items,
  lexicon: MentionLexicon,
  marks: readonly Mark[],
  vote: Vote,
): ReadonlyMap<string, Acting> {
  const { words, keys, sentence, sentences } = items;
  const acts = new Map<string, Acting>();
  const isTown = (mark: Mark): boolean => mark.last - mark.first > 1 && lexicon.townWords.has(keys[mark.first]!);
  const act = (mark: Mark, weight: number, placed: boolean): void => {
    const of = acts.get(mark.town) ?? { acts: 0, placed: false };
    acts.set(mark.town, { acts: of.acts + weight, placed: of.placed || placed || isTown(mark) });
  };
  const isLocated = (mark: Mark): boolean => lexicon.locatives.has(keys[mark.first - 1] ?? '');
  const verbAfter = (from: number): number => {
    let i = from;
    while (i < from + 3 && (words[i]?.tag === 'ADV' || words[i]?.tag === 'AUX')) i++;
    const tag = words[i]?.tag;
    return tag === 'VERB' ? i : i > from && words[i - 1]!.tag === 'AUX' ? i - 1 : -1;
  };
  const owns = (mark: Mark): boolean => isS(words[mark.last]?.text);
  /** The verb that a mark is the subject of; -1 where it is of none. */
  const subjectOf = (mark: Mark): number => {
    const before = words[mark.first - 1]?.tag;
    return before === 'ADP' || before === 'VERB' || owns(mark) ? -1 : verbAfter(mark.last);
  };
  /** Whether nothing from `from` to `to` begins another clause. */
  const oneClause = (from: number, to: number): boolean => {
    if (to - from > REACH) return false;
    for (let i = from; i < to; i++)
      if (keys[i] === 'that' || words[i]!.tag === 'SCONJ' || keys[i] === ':' || words[i]!.quote !== words[from]!.quote)
        return false;
    return true;
  };
  let before: readonly Mark[] = [];
  for (let m = 0; m < marks.length; ) {
    const s = sentence[marks[m]!.first]!;
    let end = m + 1;
    while (end < marks.length && sentence[marks[end]!.first] === s) end++;
    const here = marks.slice(m, end);
    m = end;
    here.forEach((mark, k) => {
      const next = here[k + 1];
      // "Drenholm and Maravet", "between Halvia and Port Asker": two that are not one.
      if (next && next.first === mark.last + 1 && keys[mark.last] === 'and') {
        const [town, state] = mark.state === null ? [mark, next] : [next, mark];
        if (town.state === null && state.state !== null) vote(town.town, state.state, -1);
        if (mark.state === null && !isLocated(mark)) act(mark, 0.5, next.state !== null);
        if (next.state === null && !isLocated(mark)) act(next, 0.5, mark.state !== null);
      }
      const verb = subjectOf(mark);
      // What the sentence before is about, and it alone, goes on.
      const topic = before[0]?.state;
      if (mark.state === null && k === 0 && !isLocated(mark) && topic != null && before.every((b) => b.state === topic))
        vote(mark.town, topic, 0.3);
      if (mark.state !== null) {
        // "Halvia accused Port Asker": whoever does something to a seat is somebody else.
        if (verb >= 0 && next && next.state === null && !isLocated(next) && oneClause(mark.last, next.first))
          vote(next.town, mark.state, -0.7);
        return;
      }
      if (verb >= 0) {
        const speech = lexicon.speech.has(words[verb]!.lemma);
        // "Drenholm denied it was planning": nobody calls a man "it".
        const it = speech && (keys[verb + 1] === 'it' || (keys[verb + 1] === 'that' && keys[verb + 2] === 'it'));
        const itself = it && words[verb + (keys[verb + 1] === 'it' ? 2 : 3)]?.tag !== 'PUNCT';
        act(mark, speech ? 1 : 0.3, keys[mark.first - 1] === 'the' || itself);
        for (const other of here.slice(k + 1, k + 1 + FEW)) {
          if (other.state === null) continue;
          const will = keys[other.last] === 'would' || keys[other.last] === 'will';
          const that = keys[verb + 1] === 'that';
          const clause = that || lexicon.speechBeforeSubject.has(words[verb]!.lemma);
          const told = speech && clause && other.first === verb + (that ? 2 : 1) && verbAfter(other.last) >= 0;
          // "Drenholm said Halvia would wait"
          if (told) vote(mark.town, other.state, will ? 1 : 0.4);
          else if (!told && other.first > verb && oneClause(verb, other.first)) vote(mark.town, other.state, -0.7);
        }
        // "Maravet accused Halvia of lying. Drenholm denied it."
        if (k === 0 && lexicon.denials.has(words[verb]!.lemma)) {
          const accused = before.find((b) => b.state !== null && lexicon.charges.has(words[b.first - 1]?.lemma ?? ''));
          const accuser = before.find((b) => b.state !== null && subjectOf(b) >= 0);
          // Whoever answers for the accused is on its side, a seat or not.
          if (accused) {
            vote(mark.town, accused.state!, 1);
            act(mark, 0, true);
          }
          if (accuser && accuser !== accused) vote(mark.town, accuser.state!, -0.5);
        }
      } else if (owns(mark)) {
        const noun = mark.last + 1;
        if (lexicon.dealings.has(words[noun]?.lemma ?? '')) act(mark, 1, false);
        // "Drenholm's invasion of Maravet"
        if (next?.state != null && next.first - noun <= 4 && oneClause(mark.last, next.first))
          vote(mark.town, next.state, -0.7);
      } else if (lexicon.officials.has(words[mark.last]?.lemma ?? '')) act(mark, 1, true);
      else if (
        lexicon.dealings.has(words[mark.first - 2]?.lemma ?? '') &&
        words[mark.first - 1]!.tag === 'ADP' &&
        !isLocated(mark)
      )
        act(mark, 0.5, keys[mark.first - 1] !== 'of' && keys[mark.first - 1] !== 'by');
    });
    before = s + 1 < sentences.length ? here : [];
    if (m < marks.length && sentence[marks[m]!.first] !== s + 1) before = [];
  }
  return acts;
}
