/** Candidates from statements: what a party is reported to say may be its position. */
import type { Form, Statement, Voice } from '../../record.ts';
import { phraseEnd, phrasesOver } from '../../text/phrases.ts';
import { type Range, rangeOf, type Scene, spanOf } from '../scene.ts';
import { isSubjunctive } from './ground.ts';
import { type Holder, joinedBefore, joinedBehind } from './joined.ts';
import { type SplitResources, splitRange, turnTo } from './split.ts';
import type { Unit } from './unit.ts';

/** Beyond so many words what is said is a speech, and no more of it is looked at. */
const READ = 400;

/** The parties of a report by name. */
export function partiesOf(scene: Scene): ReadonlySet<string> {
  const out = new Set<string>();
  for (const { party } of scene.referents.values()) if (party !== null) out.add(party);
  return out;
}

/** "United States and Iran" speak as one and are two holders; "Trinidad and Tobago" is one. */
export function holdersOf(party: string, known: ReadonlySet<string>): readonly string[] {
  if (!party.includes(' and ') && !party.includes(', ')) return [party];
  const parts = party.split(/, | and /u).map((p) => p.trim());
  return parts.every((p) => p !== '' && known.has(p)) ? parts : [party];
}

/** Who tells of a statement: the reporter reports the party's own words, or another speaker does. */
function toldBy(statement: Statement, byId: ReadonlyMap<string, Statement>): [Voice, Statement] {
  let outer = statement;
  for (let depth = 0; outer.within !== null && depth < 4; depth++) {
    const next = byId.get(outer.within);
    if (!next) break;
    outer = next;
  }
  const same = outer === statement || outer.speaker.party === statement.speaker.party;
  return same ? ['self', statement] : ['other', outer];
}

/**
 * What is said, a sentence and issue at a time. Where the reporter breaks in ("..., he said, ..."), the parts of one
 * sentence belong together.
 */
function piecesOf(scene: Scene, statement: Statement, party: string, resources: SplitResources): Range[][] {
  const out: Range[][] = [];
  let open = -1;
  let read = 0;
  for (const stretch of statement.content) {
    const range = rangeOf(scene, stretch);
    if (range.last <= range.first) continue;
    const most = Math.min(range.last, range.first + READ - read);
    // "...; Halvia wants", ", while Halvia wants": from there on another holds it.
    const last = statement.form !== 'direct' ? turnTo(scene, { first: range.first, last: most }, party) : most;
    read += most - range.first;
    for (const piece of splitRange(scene, { first: range.first, last }, resources)) {
      const sentence = scene.sentenceOf[piece.first]!;
      const before = out.at(-1);
      if (piece.first >= range.first && sentence === open && before && before.at(-1)!.last < range.first) {
        before.push(piece);
      } else out.push([piece]);
    }
    open = scene.sentenceOf[last - 1]!;
    if (read >= READ || last < most) break;
  }
  return out;
}

/** What may follow a noun that a sentence is about. */
const JOINS = new Set(['ADP', 'AUX', 'VERB']);

/**
 * Whether the reporter says something of what the party wants, and not the party: its noun stands among the words that
 * a verb is about, and nothing is quoted: "his conditions for talks remain stringent".
 */
function isTold({ words }: Scene, cue: Range | null, content: readonly Range[]): boolean {
  if (!cue || words[cue.last - 1]!.tag === 'VERB') return false;
  let noun = false;
  for (let i = cue.first; i < cue.last; i++) {
    if (words[i]!.tag === 'VERB' || words[i]!.tag === 'AUX') return false;
    if (words[i]!.tag === 'NOUN') noun = true;
  }
  const [{ first } = cue] = content;
  // "claims he will not" is the party's own word.
  const joined = first < cue.last || words[cue.last - 1]!.tag === 'ADP' || JOINS.has(words[first]!.tag);
  if (!noun || first > cue.last || first < cue.first || !joined) return false;
  return content.some((range) => {
    for (let i = range.first; i < range.last; i++) {
      if (words[i]!.quote > 0) return false;
      if ((words[i]!.tag === 'VERB' || words[i]!.tag === 'AUX') && words[i - 1]?.lower !== 'to') return true;
    }
    return false;
  });
}

