/** The parts of a Content-Type: `text/html; charset=iso-8859-1`. What it does not say is `null`. */
export function mediaType(words: string): { type: string | null; charset: string | null } {
  const type = /^\s*([\w.+-]+\/[\w.+-]+)/u.exec(words)?.[1]?.toLowerCase() ?? null;
  const charset = /;\s*charset\s*=\s*["']?([\w.:-]+)/iu.exec(words)?.[1] ?? null;
  return { type, charset };
}
