/** Quoted words, speakers and whole reports; results are words of the sources. */
import type { ItemKind } from '../../../src/case.ts';
import type { Hit, SearchRequest } from '../../../src/store/store.ts';
import { Empty, Fault } from '../answer.tsx';
import { longDay } from '../dates.ts';
import { pieces } from '../marks.ts';
import { Opens, Party } from '../parts/bits.tsx';
import { Filters, Pick, PickIssue, PickOutlet, PickParty, PickPeriod, ViewHead } from '../parts/filters.tsx';
import { usePages } from '../parts/long-list.tsx';
import { outletWords } from '../parts/sayer.ts';
import { filterOf, formatRoute } from '../route.ts';
import { client, issueName, issues, narrow, parameters, toView } from '../state.ts';
import { ABOUT, count, ITEM, SAY, VIEW } from '../words.ts';
import { useOutlets } from './outlets.ts';

const KINDS = (['statement', 'position', 'talk', 'event', 'dispute', 'report'] as const).map(
  (kind) => [kind, ITEM[kind]] as const,
);

/** The words found, marked where what was searched for stands. */
export const Found = (props: { readonly words: string; readonly found: Hit['found'] }) => (
  <span class="q" dir="auto">
    {pieces(
      0,
      props.words.length,
      props.found.map(([start, end]) => ({ start, end, of: true })),
    ).map((p) => {
      const words = props.words.slice(p.start, p.end);
      return p.marks.length ? <mark class="found">{words}</mark> : words;
    })}
  </span>
);

const OneHit = (props: { readonly hit: Hit }) => {
  const { hit } = props;
  const inside = (
    <>
      <Found words={hit.words} found={hit.found} />
      <span class="by">
        {hit.by && (
          <>
            <Party name={hit.party}>{hit.by}</Party>
            <br />
          </>
        )}
        {ITEM[hit.kind]} · {outletWords(hit.report)}, {longDay(hit.report.day)}
      </span>
    </>
  );
  return (
    <li>
      {hit.kind === 'report' ? (
        <a class="hrow" data-step href={formatRoute(toView('reports', {}, hit.report.id))}>
          {inside}
        </a>
      ) : (
        <Opens kind={hit.kind} id={hit.id} item class="hrow">
          {inside}
        </Opens>
      )}
    </li>
  );
};

/** Issues whose name has a word searched for: reports may call the thing otherwise. */
const issuesCalled = (words: string): readonly string[] => {
  const wanted = words.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return [...issues.value.values()]
    .filter(({ name }) => wanted.some((word) => name.toLowerCase().includes(word)))
    .map(({ code }) => code)
    .slice(0, 3);
};

export function Search() {
  const p = parameters.value;
  const request: SearchRequest = {
    words: p.words ?? '',
    ...filterOf(p),
    ...(p.kind ? { kind: p.kind as ItemKind | 'report' } : {}),
    ...(p.speaker ? { speaker: p.speaker } : {}),
  };
  // Without words, what is chosen is listed.
  const asks = Boolean(p.words || p.speaker || p.party || p.issue || p.outlet || p.kind);
  const pages = usePages(
    asks
      ? {
          asked: `search ${JSON.stringify(request)}`,
          page: (after) => client.peek().search({ ...request, limit: 50, ...(after === null ? {} : { after }) }),
        }
      : null,
  );
  const outlets = useOutlets();
  return (
    <>
      <ViewHead title={VIEW.search} about={ABOUT.search}>
        {asks && !pages.waiting && <span>{count(pages.total, 'passage')}</span>}
      </ViewHead>
      <Filters>
        <label class="pick">
          <span>Words</span>
          <input
            type="search"
            value={p.words ?? ''}
            onChange={(e) => narrow({ words: e.currentTarget.value.trim() || undefined })}
          />
        </label>
        <label class="pick">
          <span>Speaker</span>
          <input
            type="search"
            value={p.speaker ?? ''}
            onChange={(e) => narrow({ speaker: e.currentTarget.value.trim() || undefined })}
          />
        </label>
        <Pick name="kind" label="Kind" choices={KINDS} />
        <PickParty />
        <PickIssue />
        <PickPeriod />
        <PickOutlet outlets={outlets} />
      </Filters>
      {!asks && (
        <Empty title="Search the reports">
          Give words, or choose a speaker, a party, an issue or an outlet to list what there is; a period narrows it.{' '}
          <kbd>/</kbd> brings you here from anywhere.
        </Empty>
      )}
      {pages.fault && <Fault fault={pages.fault} again={pages.again} />}
      {asks && pages.waiting && <p class="state i2">Searching</p>}
      {asks && !pages.waiting && !pages.fault && pages.rows.length === 0 && (
        <Empty title={p.words ? 'No report has these words' : 'Nothing stands here'}>
          {p.words ? 'Try fewer words, or another form of them.' : 'Try another choice, or a name as reports write it.'}{' '}
          {issuesCalled(p.words ?? '').map((code) => (
            <>
              <a href={formatRoute(toView('search', { issue: code }))}>What is said on {issueName(code)}</a> ·{' '}
            </>
          ))}
          <a href={formatRoute(toView('search', p.words ? { words: p.words } : {}))}>Search without filters</a>
        </Empty>
      )}
      <ol class="lst hits">
        {pages.rows.map((hit) => (
          <OneHit hit={hit} />
        ))}
      </ol>
      {pages.hasMore && (
        <button type="button" class="link more" onClick={pages.more}>
          {SAY.more}
        </button>
      )}
    </>
  );
}
