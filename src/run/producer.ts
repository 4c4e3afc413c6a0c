import type { Reading } from '../record.ts';
import { idOf } from '../text/digest.ts';

/** What readings carry where a case has issues of its own: other issues give other readings. */
export const ownProducer = (producer: Reading['producer'], issues: readonly unknown[]): Reading['producer'] =>
  issues.length === 0
    ? producer
    : { ...producer, models: { ...producer.models, issues: `issues@${idOf(JSON.stringify(issues)).slice(0, 8)}` } };
