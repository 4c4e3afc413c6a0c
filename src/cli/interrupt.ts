/** What Ctrl-C does while a command works: the first time the command may end cleanly, the second time it ends at once. */
let first: (() => void) | null = null;

/** Hands the first Ctrl-C to the command. Its value takes that back. */
export function onInterrupt(act: () => void): () => void {
  first = act;
  return () => {
    if (first === act) first = null;
  };
}

/** Whether a command sees to it. */
export function interrupted(): boolean {
  const act = first;
  first = null;
  act?.();
  return act !== null;
}
