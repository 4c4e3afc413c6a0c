/**
 * Packs what tagging rests on (`segment/tag-lexicon.ts`): the words, tags, rules and irregular forms of
 * wink-eng-lite-web-model, which takes some 0.2 s to load as it comes. Nothing is learned.
 */
import { createRequire } from 'node:module';
import { ENTRY, PART_SIZE, type TagHeader } from '../segment/tag-lexicon.ts';
import { ModelWriter } from './model-file.ts';

const PACKAGE = 'wink-eng-lite-web-model';
/** How the package lays out the four numbers of a word: which number, mask, and how far to shift. */
type Layout = Readonly<Record<string, readonly [number, number, number, ...unknown[]]>>;

interface Core {
  readonly packing: { readonly size: number; readonly layout: Layout };
  readonly lexicon: Uint32Array;
  readonly xpansions: Uint32Array;
  readonly features: {
    readonly lexeme: { readonly list: readonly string[] };
    readonly posClusters: { list: Set<number>[] };
  };
  readonly trex: {
    readonly ltc: TagHeader['whole'];
    readonly rtc: TagHeader['within'];
    readonly helpers: Readonly<Record<string, readonly [string, string]>>;
  };
  readonly preserve: { readonly prefix: object; readonly suffix: object };
}

/** The bytes of models/tags.bin. */
export function packTags(): Uint8Array {
  const require = createRequire(import.meta.url);
  const model = require(PACKAGE) as { core(): Core; pos(): { readonly machines: readonly string[] } };
  const { packing, lexicon, xpansions, features, trex, preserve } = model.core();
  const field = (name: string, word: number): number => {
    const [at, mask, shift] = packing.layout[name]!;
    return (lexicon[word * packing.size + at]! & mask) >>> shift;
  };
  const given = features.lexeme.list;
  // By UTF-16 units, as a word list is searched.
  const order = given.map((_, i) => i).sort((a, b) => (given[a]! < given[b]! ? -1 : 1));
  const place = new Uint32Array(given.length);
  order.forEach((word, i) => {
    place[word] = i;
  });

  const entries = new Uint32Array(given.length * ENTRY.size);
  order.forEach((word, i) => {
    const contraction = field('isContraction', word) === 1;
    const lemma = field('lemma', word);
    entries[i * ENTRY.size] =
      field('pos', word) |
      (field('posHint', word) << ENTRY.tagBits) |
      (field('lexemeCID', word) << (ENTRY.tagBits + ENTRY.hintBits)) |
      (contraction ? ENTRY.contraction : 0) |
      (field('isSpellingMapped', word) === 1 ? ENTRY.mapped : 0) |
      (field('isBaseForm', word) === 1 ? ENTRY.base : 0) |
      (field('isSLemma', word) === 1 ? ENTRY.oneLemma : 0);
    // wink-nlp packs where the parts of a contraction stand into 14 bits of the lemma, and how many numbers they are above.
    entries[i * ENTRY.size + 1] = contraction
      ? (lemma & 0x3fff) | ((((lemma >>> 14) & 0x1f) / PART_SIZE) << 16)
      : place[lemma]!;
  });
  const parts = xpansions.map((value, i) => (i % PART_SIZE === 3 ? value : place[value]!));

  const header: TagHeader & { readonly name: string; readonly from: string } = {
    name: 'tags',
    from: `${PACKAGE} ${(require(`${PACKAGE}/package.json`) as { version: string }).version}`,
    classes: features.posClusters.list.map((tags) => [...tags].reduce((bits, tag) => bits | (1 << tag), 0)),
    machines: model.pos().machines,
    whole: trex.ltc,
    within: trex.rtc,
    sides: ['anyWithRP', 'anyWithLP', 'LPanyRP'].map((name) => trex.helpers[name]!),
    prefixes: Object.keys(preserve.prefix),
    suffixes: Object.keys(preserve.suffix),
  };
  const writer = new ModelWriter({ ...header });
  const list = (name: string, words: readonly string[]): void => {
    writer.add(`${name}.text`, Buffer.from(words.join(''), 'utf16le'));
    writer.add(
      `${name}.lengths`,
      Uint8Array.from(words, (w) => w.length),
    );
  };
  const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array): Uint8Array =>
    new Uint8Array(buffer, byteOffset, byteLength);
  list(
    'words',
    order.map((word) => given[word]!),
  );
  writer.add('entries', bytesOf(entries));
  writer.add('parts', bytesOf(parts));
  for (const [name, module] of [
    ['verb', 'wn-verb-exceptions'],
    ['noun', 'wn-noun-exceptions'],
    ['adjective', 'wn-adjective-exceptions'],
  ] as const) {
    const irregular = require(`${PACKAGE}/dist/${module}.js`) as Readonly<Record<string, string>>;
    const forms = Object.keys(irregular).sort();
    const lemmas = [...new Set(Object.values(irregular))].sort();
    list(`${name}.forms`, forms);
    list(`${name}.lemmas`, lemmas);
    writer.add(`${name}.of`, bytesOf(Uint16Array.from(forms, (form) => lemmas.indexOf(irregular[form]!))));
  }
  return writer.bytes();
}
