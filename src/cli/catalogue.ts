import { readFileSync } from 'node:fs';
import { parse } from '../data/yaml.ts';

/**
 * What each rule does, in one plain sentence, by the name that records carry in `Producer.rule`. A name that ends in
 * `-*` speaks for every rule that begins so.
 */
export type Catalogue = ReadonlyMap<string, string>;

const NAME = /^(ingest|clean|segment|mention|attribute|interpret)\/[a-z0-9]+(?:-[a-z0-9]+)*(?:-\*)?$/;

/** Checks and reads the catalogue, which is a YAML map from name to sentence. */
export function parseCatalogue(raw: unknown): Catalogue {
  const wrong = (what: string): never => {
    throw new Error(`data/rules.yaml: ${what}`);
  };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrong('it must map names to sentences.');
  for (const [name, sentence] of Object.entries(raw)) {
    if (!NAME.test(name))
      wrong(`${name}: a name is a stage, a slash and lower-case words joined by hyphens, or such a beginning and -*.`);
    if (typeof sentence !== 'string' || !/^[A-Z“].*\.$/s.test(sentence.trim())) {
      wrong(`${name}: give one plain sentence, from a capital to a full stop.`);
    }
  }
  return new Map(Object.entries(raw as Record<string, string>).map(([name, sentence]) => [name, sentence.trim()]));
}

/** The sentence for a rule: its own, or that of the nearest family it belongs to. */
export function sentenceOf(catalogue: Catalogue, rule: string): string | undefined {
  let sentence = catalogue.get(rule);
  for (let at = rule.lastIndexOf('-'); sentence === undefined && at > 0; at = rule.lastIndexOf('-', at - 1)) {
    sentence = catalogue.get(`${rule.slice(0, at)}-*`);
  }
  return sentence;
}

/** The catalogue that comes with the program. It stands at the same place beside `src/` and `dist/`. */
export const loadCatalogue = (): Catalogue =>
  parseCatalogue(parse(readFileSync(new URL('../../data/rules.yaml', import.meta.url), 'utf8')));
