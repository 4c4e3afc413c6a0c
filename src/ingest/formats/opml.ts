import { readTags } from '../article/blocks.ts';
import { decodePage } from '../article/charset.ts';
import type { Context, Ingested, Source } from './reader.ts';

/** A feed that a list names. */
export interface ListedFeed {
  readonly title: string;
  readonly url: string;
}

/** The feeds that an OPML list names, in order, each once. */
export function feedsIn(bytes: Uint8Array): readonly ListedFeed[] {
  const found = new Map<string, ListedFeed>();
  readTags(
    decodePage(bytes, null).text,
    {
      onopentag(name, attributes) {
        if (name.toLowerCase() !== 'outline' || found.size >= 100_000) return;
        const url = (attributes['xmlUrl'] ?? attributes['xmlurl'] ?? '').trim();
        if (url === '' || found.has(url)) return;
        found.set(url, { title: attributes['title'] ?? attributes['text'] ?? '', url });
      },
    },
    true,
  );
  return [...found.values()];
}

/** A list of feeds holds no reports: how to watch them is told. */
export async function* readOpml(source: Source, context: Context): AsyncGenerator<Ingested> {
  const feeds = feedsIn(await source.bytes.all(context.budget.limits.page, 'The list'));
  const count = feeds.length === 1 ? '1 feed' : `${feeds.length} feeds`;
  context.tell({
    ...source.origin,
    code: 'feeds',
    message: `This is a list of ${count}, not of reports. To follow them: rapporteur watch ${source.origin.path}`,
  });
  yield* [];
}
