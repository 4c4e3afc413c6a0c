/** The stances of the record, in the order in which models number them. */
import type { Stance } from '../../record.ts';

export const STANCES: readonly Stance[] = ['demands', 'offers', 'accepts', 'rejects'];
