/** Tells whoever listens to a case what happens in it: progress of adding, changes of the record. */

/** What a listener hears. */
export type CaseEvent =
  | {
      readonly event: 'progress';
      readonly job: string;
      readonly done: number;
      /** `null` until counted. */
      readonly total: number | null;
      readonly perSecond: number | null;
      readonly secondsLeft: number | null;
      readonly failures: readonly { readonly path: string; readonly message: string }[];
      readonly finished: boolean;
    }
  | { readonly event: 'changed'; readonly what: 'reports' | 'judgement' | 'case' };

type Listener = (event: CaseEvent) => void;

export class Hub {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** Hears of a case from now on; the function given back ends it. */
  listen(name: string, listener: Listener): () => void {
    const heard = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, heard);
    heard.add(listener);
    return () => {
      heard.delete(listener);
      if (heard.size === 0) this.#listeners.delete(name);
    };
  }

  tell(name: string, event: CaseEvent): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(event);
  }
}
