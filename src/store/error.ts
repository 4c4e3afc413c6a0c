/** Stable and machine-readable: what is the matter with a store. */
export type StoreFault =
  | 'locked'
  | 'read-only'
  | 'disk-full'
  | 'not-found'
  | 'not-a-case'
  | 'newer'
  | 'other-version'
  | 'damaged'
  | 'disk'
  | 'busy'
  | 'no-such-target'
  | 'bad-cursor'
  | 'exists'
  | 'closed';

/** Why a store cannot do what it is asked: typed, in plain words, with the remedy. Nothing was changed. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreFault;

  constructor(code: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
