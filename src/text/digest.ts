import { hash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal. Text is hashed as UTF-8. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

/** A short stable id: the first 16 hexadecimal digits of the SHA-256 of the parts, told apart by a unit separator. */
export const idOf = (...parts: readonly (string | number)[]): string => sha256(parts.join('\u001f')).slice(0, 16);
