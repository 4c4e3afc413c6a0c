/** The tagger's labels as runs of words: a source, a cue, a stretch of content. */

export type Role = 'source' | 'cue' | 'content';

/** Words `[first, last)` of one role. */
export interface Run {
  readonly role: Role;
  readonly first: number;
  readonly last: number;
}

const ROLE: readonly (Role | null)[] = [null, 'source', 'source', 'cue', 'cue', 'content', 'content'];

/** Labels are those of `learn/labels.ts`: outside, then begin and inside of source, cue and content. */
export function runsOf(labels: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < labels.length; ) {
    const role = ROLE[labels[i]!] ?? null;
    if (role === null) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < labels.length && labels[end]! > 0 && labels[end]! % 2 === 0 && ROLE[labels[end]!] === role) end++;
    runs.push({ role, first: i, last: end });
    i = end;
  }
  return runs;
}

/**
 * Parts runs where a block of the report ends: a title does not go on in the paragraph below it. Only quotations run over
 * several blocks. `boundary` is 2 at the first word of a block, `quote` the depth of quotation of each word.
 */
export function partAtBlocks(runs: readonly Run[], boundary: Uint8Array, quote: Uint8Array): readonly Run[] {
  return runs.flatMap((run) => {
    const parts: Run[] = [];
    let { first } = run;
    for (let i = run.first + 1; i < run.last; i++) {
      // The word before, the word itself, and the word after it, where the block opens with a quotation mark.
      const quoted = quote[i - 1]! > 0 || quote[i]! > 0 || (quote[i + 1] ?? 0) > 0;
      if (boundary[i] !== 2 || quoted) continue;
      parts.push({ role: run.role, first, last: i });
      first = i;
    }
    parts.push({ role: run.role, first, last: run.last });
    return parts;
  });
}
