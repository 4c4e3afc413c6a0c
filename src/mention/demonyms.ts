/** Endings by which English makes an adjective of a country's name, longest first. */
const ENDINGS = ['ian', 'ean', 'ese', 'ish', 'an', 'ic', 'ni', 'n', 'i'];

/** What the name may have at its end that the adjective has lost: `Halvi-a`, `Chil-e`, `Mexic-o`. */
const LOST = ['', 'a', 'ia', 'e', 'o', 'y', 'i', 'u', 'ea'];

/**
 * The name that a capitalised adjective is made of, among names that are known: `halvian` of `halvia`, `maravetian` of
 * `maravet`, `cantarans` of `cantara`. `null` where none is.
 */
export function adjectiveOf(key: string, isName: (key: string) => boolean): string | null {
  const forms = key.endsWith('s') ? [key, key.slice(0, -1)] : [key];
  for (const form of forms)
    for (const ending of ENDINGS) {
      if (!form.endsWith(ending)) continue;
      const stem = form.slice(0, -ending.length);
      if (stem.length < 3) continue;
      for (const lost of LOST) if (stem.length + lost.length >= 4 && isName(stem + lost)) return stem + lost;
    }
  return null;
}

/** Whether a word has the look of an adjective of a country: `halvian`, `cantaran`. */
export const isAdjective = (key: string): boolean =>
  key.length > 5 && ENDINGS.some((ending) => ending.length > 1 && key.endsWith(ending));
