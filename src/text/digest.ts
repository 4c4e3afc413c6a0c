import { hash } from 'node:crypto';
import { shortDigest } from './short-digest.ts';

/** SHA-256 in lower-case hexadecimal. Text is hashed as UTF-8. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

const short = shortDigest();

/**
 * A short stable id: the first 16 hexadecimal digits of the SHA-256 of the parts, told apart by a unit separator. The ids
 * of what stands in a report begin with the report's own digest, and come quickly one after another.
 */
export function idOf(...parts: readonly (string | number)[]): string {
  const head = parts[0];
  if (typeof head === 'string' && head.length === 64 && parts.length > 1) {
    let rest = '';
    for (let i = 1; i < parts.length; i++) rest += `\u001f${parts[i]}`;
    const id = short(head, rest);
    if (id !== null) return id;
  }
  return sha256(parts.join('\u001f')).slice(0, 16);
}
