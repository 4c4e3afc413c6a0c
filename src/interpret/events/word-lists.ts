/** The plain lists of words of data/taxonomies/events.yaml. */

export const WORD_LISTS = [
  // Words that tell the status.
  'planned',
  'ongoing',
  'earlier',
  // Words before or over a noun that say that it is feared, wanted or imagined.
  'unreal',
  // Words that say that there may be more to come.
  'further',
  // Verbs whose object is the deed: "launched a strike".
  'light',
  // Words before a noun of forces massed that say that it is what is struck.
  'aimed',
  // Words for those who rule where the report is about.
  'rulers',
  // Words for those under arms, before the deed.
  'bands',
  // Words between a whole and a part of it.
  'parts',
  // Words that tell a deed as one more than those told before.
  'besides',
  // After a hyphen: "US-led", "Saudi-backed".
  'led',
  'alliances',
  // Verbs whose subject is given to.
  'receiving',
  // Verbs whose object is only talked of.
  'seeking',
  // What stands before "for" where somebody wants what follows.
  'calling',
  // Verbs that say of a noun that it comes about.
  'occurs',
  // Words before a verb of the present that say that it is waited for.
  'awaiting',
  // Verbs that say of what follows in "-ing" that it is over.
  'ending',
  // Verbs over "to" that announce a deed in words only.
  'vowing',
  // Nouns of a line or stretch between sides: nobody's own.
  'borders',
  // Before a noun, these say that it is another one like the one told.
  'alike',
  // At the head of a sentence: what follows is another event.
  'apart',
  // Subjects that say that there was none.
  'nobody',
  // In the subject: those named did not do it.
  'none',
  // Before a deed that somebody is made to answer for.
  'answered',
  // Before a form in "-ing" that stands as a noun.
  'amid',
  // Before "other": each side does it to the other.
  'mutual',
  // Over "responsibility for": whoever did it.
  'owning',
  // Before "ceasefire": who brought it about is not who keeps it.
  'brokering',
  // What one runs into.
  'hazards',
  // Those whom a deed befell: people, not the deed.
  'befallen',
  // Before "of" and those: what is done for them.
  'handled',
  // Behind what is taken: it is carried or led there.
  'paths',
  // Before a noun: something else is dated by it.
  'dating',
  // Before the subject of what lasts: it goes on.
  'during',
  // Before "in" and a place: people meet there.
  'gatherings',
  // Before an infinitive: a habit that is over.
  'habits',
  // What nobody is said to have done, and the verbs that make a fire one.
  'mishaps',
  'outbreaks',
  // Near "toll": it is money.
  'dues',
  // Verbs whose object is said to have done it: "accused Halvia of", and the words between it and the deed.
  'blame',
  'accusedOf',
  'blamedOn',
  // Before a deed, after whoever did it: "is behind", "responsible for", "responsibility for".
  'behind',
  'answersFor',
  'responsibility',
  // "A truce that nobody keeps is no truce": it says of any such deed what it is.
  'anySuch',
  'being',
  // Over a deed: that it was not so.
  'denying',
  'denials',
  // The same, over a word for an account.
  'dismissing',
  'accounts',
  // Over a deed: that somebody is only accused of it.
  'charging',
  'charges',
  // Verbs that nobody does to another.
  'dying',
  // Before a place: those who did it are there.
  'based',
  // Nouns that are never what is struck.
  'untargeted',
  // Words that open a mention of what was told before.
  'definite',
  // "A concentration | of Front fighters": those who are gathered are meant.
  'massed',
  // Without a word that says whose, these name nobody.
  'anyForce',
  // After "the", these stand for a place named before.
  'towns',
] as const;

/** Each list as a set of words. */
export type WordLists = { readonly [Name in (typeof WORD_LISTS)[number]]: ReadonlySet<string> };