/** Whether "we" stands outside any quotation: whoever writes so is not named there, but where the title says whose paper it is. */
function isAuthor(scene: Scene, { speaker: { span }, made }: Statement): boolean {
  if (!span || made.some(({ rule }) => rule === 'mention/issuer')) return false;
  const { first, last } = rangeOf(scene, span);
  const { text, lower, quote } = scene.words[first]!;
  return last === first + 1 && quote === 0 && (lower === 'we' || text === 'I');
}

/** Whether the reporter tells what the party wanted before: "had refused", "was insisting". */
function isBefore({ words }: Scene, cue: Range | null, form: Form): boolean {
  if (!cue || form !== 'indirect') return false;
  const { lower, tag } = words[cue.first]!;
  if (tag !== 'AUX') return false;
  return lower === 'had' || ((lower === 'was' || lower === 'were') && /ing$/u.test(words[cue.last - 1]!.lower));
}

/** "insists that Maravet withdraw": words that may report a claim report a demand where what they report is to be done. */
function isAsked(scene: Scene, cue: Range | null, content: readonly Range[], { lexicon }: SplitResources): boolean {
  const { words } = scene;
  if (!cue || words[cue.last]?.lower !== 'that') return false;
  const asks = (phrasesOver(words, lexicon.index)[cue.last - 1] ?? []).some(
    (phrase) =>
      phrase.value.kind === 'predicate' &&
      phrase.value.predicate.stance === 'demands' &&
      phraseEnd(words, cue.last - 1, cue.last + 1, phrase) === cue.last + 1,
  );
  if (!asks) return false;
  const { first, last } = content[0]!;
  for (let i = first; i < last; i++) if (words[i]!.tag === 'VERB') return isSubjunctive(scene, i);
  return false;
}

/** So many words may stand between those who speak and the word that reports it: "has", "have both". */
const CLOSE = 3;

/** Those who speak with the speaker whose name stands before the cue: "Halvia, Cantara and Maravet want". */
function joinedTo(
  scene: Scene,
  { speaker: { span } }: Statement,
  cue: Range | null,
  known: readonly string[],
): Holder[] {
  if (!span || !cue) return [];
  const { first, last } = rangeOf(scene, span);
  const sentence = scene.sentenceOf[first]!;
  if (sentence !== scene.sentenceOf[cue.first]) return [];
  // "was rejected by Halvia and Cantara"
  const passive = first > cue.first && scene.words[first - 1]!.lower === 'by';
  if (last > cue.first && !passive) return [];
  const { holders, end } = joinedBehind(scene, last, passive ? scene.sentences[sentence]!.last : cue.first);
  const joined = passive ? holders : cue.first - end > CLOSE ? [] : [...holders, ...joinedBefore(scene, first)];
  return joined.filter(({ party }) => !known.includes(party));
}

/** The candidates of every statement whose speaker speaks for a party. */
export function statedUnits(scene: Scene, resources: SplitResources): Unit[] {
  const known = partiesOf(scene);
  const byId = new Map(scene.statements.map((s) => [s.id, s]));
  const out: Unit[] = [];
  scene.statements.forEach((statement, index) => {
    const { party, span } = statement.speaker;
    if (party === null || isAuthor(scene, statement)) return;
    const cue: Range | null = statement.cue ? rangeOf(scene, statement.cue) : null;
    const [voice, teller] = toldBy(statement, byId);
    for (const content of piecesOf(scene, statement, party, resources)) {
      const holders = holdersOf(party, known);
      // "Halvia and Maravet agreed to ...": the reporter tells of both.
      const joint = statement.act === 'agree' && holders.length > 1 && statement.form === 'indirect';
      const told = voice === 'self' && (joint || isTold(scene, cue, content) || isBefore(scene, cue, statement.form));
      for (const { party: holder, phrase } of [
        ...holders.map((party) => ({ party, phrase: null })),
        ...joinedTo(scene, statement, cue, holders),
      ]) {
        // "He said that he and Tesk want ...": of the two it is his own word still.
        const own = teller.speaker.party !== null && holdersOf(teller.speaker.party, known).includes(holder);
        out.push({
          holder,
          holderSpan: phrase ? spanOf(scene, phrase) : span,
          content,
          cue,
          source: 'statement',
          voice: told ? 'narrator' : own ? 'self' : voice,
          by: told ? null : teller.speaker,
          statement: told ? -1 : index,
          act: statement.act === 'claim' && isAsked(scene, cue, content, resources) ? 'demand' : statement.act,
          form: statement.form,
          listed: false,
        });
      }
    }
  });
  return out;
}
