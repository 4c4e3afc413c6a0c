/**
 * How a candidate's holder stands in the sentence: of which verbs it is the subject or object, what nouns it owns, whom
 * else the sentence names, and what stands between it and the words that name the issue. Given to the model as features,
 * beside those of the candidate's own words: names only by their role, as there.
 */
import { hashString, mix } from '../../learn/hash.ts';
import { phraseEnd, phrasesOver } from '../../text/phrases.ts';
import { type Arguments, argumentsOf, nounArgumentsOf } from '../grammar/arguments.ts';
import type { NounPhrase } from '../grammar/chunks.ts';
import { clauseOf } from '../grammar/clauses.ts';
import { type VerbGroup, verbGroupAt } from '../grammar/verb-group.ts';
import { type Scene, spanOf } from '../scene.ts';
import { partyAt } from './referents.ts';
import type { Unit, UnitResources } from './unit.ts';

const H = hashString;
const KIND = {
  of: H('holder of'),
  role: H('holder role'),
  roles: H('holder roles'),
  owns: H('holder owns'),
  behind: H('holder behind'),
  over: H('verb over'),
  between: H('between'),
  distance: H('distance'),
  clause: H('clause word'),
  parties: H('parties'),
  told: H('told over'),
  place: H('place'),
} as const;

/** A sentence with more words is a list or a page's menu, and is not looked at. */
const LONGEST = 120;
/** Words between the holder and the issue are looked at one by one where there are no more. */
const NEAR = 16;

/** How a party stands to a verb. */
type Role = 'subject' | 'struck' | 'agent' | 'object' | 'other' | 'thing' | 'none';

interface Verb {
  readonly at: number;
  readonly group: VerbGroup;
  readonly taken: Arguments;
}

const partyOf = (scene: Scene, phrase: NounPhrase | null): string | null =>
  phrase === null ? null : (partyAt(scene, phrase.head) ?? scene.resolve(spanOf(scene, phrase)).party);

function roleAt(scene: Scene, { taken, group }: Verb, holder: string): Role {
  const subject = partyOf(scene, taken.subject);
  if (subject === holder) return group.passive ? 'struck' : 'subject';
  if (partyOf(scene, taken.agent) === holder) return 'agent';
  if (partyOf(scene, taken.object) === holder) return 'object';
  return subject !== null ? 'other' : taken.subject ? 'thing' : 'none';
}

const STANDS: ReadonlySet<Role> = new Set(['subject', 'struck', 'agent', 'object']);
const LOOKED_AT = new Set(['VERB', 'NOUN', 'ADJ', 'ADP', 'SCONJ', 'AUX']);
const CLAUSAL = new Set(['VERB', 'NOUN', 'ADJ', 'ADV', 'AUX']);

const doubling = (n: number): number => Math.min(6, 32 - Math.clz32(n));

/** The first word of the strongest words for the issue among the candidate's; its first word where none is there. */
export function anchorOf(scene: Scene, { content }: Unit, issue: number, { taxonomy }: UnitResources): number {
  let at = content[0]!.first;
  let most = 0;
  const over = phrasesOver(scene.words, taxonomy.index);
  for (const { first, last } of content) {
    for (let i = first; i < last; i++) {
      for (const phrase of over[i] ?? []) {
        const { issue: of, weight } = phrase.value;
        if (of !== issue || weight <= most || phraseEnd(scene.words, i, last, phrase) < 0) continue;
        most = weight;
        at = i;
      }
    }
  }
  return at;
}

function verbsOf(scene: Scene, first: number, last: number, { grammar }: UnitResources): Verb[] {
  const { words } = scene;
  const out: Verb[] = [];
  for (let at = first; at < last; at++) {
    const { tag } = words[at]!;
    const next = words[at + 1]?.tag;
    if (tag !== 'VERB' && !(tag === 'AUX' && next !== 'VERB' && next !== 'AUX')) continue;
    const group = verbGroupAt(scene, at, grammar);
    out.push({ at, group, taken: argumentsOf(scene, group, grammar) });
  }
  return out;
}

/** The predicate of `positions.yaml` that begins at a word, with whether it tells a position by itself. */
function predicateAt(scene: Scene, at: number, last: number, { lexicon }: UnitResources) {
  for (const phrase of phrasesOver(scene.words, lexicon.index)[at] ?? []) {
    if (phrase.value.kind !== 'predicate' || phraseEnd(scene.words, at, last, phrase) < 0) continue;
    return phrase.value;
  }
  return null;
}

