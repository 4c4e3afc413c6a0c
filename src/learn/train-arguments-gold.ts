/** What dependency trees say of the arguments of verbs, in the terms of `src/interpret/grammar`. Used in training only. */
import type { TreeText, TreeWord } from './polnear-trees.ts';

/** Arguments of one verb, as indices of the tree's words: -1 none, -2 the tree does not tell. */
export interface TreeArguments {
  readonly verb: number;
  readonly passive: boolean;
  /** Whether it has a subject of its own, or stands for a clause; for tests of verb groups. */
  readonly participle: boolean;
  readonly subject: number;
  readonly object: number;
  readonly agent: number;
}

const SUBJECT = /^nsubj(?:pass)?$/;
const RELATIVE = /^W/;
const DEEPEST = 6;

/** The arguments of all verbs of a text. */
export function treeArguments({ words }: TreeText): TreeArguments[] {
  const children: number[][] = words.map(() => []);
  words.forEach((w, i) => {
    if (w.head >= 0) children[w.head]!.push(i);
  });
  const child = (i: number, test: (w: TreeWord) => boolean): number => children[i]!.find((c) => test(words[c]!)) ?? -1;
  /** A relative pronoun stands for the noun that its clause hangs on. */
  const real = (verb: number, i: number): number => {
    if (i < 0 || !RELATIVE.test(words[i]!.tag)) return i;
    let v = verb;
    while (words[v]!.relation === 'conj' || words[v]!.relation === 'xcomp') v = words[v]!.head;
    return words[v]!.relation === 'acl:relcl' ? words[v]!.head : -2;
  };
  const subjectOf = (i: number, depth: number): number => {
    const w = words[i]!;
    const own = child(i, (c) => SUBJECT.test(c.relation));
    if (own >= 0) return real(i, own);
    if (depth > DEEPEST || w.head < 0) return -1;
    const infinitive = child(i, (c) => c.lower === 'to' && (c.relation === 'mark' || c.relation === 'aux')) >= 0;
    switch (w.relation) {
      case 'acl':
        // "a plan to sign", "a point in determining": the noun is not the one who does it.
        return infinitive || w.tag === 'VB' || child(i, (c) => c.relation === 'mark' || c.relation === 'case') >= 0
          ? -2
          : w.head;
      case 'xcomp': {
        const object = child(w.head, (c) => c.relation === 'dobj' || c.relation === 'iobj');
        return object >= 0 && words[w.head]!.lemma !== 'promise' ? real(w.head, object) : subjectOf(w.head, depth + 1);
      }
      case 'advcl':
      case 'conj':
        return subjectOf(w.head, depth + 1);
      case 'ccomp':
      case 'root':
      case 'parataxis':
        return -1;
      default:
        return -2;
    }
  };
  const out: TreeArguments[] = [];
  words.forEach((w, i) => {
    if (!w.tag.startsWith('VB') || /^(?:aux|auxpass|cop|case|mark|amod|compound)$/.test(w.relation)) return;
    const auxiliary = child(i, (c) => c.relation === 'auxpass' || c.relation === 'aux') >= 0;
    const passive =
      child(i, (c) => c.relation === 'auxpass') >= 0 ||
      (w.tag === 'VBN' &&
        !auxiliary &&
        /^(?:acl|advcl|dep|root)$/.test(w.relation) &&
        child(i, (c) => c.relation === 'dobj') < 0);
    const direct = child(i, (c) => c.relation === 'dobj');
    const pronoun = child(i, (c) => RELATIVE.test(c.tag)) >= 0;
    // "the port the Front shelled": the tree leaves out what is shelled.
    const open = w.relation === 'acl:relcl' && direct < 0 && !pronoun;
    const shared =
      direct < 0 && children[i]!.some((c) => words[c]!.relation === 'conj' && words[c]!.tag.startsWith('VB'));
    out.push({
      verb: i,
      passive,
      participle: w.tag === 'VBN' && !auxiliary,
      subject: subjectOf(i, 0),
      object: passive ? -1 : direct >= 0 ? real(i, direct) : open || shared ? -2 : -1,
      agent: passive
        ? (children[i]!.find(
            (c) => words[c]!.relation === 'nmod' && children[c]!.some((k) => words[k]!.lower === 'by'),
          ) ?? -1)
        : -1,
    });
  });
  return out;
}
