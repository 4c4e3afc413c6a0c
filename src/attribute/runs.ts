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
