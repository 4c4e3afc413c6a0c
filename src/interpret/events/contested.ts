/** Deeds that are told only to deny them, or only as what somebody is accused of: nobody is said by the report to have done them. */
import type { Span, Statement } from '../../record.ts';
import { verbGroupAt } from '../grammar/verb-group.ts';
import { rangeOf, spanOf } from '../scene.ts';
import type { Around } from './participants.ts';
import type { Candidate } from './triggers.ts';

/** How the report stands to what a mention says of a doer. */
export interface Standing {
  /** `told`: as so, by the report or whoever it quotes. */
  readonly as: 'told' | 'accused' | 'denied';
  /** The words that accuse; `null` where nobody does. */
  readonly by: Span | null;
}

const TOLD: Standing = { as: 'told', by: null };
const DENIED: Standing = { as: 'denied', by: null };

/** How far before a deed the word that denies it or accuses somebody of it may stand. */
const REACH = 20;
/** How far behind a verb of dismissal the account that it dismisses may stand. */
const ACCOUNT_REACH = 6;

/** How far before a deed a "not" may stand that denies it. */
const NOT_REACH = 14;

/** Whether a deed is denied, or is only what somebody is accused of: "denied shelling the port", "claims that it shelled the port". */
export function standingOf(around: Around, c: Candidate): Standing {
  const { scene, lexicon, grammar } = around;
  const { words, sentences, sentenceOf, statements, statementOf } = scene;
  const statement = statements[statementOf[c.head]!];
  if (statement?.act === 'deny' && statement.cue && isDenial(around, statement, c)) return DENIED;
  let by: Span | null = null;
  const { first } = sentences[sentenceOf[c.head]!]!;
  for (let i = c.first - 1; i >= Math.max(first, c.first - REACH); i--) {
    const { lemma, tag, text, lower } = words[i]!;
    if (text === ',' || text === ';') break;
    if (tag === 'VERB' && lexicon.denying.has(lemma) && !verbGroupAt(scene, i, grammar).negated) return DENIED;
    if (tag === 'VERB' && lexicon.dismissing.has(lemma) && hasAccount(around, i + 1, c.first)) return DENIED;
    if (tag === 'NOUN' && lexicon.denials.has(lemma)) return DENIED;
    // "Allegations that", "Maravet alleged that": whatever the words before a clause were taken for.
    const clause = words[i + 1]?.tag === 'SCONJ';
    const noun = tag === 'NOUN' || (clause && lower.endsWith('s'));
    const charges =
      (noun && (lexicon.charges.has(lemma) || lexicon.charges.has(lower.slice(0, -1)))) ||
      ((tag === 'VERB' || clause) && (lexicon.charging.has(lemma) || lexicon.charging.has(lower)));
    if (charges) by ??= spanOf(scene, { first: i, last: i + 1 });
  }
  if (by === null && statement?.act === 'accuse' && statement.cue) {
    const cue = rangeOf(scene, statement.cue);
    for (let i = cue.first; i < cue.last; i++) if (lexicon.charging.has(words[i]!.lemma)) by = statement.cue;
  }
  return by === null ? TOLD : { as: 'accused', by };
}

/** Whether a statement denies the deed: by its own cue, or by a word of denial before it ("said it was not behind the raid"). */
function isDenial({ scene, lexicon, grammar }: Around, { cue }: Statement, c: Candidate): boolean {
  const { words, statementOf } = scene;
  const { first, last } = rangeOf(scene, cue!);
  for (let i = first; i < last; i++) {
    const { lemma } = words[i]!;
    if (lexicon.denying.has(lemma) || lexicon.denials.has(lemma) || lexicon.dismissing.has(lemma)) return true;
  }
  for (let i = c.first - 1; i >= Math.max(0, c.first - NOT_REACH); i--) {
    if (statementOf[i] !== statementOf[c.head] || words[i]!.text === ',') return false;
    if (grammar.negations.has(words[i]!.lower) || grammar.negating.has(words[i]!.lower)) return true;
  }
  return false;
}

/** Whether a word for an account stands among the first of those from `from` on. */
function hasAccount({ scene, lexicon }: Around, from: number, until: number): boolean {
  for (let i = from; i < Math.min(until, from + ACCOUNT_REACH); i++)
    if (lexicon.accounts.has(scene.words[i]!.lemma)) return true;
  return false;
}
