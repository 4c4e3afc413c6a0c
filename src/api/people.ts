/**
 * Who may do what on a shared desk. Each person has a token; only its digest is kept, so that whoever reads the file can
 * let nobody in. Tokens are made here, of 192 random bits: a plain digest of such a one cannot be guessed back.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { SECRET, writeWholeFile } from '../store/whole-file.ts';

/** Each may do what those before it may. */
export const ROLES = ['read', 'correct', 'administer'] as const;
export type Role = (typeof ROLES)[number];

export interface Person {
  readonly name: string;
  readonly role: Role;
}

interface Kept extends Person {
  /** SHA-256 of the token, hexadecimal. */
  readonly digest: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** The list is not as it must be, or what was asked of it cannot be. */
export class PeopleError extends Error {
  override readonly name = 'PeopleError';
}

const digestOf = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');

/** Whether a token is the one of a digest, in a time that does not tell how far they agree. */
const sameToken = (digest: string, token: string): boolean =>
  timingSafeEqual(Buffer.from(digest, 'hex'), createHash('sha256').update(token, 'utf8').digest());

/** Lets in whoever has this one token, as this person. */
export const onlyToken = (token: string, person: Person): ((given: string) => Person | null) => {
  const digest = digestOf(token);
  return (given) => (sameToken(digest, given) ? person : null);
};

export const mayDo = (role: Role, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed);

const isKept = (value: unknown): value is Kept => {
  const one = value as Kept;
  return (
    typeof one === 'object' &&
    one !== null &&
    typeof one.name === 'string' &&
    ROLES.includes(one.role) &&
    /^[0-9a-f]{64}$/.test(one.digest)
  );
};

/** The people of a desk, in a file. */
export class People {
  readonly #path: string;
  #kept: readonly Kept[];
  #changed = 0;

  constructor(path: string) {
    this.#path = path;
    this.#kept = this.#read();
  }

  /** Looks at the file again where it has changed: a token that was taken back lets nobody in from then on. */
  renew(): void {
    const changed = statSync(this.#path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changed === this.#changed) return;
    this.#changed = changed;
    this.#kept = this.#read();
  }

  #read(): readonly Kept[] {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      value = null;
    }
    if (!Array.isArray(value) || !value.every(isKept)) {
      throw new PeopleError(`${this.#path} is no list of people and tokens. Take it away, and give out tokens anew.`);
    }
    return value;
  }

  #write(kept: readonly Kept[]): void {
    writeWholeFile(this.#path, `${JSON.stringify(kept, null, 1)}\n`, SECRET);
    this.#kept = kept;
  }

  list(): readonly (Person & { readonly since: string })[] {
    return this.#kept.map(({ name, role, since }) => ({ name, role, since }));
  }

  /** Gives out a token, which is shown this once and never again. */
  add(name: string, role: Role, now: string): string {
    if (this.#kept.some((one) => one.name === name)) {
      throw new PeopleError(`${name} has a token already. Take it back first, or choose another name.`);
    }
    const token = randomBytes(24).toString('base64url');
    this.#write([...this.#kept, { name, role, digest: digestOf(token), since: now }]);
    return token;
  }

  remove(name: string): void {
    const left = this.#kept.filter((one) => one.name !== name);
    if (left.length === this.#kept.length) throw new PeopleError(`Nobody called ${name} has a token.`);
    this.#write(left);
  }

  /** Whose token it is. `null` for nobody's. */
  whose(token: string): Person | null {
    this.renew();
    let found: Kept | null = null;
    // All are looked at, each in a time that does not tell how far it agrees.
    for (const one of this.#kept) if (sameToken(one.digest, token)) found = one;
    return found ? { name: found.name, role: found.role } : null;
  }
}
