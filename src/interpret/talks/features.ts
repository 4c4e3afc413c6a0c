/**
 * What is known of a mention of a talk, as features for the choice whether it is one. Names of people, places and
 * parties are never among them, so that what is learned holds for other conflicts.
 */
import type { Scene } from '../scene.ts';
import type { TalkMention } from './mention.ts';

const NEAR = 3;

/** Whether two known sides are named in their places: "talks between X and Y", "X met Y". */
export function hasSides(mention: TalkMention): boolean {
  const known = new Set([...mention.participants, ...mention.mediators].filter((p) => p.known).map((p) => p.name));
  if (known.size < 2 || mention.modifiers.has('vague')) return false;
  // "Talks with Maravet", "Halvia met Maravet"; "Halvia and Maravet resumed talks" names both in one place.
  return mention.link !== null || !mention.noun || mention.participants.filter((p) => p.known).length >= 2;
}

/** The features of one mention. Pure. */
export function featuresOf(scene: Scene, mention: TalkMention): string[] {
  const { words } = scene;
  const { trigger, head, clause } = mention;
  const names = new Set([...mention.participants, ...mention.mediators].map((p) => p.name));
  const known = new Set([...mention.participants, ...mention.mediators].filter((p) => p.known).map((p) => p.name));
  const n = Math.min(3, names.size);
  const k = Math.min(3, known.size);
  const out = [
    `trigger: ${trigger.like}`,
    `sides: ${n}`,
    `known: ${k}`,
    `trigger and known: ${trigger.like} ${k}`,
    `determiner: ${mention.determiner}`,
    `trigger and determiner: ${trigger.like} ${mention.determiner}`,
    `stand: ${mention.stand}`,
    `status: ${mention.status}`,
    `sign: ${mention.sign ?? 'none'}`,
    `link: ${mention.link ?? 'none'}`,
    `trigger and link: ${trigger.like} ${mention.link ?? 'none'}`,
    `voice: ${scene.statementOf[head]! >= 0 ? 'told' : 'narrator'}`,
    `quote: ${words[head]!.quote > 0}`,
    `block: ${scene.blocks[scene.sentences[scene.sentenceOf[head]!]!.block]?.kind ?? 'none'}`,
  ];
  const strong = hasSides(mention);
  if (strong) out.push('strong', `strong: ${mention.noun ? 'noun' : 'verb'}`, `strong: ${mention.kind}`);
  if (names.size === 0 && !mention.place && !mention.time) out.push(`bare: ${mention.pointing}`);
  for (const m of mention.modifiers) out.push(`modifier: ${m}`);
  if (mention.through) out.push(`through: ${mention.through}`);
  if (mention.pointing) out.push('pointing');
  if (mention.negated) out.push('negated');
  if (mention.mediators.length > 0) out.push('mediators');
  if (mention.place) out.push('place', `place and trigger: ${trigger.like}`);
  if (mention.time) out.push('time', `time and trigger: ${trigger.like}`);
  if (mention.governor) out.push(`governor: ${mention.governor}`);
  const people = [...mention.participants].filter((p) => p.kind === 'person').length;
  out.push(`people: ${Math.min(2, people)}`);
  if (words[head]!.lower !== words[head]!.lemma) out.push(`plural: ${trigger.like}`);
  out.push(`word: ${words[head]!.lemma}`);
  const near = (i: number, where: string): void => {
    if (i < clause.first || i >= clause.last) return;
    const w = words[i]!;
    if (w.tag === 'PROPN') out.push(`${where}: name`);
    else if (w.tag === 'NUM') out.push(`${where}: number`);
    else out.push(`${where}: ${w.lemma}`);
  };
  near(head - 1, 'before');
  near(head + 1, 'after');
  near(head + 2, 'second after');
  for (let i = Math.max(clause.first, head - NEAR - 2); i < Math.min(clause.last, head + NEAR + 4); i++) {
    const w = words[i]!;
    if (i !== head && (w.tag === 'NOUN' || w.tag === 'VERB' || w.tag === 'ADJ')) out.push(`near: ${w.lemma}`);
  }
  return out;
}
