import { speaks } from './context.ts';
import type { Entity } from './entities.ts';
import { SORT } from './lexicon.ts';
import { type Memory, type Seen, WINDOW } from './memory.ts';

const HE: ReadonlySet<string> = new Set(['he', 'him', 'his', 'himself']);
const SHE: ReadonlySet<string> = new Set(['she', 'her', 'hers', 'herself']);
const IT: ReadonlySet<string> = new Set(['it', 'its', 'itself']);
const THEY: ReadonlySet<string> = new Set(['they', 'them', 'their', 'themselves']);
const WHO_WORDS: ReadonlySet<string> = new Set(['who', 'whose', 'whom', 'which']);
const FIRST: ReadonlySet<string> = new Set(['i', 'we', 'us', 'our', 'my', 'me']);

/** Who or what the pronoun at word `i` means; `null` for other words, and where the evidence is thin. */
export function pronounMeans(memory: Memory, i: number): Entity | null {
  const key = memory.context.items.keys[i]!;
  if (HE.has(key)) return who(memory, i, 'male');
  if (SHE.has(key)) return who(memory, i, 'female');
  if (IT.has(key)) return what(memory, i, false);
  if (THEY.has(key)) return what(memory, i, true);
  return WHO_WORDS.has(key) ? antecedent(memory, i) : null;
}

/** The person or body right before "who". */
function antecedent(memory: Memory, i: number): Entity | null {
  const { context, seen } = memory;
  const { items } = context;
  const last = seen.at(-1);
  if (!last) return null;
  for (let k = seen.length - 1; k >= 0 && k > seen.length - 4; k--) {
    const s = seen[k]!;
    if (s.sentence !== items.sentence[i]) return null;
    if ((!s.inner || k === seen.length - 1) && !s.entity.sort.startsWith('doc')) return s.entity;
  }
  return null;
}

/** The likeliest person for "he" or "she": near, a subject, a speaker, often named; none when the evidence is thin. */
function who(memory: Memory, i: number, gender: 'male' | 'female'): Entity | null {
  const { context, seen } = memory;
  const { items } = context;
  const { words, keys } = items;
  const here = items.sentence[i]!;
  const { block } = items.sentences[here]!;
  const saying = speaks(context, i, i + 1) || (keys[i - 1] === 'to' && keys[i - 2] === 'according');
  let best: Entity | null = null;
  let most = saying ? -6 : -3.5;
  const tried = new Set<Entity>();
  let own = false;
  for (let k = seen.length - 1; k >= 0 && k > seen.length - WINDOW; k--) {
    const s = seen[k]!;
    const e = s.entity;
    if (e.kind !== 'person' || e.plural || e.generic || here - s.sentence > (saying ? 14 : 8)) continue;
    if (e.gender !== null && e.gender !== gender) continue;
    let score = -(saying ? 0.5 : 1.1) * (here - s.sentence) - (tried.has(e) ? 0.2 : 0);
    tried.add(e);
    // Whom the paragraph itself is about stands before those of earlier ones.
    if (s.block === block) own ||= s.subject && s.opens && e.named;
    else score -= own ? 3.6 : 0.8;
    if (s.subject) score += s.opens ? 2.4 : 1.6;
    if (s.speaker) score += saying ? 2.4 : 0.8;
    if (s.inner) score -= 0.8;
    if (s.quote > words[i]!.quote) score -= 2.2;
    if (gender === 'female' && e.gender === null) score -= 1.2;
    score += 0.15 * Math.min(e.count, 6);
    if (!e.named) score -= 0.3;
    if (score > most) [best, most] = [e, score];
  }
  return best;
}

/** The likeliest body, state or group for "it" or "they". */
function what(memory: Memory, i: number, many: boolean): Entity | null {
  const { context, seen } = memory;
  const { items } = context;
  const { words } = items;
  const here = items.sentence[i]!;
  let best: Entity | null = null;
  let most = -2;
  for (let k = seen.length - 1; k >= 0 && k > seen.length - WINDOW; k--) {
    const s = seen[k]!;
    const e = s.entity;
    if (here - s.sentence > 3 || (e.kind === 'person' && !e.plural) || e.kind === 'date' || e.kind === 'quantity')
      continue;
    if (!many && e.plural) continue;
    if (many && !e.plural && e.sort === 'state') continue;
    let score = -1.1 * (here - s.sentence);
    if (s.subject) score += 1.6;
    if (s.speaker) score += 1.2;
    if (s.inner) score -= 1;
    if (s.quote > words[i]!.quote) score -= 2;
    if (e.sort === 'unknown' && e.kind === 'place') score -= 1;
    if (many && e.plural) score += 0.8;
    if (score > most) [best, most] = [e, score];
  }
  return best;
}

/** "I" and "we" inside a quotation are whoever is said to speak it, before or after it in the sentence. */
export function firstPersons(memory: Memory): void {
  const { context, seen } = memory;
  const { items, meant } = context;
  const { words, keys } = items;
  context.issuer = issuerOf(memory);
  const speakers = seen.filter((s) => s.speaker && s.quote === 0);
  let k = 0;
  for (let i = 0; i < words.length; i++) {
    if (!FIRST.has(keys[i]!) || words[i]!.tag !== 'PRON' || meant.has(i)) continue;
    const sentence = items.sentence[i]!;
    while (k + 1 < speakers.length && speakers[k + 1]!.sentence <= sentence - 2) k++;
    let best: Seen | null = null;
    for (let m = k; m < Math.min(k + 40, speakers.length) && speakers[m]!.sentence <= sentence + 1; m++) {
      const s = speakers[m]!;
      if (s.sentence < sentence - 2) continue;
      if (!best || Math.abs(s.sentence - sentence) <= Math.abs(best.sentence - sentence)) best = s;
    }
    const issued = words[i]!.quote === 0 ? context.issuer : null;
    if (issued || best) meant.set(i, issued ?? best!.entity);
  }
}

/** Of whom the report's title says that it is a statement: a heading without a verb that begins with a word for a paper. */
function issuerOf({ context }: Memory): Entity | null {
  const { items, top, meant, roster } = context;
  const [title, next] = items.sentences;
  const phrase = top[0];
  if (!title || !next || !phrase || next.block === title.block || phrase.first > title.first + 1) return null;
  if (!phrase.item?.role || !(phrase.item.role.sorts & SORT.document) || phrase.owners.length === 0) return null;
  for (let i = title.first; i < title.last; i++) {
    const { tag } = items.words[i]!;
    if (tag === 'VERB' || tag === 'AUX') return null;
  }
  const party = meant.get(phrase.head)?.party ?? null;
  return party === null ? null : (roster.all.find((e) => e.named && e.party === party && e.sort !== 'people') ?? null);
}
