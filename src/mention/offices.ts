import type { Context } from './context.ts';
import { SORT } from './lexicon.ts';
import type { Phrase } from './phrases.ts';

/** The offices that a phrase names, "head of Halvia's diplomacy" among them. */
export function officesOf(context: Context, phrase: Phrase): Set<string> {
  const offices = new Set<string>();
  for (const r of phrase.roles) for (const office of r.role!.offices) offices.add(office);
  if (offices.has('chief') || offices.has('leader'))
    for (const owner of phrase.owners) {
      const word = owner.how === 'of' ? owner.phrase?.item?.role?.word : undefined;
      const office =
        word === undefined
          ? undefined
          : (context.lexicon.headOf.get(word) ??
            (word === 'ministry' || word === 'department' ? portfolio(context, owner.phrase!) : undefined));
      if (office) offices.add(office);
    }
  return offices;
}

/** Whose ministry a phrase names: "ministry of foreign affairs" has a foreign minister. */
function portfolio(context: Context, phrase: Phrase): string {
  for (const inner of [phrase, ...phrase.inner])
    for (const role of inner.roles) {
      const office = context.lexicon.headOf.get(role.role!.word);
      if (role.role!.sorts & SORT.portfolio && office) return office;
    }
  return phrase.inner.some((p) => p.item?.role?.word === 'foreign affairs') ? 'foreign minister' : 'minister';
}

/** Those of the offices of a phrase that its head alone would not tell ("head of the government"). */
export function spelledOut(context: Context, phrase: Phrase): readonly string[] {
  const plain = new Set(phrase.roles.flatMap((r) => r.role!.offices));
  return [...officesOf(context, phrase)].filter((office) => !plain.has(office));
}