/** What tells of the verbs and nouns that the holder stands with. */
function rolesOf(scene: Scene, { holder }: Unit, anchor: number, verbs: readonly Verb[], r: UnitResources): number[] {
  const { words, sentences, sentenceOf, statementOf } = scene;
  const { first, last } = sentences[sentenceOf[anchor]!]!;
  const out: number[] = [];
  const roles = new Set<string>();
  const over = verbs.filter((v) => v.at <= anchor).slice(-2);
  const after = verbs.find((v) => v.at > anchor);
  for (const verb of verbs) {
    const role = roleAt(scene, verb, holder);
    if (!STANDS.has(role)) continue;
    roles.add(role);
    const { group, at } = verb;
    const where =
      verb === over.at(-1)
        ? 'over'
        : verb === over[0]
          ? 'above'
          : at < anchor
            ? 'before'
            : verb === after
              ? 'next'
              : 'on';
    const same = statementOf[at] === statementOf[anchor] ? 1 : 2;
    const to = mix(mix(KIND.role, H(role)), H(where));
    const of = mix(mix(KIND.of, H(role)), H(words[at]!.lemma));
    const told = `${group.frame} ${group.finite ? group.tense : 'none'} ${group.perfect} ${group.negated}`;
    out.push(
      to,
      mix(to, same),
      mix(to, group.negated ? 3 : 4),
      of,
      mix(of, H(where)),
      mix(mix(KIND.of, H(role)), H(told)),
    );
    const predicate = predicateAt(scene, at, last, r);
    if (predicate) {
      const p = mix(mix(KIND.role, H(role)), at < anchor ? 1 : 2);
      out.push(mix(p, H(predicate.predicate.name)), mix(mix(p, predicate.predicate.tells ? 3 : 4), same));
    }
  }
  for (let i = first; i < last; i++) {
    const predicate = words[i]!.tag === 'NOUN' ? predicateAt(scene, i, last, r) : null;
    if (predicate?.class !== 'noun') continue;
    const { owner, from } = nounArgumentsOf(scene, i, r.grammar);
    if (partyOf(scene, owner) !== holder && partyOf(scene, from) !== holder) continue;
    roles.add('owner');
    out.push(mix(mix(KIND.owns, H(predicate.predicate.name)), i < anchor ? 1 : 2));
  }
  for (let i = first; i < last; i++) {
    const mention = scene.mentions[scene.mentionOf[i]!];
    if (!mention || mention.first !== i || partyAt(scene, i) !== holder) continue;
    if (roles.size === 0) roles.add('named');
    const before = words[i - 1]?.tag === 'DET' ? i - 2 : i - 1;
    if (before >= first && words[before]!.tag === 'ADP') {
      const f = mix(KIND.behind, H(words[before]!.lower));
      out.push(f, mix(f, H(words[before - 1]?.lemma ?? '')));
    }
    const behind = words[mention.last];
    if (behind && /^['’]s?$/u.test(behind.text)) {
      roles.add('possessor');
      out.push(mix(mix(KIND.owns, 3), H(words[mention.last + 1]?.lemma ?? '')));
    } else if (behind?.tag === 'NOUN') out.push(mix(mix(KIND.owns, 4), H(behind.lemma)));
  }
  const all = mix(KIND.roles, H([...roles].sort().join(' ')));
  out.push(all, mix(all, H(scene.statements[statementOf[anchor]!]?.act ?? 'none')));
  let both = KIND.over;
  over.reverse().forEach((verb, n) => {
    const role = H(roleAt(scene, verb, holder));
    const f = mix(mix(KIND.over, n + 1), role);
    both = mix(both, role);
    const { group, at } = verb;
    out.push(f, mix(f, H(words[at]!.lemma)), mix(f, H(`${group.frame} ${group.tense} ${group.negated}`)));
    if (n === 0) out.push(mix(mix(KIND.told, H(words[at]!.lemma)), 1));
  });
  out.push(both);
  return out;
}

/** What tells of the way from the holder to the issue, and of the parties that the sentence names. */
function wayOf(scene: Scene, { holder }: Unit, anchor: number, { grammar }: UnitResources): number[] {
  const { words, sentences, sentenceOf } = scene;
  const { first, last, block } = sentences[sentenceOf[anchor]!]!;
  const out: number[] = [];
  let near = -1;
  const parties = new Set<string>();
  for (let i = first; i < last; i++) {
    const party = partyAt(scene, i);
    if (party === null) continue;
    parties.add(party);
    if (party === holder && (near < 0 || Math.abs(i - anchor) < Math.abs(near - anchor))) near = i;
  }
  const clause = clauseOf(scene, anchor, grammar);
  if (near >= 0) {
    const side = near < anchor ? 1 : 2;
    const [from, to] = near < anchor ? [near + 1, anchor] : [anchor + 1, near];
    let crossed = 1;
    for (let i = from; i < to; i++) {
      const party = partyAt(scene, i);
      if (party !== null && party !== holder) crossed = 2;
      if (to - from < NEAR && LOOKED_AT.has(words[i]!.tag)) out.push(mix(mix(KIND.between, side), H(words[i]!.lemma)));
    }
    out.push(
      mix(mix(KIND.distance, side), doubling(to - from)),
      mix(mix(KIND.distance, side + 2), crossed),
      mix(mix(KIND.distance, 5), near >= clause.first && near < clause.last ? 1 : 2),
    );
  } else out.push(mix(KIND.distance, 7));
  for (let i = clause.first; i < clause.last; i++) {
    if (CLAUSAL.has(words[i]!.tag)) out.push(mix(KIND.clause, H(words[i]!.lemma)));
  }
  const kind = scene.blocks[block]?.kind;
  out.push(
    mix(KIND.parties, Math.min(4, parties.size)),
    mix(KIND.place, Math.min(4, sentenceOf[anchor]! >> 2)),
    mix(mix(KIND.place, 6), doubling(last - first)),
    mix(mix(KIND.place, 7), kind === 'title' || kind === 'heading' ? 1 : 0),
  );
  return out;
}

/** The features of how the holder of a candidate stands in its sentence; none where that is too long to be one. */
export function roleFeatures(scene: Scene, unit: Unit, issue: number, resources: UnitResources): number[] {
  const anchor = anchorOf(scene, unit, issue, resources);
  const { first, last } = scene.sentences[scene.sentenceOf[anchor]!]!;
  if (last - first > LONGEST) return [];
  const verbs = verbsOf(scene, first, last, resources);
  return [...rolesOf(scene, unit, anchor, verbs, resources), ...wayOf(scene, unit, anchor, resources)];
}
