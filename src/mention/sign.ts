/** What a report shows of a name that no lexicon has. */
export interface Sign {
  /** As first written. */
  readonly text: string;
  /** How much shows that it is a state: whose offices and bodies it has, whether it speaks and acts as one. */
  state: number;
  speaks: number;
  /** How often it takes a stand, as those do who deal with others: it refuses, agrees, offers. */
  stands: number;
  /** How often it stands before a noun, as an adjective does. */
  before: number;
  /** How often it is named in one breath with another name, or owns something. */
  joined: number;
  /** How often something is in it. */
  inside: number;
  /** How often it has or suffers what only a country does: a border, an invasion. */
  territory: number;
  /** How often it stands without an article. */
  bare: number;
  /** The word for those who govern it, where it stands before one as an adjective does ("the Cantaran government"). */
  governs: string;
  /** How often a government is said to sit there. */
  seated: number;
  count: number;
}
